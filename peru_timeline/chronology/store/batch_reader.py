"""Reads events in batches, as long as nothing is wrong with them.

An event that `read` accepts is sound by models.py and checks.py, except for what depends on other events
(ids and relations). An event that it refuses may still be sound: models and checks decide, slowly. Tests
change sound events in many ways and compare both verdicts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

import msgspec
import numpy as np
from msgspec import UNSET

from peru_timeline.chronology.dates.simple_date import DateError
from peru_timeline.chronology.models import LONGEST_ID, LONGEST_TITLE, QUOTE_WORDS
from peru_timeline.chronology.patterns import ID_PATTERN, TAG_PATTERN
from peru_timeline.chronology.store.event_columns import EventColumnsBuilder
from peru_timeline.chronology.store.records import Batch, batch_of, event_list_decoder
from peru_timeline.chronology.text import faulty_sign, is_blank, may_be_blank

LARGEST_WITHOUT_DOUBT = 10**15
"""An amount; larger ones are left to the models."""
_is_id = re.compile(ID_PATTERN.replace("$", r"\Z"), re.ASCII).match
_is_tag = re.compile(TAG_PATTERN.replace("$", r"\Z"), re.ASCII).match
_encoder = msgspec.json.Encoder()
_OF_ASCII = bytes({*range(0x20, 0x7F), *b"\t\n\r"} - {*b"\\"})
"""What JSON may hold between texts or, printable, in them; a backslash may escape anything."""
_HARMLESS = re.compile(
    rb"(?:"
    rb"\xc2[\xa1-\xac\xae-\xbf]|[\xc3-\xcc\xce-\xd7][\x80-\xbf]"  # European letters, Hebrew
    rb"|\xe2\x80[\x90-\xa7]|\xe2\x82[\x80-\xbf]"  # dashes, quotation marks, currencies
    rb"|[\xe4-\xe9][\x80-\xbf][\x80-\xbf]"  # Chinese
    rb")*+"
)
"""In UTF-8; other bytes are looked at as texts."""
_MARK = ord('"')


class BatchReader:
    """Reads events of one chronology; each text must be in all languages of its title."""

    def __init__(self, columns: EventColumnsBuilder, languages: Sequence[str]) -> None:
        self._columns = columns
        self._languages = frozenset(languages)
        self._accepted_tags: set[tuple[str, ...]] = set()
        self._encoded_again = bytearray()

    def read(self, events: bytes) -> bool:
        """Add a JSON list of events to the columns; False, and none added, if anything may be wrong with one."""
        try:
            batch = batch_of(event_list_decoder().decode(events))
            if not self._is_sound(batch, events):
                return False
            self._columns.add(batch)
        except (msgspec.MsgspecError, UnicodeError, RecursionError, KeyError, DateError):
            return False
        return True

    def _is_sound(self, batch: Batch, content: bytes) -> bool:
        fewest, most = QUOTE_WORDS
        quotes = set(map(len, map(str.split, [item.quote for item in batch.evidence])))
        # msgspec reads a key that appears twice only once, so fewer texts are left.
        _encoder.encode_into(batch.records, self._encoded_again)
        return (
            _count_texts(self._encoded_again) == _count_texts(content)
            and max(map(len, batch.ids)) <= LONGEST_ID
            and all(map(_is_id, batch.ids))
            and all(fewest <= words <= most for words in quotes)
            and self._are_in_all_languages(batch)
            and (_is_plain(content) or _have_no_faulty_signs(batch))
            and all(
                source in self._columns.sources
                for note in batch.notes
                if note.sources is not UNSET
                for source in note.sources
            )
            and all(abs(amount.value) <= LARGEST_WITHOUT_DOUBT for amount in batch.amounts)
            and all(relation.event != batch.ids[number] for number, relation in batch.relations)
        )

    def _are_in_all_languages(self, batch: Batch) -> bool:
        """Whether every text is in every language and not blank, and titles are not too long."""
        titles = [record.title for record in batch.records]
        optional = [
            *(record.summary for record in batch.records),
            *(record.date_note for record in batch.records),
            *(role.role for role in batch.roles),
        ]
        texts = [
            *(text for text in optional if text is not UNSET and text is not None),
            *(amount.of for amount in batch.amounts),
            *(note.text for note in batch.notes),
        ]
        short, others = _all_texts(titles), _all_texts(texts)
        tags = {tuple(text) for text in (*titles, *texts) if type(text) is dict}
        return (
            max(map(len, short), default=0) <= LONGEST_TITLE
            and all(map(str.strip, short))
            and all(map(str.strip, others))
            and all(map(self._accept_tags, tags - self._accepted_tags))
        )

    def _accept_tags(self, tags: tuple[str, ...]) -> bool:
        """Whether a text may be in exactly these languages; remembers those that may."""
        if not self._languages <= set(tags) and tags != ("und",):
            return False
        if not all(map(_is_tag, tags)):
            return False
        self._accepted_tags.add(tags)
        return True


def _is_plain(content: bytes) -> bool:
    """Whether the bytes of events hold no sign, escaped or not, that a text may not hold or that cannot be seen."""
    return _HARMLESS.fullmatch(content.translate(None, _OF_ASCII)) is not None


def _have_no_faulty_signs(batch: Batch) -> bool:
    """Whether no text holds what the types Line and Prose refuse."""
    records = batch.records
    lines = [
        *(record.title for record in records),
        *(role.role for role in batch.roles if role.role),
        *(amount.of for amount in batch.amounts),
        *(amount.unit for amount in batch.amounts),
        *(item.section for item in batch.evidence if item.section),
    ]
    prose = [
        *(record.summary for record in records if record.summary),
        *(record.date_note for record in records if record.date_note),
        *(note.text for note in batch.notes),
        *(item.quote for item in batch.evidence),
    ]
    in_lines, in_prose = _all_texts(lines), _all_texts(prose)
    return (
        faulty_sign(" ".join(in_lines), is_line=True) is None
        and faulty_sign(" ".join(in_prose), is_line=False) is None
        and not (may_be_blank(in_lines) and any(map(is_blank, in_lines)))
        and not (may_be_blank(in_prose) and any(map(is_blank, in_prose)))
    )


def _all_texts(texts: Sequence[str | dict[str, str]]) -> list[str]:
    """Return the texts in all their languages."""
    one = [text for text in texts if isinstance(text, str)]
    maps = texts if not one else [text for text in texts if not isinstance(text, str)]
    return [*one, *chain.from_iterable(map(dict.values, maps))]  # type: ignore[arg-type]


def _count_texts(content: bytes | bytearray) -> int:
    """Count the texts of JSON, keys included, by their quotation marks."""
    marks = int(np.count_nonzero(np.frombuffer(content, np.uint8) == _MARK))
    if b"\\" in content:
        marks -= content.replace(b"\\\\", b"").count(b'\\"')
    return marks // 2
