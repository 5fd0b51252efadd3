"""Keys that move about on the timeline, read into intents.

They belong to the timeline as the arrow keys belong to a list. Keys of commands are in ui/commands/shortcuts.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from peru_timeline.ui.canvas.input.intents import (
    Activate,
    GoToEnd,
    Intent,
    StepToEvent,
    StepToLane,
    TurnPage,
)

_INTENTS: Mapping[Qt.Key, Intent] = {
    Qt.Key.Key_Left: StepToEvent(-1),
    Qt.Key.Key_Right: StepToEvent(1),
    Qt.Key.Key_Up: StepToLane(-1),
    Qt.Key.Key_Down: StepToLane(1),
    Qt.Key.Key_Home: GoToEnd(-1),
    Qt.Key.Key_End: GoToEnd(1),
    Qt.Key.Key_PageUp: TurnPage(-1),
    Qt.Key.Key_PageDown: TurnPage(1),
    Qt.Key.Key_Return: Activate(),
    Qt.Key.Key_Enter: Activate(),
}


def intent_of(event: QKeyEvent) -> Intent | None:
    """The intent of a key, alone or with Shift; None for a key that is not the timeline's."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        return None
    return _INTENTS.get(Qt.Key(event.key()))
