"""The scene: everything that is painted in one frame, as frozen values in px.

The origin is the top left of the lane area, headers included; y points down, and scrolling is already applied. Time
runs from ``Scene.left``, right of the lane headers, to ``Scene.right``. A painter draws these values and lays out
nothing itself.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from math import hypot
from typing import NamedTuple

from peru_timeline.timeline.axis.ticks import Ticks
from peru_timeline.timeline.metrics import (
    FIRST_ROW_Y_PX,
    FUZZY_FADE_SHARE,
    MAX_FADE_PX,
    OPEN_FADE_SHARE,
)


class Shape(IntEnum):
    """How a date is drawn, depending on what is known of it."""

    POINT = 0  # known to the day, or a bar too short to be seen as one: the bloc's glyph
    FUZZY = 1  # a moment not known to the day: a bar over the time in question, fading at both ends
    SPAN = 2  # something that lasted: a bar
    TAIL = 3  # start unknown: a short tail that fades to the left


class LabelStyle(IntEnum):
    """Where a title stands and what is behind it."""

    PLAIN = 0  # beside its mark
    INSIDE = 1  # inside its tinted bar
    SELECTED = 2  # on a dark pill


class Mark(NamedTuple):
    """One event in one lane.

    A bar runs from `left` to `right`. These are its true ends, which may lie far outside the scene. The `left` and
    `right` of a POINT are both its centre.
    """

    event: int
    lane: int
    row: int
    shape: Shape
    left: float
    right: float
    y: float  # centre
    height: float  # of the bar, or the size of a POINT's glyph
    fade_left: bool
    fade_right: bool
    arrow_left: bool  # goes on beyond this end; not because the window cuts it off
    arrow_right: bool
    bloc: int  # style index 0..6
    status: int  # index of the Status
    dotted: bool  # approximate
    tinted: bool  # a light bar with its glyph at the left and its title inside
    emphasis: int  # 0 dimmed by the filter, 1 normal, 2 search hit, 3 selected

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
        if self.shape == Shape.TAIL:
            return width, 0.0
        if self.shape == Shape.FUZZY:
            fade = width * FUZZY_FADE_SHARE
        else:
            fade = min(width * OPEN_FADE_SHARE, MAX_FADE_PX * zoom)
        return (fade if self.fade_left else 0.0, fade if self.fade_right else 0.0)

    def distance(self, x: float, y: float) -> float:
        """Distance in px from (x, y) to the mark's box; 0 inside."""
        half = self.height / 2
        dx = max(self.box_left - x, 0.0, x - self.box_right)
        dy = max(self.y - half - y, 0.0, y - self.y - half)
        return float(hypot(dx, dy))


class Label(NamedTuple):
    """The title of one event: one line of text, vertically centred in its box."""

    event: int
    lane: int
    x: float
    y: float  # top of the box
    width: float
    height: float
    text: str
    detail: str  # the date, drawn less prominently after the text; often empty
    font_px: float
    bold: bool
    style: LabelStyle
    importance: int  # 1..3

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


class Card(NamedTuple):
    """An event in a few lines, below its bar. Its stem meets the bar at (anchor_x, anchor_y)."""

    event: int
    lane: int
    left: float
    top: float
    width: float
    height: float
    anchor_x: float
    anchor_y: float
    title: tuple[str, ...]  # wrapped lines
    date: str
    summary: tuple[str, ...]  # wrapped and shortened lines
    source: str
    bloc: int
    emphasis: int

    def contains(self, x: float, y: float) -> bool:
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


class Cluster(NamedTuple):
    """Several events too close together to be drawn one by one, with their number."""

    lane: int
    left: float
    right: float
    y: float  # centre
    height: float
    count: int  # type: ignore[assignment]  # hides tuple.count, which is not needed
    first_event: int
    blocs: tuple[int, ...]  # bloc styles that occur, most frequent first
    span: tuple[float, float]  # [start, end) in days; a double click zooms to it


class Strip(NamedTuple):
    """The density strip of a lane too full for marks: how many events each bin of time holds."""

    lane: int
    top: float
    height: float
    left_px: float
    bin_px: float
    counts: tuple[int, ...]
    peak: int  # events in the fullest bin of the whole lane; scales the heights, so that panning does not


class LaneBand(NamedTuple):
    """The band of one lane, or the folded band, which stands for all lanes without events in view.

    The folded band has ``lane == -1``, no id and no name; its `count` is the number of lanes it stands for.
    """

    lane: int
    id: str
    top: float
    height: float
    name: str
    count: int  # type: ignore[assignment]  # events of the whole chronology that pass the filter
    total: int  # events of the whole chronology
    folded: bool
    hidden_rows: int  # events in view that the band has no room for
    shaded: bool  # every other band
    collapsed: bool = False  # by the reader, to one row with a strip

    @property
    def count_label(self) -> str:
        """The number of events, as "5/41" if the filter leaves some out."""
        return str(self.count) if self.count == self.total else f"{self.count}/{self.total}"

    @property
    def header_y(self) -> float:
        """The vertical centre of the lane's name and count."""
        return self.top + min(FIRST_ROW_Y_PX, self.height / 2)


class SceneCounts(NamedTuple):
    """How many events are shown in which form; each counts once, in however many lanes it stands.

    ``in_view == marked + clustered + stripped + hidden`` and ``titled <= marked``.
    """

    events: int  # of the whole chronology
    shown: int  # those that pass the filter
    in_view: int  # of these, those in the visible span
    titled: int  # with a title or card
    clustered: int  # in clusters only
    stripped: int  # in density strips only
    hidden: int  # below the end of a band, in a folded lane, or scrolled out of sight
    marked: int = 0  # with a mark of their own


@dataclass(frozen=True, slots=True)
class Scene:
    """One frame."""

    left: float  # of the time area: right of the lane headers
    right: float  # of the time area and of the scene
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
    guide_title: Label | None
    today_x: float | None
    counts: SceneCounts

    @property
    def width(self) -> float:
        """Width of the time area in px, lane headers excluded."""
        return self.right - self.left

    def mark_at(self, x: float, y: float, slack: float = 4.0) -> Mark | None:
        """The mark nearest to (x, y), at most `slack` px away, or else the one whose title or card is there.

        Among marks equally near, the one painted last wins, as it lies on top.
        """
        nearest, best = None, slack
        for mark in self.marks:
            if (
                abs(y - mark.y) <= mark.height / 2 + slack
                and (distance := mark.distance(x, y)) <= best
            ):
                nearest, best = mark, distance
        if nearest is not None:
            return nearest
        texts: tuple[Label | Card, ...] = (*self.cards, *self.labels)
        for text in reversed(texts):
            if text.contains(x, y):
                return self.mark_of(text.event, text.lane)
        return None

    def mark_of(self, event: int, lane: int | None = None) -> Mark | None:
        """The mark of `event` in `lane`, or in any lane if that is None; None if it has none."""
        for mark in self.marks:
            if mark.event == event and lane in (None, mark.lane):
                return mark
        return None

    def cluster_at(self, x: float, y: float, slack: float = 4.0) -> Cluster | None:
        for cluster in reversed(self.clusters):
            if (
                cluster.left - slack <= x <= cluster.right + slack
                and abs(y - cluster.y) <= cluster.height / 2 + slack
            ):
                return cluster
        return None

    def lane_at(self, y: float) -> LaneBand | None:
        """The band at this y, or None."""
        index = bisect_right(self.lanes, y, key=lambda band: band.top) - 1
        if index < 0 or y >= self.lanes[index].top + self.lanes[index].height:
            return None
        return self.lanes[index]
