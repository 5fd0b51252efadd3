"""The result of reading a date: frozen values, shown by importer, editor and reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from peru_timeline.chronology.faults.messages import Message

NOT_GIVEN = ""
"""The EDTF of an understood text that gives no date."""


class Grade(StrEnum):
    """How well a text was understood."""

    EXACT = "exact"  # the EDTF says what the text says
    COARSER = "coarser"  # the EDTF says less than the text, and a remark tells what
    ASKED = "asked"  # the text has several meanings; the EDTF, if any, allows for all of them
    NOT_GIVEN = "not given"  # the text says that there is no date, or nothing
    NOT_READ = "not read"  # the text is not understood, or names an impossible day


@dataclass(frozen=True, slots=True)
class Understood:
    """A date as written, and what was understood of it.

    Attributes:
        text: the date as found, untouched.
        edtf: the date in EDTF, which `parse_date` reads; empty if there is none.
        grade: how well the text was understood.
        remarks: sentences for whoever reads the result: a wrong weekday, a word that the EDTF cannot say.
        choices: the EDTF of each meaning of a text that has several; empty otherwise.
        settled_by: the names of those fields of `Ways` that, once set, leave one meaning.

    """

    text: str
    edtf: str = NOT_GIVEN
    grade: Grade = Grade.EXACT
    remarks: tuple[Message, ...] = ()
    choices: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()


class NumberOrder(StrEnum):
    """Which comes first in a numeric date."""

    DAY_FIRST = "d/m/y"
    MONTH_FIRST = "m/d/y"


class BareNumbers(StrEnum):
    """What a number alone in a cell means, if its size does not tell."""

    YEARS = "years"
    DAYS_1900 = "days since 1900"  # of spreadsheets, with their leap day in 1900
    DAYS_1904 = "days since 1904"  # of spreadsheets made on old Macintoshes
    SECONDS = "seconds since 1970"
    MILLISECONDS = "milliseconds since 1970"
    MICROSECONDS = "microseconds since 1970"


@dataclass(frozen=True, slots=True)
class Ways:
    """What is known about the texts before any is read; None means unknown, and ambiguous texts become questions.

    Attributes:
        language: a tag such as "es"; Spanish texts name the day first.
        order: of two small numbers.
        bare: the meaning of bare numbers.
        century: the first year of the hundred that two-digit years belong to, such as 1930 for 1930 to 2029.
        january: whether the first of January at midnight stands for the whole year, as in queries of Wikidata.

    """

    language: str = "en"
    order: NumberOrder | None = None
    bare: BareNumbers | None = None
    century: int | None = None
    january: bool | None = False


ANY_WAY = Ways()


class SeveralMeaningsError(Exception):
    """A text with several meanings: either a field of Ways settles it, or the EDTF of each is known."""

    def __init__(
        self,
        message: Message,
        way: str = "",
        values: tuple[object, ...] = (),
        choices: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message, self.way, self.values, self.choices = message, way, values, choices


@dataclass(slots=True)
class Remarks:
    """Collects the remarks made while one text is read."""

    told: list[Message] = field(default_factory=list)
    coarser: bool = False

    def tell(self, message: Message) -> None:
        """Add a remark on how the text was read, with nothing lost."""
        if message not in self.told:
            self.told.append(message)

    def lose(self, message: Message) -> None:
        """Add a remark on what the EDTF cannot express."""
        self.coarser = True
        self.tell(message)
