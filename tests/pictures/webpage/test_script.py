"""The page's script places lanes, rows, marks and ticks where the program does, compared by numbers."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from peru_timeline.chronology.dates.unit_wording import month_names
from peru_timeline.pictures.webpage.page_data import layout_for, page_data
from peru_timeline.pictures.webpage.page_html import script
from peru_timeline.pictures.webpage.plans import REFERENCES
from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.ticks import ticks
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import opening_span
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.regime import Regime
from tests.pictures.conftest import Opened, by_letters
from tests.pictures.webpage.script import check_syntax, needs_node, run

pytestmark = needs_node

DESK = REFERENCES[2]
ZOOMS = ((1.0, 0.5), (2.1, 0.7), (5.0, 0.85), (5.0, 0.61), (17.0, 0.62), (120.0, 0.9))
"""(how many times closer than the opening view, where its middle stands in that)."""

PLACED = """
function answer({ data, views, height, width }) {
  const sheet = unfold(data.sheets[data.grouping]), shown = data.events.id.map(() => 1);
  const reference = referenceFor(sheet.plans[data.language], width);
  return views.map(([start, end]) => {
    const view = { start, end, left: 0, right: width, origin: data.home[0] };
    const { plan, reading } = planFor(reference, data, view, countInView(sheet, data.events, shown, view), false);
    const arranged = arrange(sheet, plan, reading, data.events, shown, view, 0, 0);
    const marks = [...sheet.event].map((e, k) => [e, sheet.lane[k], plan.m[k], markY(arranged, sheet, k)]);
    const bands = arranged.bands.map((band) => [band.lane, band.top, band.height]);
    return { reading, height: arranged.height, marks, bands };
  });
}
"""

TITLES = """
function answer({ data, views, width }) {
  const sheet = unfold(data.sheets[data.grouping]), shown = data.events.id.map(() => 1), { events } = data;
  const reference = referenceFor(sheet.plans[data.language], width);
  const titles = [];
  for (const [start, end] of views) {
    const view = { start, end, left: 0, right: width, origin: data.home[0] };
    const { plan, reading } = planFor(reference, data, view, countInView(sheet, events, shown, view), false);
    const arranged = arrange(sheet, plan, reading, events, shown, view, 0, 0);
    const marks = marksInView(arranged, sheet, events, shown, view, -1e9, 1e9, (k) => markY(arranged, sheet, k));
    placeTitles(marks, view, arranged.rowPx, ({ event: e }) => {
      const weight = events.status[e] !== 1 && events.importance[e] > 1 ? 500 : 400;
      return measure(events.title[e].en || events.title[e], plan.font, weight);
    });
    titles.push(marks.map(({ lane, row, left, right, quiet, label }) => (
      [lane, row, left, right, quiet, label && label.x, label && label.width, !!(label && label.above)])));
  }
  return titles;
}
"""

TICKS = """
function answer(questions) {
  return questions.map(({ start, end, words }) => {
    const found = ticks({ start, end, left: 0, right: 900 }, words, measure);
    return [found.major, found.minor].map((row) => row.map(({ px, label, line }) => [px, label, line]));
  });
}
"""


def views_of(opened: Opened) -> list[tuple[float, float]]:
    home = opening_span(opened.chronology, opened.columns)
    views = []
    for zoom, share in ZOOMS:
        width = home.width / zoom
        start = home.start + share * home.width - width / 2
        start = min(max(start, home.start), home.end - width)
        views.append((start, start + width))
    return views


def data_for(opened: Opened, grouping: str = "sector") -> dict[str, Any]:
    return page_data(opened.subject(grouping=grouping), by_letters, None, lambda: None)


@pytest.mark.parametrize("grouping", ["sector", "actor"])
def test_events_stand_in_the_lanes_and_rows_of_the_scene_at_five_zooms(
    peru: Opened, grouping: str
) -> None:
    data, views = data_for(peru, grouping), views_of(peru)
    found = run(PLACED, {"data": data, "views": views, "width": DESK.width})
    made, _ = layout_for(peru.subject(), Grouping(grouping), "en", by_letters)
    regimes = set()
    for view, page in zip(views, found, strict=True):
        scale = TimeScale(TimeSpan(*view), 0.0, DESK.width)
        regimes.add(page["reading"])
        # A window without room to spare: cards and dates in rows of their own are the program's alone.
        height = 1.0 if page["reading"] else DESK.height
        arranged = arrange(made, scale, height)
        assert (arranged.regime is Regime.READING) == page["reading"]
        assert page["height"] == pytest.approx(arranged.content_height)
        assert page["bands"] == [
            pytest.approx([band.lane, band.top, band.height]) for band in arranged.bands
        ]
        index = np.arange(len(arranged.mark_index.event))
        y, hidden = arranged.y(index), arranged.hidden(index)
        scene = {
            (int(event), int(lane)): None if gone else float(at)
            for event, lane, at, gone in zip(
                arranged.mark_index.event, arranged.mark_index.lane, y, hidden, strict=True
            )
        }
        assert {(event, lane) for event, lane, _, _ in page["marks"]} == set(scene)
        for event, lane, _, at in page["marks"]:
            wanted = scene[event, lane]
            assert (at is None) == (wanted is None)
            assert at is None or at == pytest.approx(wanted)
    assert regimes == {True, False}


def test_no_title_covers_another_or_a_mark_at_any_place(peru: Opened) -> None:
    data = data_for(peru)
    views = [
        (start + shift * (end - start), end + shift * (end - start))
        for start, end in views_of(peru)
        for shift in (0.0, -0.13, -0.37)
    ]
    for marks in run(TITLES, {"data": data, "views": views, "width": DESK.width}):
        rows: dict[tuple[int, int], list[tuple[float, float]]] = {}
        for lane, row, left, right, quiet, x, width, above in marks:
            if quiet or above:
                continue
            begin = left if x is None else min(left, x)
            end = right if x is None else max(right, x + width)
            rows.setdefault((lane, row), []).append((begin, end))
        for stretches in rows.values():
            stretches.sort()
            for (_, end), (begin, _) in pairwise(stretches):
                assert begin >= end - 0.01


@pytest.mark.parametrize("language", ["en", "es"])
def test_ticks_are_those_of_the_axis(peru: Opened, language: str) -> None:
    data = page_data(peru.subject(language=language), by_letters, None, lambda: None)
    words = {"months": month_names(language, short=True), **data["years"][language]}
    spans = [
        (738_000.0 + at, 738_000.0 + at + width)
        for width in (0.9, 2.5, 20.0, 90.0, 700.0, 9000.0, 60_000.0, 400_000.0, 9e6)
        for at in (0.3, -width / 2, -1.7 * width)
    ]
    found = run(TICKS, [{"start": a, "end": b, "words": words} for a, b in spans])
    for span, rows in zip(spans, found, strict=True):
        wanted = ticks(TimeScale(TimeSpan(*span), 0.0, 900.0), language, by_letters)
        for row, asked in zip(rows, (wanted.major, wanted.minor), strict=True):
            assert [tick[1:] for tick in row] == [[tick.label, tick.line] for tick in asked]
            assert [tick[0] for tick in row] == pytest.approx([t.px for t in asked], abs=0.01)


def test_words_are_found_by_their_beginnings_without_case_and_accents() -> None:
    answer = "const answer = ([texts, query]) => searched(texts.map(folded), query);"
    texts = ["Pedro Castillo (Perú)", "Cerrón", "castillos, peruanos"]
    assert run(answer, [texts, "PERU cast"]) == [True, False, True]
    assert run(answer, [texts, "cerron"]) == [False, True, False]
    assert run(answer, [texts, "astillo"]) == [False, False, False]
    assert run(answer, [texts, "  .*( "]) is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("one two three four five", ["one two", "three f…"]),
        ("oneoneoneone two", ["oneoneo…", "two"]),
        ("", []),
        ("  one ", ["one"]),
    ],
)
def test_a_text_is_broken_into_lines_and_cut(text: str, lines: list[str]) -> None:
    answer = "const answer = (text) => inLines(text, 8, 2, (line) => line.length);"
    assert run(answer, text) == lines


def test_cards_of_a_row_do_not_cover_each_other() -> None:
    answer = """
    const answer = (lefts) => {
      const marks = lefts.map((left) => ({ left, lane: 0, row: 0, quiet: false }));
      placeCards(marks, { left: 100, right: 1000 });
      return marks.map(({ card }) => card && [card.x, card.width]);
    };
    """
    assert run(answer, [50, 400]) == [[106, 280], [400, 280]]
    assert run(answer, [200, 400]) == [[200, 194], [400, 280]]
    assert run(answer, [200, 250, 900]) == [None, [250, 280], [714, 280]]


def test_the_joined_script_is_one_that_a_browser_can_read() -> None:
    assert check_syntax(script()) == ""
