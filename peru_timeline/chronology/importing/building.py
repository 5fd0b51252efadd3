"""Builds the JSON of a chronology from the found events and their dates; reports losses with their rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.chronology.dates.simple_date import year_text
from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.dates.written.understood import Understood
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.dating import Dated
from peru_timeline.chronology.importing.found import (
    READ_BETWEEN,
    Found,
    FoundEvent,
    FoundSource,
    Progress,
)
from peru_timeline.chronology.importing.naming import Ids, slug
from peru_timeline.chronology.importing.parsing.markup import one_line
from peru_timeline.chronology.importing.sentences import ImportWords
from peru_timeline.chronology.importing.words import importance_of, scale_of, status_of
from peru_timeline.chronology.models import FORMAT, LONGEST_TITLE
from peru_timeline.chronology.text import fold

MOST_LANES = 40
MOST_LANES_OF_TAGS = 12
_LONGEST_MADE_TITLE = 60
_VERSION = "1.0.0"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of a row, or of the whole file (row 0), that the chronology cannot hold, or a remark on it."""

    row: int
    message: Message


@dataclass(frozen=True, slots=True)
class Built:
    """A chronology as JSON, and the losses; `rows` maps the id of each event to its row."""

    content: dict[str, Any]
    losses: tuple[Loss, ...]
    rows: dict[str, int]


def not_given() -> str:
    """The `date` of an event whose date is not known."""
    return "XXXX"


def build(
    found: Found, dated: Dated, name: str, language: str, progress: Progress, title: str = ""
) -> Built:
    """Make the JSON of a chronology; `name`, that of the file, becomes the title if the file has none."""
    builder = _Builder(found, language)
    events: list[dict[str, Any]] = []
    for number, (event, date) in enumerate(zip(found.events, dated.dates, strict=True)):
        if number % READ_BETWEEN == 0:
            progress(event.row)
        events.append(builder.event(event, date))
    heading = title or found.title or one_line(name.replace("_", " ")) or "Chronology"
    content: dict[str, Any] = {
        "format": FORMAT,
        "id": slug(name) or "imported",
        "version": _VERSION,
        "title": builder.text(heading[:LONGEST_TITLE]),
    }
    if found.description.strip():
        content["description"] = builder.text(found.description.strip())
    if (span := _span(dated.dates)) is not None:
        content["span"] = span
    content |= {"sectors": builder.sectors, "actors": builder.actors, "sources": builder.sources}
    content["events"] = events
    losses = [Loss(0, message) for message in (*found.losses, *dated.losses, *builder.losses)]
    losses += [Loss(skipped.row, skipped.reason) for skipped in found.skipped]
    losses += builder.row_losses
    return Built(content, tuple(losses), builder.rows)


def _span(dates: Sequence[Understood]) -> str | None:
    """The span from the first year of any event to the last."""
    days: list[int] = []
    for edtf in {date.edtf for date in dates if date.edtf}:
        date = parse_date(edtf)
        days += [day for day in (date.earliest_start, date.latest_start) if day is not None]
        days += [day - 1 for day in (date.earliest_end, date.latest_end) if day is not None]
    if not days:
        return None
    return f"{year_text(civil_from_day(min(days))[0])}/{year_text(civil_from_day(max(days))[0])}"


