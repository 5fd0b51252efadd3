"""The page in a browser has the events in the lanes and rows of the program's scene, compared by numbers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from peru_timeline.chronology.query import Query
from peru_timeline.pictures.webpage.page_data import layout_for
from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.regime import Regime
from tests.browser.driver import Browser
from tests.pictures.conftest import Opened, by_letters
from tests.pictures.webpage.pages import page_of
from tests.pictures.webpage.test_script import DESK, views_of

HIGH = 4000
"""px: all lanes are in the window."""


@pytest.mark.parametrize(
    ("language", "grouping", "query"),
    [
        ("en", "sector", Query()),
        ("es", "sector", Query()),
        ("en", "actor", Query()),
        ("en", "sector", Query(actors=frozenset({"china"}))),
        ("es", "actor", Query(sectors=frozenset({"mining", "energy"}))),
    ],
)
def test_events_stand_where_the_scene_has_them_at_five_zooms(
    desk: Browser, peru: Opened, tmp_path: Path, language: str, grouping: str, query: Query
) -> None:
    page = tmp_path / "peru.html"
    asked: dict[str, Any] = {"language": language, "grouping": grouping, "query": query}
    page.write_text(page_of(peru, **asked), encoding="utf-8")
    subject = peru.subject(**asked)
    made, _ = layout_for(subject, Grouping(grouping), language, by_letters)
    _open_at(desk, page, DESK.width)
    regimes, compared = set(), []
    for view in views_of(peru):
        desk.run("timelinePage.show(...arguments)", *view)
        drawn = desk.run("return timelinePage.rows()")
        area = drawn["view"]
        assert (area["start"], area["end"]) == pytest.approx(view)
        assert area["right"] - area["left"] == DESK.width
        scale = TimeScale(TimeSpan(*view), 0.0, DESK.width)
        # A window without room to spare: cards and dates in rows of their own are the program's alone.
        height = 1.0 if drawn["reading"] else DESK.height
        arranged = arrange(made, scale, height, mask=subject.shown)
        assert (arranged.regime is Regime.READING) == drawn["reading"]
        index = arranged.mark_index
        seen = index.visible(scale).index
        ids, lanes = peru.chronology.events, made.lanes.ids
        scene = Counter(
            (
                ids[int(index.event[at])].id,
                lanes[int(index.lane[at])],
                int(index.row[at]),
                int(index.side[at]),
            )
            for at in seen[~index.quiet[seen] & ~arranged.hidden(seen)]
        )
        page_rows = Counter(
            (event, lane, row, side) for event, lane, row, side in drawn["marks"] if row >= 0
        )
        assert page_rows == scene
        quiet = {
            (ids[int(index.event[at])].id, lanes[int(index.lane[at])])
            for at in seen[index.quiet[seen]]
        }
        assert {(event, lane) for event, lane, row, _ in drawn["marks"] if row < 0} <= quiet
        regimes.add(drawn["reading"])
        compared.append(len(scene))
    assert regimes == {True, False}
    assert min(compared) > 0


def _open_at(browser: Browser, page: Path, area: float) -> None:
    """Open a page in a window whose time area is so wide."""
    browser.resize(1300, HIGH)
    browser.open(page)
    browser.rest()
    view = browser.run("return timelinePage.rows().view")
    browser.resize(round(area + view["left"]), HIGH)
    browser.rest()
