"""The shelf of a page on a slide: events without a given date, listed or counted right of the time area."""

from __future__ import annotations

from typing import Any

from peru_timeline.chronology.models import Status
from peru_timeline.pictures.page import Page
from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.slides.shapes import (
    add_glyph,
    add_rectangle,
    add_text,
    describe,
    fill,
    fill_hatched,
    outline,
)
from peru_timeline.pictures.subject import Subject, event_in_words
from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.drawn_shelf import ShelfItem, ShelfLane
from peru_timeline.timeline.metrics import MAJOR_LABEL_Y_PX, MINOR_LABEL_Y_PX, OUTLINE_PX
from peru_timeline.timeline.shelf import (
    COUNT_FONT_PX,
    COUNT_PILL_PX,
    DETAIL_FONT_PX,
    FONT_PX,
    GLYPH_PX,
    GLYPH_ROOM_PX,
    GLYPH_X_PX,
    HEAD_FONT_PX,
    HEAD_X_PX,
    ITEM_PX,
)
from peru_timeline.typefaces import MEDIUM, REGULAR, SEMIBOLD

_STATUSES = tuple(Status)


def draw_shelf(group: Any, page: Page, subject: Subject, palette: Palette) -> None:
    """Draw the shelf into an empty group."""
    shelf, height = page.scene.shelf, page.scene.height
    edge = page.on_page(shelf.left, 0, 0, height)
    add_rectangle(group.shapes, Box(edge.left, edge.top, 1, edge.height), palette.line)
    x, room = shelf.left + HEAD_X_PX, shelf.width - HEAD_X_PX
    lines = (
        (MAJOR_LABEL_Y_PX, shelf.title, SEMIBOLD, palette.ink),
        (MINOR_LABEL_Y_PX, str(shelf.count), REGULAR, palette.ink_faint),
    )
    for y, text, weight, colour in lines:
        _draw_line(group, page, (x, y, room), [(text, HEAD_FONT_PX, weight, colour)])
    for item in shelf.items:
        _draw_item(group, item, page, palette)
    for lane in shelf.lanes:
        if not shelf.is_open and lane.count:
            _draw_count(group, lane, page, palette)
        elif lane.more_text:
            at = lane.left + GLYPH_ROOM_PX, lane.more_y, lane.width - GLYPH_ROOM_PX
            _draw_line(group, page, at, [(lane.more_text, FONT_PX, REGULAR, palette.ink_faint)])
    listed = dict.fromkeys(item.event for item in shelf.items)
    sentences = [event_in_words(subject, event) for event in listed]
    describe(group, " ".join([f"{shelf.title}: {shelf.count}.", *sentences]))
    group.name = shelf.title


def _draw_item(group: Any, item: ShelfItem, page: Page, palette: Palette) -> None:
    zoom, status, colour = page.scene_zoom, _STATUSES[item.status], palette.blocs[item.bloc]
    at = page.on_page(item.x + GLYPH_X_PX, item.y, 0, 0)
    glyph = add_glyph(group.shapes, item.bloc, at.left, at.top, GLYPH_PX * zoom, colour)
    if status == Status.ALLEGED:
        fill_hatched(glyph, colour, palette.ground)
    elif status not in (Status.HAPPENED, Status.REPORTED):
        fill(glyph, palette.ground)
    if status not in (Status.HAPPENED, Status.REPORTED):
        outline(glyph, colour, OUTLINE_PX)
    weight = MEDIUM if item.bold else REGULAR
    end = item.detail_x if item.detail else item.x + item.width
    title = [(item.text, FONT_PX, weight, palette.ink)]
    _draw_line(group, page, (item.x, item.y, end - item.x), title)
    if item.detail:
        room = item.x + item.width - item.detail_x
        detail = [(item.detail, DETAIL_FONT_PX, REGULAR, palette.ink_faint)]
        _draw_line(group, page, (item.detail_x, item.y, room), detail)


def _draw_count(group: Any, lane: ShelfLane, page: Page, palette: Palette) -> None:
    """The number of a lane's events, on a pill."""
    text, half = str(lane.count), COUNT_PILL_PX / 2
    width = max(0.65 * COUNT_FONT_PX * len(text) + 14, 30.0)
    left = lane.left + (lane.width - width) / 2
    pill = page.on_page(left, lane.count_y - half, width, 2 * half)
    add_rectangle(group.shapes, pill, palette.line, pill.height / 2)
    x = left + (width - 0.6 * COUNT_FONT_PX * len(text)) / 2
    runs = [(text, COUNT_FONT_PX, REGULAR, palette.ink_soft)]
    _draw_line(group, page, (x, lane.count_y, width), runs)


def _draw_line(
    group: Any,
    page: Page,
    at: tuple[float, float, float],
    runs: list[tuple[str, float, int, str]],
) -> None:
    """One line of text; `at` is its left edge, its middle and its width, px of the scene."""
    x, y, width = at
    zoom = page.scene_zoom
    box = page.on_page(x, y - ITEM_PX / 2, width, ITEM_PX)
    scaled = [(text, px * zoom, weight, colour) for text, px, weight, colour in runs]
    add_text(group.shapes, box, [scaled], loose=True)
