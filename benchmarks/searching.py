"""Our search index compared with SQLite's FTS5: ``python -m benchmarks.searching [EVENTS]``.

FTS5 indexes the same texts (titles, summaries, quotations), removes accents as we do, and keeps a prefix index. Its
result is converted to a mask of all events, which is what the timeline, the panels and the table need.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.made_up import made_up
from benchmarks.statistics import spread
from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.search import SearchIndex, folded_words, searchable_text

EVENTS = 100_000
TYPED = ("withdraws", "until further", "ministers as", "xylophone")
"""Words of events. FTS5 does not index the names of actors, sectors and sources, which our search finds too."""
AT_ONCE = 10_000


class Way(NamedTuple):
    """One way to search."""

    name: str
    build_s: float
    find: Callable[[str], NDArray[np.bool_]]


def ours(chronology: Chronology) -> Way:
    """Our own index."""
    begin = time.perf_counter()
    index = SearchIndex(chronology)
    return Way("ours", time.perf_counter() - begin, index.find)


def fts5(chronology: Chronology) -> Way:
    """SQLite's FTS5, in memory."""
    begin, size = time.perf_counter(), len(chronology.events)
    base = sqlite3.connect(":memory:")
    base.execute(
        "CREATE VIRTUAL TABLE event USING fts5(text, content='', detail=none, "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    events = chronology.events
    for first in range(0, size, AT_ONCE):
        several = events.records(first, min(first + AT_ONCE, size))
        rows = ((first + i, searchable_text(event)) for i, event in enumerate(several))
        base.executemany("INSERT INTO event(rowid, text) VALUES (?, ?)", rows)
    base.execute("INSERT INTO event(event) VALUES ('optimize')")

    def find(text: str) -> NDArray[np.bool_]:
        mask = np.zeros(size, dtype=np.bool_)
        query = " AND ".join(f'"{word}"*' for word in folded_words(text))
        rows = base.execute("SELECT rowid FROM event WHERE event MATCH ?", (query,)).fetchall()
        mask[np.fromiter((row[0] for row in rows), np.int64, len(rows))] = True
        return mask

    return Way("FTS5", time.perf_counter() - begin, find)


def measure(path: Path) -> list[str]:
    """A table of the time to build each index and to answer each typed key: median, 95 % and worst."""
    chronology = load_chronology(path)
    texts = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    lines = [
        f"{'':8}{'build, s':>10}{'a key, ms':>12}{'95 %':>8}{'worst':>8}   {len(chronology.events):,} events"
    ]
    for way in (ours(chronology), fts5(chronology)):
        seconds = []
        for text in texts:
            begin = time.perf_counter()
            way.find(text)
            seconds.append(time.perf_counter() - begin)
        of_all = spread(seconds)
        found = [int(way.find(text).sum()) for text in TYPED]
        lines.append(
            f"{way.name:8}{way.build_s:10.1f}{of_all.median:12.2f}{of_all.p95:8.1f}{of_all.worst:8.1f}   found {found}"
        )
    return lines


if __name__ == "__main__":
    print("\n".join(measure(made_up(int(sys.argv[1]) if sys.argv[1:] else EVENTS))))
