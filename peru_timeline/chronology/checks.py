"""Checks that need the whole file: references, ids, cycles, languages, lengths.

They read the plain JSON of the file instead of models, so that their faults come together with those of
single fields and with positions in the file. A value of the wrong type is skipped here and left to the models.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from peru_timeline.chronology.faults.fault import (
    ChronologyError,
    Fault,
    display_value,
    json_path,
)
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.faults.suggestions import Suggestions
from peru_timeline.chronology.models import FORMAT, LONGEST_TITLE, QUOTE_WORDS

_Steps = tuple[int | str, ...]
_NONE_SUCH = {
    "sectors": Sentences.NO_SECTOR,
    "actors": Sentences.NO_ACTOR,
    "sources": Sentences.NO_SOURCE,
    "events": Sentences.NO_EVENT,
}
_HEAD = ("sectors", "actors", "sources", "bands")
_WITHOUT: dict[str, list[Any]] = {kind: [] for kind in _HEAD}
"""Lists that a file may omit."""
MOST_LEVELS = 30
"""Of the tree of actors, counting from the blocs; no panel could show a deeper one."""
_IN_A_RING = -1


def check_format(raw: Any, path: Path | str) -> None:
    """Refuse a file that is not a chronology with one fault instead of a hundred; raises ChronologyError."""
    if not isinstance(raw, dict):
        raise ChronologyError(path, [Fault("", Sentences.NO_OBJECT.of())])
    found = raw.get("format")
    if found == FORMAT:
        return
    if found is None:
        message = Sentences.FORMAT_MISSING.of(FORMAT)
    else:
        is_ours = isinstance(found, str) and found.startswith(FORMAT.partition("/")[0] + "/")
        sentence = Sentences.NEWER_FORMAT if is_ours else Sentences.OTHER_FORMAT
        message = sentence.of(FORMAT, display_value(found))
    raise ChronologyError(path, [Fault(json_path(("format",)), message)])


def check_whole_file(raw: Any) -> Iterator[Fault]:
    """Yield the faults of a chronology that concern more than one field."""
    if not isinstance(raw, dict):
        return
    events = dict(_objects(raw, "events"))
    checks = WholeFileChecks(
        raw, first_positions(events.items()) if isinstance(raw.get("events"), list) else None
    )
    yield from checks.check_head()
    for number, event in events.items():
        yield from checks.check_event(number, event)


def first_positions(items: Iterable[tuple[int, dict[str, Any]]]) -> dict[str, int]:
    """Return the position at which each id first appears."""
    places: dict[str, int] = {}
    for index, item in items:
        name = item.get("id")
        if isinstance(name, str):
            places.setdefault(name, index)
    return places


class WholeFileChecks:
    """The ids and languages of a file, against which each of its events is checked."""

    def __init__(self, head: dict[str, Any], events: Mapping[str, int] | None) -> None:
        """Take the file without its events, and the ids of the events with their first positions.

        With None instead of ids, references to events are not checked: a missing list is one fault, not
        one for each reference.
        """
        self._head = head
        self._first: dict[str, Mapping[str, int]] = {
            kind: first_positions(_objects(head, kind))
            for kind in _HEAD
            if isinstance(head.get(kind, _WITHOUT.get(kind)), list)
        }
        if events is not None:
            self._first["events"] = events
        title = head.get("title")
        self._languages = [
            tag for tag in (title if isinstance(title, dict) else ()) if isinstance(tag, str)
        ]
        self._suggestions = Suggestions()
        self._names: dict[str, dict[str, list[str]]] = {}

    def check_head(self) -> Iterator[Fault]:
        """Find the faults outside the events."""
        for kind in _HEAD:
            for index, item in _objects(self._head, kind):
                yield from self._twice(kind, index, item)
        yield from _cycles(self._head)
        for index, actor in _objects(self._head, "actors"):
            yield from self._unresolved(actor, "part_of", "actors", ("actors", index))
        for index, band in _objects(self._head, "bands"):
            yield from self._sources(("bands", index), band)
            yield from _dated(index, band)
            yield from _quotations(("bands", index), band)
        for steps, text in _texts_of_head(self._head):
            yield from self._in_all_languages(steps, text)

    def check_event(self, number: int, event: dict[str, Any]) -> Iterator[Fault]:
        """Find the faults of an event that concern more than one field."""
        yield from self._twice("events", number, event)
        yield from self._references(("events", number), event)
        yield from _related_to_itself(number, event)
        for steps, text in _texts_of_event(number, event):
            yield from self._in_all_languages(steps, text)
        yield from _lengths(number, event)

    def _twice(self, kind: str, index: int, item: dict[str, Any]) -> Iterator[Fault]:
        name = item.get("id")
        if not isinstance(name, str) or kind not in self._first:
            return
        first = self._first[kind][name]
        if first != index:
            place = json_path((kind, index, "id"))
            yield Fault(
                place, Sentences.USED_BEFORE.of(display_value(name), json_path((kind, first)))
            )

    def _references(self, at: _Steps, event: dict[str, Any]) -> Iterator[Fault]:
        """Check everything that an event names by id."""
        yield from self._unresolved(event, "sector", "sectors", at)
        for index, role in _objects(event, "actors"):
            yield from self._unresolved(role, "actor", "actors", (*at, "actors", index))
        yield from self._sources(at, event)
        for index, note in _objects(event, "notes"):
            named = note.get("sources")
            for position, source in enumerate(named if isinstance(named, list) else ()):
                steps = (*at, "notes", index, "sources", position)
                yield from self._unknown(source, "sources", steps)
        for index, relation in _objects(event, "related"):
            yield from self._unresolved(relation, "event", "events", (*at, "related", index))

    def _sources(self, at: _Steps, item: dict[str, Any]) -> Iterator[Fault]:
        """Check the sources that the evidence of an event or band names."""
        for index, evidence in _objects(item, "evidence"):
            yield from self._unresolved(evidence, "source", "sources", (*at, "evidence", index))

    def _unresolved(self, item: dict[str, Any], key: str, kind: str, at: _Steps) -> Iterator[Fault]:
        yield from self._unknown(item.get(key), kind, (*at, key))

    def _unknown(self, name: Any, kind: str, steps: _Steps) -> Iterator[Fault]:
        known = self._first.get(kind)
        if known is None or not isinstance(name, str) or name in known:
            return
        if kind not in self._names:
            # Events are known by their ids alone: they are not kept with their titles.
            items = _objects(self._head, kind) if kind in _HEAD else ()
            self._names[kind] = {each: [] for each in known} | {
                item["id"]: list(_names(item))
                for _, item in items
                if isinstance(item.get("id"), str)
            }
        near = self._suggestions.nearest(kind, name, self._names[kind])
        message = _NONE_SUCH[kind].of(display_value(name), near)
        yield Fault(json_path(steps), message)

    def _in_all_languages(self, steps: _Steps, text: Any) -> Iterator[Fault]:
        if not isinstance(text, dict) or not text or list(text) == ["und"]:
            return
        for tag in self._languages:
            if tag not in text:
                yield Fault(json_path(steps), Sentences.LANGUAGE_MISSING.of(display_value(tag)))


def _objects(value: Any, key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects in the list under a key, with their positions."""
    found = value.get(key)
    for index, item in enumerate(found if isinstance(found, list) else ()):
        if isinstance(item, dict):
            yield index, item


