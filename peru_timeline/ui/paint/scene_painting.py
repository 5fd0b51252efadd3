"""Painting a scene: one function for the window and for pictures, so that they cannot differ.

The painter's units are the scene's pixels. (0, 0) is the top left of the lane area; the time axis is above it, at y
from -AXIS_PX to 0.
"""

from __future__ import annotations

from enum import Flag, auto
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from peru_timeline.pictures.text_lines import wrapped
from peru_timeline.timeline.axis.ticks import MAJOR_LABEL_X_PX
from peru_timeline.timeline.lanes import ALL_LANES
from peru_timeline.timeline.metrics import (
    COUNT_PADDING_PX,
    HEADER_INDENT_PX,
    HEADER_PADDING_PX,
    LANE_COUNT_FONT_PX,
    LANE_NAME_FONT_PX,
    MAJOR_FONT_PX,
    MAJOR_LABEL_Y_PX,
    MAJOR_TICK_Y_PX,
    MINOR_FONT_PX,
    MINOR_LABEL_Y_PX,
    MINOR_TICK_Y_PX,
)
from peru_timeline.timeline.scene import LaneBand, Scene
from peru_timeline.typefaces import REGULAR, SEMIBOLD
from peru_timeline.ui.look.theme import Theme, blend
from peru_timeline.ui.paint.band_painting import paint_band_bodies, paint_band_labels
from peru_timeline.ui.paint.label_painting import (
    paint_cards,
    paint_clusters,
    paint_labels,
    paint_offers,
    paint_strips,
)
from peru_timeline.ui.paint.mark_painting import paint_marks
from peru_timeline.ui.paint.paint_context import NO_PEN, PaintContext
from peru_timeline.ui.paint.shelf_painting import paint_shelf
from peru_timeline.ui.paint.text_measure import elided, text_width
from peru_timeline.ui.paint.text_painting import TextPainter

MORE_PX = 10.0
MORE_GAP_PX = 3.0  # on either side of the number of hidden events
FOLD_SIGN_X_PX = 7.0
NAME_LINE_PX = 16.0
SHADE_Y_PX = -44.0  # top of the shade where time is stretched
ZONE_GAP_PX = 8.0  # from the zone of the hours to the axis


class Part(Flag):
    """What of a scene is painted: the window has a graphics item for each."""

    AXIS = auto()
    HEADERS = auto()
    LANES = auto()
    SHELF = auto()


WHOLE = Part.AXIS | Part.HEADERS | Part.LANES | Part.SHELF


def paint_scene(
    painter: QPainter,
    scene: Scene,
    theme: Theme,
    parts: Part = WHOLE,
    *,
    vector: bool = False,
    hovered: int | None = None,
) -> None:
    """Paint these parts of a scene.

    `vector`: for SVG and PDF, in which text stays text. `hovered` is the lane under the pointer.
    """
    context = PaintContext(painter, theme, scene.left, scene.right, vector)
    if Part.AXIS in parts:
        _paint_axis(context, scene)
    if Part.HEADERS in parts:
        _paint_headers(context, scene, hovered)
    if Part.LANES in parts:
        _paint_lanes(context, scene)
    if Part.SHELF in parts:
        paint_shelf(context, scene)


def _paint_lanes(context: PaintContext, scene: Scene) -> None:
    """The lane area, from the end of the headers to the right edge."""
    painter, area = context.painter, QRectF(scene.left, 0.0, scene.right - scene.left, scene.height)
    painter.save()
    if not context.vector:
        painter.setClipRect(
            area.adjusted(-1, 0, 0, 0)
        )  # a tick at the left end is drawn just before it
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _fill_bands(context, scene, scene.left, scene.right)
    paint_band_bodies(context, scene)
    _paint_grid(context, scene)
    _paint_lane_borders(context, scene, scene.left, scene.right)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(NO_PEN)
    if not context.vector:  # bars reach a little beyond the lanes; in files they are cut off there
        painter.setClipRect(area)
    text = TextPainter(painter, context.vector)
    paint_strips(context, scene.strips)
    _paint_guides(context, scene)
    paint_marks(context, scene.marks)
    paint_clusters(context, scene.clusters, text)
    paint_labels(context, scene, text)
    paint_cards(context, scene.cards, text)
    paint_offers(context, scene.offers, text)
    painter.restore()


