"""What is drawn of a date, and in which bloc's style."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from peru_timeline.timeline.columns import build_columns, opening_span
from peru_timeline.timeline.scene import Shape
from tests.chronology.made_up import load, small, with_events


def day(text: str) -> float:
    return float(date.fromisoformat(text).toordinal())


POINT, FUZZY, SPAN, RANGE = Shape.POINT, Shape.FUZZY, Shape.SPAN, Shape.RANGE


@pytest.mark.parametrize(
    ("edtf", "shape", "start", "end", "looks"),
    [
        ("2012-05-27", POINT, "2012-05-27", "2012-05-28", ""),
        ("2013-11", FUZZY, "2013-11-01", "2013-12-01", "fade_left fade_right"),
        ("2013", FUZZY, "2013-01-01", "2014-01-01", "fade_left fade_right"),
        ("[2012-10-01..2012-10-07]", FUZZY, "2012-10-01", "2012-10-08", "fade_left fade_right"),
        ("2009/2010", SPAN, "2009-01-01", "2011-01-01", ""),
        ("2009~/2010", SPAN, "2009-01-01", "2011-01-01", "fade_left dotted"),
        ("2009/2010?", SPAN, "2009-01-01", "2011-01-01", "uncertain"),
        # Still going on: drawn up to the day of its newest source, or else to the end of the span.
        ("2003/..", SPAN, "2003-01-01", "2009-03-05", "fade_right open_right"),
        # End unknown: no more than the time in which it began.
        ("2003/", SPAN, "2003-01-01", "2004-01-01", "fade_right"),
        # One moment in a wide range of days: a whisker, which nobody takes for something that lasted.
        ("200X", RANGE, "2000-01-01", "2010-01-01", "fade_left fade_right"),
        ("[2005..2007-08-03]", RANGE, "2005-01-01", "2007-08-04", "fade_left fade_right"),
        ("2004", FUZZY, "2004-01-01", "2005-01-01", "fade_left fade_right"),  # a leap year
    ],
)
def test_what_is_drawn_of_a_date(edtf: str, shape: Shape, start: str, end: str, looks: str) -> None:
    evidence = [{"source": "gazette", "quote": "one two three four five"}]
    columns = build_columns(with_events({"date": edtf, "evidence": evidence}))
    assert Shape(int(columns.shape[0])) == shape
    assert (columns.start[0], columns.end[0]) == (day(start), day(end))
    flags = ("fade_left", "fade_right", "open_left", "open_right", "dotted", "uncertain")
    assert {name for name in flags if getattr(columns, name)[0]} == set(looks.split())
    assert columns.start[0] <= columns.anchor[0] <= columns.end[0]
    assert columns.is_dated[0]


@pytest.mark.parametrize(
    ("edtf", "known"),
    [
        ("/2007-08", "2007-08-31"),
        ("../2007-08", "2007-08-31"),
        ("[..2007-08-03]", "2007-08-03"),
        ("XXXX", "2009-03-04"),  # the day its source was issued
        (None, "2009-03-04"),
    ],
)
def test_what_has_no_known_beginning_is_not_on_the_axis(edtf: str | None, known: str) -> None:
    evidence = [{"source": "gazette", "quote": "one two three four five"}]
    event = {"date": edtf, "evidence": evidence}
    raw = small()
    raw["events"] = [{"id": "one", "title": "Something", "sector": "trade", **event}]
    if edtf is None:
        del raw["events"][0]["date"]
    columns = build_columns(load(raw))
    assert not columns.is_dated[0]
    assert columns.start[0] == day(known)  # for the overview alone
    assert not columns.open_left[0]
    assert columns.span is None


def test_an_open_event_without_dated_source_goes_on_to_the_end_of_the_span() -> None:
    columns = build_columns(with_events({"date": "2003/.."}))
    assert columns.end[0] == day("2011-01-01")


@pytest.mark.parametrize(
    ("blocs", "styles"),
    [
        (["peru", "china"], [1, 0]),
        (["north", "south"], [0, 1]),
        (["china", "north", "russia"], [0, 1, 3]),
        (list("abcdefgh"), [0, 1, 2, 3, 4, 6, 5, 5]),
    ],
)
def test_blocs_have_styles_of_their_own_or_by_order(blocs: list[str], styles: list[int]) -> None:
    raw: dict[str, Any] = small()
    raw["actors"] = [{"id": bloc, "name": bloc, "kind": "state"} for bloc in blocs]
    raw["events"] = []
    found = build_columns(load(raw)).bloc_styles
    assert [found[bloc] for bloc in blocs] == styles


def test_blocs_with_most_events_get_the_colours() -> None:
    raw = small()
    raw["actors"] = [{"id": bloc, "name": bloc, "kind": "state"} for bloc in "abcdefg"]
    raw["actors"].append({"id": "h", "name": "h", "kind": "agency", "part_of": "g"})
    raw["events"] = [
        {
            "id": f"e{n}",
            "date": "2005",
            "title": "x",
            "sector": "trade",
            "actors": [{"actor": actor}],
        }
        for n, actor in enumerate("hhhghfffeecb")
    ]
    found = build_columns(load(raw)).bloc_styles
    assert [found[bloc] for bloc in "gfebcad"] == [0, 1, 2, 3, 4, 6, 5]


def test_the_lead_actor_gives_the_style() -> None:
    columns = build_columns(
        with_events({"actors": [{"actor": "south"}, {"actor": "north"}]}, {"date": "2006"})
    )
    assert columns.bloc.tolist() == [1, 5]


def test_the_opening_view_has_a_small_margin() -> None:
    chronology = load(small())
    span = opening_span(chronology, build_columns(chronology))
    assert span.start < day("2001-01-01") < day("2011-01-01") < span.end
    assert span.width < 1.03 * 3652


@pytest.mark.parametrize("events", [[], [{"date": "2005-05-05"}]])
def test_without_a_stated_span_the_view_opens_on_the_events(events: list[dict[str, Any]]) -> None:
    raw = small()
    del raw["span"]
    raw["events"] = [
        {"id": "one", "title": "Something", "sector": "trade", **event} for event in events
    ]
    chronology = load(raw)
    span = opening_span(chronology, build_columns(chronology))
    assert span.width > 0
    if events:
        assert span.start <= day("2005-05-05") < span.end
