"""The time axis."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_civil
from peru_timeline.timeline.axis.ticks import LABEL_SPACING_PX, MAJOR_LABEL_X_PX, Ticks, ticks
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.axis.time_warp import TimeWarp
from peru_timeline.timeline.metrics import MAJOR_FONT_PX, MINOR_FONT_PX
from peru_timeline.typefaces import REGULAR, SEMIBOLD

WARP = TimeWarp(
    tuple(float(day_from_civil(year, 1, 1)) for year in (2000, 2010, 2012, 2020)),
    (0.0, 3_653.0, 9_493.0, 12_415.0),
)


def measure(text: str, font_px: float, weight: int, /) -> float:
    return len(text) * font_px * 0.6


def axis(start: date, end: date, width_px: float, language: str = "en") -> Ticks:
    span = TimeSpan(start.toordinal(), end.toordinal())
    return ticks(TimeScale(span, 120, 120 + width_px), language, measure)


def labels(row: tuple[object, ...]) -> list[str]:
    return [tick.label for tick in row]  # type: ignore[attr-defined]


def test_the_opening_view_of_three_decades() -> None:
    shown = axis(date(1992, 1, 1), date(2024, 1, 1), 850)
    assert labels(shown.major) == ["1992", "1995", "2000", "2005", "2010", "2015", "2020"]
    assert labels(shown.minor)[:9] == ["92", "93", "94", "95", "96", "97", "98", "99", "00"]
    assert not shown.major[0].line
    assert shown.major[1].line


@pytest.mark.parametrize(
    ("start", "end", "major", "minor"),
    [
        (
            date(2011, 7, 1),
            date(2013, 1, 1),
            ["2011", "2012"],
            ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"],
        ),
        (
            date(2009, 1, 1),
            date(2013, 6, 1),
            ["2009", "2010", "2011", "2012", "2013"],
            ["Jan", "Apr", "Jul", "Oct", "Jan"],
        ),
        (
            date(2012, 5, 25),
            date(2012, 6, 10),
            ["May 2012", "Jun 2012"],
            ["25", "26", "27", "28", "29", "30", "31", "1", "2"],
        ),
        (
            date(2012, 4, 10),
            date(2012, 8, 10),
            ["Apr 2012", "May 2012", "Jun 2012", "Jul 2012", ""],
            ["15", "22", "1", "8", "15", "22", "1", "8"],
        ),
        (date(1700, 1, 1), date(2000, 1, 2), ["1700", "1800", "1900", ""], ["00", "10"]),
        (date(1, 1, 1), date(2000, 1, 2), ["1", "500", "1000", "1500", ""], ["", "100"]),
    ],
)
def test_the_finest_step_whose_labels_fit(
    start: date, end: date, major: list[str], minor: list[str]
) -> None:
    shown = axis(start, end, 850)
    assert labels(shown.major) == major
    assert labels(shown.minor)[: len(minor)] == minor


def test_months_in_spanish() -> None:
    shown = axis(date(2011, 7, 1), date(2012, 7, 1), 850, "es")
    assert labels(shown.minor)[:3] == ["jul", "ago", "sep"]


def test_round_years_before_the_era_are_round_as_written() -> None:
    span = TimeSpan(day_from_civil(-2499, 1, 1), day_from_civil(2000, 1, 1))
    shown = ticks(TimeScale(span, 0, 900), "en", measure)
    assert labels(shown.major) == ["2000 BCE", "1"]
    assert labels(shown.minor)[1:7] == ["", "1500 BCE", "1000 BCE", "500 BCE", "", "500"]


@given(
    st.integers(-3_651_000, 3_651_000),
    st.floats(0.0, 6.4),
    st.floats(200, 3000),
    st.sampled_from(["en", "es"]),
)
def test_no_two_labels_overlap(start: int, magnitude: float, width: float, language: str) -> None:
    scale = TimeScale(TimeSpan(start, start + 10**magnitude), 100, 100 + width)
    shown = ticks(scale, language, measure)
    for row, font_px in ((shown.major, MAJOR_FONT_PX), (shown.minor, MINOR_FONT_PX)):
        for before, after in pairwise(row):
            assert before.px < after.px or not before.line
            if before.label and after.label:
                end = before.px + measure(before.label, font_px, REGULAR)
                assert end + LABEL_SPACING_PX <= after.px + 1e-6
    assert len(shown.minor) < width / 8
    for tick in (*shown.major, *shown.minor):
        assert scale.left_px - 1e-6 <= tick.px <= scale.right_px
        if tick.line:
            assert tick.px == scale.to_px(tick.day)
            _, month, day = civil_from_day(int(tick.day))
            assert day == 1 or width / scale.span.width >= 1
            assert month == 1 or width / scale.span.width >= 0.05


@given(
    st.integers(600_000, 760_000),
    st.floats(0.2, 400_000),
    st.floats(150, 1900),
    st.sampled_from(["en", "es"]),
)
def test_no_label_of_the_major_row_crosses_the_right_edge(
    start: int, days: float, width: float, language: str
) -> None:
    """Of a tick just before the edge there is no label, rather than the beginning of one."""
    scale = TimeScale(TimeSpan(start, start + days), 120, 120 + width)
    shown = ticks(scale, language, measure)
    for tick in shown.major:
        end = tick.px + MAJOR_LABEL_X_PX + measure(tick.label, MAJOR_FONT_PX, SEMIBOLD)
        assert not tick.label or end <= scale.right_px or not tick.line


def test_a_year_that_begins_just_before_the_right_edge() -> None:
    shown = axis(date(1900, 1, 1), date(2000, 6, 1), 800)
    assert labels(shown.major)[-2:] == ["1980", ""]
    assert shown.major[-1].line


def test_far_beyond_the_table() -> None:
    span = TimeSpan(day_from_civil(-4_000_000, 1, 1), day_from_civil(4_000_000, 1, 1))
    shown = ticks(TimeScale(span, 0, 900), "en", measure)
    assert 2 <= len(shown.minor) <= 40


def hours(start: float, length: float, width_px: float, language: str = "en") -> Ticks:
    """The axis from `start`, in days after the beginning of 7 December 2022."""
    day = date(2022, 12, 7).toordinal()
    return ticks(
        TimeScale(TimeSpan(day + start, day + start + length), 120, 120 + width_px),
        language,
        measure,
    )


@pytest.mark.parametrize(
    ("start", "length", "major", "minor"),
    [
        (0.4, 0.25, ["7 Dec 2022"], ["10:00", "11:00", "12:00", "13:00", "14:00", "15:00"]),
        (0.5, 1.0, ["7 Dec 2022", "8 Dec 2022"], ["12:00", "13:00", "14:00", "15:00"]),
        (0.0, 2.0, ["7 Dec 2022", "8 Dec 2022"], ["00:00", "03:00", "06:00", "09:00"]),
        (0.0, 3.0, ["7 Dec 2022", "8 Dec 2022", "9 Dec 2022"], ["00:00", "03:00"]),
        (0.0, 3.1, ["Dec 2022"], ["7", "8", "9", "10"]),
    ],
)
def test_close_up_the_axis_tells_the_hours(
    start: float, length: float, major: list[str], minor: list[str]
) -> None:
    shown = hours(start, length, 1000)
    assert labels(shown.major) == major
    assert labels(shown.minor)[: len(minor)] == minor
    for tick in shown.minor:
        assert tick.label != "11:00" or tick.day % 1 == pytest.approx(11 / 24)


def test_hours_in_spanish_and_in_a_narrow_window() -> None:
    shown = hours(0.0, 1.0, 280, "es")
    assert labels(shown.minor) == ["00:00", "06:00", "12:00", "18:00"]
    assert labels(shown.major) == ["7 dic 2022"]


def test_where_time_is_evened_out_ticks_stand_at_their_true_places() -> None:
    scale = TimeScale(TimeSpan(WARP.drawn[0], WARP.drawn[-1]), 100, 900, WARP)
    found = ticks(scale, "en")
    for tick in (*found.major, *found.minor):
        assert tick.px == pytest.approx(scale.to_px(WARP.to_drawn(float(tick.day))))
    widths = np.diff([tick.px for tick in found.minor])
    assert widths.max() > 6 * widths.min()


def test_labels_have_room_where_time_is_compressed_and_lines_stay() -> None:
    scale = TimeScale(TimeSpan(WARP.drawn[0], WARP.drawn[-1]), 100, 400, WARP)
    found = ticks(scale, "en")
    for row, font_px in ((found.minor, 10.5), (found.major, 13.0)):
        told = [tick for tick in row if tick.label]
        for tick, following in pairwise(told):
            assert tick.px + 0.6 * font_px * len(tick.label) <= following.px
    assert len([tick for tick in found.minor if tick.line]) > len(
        [tick for tick in found.minor if tick.label]
    )


def test_the_axis_is_shaded_where_days_are_longer() -> None:
    scale = TimeScale(TimeSpan(WARP.drawn[0], WARP.to_drawn(734_300.0)), 100, 900, WARP)
    (part,) = ticks(scale, "en").stretched
    assert part.left == pytest.approx(scale.to_px(3_653.0))
    assert (part.right, part.times) == (900, 8)
    assert ticks(TimeScale(scale.days, 100, 900), "en").stretched == ()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("years", [2, 20, 300, 3_000, 50_000, 3_000_000])
@pytest.mark.parametrize("middle", [-65_999_999, -4_540_000_000, -13_800_000_000, 45_000_000])
def test_neighbours_in_the_far_past_have_names_of_one_kind_that_differ(
    middle: int, years: int, language: str
) -> None:
    start, end = (day_from_civil(middle + side * years // 2, 1, 1) for side in (-1, 1))
    shown = ticks(TimeScale(TimeSpan(start, end), 0, 1200), language, measure)
    assert len(shown.major) + len(shown.minor) >= 3
    in_years = shown.minor if years > 300 else ()  # else months, or the last two digits of years
    for row in (shown.major, in_years):
        names = [name for name in labels(row) if name]
        assert all(one != two for one, two in pairwise(names))
        assert len({name.endswith(("BCE", "a. C.")) for name in names}) <= 1, names
