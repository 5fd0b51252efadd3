"""Pages as PNG, SVG and PDF, on the clipboard and on paper: all painted by the functions that paint the window."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QPainter

from peru_timeline.pictures.legend import Key
from peru_timeline.pictures.page import Page
from peru_timeline.pictures.palette import Palette
from peru_timeline.pictures.refusals import Refusal
from peru_timeline.pictures.writing import Ink, Line
from peru_timeline.timeline.axis.ticks import Ticks
from peru_timeline.timeline.scene import Scene, SceneCounts
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.label_painting import paint_clusters
from peru_timeline.ui.paint.mark_painting import paint_marks
from peru_timeline.ui.paint.paint_context import Place
from peru_timeline.ui.paint.scene_painting import paint_axis, paint_headers, paint_lanes
from peru_timeline.ui.paint.text_measure import TextPainter, text_width

INCH_PER_METRE = 39.3701
BAND_PIXELS = 3840 * 2160

Progress = Callable[[int, int], bool]
"""Hears (steps done, steps in all); False stops."""


def always(_done: int, _all: int) -> bool:
    """Go on."""
    return True


def measure(text: str, font_px: float, weight: int) -> float:
    """What compositions ask (pictures.writing.Measure)."""
    return text_width(text, font_px, weight)


def palette_of(theme: Theme) -> Palette:
    """The theme's colours for what is drawn without Qt."""

    def shown(colour: QColor) -> str:
        return colour.name()[1:].upper()

    single = {
        name: shown(getattr(theme, name)) for name in Palette._fields if not name.startswith("bloc")
    }
    return Palette(
        **single,
        blocs=tuple(map(shown, theme.blocs)),
        bloc_tints=tuple(map(shown, theme.bloc_tints)),
    )


def paint_page(painter: QPainter, page: Page, theme: Theme, *, vector: bool = False) -> None:
    """The whole page, in design px."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, page.size.width, page.size.height), theme.ground)
    for x, y, width in page.rules:
        painter.fillRect(QRectF(x, round(y), width, 1), theme.line)
    painter.save()
    painter.translate(page.scene_x, page.scene_y)
    painter.scale(page.scene_zoom, page.scene_zoom)
    paint_axis(painter, page.scene, theme, vector=vector)
    paint_headers(painter, page.scene, theme, vector=vector)
    if not vector:  # bars that go on outside are painted a little beyond the edge; in files not
        left, width = page.scene.left - 1.0, page.scene.width + 1.0
        painter.setClipRect(QRectF(left, 0.0, width, page.scene.height))
    paint_lanes(painter, page.scene, theme, vector=vector)
    painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    text = TextPainter(painter, vector)
    for line in page.lines:
        _draw(text, line, theme)
    for key in page.keys:
        _paint_key(painter, key, page, theme, vector)


def _paint_key(painter: QPainter, key: Key, page: Page, theme: Theme, vector: bool) -> None:
    """A sample as the scene's own marks are drawn, and its words."""
    place = Place(painter, theme, 0.0, page.size.width, vector)
    scene = _scene_of(key, page)
    painter.setPen(Qt.PenStyle.NoPen)
    paint_marks(place, scene)
    text = TextPainter(painter, vector)
    paint_clusters(place, scene, text)
    if key.sample is not None:
        _draw(text, key.sample, theme)
    _draw(text, key.words, theme)


def _scene_of(key: Key, page: Page) -> Scene:
    return dataclasses.replace(
        page.scene,
        marks=() if key.mark is None else (key.mark,),
        clusters=() if key.cluster is None else (key.cluster,),
        labels=(), cards=(), strips=(), lanes=(), ticks=Ticks((), ()),
        guide_x=None, guide_title=None, today_x=None, counts=SceneCounts(0, 0, 0, 0, 0, 0, 0),
    )  # fmt: skip


def _draw(text: TextPainter, line: Line, theme: Theme) -> None:
    text.draw(line.x, line.middle, line.text, line.px, line.weight, _ink(theme, line.ink))


def _ink(theme: Theme, ink: Ink) -> QColor:
    colour: QColor = getattr(theme, ink)
    return colour


# --- PNG -------------------------------------------------------------------------------------


def image_of(page: Page, theme: Theme, scale: float = 1.0) -> QImage:
    """The page as pixels; raises SizeError where they are too many, MemoryError where there is no room."""
    width, height = page.size.pixels(scale)
    return _band(page, theme, scale, QRect(0, 0, width, height))


def _band(page: Page, theme: Theme, scale: float, part: QRect) -> QImage:
    """This part of the page's pixels."""
    image = QImage(part.size(), QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError(Refusal.NO_MEMORY.of(part.width(), part.height()))
    image.fill(theme.ground)  # the last column may lie half beyond the page
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    zoom = page.size.zoom * scale
    painter = QPainter(image)
    painter.translate(-part.x(), -part.y())
    painter.scale(zoom, zoom)
    paint_page(painter, page, theme)
    painter.end()
    return image


def png(page: Page, theme: Theme, scale: float = 1.0, progress: Progress = always) -> bytes | None:
    """The page as PNG with its resolution, marked as sRGB; the same page gives the same bytes.

    It is painted band by band, so that the largest needs no more memory than a screen, and can be stopped
    between them: then None.
    """
    from peru_timeline.ui.paint.png import PngWriter

    width, height = page.size.pixels(scale)
    dots = round(page.size.px_per_inch * page.size.zoom * scale * INCH_PER_METRE)
    texts = {"Title": page.title, "Description": page.description}
    writer = PngWriter(width, height, dots, texts)
    rows = max(BAND_PIXELS // width, 1)
    bands = range(0, height, rows)
    for done, top in enumerate(bands):
        writer.add(_band(page, theme, scale, QRect(0, top, width, min(rows, height - top))))
        if not progress(done + 1, len(bands)):
            return None
    return writer.content()
