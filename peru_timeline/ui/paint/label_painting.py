"""Painting titles, cards, clusters and density strips."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from peru_timeline.timeline.axis.beyond import Offer
from peru_timeline.timeline.metrics import (
    CARD_FONT_PX,
    CARD_GLYPH_PX,
    CARD_GLYPH_X_PX,
    CARD_GLYPH_Y_PX,
    CARD_RADIUS_PX,
    CARD_SOURCE_FONT_PX,
    CARD_STEM_PX,
    CARD_TEXT_X_PX,
    CARD_TITLE_FONT_PX,
    DATE_GAP_PX,
    OFFER_FONT_PX,
    OFFER_PADDING_PX,
    PILL_PADDING_PX,
    PILL_RADIUS_PX,
)
from peru_timeline.timeline.scene import Card, Cluster, Label, LabelStyle, Scene, Strip
from peru_timeline.typefaces import MEDIUM, REGULAR, SEMIBOLD
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.glyphs import glyph_path
from peru_timeline.ui.paint.paint_context import NO_PEN, PaintContext
from peru_timeline.ui.paint.sprites import Sprites
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.paint.text_painting import TextPainter, is_on_screen

CLUSTER_COUNT_FONT_PX = 10.5


def paint_labels(context: PaintContext, scene: Scene, text: TextPainter) -> None:
    """Paint the titles, the selected one last, as it lies on top."""
    theme, faint = context.theme, {m.event for m in scene.marks if m.emphasis == 0}
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
            paint_selected_label(context, label, text)


def paint_selected_label(context: PaintContext, label: Label, text: TextPainter) -> None:
    """The selected title, on a dark pill."""
    theme, painter = context.theme, context.painter
    painter.setPen(NO_PEN)
    painter.setBrush(theme.selection)
    rect = QRectF(label.x, label.y, label.width, label.height)
    painter.drawRoundedRect(rect, PILL_RADIUS_PX, PILL_RADIUS_PX)
    weight = MEDIUM if label.bold else REGULAR
    x, middle = label.x + PILL_PADDING_PX, label.y + label.height / 2
    text.draw(x, middle, label.text, label.font_px, weight, theme.on_selection)
    if label.detail:
        x += text_width(label.text, label.font_px, weight) + DATE_GAP_PX
        text.draw(x, middle, label.detail, label.font_px, REGULAR, theme.on_selection)


def paint_clusters(context: PaintContext, clusters: Iterable[Cluster], text: TextPainter) -> None:
    """Paint marks too close to tell apart: their number, in the tint of their most frequent bloc."""
    context.painter.setPen(NO_PEN)
    sprites = _cluster_sprites(context) if is_on_screen(context.painter) else None
    for cluster in clusters:
        left, width, height = cluster.left, cluster.right - cluster.left, cluster.height
        top = cluster.y - height / 2
        if sprites is not None:
            look = (cluster.blocs[0], round(width * 2), height)
            sprites.draw(cluster, look, left, top, width, height)
        else:
            _paint_cluster(context.painter, context.theme, cluster, left, top)
        count = str(cluster.count)
        x = left + (width - text_width(count, CLUSTER_COUNT_FONT_PX, SEMIBOLD)) / 2
        text.draw(x, cluster.y, count, CLUSTER_COUNT_FONT_PX, SEMIBOLD, context.theme.ink)


def _cluster_sprites(context: PaintContext) -> Sprites[Cluster]:
    return Sprites(
        context.painter,
        context.theme,
        lambda painter, cluster, left, top: _paint_cluster(
            painter, context.theme, cluster, left, top
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


def paint_offers(context: PaintContext, offers: Iterable[Offer], text: TextPainter) -> None:
    """Paint where the nearest events are, on pills that can be clicked."""
    painter, theme = context.painter, context.theme
    for offer in offers:
        rect, radius = QRectF(offer.x, offer.y, offer.width, offer.height), offer.height / 2
        painter.setPen(NO_PEN)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(rect, radius, radius)
        painter.setBrush(theme.ground)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        x, middle = offer.x + OFFER_PADDING_PX, offer.y + radius
        text.draw(x, middle, offer.text, OFFER_FONT_PX, MEDIUM, theme.accent)


def paint_strips(context: PaintContext, strips: Iterable[Strip]) -> None:
    """Paint how many events there are in each part of the visible span."""
    painter = context.painter
    if is_on_screen(painter) and painter.deviceTransform().m11() == 1.0:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for strip in strips:
            _paint_strip_on_pixels(context, strip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return
    for strip in strips:
        bottom, share = strip.top + strip.height, _px_per_event(strip)
        for i, count in enumerate(strip.counts):
            if count:
                height, left = max(share * count, 1.5), strip.left_px + i * strip.bin_px
                rect = QRectF(left, bottom - height, max(strip.bin_px - 1, 1.0), height)
                painter.fillRect(rect, context.theme.density)


def _px_per_event(strip: Strip) -> float:
    return (strip.height - 2) / max(strip.peak, 1)


def _paint_strip_on_pixels(context: PaintContext, strip: Strip) -> None:
    """In whole pixels, which are crisp and take half the time."""
    painter, colour = context.painter, context.theme.density
    left, bin_px, share = strip.left_px, strip.bin_px, _px_per_event(strip)
    bottom = round(strip.top + strip.height)
    for i, count in enumerate(strip.counts):
        if count:
            begin, height = round(left + i * bin_px), max(round(share * count), 2)
            end = max(round(left + (i + 1) * bin_px) - 1, begin + 1)
            painter.fillRect(begin, bottom - height, end - begin, height, colour)


def paint_cards(context: PaintContext, cards: Iterable[Card], text: TextPainter) -> None:
    """Paint events with title, date, and the first lines of their summary."""
    for card in cards:
        _paint_card(context, card, text)


def _paint_card(context: PaintContext, card: Card, text: TextPainter) -> None:
    theme, painter = context.theme, context.painter
    edge, width = (theme.selection, 2.0) if card.emphasis == 3 else (theme.line, 1.0)
    rect = QRectF(card.left, card.top, card.width, card.height)
    painter.setPen(NO_PEN)
    stem_left, stem_height = card.anchor_x - CARD_STEM_PX / 2, max(card.top - card.anchor_y, 0.0)
    painter.fillRect(QRectF(stem_left, card.anchor_y, CARD_STEM_PX, stem_height), theme.guide)
    painter.setBrush(edge)
    painter.drawRoundedRect(rect, CARD_RADIUS_PX, CARD_RADIUS_PX)
    painter.setBrush(theme.raised)
    inner = CARD_RADIUS_PX - width
    painter.drawRoundedRect(rect.adjusted(width, width, -width, -width), inner, inner)
    painter.setBrush(theme.blocs[card.bloc])
    x, y = card.left + CARD_GLYPH_X_PX, card.top + CARD_GLYPH_Y_PX
    painter.drawPath(glyph_path(card.bloc, CARD_GLYPH_PX).translated(x, y))
    x, y = card.left + CARD_TEXT_X_PX, card.top + 1.0
    for line in card.title:
        y += 16
        text.draw(x, y, line, CARD_TITLE_FONT_PX, SEMIBOLD, theme.ink)
    y += 18
    text.draw(x, y, card.date, CARD_FONT_PX, MEDIUM, theme.ink_soft)
    for line in card.summary:
        y += 16
        text.draw(x, y, line, CARD_FONT_PX, REGULAR, theme.ink_soft)
    if card.source:
        y += 16
        text.draw(x, y, card.source, CARD_SOURCE_FONT_PX, REGULAR, theme.ink_faint)
