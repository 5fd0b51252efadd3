from __future__ import annotations

import itertools

import pytest

from peru_timeline.chronology.models import Status
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import (
    Shape,
)
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint.glyphs import GLYPHS, glyph_path
from tests.ui.paint.scenes import (
    POINT,
    all_differ,
    colour_at,
    mark,
    nearly_same,
    painted,
    scene,
    shown,
)

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_shape_looks_different() -> None:
    bars = {"left": 150.0, "right": 330.0}
    shapes = [
        mark(**POINT),
        mark(shape=Shape.SPAN, **bars),
        mark(shape=Shape.FUZZY, fade_left=True, fade_right=True, **bars),
        mark(shape=Shape.RANGE, fade_left=True, **bars),
        mark(fade_right=True),
        mark(fade_left=True),
        mark(fade_right=True, arrow_right=True),
        mark(fade_left=True, arrow_left=True),
        mark(tinted=True),
    ]
    assert all_differ([painted(scene(drawn)) for drawn in shapes])


@pytest.mark.parametrize(
    "place",
    [POINT, {}, {"tinted": True}, {"shape": Shape.FUZZY, "fade_left": True, "fade_right": True}],
)
def test_every_status_looks_different_but_for_happened_and_reported(
    place: dict[str, object],
) -> None:
    images = [painted(scene(mark(status=i, **place))) for i in range(len(Status))]
    reported = list(Status).index(Status.REPORTED)
    assert images[reported] == images[0]  # the weight of the title tells these two apart
    del images[reported]
    assert all_differ(images)


@pytest.mark.parametrize("place", [POINT, {}, {"tinted": True}])
@pytest.mark.parametrize("status", range(len(Status)))
def test_approximate_dates_have_a_dotted_outline(status: int, place: dict[str, object]) -> None:
    firm = painted(scene(mark(status=status, **place)))
    assert painted(scene(mark(status=status, dotted=True, **place))) != firm


def test_an_approximate_bar_fills_the_height_of_the_title_inside_it() -> None:
    image = painted(scene(mark(tinted=True, dotted=True, height=10.0)))
    behind = {colour_at(image, 240, y) for y in range(27, 34)}
    assert behind == {LIGHT.bloc_tints[0].name()}  # a thin core would strike out the letters


def test_every_emphasis_looks_different() -> None:
    for place in (POINT, {}):
        assert all_differ([painted(scene(mark(emphasis=i, **place))) for i in range(4)])


def test_every_bloc_has_a_colour_and_a_glyph_of_its_own() -> None:
    assert all_differ([painted(scene(mark(bloc=i, **POINT))) for i in range(len(GLYPHS))])
    paths = [glyph_path(i, 10.0) for i in range(len(GLYPHS))]
    assert all(one != other for one, other in itertools.combinations(paths, 2))


def test_a_fuzzy_bar_is_solid_in_its_middle_and_faint_at_both_ends() -> None:
    drawn = mark(shape=Shape.FUZZY, fade_left=True, fade_right=True)
    image, solid = painted(scene(drawn)), LIGHT.blocs[0]
    assert colour_at(image, 240, 30) == solid.name()
    for x in (152, 327):
        assert image.pixelColor(x, int(30 + AXIS_HEIGHT_PX)).lightnessF() > 0.9


def test_a_whisker_is_a_thin_line_with_its_glyph_that_makes_room_for_a_title() -> None:
    whisker = mark(shape=Shape.RANGE, fade_left=True, fade_right=True, height=10.0)
    ground, line = LIGHT.ground.name(), LIGHT.blocs[0].name()
    image = painted(scene(whisker))
    for x in (170, 220, 260, 310):
        assert colour_at(image, x, 30) != ground
        assert (
            colour_at(image, x, 34) == ground
        )  # no bar: nobody takes it for something that lasted
    assert colour_at(image, 240, 33) == line  # the glyph
    assert ground not in (colour_at(image, 150, 32), colour_at(image, 329, 32))  # its ends
    broken = painted(scene(whisker._replace(gap=(250.0, 300.0))))
    assert [colour_at(broken, x, 30) == ground for x in (246, 270, 310)] == [False, True, False]
    for gap in ((120.0, 160.0), (320.0, 500.0)):  # beyond an end
        assert colour_at(painted(scene(whisker._replace(gap=gap))), 270, 30) != ground


def test_a_span_that_ends_is_firm_to_its_ends() -> None:
    image = painted(scene(mark()))
    for x in (153, 326):
        assert colour_at(image, x, 30) == LIGHT.blocs[0].name()


def test_a_bar_far_longer_than_the_window_costs_and_shows_no_more() -> None:
    image = painted(scene(mark(left=-1e7, right=1e7, tinted=True)))
    assert colour_at(image, 300, 30) == LIGHT.bloc_tints[0].name()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("status", range(len(Status)))
def test_copies_of_small_marks_look_as_if_they_were_painted(
    monkeypatch: pytest.MonkeyPatch, status: int, ratio: float
) -> None:
    kinds: list[tuple[float, dict[str, object]]] = [
        (150.0, {"shape": Shape.POINT, "height": 10.0}),
        (170.0, {"shape": Shape.FUZZY, "fade_left": True, "fade_right": True}),
        (163.5, {"shape": Shape.RANGE, "fade_left": True, "dotted": True}),
        (180.0, {"emphasis": 2}),
        (180.0, {"emphasis": 0}),
    ]
    marks = [
        mark(status=status, bloc=i, left=150.0 + 40 * i, right=right + 40 * i, y=30.0, **more)
        for i, (right, more) in enumerate(kinds)
    ]
    first = shown(scene(*marks), ratio)
    shown(scene(*marks), ratio)
    copied = shown(scene(*marks), ratio)
    assert nearly_same(first, copied)
    monkeypatch.setattr("peru_timeline.ui.paint.mark_painting.LONGEST_SPRITE_PX", -1.0)
    direct = shown(scene(*marks), ratio)
    assert nearly_same(copied, direct)
