"""Painting a scene: one function for the screen and for pictures, so that they cannot differ.

The scene's pixels are the painter's units; (0, 0) is the top left of the lane area, the time axis lies above it
(y from -AXIS_PX to 0). Painters draw what they read and compute nothing.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from peru_timeline.pictures.writing import wrapped
from peru_timeline.timeline.axis.ticks import MAJOR_FONT_PX, MINOR_FONT_PX
from peru_timeline.timeline.scene import LaneBand, Scene
from peru_timeline.ui.look.fonts import REGULAR, SEMIBOLD
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.label_painting import (
    paint_cards,
    paint_clusters,
    paint_labels,
    paint_pill,
    paint_strips,
)
from peru_timeline.ui.paint.mark_painting import paint_marks
from peru_timeline.ui.paint.paint_context import NO_PEN, Place
from peru_timeline.ui.paint.text_measure import TextPainter, elided, text_width

AXIS_PX = 50.0
MAJOR_Y, MINOR_Y = -32.0, -12.5  # middles of the axis's two rows of labels
MINOR_TICK_Y, MAJOR_TICK_Y = -21.0, -22.0  # where their lines begin
HEADER_PAD_PX = 14.0
COUNT_PAD_PX = 19.0  # from the end of a lane's count to the time area
NAME_PX, COUNT_PX, MORE_PX = 12.0, 11.0, 10.0
MORE_GAP_PX = 3.0  # on either side of what a lane has no room for
NAME_LINE_PX = 16.0
FIRST_ROW_PX = 14.0  # from the top of a lane to the middle of its first row


def paint_scene(painter: QPainter, scene: Scene, theme: Theme, *, vector: bool = False) -> None:
    """Everything: axis, lane headers, lanes. `vector`: for SVG and PDF, text stays text."""
    paint_axis(painter, scene, theme, vector=vector)
    paint_headers(painter, scene, theme, vector=vector)
    painter.save()
    painter.setClipRect(QRectF(scene.left, 0.0, scene.width, scene.height))
    paint_lanes(painter, scene, theme, vector=vector)
    painter.restore()


def paint_lanes(painter: QPainter, scene: Scene, theme: Theme, *, vector: bool = False) -> None:
    """The lane area, from the end of the headers to the right edge."""
    place = Place(painter, theme, scene.left, scene.right, vector)
    text = TextPainter(painter, vector)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _fill_bands(painter, scene, theme, scene.left, scene.right)
    _paint_grid(painter, scene, theme)
    _paint_lines_between(painter, scene, theme, scene.left, scene.right)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(NO_PEN)
    paint_strips(place, scene)
    _paint_guide_lines(painter, scene, theme)
    paint_marks(place, scene)
    paint_clusters(place, scene, text)
    paint_labels(place, scene, text)
    paint_cards(place, scene, text)


def _fill_bands(painter: QPainter, scene: Scene, theme: Theme, left: float, right: float) -> None:
    for band in scene.lanes:
        if band.shaded:
            painter.fillRect(QRectF(left, band.top, right - left, band.height), theme.shade)


def _paint_lines_between(
    painter: QPainter, scene: Scene, theme: Theme, left: float, right: float
) -> None:
    """A line below each lane."""
    for band in scene.lanes:
        bottom = round(band.top + band.height)
        if 0 < bottom <= scene.height:
            painter.fillRect(QRectF(left, bottom - 1, right - left, 1), theme.line)


def _paint_grid(painter: QPainter, scene: Scene, theme: Theme) -> None:
    for ticks, colour in ((scene.ticks.minor, theme.line_soft), (scene.ticks.major, theme.line)):
        for tick in ticks:
            if tick.line and scene.left <= tick.px <= scene.right:
                _vertical(painter, tick.px, 0.0, scene.height, colour)


def _vertical(painter: QPainter, x: float, top: float, bottom: float, colour: QColor) -> None:
    painter.fillRect(round(x - 0.5), round(top), 1, round(bottom - top), colour)


def _paint_guide_lines(painter: QPainter, scene: Scene, theme: Theme) -> None:
    """The line of today, and that through the selected event."""
    if scene.today_x is not None:
        painter.fillRect(QRectF(scene.today_x - 0.75, 0, 1.5, scene.height), theme.today)
    if scene.guide_x is not None:
        painter.fillRect(QRectF(scene.guide_x - 0.75, 0, 1.5, scene.height), theme.guide)


# --- headers ---------------------------------------------------------------------------------


def paint_headers(
    painter: QPainter,
    scene: Scene,
    theme: Theme,
    *,
    vector: bool = False,
    hovered: int | None = None,
) -> None:
    """Names and counts of the lanes, left of the time area; `hovered` is the lane under the pointer."""
    text = TextPainter(painter, vector)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _fill_bands(painter, scene, theme, 0.0, scene.left)
    _paint_lines_between(painter, scene, theme, 0.0, scene.left)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for band in scene.lanes:
        middle = band.top + min(FIRST_ROW_PX, band.height / 2)
        if band.folded:
            words = elided(folded_words(band), NAME_PX, REGULAR, scene.left - HEADER_PAD_PX)
            text.draw(HEADER_PAD_PX, middle, words, NAME_PX, REGULAR, theme.ink_faint)
            continue
        if band.collapsed or band.lane == hovered:
            _paint_fold_sign(painter, theme, middle, band.collapsed)
        _paint_header(text, band, theme, scene.left, middle)


def _paint_header(
    text: TextPainter, band: LaneBand, theme: Theme, left: float, middle: float
) -> None:
    """Name, count, and how many events of the present view the lane has no room for."""
    count = str(band.count) if band.count == band.total else f"{band.count}/{band.total}"
    more = f"+{band.hidden_rows}" if band.hidden_rows else ""
    more_width = text_width(more, MORE_PX, SEMIBOLD) if more else 0.0
    count_right = left - max(COUNT_PAD_PX, more_width + 2 * MORE_GAP_PX)
    room = count_right - text_width(count, COUNT_PX) - 5 - HEADER_PAD_PX
    below = band.top + band.height - middle - NAME_PX
    for number, line in enumerate(name_lines(band.name, room, 1 + int(below // NAME_LINE_PX))):
        y = middle + number * NAME_LINE_PX
        text.draw(HEADER_PAD_PX, y, line, NAME_PX, SEMIBOLD, theme.ink)
    text.draw_right(count_right, middle, count, COUNT_PX, REGULAR, theme.ink_faint)
    if more:
        text.draw(count_right + MORE_GAP_PX, middle, more, MORE_PX, SEMIBOLD, theme.ink_soft)


@lru_cache(maxsize=1000)
def name_lines(name: str, room: float, most: int) -> tuple[str, ...]:
    """A lane's name, in up to three lines where it is too long for one and the lane is high enough."""
    return wrapped(name, NAME_PX, SEMIBOLD, room, text_width, min(max(most, 1), 3))


