"""Laying out one frame: an arrangement seen through a time scale, as a scene in px.

Runs for every frame: it culls and maps with numpy and builds tuples only for what is visible.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.ticks import Ticks, ticks
from peru_timeline.timeline.axis.time_bands import TimeBand, time_bands
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.drawn_shelf import Shelf, ShelfItem, ShelfLane
from peru_timeline.timeline.frame.cards import lay_out_cards
from peru_timeline.timeline.frame.clusters import clusters_and_strips
from peru_timeline.timeline.frame.event_counts import MarksInView, count_events
from peru_timeline.timeline.frame.labels import label_height, lay_out_labels
from peru_timeline.timeline.frame.offers import offers
from peru_timeline.timeline.frame.selected_label import with_selected
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.packing.mark_extents import GLYPH_PX, QUIET_PX
from peru_timeline.timeline.packing.mark_index import VisibleMarks
from peru_timeline.timeline.packing.octave_planner import padding
from peru_timeline.timeline.packing.row_packing import Side
from peru_timeline.timeline.scene import Label, LabelStyle, LaneBand, Mark, Scene, Shape
from peru_timeline.timeline.shelf import ITEM_PX, shelf_items, shelf_lane, shelf_title

QUIET_BAR_PX = 4.0  # height of a bar in the strip at a lane's foot
THINNED_PX = 2.0  # quiet marks that differ by less than this count as one place
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
    offers_more: bool = False,
) -> Scene:
    """The scene of one frame.

    `scale` may be any place at the arrangement's zoom; `hits` [events] are what a search found. With `offers_more` a
    view in which nothing begins or ends says where the next events are. Neither selection nor hits move anything.
    """
    layout_input = arrangement.layout_input
    in_view = arrangement.mark_index.visible(scale)
    y, hidden = arrangement.places(in_view.index)
    y -= scroll_y
    visible = in_view.where(in_window := ~hidden & _in_window(arrangement, in_view, y))
    marks = _marks(arrangement, visible, y[in_window], selection, hits)
    told = lay_out_cards(arrangement, scale, visible, marks)
    titles, untitled = lay_out_labels(arrangement, scale, visible, marks, hits)
    extra = [label.event for label in titles if label.is_extra]
    if selection is not None:
        before = titles
        titles = with_selected(arrangement, scale, marks, titles, told, selection)
        untitled += {a.event for a in before} - {a.event for a in titles}  # the pill is there
        extra += [label.event for label in titles if label.event == selection]
    clusters, strips = clusters_and_strips(arrangement, scale, scroll_y)
    marks_in_view = MarksInView(in_view.index, hidden)
    marks = sorted(_thinned(_closed_gaps(marks, titles)), key=lambda mark: mark.emphasis)
    return Scene(
        left=scale.left_px,
        right=scale.right_px,
        height=arrangement.height,
        content_height=arrangement.content_height,
        scroll_y=scroll_y,
        marks=tuple(marks),
        labels=tuple(titles),
        cards=told,
        clusters=clusters,
        strips=strips,
        lanes=_bands(arrangement, scale, marks_in_view, scroll_y),
        ticks=_ticks(layout_input, scale),
        bands=_time_bands(layout_input, scale),
        guide_x=None if selection is None else _guide(arrangement, scale, marks, selection),
        today_x=_today_x(scale, today),
        shelf=_shelf(arrangement, scale.right_px, scroll_y, selection, hits),
        regime=arrangement.regime,
        counts=count_events(
            arrangement,
            scale,
            marks_in_view,
            np.array(untitled, dtype=np.int32),
            np.array(extra, dtype=np.int32),
            sum(label.is_cut for label in titles),
        ),
        offers=offers(arrangement, scale, in_view) if offers_more and not clusters else (),
    )


def _ticks(layout_input: LayoutInput, scale: TimeScale) -> Ticks:
    shown = ticks(scale, layout_input.texts.language, layout_input.measure)
    return shown._replace(zone=layout_input.zone) if shown.tells_hours else shown


def _time_bands(layout_input: LayoutInput, scale: TimeScale) -> tuple[TimeBand, ...]:
    texts = layout_input.texts
    return time_bands(layout_input.bands, scale, texts.language, layout_input.sources)


def _in_window(
    arrangement: Arrangement, in_view: VisibleMarks, y: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """[in_view] Which marks are drawn in a window that the lanes are scrolled through.

    A mark whose title the upper or lower edge would cut is not: a mark without its title says too little.
    """
    index = arrangement.mark_index
    titled = (index.side != Side.NONE)[in_view.index] & ~index.card[in_view.index]
    half = np.where(titled, -label_height(arrangement) / 2, arrangement.row_px / 2)
    above = np.where(index.side[in_view.index] == Side.ABOVE, arrangement.row_px, 0.0)
    return np.asarray((y - above >= -half) & (y <= arrangement.height + half))


def _today_x(scale: TimeScale, today: float | None) -> float | None:
    """Where today's line stands; None out of view."""
    x = -np.inf if today is None else scale.px_of_day(today)
    return x if scale.left_px <= x <= scale.right_px else None


