"""Advice on a sound chronology: what would be better for its readers.

Nothing is refused for it; `peru-timeline validate` prints it as warnings.
"""

from __future__ import annotations

from collections.abc import Iterator

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.fault import Fault, json_path
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.models import TITLE_LENGTH, Event


def advice(chronology: Chronology) -> Iterator[Fault]:
    """Yield each piece of advice with its place, which names an event by its id: `events[quay-built].title.es`."""
    for event in chronology.events:
        yield from _long_titles(event)


def _long_titles(event: Event) -> Iterator[Fault]:
    for tag, text in event.title.items():
        if len(text) > TITLE_LENGTH:
            place = f"events[{event.id}].{json_path(('title', tag))}"
            field = "title" if tag == "und" else f"title, {tag}"
            words = Sentences.PLACE_AND_FIELD.of(Sentences.EVENT_NAMED.of(event.id), field)
            yield Fault(place, Sentences.LONG_FOR_A_SLIDE.of(len(text), TITLE_LENGTH), words)
