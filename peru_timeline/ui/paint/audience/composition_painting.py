"""Painting a composition: its timeline, the panel with the quotation, legend and foot.

Text and marks are painted without copies (see `text_painting`): what the stage paints ahead must not differ from what
it paints at once, and in large type copies save nothing.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from peru_timeline.pictures.composition.composition import (
    FRAME_LINE_PX,
    FRAME_RADIUS_PX,
    MARK_ZOOM,
    Composition,
    Panel,
    Told,
)
from peru_timeline.pictures.composition.quoting import STRIPE_PX
from peru_timeline.pictures.text_lines import TextLine
from peru_timeline.timeline.scene import Mark
from peru_timeline.ui.look.fonts import font_of
from peru_timeline.ui.look.theme import Theme, blend
from peru_timeline.ui.paint.band_painting import paint_bands
from peru_timeline.ui.paint.mark_painting import paint_marks
from peru_timeline.ui.paint.page_painting import paint_legend, paint_text_line
from peru_timeline.ui.paint.paint_context import NO_PEN, PaintContext
from peru_timeline.ui.paint.text_painting import TextPainter

DIMMED_SHARE = 0.5
"""Of its colour that a mark keeps beside the one that is spoken of; still seen when projected pale."""
SERIF_CAP_SHARE = 0.67  # of the size of Source Serif: the height of capitals
PANEL_RADIUS_PX = 12.0


def paint_composition(
    painter: QPainter, composition: Composition, theme: Theme, *, vector: bool = False
) -> None:
    """Paint the whole composition; the painter's units are design px. `vector`: for SVG and PDF."""
    prepare(painter)
    size = composition.size
    painter.fillRect(QRectF(0, 0, size.width, size.height), theme.ground)
    paint_timeline(painter, composition, theme, vector=vector)
    paint_around(painter, composition, theme, vector=vector)


