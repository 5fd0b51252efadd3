"""The title of the selected event: a pill at its mark, attached to it by a short line where it has to stand apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.frame.labels import covers, overlap
from peru_timeline.timeline.layout_input import Title
from peru_timeline.timeline.scene import Card, Label, LabelStyle, Mark

PILL_PX = 5.0  # air in the pill, left and right of the title
PILL_AIR_PX = 5.0  # above and below the letters, together
GAP_PX = 4.0  # between the mark and its pill
NOTHING = (False, 0)  # whether a pill hides marks, how many titles it hides
FARTHEST_PX = 77.0  # above or below its mark


def with_selected(
    arrangement: Arrangement,
    scale: TimeScale,
    marks: Sequence[Mark],
    made: list[Label],
    cards: Sequence[Card],
    selection: int,
) -> list[Label]:
    """The labels, with the selected title as a pill at each of its marks.

    A pill stands where it covers neither a mark nor another title, if there is such a place near its mark; else no mark
    if it can be avoided, and as few titles as can be. Titles that it covers are not shown.
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
        pill = _pill(arrangement, scale, marks, mark, own, [a for a in labels if a is not own])
        if pill is not None:
            labels = [a for a in labels if a is not own and not overlap(pill, a)] + [pill]
    return labels


def _pill(
    arrangement: Arrangement,
    scale: TimeScale,
    marks: Sequence[Mark],
    mark: Mark,
    own: Label | None,
    titles: Sequence[Label],
) -> Label | None:
    if not 0 <= mark.y <= arrangement.height:
        return None
    room = scale.width_px - 2 * PILL_PX
    font_px = max(arrangement.font_px, 11.0)
    told = arrangement.layout_input.title(mark.event, font_px, False, room)
    # No higher than a row, so that it covers no title in the rows above and below.
    width, height = told.width + 2 * PILL_PX, min(font_px + PILL_AIR_PX, arrangement.row_px)
    reach = FARTHEST_PX + 2 * arrangement.row_px
    others = [a for a in marks if a is not mark and abs(a.y - mark.y) <= reach]
    titles = [a for a in titles if abs(a.y - mark.y) <= reach]
    best: tuple[tuple[bool, int], Label] | None = None
    for x, y in _places(arrangement, scale, mark, own, width, height):
        label = _label(mark, told, font_px, x, y, width, height)
        hides = (
            any(covers(label, other) for other in others),
            sum(overlap(label, title) for title in titles),
        )
        if hides == NOTHING:
            return label
        if best is None or hides < best[0]:
            best = hides, label
    return None if best is None else best[1]


def _places(
    arrangement: Arrangement,
    scale: TimeScale,
    mark: Mark,
    own: Label | None,
    width: float,
    height: float,
) -> Iterator[tuple[float, float]]:
    """Places within the area, the nearest first: where the title is, beside the mark, then above and below it."""
    left, right = max(mark.box_left, scale.left_px), min(mark.box_right, scale.right_px)
    low, high = scale.left_px, scale.right_px - width
    if own is not None and not own.is_cut and not own.detail:
        yield min(max(own.x - PILL_PX, low), high), own.y + (own.height - height) / 2
    beside = [right + GAP_PX, left - GAP_PX - width]
    if own is not None and own.x < mark.left:
        beside.reverse()
    hanging = (*beside, (left + right - width) / 2, left, right - width)
    apart = [x for x in hanging if low <= x <= high] or [min(max(hanging[2], low), high)]
    for away in np.arange(0.0, FARTHEST_PX, arrangement.row_px / 2).tolist():
        for y in dict.fromkeys((mark.y - away, mark.y + away)):
            if not 0 <= y - height / 2 <= arrangement.height - height:
                continue
            for x in apart if away >= arrangement.row_px else beside:
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
