"""Reads events by the thousand, as long as nothing is wrong with them.

An event that `read` gives is without fault, as models.py and checks.py tell it, but for what only
all events together can tell. One that it refuses may still be without fault: it is for the models
to say, and slowly. Tests change sound events in many ways and hold both against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from peru_timeline.chronology.date_parts import DateError
from peru_timeline.chronology.facts import FactsReader
from peru_timeline.chronology.models import LONGEST_ID, QUOTE_WORDS, TITLE_LENGTH
from peru_timeline.chronology.patterns import ID_PATTERN, TAG_PATTERN
from peru_timeline.chronology.records import Record, events_decoder

LARGEST_WITHOUT_DOUBT = 10**15
"""An amount; what larger ones may be the models say."""
_is_id = re.compile(ID_PATTERN.replace("$", r"\Z"), re.ASCII).match
_is_tag = re.compile(TAG_PATTERN.replace("$", r"\Z"), re.ASCII).match
_encoder = msgspec.json.Encoder()


class EventReader:
    """Reads events of one chronology, whose title says which languages each text must have."""

    def __init__(self, facts: FactsReader, languages: Sequence[str]) -> None:
        self._facts = facts
        self._languages = frozenset(languages)
        self._good_tags: set[str] = set()

    def read(self, events: Sequence[msgspec.Raw]) -> bool:
        """Add these events to the facts, or none where anything may be wrong with one of them."""
        content = b"[%b]" % b",".join(events)
        try:
            records = events_decoder().decode(content)
            if not self._is_clean(records, content):
                return False
            self._facts.add(records)
        except (msgspec.MsgspecError, UnicodeError, RecursionError, KeyError, DateError):
            return False
        return True

    def _is_clean(self, records: list[Record], content: bytes) -> bool:
        fewest, most = QUOTE_WORDS
        quotes = (item.quote for record in records if record.evidence for item in record.evidence)
        return (
            # msgspec reads a key that stands twice once, so that fewer texts are left.
            _texts_in(_encoder.encode(records)) == _texts_in(content)
            and all(len(record.id) <= LONGEST_ID and _is_id(record.id) for record in records)
            and all(fewest <= len(quote.split()) <= most for quote in quotes)
            and all(_is_short(record.title) for record in records)
            and self._are_in_all_languages(list(_texts(records)))
            and all(
                source in self._facts.sources
                for record in records
                if record.notes
                for note in record.notes
                for source in note.sources or ()
            )
            and all(
                abs(amount.value) <= LARGEST_WITHOUT_DOUBT
                for record in records
                if record.amounts
                for amount in record.amounts
            )
            and all(
                tie.event != record.id
                for record in records
                if record.related
                for tie in record.related
            )
        )

    def _are_in_all_languages(self, texts: list[str | dict[str, str]]) -> bool:
        wanted = self._languages
        plain = [text for text in texts if isinstance(text, str)]
        maps = [text for text in texts if not isinstance(text, str)]
        tags = set(chain.from_iterable(maps)) - self._good_tags
        if not all(map(_is_tag, tags)):
            return False
        self._good_tags |= tags
        written = chain.from_iterable(text.values() for text in maps)
        return (
            all(map(str.strip, plain))
            and all(map(str.strip, written))
            and all(wanted <= text.keys() or text.keys() == {"und"} for text in maps)
            and all(maps)
        )


def _texts_in(content: bytes) -> int:
    """Count the texts of JSON, keys included, by their quotation marks."""
    marks = content.count(b'"')
    if b"\\" in content:
        marks -= content.replace(b"\\\\", b"").count(b'\\"')
    return marks // 2


def _is_short(title: str | dict[str, str]) -> bool:
    texts = (title,) if isinstance(title, str) else title.values()
    return all(len(text) <= TITLE_LENGTH for text in texts)


def _texts(records: list[Record]) -> Iterator[str | dict[str, str]]:
    """Give every text for readers."""
    for record in records:
        yield record.title
        for text in (
            record.summary,
            record.date_note,
            *(role.role for role in record.actors or ()),
            *(note.text for note in record.notes or ()),
            *(amount.of for amount in record.amounts or ()),
        ):
            if text is not None and text is not msgspec.UNSET:
                yield text
