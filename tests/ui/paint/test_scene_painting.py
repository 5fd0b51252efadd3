from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from peru_timeline.chronology.models import Status
from peru_timeline.timeline.axis.ticks import Tick, Ticks
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import (
    Card,
    Cluster,
    Label,
    LabelStyle,
    LaneBand,
    Mark,
    Scene,
    SceneCounts,
    Shape,
    Strip,
)
from peru_timeline.timeline.text_measure import MEDIUM
from peru_timeline.ui.look.theme import DARK, LIGHT, THEMES, Theme
from peru_timeline.ui.paint import text_painting
from peru_timeline.ui.paint.glyphs import GLYPHS, glyph_icon, glyph_path, hatched_path
from peru_timeline.ui.paint.scene_painting import paint_scene
from peru_timeline.ui.paint.text_measure import elided, text_width
from peru_timeline.ui.paint.text_painting import TextPainter

pytestmark = pytest.mark.usefixtures("qapp")
BAND = LaneBand(0, "lane", 0.0, 60.0, "Lane", 3, 3, False, 0, False)


def mark(**changes: object) -> Mark:
    whole = Mark(
        event=0,
        lane=0,
        row=0,
        shape=Shape.SPAN,
        left=150.0,
        right=330.0,
        y=30.0,
        height=14.0,
        fade_left=False,
        fade_right=False,
        arrow_left=False,
        arrow_right=False,
        bloc=0,
        status=0,
        dotted=False,
        tinted=False,
        emphasis=1,
    )
    return whole._replace(**changes)  # type: ignore[arg-type]


