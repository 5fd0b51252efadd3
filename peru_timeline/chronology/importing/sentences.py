"""The sentences of imports, in English; resources/translations has them in Spanish."""

from __future__ import annotations

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP


class ImportWords:
    """Refusals, losses and questions of imports."""

    # refusals, and what to do instead
    EMPTY = QT_TRANSLATE_NOOP("Faults", "the file is empty; look for another copy of it")
    TOO_LARGE = QT_TRANSLATE_NOOP(
        "Faults", "the file is larger than {0} MB, more than can be imported; split it"
    )
    LONG_LINE = QT_TRANSLATE_NOOP(
        "Faults",
        "line {0} is longer than {1} million characters; this is no table or text of events",
    )
    OPEN_QUOTATION = QT_TRANSLATE_NOOP(
        "Faults",
        "the quotation mark that opens in line {0} is never closed: all that follows is read as one cell; check it",
    )
    TOO_MANY_ROWS = QT_TRANSLATE_NOOP(
        "Faults", "the file has more than {0} rows or items, more than can be imported; split it"
    )
    NOT_TEXT = QT_TRANSLATE_NOOP(
        "Faults",
        "the file is neither text nor a format known here; export it as CSV from the program that made it",
    )
    NO_EVENTS = QT_TRANSLATE_NOOP(
        "Faults", "the file holds no event; check that it is the right one"
    )
    NO_ROWS = QT_TRANSLATE_NOOP(
        "Faults", "the table has no rows below its header; check that it is the right one"
    )
    ALREADY = QT_TRANSLATE_NOOP(
        "Faults", "the file is a chronology already; open it instead of importing it"
    )
    AEON_FILE = QT_TRANSLATE_NOOP(
        "Faults",
        "this is a project of Aeon Timeline, which only Aeon reads; in Aeon: File ▸ Export ▸ CSV",
    )
    PROJECT_FILE = QT_TRANSLATE_NOOP(
        "Faults",
        "this is a plan of Microsoft Project, which only Project reads; save it there as CSV or Excel",
    )
    PICTURE = QT_TRANSLATE_NOOP(
        "Faults", "this is a picture; type its events into a spreadsheet and import that"
    )
    PDF = QT_TRANSLATE_NOOP(
        "Faults", "this is a PDF; copy its events into a spreadsheet and import that"
    )
    OLD_EXCEL = QT_TRANSLATE_NOOP(
        "Faults",
        "this is a workbook of Excel 2003 or older; open it in Excel or LibreOffice and save it as .xlsx or CSV",
    )
    BINARY_EXCEL = QT_TRANSLATE_NOOP(
        "Faults", "this is a binary workbook (.xlsb); save it as .xlsx or CSV"
    )
    LOCKED_WORKBOOK = QT_TRANSLATE_NOOP(
        "Faults", "the workbook is locked with a password; save it without one"
    )
    WORD = QT_TRANSLATE_NOOP(
        "Faults",
        "this is a text document; copy its table of events into a spreadsheet and import that",
    )
    ARCHIVE = QT_TRANSLATE_NOOP("Faults", "the file is an archive; unpack it first")
    UNSAFE_ARCHIVE = QT_TRANSLATE_NOOP(
        "Faults",
        "the workbook unpacks to more than {0} MB, as only a faulty or hostile file does; save it as CSV",
    )
    BROKEN_ARCHIVE = QT_TRANSLATE_NOOP(
        "Faults", "the workbook is damaged; open it in a spreadsheet program and save it again"
    )
    TOO_MANY_CELLS = QT_TRANSLATE_NOOP(
        "Faults", "the sheet has more than {0} cells, more than can be imported; split it"
    )
    NUMBER_TIME = QT_TRANSLATE_NOOP(
        "Faults",
        "this timeline counts numbers instead of dates (numtime), which have no place on a calendar; "
        "give its events dates in Timeline Project and save it again",
    )
    OTHER_CALENDAR = QT_TRANSLATE_NOOP(
        "Faults", "this timeline uses the calendar “{0}”; only the Gregorian one can be read"
    )
    XML_ENTITIES = QT_TRANSLATE_NOOP(
        "Faults", "the XML defines entities, which are refused because they can do harm"
    )
    BROKEN_XML = QT_TRANSLATE_NOOP("Faults", "the file is not valid XML: {0} (line {1})")
    DEEP = QT_TRANSLATE_NOOP("Faults", "the file is nested too deeply to be a timeline")
    LONG_TEXT = QT_TRANSLATE_NOOP(
        "Faults", "a text of the file has more than {0} million characters"
    )
    BROKEN_JSON = QT_TRANSLATE_NOOP("Faults", "the file is not valid JSON (line {0}, column {1})")
    BROKEN_YAML = QT_TRANSLATE_NOOP("Faults", "the front matter of {0} is not valid YAML or TOML")
    NO_FRONT_MATTER = QT_TRANSLATE_NOOP(
        "Faults", "it does not begin with fields between two lines of ---"
    )
    BROKEN_CALENDAR = QT_TRANSLATE_NOOP("Faults", "the file is not a valid calendar (iCalendar)")
    UNKNOWN_XML = QT_TRANSLATE_NOOP(
        "Faults",
        "the file is XML of a kind not known here (it begins with <{0}>); export it as CSV",
    )
    UNKNOWN_JSON = QT_TRANSLATE_NOOP(
        "Faults", "the file is JSON of a kind not known here ({0}); export it as CSV"
    )
    LOOKS_LIKE = QT_TRANSLATE_NOOP("Faults", "it looks like {0}")
    LIST_OF_NO_OBJECTS = QT_TRANSLATE_NOOP("Faults", "a list without objects")
    HAS_KEYS = QT_TRANSLATE_NOOP("Faults", "an object with {0}")
    UNKNOWN_FORMAT = QT_TRANSLATE_NOOP("Faults", "there is no format “{0}”; there are {1}")
    NO_DATE_COLUMN = QT_TRANSLATE_NOOP(
        "Faults", "no column holds dates; name the one that does in a mapping"
    )
    NO_TITLE_COLUMN = QT_TRANSLATE_NOOP(
        "Faults", "no column holds titles; name the one that does in a mapping"
    )
    NO_JSON = QT_TRANSLATE_NOOP("Faults", "it is not JSON")
    NO_COLUMN = QT_TRANSLATE_NOOP("Faults", "the table has no column “{0}”{1}")
    BAD_MAPPING = QT_TRANSLATE_NOOP("Faults", "the mapping is not as it should be: {0}: {1}")
    NOT_THE_SAME = QT_TRANSLATE_NOOP(
        "Faults", "the file exists and is not an earlier import of this one; choose another name"
    )

    NOT_SOUND = QT_TRANSLATE_NOOP(
        "Faults", "what was made of the file is no sound chronology: {0}: {1}"
    )

    # losses of the whole file
    OTHER_SHEETS = QT_TRANSLATE_NOOP("Faults", "only the sheet “{0}” is read, not {1}")
    NO_RESULTS = QT_TRANSLATE_NOOP(
        "Faults",
        "formulas without a result, which are read as empty cells; open the workbook in a spreadsheet program and"
        " save it there",
    )
    FILE_SKIPPED = QT_TRANSLATE_NOOP("Faults", "{0} is left out: {1}")
    COLUMNS_UNUSED = QT_TRANSLATE_NOOP("Faults", "these columns are not used: {0}")
    RECORDS_NOT_READ = QT_TRANSLATE_NOOP(
        "Faults",
        "the records of the rows do not fit together ({0}: {1}); what the other columns do not show is lost",
    )
    NO_RECORD = QT_TRANSLATE_NOOP(
        "Faults", "has no record, or one that is no longer whole: read from the other columns"
    )
    NOT_FROM_CELL = QT_TRANSLATE_NOOP(
        "Faults", "what was changed in the column “{0}” is not read; the record counts"
    )
    COLOURS = QT_TRANSLATE_NOOP("Faults", "colours of categories, tags or events")
    COUNTDOWN = QT_TRANSLATE_NOOP(
        "Faults",
        "starts are larger than ends throughout: read as millions of years ago, counting down; check this",
    )
    LANES_FROM_TAGS = QT_TRANSLATE_NOOP(
        "Faults",
        "the most frequent tags become lanes; an event goes into the lane of the first of its tags that has one",
    )
    MANY_GROUPS = QT_TRANSLATE_NOOP(
        "Faults",
        "only the {0} largest of {1} groups become lanes; events of the others have no lane",
    )
    NO_TIME_ZONE = QT_TRANSLATE_NOOP(
        "Faults", "times of {0} are kept without an offset: the file does not say which"
    )

    # losses of a row
    MARKUP = QT_TRANSLATE_NOOP("Faults", "formatting of the text")
    COLOUR = QT_TRANSLATE_NOOP("Faults", "its colour")
    ICON = QT_TRANSLATE_NOOP("Faults", "its icon")
    BACKGROUND = QT_TRANSLATE_NOOP("Faults", "its background")
    PROGRESS = QT_TRANSLATE_NOOP("Faults", "its progress of {0} %")
    REPEATS = QT_TRANSLATE_NOOP("Faults", "that it repeats: only the first time is kept")
    ALERT = QT_TRANSLATE_NOOP("Faults", "its alert")
    PLACE = QT_TRANSLATE_NOOP("Faults", "its place on a map")
    LONG_TITLE = QT_TRANSLATE_NOOP(
        "Faults", "a title of {0} characters, longer than {1}: all of it is in the summary"
    )
    NO_TITLE = QT_TRANSLATE_NOOP("Faults", "it has no title; “{0}” is taken for one")
    BAD_STATUS = QT_TRANSLATE_NOOP("Faults", "its status “{0}”")
    BAD_IMPORTANCE = QT_TRANSLATE_NOOP("Faults", "its importance “{0}”")
    IMPORTANCE_SCALE = QT_TRANSLATE_NOOP(
        "Faults",
        "importance is given from 1 to {0}; the upper quarter becomes 3, the lower two fifths 1",
    )
    BAD_LINK = QT_TRANSLATE_NOOP("Faults", "a link that is not a web address: {0}")
    EMPTY_END = QT_TRANSLATE_NOOP("Faults", "its end: “{0}” is not understood as a date")
    COARSER_ENDS = QT_TRANSLATE_NOOP(
        "Faults",
        "that it began by {0} or had not ended before {1}: its ends are given less exactly",
    )
    TIMES_DIFFER = QT_TRANSLATE_NOOP("Faults", "its timestamp {0}, which is not its date")
    NOT_AN_EVENT = QT_TRANSLATE_NOOP("Faults", "not an event but “{0}”")
    IS_TITLE = QT_TRANSLATE_NOOP("Faults", "the title of the whole")
    BROKEN_LINE = QT_TRANSLATE_NOOP("Faults", "a line that cannot be read")

    # remarks
    BACKWARDS = QT_TRANSLATE_NOOP("Faults", "it ends before it begins; no date is kept")
    BCE_BY_SHOWN = QT_TRANSLATE_NOOP(
        "Faults", "the original program shows the year -{0} as {0} BCE, and it is read as that"
    )
    JULIAN = QT_TRANSLATE_NOOP(
        "Faults", "a day of the Julian calendar, given here as the same day of the Gregorian one"
    )
    STAYS_JULIAN = QT_TRANSLATE_NOOP(
        "Faults", "of the Julian calendar, which may be some days off; taken as written"
    )
    COUNTED = QT_TRANSLATE_NOOP("Faults", "“{0}” is counted from another event; check it")
    AN_ERA = QT_TRANSLATE_NOOP("Faults", "an era, which becomes an event that lasts")
    ERAS = QT_TRANSLATE_NOOP("Faults", "Eras")


