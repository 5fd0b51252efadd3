from __future__ import annotations

import pytest

from peru_timeline.pictures.slides.office_fonts import sans_width, serif_width


@pytest.mark.parametrize(
    ("text", "weight", "em"),
    [
        ("0", 400, 0.5561),  # as in Arial: 1139 of 2048
        ("0", 700, 0.5561),
        ("W", 400, 0.9438),
        ("i", 400, 0.2222),
        ("i", 700, 0.2778),
        ("ñ", 400, 0.5561),
        ("—", 400, 1.0),
        ("", 400, 0.0),
        ("世", 400, 1.0),
    ],
)
def test_letters_are_as_wide_as_in_arial(text: str, weight: int, em: float) -> None:
    assert sans_width(text, 100.0, weight) == pytest.approx(100 * em, abs=0.02)


@pytest.mark.parametrize(("text", "em"), [("0", 0.5), ("W", 0.9438), ("i", 0.2778), ("“", 0.4438)])
def test_letters_are_as_wide_as_in_times_new_roman(text: str, em: float) -> None:
    assert serif_width(text, 100.0, 400) == pytest.approx(100 * em, abs=0.02)
