from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from peru_timeline.ui.stage.stage_keys import TypedNumber

Key = Qt.Key


@pytest.mark.parametrize(
    ("typed", "key", "action", "left"),
    [
        ("", Key.Key_Return, "next_view", ""),
        ("12", Key.Key_Return, "jump", "12"),
        ("12", Key.Key_Backspace, "", "1"),
        ("", Key.Key_Backspace, "previous_view", ""),
        ("3", Key.Key_Escape, "", ""),
        ("", Key.Key_Escape, "end", ""),
        ("", Key.Key_PageDown, "next_view", ""),
        ("", Key.Key_F1, None, ""),
    ],
)
def test_what_a_key_does_depends_on_the_number_before_it(
    typed: str, key: Qt.Key, action: str | None, left: str
) -> None:
    number = TypedNumber()
    number.text = typed
    assert number.action(key, "") == action
    assert number.text == left


def test_a_number_is_short_and_taken_once() -> None:
    number = TypedNumber()
    for digit in "123456":
        assert number.action(0, digit) == ""
    assert number.take() == 3456
    assert number.take() == 0
    assert (
        number.action(Key.Key_5, "٥") is None
    )  # a digit, but not one that int() and the eye share