class ReportWords:
    """The headings and lines of the report of an import."""

    IMPORT_OF = QT_TRANSLATE_NOOP("Faults", "Import of {0}")
    EVENT = QT_TRANSLATE_NOOP("Faults", "{0}: {1} event")
    EVENTS = QT_TRANSLATE_NOOP("Faults", "{0}: {1} events")
    DATES = (  # one, and several, of each grade
        (
            QT_TRANSLATE_NOOP("Faults", "{0} date understood exactly"),
            QT_TRANSLATE_NOOP("Faults", "{0} dates understood exactly"),
        ),
        (
            QT_TRANSLATE_NOOP("Faults", "{0} date understood less precisely than written"),
            QT_TRANSLATE_NOOP("Faults", "{0} dates understood less precisely than written"),
        ),
        (
            QT_TRANSLATE_NOOP("Faults", "{0} date with several meanings: to be answered"),
            QT_TRANSLATE_NOOP("Faults", "{0} dates with several meanings: to be answered"),
        ),
        (
            QT_TRANSLATE_NOOP("Faults", "{0} date not given by the file"),
            QT_TRANSLATE_NOOP("Faults", "{0} dates not given by the file"),
        ),
        (
            QT_TRANSLATE_NOOP(
                "Faults", "{0} date not understood: the event stands under “date not given”"
            ),
            QT_TRANSLATE_NOOP(
                "Faults", "{0} dates not understood: the events stand under “date not given”"
            ),
        ),
    )
    COMPARED = QT_TRANSLATE_NOOP("Faults", "Compared with the earlier import")
    TO_BE_ANSWERED = QT_TRANSLATE_NOOP("Faults", "To be answered")
    WHOLE = QT_TRANSLATE_NOOP("Faults", "The file as a whole")
    KINDS = QT_TRANSLATE_NOOP("Faults", "What rows lost, and what is remarked of them")
    DATES_HEADING = QT_TRANSLATE_NOOP("Faults", "Dates")
    ROWS = QT_TRANSLATE_NOOP("Faults", "Row by row")
    ROW = QT_TRANSLATE_NOOP("Faults", "row {0}: {1}")
    DATE = QT_TRANSLATE_NOOP("Faults", "row {0}: “{1}” → {2}")
    NOT_GIVEN = QT_TRANSLATE_NOOP("Faults", "not given")
    MORE = QT_TRANSLATE_NOOP("Faults", "… and {0} more")
    NEW = QT_TRANSLATE_NOOP("Faults", "new")
    CHANGED = QT_TRANSLATE_NOOP("Faults", "changed")
    SAME = QT_TRANSLATE_NOOP("Faults", "the same")
    GONE = QT_TRANSLATE_NOOP("Faults", "no longer in the file (kept)")
    MAY_BE = QT_TRANSLATE_NOOP("Faults", "rows {0}: “{1}” may be {2}")
    OR = QT_TRANSLATE_NOOP("Faults", "{0} or {1}")
    ANSWER = QT_TRANSLATE_NOOP("Faults", "{0}; answer in a mapping with {1}")
