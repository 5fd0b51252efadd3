"""Bands in pixels: where they begin and end, how well that is known, and where their labels go."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.chronology.models import Band, EvidencedBand, Source
from peru_timeline.timeline.axis.time_bands import TAIL_PX, TimeBand, edges, label_rows, time_bands
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan


def scale(first: str = "2001-01-01", last: str = "2010-12-31") -> TimeScale:
    start, end = parse_date(first).earliest_start, parse_date(last).latest_end
    assert start is not None
    assert end is not None
    return TimeScale(TimeSpan(start, end), 0.0, float(end - start))  # a px is a day


def band(date: str) -> Band:
    return Band.model_validate({"label": "Rule", "date": date})


def drawn(date: str) -> TimeBand:
    (found,) = time_bands([band(date)], scale(), "en", {})
    return found


def px(day: str) -> float:
    start = parse_date(day).earliest_start
    assert start is not None
    return scale().to_px(float(start))


@pytest.mark.parametrize(
    ("date", "left", "solid_left", "solid_right", "right"),
    [
        ("2003-02-01/2004-03-31", "2003-02-01", "2003-02-01", "2004-04-01", "2004-04-01"),
        ("2003/2005", "2003-01-01", "2003-12-31", "2005-01-02", "2006-01-01"),
        ("2003-02-01/2005", "2003-02-01", "2003-02-01", "2005-01-02", "2006-01-01"),
        ("2003-02-01/..", "2003-02-01", "2003-02-01", "2011-01-01", "2011-01-01"),
        ("../2005-01-31", "2001-01-01", "2001-01-01", "2005-02-01", "2005-02-01"),
        ("1995-01-01/2020-01-01", "2001-01-01", "2001-01-01", "2011-01-01", "2011-01-01"),
    ],
)
def test_a_band_is_firm_only_where_its_ends_are_known(
    date: str, left: str, solid_left: str, solid_right: str, right: str
) -> None:
    found = drawn(date)
    ends = (found.left, found.solid_left, found.solid_right, found.right)
    assert ends == pytest.approx([px(day) for day in (left, solid_left, solid_right, right)], abs=1)


def test_an_unknown_end_is_a_tail_and_no_claim() -> None:
    begun, ended = drawn("2003-02-01/"), drawn("/2003-02-01")
    assert begun.right - begun.solid_right == pytest.approx(TAIL_PX)
    assert begun.solid_right == pytest.approx(px("2003-02-02"), abs=1)
    assert ended.solid_left - ended.left == pytest.approx(TAIL_PX)
    assert ended.right == pytest.approx(px("2003-02-02"))


def test_a_moment_is_a_line_if_its_day_is_known_else_it_fades_at_both_ends() -> None:
    day, month = drawn("2003-02-01"), drawn("2003-02")
    assert day.is_line
    assert day.left == day.right == pytest.approx(px("2003-02-01") + 0.5)
    assert not month.is_line
    assert month.left < month.solid_left < month.solid_right < month.right


def test_an_open_end_reaches_as_far_as_its_newest_source() -> None:
    evidence = {"source": "gazette", "quote": "they rule the harbour to this day"}
    made = {"id": "rule", "label": "Rule", "date": "2003/..", "evidence": [evidence]}
    source = Source.model_validate({"id": "gazette", "type": "book", "issued": "2005-06-07"})
    sources = {"gazette": source}
    (found,) = time_bands([EvidencedBand.model_validate(made)], scale(), "en", sources)
    assert found.right == pytest.approx(px("2005-06-08"))
    assert found.open_right


@pytest.mark.parametrize("date", ["1990/1995", "2015/2016", "XXXX"])
def test_what_is_out_of_sight_is_not_drawn(date: str) -> None:
    assert time_bands([band(date)], scale(), "en", {}) == ()


@pytest.mark.parametrize(
    ("date", "lines"),
    [
        ("2003-02-01/2004-03-31", 2),
        ("2003/2004-03-31", 1),
        ("2003-02-01/..", 1),
        ("1995/2004-03-31", 1),
        ("2003-02-01", 1),
        ("2003", 0),
    ],
)
def test_only_firm_ends_have_lines(date: str, lines: int) -> None:
    assert len(list(edges(drawn(date)))) == lines


def test_stops_go_from_nothing_to_full_and_back() -> None:
    assert drawn("2003-02-01/2004-03-31").stops == ((0.0, 1.0), (1.0, 1.0))
    places, strengths = zip(*drawn("2003/2005").stops, strict=True)
    assert strengths == (0.0, 1.0, 1.0, 0.0)
    assert list(places) == sorted(places)


def test_labels_cover_no_other_and_stay_inside() -> None:
    bands = [drawn("2001/2004"), drawn("2002/2003"), drawn("2010-06-01/..")]
    found = label_rows(bands, [900.0, 100.0, 500.0], 0.0, 3652.0, 8.0)
    assert [row for _, row in found] == [0, 1, 0]
    assert found[2][0] + 500.0 <= 3652.0
