"""The remarks on written dates, in English; resources/translations has them in Spanish."""

from __future__ import annotations

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP


class DateWords:
    """Remarks on dates as people write them."""

    # not understood
    NOT_UNDERSTOOD = QT_TRANSLATE_NOOP("Faults", "“{0}” is not understood as a date")
    TOO_LONG = QT_TRANSLATE_NOOP("Faults", "the text is too long to be a date")
    NO_SUCH_DAY = QT_TRANSLATE_NOOP("Faults", "there is no day {0}")
    NO_YEAR = QT_TRANSLATE_NOOP("Faults", "no year is given")
    FILLER = QT_TRANSLATE_NOOP("Faults", "{0} is taken for a filler, not for a date")
    FILLER_END = QT_TRANSLATE_NOOP("Faults", "{0} is taken for “no end yet”")

    # asked
    DAY_OR_MONTH = QT_TRANSLATE_NOOP("Faults", "day or month first? It is {0} or {1}")
    WHICH_CENTURY = QT_TRANSLATE_NOOP("Faults", "which century is “{0}” of?")
    WHICH_NUMBER = QT_TRANSLATE_NOOP(
        "Faults", "is {0} a year, or a number of days in a spreadsheet?"
    )
    YEAR_OR_RANGE = QT_TRANSLATE_NOOP("Faults", "“{0}” may mean {1} or {2}")
    WHICH_ERA = QT_TRANSLATE_NOOP("Faults", "is the second year BCE too?")

    # told
    WRONG_WEEKDAY = QT_TRANSLATE_NOOP("Faults", "{0} was a {1}, not a {2}")
    DAY_FIRST = QT_TRANSLATE_NOOP("Faults", "read with the day first")
    MONTH_FIRST = QT_TRANSLATE_NOOP("Faults", "read with the month first")
    AS_MOMENT = QT_TRANSLATE_NOOP(
        "Faults", "read as one moment in that time, not as something that lasted"
    )
    NORTHERN_SEASON = QT_TRANSLATE_NOOP(
        "Faults", "read as a season of the northern half of the world"
    )
    PART_OF_UNIT = QT_TRANSLATE_NOOP("Faults", "“{0}” is read as {1}")
    OLD_CALENDAR = QT_TRANSLATE_NOOP(
        "Faults", "taken as written; days before 15 October 1582 may be of the Julian calendar"
    )
    DUAL_YEAR = QT_TRANSLATE_NOOP(
        "Faults", "the year is written twice, old style and new; the later one is taken"
    )
    SERIAL = QT_TRANSLATE_NOOP("Faults", "read as a spreadsheet's number of days")
    EPOCH = QT_TRANSLATE_NOOP("Faults", "read as a computer’s count since 1970, at Greenwich")

    # lost
    PART_LOST = QT_TRANSLATE_NOOP("Faults", "“{0}” is not kept in the date")
    TIME_LOST = QT_TRANSLATE_NOOP("Faults", "the time of day is not kept in the date")
    DAY_LOST = QT_TRANSLATE_NOOP("Faults", "month and day of so distant a year are not kept")

    EARLY = QT_TRANSLATE_NOOP("Faults", "early")
    MIDDLE = QT_TRANSLATE_NOOP("Faults", "mid-")
    LATE = QT_TRANSLATE_NOOP("Faults", "late")
    FIRST_HALF = QT_TRANSLATE_NOOP("Faults", "first half")
    SECOND_HALF = QT_TRANSLATE_NOOP("Faults", "second half")
    WEEKDAYS = (
        QT_TRANSLATE_NOOP("Faults", "Monday"),
        QT_TRANSLATE_NOOP("Faults", "Tuesday"),
        QT_TRANSLATE_NOOP("Faults", "Wednesday"),
        QT_TRANSLATE_NOOP("Faults", "Thursday"),
        QT_TRANSLATE_NOOP("Faults", "Friday"),
        QT_TRANSLATE_NOOP("Faults", "Saturday"),
        QT_TRANSLATE_NOOP("Faults", "Sunday"),
    )
