"""Which commands the palette finds, and in which order."""

from __future__ import annotations

import pytest

from peru_timeline.ui.commands.command_palette import found

NAMES = ("List events without a given date", "Even out crowded years", "Zoom out", "Exportar más…")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("even out", ["Even out crowded years", "List events without a given date"]),
        ("OUT", ["Even out crowded years", "Zoom out", "List events without a given date"]),
        ("vents", ["List events without a given date"]),
        ("mas", ["Exportar más…"]),
        ("", list(NAMES)),
        ("out zoom years", []),
    ],
)
def test_names_whose_words_begin_so_come_first(typed: str, names: list[str]) -> None:
    assert found(typed, NAMES) == names
