"""The wizard's words for what the importer knows by ids: roles of columns, ways of reading dates, grades."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.dates.event_date import DateError, parse_date
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.dates.written.understood import BareNumbers, Grade, NumberOrder
from peru_timeline.chronology.importing.mapping import Countdown, Mapping, Role
from peru_timeline.chronology.importing.sentences import ImportWords

CENTURIES = (1800, 1900, 1930, 1950, 2000)
"""First years of the hundred that two-digit years may belong to."""


def role_names() -> dict[Role, str]:
    """What a column may hold, in the order in which it is offered."""
    return {
        Role.UNUSED: QCoreApplication.translate("Import", "Not used"),
        Role.START: QCoreApplication.translate("Import", "Date or start"),
        Role.END: QCoreApplication.translate("Import", "End"),
        Role.EDTF: QCoreApplication.translate("Import", "Date in EDTF"),
        Role.TITLE: QCoreApplication.translate("Import", "Title"),
        Role.SUMMARY: QCoreApplication.translate("Import", "Text"),
        Role.GROUP: QCoreApplication.translate("Import", "Lane"),
        Role.TAGS: QCoreApplication.translate("Import", "Tags"),
        Role.ACTORS: QCoreApplication.translate("Import", "Actors"),
        Role.SOURCES: QCoreApplication.translate("Import", "Sources"),
        Role.LINK: QCoreApplication.translate("Import", "Link"),
        Role.NOTE: QCoreApplication.translate("Import", "Note"),
        Role.STATUS: QCoreApplication.translate("Import", "Status"),
        Role.IMPORTANCE: QCoreApplication.translate("Import", "Importance"),
        Role.KEY: QCoreApplication.translate("Import", "Id of the event"),
        Role.SHOWN_DATE: QCoreApplication.translate("Import", "Date in words"),
        Role.YEAR: QCoreApplication.translate("Import", "Year"),
        Role.MONTH: QCoreApplication.translate("Import", "Month"),
        Role.DAY: QCoreApplication.translate("Import", "Day"),
        Role.TIME: QCoreApplication.translate("Import", "Time"),
        Role.END_YEAR: QCoreApplication.translate("Import", "Year of the end"),
        Role.END_MONTH: QCoreApplication.translate("Import", "Month of the end"),
        Role.END_DAY: QCoreApplication.translate("Import", "Day of the end"),
        Role.END_TIME: QCoreApplication.translate("Import", "Time of the end"),
        Role.LATEST_START: QCoreApplication.translate("Import", "Latest start"),
        Role.EARLIEST_END: QCoreApplication.translate("Import", "Earliest end"),
        Role.ONGOING: QCoreApplication.translate("Import", "Goes on (yes or no)"),
        Role.STAMP: QCoreApplication.translate("Import", "Seconds since 1970"),
        Role.KIND: QCoreApplication.translate("Import", "Kind of row"),
        Role.RECORD: QCoreApplication.translate("Import", "Record of this program"),
        Role.TOLD: QCoreApplication.translate("Import", "Said by another column"),
    }


def grade_names() -> dict[Grade, str]:
    """How well a date was understood."""
    return {
        Grade.EXACT: QCoreApplication.translate("Import", "Exactly"),
        Grade.COARSER: QCoreApplication.translate("Import", "Less precisely"),
        Grade.ASKED: QCoreApplication.translate("Import", "To be answered"),
        Grade.NOT_GIVEN: QCoreApplication.translate("Import", "Not given"),
        Grade.NOT_READ: QCoreApplication.translate("Import", "Not understood"),
    }


def way_names() -> dict[str, str]:
    """The questions that settle how dates are read, by the field of the mapping that holds the answer."""
    return {
        "order": QCoreApplication.translate("Import", "Day or month first"),
        "bare": QCoreApplication.translate("Import", "Numbers alone are"),
        "century": QCoreApplication.translate("Import", "Years of two digits are of"),
        "january": QCoreApplication.translate("Import", "1 January at midnight is"),
        "countdown": QCoreApplication.translate("Import", "Numbers that count down are"),
    }


def answers_to(way: str) -> dict[object, str]:
    """The answers to the question, by the value of the mapping."""
    answers: dict[str, dict[object, str]] = {
        "order": {
            NumberOrder.DAY_FIRST: QCoreApplication.translate("Import", "Day first (d/m/y)"),
            NumberOrder.MONTH_FIRST: QCoreApplication.translate("Import", "Month first (m/d/y)"),
        },
        "bare": {
            BareNumbers.YEARS: QCoreApplication.translate("Import", "Years"),
            BareNumbers.DAYS_1900: QCoreApplication.translate(
                "Import", "Days of a spreadsheet (1900)"
            ),
            BareNumbers.DAYS_1904: QCoreApplication.translate(
                "Import", "Days of a spreadsheet (1904)"
            ),
            BareNumbers.SECONDS: QCoreApplication.translate("Import", "Seconds since 1970"),
            BareNumbers.MILLISECONDS: QCoreApplication.translate(
                "Import", "Milliseconds since 1970"
            ),
            BareNumbers.MICROSECONDS: QCoreApplication.translate(
                "Import", "Microseconds since 1970"
            ),
        },
        "century": {year: f"{year}–{year + 99}" for year in CENTURIES},
        "january": {
            True: QCoreApplication.translate("Import", "The year"),
            False: QCoreApplication.translate("Import", "The day"),
        },
        "countdown": {
            Countdown.MILLIONS_OF_YEARS: QCoreApplication.translate(
                "Import", "Millions of years ago"
            ),
            Countdown.NO: QCoreApplication.translate("Import", "Years"),
        },
    }
    return answers[way]


def answer_of(mapping: Mapping, way: str) -> object:
    """The answer that a mapping gives; None if it leaves the question open."""
    answer: object = getattr(mapping, way)
    return answer


def date_words(edtf: str, language: str) -> str:
    """An EDTF date in words; of none, that it is not given."""
    if not edtf:
        return QCoreApplication.translate("Import", "not given")
    try:
        return date_in_words(parse_date(edtf), language)
    except DateError:
        return edtf


def as_sentence(text: str) -> str:
    """A reason as a sentence of its own."""
    whole = text[:1].upper() + text[1:]
    return whole if whole.endswith((".", "!", "?")) else f"{whole}."


def refusal_words(reason: str) -> str:
    """A refusal, for somebody who has the drop-downs before them and knows no file of a mapping."""
    in_reach = {
        _translated(ImportWords.NO_DATE_COLUMN): QCoreApplication.translate(
            "Import", "No column holds dates yet: choose “Date or start” above the one that does."
        ),
        _translated(ImportWords.NO_TITLE_COLUMN): QCoreApplication.translate(
            "Import", "No column holds titles yet: choose “Title” above the one that does."
        ),
    }
    return in_reach.get(reason, as_sentence(reason))


def _translated(template: str) -> str:
    return QCoreApplication.translate("Faults", template)
