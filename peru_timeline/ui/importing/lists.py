"""What the last page lists: rows with faults, losses by kind, and what an update changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.report import kinds_of
from peru_timeline.ui.importing.steps import Result
from peru_timeline.ui.importing.words import as_sentence
from peru_timeline.ui.look.wording import translated


class Line(NamedTuple):
    """A row of the file (0 for the file as a whole), its event, and what is said of it, not yet translated."""

    row: int
    title: str
    message: str

    @property
    def text(self) -> str:
        """What is said, in the language of the reader: a message of the importer as a sentence."""
        said = translated(self.message)
        return as_sentence(said) if isinstance(self.message, Message) else said


class Listed(NamedTuple):
    """Lines under one name; the key stays the same while the lines change."""

    key: str
    name: str
    lines: tuple[Line, ...]


def lists_of(result: Result) -> list[Listed]:
    """Everything that can be listed of a result, what matters most first."""
    return [*_changes(result), *_losses(result)]


def _losses(result: Result) -> list[Listed]:
    losses, titles = result.imported.losses, result.titles
    lines = [Line(loss.row, titles.get(loss.row, ""), loss.message) for loss in losses]
    of_faults = tuple(line for line in lines if line.row in result.faulty)
    made = []
    if of_faults:
        name = QCoreApplication.translate("Import", "Rows with a fault")
        made.append(Listed("faults", name, of_faults))
    whole = QCoreApplication.translate("Import", "All that is lost or remarked")
    made.append(Listed("losses", whole, tuple(lines)))
    of_file = tuple(line for line in lines if not line.row)
    if of_file:
        name = QCoreApplication.translate("Import", "Of the file as a whole")
        made.append(Listed("file", name, of_file))
    by_kind: dict[str, list[Line]] = {}
    for loss, line in zip(losses, lines, strict=True):
        if line.row:
            by_kind.setdefault(loss.message.template, []).append(line)
    made += [
        Listed(kind.template, as_sentence(translated(kind)), tuple(by_kind[kind.template]))
        for kind, _ in kinds_of(losses)
    ]
    return made


def _changes(result: Result) -> list[Listed]:
    comparison = result.comparison
    if comparison is None or not (comparison.same or comparison.changed):
        return []
    rows, titles = result.imported.rows, result.titles

    def lines(ids: Iterable[str], text: str) -> tuple[Line, ...]:
        return tuple(
            Line(
                rows.get(name, 0),
                titles.get(rows.get(name, 0)) or result.gone.get(name, name),
                text,
            )
            for name in ids
        )

    new = QCoreApplication.translate("Import", "New in the file")
    changed = QCoreApplication.translate("Import", "Changed in the file")
    gone = QCoreApplication.translate("Import", "No longer in the file")
    same = QCoreApplication.translate("Import", "Unchanged")
    of_each = {
        "new": (new, lines(comparison.new, new)),
        "changed": (changed, lines(comparison.changed, changed)),
        "gone": (gone, lines(comparison.gone, gone)),
        "same": (same, lines(comparison.same, same)),
    }
    everything = sum((of_each[key][1] for key in ("new", "changed", "gone")), ())
    name = QCoreApplication.translate("Import", "All changes")
    return [
        Listed("changes", name, everything),
        *(Listed(key, name, found) for key, (name, found) in of_each.items()),
    ]
