"""Sheet: what a timeline is laid out from, put together once per chronology, grouping and language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.event_dates import short_event_date
from peru_timeline.chronology.models import Band, Source
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.axis.time_warp import UNWARPED, TimeWarp
from peru_timeline.timeline.background import yield_to_frame
from peru_timeline.timeline.columns import Columns, drawn, everything, opening_span
from peru_timeline.timeline.lanes import Lanes
from peru_timeline.timeline.metrics import (
    COUNT_PADDING_PX,
    DATE_GAP_PX,
    HEADER_PADDING_PX,
    LANE_COUNT_FONT_PX,
    LANE_NAME_FONT_PX,
)
from peru_timeline.timeline.text_measure import TextMeasure, elided
from peru_timeline.typefaces import MEDIUM, REGULAR, SEMIBOLD

SCREEN_MIN_TITLE_ROW_PX = 12.0
"""The lowest rows with titles on the screen, which a reader can make higher: letters clear each other by 2 px."""
UNCERTAIN_SIGN = " ?"
HEADERS_PX = (120.0, 210.0)  # the narrowest and the widest column of lane headers
COUNT_ROOM_PX, COUNT_GAP_PX = 30.0, 8.0  # the least for a lane's count; between name and count
MOST_ASKED = 1000  # events that are asked for the zone of their time, however many there are
ROUNDING = 1e-6  # days, a tenth of a second
REGULAR_STATUS = 1  # Status.reported: its title is set in regular weight


class Title(NamedTuple):
    """What a label says."""

    text: str
    date: str  # after the text; empty where the lane does not give dates
    width: float  # px of all of it
    bold: bool  # not what is only reported, nor details
    importance: int
    is_cut: bool = False  # ends with "…"


class EventTexts(Protocol):
    """What is written of an event, by its index, in the reader's language; asked for only when drawn."""

    @property
    def language(self) -> str:
        """BCP 47 tag."""

    def title(self, event: int) -> str:
        """Read on its own, one line."""

    def date(self, event: int) -> str:
        """As short as it can be said."""

    def summary(self, event: int) -> str:
        """One to three sentences."""

    def source(self, event: int) -> str:
        """Who says so, one line."""

    def states_zone(self, event: int) -> bool:
        """Whether its time of day is given with a zone."""


@dataclass(frozen=True, slots=True, eq=False)
class ChronologyTexts:
    """Words of a chronology's events in one language."""

    chronology: Chronology
    language: str

    def title(self, event: int) -> str:
        """The title in this language."""
        return in_language(self.chronology.events[event].title, self.language)

    def date(self, event: int) -> str:
        """The date as labels write it."""
        return short_event_date(self.chronology.events[event], self.chronology, self.language)

    def summary(self, event: int) -> str:
        """The summary in this language."""
        summary = self.chronology.events[event].summary
        return "" if summary is None else in_language(summary, self.language)

    def source(self, event: int) -> str:
        """Who tells of it: authors or publishers of its sources, each once."""
        told_by = dict.fromkeys(item.source for item in self.chronology.events[event].evidence)
        sources = [self.chronology.source_by_id[source] for source in told_by]
        names = (s.publisher or in_language(s.title or {}, self.language) for s in sources)
        return " · ".join(map(isolated, dict.fromkeys(names)))

    def states_zone(self, event: int) -> bool:
        """Whether its time of day is given with a zone."""
        date = self.chronology.events[event].date
        return any(clock is not None and clock.zone for clock in (date.start_clock, date.end_clock))


