"""Measured and shortened titles."""

from __future__ import annotations

import numpy as np
import pytest

from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import build_columns
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.lanes import Grouping, build_lanes
from peru_timeline.timeline.layout_input import ChronologyTexts, build_layout_input
from peru_timeline.timeline.text_measure import elided
from peru_timeline.typefaces import REGULAR
from tests.chronology.made_up import load, small
from tests.timeline.made_up import by_letters


@pytest.mark.parametrize(
    ("text", "limit", "end", "expected"),
    [
        ("abcdef", 60, "", "abcdef"),
        ("abcdefghij", 36, "", "abcde…"),
        ("abc defghij", 30, "", "abc…"),  # no space before the ellipsis
        ("abcdef", 36, " ?", "abc… ?"),
        ("abcdef", 48, " ?", "abcdef ?"),
        ("abcdef", 1, "", "…"),
    ],
)
def test_a_text_is_shortened_to_its_width(text: str, limit: float, end: str, expected: str) -> None:
    assert elided(text, 12, REGULAR, limit, by_letters, end) == expected


def test_only_the_beginning_of_a_long_word_is_measured() -> None:
    measured: list[int] = []

    def measure(text: str, font_px: float, weight: int, /) -> float:
        measured.append(len(text))
        return by_letters(text, font_px, weight)

    assert len(elided("x" * 300_000, 12, REGULAR, 400, measure)) < 70
    assert max(measured) < 200


@pytest.mark.parametrize(
    ("dates", "zone"),
    [
        (["2022-12-07", "2022-12-07T11:00"], ""),
        (["2022-12-07", "2022-12-07T11:00Z"], "UTC"),
        (["2022-12-07T11:00", "2022-12-07T11:00:00/2022-12-07T13:00:00-05:00"], "UTC"),
    ],
)
def test_the_hours_are_those_of_utc_only_where_an_event_says_so(
    dates: list[str], zone: str
) -> None:
    content = small()
    first = {**content["events"][0], "related": []}
    content["events"] = [{**first, "id": f"e{i}", "date": date} for i, date in enumerate(dates)]
    chronology = load(content)
    columns = build_columns(chronology)
    lanes = build_lanes(chronology, Grouping.SECTOR)
    layout_input = build_layout_input(chronology, columns, lanes, "en", by_letters)
    for days, shown in ((1.0, zone), (40.0, "")):
        scale = TimeScale(TimeSpan(738_496.0, 738_496.0 + days), 120.0, 900.0)
        assert lay_out(arrange(layout_input, scale, 500.0), scale).ticks.zone == shown


def test_titles_of_a_chronology() -> None:
    chronology = load(small())
    layout_input = build_layout_input(
        chronology,
        build_columns(chronology),
        build_lanes(chronology, Grouping.SECTOR),
        "es",
        by_letters,
    )
    assert layout_input.lane_names == ("Comercio", "Política")
    planned = layout_input.title(0, 12, False, 300)
    assert (planned.text, planned.date, planned.bold) == ("Se planea el muelle", "", True)
    strike = layout_input.title(2, 12, True, 300)
    assert strike.text == "Huelga en el sur ?"  # the date is uncertain
    assert strike.date
    assert not strike.bold  # only reported
    assert strike.width > by_letters(strike.text + strike.date, 12, REGULAR)
    widths = layout_input.title_widths([0, 2], 12, True, 300)
    assert np.array_equal(widths, [layout_input.title(0, 12, True, 300).width, strike.width])


def test_texts_of_a_card() -> None:
    words = ChronologyTexts(load(small()), "en")
    assert words.summary(1) == "The office built a quay."
    assert words.summary(0) == ""
    assert words.source(1) == "Gazette"
    assert words.source(0) == "Almanac"  # no publisher is known
    assert words.source(2) == ""
