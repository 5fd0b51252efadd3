"""The lanes of a page on a slide: for each, a group with its name, marks, titles and a description."""

from __future__ import annotations

from typing import Any

from peru_timeline.pictures.page import Page
from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.slides.shapes import (
    add_glyph,
    add_rectangle,
    add_text,
    describe,
    outline,
)
from peru_timeline.pictures.slides.slide_marks import draw_cluster, draw_mark
from peru_timeline.pictures.subject import Subject, event_in_words
from peru_timeline.pictures.text_lines import Box
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
    COUNT_PADDING_PX,
    HEADER_PADDING_PX,
    LANE_COUNT_FONT_PX,
    LANE_NAME_FONT_PX,
    PILL_PADDING_PX,
    PILL_RADIUS_PX,
)
from peru_timeline.timeline.scene import (
    Card,
    Cluster,
    Label,
    LabelStyle,
    LaneBand,
    Mark,
    Strip,
)
from peru_timeline.typefaces import REGULAR, SEMIBOLD

NAME_HEIGHT_PX = 16.0
LEFT_OVERHANG_PX = 4.0  # how far a bar that began earlier reaches into the lane headers
PILL_SPARE = 0.14  # of a pill's width: fonts that are wider than Inter must stay inside it


def draw_lane(group: Any, band: LaneBand, page: Page, subject: Subject, palette: Palette) -> None:
    """Draw everything of one lane into an empty group."""
    shapes, scene = group.shapes, page.scene
    _draw_header(shapes, band, page, palette)
    sentences: list[str] = []
    for mark in scene.marks:
        if mark.lane == band.lane:
            draw_mark(shapes, _mark_on_page(mark, page), palette, page.scene_zoom)
            sentences.append(event_in_words(subject, mark.event))
    for cluster in scene.clusters:
        if cluster.lane == band.lane:
            draw_cluster(shapes, _cluster_on_page(cluster, page), palette, page.scene_zoom)
    for strip in scene.strips:
        if strip.lane == band.lane:
            _draw_strip(shapes, strip, page, palette)
    for label in scene.labels:
        if label.lane == band.lane:
            _draw_label(shapes, label, page, palette)
    for card in scene.cards:
        if card.lane == band.lane:
            _draw_card(shapes, card, page, palette)
    describe(group, f"{band.name}: {band.count_label}. {' '.join(sentences)}")
    group.name = band.name or "Lane"


def _draw_header(shapes: Any, band: LaneBand, page: Page, palette: Palette) -> None:
    """The lane's name, and its count at the right."""
    zoom = page.scene_zoom
    width = page.scene.left - HEADER_PADDING_PX - COUNT_PADDING_PX
    top = band.header_y - NAME_HEIGHT_PX / 2
    box = page.on_page(HEADER_PADDING_PX, top, width, NAME_HEIGHT_PX)
    name = [(band.name, LANE_NAME_FONT_PX * zoom, SEMIBOLD, palette.ink)]
    count = [(band.count_label, LANE_COUNT_FONT_PX * zoom, REGULAR, palette.ink_faint)]
    add_text(shapes, box, [name], loose=True)
    add_text(shapes, box, [count], right=True)


def _mark_on_page(mark: Mark, page: Page) -> Mark:
    """The mark in design px, cut off at the ends of the lanes."""
    scene, zoom = page.scene, page.scene_zoom
    least, most = scene.left - LEFT_OVERHANG_PX, scene.right

    def x(px: float) -> float:
        return page.scene_x + min(max(px, least), most) * zoom

    return mark._replace(
        left=x(mark.left),
        right=x(mark.right),
        gap=mark.gap and (x(mark.gap[0]), x(mark.gap[1])),
        y=page.scene_y + mark.y * zoom,
        height=mark.height * zoom,
    )


def _cluster_on_page(cluster: Cluster, page: Page) -> Cluster:
    """The cluster in design px."""
    zoom = page.scene_zoom
    return cluster._replace(
        left=page.scene_x + cluster.left * zoom,
        right=page.scene_x + cluster.right * zoom,
        y=page.scene_y + cluster.y * zoom,
        height=cluster.height * zoom,
    )


def _draw_strip(shapes: Any, strip: Strip, page: Page, palette: Palette) -> None:
    for number, count in enumerate(strip.counts):
        if count:
            height = (strip.height - 2) * count / max(strip.peak, 1)
            left, top = strip.left_px + number * strip.bin_px, strip.top + strip.height - height
            bar = page.on_page(left, top, max(strip.bin_px - 1, 1), height)
            add_rectangle(shapes, bar, palette.density)


def _draw_label(shapes: Any, label: Label, page: Page, palette: Palette) -> None:
    zoom, px = page.scene_zoom, label.font_px * page.scene_zoom
    box = page.on_page(label.x, label.y, label.width, label.height)
    selected = label.style == LabelStyle.SELECTED
    strong = label.bold or label.style == LabelStyle.INSIDE
    colour = palette.on_selection if selected else palette.ink if strong else palette.ink_soft
    mark = page.scene.mark_of(label.event, label.lane)
    before = mark is not None and label.x + label.width <= mark.box_left + 1
    if selected:
        spare, padding = PILL_SPARE * box.width, PILL_PADDING_PX * zoom
        left = box.left - (spare if before else 0.0)
        pill = Box(left, box.top, box.width + spare, box.height)
        add_rectangle(shapes, pill, palette.selection, PILL_RADIUS_PX * zoom)
        box = Box(box.left + padding, box.top, box.width - 2 * padding, box.height)
    runs = [(label.text, px, REGULAR, colour)]
    if label.detail:
        faint = palette.on_selection if selected else palette.ink_faint
        runs.append((f"  {label.detail}", px, REGULAR, faint))
    add_text(shapes, box, [runs], name=label.text[:40], loose=True, right=before)


def _draw_card(shapes: Any, card: Card, page: Page, palette: Palette) -> None:
    zoom = page.scene_zoom
    box = page.on_page(card.left, card.top, card.width, card.height)
    stem = page.on_page(card.anchor_x, card.anchor_y, 0, card.top - card.anchor_y)
    stem = Box(stem.left - CARD_STEM_PX / 2, stem.top, CARD_STEM_PX, stem.height)
    add_rectangle(shapes, stem, palette.guide)
    outline(add_rectangle(shapes, box, palette.raised, CARD_RADIUS_PX * zoom), palette.line, 1.0)
    glyph_x, glyph_y = box.left + CARD_GLYPH_X_PX * zoom, box.top + CARD_GLYPH_Y_PX * zoom
    add_glyph(shapes, card.bloc, glyph_x, glyph_y, CARD_GLYPH_PX * zoom, palette.blocs[card.bloc])
    inner = Box(
        box.left + CARD_TEXT_X_PX * zoom,
        box.top + 8 * zoom,
        box.width - 34 * zoom,
        box.height - 12 * zoom,
    )
    soft = palette.ink_soft
    paragraphs = [
        *([(line, CARD_TITLE_FONT_PX * zoom, SEMIBOLD, palette.ink)] for line in card.title),
        [(card.date, CARD_FONT_PX * zoom, REGULAR, soft)],
        *([(line, CARD_FONT_PX * zoom, REGULAR, soft)] for line in card.summary),
        [(card.source, CARD_SOURCE_FONT_PX * zoom, REGULAR, palette.ink_faint)],
    ]
    add_text(shapes, inner, paragraphs, top=True, name=" ".join(card.title)[:40])