class _Builder:
    """Makes events, and collects the sectors, actors and sources that they refer to."""

    def __init__(self, found: Found, language: str) -> None:
        self._language = language
        self.losses: list[Message] = []
        self.row_losses: list[Loss] = []
        self.rows: dict[str, int] = {}
        self.sources: list[dict[str, Any]] = []
        self._ids, self._source_ids = Ids(), Ids()
        self._source_of: dict[tuple[str, str], str] = {}
        self._event_of = _events_by_key(found.events)
        self._sector_of = self._make_sectors(found)
        self._actor_of = self._make_actors(found.events)
        self._scale = scale_of(event.importance for event in found.events)
        if self._scale > 3:
            self.losses.append(ImportWords.IMPORTANCE_SCALE.of(f"{self._scale:.0f}"))

    def text(self, text: str) -> str | dict[str, str]:
        """Label a text with its language, if that is known."""
        return {self._language: text} if self._language else text

    def _make_sectors(self, found: Found) -> dict[str, str]:
        """Make sectors of groups or, without groups, of tags; returns name -> id."""
        counts = Counter(event.group for event in found.events if event.group)
        if not counts:
            counts = Counter(tag for event in found.events for tag in event.tags)
            self._tags_are_lanes = bool(counts)
            most = MOST_LANES_OF_TAGS
            if counts:
                self.losses.append(ImportWords.LANES_FROM_TAGS.of())
        else:
            self._tags_are_lanes, most = False, MOST_LANES
            if len(counts) > most:
                self.losses.append(ImportWords.MANY_GROUPS.of(most, len(counts)))
        chosen = {name for name, _ in counts.most_common(most)}
        names = counts if not self._tags_are_lanes else dict(counts.most_common())
        order = [name for name in dict.fromkeys((*found.groups, *names)) if name in chosen]
        ids = Ids()
        made = {name: ids.new(slug(name), f"lane-{number}") for number, name in enumerate(order, 1)}
        self.sectors = [{"id": made[name], "name": self.text(name)} for name in order]
        return made

    def _make_actors(self, events: Sequence[FoundEvent]) -> dict[str, str]:
        """Make actors of names, most frequent first; returns folded name -> id."""
        names: dict[str, str] = {}
        counts = Counter[str]()
        for event in events:
            for name in event.actors:
                names.setdefault(fold(name), name)
                counts[fold(name)] += 1
        ids = Ids()
        made = {
            folded: ids.new(slug(names[folded]), f"actor-{number}")
            for number, (folded, _) in enumerate(counts.most_common(), 1)
        }
        self.actors = [
            {"id": made[folded], "name": self.text(names[folded]), "kind": "organisation"}
            for folded in made
        ]
        return made

    def event(self, event: FoundEvent, date: Understood) -> dict[str, Any]:
        """Make the JSON of an event."""
        title, summary = self._title_and_summary(event)
        name = self._ids.new(_id_of_key(event.key) or slug(title), f"event-{event.row}")
        self.rows[name] = event.row
        made: dict[str, Any] = {"id": name, "date": date.edtf or not_given()}
        if (as_found := one_line(date.text)[:1000]) and as_found != date.edtf:
            made["date_note"] = self.text(f"“{as_found}”")
        made["title"] = self.text(title)
        if summary:
            made["summary"] = self.text(summary)
        if (sector := self._sector(event)) is not None:
            made["sector"] = sector
        if event.actors:
            ids = dict.fromkeys(self._actor_of[fold(actor)] for actor in event.actors)
            made["actors"] = [{"actor": actor} for actor in ids]
        made |= self._status_and_importance(event)
        if notes := list(self._notes(event)):
            made["notes"] = notes
        for message in (*event.losses, *date.remarks):
            self.row_losses.append(Loss(event.row, message))
        return made | self._ties(event, name)

    def _title_and_summary(self, event: FoundEvent) -> tuple[str, str]:
        title, summary = event.title, event.summary
        if not title:
            words = one_line(summary or event.date.text or event.key)
            title = (
                words[:_LONGEST_MADE_TITLE].rpartition(" ")[0]
                if len(words) > _LONGEST_MADE_TITLE
                else words
            )
            title = title or words[:_LONGEST_MADE_TITLE] or f"#{event.row}"
            self.row_losses.append(Loss(event.row, ImportWords.NO_TITLE.of(title)))
        if len(title) > LONGEST_TITLE:
            self.row_losses.append(
                Loss(event.row, ImportWords.LONG_TITLE.of(len(title), LONGEST_TITLE))
            )
            summary = f"{title}\n\n{summary}".strip()
            title = title[: LONGEST_TITLE - 1].rpartition(" ")[0] or title[: LONGEST_TITLE - 1]
            title += "…"
        return title, summary

    def _sector(self, event: FoundEvent) -> str | None:
        if not self._tags_are_lanes:
            return self._sector_of.get(event.group)
        return next((self._sector_of[tag] for tag in event.tags if tag in self._sector_of), None)

    def _status_and_importance(self, event: FoundEvent) -> dict[str, Any]:
        made: dict[str, Any] = {}
        status = status_of(event.status)
        if status is None:
            self.row_losses.append(
                Loss(event.row, ImportWords.BAD_STATUS.of(one_line(event.status)[:60]))
            )
        elif status:
            made["status"] = status
        if event.importance:
            importance = importance_of(event.importance, self._scale)
            if importance is None:
                self.row_losses.append(
                    Loss(event.row, ImportWords.BAD_IMPORTANCE.of(one_line(event.importance)[:60]))
                )
            else:
                made["importance"] = importance
        return made

    def _notes(self, event: FoundEvent) -> Iterator[dict[str, Any]]:
        for source in event.sources:
            if not (source.title or source.publisher or source.url).strip():
                continue
            name, shown = self._source(source)
            yield {"kind": "context", "text": self.text(shown), "sources": [name]}
        notes = [note for note in dict.fromkeys(event.notes) if note.strip()]
        if event.tags:
            notes.append(" · ".join(f"#{tag}" for tag in event.tags))
        for note in notes:
            yield {"kind": "context", "text": self.text(note)}

    def _source(self, source: FoundSource) -> tuple[str, str]:
        """Return the id of a source and the text that shows it; make the source if it is new."""
        shown = source.title or source.publisher or source.url
        key = (source.url, "") if source.url else ("", fold(shown))
        if key not in self._source_of:
            wanted = slug(
                source.title or source.url.removeprefix("https://").removeprefix("http://")
            )
            name = self._source_ids.new(wanted, f"source-{len(self.sources) + 1}")
            made: dict[str, Any] = {"id": name, "type": "webpage" if source.url else "document"}
            made["title"] = self.text(source.title or shown)
            if source.publisher:
                made["publisher"] = source.publisher
            if source.issued and (issued := understand(source.issued).edtf):
                made["issued"] = issued
            if source.url:
                made["url"] = source.url
            self.sources.append(made)
            self._source_of[key] = name
        return self._source_of[key], shown

    def _ties(self, event: FoundEvent, name: str) -> dict[str, Any]:
        """Relate an event to those earlier in the file that it is part of."""
        wholes = [self._event_of.get(key) for key in event.part_of]
        ids = [
            _id_of_key(whole.key) for whole in wholes if whole is not None and whole is not event
        ]
        ties = [
            {"event": each, "relation": "part_of"}
            for each in ids
            if each in self.rows and each != name
        ]
        return {"related": ties} if ties else {}


def _events_by_key(events: Sequence[FoundEvent]) -> dict[str, FoundEvent]:
    found: dict[str, FoundEvent] = {}
    for event in events:
        if event.key:
            found.setdefault(event.key, event)
    return found


def _id_of_key(key: str) -> str:
    """Make an id of an event's key in the file, so that a later import recognises the event."""
    made = slug(key.rsplit("/", 1)[-1] if key.startswith("http") else key)
    return f"event-{made}" if made.isdigit() else made
