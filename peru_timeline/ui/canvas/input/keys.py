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
    LeaveLane,
    MoveLane,
    StepToEvent,
    StepToLane,
    StepToLaneName,
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
    Qt.Key.Key_Escape: LeaveLane(),
}
_WITH_CONTROL: Mapping[Qt.Key, Intent] = {
    Qt.Key.Key_Up: StepToLaneName(-1),
    Qt.Key.Key_Down: StepToLaneName(1),
}
_WITH_CONTROL_AND_SHIFT: Mapping[Qt.Key, Intent] = {
    Qt.Key.Key_Up: MoveLane(-1),
    Qt.Key.Key_Down: MoveLane(1),
}
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def intent_of(event: QKeyEvent) -> Intent | None:
    """The intent of a key, alone, with Shift or with Ctrl; None for a key that is not the timeline's."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers in (Qt.KeyboardModifier.NoModifier, _SHIFT):
        return _INTENTS.get(Qt.Key(event.key()))
    if modifiers == _CONTROL:
        return _WITH_CONTROL.get(Qt.Key(event.key()))
    if modifiers == _CONTROL | _SHIFT:
        return _WITH_CONTROL_AND_SHIFT.get(Qt.Key(event.key()))
    return None
