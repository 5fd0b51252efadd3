"""Hostile files that are sound JSON, but no sound chronology."""

from __future__ import annotations

import json
from typing import Any

from tests.chronology.made_up import SMALL
from tests.robust.hostile import (
    TEXT,
    Hostile,
    Make,
    changed,
    event,
    of_text,
    of_value,
    with_literal,
)


def _chain(length: int) -> Make:
    """Actors each of which is part of the next: a tree as deep as there are actors."""

    def change(raw: dict[str, Any]) -> None:
        raw["actors"] += [
            {"id": f"a{n}", "name": "A", "kind": "group", "part_of": f"a{n + 1}"}
            for n in range(length)
        ]
        raw["actors"].append({"id": f"a{length}", "name": "A", "kind": "group"})

    return changed(change)


def _ring(length: int) -> Make:
    def change(raw: dict[str, Any]) -> None:
        raw["actors"] += [
            {"id": f"a{n}", "name": "A", "kind": "group", "part_of": f"a{(n + 1) % length}"}
            for n in range(length)
        ]

    return changed(change)


WHOLES: tuple[Any, ...] = (None, True, 0, "chronology/1", [], [SMALL])

FORMATS: tuple[Any, ...] = (None, 1, 1.5, True, [], {}, "", "chronology", "x" * 100_000)

CONTENT = (
    Hostile("a lone surrogate in a title", with_literal("events.0.title", '"\\ud800"'),
            ("events[0].title", "lone surrogate")),
    Hostile("surrogates the wrong way round", with_literal("events.0.summary", '"\\udc00\\ud800"'),
            ("events[0].summary", "lone surrogate")),
    Hostile("a lone surrogate in a key", of_text(TEXT.replace('"version"', '"v\\udfff"', 1)),
            ("the key", "lone surrogate")),
    Hostile("a lone surrogate in an id", with_literal("events.0.id", '"\\ud800"'), ("events[0].id",)),
    Hostile("a lone surrogate in a reference", with_literal("events.0.sector", '"\\ud800"'), ("events[0].sector",)),
    Hostile("a lone surrogate in a date", with_literal("events.0.date", '"\\ud800"'), ("events[0].date",)),
    Hostile("a lone surrogate in a URL", with_literal("sources.0.url", '"https://\\ud800"'), ("sources[0].url",)),
    Hostile("a lone surrogate in the format", with_literal("format", '"\\ud800"'), ("format", "chronology/1")),
    Hostile("format twice", of_text(TEXT.replace("{", '{"format": "chronology/1", ', 1)), ('"format" appears twice',)),
    Hostile("a key twice in an event", of_text(TEXT.replace('"date":', '"date": "2001", "date":', 1)),
            ("events[0]", '"date" appears twice')),
    Hostile("an event's id twice", of_value("events.1.id", "quay-built"),
            ("events[1].id", "already used", "events[0]")),
    Hostile("an actor's id twice", of_value("actors.1.id", "north"), ("actors[1].id", "already used")),
    Hostile("a source's id twice", of_value("sources.1.id", "gazette"), ("sources[1].id", "already used")),
    Hostile("a sector's id twice", of_value("sectors.1.id", "trade"), ("sectors[1].id", "already used")),
    Hostile("a later version", of_value("format", "chronology/2"), ("format", "chronology/1", "newer version")),
    Hostile("a version far ahead", of_value("format", "chronology/9999999999"), ("format", "newer version")),
    Hostile("another format", of_value("format", "views/1"), ("format", 'must be "chronology/1"')),
    *(
        Hostile(f"format {value!r}"[:60], of_value("format", value), ("format",))
        for value in FORMATS
    ),
    *(
        Hostile(f"{json.dumps(value)[:20]} as the whole", of_text(json.dumps(value)),
                ("does not contain a chronology",))
        for value in WHOLES
    ),
    Hostile("an empty object", of_text("{}"), ("format", "is missing")),
    Hostile("GeoJSON", of_text('{"type": "FeatureCollection", "features": []}'), ("format", "is missing")),
    Hostile("nothing but a format", of_text('{"format": "chronology/1"}'), ("title: is missing",)),
    Hostile("an unknown key", of_value("events.0.titel", "x"), ("events[0].titel", 'did you mean "title"')),
    Hostile("a key of 2 MB", of_value("x" * 2_000_000, 1), ("…(+", "unknown key")),
    Hostile("a key with control signs", of_value("a\x1b[31m\n\x07", 1), ("unknown key",)),
    Hostile("an id of 2 MB", of_value("events.0.id", "a" * 2_000_000), ("events[0].id", "longer than 120")),
    Hostile("an id of 2 MB in no language", of_value("events.0.id", "é" * 2_000_000),
            ("events[0].id", "longer than 120")),
    Hostile("an id made to stall", of_value("events.0.id", "a-" * 50_000 + "!"), ("events[0].id",)),
    Hostile("an id that leaves its folder", of_value("id", "../../etc/passwd"), ("id:", "is not an id")),
    Hostile("a reference of 2 MB", of_value("events.0.sector", "trade" * 400_000), ("events[0].sector",)),
    Hostile("a date of 2 MB", of_value("events.0.date", "2" * 2_000_000), ("events[0].date", "2013-11")),
    Hostile("a date backwards", of_value("events.0.date", "2010/2001"), ("events[0].date", "backwards")),
    Hostile("no day", of_value("events.0.date", "2011-02-30"), ("events[0].date", "no such day")),
    Hostile("a date in other digits", of_value("events.0.date", "٢٠١١"), ("events[0].date", "such as 2013")),
    Hostile("a date that is open on both sides", of_value("events.0.date", "../.."), ("events[0].date",)),
    Hostile("a date nested", of_value("events.0.date", "[[2001]]"), ("events[0].date",)),
    Hostile("a language of 2 MB", of_value("events.0.title", {"x" * 2_000_000: "x"}), ("events[0].title",)),
    Hostile("a title of 2 MB", of_value("events.0.title", "x" * 2_000_000), ("events[0].title", "at most 500")),
    Hostile("a quotation of 2 MB", of_value("events.0.evidence.0.quote", "x " * 1_000_000),
            ("events[0].evidence[0].quote", "words")),
    *(
        Hostile(f"a link to {link[:12]}", of_value("sources.0.url", link), ("sources[0].url", "https://"))
        for link in ("javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "//host/share", "data:text/html,x",
                     "ftp://x", "HTTPS://x", "smb://x/y", " https://x", "https://a b")
    ),
    Hostile("an actor part of itself", of_value("actors.0.part_of", "north"), ("actors[0].part_of", "part of itself")),
    Hostile("a ring of actors", of_value("actors.0.part_of", "harbour-master"), ("part_of", "part of itself")),
    Hostile("a ring of 5,000 actors", _ring(5000), ("actors[4].part_of", "part of itself")),
    Hostile("a tree of actors 20,000 deep", _chain(20_000), ("part_of", "levels")),
    Hostile("ids that nobody has, 3,000 times",
            changed(lambda raw: raw["events"].extend(
                event(id=f"e{n}", sector=f"trad{n}") for n in range(3000))),
            ("events[3].sector", "did you mean")),
    Hostile("30,000 faults",
            changed(lambda raw: raw.update(events=[event(id=f"e{n}", importance=9) for n in range(30_000)])),
            ("events[0].importance", "at most 3")),
    Hostile("50,000 things of the wrong type",
            changed(lambda raw: raw.update(events=[0] * 50_000)), ("events[0]", "must be an object")),
)  # fmt: skip
