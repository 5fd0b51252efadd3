"""What is drawn of the shelf: part of a scene, in its coordinates."""

from __future__ import annotations

from typing import NamedTuple


class ShelfItem(NamedTuple):
    """One event listed on the shelf: glyph, title and what is known of its date, on one line."""

    event: int
    lane: int
    x: float  # where the title begins; the glyph stands before it
    y: float  # middle of the line
    width: float  # of title and date
    height: float
    text: str
    detail: str  # such as "by Aug 2022"; often empty
    detail_x: float
    bold: bool
    bloc: int
    status: int
    emphasis: int  # as of a Mark
    is_cut: bool

    def contains(self, x: float, y: float) -> bool:
        """Whether (x, y) lies on the line, its glyph included."""
        return self.x - 20 <= x <= self.x + self.width and abs(y - self.y) <= self.height / 2


class ShelfLane(NamedTuple):
    """The shelf of one lane: how many events it holds, and how many of them are not listed."""

    lane: int
    count: int  # type: ignore[assignment]  # events that pass the filter
    more: int  # of all on this shelf, those not listed
    left: float
    top: float
    width: float
    height: float
    more_y: float  # middle of the line that says how many more there are
    more_text: str  # what that line says; empty where all are listed, or none
    count_y: float  # middle of the number on the closed shelf


class Shelf(NamedTuple):
    """What stands right of the axis: the events whose beginning no source gives."""

    left: float
    width: float
    is_open: bool
    count: int  # type: ignore[assignment]  # events that pass the filter, each once
    title: str = ""  # what stands above the shelf, with the count below it
    lanes: tuple[ShelfLane, ...] = ()
    items: tuple[ShelfItem, ...] = ()

    def item_at(self, x: float, y: float) -> ShelfItem | None:
        """The listed event at (x, y)."""
        return next((item for item in self.items if item.contains(x, y)), None)

    def more_at(self, x: float, y: float) -> ShelfLane | None:
        """The lane whose line "n more" is at (x, y)."""
        for lane in self.lanes:
            if lane.more and self.is_open and x >= self.left and abs(y - lane.more_y) <= 9:
                return lane
        return None


NO_SHELF = Shelf(0.0, 0.0, False, 0)