def _fill_bands(context: PaintContext, scene: Scene, left: float, right: float) -> None:
    for band in scene.lanes:
        if band.shaded:
            area = QRectF(left, band.top, right - left, band.height)
            context.painter.fillRect(area, context.theme.shade)


def _paint_lane_borders(context: PaintContext, scene: Scene, left: float, right: float) -> None:
    """A line below each lane."""
    for band in scene.lanes:
        bottom = round(band.top + band.height)
        if 0 < bottom <= scene.height:
            area = QRectF(left, bottom - 1, right - left, 1)
            context.painter.fillRect(area, context.theme.line)


def _paint_grid(context: PaintContext, scene: Scene) -> None:
    theme, ticks = context.theme, scene.ticks
    for level, colour in ((ticks.minor, theme.line_soft), (ticks.major, theme.line)):
        for tick in level:
            if tick.line and scene.left <= tick.px <= scene.right:
                _paint_vertical(context.painter, tick.px, 0.0, scene.height, colour)


def _paint_vertical(painter: QPainter, x: float, top: float, bottom: float, colour: QColor) -> None:
    painter.fillRect(round(x - 0.5), round(top), 1, round(bottom - top), colour)


def _paint_guides(context: PaintContext, scene: Scene) -> None:
    """The line of today, and the one through the selected event."""
    theme = context.theme
    for x, colour in ((scene.today_x, theme.today), (scene.guide_x, theme.guide)):
        if x is not None:
            context.painter.fillRect(QRectF(x - 0.75, 0, 1.5, scene.height), colour)


# --- headers ---------------------------------------------------------------------------------


def _paint_headers(context: PaintContext, scene: Scene, hovered: int | None) -> None:
    """Names and counts of the lanes, left of the time area."""
    painter, theme = context.painter, context.theme
    text = TextPainter(painter, context.vector)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _fill_bands(context, scene, 0.0, scene.left)
    _paint_lane_borders(context, scene, 0.0, scene.left)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for band in scene.lanes:
        middle = band.header_y
        if not band.has_header(scene.height):
            continue
        if band.folded:
            line = elided(
                folded_lanes_in_words(band),
                LANE_NAME_FONT_PX,
                REGULAR,
                scene.left - HEADER_PADDING_PX,
            )
            ink = theme.accent if band.id == ALL_LANES else theme.ink_faint
            text.draw(HEADER_PADDING_PX, middle, line, LANE_NAME_FONT_PX, REGULAR, ink)
            continue
        if band.collapsed or band.unfolds or band.lane == hovered:
            is_closed = band.collapsed or (band.unfolds and not band.unfolded)
            x = FOLD_SIGN_X_PX + band.depth * HEADER_INDENT_PX
            _paint_fold_sign(context, x, middle, is_closed)
        _paint_header(text, band, theme, scene.left, middle)


