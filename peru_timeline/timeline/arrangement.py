"""The arrangement: all parts of a picture that panning does not change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.metrics import CARD_MARK_Y_PX, CARD_ROW_PX
from peru_timeline.timeline.packing.clustering import Clustering
from peru_timeline.timeline.packing.lane_plan import LevelOfDetail
from peru_timeline.timeline.packing.mark_extents import Octave
from peru_timeline.timeline.packing.mark_index import MarkIndex
from peru_timeline.timeline.packing.row_packing import Floats
from peru_timeline.timeline.scene import LaneBand


class LaneClustering(NamedTuple):
    """The clustered events of one lane, and where their clusters or strip are drawn."""

    lane: int
    clustering: Clustering
    top: float  # px from the top of the content
    height: float
    hidden: bool  # the lane is folded


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """Rows, titles and heights of lanes, computed by `arrange`, drawn by `lay_out`; y in px from the content's top."""

    layout_input: LayoutInput
    mask: NDArray[np.bool_]
    octave: Octave
    row_px: float
    font_px: float
    height: float  # of the lane area
    content_height: float
    bands: tuple[LaneBand, ...]  # `hidden_rows` is counted for each frame
    levels_of_detail: tuple[LevelOfDetail | None, ...]  # per lane
    dated: tuple[bool, ...]  # per lane: titles are followed by their date
    title_limits_px: tuple[float, ...]  # per lane: the greatest width of a title
    mark_index: MarkIndex
    clusterings: tuple[LaneClustering, ...]
    rows_top: Floats  # [lanes] y of the top of the first row
    half_rows: NDArray[np.int64]  # [lanes] that the lane's band has room for
    card_rows: NDArray[np.int64]  # [lanes] rows of cards, below the half rows

    def hidden(self, index: NDArray[np.int64]) -> NDArray[np.bool_]:
        """[k] Whether these marks, indices [k] into the mark index, lie below the end of their lane's band."""
        mark_index, lane = self.mark_index, self.mark_index.lane[index]
        in_card_row = mark_index.in_card_row[index]
        last = mark_index.row[index] + (mark_index.full_row[index] & ~in_card_row)
        return np.asarray(last >= np.where(in_card_row, self.card_rows[lane], self.half_rows[lane]))

    def y(self, index: NDArray[np.int64]) -> Floats:
        """[k] The y of the centres of these marks."""
        mark_index, lane = self.mark_index, self.mark_index.lane[index]
        row, half_px = mark_index.row[index], self.row_px / 2
        in_rows = (row + np.where(mark_index.full_row[index], 1.0, 0.5)) * half_px
        in_card_rows = self.half_rows[lane] * half_px + row * CARD_ROW_PX + CARD_MARK_Y_PX
        return np.asarray(
            self.rows_top[lane] + np.where(mark_index.in_card_row[index], in_card_rows, in_rows)
        )
