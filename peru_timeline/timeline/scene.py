"""The scene: everything that is painted in one frame, frozen, in px from the top left of the lane area, y down."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from math import hypot
from typing import NamedTuple

from peru_timeline.timeline.axis.beyond import Offer
from peru_timeline.timeline.axis.ticks import Ticks
from peru_timeline.timeline.axis.time_bands import TimeBand
from peru_timeline.timeline.drawn_shelf import NO_SHELF, Shelf
from peru_timeline.timeline.metrics import (
    FIRST_ROW_Y_PX,
    FUZZY_FADE_SHARE,
    LANE_NAME_FONT_PX,
    MAX_FADE_PX,
    OPEN_FADE_SHARE,
)
from peru_timeline.timeline.regime import Regime


class Shape(IntEnum):
    """How a date is drawn: by what is known of it."""

    POINT = 0  # one moment known to the day, or a bar too short to be seen as one: the bloc's glyph
    FUZZY = 1  # one moment not known to the day: as long as what is known, fading at both ends
    SPAN = 2  # something that lasted
    RANGE = 3  # one moment somewhere in a wide range of days: a thin whisker with the glyph in its middle


class LabelStyle(IntEnum):
    """Where a title stands and how it is set off."""

    PLAIN = 0  # beside its mark
    INSIDE = 1  # in its tinted bar, or stuck to the window's edge in it
    SELECTED = 2  # a dark pill


class Mark(NamedTuple):
    """One drawn event in one lane.

    A bar runs from `left` to `right`; these are its true ends and may lie far outside the window (a bar is cut off
    where ``left < scene.left`` or ``right > scene.right``). A POINT has ``left == right`` = its centre.
    """

    event: int
    lane: int
    row: int
    shape: Shape
    left: float
    right: float
    y: float  # centre
    height: float  # of the bar; of a POINT the size of its glyph
    fade_left: bool
    fade_right: bool
    arrow_left: bool  # open at this end: goes on. Cut off by the window is not an arrow.
    arrow_right: bool
    bloc: int  # style index 0..6
    status: int  # index of the Status
    dotted: bool  # approximate
    tinted: bool  # the title stands inside: a light bar with the glyph at its head
    emphasis: int  # 0 filtered out but shown, 1 normal, 2 hit of the search, 3 selected
    quiet: bool = False  # without a title, in the strip at its lane's foot
    gap: tuple[float, float] | None = None  # of a RANGE: where its title interrupts the line

    @property
    def box_left(self) -> float:
        """The left edge of what is drawn."""
        return self.left - self.height / 2 if self.shape == Shape.POINT else self.left

    @property
    def box_right(self) -> float:
        """The right edge of what is drawn."""
        return self.right + self.height / 2 if self.shape == Shape.POINT else self.right

    def fade_px(self, zoom: float = 1.0) -> tuple[float, float]:
        """Px over which a bar's left and right end fade; `zoom` is px of the mark per px of the scene."""
        width = self.right - self.left
        if self.shape == Shape.FUZZY:
            fade = width * FUZZY_FADE_SHARE
        else:
            fade = min(width * OPEN_FADE_SHARE, MAX_FADE_PX * zoom)
        return (fade if self.fade_left else 0.0, fade if self.fade_right else 0.0)

    def line_px(self, left: float, right: float) -> list[tuple[float, float]]:
        """(from, to) px of the parts of a RANGE's line between `left` and `right`."""
        begin, end = self.gap or (right, right)
        parts = (left, min(begin, right)), (max(end, left), right)
        return [(first, last) for first, last in parts if first < last]

    def distance(self, x: float, y: float) -> float:
        """Px from (x, y) to the nearest place of the mark's box; 0 inside."""
        half = self.height / 2
        dx = max(self.box_left - x, 0.0, x - self.box_right)
        dy = max(self.y - half - y, 0.0, y - self.y - half)
        return float(hypot(dx, dy))


class Label(NamedTuple):
    """The title of one event: a box of one line of text, centred vertically."""

    event: int
    lane: int
    x: float
    y: float  # top of the box
    width: float
    height: float
    text: str
    detail: str  # the date, drawn quieter after the text; often empty
    font_px: float
    bold: bool
    style: LabelStyle
    importance: int  # 1..3
    is_cut: bool = False  # ends with "…"
    is_extra: bool = False  # beyond what the arrangement planned: a hit of the search
    leader: tuple[float, float] | None = None  # of the selected title: where it meets its mark

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


class Card(NamedTuple):
    """An event told in a few lines, under its bar; (anchor_x, anchor_y) is where its stem meets the bar."""

    event: int
    lane: int
    left: float
    top: float
    width: float
    height: float
    anchor_x: float
    anchor_y: float
    title: tuple[str, ...]  # lines, already broken
    date: str
    summary: tuple[str, ...]  # lines, already broken and cut
    source: str
    bloc: int
    emphasis: int

    def contains(self, x: float, y: float) -> bool:
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


class Cluster(NamedTuple):
    """Several events too close to be told apart, with their number."""

    lane: int
    left: float
    right: float
    y: float  # centre
    height: float
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody wants here
    first_event: int
    blocs: tuple[int, ...]  # blocs that occur, most frequent first
    span: tuple[float, float]  # days, [start, end): what a double click zooms to


