"""Small files with very many of one thing: each was read in more than two seconds once, or filled the memory."""

from __future__ import annotations

import json
from typing import Any

from tests.chronology.made_up import small
from tests.robust.hostile import TEXT, Hostile, Make, event, of_text


def _changed(**changes: Any) -> Make:
    return of_text(json.dumps(small() | changes))


def _dated(*dates: str) -> Make:
    """Events with these dates, and one fault at the end."""
    events = [event(id=f"e{n}", date=date) for n, date in enumerate(dates)]
    return _changed(events=[*events, event(id="last", importance=9)])


def _first_event(**changes: Any) -> Make:
    raw = small()
    raw["events"][0] |= changes
    return of_text(json.dumps(raw))


def _with_keys(keys: str, where: str) -> Make:
    return of_text(TEXT.replace(where, f"{where}{keys},", 1))


SOURCE = {"id": "gazette", "type": "article-newpaper", "title": "x"}
EVIDENCE = {"source": "gazette", "quote": "one two three four five", "supports": ["dat"] * 80_000}
KEY = ",".join(['"titel":1'] * 60_000)
PAIRS = ",".join(f'"k{n}":1,"k{n}":2' for n in range(60_000))
KEYS = ",".join(f'"k{n}":1' for n in range(300_000))

MASSES = (
    Hostile("500 days that do not exist", _dated(*(f"XXXX-02-3X/{1000 + n}" for n in range(500))),
            ("no such day; and 400 more of this kind",)),
    Hostile("500 leap days that do not exist", _dated(*(f"XXX1-02-29/{1000 + n}" for n in range(500))),
            ("no such day; and 400 more of this kind",)),
    Hostile("10,000 years far away", _dated(*(f"Y{12_345 + n}" for n in range(10_000))), ("events[10000].importance",)),
    Hostile("10,000 years far away, in signs", _dated(*(f"Y1{n:04}E4S3" for n in range(10_000))),
            ("events[10000].importance",)),
    Hostile("20,000 marks at parts", _dated(*(f"{1000 + n % 9000}-0{n % 9 + 1}-~1X" for n in range(20_000))),
            ("events[20000].importance",)),
    Hostile("10,000 texts for dates", _dated(*(f"{n}x" for n in range(10_000))), ("more of this kind",)),
    Hostile("a key 60,000 times", _with_keys(KEY, "{"), ('"titel" appears twice',)),
    Hostile("a key 60,000 times in an event", _with_keys(KEY, '"events": [{'), ('"titel" appears twice',)),
    Hostile("60,000 keys twice", _with_keys(PAIRS, "{"), ("appears twice; and 59,900 more of this kind",)),
    Hostile("300,000 unknown keys", _with_keys(KEYS, "{"),
            ("unknown key; and 99,900 more of this kind", "the rest of the file was not examined")),
    Hostile("300,000 unknown keys in an event", _with_keys(KEYS, '"events": [{'),
            ("unknown key; and 299,900 more of this kind",)),
    Hostile("an unknown key in each of 50,000 events",
            _changed(events=[event(id=f"e{n}", **{f"k{n}": 1}) for n in range(50_000)]),
            ("unknown key; and ", "more events were not examined")),
    Hostile("80,000 sources of the wrong type", _changed(sources=[SOURCE] * 80_000),
            ('did you mean "article-newspaper"?', "and 79,900 more of this kind")),
    Hostile("80,000 aliases that are no texts",
            _changed(actors=[small()["actors"][0] | {"aliases": [1] * 80_000}]),
            ("must be text, not 1; and 79,900 more of this kind",)),
    Hostile("80,000 wrong words in a quotation", _first_event(evidence=[EVIDENCE]),
            ("and 79,900 more of this kind",)),
    Hostile("100,000 sources that nobody has",
            _first_event(notes=[{"kind": "gap", "text": "x", "sources": [f"q{n}" for n in range(100_000)]}]),
            ("no source", "and 99,900 more of this kind")),
    Hostile("a text in 100,000 languages", _first_event(title={f"x{n}": "x" for n in range(100_000)}),
            ("events[0].title", "more of this kind")),
    Hostile("half a million events that are null", _changed(events=[None] * 500_000),
            ("must be an object, not null", "events were not examined")),
    Hostile("300,000 sectors that are numbers", _changed(sectors=[1] * 300_000),
            ("sectors[0]: must be an object, not 1", "the rest of the file was not examined")),
    Hostile("60,000 titles with signs that show nothing",
            _changed(events=[event(id=f"e{n}", title={"en": "a\u202eb\nc"}) for n in range(60_000)]),
            ("events[0].title", "events were not examined")),
    Hostile("80,000 titles in no language", _changed(events=[event(id=f"e{n}", title={}) for n in range(80_000)]),
            ("events[0].title", "events were not examined")),
)  # fmt: skip
