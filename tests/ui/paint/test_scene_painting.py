from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from peru_timeline.chronology.models import Status
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import (
    Card,
    Cluster,
    LabelStyle,
    LaneBand,
    Shape,
    Strip,
)
from peru_timeline.ui.look.theme import DARK, LIGHT, THEMES, Theme
from peru_timeline.ui.paint.scene_painting import paint_scene
from tests.ui.paint.scenes import (
    BAND,
    POINT,
    all_differ,
    colour_at,
    label,
    mark,
    painted,
    scene,
)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_nothing_is_painted_over_the_lane_headers(theme: Theme) -> None:
    with_bar = painted(scene(mark(left=-500.0, right=300.0)), theme)
    without = painted(scene(), theme)
    for x in range(0, 100, 3):
        for y in range(int(AXIS_HEIGHT_PX), 110, 3):
            assert with_bar.pixelColor(x, y) == without.pixelColor(x, y)


def test_words_of_every_kind_are_painted() -> None:
    plain = scene()
    others = [
        scene(labels=(label(LabelStyle.PLAIN),)),
        scene(labels=(label(LabelStyle.PLAIN, bold=False),)),
        scene(labels=(label(LabelStyle.PLAIN, detail=""),)),
        scene(labels=(label(LabelStyle.SELECTED),)),
        scene(guide_x=200.0),
        scene(today_x=300.0),
        scene(clusters=(Cluster(0, 150.0, 190.0, 30.0, 14.0, 7, 0, (1, 0), (0.0, 9.0)),)),
        scene(strips=(Strip(0, 10.0, 40.0, 100.0, 10.0, (1, 0, 5, 3), 5),)),
        scene(
            cards=(
                Card(
                    0,
                    0,
                    120.0,
                    12.0,
                    200.0,
                    44.0,
                    130.0,
                    6.0,
                    ("Title",),
                    "2005",
                    ("Told.",),
                    "By",
                    0,
                    1,
                ),
            )
        ),
        scene(lanes=(BAND._replace(hidden_rows=7),)),
        scene(lanes=(BAND._replace(count=1),)),
        scene(lanes=(BAND._replace(collapsed=True),)),
        scene(lanes=(LaneBand(-1, "", 0.0, 24.0, "", 5, 5, True, 0, False),)),
    ]
    assert all_differ([painted(each) for each in (plain, *others)])


def test_a_card_that_is_selected_has_a_strong_edge() -> None:
    card = Card(0, 0, 120, 12, 200, 44, 130, 6, ("Title",), "2005", (), "", 0, 1)
    plain = painted(scene(cards=(card,)))
    chosen = painted(scene(cards=(card._replace(emphasis=3),)))
    assert colour_at(chosen, 220, 12.5) == LIGHT.selection.name()
    assert colour_at(plain, 220, 12.5) != LIGHT.selection.name()


def test_what_is_painted_before_does_not_move_text() -> None:
    """Some brushes make Qt's painter forget where it was moved to (see mark_painting)."""
    words = label(LabelStyle.PLAIN, detail="")
    marks = [
        mark(y=50.0, status=status, dotted=dotted, shape=shape, fade_left=True, fade_right=True)
        for status in range(len(Status))
        for dotted in (False, True)
        for shape in (Shape.SPAN, Shape.FUZZY, Shape.RANGE)
    ]
    alone = painted(scene(labels=(words,)))
    among = painted(scene(*marks, labels=(words,)))
    top = QRectF(100, AXIS_HEIGHT_PX + 15, 250, 25).toRect()
    assert alone.copy(top) == among.copy(top)


def test_light_and_dark_differ_everywhere() -> None:
    assert painted(scene(mark()), LIGHT) != painted(scene(mark()), DARK)


def test_pictures_of_twice_the_resolution_are_crisp() -> None:
    image = painted(scene(mark(), labels=(label(LabelStyle.PLAIN),)), ratio=2.0)
    large = image.scaled(400, 110)
    assert large != painted(scene(mark(), labels=(label(LabelStyle.PLAIN),)))
    assert image.pixelColor(640, int(2 * (30 + AXIS_HEIGHT_PX))).name() == LIGHT.blocs[0].name()


def test_vectors_keep_text_as_text(tmp_path: Path) -> None:
    file = tmp_path / "scene.svg"
    generator = QSvgGenerator()
    generator.setFileName(str(file))
    generator.setViewBox(QRectF(0, 0, 400, 110))
    painter = QPainter(generator)
    painter.translate(0, AXIS_HEIGHT_PX)
    marks = [mark(status=i, dotted=d) for i in range(5) for d in (False, True)]
    drawn = scene(*marks, labels=(label(LabelStyle.PLAIN),))
    paint_scene(painter, drawn, LIGHT, vector=True)
    painter.end()
    svg = file.read_text(encoding="utf-8")
    assert "What happened" in svg
    assert "<image" not in svg


def test_files_get_no_copies() -> None:
    words = scene(mark(**POINT), labels=(label(LabelStyle.PLAIN),))
    pictures = [painted(words) for _ in range(3)]
    assert pictures[0] == pictures[1] == pictures[2]
