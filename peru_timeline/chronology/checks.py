"""What only the whole file can tell: references, ids, cycles, languages, lengths.

The checks read the file's plain JSON, not the models, so that they are told together with the
faults of single fields and with the positions of the file. What has the wrong type is passed over
here: the models complain of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from peru_timeline.chronology.faults import Fault, did_you_mean, place_of, shown
from peru_timeline.chronology.models import QUOTE_WORDS, TITLE_LENGTH

_Steps = tuple[int | str, ...]


class _Reference(NamedTuple):
    """A place of the file that names something by id."""

    steps: _Steps
    kind: str  # the list that should hold it
    id: str


_NOUNS = {"sectors": "sector", "actors": "actor", "sources": "source", "events": "event"}
_MOST_COMPARISONS = 100_000
"""Of wrong ids with known ones, to find the nearest: together about a second for one file."""


def check_whole(raw: Any) -> list[Fault]:
    """Find every fault of a chronology that concerns more than one field."""
    if not isinstance(raw, dict):
        return []
    return [
        *_twice(raw),
        *_cycles(raw),
        *_unresolved(raw),
        *_related_to_itself(raw),
        *_languages(raw),
        *_lengths(raw),
    ]


def _objects(value: Any, key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give the objects of a list under a key, with their positions."""
    found = value.get(key)
    for index, item in enumerate(found if isinstance(found, list) else ()):
        if isinstance(item, dict):
            yield index, item


def _ids(raw: dict[str, Any], kind: str) -> set[str]:
    return {item["id"] for _, item in _objects(raw, kind) if isinstance(item.get("id"), str)}


def _twice(raw: dict[str, Any]) -> Iterator[Fault]:
    for kind in ("sectors", "actors", "sources", "events"):
        seen: dict[str, int] = {}
        for index, item in _objects(raw, kind):
            name = item.get("id")
            if not isinstance(name, str):
                continue
            if name in seen:
                place = place_of((kind, index, "id"))
                yield Fault(place, f"{shown(name)} is used before, at {kind}[{seen[name]}]")
            seen.setdefault(name, index)


def _cycles(raw: dict[str, Any]) -> Iterator[Fault]:
    parents = {
        actor["id"]: actor.get("part_of")
        for _, actor in _objects(raw, "actors")
        if isinstance(actor.get("id"), str) and isinstance(actor.get("part_of"), str | None)
    }
    for index, actor in _objects(raw, "actors"):
        start = actor.get("id")
        if not isinstance(start, str) or start not in parents:
            continue
        seen, current = {start}, parents[start]
        while current is not None and current not in seen:
            seen.add(current)
            current = parents.get(current)
        if current == start:
            yield Fault(place_of(("actors", index, "part_of")), f"{shown(start)} is part of itself")


def _unresolved(raw: dict[str, Any]) -> Iterator[Fault]:
    # A list that is missing as a whole is one fault, not one for each id it should hold.
    known = {kind: _ids(raw, kind) for kind in _NOUNS if isinstance(raw.get(kind), list)}
    nearest: dict[tuple[str, str], str] = {}
    comparisons = 0
    for reference in _references(raw):
        steps, kind, name = reference
        if kind not in known or name in known[kind]:
            continue
        if (kind, name) not in nearest:
            comparisons += len(known[kind])
            seek = comparisons <= _MOST_COMPARISONS
            nearest[kind, name] = did_you_mean(name, known[kind]) if seek else ""
        yield Fault(place_of(steps), f"no {_NOUNS[kind]} {shown(name)}{nearest[kind, name]}")


def _references(raw: dict[str, Any]) -> Iterator[_Reference]:
    """Give everything that names something by id; what is no text is not told of here."""
    for index, actor in _objects(raw, "actors"):
        yield from _reference(actor, "part_of", "actors", ("actors", index))
    for number, event in _objects(raw, "events"):
        at: _Steps = ("events", number)
        yield from _reference(event, "sector", "sectors", at)
        for index, role in _objects(event, "actors"):
            yield from _reference(role, "actor", "actors", (*at, "actors", index))
        for index, evidence in _objects(event, "evidence"):
            yield from _reference(evidence, "source", "sources", (*at, "evidence", index))
        for index, note in _objects(event, "notes"):
            named = note.get("sources")
            for position, source in enumerate(named if isinstance(named, list) else ()):
                if isinstance(source, str):
                    steps = (*at, "notes", index, "sources", position)
                    yield _Reference(steps, "sources", source)
        for index, relation in _objects(event, "related"):
            yield from _reference(relation, "event", "events", (*at, "related", index))


def _reference(item: dict[str, Any], key: str, kind: str, at: _Steps) -> Iterator[_Reference]:
    name = item.get(key)
    if isinstance(name, str):
        yield _Reference((*at, key), kind, name)


def _related_to_itself(raw: dict[str, Any]) -> Iterator[Fault]:
    for number, event in _objects(raw, "events"):
        for index, relation in _objects(event, "related"):
            name = relation.get("event")
            if isinstance(name, str) and name == event.get("id"):
                place = place_of(("events", number, "related", index, "event"))
                yield Fault(place, "an event is not related to itself")


def _texts(raw: dict[str, Any]) -> Iterator[tuple[_Steps, Any]]:
    """Give the texts that must stand in every language of the chronology.

    Names of actors are not among them: a name may be the same in all languages.
    """
    yield ("description",), raw.get("description")
    for index, sector in _objects(raw, "sectors"):
        yield ("sectors", index, "name"), sector.get("name")
    for index, source in _objects(raw, "sources"):
        yield ("sources", index, "note"), source.get("note")
    for number, event in _objects(raw, "events"):
        for key in ("title", "summary", "date_note"):
            yield ("events", number, key), event.get(key)
        for index, role in _objects(event, "actors"):
            yield ("events", number, "actors", index, "role"), role.get("role")
        for index, note in _objects(event, "notes"):
            yield ("events", number, "notes", index, "text"), note.get("text")
        for index, amount in _objects(event, "amounts"):
            yield ("events", number, "amounts", index, "of"), amount.get("of")


def _languages(raw: dict[str, Any]) -> Iterator[Fault]:
    title = raw.get("title")
    if not isinstance(title, dict):
        return
    wanted = [tag for tag in title if isinstance(tag, str)]
    for steps, text in _texts(raw):
        if not isinstance(text, dict) or not text or list(text) == ["und"]:
            continue
        for tag in wanted:
            if tag not in text:
                yield Fault(
                    place_of(steps),
                    f"has no text in {shown(tag)}, which the chronology's title has",
                )


def _lengths(raw: dict[str, Any]) -> Iterator[Fault]:
    fewest, most = QUOTE_WORDS
    for number, event in _objects(raw, "events"):
        title = event.get("title")
        titles = title if isinstance(title, dict) else {None: title}
        for tag, text in titles.items():
            if isinstance(text, str) and len(text) > TITLE_LENGTH:
                steps = ("events", number, "title", *([] if tag is None else [tag]))
                yield Fault(
                    place_of(steps),
                    f"has {len(text)} characters; a title has at most {TITLE_LENGTH}",
                )
        for index, evidence in _objects(event, "evidence"):
            quote = evidence.get("quote")
            if isinstance(quote, str) and not fewest <= len(quote.split()) <= most:
                yield Fault(
                    place_of(("events", number, "evidence", index, "quote")),
                    f"has {len(quote.split())} words; a quotation has {fewest} to {most}",
                )
