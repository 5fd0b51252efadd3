"""What the wizard computes, as pure functions from one frozen value to the next; they run off the window's thread."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.importing.again import Comparison, compare, merge
from peru_timeline.chronology.importing.dating import Dated, date_all
from peru_timeline.chronology.importing.detection import FOLDER
from peru_timeline.chronology.importing.found import Found, ImportRefusedError, Progress
from peru_timeline.chronology.importing.importer import (
    Imported,
    Source,
    as_file,
    find,
    finish,
    open_source,
    rows_without_fault,
)
from peru_timeline.chronology.importing.mapping import Mapping
from peru_timeline.chronology.importing.parsing.opening import encoding_of, open_file
from peru_timeline.chronology.importing.readers import csv_table, excel, opendocument
from peru_timeline.chronology.importing.sentences import ImportWords
from peru_timeline.chronology.json_file import read_bytes
from peru_timeline.chronology.loader import collector_paused, parse_chronology
from peru_timeline.ui.importing.remembered import Remembered
from peru_timeline.ui.state.open_chronology import OpenChronology

SAMPLE_ROWS = 500
"""Rows of which the timeline of a preview is made, so that it follows each change at once."""


class Read(NamedTuple):
    """A file as read, and how it is mapped at first.

    Attributes:
        sheets: the names of a workbook's sheets; empty for other files.
        encoding: of a text; empty for other files.
        delimiter: of a table in text; empty for other files.
        is_remembered: whether the mapping is that of an earlier import of a table with these columns.

    """

    source: Source
    mapping: Mapping
    sheets: tuple[str, ...]
    encoding: str
    delimiter: str
    is_remembered: bool


def read(
    path: Path,
    format_id: str,
    options: Mapping | None,
    remembered: Remembered,
    progress: Progress,
) -> Read:
    """Read a file in the way that is asked for; raises ImportRefusedError."""
    with collector_paused():
        source = open_source(path, format_id, options, progress)
    mapping, is_remembered = source.guessed, False
    if source.table is not None:
        kept = remembered.mapping_for(source.table.columns)
        if kept is not None:
            file = {name: getattr(mapping, name) for name in ("encoding", "delimiter", "sheet")}
            mapping, is_remembered = kept.model_copy(update=file), True
    return Read(source, mapping, *_ways_to_read(source, options), is_remembered)


def _ways_to_read(source: Source, options: Mapping | None) -> tuple[tuple[str, ...], str, str]:
    """(sheets, encoding detected, delimiter detected), as far as the format has any."""
    reader = source.format.read
    if reader == FOLDER.read:
        return (), "", ""
    opened = open_file(source.path)
    if reader in (excel.read, opendocument.read):
        names = excel.sheets if reader is excel.read else opendocument.sheets
        return names(opened), "", ""
    encoding = encoding_of(opened.content)
    chosen = encoding if options is None or not options.encoding else options.encoding
    delimiter = csv_table.delimiter_of(opened, chosen) if reader is csv_table.read else ""
    return (), encoding, delimiter


@dataclass(frozen=True, eq=False)
class Preview:
    """What becomes of the first rows.

    Attributes:
        opened: the chronology that the first rows make.
        of_all: whether these are all the rows.

    """

    found: Found
    dated: Dated
    opened: OpenChronology
    of_all: bool


def preview(source: Source, mapping: Mapping, progress: Progress) -> Preview:
    """Make a chronology of the first rows; raises ImportRefusedError where the mapping does not fit."""
    sample, of_all = _sample(source)
    with collector_paused():
        found = find(sample, mapping, progress)
        dated = date_all(found, mapping, progress)
        imported = finish(sample, found, dated, mapping, progress)
    opened = OpenChronology(suggested_path(source.path), imported.chronology)
    opened.prepare_first_view()
    return Preview(found, dated, opened, of_all)


def _sample(source: Source) -> tuple[Source, bool]:
    content = source.content
    if isinstance(content, Found):
        cut: Any = replace(content, events=content.events[:SAMPLE_ROWS])
        return replace(source, content=cut), len(content.events) <= SAMPLE_ROWS
    rows = content.rows[:SAMPLE_ROWS]
    cut = replace(content, rows=rows, numbers=content.numbers[:SAMPLE_ROWS])
    return replace(source, content=cut), len(content.rows) <= SAMPLE_ROWS


class Understanding(NamedTuple):
    """The events of the whole file, and their dates."""

    found: Found
    dated: Dated
    mapping: Mapping


def understand_all(source: Source, mapping: Mapping, progress: Progress) -> Understanding:
    """Find all events and interpret their dates; raises ImportRefusedError."""
    with collector_paused():
        found = find(source, mapping, progress)
        return Understanding(found, date_all(found, mapping, progress), mapping)


class Earlier(NamedTuple):
    """A chronology that an import may update."""

    path: Path
    content: bytes
    title: str


class Choice(NamedTuple):
    """What the reader wants of the result."""

    title: str = ""
    only_sound: bool = False  # rows without fault
    update: bool | None = None  # an earlier import; None lets what they share decide
    keep_gone: bool = True


class Result(NamedTuple):
    """What opens when the reader agrees.

    Attributes:
        sound: the number of rows without fault.
        titles: of the events of the file, by row.
        faulty: the rows with a fault that were taken.
        comparison: with the earlier import, where there is one.
        gone: the titles of what the file no longer has, by id.

    """

    imported: Imported
    content: bytes
    chronology: Chronology
    sound: int
    titles: dict[int, str]
    faulty: frozenset[int]
    earlier: Earlier | None = None
    comparison: Comparison | None = None
    gone: ReadOnly[str, str] = MappingProxyType({})
    is_update: bool = False


def make_result(
    source: Source,
    understanding: Understanding,
    choice: Choice,
    earlier: Earlier | None,
    progress: Progress,
) -> Result:
    """Make the chronology, and merge it with an earlier one where that is wanted; raises ImportRefusedError."""
    found, dated, mapping = understanding
    if choice.title:
        mapping = mapping.model_copy(update={"title": choice.title})
    sound = rows_without_fault(found, dated)
    with collector_paused():
        imported = finish(
            source, found, dated, mapping, progress, only_rows=sound if choice.only_sound else None
        )
        made = Result(
            imported,
            imported.content,
            imported.chronology,
            len(sound),
            titles={event.row: event.title for event in found.events},
            faulty=frozenset(imported.rows.values()) - frozenset(sound),
        )
        return made if earlier is None else _compared(made, earlier, choice)


def _compared(made: Result, earlier: Earlier, choice: Choice) -> Result:
    """Compare a result with an earlier import, and merge the two where that is wanted.

    Another file is not compared unless most events agree, and updates the earlier import only if the reader says so.
    """
    before, after = json.loads(earlier.content), json.loads(made.content)
    comparison = compare(before, after)
    is_of_same_file = _without_count(before["id"]) == _without_count(after["id"])
    shared = len(comparison.same) + len(comparison.changed)
    if not (shared and is_of_same_file) and not _is_mostly_same(comparison):
        return made
    titles = {event["id"]: event["title"] for event in before["events"]}
    gone = {name: _first_text(titles[name]) for name in comparison.gone}
    is_update = choice.update
    if is_update is None:
        is_update = is_of_same_file and shared > len(comparison.gone)
    if is_update:
        content = as_file(merge(before, after, keep_gone=choice.keep_gone))
        made = made._replace(content=content, chronology=_parsed(content, earlier.path))
    return made._replace(
        earlier=earlier, comparison=comparison, gone=gone, is_update=bool(is_update)
    )


def _without_count(name: str) -> str:
    """The id of a file that was downloaded again: events-1 of “events (1).csv” is events."""
    return re.sub(r"-\d{1,3}$", "", name)


def _first_text(title: str | dict[str, str]) -> str:
    return title if isinstance(title, str) else next(iter(title.values()))


def _is_mostly_same(comparison: Comparison) -> bool:
    shared = len(comparison.same) + len(comparison.changed)
    return shared > len(comparison.gone) + len(comparison.new)


def _parsed(content: bytes, path: Path) -> Chronology:
    try:
        return parse_chronology(content, path)
    except ChronologyError as error:
        fault = error.faults[0]
        where = fault.place or fault.location
        raise ImportRefusedError(ImportWords.NOT_SOUND.of(where, fault.message)) from None


def earlier_of(opened: OpenChronology, saved: Path | None, title: str) -> Earlier | None:
    """The chronology that an import may update: where it was saved before, else what is open, called `title`."""
    if saved is not None and (opened.unsaved is not None or saved != opened.path):
        found = _earlier_at(saved)
        if found is not None:
            return found
    unsaved = opened.unsaved
    try:
        content = read_bytes(opened.path) if unsaved is None else unsaved.content
        json.loads(content)
    except (ChronologyError, ValueError, RecursionError):
        return None
    return Earlier(opened.path, content, title)


def _earlier_at(path: Path) -> Earlier | None:
    try:
        content = read_bytes(path)
        chronology = parse_chronology(content, path)
    except ChronologyError:
        return None
    return Earlier(path, content, str(chronology.title))


def suggested_path(source: Path) -> Path:
    """Where the chronology made of a file would be saved: beside it, under its name."""
    return source.with_name(source.stem + ".chronology")
