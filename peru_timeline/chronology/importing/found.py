"""What a reader finds in a file, not yet interpreted: frozen values with the texts of the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from peru_timeline.chronology.faults.messages import Message

Progress = Callable[[int], None]
"""Called now and then with the number of rows or items read; it may raise, which ends the reading."""
READ_BETWEEN = 1000
"""Rows or items between two calls of Progress."""


def no_progress(_done: int) -> None:
    """Report no progress."""


class ImportRefusedError(Exception):
    """A file that cannot be imported; the message says why, and what to do instead."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as a file gives it.

    Attributes:
        start, end: texts, interpreted later together with those of all other events; empty if the file has none.
        latest_start, earliest_end: texts, where the file bounds the start and the end of a span.
        edtf: the whole date, where the format is unambiguous; the texts are then only shown.
        shown: how the file itself words the date, if it does.
        remarks: on how the date was read.

    """

    start: str = ""
    end: str = ""
    latest_start: str = ""
    earliest_end: str = ""
    edtf: str = ""
    shown: str = ""
    remarks: tuple[Message, ...] = ()

    @property
    def text(self) -> str:
        """The date as found, in one line."""
        return self.shown or " – ".join(filter(None, (self.start, self.end)))


NO_DATE = FoundDate()


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source that an event names."""

    title: str = ""
    url: str = ""
    publisher: str = ""
    issued: str = ""


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event as found.

    Attributes:
        row: number of its row, line or item in the file, from 1.
        key: the file's own id of the event; empty if it has none.
        group: its lane, category or section.
        actors: names, the lead first.
        notes: further texts, such as the address of a picture.
        status, importance: in the words of the file.
        losses: what a chronology cannot hold of this row.
        follows: keys of events that it belongs to.

    """

    row: int
    title: str = ""
    date: FoundDate = NO_DATE
    key: str = ""
    summary: str = ""
    group: str = ""
    tags: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sources: tuple[FoundSource, ...] = ()
    notes: tuple[str, ...] = ()
    status: str = ""
    importance: str = ""
    losses: tuple[Message, ...] = ()
    part_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no event, and why."""

    row: int
    reason: Message


@dataclass(frozen=True, slots=True)
class Found:
    """All that a reader found in a file.

    Attributes:
        title, description: of the whole file.
        language: a tag, where the file states it.
        groups: names of groups in the order of the file; groups that only events name come after them.
        losses: what is lost of the file as a whole.
        skipped: rows that are no events.

    """

    events: tuple[FoundEvent, ...]
    title: str = ""
    description: str = ""
    language: str = ""
    groups: tuple[str, ...] = ()
    losses: tuple[Message, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows and columns, as read.

    Attributes:
        columns: unique names; a column without a name is called by its letter.
        rows: cells as texts, as many as columns.
        numbers: the row number of each in the file, from 1.
        losses: what is lost of the file as a whole, such as further sheets.

    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    title: str = ""
    description: str = ""
    losses: tuple[Message, ...] = field(default=())
