"""Made-up timelines: columns, lanes and words from numbers, no chronology needed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.lanes import Lanes
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.scene import Shape
from peru_timeline.timeline.text_measure import TextMeasure

HOME = TimeSpan(
    datetime.date(1992, 1, 1).toordinal() - 130.0, datetime.date(2024, 1, 1).toordinal() + 130.0
)
LETTERS = 6.0 / 12.0  # a letter's width as a share of the font's size


def by_letters(text: str, font_px: float, weight: int, /) -> float:
    """Every letter half as wide as it is high."""
    return len(text) * font_px * LETTERS


@dataclass(frozen=True)
class MadeUpTexts:
    titles: tuple[str, ...]
    language: str = "en"

    def title(self, event: int) -> str:
        return self.titles[event]

    def date(self, event: int) -> str:
        return f"day {event}"

    def summary(self, event: int) -> str:
        return f"What happened in {self.titles[event]}, told in a sentence or two."

    def source(self, event: int) -> str:
        return f"Source {event % 5}"

    def states_zone(self, event: int) -> bool:
        return False


def columns_of(
    start: np.ndarray,
    end: np.ndarray,
    shape: np.ndarray,
    importance: np.ndarray,
    seed: int = 0,
    is_dated: np.ndarray | None = None,
) -> Columns:
    """Columns of events at the given days; what only matters to painters is made up."""
    count, random = len(start), np.random.default_rng(seed)
    fuzzy = shape == Shape.FUZZY
    span = shape == Shape.SPAN
    return Columns(
        is_dated=np.ones(count, dtype=np.bool_) if is_dated is None else is_dated,
        told=np.full(count, HOME.end),
        start=start.astype(np.float64),
        end=end.astype(np.float64),
        anchor=np.where(span, np.minimum(start + 0.5, end), (start + end) / 2).astype(np.float64),
        shape=shape.astype(np.uint8),
        fade_left=fuzzy,
        fade_right=fuzzy,
        open_left=np.zeros(count, dtype=np.bool_),
        open_right=span & (random.random(count) < 0.2),
        dotted=random.random(count) < 0.1,
        uncertain=random.random(count) < 0.05,
        importance=importance.astype(np.uint8),
        bloc=random.integers(0, 6, count).astype(np.uint8),
        status=random.choice(5, count, p=[0.75, 0.1, 0.05, 0.07, 0.03]).astype(np.uint8),
        bloc_styles={},
    )


def lanes_of(lane: np.ndarray, count: int) -> Lanes:
    """Each event in one lane."""
    order = np.lexsort((np.arange(len(lane)), lane))
    return Lanes(
        tuple(f"lane-{i}" for i in range(count)),
        tuple({"en": f"Lane {i}"} for i in range(count)),
        lane[order].astype(np.int32),
        order.astype(np.int32),
        np.asarray(lane).astype(np.int32),
    )


def layout_input(
    columns: Columns,
    lanes: Lanes,
    titles: tuple[str, ...],
    measure: TextMeasure = by_letters,
    home: TimeSpan = HOME,
) -> LayoutInput:
    """A sheet of made-up events."""
    names = tuple(name["en"] for name in lanes.names)
    return LayoutInput(columns, lanes, names, MadeUpTexts(titles), home, measure)


def peru_like(count: int = 150, lane_count: int = 10, seed: int = 7) -> LayoutInput:
    """As crowded as the Peru chronology: most of it between 2009 and 2023, half known to the day."""
    random = np.random.default_rng(seed)
    year = np.where(
        random.random(count) < 0.85,
        2009 + 14.5 * random.beta(1.3, 1.1, count),
        1992 + 17 * random.random(count),
    )
    first = datetime.date(2000, 1, 1).toordinal() + (year - 2000) * 365.2425
    kind = random.choice(4, count, p=[0.46, 0.34, 0.17, 0.03])
    known_to = np.where(random.random(count) < 0.5, 30.44, 365.2425)
    start = np.floor(first)
    start = np.where(kind == Shape.FUZZY, np.floor(start / known_to) * known_to, start)
    lasting = np.exp(random.normal(6.3, 1.2, count))
    end = start + np.select(
        [kind == Shape.POINT, kind == Shape.FUZZY, kind == Shape.SPAN],
        [np.ones(count), known_to, np.minimum(lasting, HOME.end - start - 200)],
        1500.0,
    )
    order = np.argsort(start, kind="stable")
    start, end, kind = start[order], np.maximum(end, start + 1)[order], kind[order]
    importance = random.choice([1, 2, 3], count, p=[0.35, 0.45, 0.2])
    titles = tuple(
        "Abcdefg hijk lmnop qrstuv wxyz abcdef ghijkl mnopqr stuvw xyzabc"[: int(n)].strip()
        for n in np.clip(random.normal(33, 9, count), 12, 60)
    )
    share = np.arange(lane_count, 0, -1) ** 0.8
    lane = random.choice(lane_count, count, p=share / share.sum())
    return layout_input(
        columns_of(start, end, kind, importance, seed), lanes_of(lane, lane_count), titles
    )
