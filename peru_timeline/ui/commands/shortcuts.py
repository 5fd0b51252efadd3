"""The keys of every command: those of the table, unless the reader has changed them.

Keys are written in the form that Qt uses on every system ("Ctrl+F"). A key that types a character acts
only while the timeline has the focus, any other key everywhere in the window.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

from peru_timeline.ui.commands.command_table import COMMAND_BY_ID, COMMANDS
from peru_timeline.ui.commands.menu_table import MENUS, menu_name

KeyMap = Mapping[str, tuple[str, ...]]
"""The keys of every command by its id; a key belongs to one command at most."""

_MOVES = frozenset(
    {"Tab", "Return", "Enter", "Space", "Left", "Right", "Up", "Down"}
    | {"Home", "End", "PgUp", "PgDown", "Backspace", "Backtab", "Esc"}
)
"""Keys that move, press and type everywhere, alone or with Shift."""


def key_map(changes: Mapping[str, tuple[str, ...]]) -> KeyMap:
    """The keys of every command: those in `changes`, by command id, else those of the table.

    Since `changes` come from a file, unknown commands, invalid keys and keys of other commands are left out.
    """
    taken: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    for command in sorted(COMMANDS, key=lambda command: command.id not in changes):
        keys = dict.fromkeys(normal(key) for key in changes.get(command.id, command.keys))
        usable = [key for key in keys if key and key not in taken]
        found[command.id] = tuple(k for k in usable if k in command.keys or not is_reserved(k))
        taken.update(found[command.id])
    return {command.id: found[command.id] for command in COMMANDS}


def changes_of(keys: KeyMap) -> dict[str, tuple[str, ...]]:
    """The keys that differ from the table, to be remembered."""
    return {name: own for name, own in keys.items() if own != COMMAND_BY_ID[name].keys}


def with_key(keys: KeyMap, name: str, old: str, new: str) -> KeyMap:
    """Replace the key `old` of a command by `new`, which any other command loses.

    An empty `old` adds a key, an empty `new` removes one.
    """
    made = {other: tuple(key for key in own if key != new) for other, own in keys.items()}
    own = [new if key == old else key for key in keys[name]] if old else [*keys[name], new]
    return {**made, name: tuple(dict.fromkeys(key for key in own if key))}


def with_own_keys(keys: KeyMap, name: str) -> KeyMap:
    """Reset a command to the keys of the table, which any other command loses."""
    for key in keys[name]:
        keys = with_key(keys, name, key, "")
    for key in COMMAND_BY_ID[name].keys:
        keys = with_key(keys, name, "", key)
    return keys


def owner_of(keys: KeyMap, key: str) -> str | None:
    """The id of the command that a key belongs to, or None."""
    return next((name for name, own in keys.items() if key in own), None)


def shifted_twins(keys: KeyMap) -> dict[str, str]:
    """The signs with Shift whose twins without it belong to another command -> the command that they belong to.

    Letters need no such care: Qt knows them apart.
    """
    owners = {key: name for name, own in keys.items() for key in own}
    return {
        key: name
        for key, name in owners.items()
        if "Shift+" in key
        and not key[-1].isalnum()
        and owners.get(key.replace("Shift+", ""), name) != name
    }


def is_single(key: str) -> bool:
    """Whether a key types a character.

    Readers who dictate, or who hit keys by accident, can switch such keys off.
    """
    return len(key.removeprefix("Shift+")) == 1


def is_reserved(key: str) -> bool:
    """Whether a key is needed for moving about, typing or opening a menu, so that no command may have it."""
    menus = (QKeySequence.mnemonic(menu_name(text)).toString() for text, _ in MENUS)
    return key.removeprefix("Shift+") in _MOVES or key in menus


def normal(key: str) -> str:
    """A key in the form that Qt uses; empty if the text is not a single key."""
    found = QKeySequence(key)
    return found.toString() if found.count() == 1 else ""


def shown_key(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def shown_first(keys: KeyMap, name: str) -> str:
    """The first key of a command as this system writes it; empty if it has none."""
    return shown_key(keys[name][0]) if keys[name] else ""


def key_or_name(keys: KeyMap, name: str) -> str:
    """How to refer to a command in a sentence: by its key, or by its name if it has none."""
    return shown_first(keys, name) or f"“{COMMAND_BY_ID[name].label}”"