def _names(item: dict[str, Any]) -> Iterator[str]:
    """Yield the names that a reader may know an actor, sector or source by."""
    for key in ("name", "short", "title", "aliases"):
        found = item.get(key)
        values = (
            found.values()
            if isinstance(found, dict)
            else found
            if isinstance(found, list)
            else [found]
        )
        yield from (text for text in values if isinstance(text, str))


def _cycles(raw: dict[str, Any]) -> Iterator[Fault]:
    parents = {
        actor["id"]: actor.get("part_of")
        for _, actor in _objects(raw, "actors")
        if isinstance(actor.get("id"), str) and isinstance(actor.get("part_of"), str | None)
    }
    levels = _levels(parents)
    for index, actor in _objects(raw, "actors"):
        name = actor.get("id")
        level = levels.get(name) if isinstance(name, str) else None
        place = json_path(("actors", index, "part_of"))
        if level == _IN_A_RING:
            yield Fault(place, Sentences.PART_OF_ITSELF.of(display_value(name)))
        elif level == MOST_LEVELS + 1:  # only the first actor beyond the limit
            yield Fault(place, Sentences.TOO_DEEP_A_TREE.of(level, MOST_LEVELS))


def _levels(parents: dict[str, str | None]) -> dict[str, int]:
    """Return the level of each actor in the tree; that of a bloc is 1, that of an actor in a ring _IN_A_RING."""
    levels: dict[str, int] = {}
    for start in parents:
        line: dict[str, int] = {}  # actors from `start` upwards, by number of steps
        current: str | None = start
        while current is not None and current in parents and current not in levels:
            if current in line:  # a ring; actors that lead into it are not part of it
                levels |= dict.fromkeys(list(line)[line[current] :], _IN_A_RING)
                break
            line[current] = len(line)
            current = parents[current]
        for name in reversed(line):
            above = parents[name]
            if name not in levels:
                levels[name] = 1 + max(levels.get(above, 0) if above is not None else 0, 0)
    return levels


