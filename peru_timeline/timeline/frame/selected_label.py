"""The title of the selected event: a pill at its mark, attached to it by a short line where it has to stand apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.frame.labels import covers, overlap
from peru_timeline.timeline.layout_input import Title
from peru_timeline.timeline.scene import Card, Label, LabelStyle, Mark

PILL_PX = 5.0  # air in the pill, left and right of the title
PILL_AIR_PX = 5.0  # above and below the letters, together
GAP_PX = 4.0  # between the mark and its pill
APART_PX = (0.0, 22.0, 40.0, 58.0, 76.0)  # how far above or below its mark a pill may stand


def with_selected(
    arrangement: Arrangement,
    scale: TimeScale,
    marks: Sequence[Mark],
    made: list[Label],
    cards: Sequence[Card],
    selection: int,
) -> list[Label]:
    """The labels, with the selected title as a pill at each of its marks.

    A pill may take the place of other titles, which are then not shown, but covers no mark if it can be avoided.
    Nothing is added for an event that the filter leaves out.
    """
    if not arrangement.mask[selection]:
        return made
    labels = list(made)
    for mark in [mark for mark in marks if mark.event == selection]:
        own = next((a for a in made if a.event == selection and a.lane == mark.lane), None)
        if any(card.event == selection and card.lane == mark.lane for card in cards):
            continue
        if own is not None and own.style == LabelStyle.INSIDE and not own.is_cut:
            continue
        pill = _pill(arrangement, scale, marks, mark, own)
        if pill is not None:
            labels = [a for a in labels if a is not own and not overlap(pill, a)] + [pill]
    return labels


def _pill(
    arrangement: Arrangement,
    scale: TimeScale,
    marks: Sequence[Mark],
    mark: Mark,
    own: Label | None,
) -> Label | None:
    if not 0 <= mark.y <= arrangement.height:
        return None
    room = scale.width_px - 2 * PILL_PX
    font_px = max(arrangement.font_px, 11.0)
    told = arrangement.layout_input.title(mark.event, font_px, False, room)
    width, height = told.width + 2 * PILL_PX, font_px + PILL_AIR_PX
    others = [other for other in marks if other is not mark]
    best: Label | None = None
    for x, y in _places(arrangement, scale, mark, own, width, height):
        label = _label(mark, told, font_px, x, y, width, height)
        if not any(covers(label, other) for other in others):
            return label
        best = best or label
    return best


def _places(
    arrangement: Arrangement,
    scale: TimeScale,
    mark: Mark,
    own: Label | None,
    width: float,
    height: float,
) -> Iterator[tuple[float, float]]:
    """Places within the area, the nearest first: beside the mark, then above and below it."""
    left, right = max(mark.box_left, scale.left_px), min(mark.box_right, scale.right_px)
    beside = [right + GAP_PX, left - GAP_PX - width]
    if own is not None and own.x < mark.left:
        beside.reverse()
    low, high = scale.left_px, scale.right_px - width
    middle = min(max((left + right - width) / 2, low), high)
    for apart in APART_PX:
        for y in dict.fromkeys((mark.y - apart, mark.y + apart)):
            if not 0 <= y - height / 2 <= arrangement.height - height:
                continue
            for x in beside if not apart else (*(min(max(x, low), high) for x in beside), middle):
                if low <= x <= high:
                    yield x, y - height / 2


def _label(
    mark: Mark, told: Title, font_px: float, x: float, y: float, width: float, height: float
) -> Label:
    nearest = min(max((mark.box_left + mark.box_right) / 2, x), x + width)
    return Label(
        event=mark.event,
        lane=mark.lane,
        x=x,
        y=y,
        width=width,
        height=height,
        text=told.text,
        detail=told.date,
        font_px=font_px,
        bold=told.bold,
        style=LabelStyle.SELECTED,
        importance=told.importance,
        is_cut=told.is_cut,
        leader=(min(max(nearest, mark.box_left), mark.box_right), mark.y),
    )
