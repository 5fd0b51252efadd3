"""What the last page lists: losses by kind, rows with faults, and what an update changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.importing.report import kinds_of
from peru_timeline.chronology.text import in_language
from peru_timeline.ui.importing.steps import Result
from peru_timeline.ui.importing.words import as_sentence
from peru_timeline.ui.look.wording import translated


class Line(NamedTuple):
    """A row of the file (0 for the file as a whole), its event, and what is said of it."""

    row: int
    title: str
    text: str


class Listed(NamedTuple):
    """Lines under one name; the key stays the same while the lines change."""

    key: str
    name: str
    lines: tuple[Line, ...]


def lists_of(result: Result, language: str) -> list[Listed]:
    """Everything that can be listed of a result, what changes first."""
    return [*_changes(result, language), *_losses(result, language)]


def _losses(result: Result, language: str) -> list[Listed]:
    imported = result.imported
    titles = {row: name for name, row in imported.rows.items()}
    by_id = _titles(imported.content, language)
    lines = [
        (loss.message, Line(loss.row, by_id.get(titles.get(loss.row, ""), ""), as_sentence(translated(loss.message))))
        for loss in imported.losses
    ]  # fmt: skip
    whole = QCoreApplication.translate("Import", "All that is lost or remarked")
    made = [Listed("losses", whole, tuple(line for _, line in lines))]
    of_file = tuple(line for _, line in lines if not line.row)
    if of_file:
        name = QCoreApplication.translate("Import", "Of the file as a whole")
        made.append(Listed("file", name, of_file))
    for message, _ in kinds_of(imported.losses):
        template = message.template
        same = tuple(line for other, line in lines if line.row and other.template == template)
        made.append(Listed(template, as_sentence(translated(message)), same))
    return made


def _changes(result: Result, language: str) -> list[Listed]:
    comparison, earlier = result.comparison, result.earlier
    if comparison is None or earlier is None or not (comparison.same or comparison.changed):
        return []
    rows = result.imported.rows
    before, after = _titles(earlier.content, language), _titles(result.imported.content, language)

    def lines(ids: Iterable[str], titles: dict[str, str], text: str) -> tuple[Line, ...]:
        return tuple(Line(rows.get(name, 0), titles.get(name, name), text) for name in ids)

    new = QCoreApplication.translate("Import", "New in the file")
    changed = QCoreApplication.translate("Import", "Changed in the file")
    gone = QCoreApplication.translate("Import", "No longer in the file")
    same = QCoreApplication.translate("Import", "Unchanged")
    all_changes = (
        *lines(comparison.new, after, new),
        *lines(comparison.changed, after, changed),
        *lines(comparison.gone, before, gone),
    )
    return [
        Listed("changes", QCoreApplication.translate("Import", "All changes"), all_changes),
        Listed("new", new, lines(comparison.new, after, new)),
        Listed("changed", changed, lines(comparison.changed, after, changed)),
        Listed("gone", gone, lines(comparison.gone, before, gone)),
        Listed("same", same, lines(comparison.same, after, same)),
    ]


def _titles(content: bytes, language: str) -> dict[str, str]:
    """The titles of the events of a chronology, by id."""
    events: list[dict[str, Any]] = json.loads(content)["events"]
    return {
        event["id"]: event["title"]
        if isinstance(event["title"], str)
        else in_language(event["title"], language)
        for event in events
    }
