"""Layout input: what a timeline is laid out from; one per chronology, grouping, language and font."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.wording import short_date
from peru_timeline.chronology.text import in_language
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.background import yield_to_frame
from peru_timeline.timeline.columns import Columns, opening_span
from peru_timeline.timeline.lanes import Lanes
from peru_timeline.timeline.metrics import DATE_GAP_PX
from peru_timeline.timeline.text_measure import TextMeasure, elided
from peru_timeline.typefaces import MEDIUM, REGULAR

SCREEN_MIN_TITLE_ROW_PX = 12.0
"""The lowest rows that may have titles on the screen; the letters of adjacent rows are 2 px apart."""
UNCERTAIN_SIGN = " ?"
REGULAR_STATUS = 1  # index of Status.reported, whose titles have regular weight


class Title(NamedTuple):
    """A measured title."""

    text: str
    date: str  # after the text; empty in lanes without dates
    width: float  # px, date included
    bold: bool  # neither reported only nor of least importance
    importance: int  # 1..3


class EventTexts(Protocol):
    """The texts of events, by index, in the reader's language; asked for only when needed."""

    @property
    def language(self) -> str:
        """BCP 47 tag."""

    def title(self, event: int) -> str:
        """The title, one line."""

    def date(self, event: int) -> str:
        """The date in its shortest form."""

    def summary(self, event: int) -> str:
        """The summary, one to three sentences; may be empty."""

    def source(self, event: int) -> str:
        """The publishers or titles of the sources, one line; may be empty."""


@dataclass(frozen=True, slots=True, eq=False)
class ChronologyTexts:
    """The texts of a chronology's events in one language."""

    chronology: Chronology
    language: str

    def title(self, event: int) -> str:
        """The title in this language."""
        return in_language(self.chronology.events[event].title, self.language)

    def date(self, event: int) -> str:
        """The date as labels write it."""
        return short_date(self.chronology.events[event].date, self.language)

    def summary(self, event: int) -> str:
        """The summary in this language."""
        summary = self.chronology.events[event].summary
        return "" if summary is None else in_language(summary, self.language)

    def source(self, event: int) -> str:
        """Publishers of the event's sources, or their titles, each once."""
        cited = dict.fromkeys(item.source for item in self.chronology.events[event].evidence)
        sources = [self.chronology.source_by_id[source] for source in cited]
        names = (s.publisher or in_language(s.title or {}, self.language) for s in sources)
        return " · ".join(dict.fromkeys(names))


@dataclass(frozen=True, eq=False)
class LayoutInput:
    """Events, lanes, texts and the measure of text. Its caches save time and never change the result."""

    columns: Columns
    lanes: Lanes
    lane_names: tuple[str, ...]
    texts: EventTexts
    home: TimeSpan  # the opening view, to which octaves are anchored
    measure: TextMeasure
    min_title_row_px: float = SCREEN_MIN_TITLE_ROW_PX  # lower rows have no titles
    cache: dict[Any, Any] = field(default_factory=dict, repr=False)
    _titles: dict[tuple[int, float, bool, float], Title] = field(default_factory=dict, repr=False)
    card_lines: dict[int, Any] = field(default_factory=dict, repr=False)  # by event

    @cached_property
    def one_lane_each(self) -> bool:
        """Whether every event stands in exactly one lane."""
        return len(self.lanes.event) == len(self.columns)

    @cached_property
    def lane_totals(self) -> NDArray[np.int64]:
        """[lanes] The number of events of the whole chronology in each."""
        return np.bincount(self.lanes.lane, minlength=len(self.lanes))

    def title(self, event: int, font_px: float, dated: bool, limit_px: float) -> Title:
        """The title of an event, shortened with "…" to `limit_px`, and followed by its date if `dated`."""
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
        text = elided(self.texts.title(event), font_px, weight, limit_px, self.measure, sign)
        width = self.measure(text, font_px, weight)
        date = self.texts.date(event) if dated else ""
        if dated:
            width += DATE_GAP_PX + self.measure(date, font_px, REGULAR)
        return Title(text, date, width, weight == MEDIUM, importance)

    def title_widths(
        self, events: Sequence[int], font_px: float, dated: bool, limit_px: float
    ) -> NDArray[np.float64]:
        """[events] Widths of titles in px, with their dates if `dated`."""
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
) -> LayoutInput:
    """The layout input of a chronology whose rows with titles are at least `min_title_row_px` high."""
    return LayoutInput(
        columns=columns,
        lanes=lanes,
        lane_names=tuple(in_language(name, language) for name in lanes.names),
        texts=ChronologyTexts(chronology, language),
        home=opening_span(chronology, columns),
        measure=measure,
        min_title_row_px=min_title_row_px,
    )
