"""`peru-timeline desktop`: the menu entry on Linux."""

from __future__ import annotations

from typing import Any

from peru_timeline.command_line import actions


def add_commands(commands: Any) -> None:
    """Add `desktop` to the sub-commands of a parser."""
    desktop = commands.add_parser("desktop", help="add or remove the menu entry (Linux)")
    what = desktop.add_subparsers(metavar="ACTION", required=True)
    install = what.add_parser(
        "install", help="add a menu entry, icons and the file type, for this user"
    )
    install.set_defaults(run=actions.install_desktop_entry)
    remove = what.add_parser("remove", help="remove what `install` added")
    remove.set_defaults(run=actions.remove_desktop_entry)
