"""Markwhen: a section for each lane, a date, a colon and a title, and the text as a quotation below."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.formats.exchange.days import (
    first_day,
    is_one_unit,
    last_day,
    unit_text,
)
from peru_timeline.chronology.formats.exchange.losses import (
    OF_OTHER_PROGRAMS,
    Aspect,
    can_be_written,
)
from peru_timeline.chronology.formats.exchange.outgoing import OutgoingEvent, outgoing
from peru_timeline.chronology.text import in_language, printable

UNHELD = OF_OTHER_PROGRAMS - {Aspect.OPEN_END, Aspect.LANE, Aspect.ACTORS, Aspect.ROUGH_UNITS}

_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_NO_TAG = re.compile(r"\W+", re.ASCII)


def text_file(chronology: Chronology, events: Sequence[int], language: str) -> bytes:
    """Write these events (indices), by lane; those without a beginning have no place in it."""
    lanes: dict[str, list[OutgoingEvent]] = {}
    for event in outgoing(chronology, events, language):
        if can_be_written(event.date, UNHELD):
            lanes.setdefault(event.lane, []).append(event)
    # Between rules: else Markwhen takes the first section for a part of the header.
    lines = ["---", f"title: {_quoted(in_language(chronology.title, language))}"]
    if chronology.description:
        lines.append(f"description: {_quoted(in_language(chronology.description, language))}")
    lines.append("---")
    for lane, its_events in lanes.items():
        lines += ["", f"section {_line(lane)}"] if lane else []
        for event in its_events:
            lines += ["", *_lines(event)]
        lines += ["", "endSection"] if lane else []
    return ("\n".join(lines) + "\n").encode()


def _lines(event: OutgoingEvent) -> list[str]:
    named = (_NO_TAG.sub("_", _plain(actor)).strip("_") for actor in event.actors)
    tags = " ".join(f"#{tag}" for tag in named if tag)
    head = f"{_date(event.date)}: {_line(event.title)}"
    text = "\n\n".join((event.when, *event.paragraphs))
    # As a quotation no line of the text can be taken for an event, a section or a comment.
    quoted = [f"> {_line(line)}" for line in text.split("\n") if line.strip()]
    return [f"{head} {tags}".rstrip(), f"id: {event.id}", *quoted]


def _date(date: EventDate) -> str:
    start = unit_text(first_day(date), date.start_precision)
    last = last_day(date)
    if last is None:
        return f"{start}/now" if date.is_span else start
    if is_one_unit(date):
        return start
    return f"{start}/{unit_text(last, date.end_precision)}"


def _plain(text: str) -> str:
    """A text without accents, at which Markwhen would end a tag."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)
    )


def _quoted(text: str) -> str:
    """A value of the header, which is YAML."""
    return json.dumps(_line(text), ensure_ascii=False)


def _line(text: str) -> str:
    """A text on one line, in which nothing is HTML."""
    return _MARKUP.sub("&lt;", " ".join(printable(text).split()))
