"""The command line. Qt and the chronology package are imported only by the commands that need them.

Exit status: 0 for success; 1 for a fault in a file or on this machine; 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from peru_timeline import paths
from peru_timeline.command_line import (
    actions,
    bundle_commands,
    comparison_commands,
    desktop_commands,
    import_command,
    picture_options,
    render,
    render_options,
)
from peru_timeline.command_line.errors import FileFaultError, UsageError

COMMANDS = (
    *("open", "validate", "schema", "sources", "report", "screenshot", "render", "export"),
    *("import", "desktop", "bundle", "verify", "diff", "merge"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status; `arguments` default to `sys.argv[1:]`."""
    _open_missing_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # some terminals cannot show ü or “
            stream.reconfigure(errors="backslashreplace")
    typed = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    chosen = parser.parse_args(_with_command(typed, parser))
    try:
        status = int(chosen.run(chosen))
        sys.stdout.flush()
        return status
    except UsageError as error:
        parser.error(str(error))
    except FileFaultError as error:
        actions.complain(error)
    except BrokenPipeError:  # as with `| head`; the flush at exit must stay silent too
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        actions.complain(f"{where}{error.strerror or error}")
    except KeyboardInterrupt:
        return 130
    return 1


def _open_missing_streams() -> None:
    """Discard output where there is no console: Windows starts a windowed program without streams."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))


def _with_command(typed: list[str], parser: argparse.ArgumentParser) -> list[str]:
    """Insert the command `open` before a bare file name, and where nothing was typed."""
    if not typed:
        return ["open"]
    first = typed[0]
    if first == "--":
        return ["open", *typed]
    if first in COMMANDS or first.startswith("-"):
        return typed
    import difflib  # imported late, because each import delays the window

    near = difflib.get_close_matches(first, COMMANDS, n=1)
    if near and not Path(first).exists():
        parser.error(f'no command or file "{first}"; did you mean "{near[0]}"?')
    return ["open", *typed]


# --- the parser ------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        actions.complain(f"{message} (see {self.prog} --help)")
        sys.exit(2)


class _Version(argparse.Action):
    def __call__(self, *_arguments: Any) -> NoReturn:
        print("\n".join(actions.versions()))
        sys.exit(0)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=actions.PROGRAM,
        description="A zoomable timeline of Peru's dealings with China, the United States, Russia "
        "and others, with what the sources say. Without a command, it opens the window.",
    )
    parser.add_argument(
        "--version",
        action=_Version,
        nargs=0,
        help="show the versions of the program, its chronology and its libraries",
    )
    # For packaging only, so --help does not list it.
    parser.add_argument("--smoke", metavar="DIR", type=Path, help=argparse.SUPPRESS)
    # Not required: otherwise an unknown option gets the answer "COMMAND is required".
    commands = parser.add_subparsers(metavar="COMMAND")
    parser.set_defaults(run=actions.open_window, file=None)
    _add_open(commands)
    _add_validate(commands)
    _add_sources(commands)
    _add_report(commands)
    _add_screenshot(commands)
    _add_pictures_and_tables(commands)
    _add_import(commands)
    bundle_commands.add_commands(commands)
    comparison_commands.add_commands(commands)
    desktop_commands.add_commands(commands)
    return parser


def _add_open(commands: Any) -> None:
    opening = commands.add_parser("open", help="open a chronology in the window")
    opening.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        type=Path,
        help="the chronology (default: the Peru chronology)",
    )
    opening.set_defaults(run=actions.open_window)


def _add_validate(commands: Any) -> None:
    validate = commands.add_parser("validate", help="list every fault in a file, with its place")
    validate.add_argument("file", metavar="FILE", type=Path, help="the chronology to check")
    validate.add_argument("--quiet", action="store_true", help="report faults only, no warnings")
    validate.set_defaults(run=actions.validate)
    schema = commands.add_parser("schema", help="print the JSON Schema of chronology files")
    schema.set_defaults(run=actions.print_schema)


def _add_sources(commands: Any) -> None:
    sources = commands.add_parser("sources", help="verify or add the full texts of the sources")
    what = sources.add_subparsers(metavar="ACTION", required=True)
    verify = what.add_parser("verify", help="look up each quotation in the full texts in DIR")
    verify.set_defaults(run=actions.verify_sources)
    add = what.add_parser(
        "add", help="copy the full texts in DIR, so that quotations can be read in context"
    )
    add.set_defaults(run=actions.add_sources)
    for action in (verify, add):
        action.add_argument("folder", metavar="DIR", type=Path, help="the folder of full texts")
        _add_file(action)


def _add_report(commands: Any) -> None:
    report = commands.add_parser("report", help="write a review sheet of all events")
    _add_file(report)
    report.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        type=_out((".html", ".md")),
        required=True,
        help="the sheet to write (.html or .md)",
    )
    report.add_argument(
        "--documents", metavar="DIR", type=Path, help="use the full texts in this folder too"
    )
    _add_language(report)
    report.set_defaults(run=actions.write_report)


def _add_pictures_and_tables(commands: Any) -> None:
    picture = commands.add_parser("render", help="make a picture, slides, a poster or a web page")
    render_options.add_arguments(picture)
    picture.set_defaults(run=render.run)
    table = commands.add_parser("export", help="write a table of events or a bibliography")
    render_options.add_export_arguments(table)
    table.set_defaults(run=render.run_export)


def _add_import(commands: Any) -> None:
    importing = commands.add_parser("import", help="make a chronology of a file of another program")
    import_command.add_arguments(importing)
    importing.set_defaults(run=import_command.run)


def _add_screenshot(commands: Any) -> None:
    picture = commands.add_parser("screenshot", help="make a picture of the window (PNG)")
    add = picture.add_argument
    add("out", metavar="OUT.png", type=_out((".png",)), help="the picture to write")
    _add_file(picture)
    add(
        "--size",
        metavar="WxH",
        type=_size,
        default=(1600, 900),
        help="the size in pixels (default: 1600x900)",
    )
    themes = ("light", "dark", "contrast")
    add("--theme", choices=themes, default="light", help="the colours of the window")
    add(
        "--text-size", dest="text_scale", metavar="PERCENT", type=_text_size, default=1.0,
        help="the size of text, 100 to 200 (default: 100)",
    )  # fmt: skip
    add("--select", metavar="EVENT", help="select the event with this id")
    add(
        "--from", dest="first", metavar="DATE", help="the first date shown, such as 2009 or 2012-05"
    )
    add("--to", dest="last", metavar="DATE", help="the last date shown")
    add(
        "--actor",
        dest="actors",
        metavar="ID",
        nargs="+",
        action="extend",
        default=[],
        help="show only the events of these actors",
    )
    add(
        "--group", choices=("sector", "actor", "source", "none"), default="sector",
        help="what each lane stands for (default: sector)",
    )  # fmt: skip
    picture_options.add_even_time(picture)
    _add_language(picture)
    _add_layout(picture)
    picture.set_defaults(run=actions.make_screenshot)


def _add_layout(picture: Any) -> None:
    """Options of how the window of a screenshot uses its room."""
    add = picture.add_argument
    add(
        "--regime",
        choices=("overview", "reading", "auto"),
        default="auto",
        help="fit the lanes to the window, or title every event (default: as the view asks)",
    )
    add("--panels", choices=("none", "all"), default="all", help="the panels at either side")
    add("--shelf", action="store_true", help="list the events without a given date")
    add("--counts", action="store_true", help="print what the picture holds, as JSON")


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        type=Path,
        default=paths.default_chronology(),
        help="the chronology (default: the Peru chronology)",
    )


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language", choices=("en", "es"), default="en", help="English or Spanish (default: en)"
    )


def _out(suffixes: tuple[str, ...]) -> Any:
    def out(text: str) -> Path:
        if Path(text).suffix.lower() not in suffixes:
            raise argparse.ArgumentTypeError(f'"{text}" must end in {" or ".join(suffixes)}')
        return Path(text)

    return out


def _text_size(text: str) -> float:
    """Read a size of text in percent as a scale."""
    if not (text.isascii() and text.isdecimal() and 100 <= int(text[:4]) <= 200):
        raise argparse.ArgumentTypeError(f'"{text}" is not a text size; type one from 100 to 200')
    return int(text) / 100


def _size(text: str) -> tuple[int, int]:
    from peru_timeline.pictures.sizes import LARGEST_PX, SMALLEST_PX

    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and len(text) < 16):
        raise argparse.ArgumentTypeError(f'"{text}" is not a size; type one such as 1600x900')
    size = int(width), int(height)
    if min(size) < SMALLEST_PX or max(size) > LARGEST_PX:
        raise argparse.ArgumentTypeError(
            f'"{text}" is out of range: {SMALLEST_PX} to {LARGEST_PX} pixels each way'
        )
    return size
