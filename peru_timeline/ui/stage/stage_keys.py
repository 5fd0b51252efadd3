"""What a key does on the stage: a table for keyboards and clickers, and the number that is typed before Enter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

_KEY = Qt.Key
ACTION_OF_KEY: Mapping[int, str] = {
    _KEY.Key_Right: "next_event",
    _KEY.Key_Left: "previous_event",
    _KEY.Key_Down: "next_view",
    _KEY.Key_PageDown: "next_view",
    _KEY.Key_Space: "next_view",
    _KEY.Key_N: "next_view",
    _KEY.Key_Up: "previous_view",
    _KEY.Key_PageUp: "previous_view",
    _KEY.Key_P: "previous_view",
    _KEY.Key_Backspace: "previous_view",
    _KEY.Key_Home: "first_view",
    _KEY.Key_End: "last_view",
    _KEY.Key_B: "black",
    _KEY.Key_Period: "black",
    _KEY.Key_Escape: "end",
    _KEY.Key_F5: "end",
}
"""Clickers send Page Up and Page Down, or the arrows; “.” or B for black; and F5 or Esc."""
MOST_DIGITS = 4


class TypedNumber:
    """Digits before Enter: the number of the view to jump to."""

    def __init__(self) -> None:
        self.text = ""

    def action(self, key: int, text: str) -> str | None:
        """The action of a key, "" for a digit that was taken, None for a key that means nothing here."""
        if len(text) == 1 and text in "0123456789":
            self.text = (self.text + text)[-MOST_DIGITS:]
            return ""
        if key in (_KEY.Key_Return, _KEY.Key_Enter):
            return "jump" if self.text else "next_view"
        if self.text and key == _KEY.Key_Backspace:
            self.text = self.text[:-1]
            return ""
        if self.text and key == _KEY.Key_Escape:
            self.text = ""
            return ""
        return ACTION_OF_KEY.get(_KEY(key)) if key in ACTION_OF_KEY else None

    def take(self) -> int:
        """The number that was typed, which is then forgotten."""
        number, self.text = int(self.text or 0), ""
        return number
