"""Arrangement: all of a picture that panning leaves alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.layout_input import Sheet
from peru_timeline.timeline.packing.clustering import Crowd
from peru_timeline.timeline.packing.lane_plan import Level
from peru_timeline.timeline.packing.mark_extents import Octave
from peru_timeline.timeline.packing.mark_index import Placed
from peru_timeline.timeline.packing.row_packing import Floats
from peru_timeline.timeline.scene import LaneBand

CARD_ROW_PX = 106.0
CARD_MARK_Y_PX = 8.0  # centre of the mark in a row of cards
CARD_TOP_PX = 18.0
CARD_HEIGHT_PX = 78.0


class PlacedCrowd(NamedTuple):
    """Counted events of one lane and where their clusters or strip stand."""

    lane: int
    crowd: Crowd
    top: float  # px from the top of the content
    height: float
    hidden: bool  # in a folded lane


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """Rows, titles, lane heights; made by `arrange`, drawn by `lay_out`. Px from the top of the content."""

    sheet: Sheet
    mask: NDArray[np.bool_]
    octave: Octave
    row_px: float
    font_px: float
    height: float  # of the window
    content_height: float
    bands: tuple[LaneBand, ...]  # their hidden_rows is counted per frame
    levels: tuple[Level | None, ...]  # per lane
    dated: tuple[bool, ...]  # per lane: titles have their date after them
    title_limits_px: tuple[float, ...]  # per lane: the widest a title may be
    placed: Placed
    crowds: tuple[PlacedCrowd, ...]
    rows_top: Floats  # [lanes] top of the first row
    halves: NDArray[np.int64]  # [lanes] half rows the lane's band has room for
    shelves: NDArray[np.int64]  # [lanes] rows of cards below them

    def hidden(self, index: NDArray[np.int64]) -> NDArray[np.bool_]:
        """[index] Whether these marks have no place in their lane's band."""
        placed, lane = self.placed, self.placed.lane[index]
        shelf = placed.shelf[index]
        last = placed.row[index] + (placed.tall[index] & ~shelf)
        return np.asarray(last >= np.where(shelf, self.shelves[lane], self.halves[lane]))

    def y(self, index: NDArray[np.int64]) -> Floats:
        """[index] Centre of these marks."""
        placed, lane = self.placed, self.placed.lane[index]
        row, half_px = placed.row[index], self.row_px / 2
        in_rows = (row + np.where(placed.tall[index], 1.0, 0.5)) * half_px
        on_shelf = self.halves[lane] * half_px + row * CARD_ROW_PX + CARD_MARK_Y_PX
        return np.asarray(self.rows_top[lane] + np.where(placed.shelf[index], on_shelf, in_rows))
