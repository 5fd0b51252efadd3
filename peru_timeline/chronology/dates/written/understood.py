"""What became of a date as found: frozen values that importer, editor and reports show."""

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
    """A date as found and as understood.

    Attributes:
        text: the date as found, untouched.
        edtf: the date in EDTF, such as `parse_date` reads; NOT_GIVEN where there is none.
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
    """What the first of two small numbers in a date is."""

    DAY_FIRST = "d/m/y"
    MONTH_FIRST = "m/d/y"


class BareNumbers(StrEnum):
    """What a number alone in a cell is, where its size leaves it open."""

    YEARS = "years"
    DAYS_1900 = "days since 1900"  # of spreadsheets, with their leap day in 1900
    DAYS_1904 = "days since 1904"  # of spreadsheets made on old Macintoshes
    SECONDS = "seconds since 1970"
    MILLISECONDS = "milliseconds since 1970"
    MICROSECONDS = "microseconds since 1970"


@dataclass(frozen=True, slots=True)
class Ways:
    """What is known of the texts before one of them is read; None leaves it open, and the text may be asked about.

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
    """A text that may mean several things: either a field of Ways settles it, or the EDTF of each is known."""

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
    """Collects what is remarked while one text is read."""

    told: list[Message] = field(default_factory=list)
    coarser: bool = False

    def tell(self, message: Message) -> None:
        """Remark what costs nothing."""
        if message not in self.told:
            self.told.append(message)

    def lose(self, message: Message) -> None:
        """Remark what the EDTF cannot say."""
        self.coarser = True
        self.tell(message)
