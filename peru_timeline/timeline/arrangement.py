"""Arrangement: all of a picture that panning leaves alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.metrics import CARD_MARK_Y_PX, CARD_ROW_PX
from peru_timeline.timeline.packing.clustering import Clustering
from peru_timeline.timeline.packing.lane_plan import LevelOfDetail
from peru_timeline.timeline.packing.mark_extents import Octave
from peru_timeline.timeline.packing.mark_index import MarkIndex
from peru_timeline.timeline.packing.octave_planner import STRIP_PX
from peru_timeline.timeline.packing.row_packing import Floats
from peru_timeline.timeline.regime import Regime
from peru_timeline.timeline.scene import LaneBand
from peru_timeline.timeline.shelf import LaneShelf, ShelfView


class LaneClustering(NamedTuple):
    """Counted events of one lane and where their clusters or strip stand."""

    lane: int
    clustering: Clustering
    top: float  # px from the top of the content
    height: float
    hidden: bool  # in a folded lane


class RowSlots(NamedTuple):
    """In which of its lane's rows each row of the plan is drawn; -1: in none."""

    slots: NDArray[np.int64]  # of all lanes one after the other, each ending with a -1
    last: NDArray[np.int64]  # [lanes] the place of that -1
    first: NDArray[np.int64]  # [lanes] the place of the lane's first row
    fixed: NDArray[np.bool_]  # [lanes] whether the lane's rows are drawn in themselves

    def of(self, lane: NDArray[np.int32], row: NDArray[np.int64]) -> NDArray[np.int64]:
        """[marks] The row drawn in, of marks in these rows of the plans of these lanes."""
        slot = self.slots[np.minimum(self.first[lane] + row, self.last[lane])]
        return np.where(self.fixed[lane], row, slot)


def row_slots(of_lanes: Sequence[NDArray[np.int64] | None]) -> RowSlots | None:
    """From the slots of each lane, a row of the plan each; None for a lane whose rows are drawn in themselves."""
    if all(slots is None for slots in of_lanes):
        return None
    parts = [_NONE if slots is None else slots for slots in of_lanes]
    ends = np.cumsum([len(part) + 1 for part in parts])
    joined = np.concatenate([piece for part in parts for piece in (part, _END)])
    first = np.concatenate((ends[:1] * 0, ends[:-1]))
    return RowSlots(joined, ends - 1, first, np.array([slots is None for slots in of_lanes]))


_NONE, _END = np.array([], dtype=np.int64), np.array([-1], dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """Rows, titles, lane heights; made by `arrange`, drawn by `lay_out`. Px from the top of the content."""

    layout_input: LayoutInput
    mask: NDArray[np.bool_]
    shown: int  # events that pass the filter
    shelved: int  # of these, on the shelf
    regime: Regime
    octave: Octave
    row_px: float
    font_px: float
    height: float  # of the window
    content_height: float
    bands: tuple[LaneBand, ...]  # their hidden_rows is counted per frame
    levels: tuple[LevelOfDetail | None, ...]  # per lane
    dated: tuple[bool, ...]  # per lane: titles have their date after them
    title_limits_px: tuple[float, ...]  # per lane: the widest a title may be
    mark_index: MarkIndex
    clusterings: tuple[LaneClustering, ...]
    rows_top: Floats  # [lanes] top of the first row
    rows: NDArray[np.int64]  # [lanes] rows the lane's band has room for
    card_rows: NDArray[np.int64]  # [lanes] rows of cards below them
    strips: NDArray[np.bool_]  # [lanes] whether there is a strip of quiet marks at the lane's foot
    slots: RowSlots | None  # None: every row of the plan is drawn in itself
    stands: NDArray[np.bool_]  # [lanes] whether the lane has a band of its own
    shelf_view: ShelfView
    shelves: tuple[LaneShelf, ...]  # per lane
    glide: tuple[Arrangement, float] | None = (
        None  # on the way from another arrangement: its share of the way
    )

    def hidden(self, index: NDArray[np.int64]) -> NDArray[np.bool_]:
        """[index] Whether these marks have no place in their lane's band."""
        return self.places(index)[1]

    def y(self, index: NDArray[np.int64]) -> Floats:
        """[index] Centre of these marks."""
        return self.places(index)[0]

    def places(self, index: NDArray[np.int64]) -> tuple[Floats, NDArray[np.bool_]]:
        """([index] centre of these marks, [index] whether they have no place in their lane's band)."""
        marks, lane = self.mark_index, self.mark_index.lane[index]
        card, quiet = marks.card[index], marks.quiet[index]
        row = marks.row[index].astype(np.int64)
        if self.slots is not None:
            row = np.where(card | quiet, row, self.slots.of(lane, row))
        rows, rows_px = self.rows[lane], self.rows[lane] * self.row_px
        room = np.where(card, self.card_rows[lane], rows)
        beyond = np.where(quiet, ~self.strips[lane], (row >= room) | (row < 0))
        in_rows = (row + 0.5) * self.row_px
        on_cards = rows_px + row * CARD_ROW_PX + CARD_MARK_Y_PX
        at_foot = rows_px + self.card_rows[lane] * CARD_ROW_PX + STRIP_PX / 2
        y = self.rows_top[lane] + np.where(card, on_cards, np.where(quiet, at_foot, in_rows))
        if self.glide is not None:
            before, share = self.glide
            y = before.y(index) * (1 - share) + y * share
        return y, beyond | ~self.stands[lane]


def blended(old: Arrangement, new: Arrangement, share: float) -> Arrangement:
    """Lanes on their way from `old` (share 0) to `new` (share 1); `new` itself where they do not show the same rows."""
    same = old.mark_index is new.mark_index and old.row_px == new.row_px
    if not same or [band.lane for band in old.bands] != [band.lane for band in new.bands]:
        return new

    def between(begin: float, end: float) -> float:
        return begin + (end - begin) * share

    bands = tuple(
        band._replace(top=between(o.top, band.top), height=between(o.height, band.height))
        for o, band in zip(old.bands, new.bands, strict=True)
    )
    clusterings = tuple(
        of_lane._replace(top=between(o.top, of_lane.top))
        for o, of_lane in zip(old.clusterings, new.clusterings, strict=True)
    )
    return replace(
        new,
        bands=bands,
        clusterings=clusterings,
        content_height=between(old.content_height, new.content_height),
        glide=(replace(old, glide=None), share),
    )


class LanePoint(NamedTuple):
    """A place in the lanes that keeps its meaning while their heights change."""

    lane: int
    share: float  # of the lane's height


def lane_point(arrangement: Arrangement, y: float) -> LanePoint | None:
    """The place at `y` px from the top of the content; None below the lanes."""
    for band in arrangement.bands:
        if band.top <= y < band.top + band.height:
            return LanePoint(band.lane, (y - band.top) / band.height)
    return None


def y_of_point(arrangement: Arrangement, point: LanePoint) -> float | None:
    """Px from the top of the content to a place; None where its lane has no band."""
    for band in arrangement.bands:
        if band.lane == point.lane:
            return band.top + point.share * band.height
    return None
