"""Lay out one frame: an arrangement seen through a time scale becomes a scene in px.

numpy finds the visible marks and maps them to px; tuples are built only for these.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.ticks import ticks
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.frame.cards import lay_out_cards
from peru_timeline.timeline.frame.clusters import clusters_and_strips
from peru_timeline.timeline.frame.event_counts import MarksInView, count_events
from peru_timeline.timeline.frame.labels import lay_out_labels
from peru_timeline.timeline.frame.selected_title import guide_title, with_selected_title
from peru_timeline.timeline.packing.mark_extents import GLYPH_PX, SMALL_GLYPH_PX
from peru_timeline.timeline.packing.mark_index import VisibleMarks
from peru_timeline.timeline.packing.row_packing import Side
from peru_timeline.timeline.scene import LaneBand, Mark, Scene, Shape

CARD_BAR_PX = 8.0  # height of a bar above its card
FIRST_CARD_ROW = (
    10_000  # number of the first card row in `Mark.row`, above all numbers of half rows
)
SHAPES = tuple(Shape)


def lay_out(
    arrangement: Arrangement,
    scale: TimeScale,
    *,
    selection: int | None = None,
    hits: NDArray[np.bool_] | None = None,
    scroll_y: float = 0.0,
    today: float | None = None,
) -> Scene:
    """The scene of one frame.

    `scale` is any time scale at the arrangement's zoom. `selection` is an event, `hits` [events] is true for what a
    search found, `scroll_y` is in px, `today` is a day. Neither the selection nor hits move anything: their titles
    use free space, or stand at the guide line.
    """
    layout_input, mark_index = arrangement.layout_input, arrangement.mark_index
    in_view = mark_index.visible(scale)
    hidden = arrangement.hidden(in_view.index)
    y = arrangement.y(in_view.index) - scroll_y
    half = arrangement.row_px / 2
    in_window = ~hidden & (y > -half) & (y < arrangement.height + half)
    visible = in_view.only(in_window)
    marks = _marks(arrangement, visible, y[in_window], selection, hits)
    cards = lay_out_cards(arrangement, scale, visible, marks)
    labels = lay_out_labels(arrangement, scale, visible, marks, hits)
    guide_x, guide = None, None
    if selection is not None:
        labels, is_shown = with_selected_title(arrangement, scale, marks, labels, cards, selection)
        guide_x = _guide(arrangement, scale, marks, selection)
        if guide_x is not None and not is_shown:
            guide = guide_title(arrangement, scale, selection, guide_x)
    clusters, strips = clusters_and_strips(arrangement, scale, scroll_y)
    marks_in_view = MarksInView(in_view.index, hidden, visible.index)
    titled = {label.event for label in labels}.union(card.event for card in cards)
    marks.sort(key=lambda mark: mark.emphasis)
    today_x = scale.to_px(today) if today is not None else -np.inf
    return Scene(
        left=scale.left_px,
        right=scale.right_px,
        height=arrangement.height,
        content_height=arrangement.content_height,
        scroll_y=scroll_y,
        marks=tuple(marks),
        labels=tuple(labels),
        cards=cards,
        clusters=clusters,
        strips=strips,
        lanes=_bands(arrangement, scale, marks_in_view, scroll_y),
        ticks=ticks(scale, layout_input.texts.language, layout_input.measure),
        guide_x=guide_x,
        guide_title=guide,
        today_x=today_x if scale.left_px <= today_x <= scale.right_px else None,
        counts=count_events(arrangement, scale, marks_in_view, scroll_y, len(titled)),
    )


def _marks(
    arrangement: Arrangement,
    visible: VisibleMarks,
    y: NDArray[np.float64],
    selection: int | None,
    hits: NDArray[np.bool_] | None,
) -> list[Mark]:
    """The marks of `visible`, in its order; `y` [k] are their centres."""
    mark_index, columns, row_px = (
        arrangement.mark_index,
        arrangement.layout_input.columns,
        arrangement.row_px,
    )
    event, side = mark_index.event[visible.index], mark_index.side[visible.index]
    shape = np.where(visible.glyph, Shape.POINT, mark_index.shape[visible.index])
    in_card_row = mark_index.in_card_row[visible.index]
    full_row = mark_index.full_row[visible.index]
    tinted = (side == Side.INSIDE) & ~visible.glyph & ~in_card_row
    firm = (shape == Shape.SPAN) | tinted
    half = row_px / 2
    glyph = np.where(full_row, min(GLYPH_PX, row_px - 3), min(SMALL_GLYPH_PX, half - 1))
    bar = np.where(full_row, np.where(firm, row_px - 4, half), np.where(firm, half - 2, half - 3))
    bar = np.where(shape == Shape.TAIL, glyph, bar)  # so that its end can be drawn as a glyph
    height = np.where(visible.glyph, glyph, np.where(in_card_row, CARD_BAR_PX, bar))
    emphasis = np.ones(len(event), dtype=np.uint8)
    if hits is not None:
        emphasis[hits[event]] = 2
    emphasis[mark_index.dimmed[visible.index]] = 0
    if selection is not None:
        emphasis[event == selection] = 3
    middle = (visible.left + visible.right) / 2
    fields = (
        event,
        mark_index.lane[visible.index],
        mark_index.row[visible.index] + np.where(in_card_row, FIRST_CARD_ROW, 0),
        shape,
        np.where(visible.glyph, middle, visible.left),
        np.where(visible.glyph, middle, visible.right),
        y,
        height,
        columns.fade_left[event],
        columns.fade_right[event],
        columns.open_left[event],
        columns.open_right[event],
        columns.bloc[event],
        columns.status[event],
        columns.dotted[event],
        tinted,
        emphasis,
    )
    listed = [field.tolist() for field in fields]
    listed[3] = [SHAPES[code] for code in listed[3]]
    return list(map(Mark._make, zip(*listed, strict=True)))


def _guide(
    arrangement: Arrangement, scale: TimeScale, marks: list[Mark], selection: int
) -> float | None:
    """The x of the guide line: through the selected glyph, or at the event's anchor day; None out of view."""
    x = next((m.left for m in marks if m.event == selection and m.shape == Shape.POINT), None)
    if x is None:
        x = scale.to_px(float(arrangement.layout_input.columns.anchor[selection]))
    return x if scale.left_px <= x <= scale.right_px else None


def _bands(
    arrangement: Arrangement, scale: TimeScale, marks_in_view: MarksInView, scroll_y: float
) -> tuple[LaneBand, ...]:
    """The bands in the window, with the number of events in view that each has no room for."""
    missing = marks_in_view.missing_by_lane(arrangement, scale)
    unfolded = [band.lane for band in arrangement.bands if not band.folded]
    in_folded = int(missing.sum() - missing[unfolded].sum())
    return tuple(
        band._replace(
            top=band.top - scroll_y,
            hidden_rows=in_folded if band.folded else int(missing[band.lane]),
        )
        for band in arrangement.bands
        if -band.height < band.top - scroll_y < arrangement.height
    )