def prepare(painter: QPainter) -> None:
    """Set how a composition is painted: with smooth edges, without outlines."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setPen(NO_PEN)


def paint_timeline(
    painter: QPainter, composition: Composition, theme: Theme, *, vector: bool = False
) -> None:
    """Paint the axis, the events and the bars that count the others."""
    paint_bands(
        painter, [(drawn.band, drawn.body, drawn.cap) for drawn in composition.bands], theme
    )
    _paint_grid(painter, composition, theme)
    for box in composition.rest:
        painter.fillRect(QRectF(*box), theme.density)
    text = TextPainter(painter, vector, copies=False)
    behind = (*(lane.name for lane in composition.lanes), *(b.label for b in composition.bands))
    for line in (*composition.axis.labels, *behind):
        paint_line(painter, text, line, theme)
    for item in composition.told:
        if item.highlighted:
            _paint_frame(painter, QRectF(*item.frame), theme.blocs[item.mark.bloc], theme.ground)
    for dimmed in (True, False):
        told = [item for item in composition.told if item.dimmed is dimmed]
        _paint_marks(painter, composition, told, dimmed_theme(theme) if dimmed else theme, vector)
    painter.setPen(NO_PEN)
    text = TextPainter(painter, vector, copies=False)
    for item in composition.told:
        for line in item.lines:
            paint_line(painter, text, line, theme)


def paint_around(
    painter: QPainter, composition: Composition, theme: Theme, *, vector: bool = False
) -> None:
    """Paint head and foot, the panel and the legend."""
    if composition.panel is not None:
        _paint_panel(painter, composition.panel, theme, vector)
    text = TextPainter(painter, vector, copies=False)
    for line in composition.lines:
        paint_line(painter, text, line, theme)
    for key in composition.keys:  # the samples are marks, and as large as those
        mark = key.mark
        if mark is not None:
            context = _context(painter, theme, -1e6, 1e6, vector)
            painter.save()
            painter.scale(MARK_ZOOM, MARK_ZOOM)
            paint_marks(context, [_in_scene(mark)])
            painter.restore()
        paint_legend(painter, [key._replace(mark=None)], theme, vector=vector, copies=False)


def paint_line(painter: QPainter, text: TextPainter, line: TextLine, theme: Theme) -> None:
    """Paint one line of text, in either typeface."""
    if not line.serif:
        paint_text_line(text, line, theme)
        return
    colour: QColor = getattr(theme, line.ink)
    painter.setFont(_serif(line.px, line.weight))
    painter.setPen(colour)
    painter.drawText(QPointF(line.x, line.middle + line.px * SERIF_CAP_SHARE / 2), line.text)
    painter.setPen(NO_PEN)


def _serif(px: float, weight: int) -> QFont:
    return font_of(px, weight, serif=True)


@lru_cache(maxsize=8)
def _dimmed(blocs: tuple[int, ...], ground: int) -> tuple[QColor, ...]:
    base = QColor.fromRgb(ground)
    return tuple(blend(QColor.fromRgb(bloc), base, DIMMED_SHARE) for bloc in blocs)


def dimmed_theme(theme: Theme) -> Theme:
    """The theme for events that are not spoken of: their colours nearer to the ground."""
    return replace(
        theme, blocs=_dimmed(tuple(bloc.rgb() for bloc in theme.blocs), theme.ground.rgb())
    )


def _paint_grid(painter: QPainter, composition: Composition, theme: Theme) -> None:
    area = composition.area
    begin = min((line.box.top for line in composition.axis.labels), default=area.top)
    for box, stretched in composition.axis.shaded:
        shade = blend(theme.ink, theme.ground, stretched.shade)
        painter.fillRect(QRectF(*box), shade)
    for x, is_major in composition.axis.grid:
        colour = theme.line if is_major else theme.line_soft
        painter.fillRect(QRectF(round(x) - 0.5, begin, 1.0, area.bottom - begin), colour)
    painter.fillRect(QRectF(area.left, area.bottom, area.width, 1.0), theme.line)
    for lane in composition.lanes:
        painter.fillRect(QRectF(*lane.line), theme.line)


def _paint_frame(painter: QPainter, box: QRectF, colour: QColor, ground: QColor) -> None:
    """A frame as a darker shape beneath a lighter one: a pen would take seventy times as long."""
    painter.setPen(NO_PEN)  # text that is written to a file leaves its own
    painter.setBrush(colour)
    painter.drawRoundedRect(box, FRAME_RADIUS_PX, FRAME_RADIUS_PX)
    painter.setBrush(ground)
    inner = box.adjusted(FRAME_LINE_PX, FRAME_LINE_PX, -FRAME_LINE_PX, -FRAME_LINE_PX)
    radius = FRAME_RADIUS_PX - FRAME_LINE_PX
    painter.drawRoundedRect(inner, radius, radius)


def _paint_marks(
    painter: QPainter, composition: Composition, told: list[Told], theme: Theme, vector: bool
) -> None:
    area = composition.area
    context = _context(painter, theme, area.left / MARK_ZOOM, area.right / MARK_ZOOM, vector)
    painter.save()
    painter.scale(MARK_ZOOM, MARK_ZOOM)
    paint_marks(context, [_in_scene(item.mark) for item in told])
    painter.restore()


def _context(
    painter: QPainter, theme: Theme, left: float, right: float, vector: bool
) -> PaintContext:
    return PaintContext(painter, theme, left, right, vector, copies=False)


def _in_scene(mark: Mark) -> Mark:
    """The mark in px of the scene, in which outlines, fades and arrows are measured."""
    return mark._replace(
        left=mark.left / MARK_ZOOM,
        right=mark.right / MARK_ZOOM,
        y=mark.y / MARK_ZOOM,
        height=mark.height / MARK_ZOOM,
    )


def _paint_panel(painter: QPainter, panel: Panel, theme: Theme, vector: bool) -> None:
    box = QRectF(*panel.box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.panel)
    painter.drawRoundedRect(box, PANEL_RADIUS_PX, PANEL_RADIUS_PX)
    stripe = QRectF(box.left(), box.top(), STRIPE_PX, box.height())
    painter.fillRect(
        stripe.adjusted(0, 0, PANEL_RADIUS_PX, 0), theme.panel
    )  # its corners are square
    painter.fillRect(stripe, theme.blocs[panel.bloc])
    text = TextPainter(painter, vector, copies=False)
    for line in panel.lines:
        paint_line(painter, text, line, theme)
