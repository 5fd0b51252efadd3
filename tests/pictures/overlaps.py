"""What overlaps on a page, or lies outside it."""

from __future__ import annotations

from collections.abc import Iterator

from peru_timeline.pictures.page import Page
from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.scene import LabelStyle
from peru_timeline.timeline.shelf import FONT_PX

SLACK_PX = 0.75


def text_boxes(page: Page) -> Iterator[Box]:
    """Every line of text and every card."""
    for line in page.lines:
        yield line.box
    for key in page.keys:
        yield key.meaning.box
        if key.letters is not None:
            yield key.letters.box
    for label in page.scene.labels:
        # The box of a label is its row; letters cover 1.2 of their size.
        air = (label.height - 1.2 * label.font_px) / 2
        yield page.on_page(label.x, label.y + air, label.width, label.height - 2 * air)
    for item in page.scene.shelf.items:
        yield page.on_page(item.x, item.y - 0.6 * FONT_PX, item.width, 1.2 * FONT_PX)
    for card in page.scene.cards:
        yield page.on_page(card.left, card.top, card.width, card.height)


def overlapping(page: Page) -> list[tuple[Box, Box]]:
    """Pairs of texts that overlap."""
    boxes = sorted(text_boxes(page), key=lambda box: box.top)
    found = []
    for i, box in enumerate(boxes):
        for other in boxes[i + 1 :]:
            if other.top >= box.bottom:
                break
            if box.overlaps(other, SLACK_PX):
                found.append((box, other))
    return found


def outside(page: Page) -> list[Box]:
    """Texts beyond the page's edges."""
    width, height = page.size.width + SLACK_PX, page.size.height + SLACK_PX
    return [
        box
        for box in text_boxes(page)
        if box.left < -SLACK_PX or box.top < -SLACK_PX or box.right > width or box.bottom > height
    ]


def titles_on_marks(page: Page) -> list[tuple[int, int]]:
    """(event, event): titles that lie on the mark of another event."""
    scene, found = page.scene, []
    for label in scene.labels:
        if label.style == LabelStyle.SELECTED:
            continue
        box = Box(label.x, label.y + 2, label.width, label.height - 4)
        for mark in scene.marks:
            if mark.event == label.event or abs(mark.y - label.y - label.height / 2) > 20:
                continue
            area = Box(
                mark.box_left, mark.y - mark.height / 2, mark.box_right - mark.box_left, mark.height
            )
            if box.overlaps(area, 1.0):
                found.append((label.event, mark.event))
    return found
