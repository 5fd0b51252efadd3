"""Laying out one frame: an arrangement seen through a time scale, as a scene in px.

Runs for every frame: it culls and maps with numpy and builds tuples only for what is visible.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.ticks import ticks
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.cards import cards
from peru_timeline.timeline.counts import Sight, counts
from peru_timeline.timeline.labels import guide_title, labels, select
from peru_timeline.timeline.packing.mark_extents import GLYPH_PX, SMALL_GLYPH_PX
from peru_timeline.timeline.packing.mark_index import Seen
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
    Neither selection nor hits move anything: their titles take room that is free or stand at the guide line.
    """
    sheet, placed = arrangement.sheet, arrangement.placed
    in_view = placed.seen(scale)
    hidden = arrangement.hidden(in_view.index)
    y = arrangement.y(in_view.index) - scroll_y
    half = arrangement.row_px / 2
    in_window = ~hidden & (y > -half) & (y < arrangement.height + half)
    seen = in_view.where(in_window)
    marks = _marks(arrangement, seen, y[in_window], selection, hits)
    told = cards(arrangement, scale, seen, marks)
    titles = labels(arrangement, scale, seen, marks, hits)
    guide_x, guide = None, None
    if selection is not None:
        titles, inline = select(arrangement, scale, marks, titles, told, selection)
        guide_x = _guide(arrangement, scale, marks, selection)
        if guide_x is not None and not inline:
            guide = guide_title(arrangement, scale, selection, guide_x)
    clusters, strips = _crowds(arrangement, scale, scroll_y)
    sight = Sight(in_view.index, hidden, seen.index)
    events_told = {label.event for label in titles}.union(card.event for card in told)
    marks.sort(key=lambda mark: mark.emphasis)
    today_x = scale.to_px(today) if today is not None else -np.inf
    return Scene(
        left=scale.left_px,
        width=scale.right_px,
        height=arrangement.height,
        content_height=arrangement.content_height,
        scroll_y=scroll_y,
        marks=tuple(marks),
        labels=tuple(titles),
        cards=told,
        clusters=clusters,
        strips=strips,
        lanes=_bands(arrangement, scale, sight, scroll_y),
        ticks=ticks(scale, sheet.words.language, sheet.measure),
        guide_x=guide_x,
        guide_title=guide,
        today_x=today_x if scale.left_px <= today_x <= scale.right_px else None,
        counts=counts(arrangement, scale, sight, scroll_y, len(events_told)),
    )


def _marks(
    arrangement: Arrangement,
    seen: Seen,
    y: NDArray[np.float64],
    selection: int | None,
    hits: NDArray[np.bool_] | None,
) -> list[Mark]:
    placed, columns, row_px = arrangement.placed, arrangement.sheet.columns, arrangement.row_px
    event, side = placed.event[seen.index], placed.side[seen.index]
    shape = np.where(seen.glyph, Shape.POINT, placed.shape[seen.index])
    shelf = placed.shelf[seen.index]
    tall = placed.tall[seen.index]
    tinted = (side == Side.INSIDE) & ~seen.glyph & ~shelf
    firm = (shape == Shape.SPAN) | tinted
    half = row_px / 2
    glyph = np.where(tall, min(GLYPH_PX, row_px - 3), min(SMALL_GLYPH_PX, half - 1))
    bar = np.where(tall, np.where(firm, row_px - 4, half), np.where(firm, half - 2, half - 3))
    bar = np.where(shape == Shape.TAIL, glyph, bar)  # its head may be drawn as a glyph
    height = np.where(seen.glyph, glyph, np.where(shelf, CARD_BAR_PX, bar))
    emphasis = np.ones(len(event), dtype=np.uint8)
    if hits is not None:
        emphasis[hits[event]] = 2
    emphasis[placed.faint[seen.index]] = 0
    if selection is not None:
        emphasis[event == selection] = 3
    middle = (seen.left + seen.right) / 2
    fields = (
        event,
        placed.lane[seen.index],
        placed.row[seen.index] + np.where(shelf, SHELF_ROW, 0),
        shape,
        np.where(seen.glyph, middle, seen.left),
        np.where(seen.glyph, middle, seen.right),
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


SHELF_ROW = (
    10_000  # rows of cards are numbered from here, so that no two rows of a lane share a number
)


def _guide(
    arrangement: Arrangement, scale: TimeScale, marks: list[Mark], selection: int
) -> float | None:
    """Where the guide line stands: through the selected glyph, or at the event's anchor."""
    x = next((m.left for m in marks if m.event == selection and m.shape == Shape.POINT), None)
    if x is None:
        x = scale.to_px(float(arrangement.sheet.columns.anchor[selection]))
    return x if scale.left_px <= x <= scale.right_px else None


def _crowds(
    arrangement: Arrangement, scale: TimeScale, scroll_y: float
) -> tuple[tuple[Cluster, ...], tuple[Strip, ...]]:
    clusters: list[Cluster] = []
    strips: list[Strip] = []
    for placed in arrangement.crowds:
        crowd, top = placed.crowd, placed.top - scroll_y
        if placed.hidden or not -placed.height < top < arrangement.height:
            continue
        filled = crowd.visible(scale)
        bins = crowd.bin[filled].tolist()
        if not bins:
            continue
        counted = np.diff(crowd.first[filled.start : filled.stop + 1])
        bin_px = crowd.bin_days * scale.px_per_day
        left = scale.to_px(crowd.days(bins[0]))
        if crowd.is_strip:
            of_bin = np.zeros(bins[-1] - bins[0] + 1, dtype=np.int64)
            of_bin[np.array(bins) - bins[0]] = counted
            strips.append(
                Strip(
                    placed.lane,
                    top,
                    placed.height,
                    left,
                    bin_px,
                    tuple(of_bin.tolist()),
                    crowd.peak,
                )
            )
            continue
        firsts = crowd.event[crowd.first[filled]].tolist()
        for bin_index, count, first, blocs in zip(
            bins, counted.tolist(), firsts, crowd.blocs(filled), strict=True
        ):
            begin = left + (bin_index - bins[0]) * bin_px
            clusters.append(
                Cluster(
                    lane=placed.lane,
                    left=begin + CLUSTER_INSET_PX,
                    right=begin + bin_px - CLUSTER_INSET_PX,
                    y=top + placed.height / 2,
                    height=placed.height - 2,
                    count=count,
                    first_event=first,
                    blocs=blocs,
                    span=(crowd.days(bin_index), crowd.days(bin_index + 1)),
                )
            )
    return tuple(clusters), tuple(strips)


CLUSTER_INSET_PX = 1.0


def _bands(
    arrangement: Arrangement, scale: TimeScale, sight: Sight, scroll_y: float
) -> tuple[LaneBand, ...]:
    """The bands in the window, with what each cannot show of the present view."""
    missing = sight.missing_by_lane(arrangement, scale)
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
