"""Recognises our own spreadsheets by the names of their columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from peru_timeline.chronology.formats.csv_table import shown_columns
from peru_timeline.chronology.formats.table import TABLE_LANGUAGES, table_words


class OwnColumns(NamedTuple):
    """The columns of our own spreadsheets: those for readers, in one language, and those of the records."""

    language: str
    shown: tuple[str, ...]
    records: tuple[str, ...]


def own_columns(columns: Sequence[str]) -> OwnColumns | None:
    """Return the columns that are ours; None for a table with other columns, or without records."""
    for language in TABLE_LANGUAGES:
        words = table_words(language)
        shown = shown_columns(words)
        records = [
            name
            for name in columns
            if name == words.record
            or (name.startswith(f"{words.record} ") and name[len(words.record) + 1 :].isdecimal())
        ]
        if records and set(shown) <= set(columns):
            return OwnColumns(language, shown, tuple(records))
    return None
