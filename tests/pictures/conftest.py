from __future__ import annotations

from typing import NamedTuple

import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.models import ChronologyFile
from peru_timeline.chronology.query import Facets, Query
from peru_timeline.chronology.search import SearchIndex
from peru_timeline.paths import default_chronology
from peru_timeline.pictures.subject import Subject, make_subject
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import Columns, build_columns
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.view import View


class Opened(NamedTuple):
    chronology: Chronology
    columns: Columns
    facets: Facets

    def subject(
        self,
        query: Query | None = None,
        span: TimeSpan | None = None,
        grouping: str = "sector",
        selection: int | None = None,
        language: str = "en",
    ) -> Subject:
        view = View(
            span=span,
            exact=False,
            query=query or Query(),
            grouping=Grouping(grouping),
            selection=None if selection is None else self.chronology.events[selection].id,
        )
        return make_subject(self.chronology, self.columns, self.facets, view, language)


def opened(chronology: Chronology) -> Opened:
    index = SearchIndex(chronology)
    return Opened(chronology, build_columns(chronology), Facets(chronology, index.find))


@pytest.fixture(scope="session")
def peru() -> Opened:
    return opened(load_chronology(default_chronology()))


def by_letters(text: str, font_px: float, weight: int) -> float:
    """Every letter a little more than half as wide as it is high; bold ones wider."""
    return len(text) * font_px * (0.52 if weight < 600 else 0.56)


@pytest.fixture(scope="session")
def made_up() -> Opened:
    """1,000 events, as unevenly spread as real ones are."""
    events = []
    for i in range(1000):
        year = 1950 + (i * i * 7919) % 70
        if i % 5 == 0:
            date = f"{year}/{year + 1 + i % 9}"
        elif i % 7 == 0:
            date = f"/{year}-06"
        else:
            date = f"{year}-{1 + i % 12:02d}" + (f"-{1 + i % 28:02d}" if i % 2 else "")
        events.append(
            {
                "id": f"event-{i}",
                "date": date,
                "title": f"Event {i} " + "of some importance to its readers"[: 6 + i % 27],
                "sector": f"s{i % 8}",
                "actors": [{"actor": f"a{i % 7}"}],
                "importance": 1 + i % 3,
                "status": ["happened", "reported", "alleged", "planned", "cancelled"][i % 5],
            }
        )
    file = ChronologyFile.model_validate(
        {
            "format": "chronology/1",
            "id": "made-up",
            "version": "1",
            "title": "A thousand events",
            "sectors": [{"id": f"s{i}", "name": f"Sector {i}"} for i in range(8)],
            "actors": [{"id": f"a{i}", "name": f"Actor {i}", "kind": "state"} for i in range(7)],
            "events": events,
        }
    )
    return opened(Chronology.from_file(file))
