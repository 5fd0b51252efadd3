"""What the shelf looks like: closed, open, its lines and the number of those not listed."""

from __future__ import annotations

import itertools

import pytest

from peru_timeline.timeline.drawn_shelf import Shelf, ShelfItem, ShelfLane
from peru_timeline.timeline.scene import Scene
from peru_timeline.ui.look.theme import LIGHT
from tests.ui.paint.scenes import all_differ, colour_at, painted, scene

pytestmark = pytest.mark.usefixtures("qapp")

LEFT, WIDTH = 250.0, 150.0
CLOSED = ShelfLane(0, 7, 7, LEFT, 5.0, WIDTH, 50.0, 14.0, "", 14.0)
LISTED = CLOSED._replace(more=5, more_y=41.0, more_text="5 more")
LINE = ShelfItem(
    event=0,
    lane=0,
    x=LEFT + 24,
    y=14.0,
    width=WIDTH - 34,
    height=18.0,
    text="A title",
    detail="by 2005",
    detail_x=LEFT + 95,
    bold=False,
    bloc=0,
    status=0,
    emphasis=1,
    is_cut=False,
)


def with_shelf(
    lane: ShelfLane, *items: ShelfItem, is_open: bool = True, title: str = "Date not given"
) -> Scene:
    return scene(right=LEFT, shelf=Shelf(LEFT, WIDTH, is_open, 7, title, (lane,), items))


def test_every_state_looks_different() -> None:
    closed = with_shelf(CLOSED, is_open=False, title="No date")
    shelves = [
        scene(right=LEFT + WIDTH),
        closed,
        with_shelf(CLOSED._replace(count=8), is_open=False, title="No date"),
        with_shelf(CLOSED._replace(count=0), is_open=False, title="No date"),
        with_shelf(CLOSED),
        with_shelf(LISTED),
        with_shelf(LISTED, LINE),
        with_shelf(LISTED, LINE, LINE._replace(event=1, y=32.0)),
    ]
    assert all_differ([painted(each) for each in shelves])


def test_every_line_tells_title_date_bloc_and_status_apart() -> None:
    changes: list[dict[str, object]] = [
        {},
        {"text": "Another"},
        {"detail": ""},
        {"bold": True},
        {"bloc": 1},
        {"bloc": 2},
        {"status": 2},
        {"status": 3},
        {"emphasis": 0},
        {"emphasis": 2},
        {"emphasis": 3},
    ]
    lines = [LINE._replace(**change) for change in changes]  # type: ignore[arg-type]
    assert all_differ([painted(with_shelf(LISTED, line)) for line in lines])


def test_reported_looks_like_happened() -> None:
    reported = painted(with_shelf(LISTED, LINE._replace(status=1)))
    assert reported == painted(with_shelf(LISTED, LINE))


def test_the_selected_line_stands_on_a_dark_ground() -> None:
    image = painted(with_shelf(LISTED, LINE._replace(emphasis=3)))
    assert colour_at(image, LINE.x + 60, 7.0) == LIGHT.selection.name()


def test_nothing_of_the_time_area_reaches_the_shelf() -> None:
    plain, shelf = painted(scene(right=LEFT)), painted(with_shelf(LISTED, LINE))
    for x, y in itertools.product(range(100, int(LEFT) - 1, 7), range(2, 58, 7)):
        assert colour_at(plain, x, y) == colour_at(shelf, x, y)
