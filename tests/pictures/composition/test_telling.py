"""Rows of events, and the marks and texts of one event."""

from __future__ import annotations

import pytest

from peru_timeline.pictures.composition.composition import Measures, Told
from peru_timeline.pictures.composition.telling import (
    BESIDE_PX,
    GLYPH_PX,
    Teller,
    height_of,
    packed,
    placed,
    rows_of,
)
from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.scene import Shape
from tests.pictures.conftest import Opened, by_letters

AREA = Box(100.0, 200.0, 1000.0, 400.0)


def teller(peru: Opened, focus: int | None = None) -> Teller:
    subject = peru.subject()
    scale = TimeScale(subject.drawn_span, AREA.left, AREA.right)
    return Teller(subject, scale, AREA, Measures(by_letters, by_letters), focus)


def test_every_event_stays_within_the_area_with_its_text_at_its_mark(peru: Opened) -> None:
    telling = teller(peru)
    for event in telling.subject.events.tolist():
        for width in telling.widths():
            told = telling.told(event, width)
            assert told.left >= AREA.left - 0.5
            assert told.right <= AREA.right + 0.5
            assert told.mark.box_left < told.right
            assert told.mark.box_right > told.left
            edges = {round(line.x, 3) for line in told.lines}
            ends = {round(line.x + line.width, 3) for line in told.lines}
            assert len(edges) == 1 or len(ends) == 1


def test_what_has_no_known_beginning_is_a_tail_that_fades_to_the_left(peru: Opened) -> None:
    telling = teller(peru)
    undated = [e for e in telling.subject.events.tolist() if not peru.columns.is_dated[e]]
    for event in undated:
        mark = telling.told(event, 500.0).mark
        assert (mark.shape, mark.fade_left, mark.fade_right) == (Shape.SPAN, True, False)
        assert mark.right - mark.left < 100


def test_a_bar_that_an_edge_cuts_does_not_fade_there(peru: Opened) -> None:
    subject = peru.subject()
    columns = peru.columns
    long = next(e for e in subject.events.tolist() if columns.end[e] - columns.start[e] > 3000)
    middle = float(columns.start[long] + columns.end[long]) / 2
    scale = TimeScale(TimeSpan(middle - 100, middle + 100), AREA.left, AREA.right)
    mark = Teller(subject, scale, AREA, Measures(by_letters, by_letters), None).told(long, 500).mark
    assert (mark.left, mark.right) == (AREA.left, AREA.right)
    assert not any((mark.fade_left, mark.fade_right, mark.arrow_left, mark.arrow_right))


@pytest.mark.parametrize("height", [90.0, 200.0, 400.0, 800.0])
def test_rows_fit_the_height_and_nothing_touches(peru: Opened, height: float) -> None:
    telling = teller(peru)
    events = telling.subject.events[::9].tolist()
    rows, left_out = rows_of(telling, events, height)
    assert height_of(rows) <= height
    shown = [told.event for row in rows for told in row.told]
    assert sorted([*shown, *left_out]) == sorted(events)
    for row in rows:
        for one, other in zip(row.told, row.told[1:], strict=False):
            assert one.right + BESIDE_PX <= other.left
    area = AREA._replace(height=height)
    assert all(told.date.box.bottom <= area.bottom + 1 for told in placed(rows, area))


def test_the_row_with_the_earliest_mark_is_on_top(peru: Opened) -> None:
    telling = teller(peru)
    told: list[Told] = [
        telling.told(event, 500.0) for event in telling.subject.events[:40].tolist()
    ]
    firsts = [min(item.mark.box_left for item in row.told) for row in packed(told)]
    assert firsts == sorted(firsts)


def test_titles_break_into_lines_about_equally_long(peru: Opened) -> None:
    telling = teller(peru)
    for event in telling.subject.events.tolist():
        lines = telling.told(event, 300.0).title
        widths = [line.width for line in lines]
        assert max(widths) <= 300.0 + GLYPH_PX
        assert len(lines) != 2 or min(widths) > 0.4 * max(widths)
