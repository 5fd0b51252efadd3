"""Breaking texts into lines: at spaces, never within a figure or between a sign and its figure."""

from __future__ import annotations

import pytest

from peru_timeline.pictures.text_lines import balanced, wrapped


def letters(text: str, font_px: float, weight: int) -> float:
    return float(len(text))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ("one two", "three")),
        ("one two three", 8, ("one two", "three")),
        ("  one \n two\tthree ", 20, ("one two three",)),
        ("sumó US$ 21\u00a0500 millones", 11, ("sumó", "US$ 21\u00a0500", "millones")),
        ("sumó 21\u202f500 hoy", 7, ("sumó", "21\u202f500", "hoy")),
        ("Mining, ¶ 3", 9, ("Mining,", "¶ 3")),
        ("a ¶ 3", 3, ("a", "¶ 3")),
        ("US$ 120", 4, ("US$", "120")),  # there is no better place
        ("abcdefgh ij", 3, ("abc", "def", "gh", "ij")),
        ("", 10, ()),
    ],
)
def test_a_text_is_broken_at_its_spaces(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert wrapped(text, 10, 400, width, letters) == lines


def test_what_has_no_room_is_told_by_an_ellipsis() -> None:
    assert wrapped("one two three four", 10, 400, 7, letters, 2) == ("one two", "thre…")


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (40, ("Mine sold for $120 million",)),
        (22, ("Mine sold for", "$120 million")),  # not: … $120 / million
        (12, ("Mine sold", "for $120", "million")),
        (8, ("Mine", "sold for", "$120…")),  # it needs more lines than it may have
    ],
)
def test_the_lines_of_a_title_are_about_equally_long(width: float, lines: tuple[str, ...]) -> None:
    assert balanced("Mine sold for $120 million", 10, 400, width, letters, 3) == lines