def _paint_fold_sign(painter: QPainter, theme: Theme, middle: float, collapsed: bool) -> None:
    """A triangle: to the right for a lane reduced to a line, down for one that can be."""
    points = [(-2.5, -4.0), (2.5, 0.0), (-2.5, 4.0)]
    painter.setPen(NO_PEN)
    painter.setBrush(theme.ink_faint)
    turned = points if collapsed else [(-y, x) for x, y in points]
    painter.drawPolygon([QPointF(7 + x, middle + y) for x, y in turned])


def folded_words(band: LaneBand) -> str:
    """What the line says into which lanes without events here are folded."""
    translate = QCoreApplication.translate
    if band.hidden_rows == 1:
        return translate("Painting", "1 event here in a folded lane (L shows it)")
    if band.hidden_rows:
        words = translate("Painting", "{events} events here in folded lanes (L shows them)")
        return words.format(events=band.hidden_rows)
    if band.count == 1:
        return translate("Painting", "1 lane without events here")
    return translate("Painting", "{lanes} lanes without events here").format(lanes=band.count)


# --- axis ------------------------------------------------------------------------------------


def paint_axis(painter: QPainter, scene: Scene, theme: Theme, *, vector: bool = False) -> None:
    """The time axis above the lanes, with the selected title where it has no room beside its mark."""
    text = TextPainter(painter, vector)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for tick in scene.ticks.minor:
        if tick.line and scene.left <= tick.px <= scene.right:
            _vertical(painter, tick.px, MINOR_TICK_Y, 0.0, theme.line)
    for tick in scene.ticks.major:
        if tick.line and scene.left <= tick.px <= scene.right:
            _vertical(painter, tick.px, MAJOR_TICK_Y, 0.0, theme.border)
    painter.fillRect(QRectF(0.0, -1.0, scene.right, 1.0), theme.line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_minor_labels(text, scene, theme)
    for tick in scene.ticks.major:
        stuck = not tick.line and tick.px <= scene.left + 0.5
        weight, colour = (REGULAR, theme.ink_soft) if stuck else (SEMIBOLD, theme.ink)
        text.draw(tick.px + 1, MAJOR_Y, tick.label, MAJOR_FONT_PX, weight, colour)
    if scene.guide_x is not None:
        painter.fillRect(QRectF(scene.guide_x - 0.75, -10, 1.5, 10), theme.guide)
    if scene.guide_title is not None:
        paint_pill(Place(painter, theme, scene.left, scene.right, vector), scene.guide_title, text)


def _paint_minor_labels(text: TextPainter, scene: Scene, theme: Theme) -> None:
    """In the middle of narrow cells, at the start of wide ones."""
    minor = scene.ticks.minor
    cell = minor[1].px - minor[0].px if len(minor) > 1 else scene.right
    for tick in minor:
        width = text_width(tick.label, MINOR_FONT_PX)
        x = tick.px + ((cell - width) / 2 if cell < 36 else 5.0)
        if tick.label and x + width <= scene.right:
            text.draw(x, MINOR_Y, tick.label, MINOR_FONT_PX, REGULAR, theme.ink_faint)
