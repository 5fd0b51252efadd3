"""Which key does which command: those of the table, as far as the reader has not changed them.

Keys are written as Qt writes them for every system alike ("Ctrl+F"). A key that types a character acts
only while the timeline has the focus, any other one everywhere in the window: that follows from the key.
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
"""Alone or with Shift they move about, press and type, everywhere."""


def key_map(changes: Mapping[str, tuple[str, ...]]) -> KeyMap:
    """Give every command's keys: those of `changes` by command id, else those of the table.

    What names no command, is no key or is another command's already is left out: `changes` come from a file.
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
    """Give what differs from the table: what is remembered."""
    return {name: own for name, own in keys.items() if own != COMMAND_BY_ID[name].keys}


def with_key(keys: KeyMap, name: str, old: str, new: str) -> KeyMap:
    """Give command `name` the key `new`, taken from whoever had it, in place of `old`.

    With `old` empty it is one more key; with `new` empty one less.
    """
    made = {other: tuple(key for key in own if key != new) for other, own in keys.items()}
    own = [new if key == old else key for key in keys[name]] if old else [*keys[name], new]
    return {**made, name: tuple(dict.fromkeys(key for key in own if key))}


def with_own_keys(keys: KeyMap, name: str) -> KeyMap:
    """Give a command the keys of the table again, taken from whoever has them now."""
    for key in keys[name]:
        keys = with_key(keys, name, key, "")
    for key in COMMAND_BY_ID[name].keys:
        keys = with_key(keys, name, "", key)
    return keys


def owner_of(keys: KeyMap, key: str) -> str | None:
    """Give the id of the command that a key belongs to."""
    return next((name for name, own in keys.items() if key in own), None)


def is_single(key: str) -> bool:
    """Whether a key types a character: who speaks to the machine, or strikes keys unmeant, can do without."""
    return len(key.removeprefix("Shift+")) == 1


def is_reserved(key: str) -> bool:
    """Whether a key is needed to move about, to type or to open a menu, and can be no command's."""
    menus = (QKeySequence.mnemonic(menu_name(text)).toString() for text, _ in MENUS)
    return key.removeprefix("Shift+") in _MOVES or key in menus


def normal(key: str) -> str:
    """Write a key as Qt does; empty where the text is no single key."""
    found = QKeySequence(key)
    return found.toString() if found.count() == 1 else ""


def shown_key(key: str) -> str:
    """Write a key as this system does."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def shown_first(keys: KeyMap, name: str) -> str:
    """Write the first key of a command as this system does; empty where it has none."""
    return shown_key(keys[name][0]) if keys[name] else ""


def key_or_name(keys: KeyMap, name: str) -> str:
    """Tell how to reach a command in a sentence: by its key, or where it has none by its name."""
    return shown_first(keys, name) or f"“{COMMAND_BY_ID[name].label}”"
