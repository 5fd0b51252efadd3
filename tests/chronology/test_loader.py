"""Reading chronology files: every fault is reported at once, each with its place."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.faults.fault import ChronologyError
from tests.chronology.loading import Change, faults_of, setting
from tests.chronology.made_up import load, small


def test_a_sound_file_loads() -> None:
    assert [event.id for event in load(small()).events] == ["quay-planned", "quay-built", "strike"]


def test_events_of_one_date_stand_by_importance_then_id() -> None:
    raw = small()
    event = {"date": "2005", "title": "x", "sector": "trade"}
    raw["events"] = [
        {"id": "b", "importance": 1, **event},
        {"id": "c", "importance": 3, **event},
        {"id": "a", "importance": 1, **event},
        {"id": "d", "importance": 1, **event, "date": "2004"},
    ]
    assert [event.id for event in load(raw).events] == ["d", "c", "a", "b"]


ONE_FAULT: list[tuple[Change, str]] = [
    # references
    (
        setting("events.0.evidence.0.source", "gazete"),
        'events[0].evidence[0].source: there is no source "gazete"; did you mean "gazette"?',
    ),
    (
        setting("events.0.sector", "trad"),
        'events[0].sector: there is no sector "trad"; did you mean "trade"?',
    ),
    (setting("events.0.sector", "zzz"), 'events[0].sector: there is no sector "zzz"'),
    (
        setting("events.1.actors.0.actor", "harbor-master"),
        'events[1].actors[0].actor: there is no actor "harbor-master"; did you mean "harbour-master"?',
    ),
    (
        setting("events.0.notes.0.sources", ["gazette", "almanack"]),
        'events[0].notes[0].sources[1]: there is no source "almanack"; did you mean "almanac"?',
    ),
    (
        setting("events.0.related.0.event", "quay-plan"),
        'events[0].related[0].event: there is no event "quay-plan"; did you mean "quay-planned"?',
    ),
    (
        setting("events.0.related.0.event", "quay-built"),
        "events[0].related[0].event: an event cannot be related to itself",
    ),
    (
        setting("actors.1.part_of", "nort"),
        'actors[1].part_of: there is no actor "nort"; did you mean "north"?',
    ),
    # ids
    (setting("actors.0.part_of", "north"), 'actors[0].part_of: "north" is part of itself'),
    (
        setting("events.2.id", "quay-built"),
        'events[2].id: "quay-built" is already used at events[0]',
    ),
    (
        setting("events.2.id", "Über uns"),
        'events[2].id: "Über uns" is not an id: use lowercase letters, digits and single hyphens, '
        "such as ellis-2022",
    ),
    # keys
    (setting("events.2.dat", "2004"), 'events[2].dat: unknown key; did you mean "date"?'),
    (setting("events.2.zzz", "2004"), "events[2].zzz: unknown key"),
    (setting("events.2.int", 1), "events[2].int: unknown key"),
    (
        setting("events.0.evidence.0.sorce", "x"),
        'events[0].evidence[0].sorce: unknown key; did you mean "source"?',
    ),
    (setting("verion", "1"), 'verion: unknown key; did you mean "version"?'),
    # kinds of values
    (
        setting("events.2.status", "reportet"),
        'events[2].status: must be "happened", "reported", "alleged", "planned" or "cancelled", '
        'not "reportet"; did you mean "reported"?',
    ),
    (
        setting("sources.0.type", "artcle"),
        'sources[0].type: "artcle" is not one of the 45 values allowed here; did you mean "article"?',
    ),
    (setting("events.2.importance", 4), "events[2].importance: must be at most 3, not 4"),
    (setting("events.2.importance", 0), "events[2].importance: must be at least 1, not 0"),
    (setting("events.2.importance", 1.5), "events[2].importance: must be a whole number, not 1.5"),
    (setting("events.2.importance", "3"), 'events[2].importance: must be a whole number, not "3"'),
    (
        setting("events.2.importance", True),
        "events[2].importance: must be a whole number, not true",
    ),
    (
        setting("events.0.amounts.0.value", "2"),
        'events[0].amounts[0].value: must be a number, not "2"',
    ),
    (
        setting("events.0.amounts.0.value", True),
        "events[0].amounts[0].value: must be a number, not true",
    ),
    (setting("events.2.actors", None), "events[2].actors: must be a list, not null"),
    (setting("events.2.actors", [7]), "events[2].actors[0]: must be an object, not 7"),
    (setting("events", {}), "events: must be a list, not an object"),
    (setting("events.2.sector", 5), "events[2].sector: must be text, not 5"),
    (
        setting("id", "\ud800"),
        "id: contains half a character (a lone surrogate), which is not text",
    ),
    (
        setting("sources.0.url", "javascript:alert(1)"),
        'sources[0].url: "javascript:alert(1)" is not a web address; '
        "one starts with https:// or http://",
    ),
    (
        setting("sources.0.document", {"file": "a.txt", "sha256": "ABC", "words": 9}),
        'sources[0].document.sha256: "ABC" is not a SHA-256 checksum (64 digits 0–9, a–f)',
    ),
    (
        setting("sources.0.language", "English text"),
        'sources[0].language: "English text" is not a language tag such as en or es',
    ),
    # dates
    (
        setting("events.2.date", "2013-02-30"),
        "events[2].date: “2013-02-30” is not a date: there is no such day",
    ),
    (
        setting("events.2.date", "2014/2012"),
        "events[2].date: “2014/2012” runs backwards: it ends before it begins",
    ),
    (
        setting("events.2.date", 2013),
        'events[2].date: a date must be a text such as "2013-11" or "2002/2021"',
    ),
    (setting("span", "2010/2001"), "span: “2010/2001” runs backwards: it ends before it begins"),
    # languages
    (
        setting("events.2.title", {"en": "Strike"}),
        'events[2].title: has no text in "es", a language of the chronology\'s title',
    ),
    (
        setting("events.0.actors.0.role", {"es": "constructora"}),
        'events[0].actors[0].role: has no text in "en", a language of the chronology\'s title',
    ),
    (
        setting("sources.0.note", {"en": "A daily."}),
        'sources[0].note: has no text in "es", a language of the chronology\'s title',
    ),
    (setting("events.2.title", {}), "events[2].title: must not be empty"),
    (setting("events.2.title", " "), 'events[2].title.und: " " contains no text'),
    (
        setting("events.2.title", {"en": "x", "es": "x", "e": "x"}),
        'events[2].title.e: "e" is not a language tag such as en or es',
    ),
    # lengths
    (
        setting("events.2.title.es", "x" * 501),
        "events[2].title.es: has 501 characters; a title may have at most 500",
    ),
    (
        setting("events.2.title", "x" * 501),
        "events[2].title: has 501 characters; a title may have at most 500",
    ),
    (
        setting("events.0.evidence.0.quote", "one two three four"),
        "events[0].evidence[0].quote: has 4 words; a quotation must have 5 to 40",
    ),
    (
        setting("events.0.evidence.0.quote", "word " * 41),
        "events[0].evidence[0].quote: has 41 words; a quotation must have 5 to 40",
    ),
    # what the file is
    (lambda raw: raw.pop("title"), "title: is missing"),
    (lambda raw: raw["events"][1].pop("title"), "events[1].title: is missing"),
    (
        lambda raw: raw.pop("format"),
        'format: is missing; a chronology has "format": "chronology/1"',
    ),
    (
        setting("format", "chronology/2"),
        'format: must be "chronology/1", which this version of the program reads, '
        'not "chronology/2"; a newer version of the program may read it',
    ),
]


@pytest.mark.parametrize(("change", "fault"), ONE_FAULT, ids=[fault for _, fault in ONE_FAULT])
def test_one_fault(change: Change, fault: str) -> None:
    raw = small()
    change(raw)
    assert faults_of(raw) == [fault]


def test_quotations_and_titles_may_be_as_long_as_allowed() -> None:
    raw = small()
    raw["events"][0]["title"] = "x" * 60
    raw["events"][0]["evidence"][0]["quote"] = " ".join(["word"] * 40)
    raw["events"][1]["evidence"][0]["quote"] = " ".join(["word"] * 5)
    load(raw)


def test_a_cycle_is_told_at_each_actor_of_it() -> None:
    raw = small()
    raw["actors"][0]["part_of"] = "harbour-master"
    assert faults_of(raw) == [
        'actors[0].part_of: "north" is part of itself',
        'actors[1].part_of: "port-office" is part of itself',
        'actors[2].part_of: "harbour-master" is part of itself',
    ]


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    raw = small()
    raw["sectors"][0]["name"] = 3
    raw["actors"][1]["part_of"] = "nobody"
    raw["events"][0]["date"] = "soon"
    raw["events"][0]["sector"] = "sports"
    raw["events"][2]["importance"] = 9
    places = [fault.split(":")[0] for fault in faults_of(raw)]
    assert places == [
        "sectors[0].name",
        "actors[1].part_of",
        "events[0].date",
        "events[0].sector",
        "events[2].importance",
    ]


def test_the_error_lists_every_fault_under_the_file() -> None:
    raw = small()
    raw["events"][0]["importance"] = 9
    raw["events"][2]["importance"] = 9
    with pytest.raises(ChronologyError) as caught:
        load(raw)
    lines = str(caught.value).splitlines()
    assert lines[0] == "made-up.chronology:"
    assert [line.split(":")[0] for line in lines[1:]] == [
        '  Event "quay-built" (events[0].importance)',
        '  Event "strike" (events[2].importance)',
    ]


def test_messages_carry_no_control_signs() -> None:
    raw = small()
    raw["events"][0]["sector"] = "\x1b[31mred\n"
    raw["events"][0]["\x1b]0;x\x07"] = 1
    raw["events"][0]["date"] = "\x9b2J"
    for fault in faults_of(raw):
        assert fault.isprintable()
