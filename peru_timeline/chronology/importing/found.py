"""What a reader finds in a file, before anything is understood of it: frozen values, texts as they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from peru_timeline.chronology.faults.messages import Message

Progress = Callable[[int], None]
"""Called now and then with the number of rows or items read; it may raise, which ends the reading."""
READ_BETWEEN = 1000
"""Rows or items between two calls of Progress."""


def no_progress(_done: int) -> None:
    """Tell nobody."""


class ImportRefusedError(Exception):
    """A file that cannot be imported; its message is a sentence with the way out."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as a file gives it.

    Attributes:
        start, end: texts, understood later together with those of all other events; nothing where the file has none.
        latest_start, earliest_end: texts of a file that bounds the start and the end of what lasted.
        edtf: the whole date, where the format says for certain what it means; then the texts are only shown.
        shown: how the file itself words the date, where it does.
        remarks: what is to be told of it.

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
        row: the row, line or item of the file, counted from 1.
        key: what the file itself calls the event by; nothing where it has no such name.
        group: the lane, category or section it stands in.
        actors: names, the lead first.
        notes: further texts, such as the address of a picture.
        status, importance: as the file words them.
        losses: what of this row a chronology cannot hold.
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
        groups: names of groups in the order of the file; those of events that stand in none of them come after.
        losses: what the file as a whole loses.
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
        columns: names, each once; a column without a name is named by its letter.
        rows: cells as texts, as many as columns.
        numbers: the row of the file in which each stands, from 1.
        losses: what the file as a whole loses, such as further sheets.

    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    title: str = ""
    description: str = ""
    losses: tuple[Message, ...] = field(default=())
