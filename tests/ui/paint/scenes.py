"""Small scenes, and what they look like when painted."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from peru_timeline.timeline.axis.ticks import Tick, Ticks
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import (
    Label,
    LabelStyle,
    LaneBand,
    Mark,
    Scene,
    SceneCounts,
    Shape,
)
from peru_timeline.ui.look.theme import LIGHT, Theme
from peru_timeline.ui.paint.scene_painting import paint_scene

BAND = LaneBand(0, "lane", 0.0, 60.0, "Lane", 3, 3, False, 0, False)


POINT = {"shape": Shape.POINT, "left": 200.0, "right": 200.0, "height": 10.0}


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
        today_x=None,
        counts=SceneCounts(3, 3, 3, 0, 0, 0, 0, 3),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def label(style: LabelStyle, **changes: object) -> Label:
    whole = Label(0, 0, 180.0, 20.0, 150.0, 16.0, "What happened", "2005", 12.0, True, style, 2)
    return whole._replace(**changes)  # type: ignore[arg-type]


def painted(drawn: Scene, theme: Theme = LIGHT, ratio: float = 1.0) -> QImage:
    height = int(drawn.height + AXIS_HEIGHT_PX)
    image = QImage(int(drawn.outer_right * ratio), int(height * ratio), QImage.Format.Format_RGB32)
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


def nearly_same(one: QImage, other: QImage) -> bool:
    """Whether no pixel differs by more than rounding in two blends explains."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs) <= 3