def scene(*marks: Mark, **changes: object) -> Scene:
    whole = Scene(
        left=100.0,
        right=400.0,
        height=60.0,
        content_height=60.0,
        scroll_y=0.0,
        marks=marks,
        labels=(),
        cards=(),
        clusters=(),
        strips=(),
        lanes=(BAND,),
        ticks=Ticks((Tick(0, 100.0, "2001"),), (Tick(0, 100.0, "01"), Tick(365, 250.0, "02"))),
        guide_x=None,
        guide_title=None,
        today_x=None,
        counts=SceneCounts(3, 3, 3, 0, 0, 0, 0, 3),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def painted(drawn: Scene, theme: Theme = LIGHT, ratio: float = 1.0) -> QImage:
    height = int(drawn.height + AXIS_HEIGHT_PX)
    image = QImage(int(drawn.right * ratio), int(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.ground)
    painter = QPainter(image)
    painter.translate(0, AXIS_HEIGHT_PX)
    paint_scene(painter, drawn, theme)
    painter.end()
    return image


def on_widget(paint: Callable[[QPainter], None], size: tuple[int, int], ratio: float) -> QImage:
    """What a widget shows after painting."""

    class Widget(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), LIGHT.ground)
                paint(painter)

    widget = Widget()
    widget.resize(*size)
    image = QImage(round(size[0] * ratio), round(size[1] * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    widget.render(image)
    return image


def shown(drawn: Scene, ratio: float = 1.0) -> QImage:
    """A scene as a widget shows it."""

    def paint(painter: QPainter) -> None:
        painter.translate(0, AXIS_HEIGHT_PX)
        paint_scene(painter, drawn, LIGHT)

    return on_widget(paint, (400, 110), ratio)


def colour_at(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(int(x), int(y + AXIS_HEIGHT_PX)).name()


def all_differ(images: list[QImage]) -> bool:
    return all(one != other for one, other in itertools.combinations(images, 2))


POINT = {"shape": Shape.POINT, "left": 200.0, "right": 200.0, "height": 10.0}


def test_every_shape_looks_different() -> None:
    bars = {"left": 150.0, "right": 330.0}
    shapes = [
        mark(**POINT),
        mark(shape=Shape.SPAN, **bars),
        mark(shape=Shape.FUZZY, fade_left=True, fade_right=True, **bars),
        mark(shape=Shape.TAIL, fade_left=True, **bars),
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


def test_every_emphasis_looks_different() -> None:
    for place in (POINT, {}):
        assert all_differ([painted(scene(mark(emphasis=i, **place))) for i in range(4)])


def test_every_bloc_has_a_colour_and_a_glyph_of_its_own() -> None:
    assert all_differ([painted(scene(mark(bloc=i, **POINT))) for i in range(len(GLYPHS))])
    paths = [glyph_path(i, 10.0) for i in range(len(GLYPHS))]
    assert all(one != other for one, other in itertools.combinations(paths, 2))


def test_glyphs_are_about_equally_large_and_centred() -> None:
    areas = []
    for bloc in range(len(GLYPHS)):
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.fillPath(glyph_path(bloc, 20.0).translated(20, 20), Qt.GlobalColor.black)
        painter.end()
        dark = [
            (x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).lightness() < 128
        ]
        areas.append(len(dark))
        assert abs(sum(x for x, _ in dark) / len(dark) - 19.5) < 0.8
        assert abs(sum(y for _, y in dark) / len(dark) - 19.5) < 1.8
        assert not hatched_path(bloc, 20.0).isEmpty()
    assert max(areas) / min(areas) < 1.7


def test_a_fuzzy_bar_is_solid_in_its_middle_and_faint_at_both_ends() -> None:
    drawn = mark(shape=Shape.FUZZY, fade_left=True, fade_right=True)
    image, solid = painted(scene(drawn)), LIGHT.blocs[0]
    assert colour_at(image, 240, 30) == solid.name()
    for x in (152, 327):
        assert image.pixelColor(x, int(30 + AXIS_HEIGHT_PX)).lightnessF() > 0.9


def test_a_span_that_ends_is_firm_to_its_ends() -> None:
    image = painted(scene(mark()))
    for x in (153, 326):
        assert colour_at(image, x, 30) == LIGHT.blocs[0].name()


def test_a_bar_far_longer_than_the_window_costs_and_shows_no_more() -> None:
    image = painted(scene(mark(left=-1e7, right=1e7, tinted=True)))
    assert colour_at(image, 300, 30) == LIGHT.bloc_tints[0].name()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_nothing_is_painted_over_the_lane_headers(theme: Theme) -> None:
    with_bar = painted(scene(mark(left=-500.0, right=300.0)), theme)
    without = painted(scene(), theme)
    for x in range(0, 100, 3):
        for y in range(int(AXIS_HEIGHT_PX), 110, 3):
            assert with_bar.pixelColor(x, y) == without.pixelColor(x, y)


def label(style: LabelStyle, **changes: object) -> Label:
    whole = Label(0, 0, 180.0, 20.0, 150.0, 16.0, "What happened", "2005", 12.0, True, style, 2)
    return whole._replace(**changes)  # type: ignore[arg-type]


def test_words_of_every_kind_are_painted() -> None:
    plain = scene()
    others = [
        scene(labels=(label(LabelStyle.PLAIN),)),
        scene(labels=(label(LabelStyle.PLAIN, bold=False),)),
        scene(labels=(label(LabelStyle.PLAIN, detail=""),)),
        scene(labels=(label(LabelStyle.SELECTED),)),
        scene(guide_x=200.0),
        scene(guide_x=200.0, guide_title=label(LabelStyle.SELECTED, y=-20.0)),
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
        for shape in (Shape.SPAN, Shape.FUZZY, Shape.TAIL)
    ]
    alone = painted(scene(labels=(words,)))
    among = painted(scene(*marks, labels=(words,)))
    top = QRectF(100, AXIS_HEIGHT_PX + 15, 250, 25).toRect()
    assert alone.copy(top) == among.copy(top)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("status", range(len(Status)))
def test_copies_of_small_marks_look_as_if_they_were_painted(
    monkeypatch: pytest.MonkeyPatch, status: int, ratio: float
) -> None:
    kinds: list[tuple[float, dict[str, object]]] = [
        (150.0, {"shape": Shape.POINT, "height": 10.0}),
        (170.0, {"shape": Shape.FUZZY, "fade_left": True, "fade_right": True}),
        (163.5, {"shape": Shape.TAIL, "fade_left": True, "dotted": True}),
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


def nearly_same(one: QImage, other: QImage) -> bool:
    """Whether no pixel is off by more than blending twice explains."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs) <= 3


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


# --- text ---


def test_text_is_measured_as_it_is_painted() -> None:
    assert text_width("What happened", 12.0, MEDIUM) > text_width("What happened", 12.0) > 50


def test_text_is_cut_to_its_room() -> None:
    cut = elided("A very long name of a lane indeed", 12.0, 400, 80)
    assert cut.endswith("…")
    assert text_width(cut, 12.0) <= 80
    assert len(elided("x" * 300_000, 12.0, 400, 80)) < 300


def test_the_pictures_of_text_take_little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_painting, "MOST_BYTES", 100_000)

    def paint(painter: QPainter) -> None:
        text = TextPainter(painter)
        for i in range(500):
            for _ in range(2):
                text.draw(0, 10, f"number {i}", 12.0, 400, LIGHT.ink)

    on_widget(paint, (100, 30), 1.0)
    lines = [line for known in text_painting._pictures.values() for line in known.values()]
    pictures = [line for line in lines if line is not None]
    assert pictures
    assert sum(4 * line.width() * line.height() for line in pictures) < 110_000


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_copied_text_looks_like_text(ratio: float) -> None:
    def paint(painter: QPainter) -> None:
        TextPainter(painter).draw(10, 20, "Copied, quickly", 12.0, 500, LIGHT.ink)

    first, _, copied = (on_widget(paint, (200, 40), ratio) for _ in range(3))
    pairs = zip(bytes(first.constBits()), bytes(copied.constBits()), strict=True)
    assert sum(abs(one - other) for one, other in pairs) / first.sizeInBytes() < 1


def test_files_get_no_copies() -> None:
    words = scene(mark(**POINT), labels=(label(LabelStyle.PLAIN),))
    pictures = [painted(words) for _ in range(3)]
    assert pictures[0] == pictures[1] == pictures[2]


def test_icons_of_glyphs() -> None:
    sizes = {size.width() for size in glyph_icon(LIGHT, 1).availableSizes()}
    assert len(sizes) == 3
