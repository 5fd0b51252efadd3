"""The sentences of all faults, in English; resources/translations has them in Spanish."""

from __future__ import annotations

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP


class Sentences:
    """The faults of chronologies, of views and of dates."""

    # places
    LINE_AND_COLUMN = QT_TRANSLATE_NOOP("Faults", "line {0}, column {1}")
    LINE = QT_TRANSLATE_NOOP("Faults", "Line {0}")
    EVENT_IN_LINE = QT_TRANSLATE_NOOP("Faults", 'Event "{0}" (line {1})')
    ACTOR_IN_LINE = QT_TRANSLATE_NOOP("Faults", 'Actor "{0}" (line {1})')
    SOURCE_IN_LINE = QT_TRANSLATE_NOOP("Faults", 'Source "{0}" (line {1})')
    SECTOR_IN_LINE = QT_TRANSLATE_NOOP("Faults", 'Sector "{0}" (line {1})')
    BAND_IN_LINE = QT_TRANSLATE_NOOP("Faults", 'Band "{0}" (line {1})')
    BAND_NAMED = QT_TRANSLATE_NOOP("Faults", 'Band "{0}"')
    BAND_NEEDS_TIME = QT_TRANSLATE_NOOP("Faults", "a band needs a time, such as 2021-07/2022")
    EVENT_NAMED = QT_TRANSLATE_NOOP("Faults", 'Event "{0}"')
    ACTOR_NAMED = QT_TRANSLATE_NOOP("Faults", 'Actor "{0}"')
    SOURCE_NAMED = QT_TRANSLATE_NOOP("Faults", 'Source "{0}"')
    SECTOR_NAMED = QT_TRANSLATE_NOOP("Faults", 'Sector "{0}"')
    PLACE_AND_FIELD = QT_TRANSLATE_NOOP("Faults", "{0}, {1}")
    AND_PATH = QT_TRANSLATE_NOOP("Faults", "{0} ({1})")

    # parts of sentences
    AN_OBJECT = QT_TRANSLATE_NOOP("Faults", "an object")
    A_LIST = QT_TRANSLATE_NOOP("Faults", "a list")
    A_TEXT = QT_TRANSLATE_NOOP("Faults", "text")
    A_NUMBER = QT_TRANSLATE_NOOP("Faults", "a number")
    A_WHOLE_NUMBER = QT_TRANSLATE_NOOP("Faults", "a whole number")
    A_FINITE_NUMBER = QT_TRANSLATE_NOOP("Faults", "a finite number")
    A_SHORT_NUMBER = QT_TRANSLATE_NOOP("Faults", "a number of at most 30 digits")
    A_LANGUAGE_MAP = QT_TRANSLATE_NOOP("Faults", "an object that maps languages to texts")
    TRUE_OR_FALSE = QT_TRANSLATE_NOOP("Faults", "true or false")
    OR = QT_TRANSLATE_NOOP("Faults", "{0} or {1}")
    DID_YOU_MEAN = QT_TRANSLATE_NOOP("Faults", '; did you mean "{0}"?')

    # a value by itself
    IS_MISSING = QT_TRANSLATE_NOOP("Faults", "is missing")
    UNKNOWN_KEY = QT_TRANSLATE_NOOP("Faults", "unknown key{0}")
    MUST_BE = QT_TRANSLATE_NOOP("Faults", "must be {0}, not {1}")
    MUST_BE_ONE_OF = QT_TRANSLATE_NOOP("Faults", "must be {0}, not {1}{2}")
    NONE_OF_THE_WORDS = QT_TRANSLATE_NOOP(
        "Faults", "{0} is not one of the {1} values allowed here{2}"
    )
    MUST_BE_MORE_THAN = QT_TRANSLATE_NOOP("Faults", "must be more than {0}, not {1}")
    MUST_BE_AT_LEAST = QT_TRANSLATE_NOOP("Faults", "must be at least {0}, not {1}")
    MUST_BE_AT_MOST = QT_TRANSLATE_NOOP("Faults", "must be at most {0}, not {1}")
    MUST_NOT_BE_EMPTY = QT_TRANSLATE_NOOP("Faults", "must not be empty")
    TOO_LONG = QT_TRANSLATE_NOOP("Faults", "is longer than {0} characters")
    NOT_AS_IT_SHOULD_BE = QT_TRANSLATE_NOOP("Faults", "{0} is not allowed here")
    NO_ID = QT_TRANSLATE_NOOP(
        "Faults",
        "{0} is not an id: use lowercase letters, digits and single hyphens, such as ellis-2022",
    )
    NO_CHECKSUM = QT_TRANSLATE_NOOP("Faults", "{0} is not a SHA-256 checksum (64 digits 0–9, a–f)")
    NO_LANGUAGE_TAG = QT_TRANSLATE_NOOP("Faults", "{0} is not a language tag such as en or es")
    NOTHING_TO_READ = QT_TRANSLATE_NOOP("Faults", "{0} contains no text")
    SIGN_IN_LINE = QT_TRANSLATE_NOOP(
        "Faults",
        "contains {0} as character {1}; a title or a name is one line without control or hidden signs",
    )
    SIGN_IN_TEXT = QT_TRANSLATE_NOOP(
        "Faults",
        "contains {0} as character {1}; of control and hidden signs a text may have line breaks only",
    )
    NO_ADDRESS = QT_TRANSLATE_NOOP(
        "Faults", "{0} is not a web address; one starts with https:// or http://"
    )
    HALF_A_CHARACTER = QT_TRANSLATE_NOOP(
        "Faults", "contains half a character (a lone surrogate), which is not text"
    )

    # a kind of fault that stands many times, and what was not looked at
    AND_MORE = QT_TRANSLATE_NOOP("Faults", "{0}; and {1} more of this kind")
    NOT_EXAMINED = QT_TRANSLATE_NOOP(
        "Faults", "{0} more events were not examined; mend the faults told here first"
    )
    REST_NOT_EXAMINED = QT_TRANSLATE_NOOP(
        "Faults", "the rest of the file was not examined; mend the faults told here first"
    )

    # what a format cannot hold
    LONGER_THAN_A_CELL = QT_TRANSLATE_NOOP(
        "Faults", '"{0}" has a text longer than a cell of Excel; use CSV'
    )
    LONGER_THAN_A_ROW = QT_TRANSLATE_NOOP(
        "Faults",
        '"{0}" has more text than an import reads in one row; keep it in a .chronology file',
    )

    # what concerns more than one field
    USED_BEFORE = QT_TRANSLATE_NOOP("Faults", "{0} is already used at {1}")
    USED_IN_LINE = QT_TRANSLATE_NOOP("Faults", "the id {0} is already used in line {1}")
    NO_SECTOR = QT_TRANSLATE_NOOP("Faults", "there is no sector {0}{1}")
    NO_ACTOR = QT_TRANSLATE_NOOP("Faults", "there is no actor {0}{1}")
    NO_SOURCE = QT_TRANSLATE_NOOP("Faults", "there is no source {0}{1}")
    NO_EVENT = QT_TRANSLATE_NOOP("Faults", "there is no event {0}{1}")
    LANGUAGE_MISSING = QT_TRANSLATE_NOOP(
        "Faults", "has no text in {0}, a language of the chronology's title"
    )
    PART_OF_ITSELF = QT_TRANSLATE_NOOP("Faults", "{0} is part of itself")
    TOO_DEEP_A_TREE = QT_TRANSLATE_NOOP(
        "Faults", "is {0} levels deep; a tree of actors may have at most {1}"
    )
    RELATED_TO_ITSELF = QT_TRANSLATE_NOOP("Faults", "an event cannot be related to itself")
    MANY_VIEWS = QT_TRANSLATE_NOOP("Faults", "has {0} views; a file may have at most {1}")
    LONG_TITLE = QT_TRANSLATE_NOOP("Faults", "has {0} characters; a title may have at most {1}")
    LONG_FOR_A_SLIDE = QT_TRANSLATE_NOOP(
        "Faults", "has {0} characters; a title of at most {1} can be read whole on a slide"
    )
    QUOTE_LENGTH = QT_TRANSLATE_NOOP("Faults", "has {0} words; a quotation must have {1} to {2}")
    # Without Qt there are no plural forms, so the singular has a sentence of its own.
    QUOTE_OF_ONE_WORD = QT_TRANSLATE_NOOP("Faults", "has 1 word; a quotation must have {0} to {1}")

    # what the file is
    IS_A_FOLDER = QT_TRANSLATE_NOOP("Faults", "this is a folder; choose a chronology file in it")
    NO_ORDINARY_FILE = QT_TRANSLATE_NOOP(
        "Faults", "this is not an ordinary file but a device or a pipe; choose a file"
    )
    DOES_NOT_EXIST = QT_TRANSLATE_NOOP(
        "Faults", "the file does not exist; check the name and the folder"
    )
    MAY_NOT_BE_READ = QT_TRANSLATE_NOOP(
        "Faults", "you are not allowed to read the file; ask for permission"
    )
    CANNOT_BE_READ = QT_TRANSLATE_NOOP(
        "Faults", "the file cannot be read: {0}; choose another file"
    )
    LARGER_THAN_MEMORY = QT_TRANSLATE_NOOP(
        "Faults", "the file is larger than the free memory; split it"
    )
    TOO_LARGE = QT_TRANSLATE_NOOP("Faults", "the file is larger than {0} GB; split it")
    HARDLY_ANY_TEXT = QT_TRANSLATE_NOOP(
        "Faults", "the file contains hardly any text, only JSON punctuation; create it again"
    )
    NO_CHRONOLOGY = QT_TRANSLATE_NOOP(
        "Faults",
        "the file is not a chronology: it does not begin with {{; choose another",
    )
    NO_OBJECT = QT_TRANSLATE_NOOP("Faults", "the file is JSON, but does not contain a chronology")
    IS_EMPTY = QT_TRANSLATE_NOOP("Faults", "the file is empty; look for another copy of it")
    TOO_DEEP = QT_TRANSLATE_NOOP(
        "Faults",
        "the file is nested too deeply to be a chronology; look for another copy of it",
    )
    TOO_MANY_DIGITS = QT_TRANSLATE_NOOP(
        "Faults", "the file contains a number with thousands of digits; shorten it"
    )
    IS_UTF_32 = QT_TRANSLATE_NOOP("Faults", "the file is encoded in UTF-32; save it as UTF-8")
    IS_UTF_16 = QT_TRANSLATE_NOOP("Faults", "the file is encoded in UTF-16; save it as UTF-8")
    IS_COMPRESSED = QT_TRANSLATE_NOOP("Faults", "the file is compressed; unpack it first")
    NOT_UTF_8 = QT_TRANSLATE_NOOP("Faults", "the file is not encoded in UTF-8; save it as UTF-8")
    FORMAT_MISSING = QT_TRANSLATE_NOOP("Faults", 'is missing; a chronology has "format": "{0}"')
    OTHER_FORMAT = QT_TRANSLATE_NOOP(
        "Faults", 'must be "{0}", which this version of the program reads, not {1}'
    )
    NEWER_FORMAT = QT_TRANSLATE_NOOP(
        "Faults",
        'must be "{0}", which this version of the program reads, not {1}; '
        "a newer version of the program may read it",
    )

    # what is not JSON
    NO_JSON = QT_TRANSLATE_NOOP("Faults", "{0}; the file must be JSON")
    CUT_OFF = QT_TRANSLATE_NOOP(
        "Faults",
        "the file ends too early, as if it had been cut off: look for another copy of it",
    )
    EXPECTING_VALUE = QT_TRANSLATE_NOOP("Faults", "a value is expected here")
    EXPECTING_KEY = QT_TRANSLATE_NOOP("Faults", "a key in double quotes is expected here")
    EXPECTING_SIGN = QT_TRANSLATE_NOOP("Faults", "{0} is expected here")
    EXTRA_DATA = QT_TRANSLATE_NOOP("Faults", "there is text after the end of the JSON")
    CONTROL_SIGN = QT_TRANSLATE_NOOP("Faults", "there is a control character inside a text")
    BAD_ESCAPE = QT_TRANSLATE_NOOP("Faults", "invalid {0} escape")
    TRAILING_COMMA = QT_TRANSLATE_NOOP("Faults", "there is a comma after the last item")
    UNREADABLE_SIGN = QT_TRANSLATE_NOOP("Faults", "unexpected character")
    NO_JSON_NUMBER = QT_TRANSLATE_NOOP("Faults", "{0} is not a JSON number")
    KEY_TWICE = QT_TRANSLATE_NOOP("Faults", "the key {0} appears twice")
    KEY_WITH_HALF = QT_TRANSLATE_NOOP(
        "Faults",
        "the key {0} contains half a character (a lone surrogate), which is not text",
    )

    # dates
    DATE_IS_TEXT = QT_TRANSLATE_NOOP(
        "Faults", 'a date must be a text such as "2013-11" or "2002/2021"'
    )
    DATE_IS_SHORT = QT_TRANSLATE_NOOP(
        "Faults", "a date must be a short text such as 2013-11 or 2002/2021"
    )
    NO_DATE = QT_TRANSLATE_NOOP(
        "Faults",
        "“{0}” is not a date in the Extended Date/Time Format (EDTF), "
        "such as 2013, 2013-11, 2012-05-27, 2002/2021, 1993/.. or 2011~",
    )
    NO_SUCH_DAY = QT_TRANSLATE_NOOP("Faults", "“{0}” is not a date: there is no such day")
    YEAR_ZERO = QT_TRANSLATE_NOOP(
        "Faults", "“{0}” is not a date: the year before 1 is written 0000"
    )
    JULIAN_DAY = QT_TRANSLATE_NOOP(
        "Faults",
        "“{0}” is not a date: there is no such day in the Gregorian calendar, only in the Julian one; write {1}",
    )
    DATE_OFFERED = QT_TRANSLATE_NOOP(
        "Faults",
        "“{0}” is not a date in the Extended Date/Time Format (EDTF); write “{1}”",
    )
    EDTF_NOT_READ = QT_TRANSLATE_NOOP("Faults", "“{0}” is valid EDTF, but is not read here: {1}")
    SEVERAL_DATES = QT_TRANSLATE_NOOP(
        "Faults", "it names several dates, and an event has one; write one event for each"
    )
    TOO_FAR_A_YEAR = QT_TRANSLATE_NOOP(
        "Faults", "a year may have at most {0} digits; write a nearer one"
    )
    TWO_SLASHES = QT_TRANSLATE_NOOP(
        "Faults", "“{0}” has more than one slash; an interval has two ends"
    )
    RUNS_BACKWARDS = QT_TRANSLATE_NOOP("Faults", "“{0}” runs backwards: it ends before it begins")
    NO_END = QT_TRANSLATE_NOOP(
        "Faults",
        "it names neither a beginning nor an end; write XXXX, or leave the date out",
    )
    NO_SET = QT_TRANSLATE_NOOP(
        "Faults", "“{0}” is not a one-of set such as [2012-10-01..2012-10-07]"
    )
    EXCLUDES_NO_DAY = QT_TRANSLATE_NOOP(
        "Faults", "it is open at both ends; write only one of them, such as [..1983]"
    )
    NAMES_NO_DAY = QT_TRANSLATE_NOOP("Faults", "“{0}” names no day")

    # changes that are refused
    ID_IN_USE = QT_TRANSLATE_NOOP("Faults", "the id {0} is already in use; choose another")
    ITEM_IS_GONE = QT_TRANSLATE_NOOP("Faults", "{0} is no longer in the file")
    ITEM_NEEDS_ID = QT_TRANSLATE_NOOP("Faults", "an id is missing")
    FIELD_FAULT = QT_TRANSLATE_NOOP("Faults", "{0}: {1}")
    SECTOR_IS_NAMED = QT_TRANSLATE_NOOP("Faults", "the sector {0} cannot be removed: {1} is in it")
    ACTOR_IS_NAMED = QT_TRANSLATE_NOOP("Faults", "the actor {0} cannot be removed: {1} names it")
    SOURCE_IS_NAMED = QT_TRANSLATE_NOOP("Faults", "the source {0} cannot be removed: {1} names it")
    EVENT_IS_NAMED = QT_TRANSLATE_NOOP(
        "Faults", "the event {0} cannot be removed: {1} is tied to it"
    )

    # saved views
    VIEWS_FORMAT_MISSING = QT_TRANSLATE_NOOP("Faults", 'is missing: "{0}"')
    VIEWS_OTHER_FORMAT = QT_TRANSLATE_NOOP("Faults", 'must be "{0}", not {1}')
    OTHER_CHRONOLOGY = QT_TRANSLATE_NOOP(
        "Faults", 'the views belong to "{0}"; open that chronology to use them'
    )
    SPAN_NEEDS_ENDS = QT_TRANSLATE_NOOP(
        "Faults", "a view's span needs a beginning and an end, such as 2009/2013"
    )

    # quotations in their documents
    NOT_IN_THE_DOCUMENT = QT_TRANSLATE_NOOP("Faults", "not in the document: “{0}”")
    GOES_ANOTHER_WAY = QT_TRANSLATE_NOOP(
        "Faults", "not in the document: “{0}”; the document differs after “{1}”"
    )
    TWO_PARAGRAPHS = QT_TRANSLATE_NOOP("Faults", "a quotation lies within one paragraph")
    OVER_A_PARAGRAPH = QT_TRANSLATE_NOOP(
        "Faults", "runs past the end of a paragraph, where text may be lost: “{0}”"
    )
    ELSEWHERE = QT_TRANSLATE_NOOP("Faults", "is at {0}, not at {1}: “{2}”")
    BEFORE_ANY_HEADING = QT_TRANSLATE_NOOP("Faults", "before any heading")
    PARAGRAPH = QT_TRANSLATE_NOOP("Faults", "{0}, ¶ {1}")