def _paint_header(
    text: TextPainter, band: LaneBand, theme: Theme, left: float, middle: float
) -> None:
    """Name, count, and for how many events of the present view the lane has no room."""
    count = band.count_label
    more = f"+{band.hidden_rows}" if band.hidden_rows else ""
    more_width = text_width(more, MORE_PX, SEMIBOLD) if more else 0.0
    count_right = left - max(COUNT_PADDING_PX, more_width + 2 * MORE_GAP_PX)
    name_left = HEADER_PADDING_PX + band.depth * HEADER_INDENT_PX
    room = count_right - text_width(count, LANE_COUNT_FONT_PX) - 5 - name_left
    below = band.top + band.height - middle - LANE_NAME_FONT_PX
    for number, line in enumerate(name_lines(band.name, room, 1 + int(below // NAME_LINE_PX))):
        y = middle + number * NAME_LINE_PX
        text.draw(name_left, y, line, LANE_NAME_FONT_PX, SEMIBOLD, theme.ink)
    text.draw_right(count_right, middle, count, LANE_COUNT_FONT_PX, REGULAR, theme.ink_faint)
    if more:
        text.draw(count_right + MORE_GAP_PX, middle, more, MORE_PX, SEMIBOLD, theme.ink_soft)


@lru_cache(maxsize=1000)
def name_lines(name: str, room: float, most: int) -> tuple[str, ...]:
    """A lane's name, in up to three lines if it is too long for one and the lane is high enough."""
    return wrapped(name, LANE_NAME_FONT_PX, SEMIBOLD, room, text_width, min(max(most, 1), 3))


def _paint_fold_sign(context: PaintContext, left: float, middle: float, collapsed: bool) -> None:
    """A triangle: pointing right at a lane that is collapsed, down at one that can be."""
    points = [(-2.5, -4.0), (2.5, 0.0), (-2.5, 4.0)]
    context.painter.setPen(NO_PEN)
    context.painter.setBrush(context.theme.ink_faint)
    turned = points if collapsed else [(-y, x) for x, y in points]
    context.painter.drawPolygon([QPointF(left + x, middle + y) for x, y in turned])


def folded_lanes_in_words(band: LaneBand) -> str:
    """The text of the line into which lanes without events in the present view are folded, or of the way back."""
    translate = QCoreApplication.translate
    if band.id == ALL_LANES:
        return translate("Painting", "Show all lanes")
    if band.hidden_rows == 1:
        return translate("Painting", "1 event here in a folded lane (L shows it)")
    if band.hidden_rows:
        template = translate("Painting", "{events} events here in folded lanes (L shows them)")
        return template.format(events=band.hidden_rows)
    if band.count == 1:
        return translate("Painting", "1 lane without events here")
    return translate("Painting", "{lanes} lanes without events here").format(lanes=band.count)


# --- axis ------------------------------------------------------------------------------------


def _paint_axis(context: PaintContext, scene: Scene) -> None:
    """The time axis above the lanes, with the labels of bands at its top."""
    painter, theme = context.painter, context.theme
    text = TextPainter(painter, context.vector)
    paint_band_labels(context, scene, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for part in scene.ticks.stretched:
        area = QRectF(part.left, SHADE_Y_PX, part.right - part.left, -SHADE_Y_PX)
        painter.fillRect(area, blend(theme.ink, theme.ground, part.shade))
    for ticks, top, colour in (
        (scene.ticks.minor, MINOR_TICK_Y_PX, theme.line),
        (scene.ticks.major, MAJOR_TICK_Y_PX, theme.border),
    ):
        for tick in ticks:
            if tick.line and scene.left <= tick.px <= scene.right:
                _paint_vertical(painter, tick.px, top, 0.0, colour)
    painter.fillRect(QRectF(0.0, -1.0, scene.right, 1.0), theme.line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_minor_labels(text, scene, theme)
    for tick in scene.ticks.major:
        stuck = not tick.line and tick.px <= scene.left + 0.5
        weight, colour = (REGULAR, theme.ink_soft) if stuck else (SEMIBOLD, theme.ink)
        text.draw(
            tick.px + MAJOR_LABEL_X_PX, MAJOR_LABEL_Y_PX, tick.label, MAJOR_FONT_PX, weight, colour
        )
    if scene.guide_x is not None:
        painter.fillRect(QRectF(scene.guide_x - 0.75, -10, 1.5, 10), theme.guide)


def _paint_minor_labels(text: TextPainter, scene: Scene, theme: Theme) -> None:
    """In the middle of narrow cells, at the start of wide ones."""
    minor = scene.ticks.minor
    cell = minor[1].px - minor[0].px if len(minor) > 1 else scene.right
    for number, tick in enumerate(minor):
        if scene.ticks.stretched and number + 1 < len(minor):  # else all are about as wide
            cell = minor[number + 1].px - tick.px
        width = text_width(tick.label, MINOR_FONT_PX)
        x = tick.px + (max((cell - width) / 2, 1.0) if cell < 36 else 5.0)
        if tick.label and x + width <= scene.right:
            text.draw(x, MINOR_LABEL_Y_PX, tick.label, MINOR_FONT_PX, REGULAR, theme.ink_faint)
    x = scene.left - ZONE_GAP_PX - text_width(zone := scene.ticks.zone, MINOR_FONT_PX)
    if zone and x >= 0:
        text.draw(x, MINOR_LABEL_Y_PX, zone, MINOR_FONT_PX, REGULAR, theme.ink_faint)
