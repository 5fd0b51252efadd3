"""Laying out one frame: an arrangement seen through a time scale, as a scene in px.

Runs for every frame: it culls and maps with numpy and builds tuples only for what is visible.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.ticks import ticks
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.frame.cards import lay_out_cards
from peru_timeline.timeline.frame.event_counts import MarksInView, count_events
from peru_timeline.timeline.frame.labels import guide_title, lay_out_labels, with_selected_title
from peru_timeline.timeline.packing.mark_extents import GLYPH_PX, SMALL_GLYPH_PX
from peru_timeline.timeline.packing.mark_index import VisibleMarks
from peru_timeline.timeline.packing.row_packing import Side
from peru_timeline.timeline.scene import (
    Cluster,
    LaneBand,
    Mark,
    Scene,
    Shape,
    Strip,
)

CARD_BAR_PX = 8.0  # height of a bar above its card
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

    `scale` may be any place at the arrangement's zoom; `hits` [events] are what a search found; `today` is a day.
    Neither selection nor hits move anything: their labels take room that is free or stand at the guide line.
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
    clusters, strips = _clusters_and_strips(arrangement, scale, scroll_y)
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
    bar = np.where(shape == Shape.TAIL, glyph, bar)  # its head may be drawn as a glyph
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


FIRST_CARD_ROW = (
    10_000  # rows of cards are numbered from here, so that no two rows of a lane share a number
)


def _guide(
    arrangement: Arrangement, scale: TimeScale, marks: list[Mark], selection: int
) -> float | None:
    """Where the guide line stands: through the selected glyph, or at the event's anchor."""
    x = next((m.left for m in marks if m.event == selection and m.shape == Shape.POINT), None)
    if x is None:
        x = scale.to_px(float(arrangement.layout_input.columns.anchor[selection]))
    return x if scale.left_px <= x <= scale.right_px else None


def _clusters_and_strips(
    arrangement: Arrangement, scale: TimeScale, scroll_y: float
) -> tuple[tuple[Cluster, ...], tuple[Strip, ...]]:
    clusters: list[Cluster] = []
    strips: list[Strip] = []
    for of_lane in arrangement.clusterings:
        clustering, top = of_lane.clustering, of_lane.top - scroll_y
        if of_lane.hidden or not -of_lane.height < top < arrangement.height:
            continue
        filled = clustering.visible_bins(scale)
        bins = clustering.bin_numbers[filled].tolist()
        if not bins:
            continue
        counted = np.diff(clustering.offsets[filled.start : filled.stop + 1])
        bin_px = clustering.bin_days * scale.px_per_day
        left = scale.to_px(clustering.bin_start(bins[0]))
        if clustering.is_strip:
            of_bin = np.zeros(bins[-1] - bins[0] + 1, dtype=np.int64)
            of_bin[np.array(bins) - bins[0]] = counted
            strips.append(
                Strip(
                    of_lane.lane,
                    top,
                    of_lane.height,
                    left,
                    bin_px,
                    tuple(of_bin.tolist()),
                    clustering.peak,
                )
            )
            continue
        firsts = clustering.events[clustering.offsets[filled]].tolist()
        for bin_number, count, first, blocs in zip(
            bins, counted.tolist(), firsts, clustering.blocs_by_bin(filled), strict=True
        ):
            begin = left + (bin_number - bins[0]) * bin_px
            clusters.append(
                Cluster(
                    lane=of_lane.lane,
                    left=begin + CLUSTER_INSET_PX,
                    right=begin + bin_px - CLUSTER_INSET_PX,
                    y=top + of_lane.height / 2,
                    height=of_lane.height - 2,
                    count=count,
                    first_event=first,
                    blocs=blocs,
                    span=(clustering.bin_start(bin_number), clustering.bin_start(bin_number + 1)),
                )
            )
    return tuple(clusters), tuple(strips)


CLUSTER_INSET_PX = 1.0


def _bands(
    arrangement: Arrangement, scale: TimeScale, marks_in_view: MarksInView, scroll_y: float
) -> tuple[LaneBand, ...]:
    """The bands in the window, with what each cannot show of the present view."""
    missing = marks_in_view.missing_by_lane(arrangement, scale)
    standing = [band.lane for band in arrangement.bands if not band.folded]
    in_folded = int(missing.sum() - missing[standing].sum())
    return tuple(
        band._replace(
            top=band.top - scroll_y,
            hidden_rows=in_folded if band.folded else int(missing[band.lane]),
        )
        for band in arrangement.bands
        if -band.height < band.top - scroll_y < arrangement.height
    )