@dataclass(frozen=True, eq=False)
class LayoutInput:
    """Events, lanes, words and the measure of text; its caches never change what is laid out from it.

    All its days are drawn days; `warp` says which days these are.
    """

    columns: Columns
    lanes: Lanes
    lane_names: tuple[str, ...]
    texts: EventTexts
    home: TimeSpan  # the opening view: the zoom levels are anchored to its scale
    measure: TextMeasure
    min_title_row_px: float = SCREEN_MIN_TITLE_ROW_PX  # the lowest row in which titles may stand
    pans: bool = True  # not a picture, which shows the opening view and nothing else
    warp: TimeWarp = UNWARPED
    bands: tuple[Band, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False)  # of the bands
    cache: dict[Any, Any] = field(default_factory=dict, repr=False)
    _titles: dict[tuple[int, float, bool, float], Title] = field(default_factory=dict, repr=False)

    card_lines: dict[int, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def one_lane_each(self) -> bool:
        """Whether every event stands in exactly one lane."""
        return len(self.lanes.event) == len(self.columns)

    @cached_property
    def everything(self) -> TimeSpan:
        """The opening view with all events outside it."""
        return everything(self.home, self.columns)

    @property
    def extent(self) -> tuple[TimeSpan, TimeSpan, TimeWarp]:
        """The opening view, all there is to see, and which days these are."""
        return self.home, self.everything, self.warp

    @cached_property
    def in_lanes(self) -> NDArray[np.bool_]:
        """[events] Whether it stands in any lane; not so of others where one lane stands alone."""
        found = np.zeros(len(self.columns), dtype=np.bool_)
        found[self.lanes.event] = True
        return found

    @cached_property
    def zone(self) -> str:
        """Whose hours the axis tells: UTC if any event states its zone, as it is drawn by instant; else nothing."""
        dated = np.flatnonzero(self.columns.is_dated)
        of_day = self.warp.to_day(self.columns.start[dated]) % 1
        timed = dated[(of_day > ROUNDING) & (of_day < 1 - ROUNDING)]
        return "UTC" if any(map(self.texts.states_zone, timed[:MOST_ASKED].tolist())) else ""

    @cached_property
    def lane_totals(self) -> NDArray[np.int64]:
        """[lanes]: events of the whole chronology in each."""
        return np.bincount(self.lanes.lane, minlength=len(self.lanes))

    def title(self, event: int, font_px: float, dated: bool, limit_px: float) -> Title:
        """The title of an event, cut with "…" where longer than `limit_px`, with its date where `dated`."""
        key = (event, font_px, dated, limit_px)
        known = self._titles.get(key)
        if known is None:
            known = self._titles[key] = self._measured(event, font_px, dated, limit_px)
        return known

    def _measured(self, event: int, font_px: float, dated: bool, limit_px: float) -> Title:
        yield_to_frame()
        status, importance = self.columns.status[event], int(self.columns.importance[event])
        emphatic = status != REGULAR_STATUS and importance > 1
        weight = MEDIUM if emphatic else REGULAR
        sign = UNCERTAIN_SIGN if self.columns.uncertain[event] else ""
        whole = self.texts.title(event)
        text = elided(whole, font_px, weight, limit_px, self.measure, sign)
        width = self.measure(text, font_px, weight)
        date = self.texts.date(event) if dated else ""
        if date in whole:  # “in Talara since 1993” needs no “since 1993” after it
            date = ""
        if date:
            width += DATE_GAP_PX + self.measure(date, font_px, REGULAR)
        return Title(text, date, width, weight == MEDIUM, importance, text != whole + sign)

    def title_within(self, event: int, font_px: float, room_px: float) -> Title:
        """The title without its date, cut with "…" to `room_px`; measured at each call, for titles at the edges."""
        return self._measured(event, font_px, False, room_px)

    def title_widths(
        self, events: Sequence[int], font_px: float, dated: bool, limit_px: float
    ) -> NDArray[np.float64]:
        """[events] Widths in px of titles (with their dates, where `dated`)."""
        return np.array(
            [self.title(event, font_px, dated, limit_px).width for event in events],
            dtype=np.float64,
        )


def build_layout_input(
    chronology: Chronology,
    columns: Columns,
    lanes: Lanes,
    language: str,
    measure: TextMeasure,
    min_title_row_px: float = SCREEN_MIN_TITLE_ROW_PX,
    warp: TimeWarp = UNWARPED,
) -> LayoutInput:
    """The sheet of a chronology; titles stand in rows of at least `min_title_row_px`."""
    return LayoutInput(
        columns=drawn(columns, warp),
        lanes=lanes,
        lane_names=tuple(in_language(name, language) for name in lanes.names),
        texts=ChronologyTexts(chronology, language),
        home=warp.drawn_span(opening_span(chronology, columns)),
        measure=measure,
        min_title_row_px=min_title_row_px,
        warp=warp,
        bands=chronology.bands,
        sources=chronology.source_by_id,
    )


def header_width(layout_input: LayoutInput) -> float:
    """Px of the column of lane headers: wide enough for the longest name and a count, within `HEADERS_PX`."""
    names, measure = layout_input.lane_names, layout_input.measure
    longest = max((measure(name, LANE_NAME_FONT_PX, SEMIBOLD) for name in names), default=0.0)
    most = str(layout_input.lane_totals.max(initial=0))
    count_px = max(COUNT_ROOM_PX, COUNT_GAP_PX + measure(most, LANE_COUNT_FONT_PX, REGULAR))
    width = HEADER_PADDING_PX + longest + count_px + COUNT_PADDING_PX
    return float(round(min(max(width, HEADERS_PX[0]), HEADERS_PX[1])))
