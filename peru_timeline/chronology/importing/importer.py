"""The steps of an import, one by one and all at once.

    source = open_source(path)                    its format and content; raises ImportRefusedError
    mapping = source.guessed                      which column holds what; a wizard changes it with model_copy
    found = find(source, mapping)                 the events as found
    dated = date_all(found, mapping, progress)    each date as found and as interpreted, and open questions
    imported = finish(source, found, dated, …)    a valid chronology, and the losses by row

All values are frozen, and each step depends on its arguments alone, so a step can be repeated with another mapping.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.written.understood import Grade
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.faults.suggestions import did_you_mean
from peru_timeline.chronology.importing.building import Loss, build
from peru_timeline.chronology.importing.dating import Dated, date_all
from peru_timeline.chronology.importing.detection import FOLDER, FORMATS, Format, detect
from peru_timeline.chronology.importing.found import (
    Found,
    ImportRefusedError,
    Progress,
    Table,
    no_progress,
)
from peru_timeline.chronology.importing.headers import guess_mapping
from peru_timeline.chronology.importing.mapping import Mapping
from peru_timeline.chronology.importing.own.restoring import restore
from peru_timeline.chronology.importing.parsing.opening import open_file
from peru_timeline.chronology.importing.readers import csv_table, excel, front_matter, opendocument
from peru_timeline.chronology.importing.rows import found_in
from peru_timeline.chronology.importing.sentences import ImportWords
from peru_timeline.chronology.loader import collector_paused, parse_chronology


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read.

    Attributes:
        format: the format recognised.
        content: its table, whose columns a mapping gives roles; or its events, where the format itself says what
            stands where.
        guessed: the mapping that seems to fit best.

    """

    path: Path
    format: Format
    content: Table | Found
    guessed: Mapping

    @property
    def table(self) -> Table | None:
        """The table, where there is one."""
        return self.content if isinstance(self.content, Table) else None


@dataclass(frozen=True, slots=True)
class Imported:
    """A chronology made of a file.

    Attributes:
        content: the bytes of the chronology file.
        chronology: the same, loaded.
        losses: ordered by row; those of the whole file (row 0) come first.
        rows: the row of each event id.

    """

    source: Source
    content: bytes
    chronology: Chronology
    dated: Dated
    losses: tuple[Loss, ...]
    rows: dict[str, int]

    def counts(self) -> Counter[Grade]:
        """Count the dates by grade."""
        return self.dated.count()


def open_source(
    path: Path,
    format_id: str = "",
    mapping: Mapping | None = None,
    progress: Progress = no_progress,
) -> Source:
    """Read a file, or a folder of files with one event each; raises ImportRefusedError.

    `format_id`, a key of FORMATS, overrides detection; the mapping may name encoding, delimiter and sheet.
    """
    options = mapping or Mapping()
    if path.is_dir():
        table = front_matter.read_folder(path, progress)
        return Source(path, FOLDER, table, mapping or guess_mapping(table))
    if format_id and format_id not in FORMATS:
        near = did_you_mean(format_id, FORMATS)
        raise ImportRefusedError(
            ImportWords.UNKNOWN_FORMAT.of(format_id, ", ".join(FORMATS) + near)
        )
    opened = open_file(path)
    chosen = FORMATS[format_id] if format_id else detect(opened)
    content: Table | Found
    if chosen.read in (excel.read, opendocument.read):
        content = chosen.read(opened, progress, options.sheet)
    elif chosen.read is csv_table.read:
        content = csv_table.read(opened, progress, options.encoding, options.delimiter)
    else:
        content = chosen.read(opened, progress, options.encoding)
    if isinstance(content, Found) and not content.events:
        raise ImportRefusedError(ImportWords.NO_EVENTS.of())
    if mapping is None or (isinstance(content, Table) and not mapping.columns):
        mapping = _with_options(
            guess_mapping(content) if isinstance(content, Table) else Mapping(), options
        )
    return Source(path, chosen, content, mapping)


def _with_options(guessed: Mapping, options: Mapping) -> Mapping:
    """Complete a mapping with guessed columns; what is set already stays."""
    chosen = {
        name: getattr(options, name) for name in options.model_fields_set if name != "columns"
    }
    return guessed.model_copy(update=chosen)


def find(source: Source, mapping: Mapping, progress: Progress = no_progress) -> Found:
    """Return the found events; raises ImportRefusedError if the mapping does not fit."""
    if isinstance(source.content, Found):
        return source.content
    found = found_in(source.content, mapping, progress)
    if not found.events:
        raise ImportRefusedError(ImportWords.NO_EVENTS.of())
    return found


def finish(
    source: Source,
    found: Found,
    dated: Dated,
    mapping: Mapping,
    progress: Progress = no_progress,
    *,
    only_rows: Sequence[int] | None = None,
) -> Imported:
    """Make the chronology from all rows or some, with the same checks as for any file."""
    if only_rows is not None:
        found, dated = _only(found, dated, frozenset(only_rows))
    language = mapping.language or found.language
    built = build(found, dated, source.path.stem, language, progress, mapping.title)
    if source.table is not None:
        built = restore(built, source.table, mapping)
    content = as_file(built.content)
    try:
        chronology = parse_chronology(content, source.path.name)
    except ChronologyError as error:
        fault = error.faults[0]
        where = fault.place or fault.location
        raise ImportRefusedError(ImportWords.NOT_SOUND.of(where, fault.message)) from None
    return Imported(source, content, chronology, dated, built.losses, built.rows)


def as_file(value: dict[str, Any]) -> bytes:
    """Write the JSON of a chronology as a file."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def _only(found: Found, dated: Dated, rows: frozenset[int]) -> tuple[Found, Dated]:
    kept = [number for number, event in enumerate(found.events) if event.row in rows]
    if not kept:
        raise ImportRefusedError(ImportWords.NO_EVENTS.of())
    events = tuple(found.events[number] for number in kept)
    dates = tuple(dated.dates[number] for number in kept)
    return replace(found, events=events), replace(dated, dates=dates)


def rows_without_fault(found: Found, dated: Dated) -> tuple[int, ...]:
    """The rows with a title and with a date that was understood, or that is stated to be unknown."""
    sound = (Grade.EXACT, Grade.COARSER, Grade.NOT_GIVEN)
    return tuple(
        event.row
        for event, date in zip(found.events, dated.dates, strict=True)
        if date.grade in sound and event.title
    )


def import_file(
    path: Path,
    format_id: str = "",
    mapping: Mapping | None = None,
    progress: Progress = no_progress,
) -> Imported:
    """Do all steps at once; raises ImportRefusedError."""
    with collector_paused():
        source = open_source(path, format_id, mapping, progress)
        found = find(source, source.guessed, progress)
        dated = date_all(found, source.guessed, progress)
        return finish(source, found, dated, source.guessed, progress)
