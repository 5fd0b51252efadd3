"""Wording that many parts of the window share: statuses, kinds of note, figures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from peru_timeline.chronology.dates.event_date import EventDate, Precision
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.models import Amount, Status
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.chronology.wording import status_in_words, with_unit

NO_BREAK_SPACE = "\u00a0"
SMALLEST_GROUPED = 10_000
"""Spanish groups the digits of this number and larger ones."""
LARGEST_EXACT = 2**53
"""Larger whole numbers are written in powers of ten."""


def translated(text: str) -> str:
    """Translate a message into the language of the window; any other text stays as it is."""
    if not isinstance(text, Message):
        return text
    template = QCoreApplication.translate("Faults", text.template)
    return template.format(*map(translated, text.values))


def reason_of(error: Exception) -> str:
    """The reason for an error, in the language of the window."""
    if error.args and isinstance(error.args[0], Message):
        return translated(error.args[0])
    if isinstance(error, MemoryError):  # its text, if any, comes from a library
        return QCoreApplication.translate("Words", "There is not enough memory.")
    return str(error)


def status_name(status: Status, language: str) -> str:
    """The name of a status, for a label or a cell."""
    return status_in_words(status, language).capitalize()


def note_name(kind: str) -> str:
    """The name of a kind of note."""
    names = {
        "conflict": QCoreApplication.translate("Words", "Sources differ"),
        "correction": QCoreApplication.translate("Words", "Correction"),
        "gap": QCoreApplication.translate("Words", "Text lost"),
        "computation": QCoreApplication.translate("Words", "Computed"),
        "context": QCoreApplication.translate("Words", "Context"),
    }
    return names[kind]


def how_known(date: EventDate) -> str:
    """How exactly a moment is known, where the date in words does not say; else empty."""
    if date.is_span or date.unknown_start or date.unknown_end or date.edtf.startswith("Y"):
        return ""
    words = {
        Precision.MONTH: QCoreApplication.translate("Words", "month known, day not stated"),
        Precision.SEASON: QCoreApplication.translate("Words", "season known, month not stated"),
        Precision.SOUTHERN_SEASON: QCoreApplication.translate(
            "Words", "season known, month not stated"
        ),
        Precision.QUARTER: QCoreApplication.translate("Words", "quarter known, month not stated"),
        Precision.FOUR_MONTHS: QCoreApplication.translate(
            "Words", "third of the year known, month not stated"
        ),
        Precision.HALF_YEAR: QCoreApplication.translate(
            "Words", "half of the year known, month not stated"
        ),
        Precision.YEAR: QCoreApplication.translate("Words", "year known, month not stated"),
        Precision.DECADE: QCoreApplication.translate("Words", "decade known, year not stated"),
        Precision.CENTURY: QCoreApplication.translate("Words", "century known, year not stated"),
    }
    return words.get(date.start_precision, "")


def amount_in_words(amount: Amount, language: str) -> str:
    """A figure in words: “US$ 2,600,000,000 · price”."""
    number = number_in_words(amount.value, language)
    return (
        f"{with_unit(number, amount.unit, language)} · {isolated(in_language(amount.of, language))}"
    )


def number_in_words(value: float, language: str) -> str:
    """A number as the language writes it: 2,600,000 in English, 2 600 000 and 2600 in Spanish."""
    locale = QLocale("es_PE" if language == "es" else language)
    if isinstance(value, int) and abs(value) < LARGEST_EXACT:
        number = locale.toString(value)
    else:
        number = locale.toString(float(value), "g", 12)
    if language == "es":
        few = abs(value) < SMALLEST_GROUPED
        number = number.replace(",", "" if few else NO_BREAK_SPACE)
    return number
