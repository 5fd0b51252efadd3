"""The title of the selected event: a pill beside its marks, or at the guide line."""

from __future__ import annotations

from collections.abc import Sequence

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.frame.labels import label_beside, overlap
from peru_timeline.timeline.metrics import PILL_PADDING_PX
from peru_timeline.timeline.scene import Card, Label, LabelStyle, Mark

PILL_GAP_PX = 3.0  # between a selected mark and its pill
GUIDE_FONT_PX = 12.0


def with_selected_title(
    arrangement: Arrangement,
    scale: TimeScale,
    marks: Sequence[Mark],
    labels: list[Label],
    cards: Sequence[Card],
    selection: int,
) -> tuple[list[Label], bool]:
    """(the labels, with pills for the selected title; whether the title is shown anywhere).

    A pill may cover other titles, which are then left out, but never a mark.
    """
    others = [label for label in labels if label.event != selection]
    own = {label.lane: label for label in labels if label.event == selection}
    has_card = any(card.event == selection for card in cards)
    pills: list[Label] = []
    passes_filter = arrangement.mask[selection]  # a dimmed mark can be selected, but gets no pill
    for mark in [mark for mark in marks if mark.event == selection and passes_filter]:
        label = own.get(mark.lane)
        if label is not None and label.style == LabelStyle.INSIDE:
            pills.append(label)
        elif not any(card.event == selection and card.lane == mark.lane for card in cards):
            pill = label_beside(
                arrangement, scale, marks, mark, PILL_GAP_PX, pill=True, replaces=label
            )
            if pill is not None:
                others = [other for other in others if not overlap(pill, other)]
                pills.append(pill)
    return others + pills, has_card or bool(pills)


def guide_title(
    arrangement: Arrangement, scale: TimeScale, selection: int, guide_x: float
) -> Label:
    """The selected title at the top of its guide line, above the lanes (y < 0)."""
    limit = scale.width_px - 2 * PILL_PADDING_PX  # nothing else stands in its row
    title = arrangement.layout_input.title(selection, GUIDE_FONT_PX, False, limit)
    width, height = title.width + 2 * PILL_PADDING_PX, GUIDE_FONT_PX + 6
    x = max(min(guide_x - width / 2, scale.right_px - width), scale.left_px)
    return Label(
        event=selection,
        lane=-1,
        x=x,
        y=-height - 2,
        width=width,
        height=height,
        text=title.text,
        detail=title.date,
        font_px=GUIDE_FONT_PX,
        bold=title.bold,
        style=LabelStyle.SELECTED,
        importance=title.importance,
    )
