"""Painting words and what stands for many events: titles, pills, cards, clusters, density strips."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from peru_timeline.timeline.layout_input import DATE_GAP_PX
from peru_timeline.timeline.scene import Card, Cluster, Label, LabelStyle, Scene, Strip
from peru_timeline.ui.look.fonts import MEDIUM, REGULAR, SEMIBOLD
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.glyphs import glyph_path
from peru_timeline.ui.paint.paint_context import NO_PEN, Place
from peru_timeline.ui.paint.sprites import Sprites
from peru_timeline.ui.paint.text_measure import TextPainter, is_on_screen, text_width

PILL_PAD_PX = 5.0
PILL_RADIUS_PX = 4.0
CARD_RADIUS_PX = 6.0
COUNT_PX = 10.5


def paint_labels(place: Place, scene: Scene, text: TextPainter) -> None:
    """The titles; pills last, as they lie on top."""
    theme, faint = place.theme, {m.event for m in scene.marks if m.emphasis == 0}
    for label in scene.labels:
        if label.style == LabelStyle.SELECTED:
            continue
        weight = MEDIUM if label.bold else REGULAR
        colour = theme.ink if label.bold or label.style == LabelStyle.INSIDE else theme.ink_soft
        if label.event in faint:
            colour = theme.ink_faint
        middle = label.y + label.height / 2
        text.draw(label.x, middle, label.text, label.font_px, weight, colour)
        if label.detail:
            x = label.x + text_width(label.text, label.font_px, weight) + DATE_GAP_PX
            quiet = theme.ink if label.style == LabelStyle.INSIDE else theme.ink_faint
            text.draw(x, middle, label.detail, label.font_px, REGULAR, quiet)
    for label in scene.labels:
        if label.style == LabelStyle.SELECTED:
            paint_pill(place, label, text)


def paint_pill(place: Place, label: Label, text: TextPainter) -> None:
    """The selected title, on a dark pill."""
    theme, painter = place.theme, place.painter
    painter.setPen(NO_PEN)
    painter.setBrush(theme.selection)
    rect = QRectF(label.x, label.y, label.width, label.height)
    painter.drawRoundedRect(rect, PILL_RADIUS_PX, PILL_RADIUS_PX)
    weight = MEDIUM if label.bold else REGULAR
    x, middle = label.x + PILL_PAD_PX, label.y + label.height / 2
    text.draw(x, middle, label.text, label.font_px, weight, theme.on_selection)
    if label.detail:
        x += text_width(label.text, label.font_px, weight) + DATE_GAP_PX
        text.draw(x, middle, label.detail, label.font_px, REGULAR, theme.on_selection)


def paint_clusters(place: Place, scene: Scene, text: TextPainter) -> None:
    """Marks too close to be told apart: their number, in the tint of the bloc that most of them belong to."""
    place.painter.setPen(NO_PEN)
    sprites = _cluster_sprites(place) if is_on_screen(place.painter) else None
    for cluster in scene.clusters:
        left, width, height = cluster.left, cluster.right - cluster.left, cluster.height
        top = cluster.y - height / 2
        if sprites is not None:
            look = (cluster.blocs[0], round(width * 2), height)
            sprites.draw(cluster, look, left, top, width, height)
        else:
            _paint_cluster(place.painter, place.theme, cluster, left, top)
        count = str(cluster.count)
        x = left + (width - text_width(count, COUNT_PX, SEMIBOLD)) / 2
        text.draw(x, cluster.y, count, COUNT_PX, SEMIBOLD, place.theme.ink)


def _cluster_sprites(place: Place) -> Sprites[Cluster]:
    return Sprites(
        place.painter,
        place.theme,
        lambda painter, cluster, left, top: _paint_cluster(
            painter, place.theme, cluster, left, top
        ),
    )


def _paint_cluster(
    painter: QPainter, theme: Theme, cluster: Cluster, left: float, top: float
) -> None:
    rect = QRectF(left, top, cluster.right - cluster.left, cluster.height)
    radius = cluster.height / 2
    painter.setPen(NO_PEN)
    painter.setBrush(theme.blocs[cluster.blocs[0]])
    painter.drawRoundedRect(rect, radius, radius)
    painter.setBrush(theme.bloc_tints[cluster.blocs[0]])
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def paint_strips(place: Place, scene: Scene) -> None:
    """How many events each stretch of time holds."""
    painter = place.painter
    if is_on_screen(painter) and painter.deviceTransform().m11() == 1.0:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for strip in scene.strips:
            _paint_on_pixels(place, strip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return
    for strip in scene.strips:
        bottom, share = strip.top + strip.height, _px_each(strip)
        for i, count in enumerate(strip.counts):
            if count:
                height, left = max(share * count, 1.5), strip.left_px + i * strip.bin_px
                rect = QRectF(left, bottom - height, max(strip.bin_px - 1, 1.0), height)
                painter.fillRect(rect, place.theme.density)


def _px_each(strip: Strip) -> float:
    return (strip.height - 2) / max(strip.peak, 1)


def _paint_on_pixels(place: Place, strip: Strip) -> None:
    """In whole pixels, which are crisp and cost half as much."""
    painter, colour = place.painter, place.theme.density
    left, bin_px, share = strip.left_px, strip.bin_px, _px_each(strip)
    bottom = round(strip.top + strip.height)
    for i, count in enumerate(strip.counts):
        if count:
            begin, height = round(left + i * bin_px), max(round(share * count), 2)
            end = max(round(left + (i + 1) * bin_px) - 1, begin + 1)
            painter.fillRect(begin, bottom - height, end - begin, height, colour)


def paint_cards(place: Place, scene: Scene, text: TextPainter) -> None:
    """Events told in a few lines."""
    for card in scene.cards:
        _paint_card(place, card, text)


def _paint_card(place: Place, card: Card, text: TextPainter) -> None:
    theme, painter = place.theme, place.painter
    edge, width = (theme.selection, 2.0) if card.emphasis == 3 else (theme.line, 1.0)
    rect = QRectF(card.left, card.top, card.width, card.height)
    painter.setPen(NO_PEN)
    stem = QRectF(card.anchor_x - 0.75, card.anchor_y, 1.5, max(card.top - card.anchor_y, 0.0))
    painter.fillRect(stem, theme.guide)
    painter.setBrush(edge)
    painter.drawRoundedRect(rect, CARD_RADIUS_PX, CARD_RADIUS_PX)
    painter.setBrush(theme.raised)
    inner = CARD_RADIUS_PX - width
    painter.drawRoundedRect(rect.adjusted(width, width, -width, -width), inner, inner)
    painter.setBrush(theme.blocs[card.bloc])
    painter.drawPath(glyph_path(card.bloc, 9.0).translated(card.left + 15, card.top + 17))
    x, y = card.left + 27, card.top + 1.0
    for line in card.title:
        y += 16
        text.draw(x, y, line, 13.0, SEMIBOLD, theme.ink)
    y += 18
    text.draw(x, y, card.date, 11.0, MEDIUM, theme.ink_soft)
    for line in card.summary:
        y += 16
        text.draw(x, y, line, 11.0, REGULAR, theme.ink_soft)
    if card.source:
        y += 16
        text.draw(x, y, card.source, 10.0, REGULAR, theme.ink_faint)