def _closed_gaps(marks: Sequence[Mark], titles: Sequence[Label]) -> list[Mark]:
    """The marks, without gaps for titles that are not there, as a pill took their place."""
    told = {(a.event, a.lane) for a in titles if a.style != LabelStyle.SELECTED}
    return [
        mark if mark.gap is None or (mark.event, mark.lane) in told else mark._replace(gap=None)
        for mark in marks
    ]


def _thinned(marks: Sequence[Mark]) -> list[Mark]:
    """Of quiet marks that would cover each other the most emphatic one of each place, so that a full strip is quick."""
    places: dict[tuple[int, int, int], Mark] = {}
    kept: list[Mark] = []
    for mark in marks:
        if not mark.quiet:
            kept.append(mark)
            continue
        place = mark.lane, int(mark.box_left // THINNED_PX), int(mark.box_right // THINNED_PX)
        other = places.get(place)
        if other is None or mark.emphasis > other.emphasis:
            places[place] = mark
    return kept + list(places.values())


def _shelf(
    arrangement: Arrangement,
    left: float,
    scroll_y: float,
    selection: int | None,
    hits: NDArray[np.bool_] | None,
) -> Shelf:
    """The shelf of each lane in the window, right of the time area."""
    layout_input, view = arrangement.layout_input, arrangement.shelf_view
    lanes: list[ShelfLane] = []
    items: list[ShelfItem] = []
    for band in arrangement.bands:
        top = band.top - scroll_y
        if band.folded or not -band.height < top < arrangement.height:
            continue
        shelf = arrangement.shelves[band.lane]
        if not shelf.lines:
            continue
        air = padding(arrangement.row_px)
        lane = shelf_lane(
            band.lane,
            shelf,
            view,
            top + air,
            band.height - 2 * air,
            left,
            layout_input.texts.language,
        )
        lanes.append(lane)
        if not view.is_open:
            continue
        emphases = [
            3 if event == selection else 2 if hits is not None and hits[event] else 1
            for event in shelf.events.tolist()
        ] + [0] * len(shelf.dimmed)
        items += [
            item
            for item in shelf_items(layout_input, lane, shelf, emphases)
            if item.y - ITEM_PX / 2 >= 0 and item.y + ITEM_PX / 2 <= arrangement.height
        ]
    return Shelf(
        left=left,
        width=view.width_px,
        is_open=view.is_open,
        count=arrangement.shelved,
        title=shelf_title(view, layout_input) if view.width_px else "",
        lanes=tuple(lanes),
        items=tuple(items),
    )


def _marks(
    arrangement: Arrangement,
    visible: VisibleMarks,
    y: NDArray[np.float64],
    selection: int | None,
    hits: NDArray[np.bool_] | None,
) -> list[Mark]:
    index, columns, row_px = (
        arrangement.mark_index,
        arrangement.layout_input.columns,
        arrangement.row_px,
    )
    event, side = index.event[visible.index], index.side[visible.index]
    shape = np.where(visible.glyph, Shape.POINT, index.shape[visible.index])
    card, quiet = index.card[visible.index], index.quiet[visible.index]
    tinted = (side == Side.INSIDE) & ~visible.glyph & ~card & (shape != Shape.RANGE)
    firm = (shape == Shape.SPAN) | tinted
    bar = np.where(firm, row_px - 4, row_px / 2)
    bar = np.where(quiet, QUIET_BAR_PX, np.where(card, CARD_BAR_PX, bar))
    glyph = np.where(quiet, QUIET_PX, min(GLYPH_PX, row_px - 3))
    height = np.where(visible.glyph, glyph, np.where(shape == Shape.RANGE, glyph, bar))
    emphasis = np.ones(len(event), dtype=np.uint8)
    if hits is not None:
        emphasis[hits[event]] = 2
    emphasis[index.dimmed[visible.index]] = 0
    if selection is not None:
        emphasis[event == selection] = 3
    middle = (visible.left + visible.right) / 2
    fields = (
        event,
        index.lane[visible.index],
        index.row[visible.index] + np.where(card, CARD_ROW, 0),
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
        quiet,
    )
    listed = [field.tolist() for field in fields]
    listed[3] = [SHAPES[code] for code in listed[3]]
    return [Mark(*of_mark) for of_mark in zip(*listed, strict=True)]


CARD_ROW = (
    10_000  # rows of cards are numbered from here, so that no two rows of a lane share a number
)


def _guide(
    arrangement: Arrangement, scale: TimeScale, marks: list[Mark], selection: int
) -> float | None:
    """Where the guide line stands: through the selected glyph, or at the event's anchor.

    Nowhere for an event that the filter leaves out, or that no source dates.
    """
    if not arrangement.mask[selection] or not arrangement.layout_input.columns.is_dated[selection]:
        return None
    x = next((m.left for m in marks if m.event == selection and m.shape == Shape.POINT), None)
    if x is None:
        x = scale.to_px(float(arrangement.layout_input.columns.anchor[selection]))
    return x if scale.left_px <= x <= scale.right_px else None


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
