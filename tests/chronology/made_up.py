"""A small made-up chronology as plain JSON, for tests to change and to load."""

from __future__ import annotations

import copy
import json
from typing import Any

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import parse_chronology

SMALL: dict[str, Any] = {
    "format": "chronology/1",
    "id": "harbour",
    "version": "1.2.0",
    "title": {"en": "The harbour", "es": "El puerto"},
    "span": "2001/2010",
    "sectors": [
        {"id": "trade", "name": {"en": "Trade", "es": "Comercio"}},
        {"id": "politics", "name": {"en": "Politics", "es": "Política"}},
    ],
    "actors": [
        {"id": "north", "name": {"en": "Northland"}, "kind": "state", "aliases": ["Nórdica"]},
        {"id": "port-office", "name": "Port Office", "kind": "agency", "part_of": "north"},
        {"id": "harbour-master", "name": "Ana Cerrón", "kind": "person", "part_of": "port-office"},
        {"id": "south", "name": {"en": "Southland"}, "short": "SL", "kind": "state"},
    ],
    "sources": [
        {
            "id": "gazette",
            "type": "article-newspaper",
            "title": "The <b>new</b> quay",
            "author": ["J. Doe", "M. Roe"],
            "publisher": "Gazette",
            "issued": "2009-03-04~",
            "url": "https://example.org/quay",
            "language": "en",
        },
        {"id": "almanac", "type": "book", "title": {"en": "Almanac", "es": "Almanaque"}},
    ],
    "events": [
        {
            "id": "quay-built",
            "date": "2004/2006-08",
            "title": {"en": "Quay built", "es": "Se construye el muelle"},
            "summary": {"en": "The office built a quay.", "es": "La oficina construyó un muelle."},
            "sector": "trade",
            "actors": [
                {"actor": "port-office", "role": {"en": "builder", "es": "constructora"}},
                {"actor": "south"},
            ],
            "importance": 3,
            "amounts": [{"value": 2500000, "unit": "USD", "of": {"en": "cost", "es": "costo"}}],
            "evidence": [
                {
                    "source": "gazette",
                    "quote": "the quay, begun in 2004, was finished in August 2006",
                    "section": "The quay",
                    "paragraph": 1,
                    "supports": ["date"],
                }
            ],
            "notes": [{"kind": "gap", "text": {"en": "A line is lost.", "es": "Falta una línea."}}],
            "related": [{"event": "quay-planned", "relation": "follows"}],
        },
        {
            "id": "quay-planned",
            "date": "2003-05-07",
            "title": {"en": "Quay planned", "es": "Se planea el muelle"},
            "sector": "politics",
            "actors": [{"actor": "harbour-master"}],
            "status": "planned",
            "evidence": [
                {"source": "almanac", "quote": "Señora Cerrón announced a quay for the town"}
            ],
        },
        {
            "id": "strike",
            "date": "2009?",
            "date_note": {"en": "No year is printed.", "es": "No se imprime el año."},
            "title": {"en": "Strike in the south", "es": "Huelga en el sur"},
            "sector": "trade",
            "actors": [{"actor": "south"}],
            "status": "reported",
            "importance": 1,
        },
    ],
}


def small() -> dict[str, Any]:
    """A copy to change."""
    return copy.deepcopy(SMALL)


def load(raw: dict[str, Any]) -> Chronology:
    return parse_chronology(json.dumps(raw).encode(), "made-up.chronology")


def with_events(*events: dict[str, Any]) -> Chronology:
    """The small chronology with these events instead; what an event must have is filled in."""
    raw = small()
    needed = {"date": "2005", "title": "Something", "sector": "trade"}
    raw["events"] = [
        {"id": f"event-{number}", **needed, **event} for number, event in enumerate(events)
    ]
    return load(raw)
