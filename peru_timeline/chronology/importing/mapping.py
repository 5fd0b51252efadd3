"""The mapping: the role of each column of a table, and the answers to questions about its dates, saved as JSON.

For files without columns it only says how dates are read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping as ReadOnly
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from peru_timeline.chronology.dates.written.understood import BareNumbers, NumberOrder, Ways
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.faults.suggestions import did_you_mean
from peru_timeline.chronology.importing.found import ImportRefusedError, Table
from peru_timeline.chronology.importing.sentences import ImportWords
from peru_timeline.files import read_small

LARGEST_MAPPING = 1_000_000


class Role(StrEnum):
    """What a column holds; several columns may have the same role where that makes sense."""

    START = "start"
    END = "end"
    EDTF = "edtf"
    LATEST_START = "latest_start"
    EARLIEST_END = "earliest_end"
    SHOWN_DATE = "shown_date"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    END_YEAR = "end_year"
    END_MONTH = "end_month"
    END_DAY = "end_day"
    END_TIME = "end_time"
    TITLE = "title"
    SUMMARY = "summary"
    GROUP = "group"
    TAGS = "tags"
    ACTORS = "actors"
    SOURCES = "sources"
    LINK = "link"
    NOTE = "note"
    KEY = "key"
    STATUS = "status"
    IMPORTANCE = "importance"
    KIND = "kind"  # of the row: an event, the title of the whole, an era
    ONGOING = "ongoing"
    STAMP = "stamp"  # seconds, or thousandths or millionths of them, since 1970
    RECORD = "record"  # of our own spreadsheets: what their other columns cannot show
    TOLD = "told"  # said by another column too, in words or as numbers
    UNUSED = "unused"


class Countdown(StrEnum):
    """The meaning of dates that are numbers, with starts larger than ends."""

    MILLIONS_OF_YEARS = "millions of years ago"
    NO = "no"


class Mapping(BaseModel):
    """How a file is read.

    Attributes:
        columns: column name -> role; other columns are not used.
        language: of the texts, such as "es"; empty if not known.
        order, bare, century, january: see `Ways`; None lets the column decide, or the report asks.
        countdown: None decides by the numbers.
        year_first: whether “99-10-18” is the year 99, as Aeon writes it.
        title: of the chronology; replaces that of the file.
        encoding, delimiter, sheet: how the file is read; empty lets the content decide.

    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    columns: dict[str, Role] = Field(default_factory=dict)
    language: str = Field(default="", pattern=r"^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$")
    order: NumberOrder | None = None
    bare: BareNumbers | None = None
    century: int | None = Field(default=None, ge=0, le=9900)
    january: bool | None = None
    countdown: Countdown | None = None
    year_first: bool = False
    title: str = Field(default="", max_length=500)
    encoding: str = Field(default="", max_length=40)
    delimiter: str = Field(default="", max_length=1)
    sheet: str = Field(default="", max_length=255)

    @property
    def ways(self) -> Ways:
        """What the mapping says about dates."""
        return Ways(self.language or "en", self.order, self.bare, self.century, self.january)

    def columns_of(self, role: Role) -> tuple[str, ...]:
        """The names of the columns with a role, in the order of the mapping."""
        return tuple(name for name, its_role in self.columns.items() if its_role is role)

    def as_json(self) -> str:
        """Write it as a file that `read_mapping` reads."""
        return self.model_dump_json(indent=2, exclude_defaults=True) + "\n"


def read_mapping(path: Path) -> Mapping:
    """Read a mapping from a file; raises ImportRefusedError with the first fault."""
    try:
        value = json.loads(read_small(path, LARGEST_MAPPING))
    except OSError:
        raise ImportRefusedError(Sentences.DOES_NOT_EXIST.of()) from None
    except (ValueError, RecursionError):
        raise ImportRefusedError(
            ImportWords.BAD_MAPPING.of(path.name, ImportWords.NO_JSON.of())
        ) from None
    return mapping_of(value)


def mapping_of(value: ReadOnly[str, Any]) -> Mapping:
    """Make a mapping from a JSON value; raises ImportRefusedError with the first fault."""
    try:
        return Mapping.model_validate(value)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in fault["loc"]) or "mapping"
        raise ImportRefusedError(ImportWords.BAD_MAPPING.of(place, fault["msg"])) from None


def check_columns(mapping: Mapping, table: Table) -> None:
    """Raise ImportRefusedError if the mapping names a column that is not there, or lacks a date or a title."""
    for name in mapping.columns:
        if name not in table.columns:
            raise ImportRefusedError(
                ImportWords.NO_COLUMN.of(name, did_you_mean(name, table.columns))
            )
    if not any(map(mapping.columns_of, (Role.START, Role.EDTF, Role.YEAR, Role.STAMP))):
        raise ImportRefusedError(ImportWords.NO_DATE_COLUMN.of())
    if not mapping.columns_of(Role.TITLE) and not mapping.columns_of(Role.SUMMARY):
        raise ImportRefusedError(ImportWords.NO_TITLE_COLUMN.of())
