"""What of a page overlaps, or lies outside it."""

from __future__ import annotations

from peru_timeline.pictures.page import Page
from peru_timeline.pictures.writing import Box
from peru_timeline.timeline.scene import LabelStyle

SLACK_PX = 0.75


def overlapping(page: Page) -> list[tuple[Box, Box]]:
    """Pairs of words that share room."""
    boxes = sorted(page.text_boxes, key=lambda box: box.top)
    found = []
    for i, box in enumerate(boxes):
        for other in boxes[i + 1 :]:
            if other.top >= box.bottom:
                break
            if box.overlaps(other, SLACK_PX):
                found.append((box, other))
    return found


def outside(page: Page) -> list[Box]:
    """Words beyond the page's edges."""
    width, height = page.size.width + SLACK_PX, page.size.height + SLACK_PX
    return [
        box
        for box in page.text_boxes
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