def _related_to_itself(number: int, event: dict[str, Any]) -> Iterator[Fault]:
    for index, relation in _objects(event, "related"):
        name = relation.get("event")
        if isinstance(name, str) and name == event.get("id"):
            place = json_path(("events", number, "related", index, "event"))
            yield Fault(place, Sentences.RELATED_TO_ITSELF.of())


def _texts_of_head(raw: dict[str, Any]) -> Iterator[tuple[_Steps, Any]]:
    """Yield the texts that must be in every language of the chronology.

    Names of actors are not among them: a name may be the same in all languages.
    """
    yield ("description",), raw.get("description")
    for index, sector in _objects(raw, "sectors"):
        yield ("sectors", index, "name"), sector.get("name")
    for index, source in _objects(raw, "sources"):
        yield ("sources", index, "note"), source.get("note")
    for index, band in _objects(raw, "bands"):
        yield ("bands", index, "label"), band.get("label")


def _texts_of_event(number: int, event: dict[str, Any]) -> Iterator[tuple[_Steps, Any]]:
    for key in ("title", "summary", "date_note"):
        yield ("events", number, key), event.get(key)
    for index, role in _objects(event, "actors"):
        yield ("events", number, "actors", index, "role"), role.get("role")
    for index, note in _objects(event, "notes"):
        yield ("events", number, "notes", index, "text"), note.get("text")
    for index, amount in _objects(event, "amounts"):
        yield ("events", number, "amounts", index, "of"), amount.get("of")


def _lengths(number: int, event: dict[str, Any]) -> Iterator[Fault]:
    title = event.get("title")
    titles = title if isinstance(title, dict) else {None: title}
    for tag, text in titles.items():
        if isinstance(text, str) and len(text) > LONGEST_TITLE:
            steps = ("events", number, "title", *([] if tag is None else [tag]))
            yield Fault(json_path(steps), Sentences.LONG_TITLE.of(len(text), LONGEST_TITLE))
    yield from _quotations(("events", number), event)


def _dated(index: int, band: dict[str, Any]) -> Iterator[Fault]:
    if band.get("date") in ("XXXX", "XXXX-XX", "XXXX-XX-XX"):
        yield Fault(json_path(("bands", index, "date")), Sentences.BAND_NEEDS_TIME.of())


def _quotations(at: _Steps, item: dict[str, Any]) -> Iterator[Fault]:
    """Check how long the quotations of an event or band are."""
    fewest, most = QUOTE_WORDS
    for index, evidence in _objects(item, "evidence"):
        quote = evidence.get("quote")
        if isinstance(quote, str) and not fewest <= (words := len(quote.split())) <= most:
            yield Fault(
                json_path((*at, "evidence", index, "quote")),
                Sentences.QUOTE_OF_ONE_WORD.of(fewest, most)
                if words == 1
                else Sentences.QUOTE_LENGTH.of(words, fewest, most),
            )
