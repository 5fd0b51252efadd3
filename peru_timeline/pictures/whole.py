"""Whole words: no title in a picture runs over its edge; a window may cut one, as it can be moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peru_timeline.pictures.writing import SEMIBOLD, Box, Measure
from peru_timeline.timeline.scene import Card, Label, LabelStyle, Mark, Scene
from peru_timeline.timeline.sheet import TITLE_GAP_PX
from peru_timeline.timeline.ticks import MAJOR_FONT_PX

SLACK_PX = 1.0


def whole_words(scene: Scene, measure: Measure) -> Scene:
    """The scene without words that its edges would cut.

    A title is moved to the other side of its mark, or into the edge, where its row has room; one left out is
    counted as such.
    """
    labels: list[Label] = []
    for number, label in enumerate(scene.labels):
        if _is_inside(label, scene):
            labels.append(label)
        elif moved := _moved(label, scene, (*labels, *scene.labels[number + 1 :])):
            labels.append(moved)
    major = tuple(
        tick
        if tick.px + 1 + measure(tick.label, MAJOR_FONT_PX, SEMIBOLD) <= scene.width
        else tick._replace(label="")
        for tick in scene.ticks.major
    )
    cards = _whole_cards(scene)
    lost = len(scene.labels) - len(labels) + len(scene.cards) - len(cards)
    titled = scene.counts.titled - lost
    return replace(
        scene,
        labels=tuple(labels),
        cards=cards,
        ticks=scene.ticks._replace(major=major),
        counts=scene.counts._replace(titled=titled),
    )


def _whole_cards(scene: Scene) -> tuple[Card, ...]:
    """The cards, those that an edge would cut moved into it, or left out where another card stands there."""
    kept: list[Card] = []
    for number, card in enumerate(scene.cards):
        left = min(max(card.left, scene.left), scene.width - card.width)
        if abs(left - card.left) > SLACK_PX:
            card = card._replace(left=left)
            others = (*kept, *scene.cards[number + 1 :])
            if left < scene.left or any(_box(card).overlaps(_box(o), SLACK_PX) for o in others):
                continue
        kept.append(card)
    return tuple(kept)


def _box(card: Card) -> Box:
    return Box(card.left, card.top, card.width, card.height)


def _is_inside(label: Label, scene: Scene) -> bool:
    return label.x >= scene.left - SLACK_PX and label.x + label.width <= scene.width + SLACK_PX


def _moved(label: Label, scene: Scene, others: Sequence[Label]) -> Label | None:
    mark = scene.mark_of(label.event, label.lane)
    if mark is None or label.style == LabelStyle.SELECTED:
        return None
    for x in (
        mark.box_left - TITLE_GAP_PX - label.width,
        mark.box_right + TITLE_GAP_PX,
    ):
        candidate = label._replace(x=x, style=LabelStyle.PLAIN)
        if _is_inside(candidate, scene) and _has_room(candidate, mark, scene, others):
            return candidate
    return None


def _has_room(label: Label, own: Mark, scene: Scene, others: Sequence[Label]) -> bool:
    box = Box(label.x, label.y, label.width, label.height)
    for other in others:
        if box.overlaps(Box(other.x, other.y, other.width, other.height), SLACK_PX):
            return False
    for mark in scene.marks:
        if mark is own or abs(mark.y - own.y) > 30:
            continue
        area = Box(
            mark.box_left, mark.y - mark.height / 2, mark.box_right - mark.box_left, mark.height
        )
        if box.overlaps(area, SLACK_PX):
            return False
    return not any(box.overlaps(_box(card), SLACK_PX) for card in scene.cards)