class Strip(NamedTuple):
    """How many events each bin of time holds, for a lane too full for marks."""

    lane: int
    top: float
    height: float
    left_px: float
    bin_px: float
    counts: tuple[int, ...]
    peak: int  # the fullest bin of the whole lane: the scale of the strip's heights, the same while panning


class LaneBand(NamedTuple):
    """One lane's band across the window, or the one line into which lanes without events here are folded.

    The folded line has ``lane == -1``, no id and no name; its `count` is the number of lanes in it. Below a lane that
    stands alone a line with the id `ALL_LANES` leads back to all of them.
    """

    lane: int
    id: str
    top: float
    height: float
    name: str
    count: int  # type: ignore[assignment]  # events the filter shows, of the whole chronology
    total: int  # events of the whole chronology
    folded: bool
    hidden_rows: int  # events of the present view that have no place in the band
    shaded: bool  # every other band
    collapsed: bool = False  # by the reader: one row with a strip
    depth: int = 0  # of the lane of a member of a bloc: how far below it
    unfolds: bool = False  # has lanes of members to show or hide
    unfolded: bool = False

    @property
    def count_label(self) -> str:
        """The number of events, as "5/41" if the filter leaves some out."""
        return str(self.count) if self.count == self.total else f"{self.count}/{self.total}"

    @property
    def header_y(self) -> float:
        """The vertical centre of the lane's name and count, at the top edge once the first row is scrolled past it."""
        first = min(FIRST_ROW_Y_PX, self.height / 2)
        return min(max(self.top, 0.0) + first, self.top + self.height - first)

    def has_header(self, height: float) -> bool:
        """Whether the whole of the name is in a window so high."""
        half = LANE_NAME_FONT_PX * 0.7
        return half <= self.header_y <= height - half


class SceneCounts(NamedTuple):
    """What became of the events; each is counted once, however many lanes it stands in.

    ``shown == in_view + elsewhere on the axis + shelf`` and ``in_view == marked + clustered + stripped + hidden``.
    """

    events: int  # all of the chronology
    shown: int  # pass the filter
    in_view: int  # of these, on the axis in the visible span
    titled: int  # with title or card, scrolled out of sight or not
    clustered: int  # drawn in clusters only
    stripped: int  # drawn in density strips only
    hidden: int  # without a place: below a lane's band, or in a folded lane
    marked: int = 0  # with a mark of their own, with or without title, scrolled out of sight or not
    key_in_view: int = 0  # of those in view, the key events
    key_titled: int = 0
    cut: int = 0  # titles on the screen that end with "…"
    shelf: int = 0  # of those shown, without a known beginning: on the shelf


@dataclass(frozen=True, slots=True)
class Scene:
    """One frame."""

    left: float  # of the time area, in which time runs: right of the lane headers
    right: float  # of the time area: where the shelf begins
    height: float
    content_height: float
    scroll_y: float
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    cards: tuple[Card, ...]
    clusters: tuple[Cluster, ...]
    strips: tuple[Strip, ...]
    lanes: tuple[LaneBand, ...]
    ticks: Ticks
    guide_x: float | None
    today_x: float | None
    counts: SceneCounts
    shelf: Shelf = NO_SHELF
    regime: Regime = Regime.OVERVIEW
    offers: tuple[Offer, ...] = ()  # where nothing begins or ends in view
    bands: tuple[TimeBand, ...] = ()

    @property
    def outer_right(self) -> float:
        """The right edge of all that is drawn, the shelf included."""
        return self.right + self.shelf.width

    @property
    def width(self) -> float:
        """Width of the time area in px, lane headers and shelf excluded."""
        return self.right - self.left

    def mark_at(self, x: float, y: float, slack: float = 4.0) -> Mark | None:
        """The mark nearest to (x, y) within `slack` px of its shape, else the one whose title or card is there.

        Of marks equally near the one painted last wins, as it lies on top.
        """
        nearest, best = None, slack
        for mark in self.marks:
            if abs(y - mark.y) <= mark.height / 2 + slack and (away := mark.distance(x, y)) <= best:
                nearest, best = mark, away
        if nearest is not None:
            return nearest
        told: tuple[Label | Card, ...] = (*self.cards, *self.labels)
        words = next((words for words in reversed(told) if words.contains(x, y)), None)
        return None if words is None else self.mark_of(words.event, words.lane)

    def mark_of(self, event: int, lane: int | None = None) -> Mark | None:
        """The mark of `event`, in `lane` or in whichever comes first."""
        of_event = (mark for mark in self.marks if mark.event == event)
        return next((mark for mark in of_event if lane in (None, mark.lane)), None)

    def cluster_at(self, x: float, y: float, slack: float = 4.0) -> Cluster | None:
        """The cluster within `slack` px of (x, y)."""
        for cluster in reversed(self.clusters):
            beside = abs(y - cluster.y) <= cluster.height / 2 + slack
            if beside and cluster.left - slack <= x <= cluster.right + slack:
                return cluster
        return None

    def lane_at(self, y: float) -> LaneBand | None:
        """The band that (any x, y) lies in."""
        index = bisect_right(self.lanes, y, key=lambda band: band.top) - 1
        band = self.lanes[index] if index >= 0 else None
        return band if band is not None and y < band.top + band.height else None
