"""Whole titles: a picture cuts none, neither at its edges nor with "…"; a window may, as its reader can move it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from peru_timeline.pictures.text_lines import LONGEST_TEXT, Box
from peru_timeline.timeline.layout_input import UNCERTAIN_SIGN
from peru_timeline.timeline.metrics import MAJOR_FONT_PX, TITLE_GAP_PX
from peru_timeline.timeline.packing.mark_extents import KEY_IMPORTANCE
from peru_timeline.timeline.scene import Card, Label, LabelStyle, Mark, Scene
from peru_timeline.timeline.text_measure import ELLIPSIS, TextMeasure
from peru_timeline.typefaces import MEDIUM, REGULAR, SEMIBOLD

SLACK_PX = 1.0
NAME_ROOM_PX = 22.0  # from the top of a lane to below its name

Titles = Callable[[int], str]
"""The full title of an event, by its index."""


def with_whole_titles(
    scene: Scene, measure: TextMeasure, titles: Titles, *, keep_cut: bool = False
) -> Scene:
    """The scene without text or marks that its edges, or a lack of room, would cut.

    A title moves to the other side of its mark, or inwards from an edge, if its row has room; else it is left out,
    and counted as such. So are marks that the lower edge cuts. With `keep_cut`, a title without room for all of
    it stays shortened: better than none.
    """
    planned = set(scene.labels)
    scene = _above_lower_edge(scene)
    labels = _whole_labels(scene, measure, titles, keep_cut)
    cards = _whole_cards(scene)
    clusters = (
        cluster._replace(left=max(cluster.left, scene.left), right=min(cluster.right, scene.right))
        for cluster in scene.clusters
    )
    major = (
        tick
        if tick.px + 1 + measure(tick.label, MAJOR_FONT_PX, SEMIBOLD) <= scene.right
        else tick._replace(label="")
        for tick in scene.ticks.major
    )
    titled = {label.event for label in labels} | {card.event for card in cards}
    keys = {label.event for label in planned if label.importance == KEY_IMPORTANCE} - titled
    told = {(label.event, label.lane) for label in labels if label in planned}
    return replace(
        scene,
        marks=tuple(
            mark if mark.gap is None or (mark.event, mark.lane) in told else mark._replace(gap=None)
            for mark in scene.marks
        ),
        labels=tuple(labels),
        cards=cards,
        clusters=tuple(clusters),
        ticks=scene.ticks._replace(major=tuple(major)),
        counts=scene.counts._replace(
            titled=len(titled),
            key_titled=scene.counts.key_titled - len(keys),
            cut=sum(_is_shortened(label, titles) for label in labels),
        ),
    )


def _whole_labels(
    scene: Scene, measure: TextMeasure, titles: Titles, keep_cut: bool
) -> list[Label]:
    labels: list[Label] = []
    for number, label in enumerate(scene.labels):
        others = (*labels, *scene.labels[number + 1 :])
        if _is_shortened(label, titles):
            whole = _in_full(label, titles(label.event), measure)
            if moved := _moved(whole, scene, others):
                labels.append(moved)
                continue
            if not keep_cut:
                continue
        if _is_inside(label, scene):
            labels.append(label)
        elif moved := _moved(label, scene, others):
            labels.append(moved)
    return labels


def _above_lower_edge(scene: Scene) -> Scene:
    """The scene without what its lower edge would cut."""
    end = scene.height
    if scene.content_height <= end + SLACK_PX:
        return scene
    marks = tuple(mark for mark in scene.marks if mark.y + mark.height / 2 <= end)
    kept = {(mark.event, mark.lane) for mark in marks}
    clusters = tuple(cluster for cluster in scene.clusters if cluster.y + cluster.height / 2 <= end)
    strips = tuple(strip for strip in scene.strips if strip.top + strip.height <= end)
    lanes = tuple(
        band._replace(height=min(band.height, end - band.top))
        for band in scene.lanes
        if band.top + min(NAME_ROOM_PX, band.height) <= end
    )
    counts = scene.counts
    marked = min(counts.marked, len({mark.event for mark in marks}))
    clustered = min(counts.clustered, sum(cluster.count for cluster in clusters))
    stripped = min(counts.stripped, sum(sum(strip.counts) for strip in strips))
    return replace(
        scene,
        marks=marks,
        labels=tuple(
            label
            for label in scene.labels
            if (label.event, label.lane) in kept
            and label.y + label.height / 2 + 0.6 * label.font_px <= end
        ),
        cards=tuple(card for card in scene.cards if card.top + card.height <= end),
        clusters=clusters,
        strips=strips,
        lanes=lanes,
        counts=counts._replace(
            marked=marked,
            clustered=clustered,
            stripped=stripped,
            hidden=counts.in_view - marked - clustered - stripped,
        ),
    )


def _is_shortened(label: Label, titles: Titles) -> bool:
    ends = (ELLIPSIS, ELLIPSIS + UNCERTAIN_SIGN)
    return label.text.endswith(ends) and not titles(label.event).endswith(ends)


def _in_full(label: Label, title: str, measure: TextMeasure) -> Label:
    sign = UNCERTAIN_SIGN if label.text.endswith(UNCERTAIN_SIGN) else ""
    text = title[:LONGEST_TEXT] + sign
    weight = MEDIUM if label.bold else REGULAR
    more = measure(text, label.font_px, weight) - measure(label.text, label.font_px, weight)
    return label._replace(text=text, width=label.width + more)


def _whole_cards(scene: Scene) -> tuple[Card, ...]:
    """The cards; one that an edge would cut moves inwards, or is left out if another card is there."""
    kept: list[Card] = []
    for number, card in enumerate(scene.cards):
        left = min(max(card.left, scene.left), scene.right - card.width)
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
    return label.x >= scene.left - SLACK_PX and label.x + label.width <= scene.right + SLACK_PX


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
