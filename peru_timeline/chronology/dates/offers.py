"""What was meant by a text that is not EDTF: the form to write instead, if there is one.

Old library catalogues write dates as the draft of 2012 did (`198x`, `1984?~`, `/open`); people leave out zeros,
write a dash for a slash, or a decade as `197`. An offer is always a date that can be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from peru_timeline.chronology.dates.simple_date import DateError, NotEdtfError
from peru_timeline.chronology.faults.sentences import Sentences

LONGEST_TEXT = 80
"""Of a text that an offer is sought for; no date people write is longer."""

_BOTH_MARKS = re.compile(r"\?~|~\?")
_IN_BRACKETS = re.compile(r"\(([\dX-]+)\)([?~%]?)")
_END = re.compile(r"(?<![\d-])([?~%]?)(-?\d\d\d?)([?~%]?)(?![\d-])")
_ONE_DIGIT = re.compile(r"(?<=\d-)(\d)(?!\d)")
_MONTH_AFTER_SLASH = re.compile(r"(\d{4})/(0[1-9]|1[0-2])")
_SHORT_LONG_YEAR = re.compile(r"Y(-?\d{4})")
_WITHOUT_HYPHENS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DECADE = re.compile(r"(\d{2}[1-9])0S")
_IN_WORDS = re.compile(r"(?:CA?\.?|CIRCA|ABOUT|AROUND|HACIA) *(?=\d)")
_LONG_SHORT_YEAR = re.compile(r"(-?[1-9]\d{4,11})")


def with_an_offer(error: NotEdtfError, text: str, parse: Callable[[str], object]) -> NotEdtfError:
    """Return the error for a text that is no date, with the form to write if `parse` reads one of those likely."""
    if len(text) > LONGEST_TEXT:
        return error
    for form in dict.fromkeys(_forms(text)):
        try:
            parse(form)
        except DateError:
            continue
        return NotEdtfError(Sentences.DATE_OFFERED.of(text, form))
    return error


def _forms(text: str) -> Iterator[str]:
    """Yield forms that the text may stand for, the likeliest first; some are no dates either."""
    today = _of_today(text)
    yield today
    yield _marks_before_parts(today)
    yield _ONE_DIGIT.sub(r"0\1", today)
    yield _END.sub(_with_unknown_digits, today)
    yield _MONTH_AFTER_SLASH.sub(r"\1-\2", today)
    yield _SHORT_LONG_YEAR.sub(r"\1", today)
    yield _WITHOUT_HYPHENS.sub(r"\1-\2-\3", today)
    yield _DECADE.sub(r"\1X", today)
    if (about := _IN_WORDS.match(text.upper())) is not None:
        yield f"{text[about.end() :]}~"
    yield today.replace(",", ".")
    yield today.replace("..", "/")
    yield today.replace("-00:00", "Z")
    yield _LONG_SHORT_YEAR.sub(r"Y\1", today)
    yield today.replace(" ", "")
    yield today.replace(" ", "T")


def _of_today(text: str) -> str:
    """Replace the signs of the draft of 2012 and of typesetting by those of today."""
    text = text.strip().partition("^")[0]
    for old, new in (("–", "/"), ("—", "/"), ("−", "-"), ("open", ".."), ("unknown", "")):
        text = text.replace(old, new)
    text = _BOTH_MARKS.sub("%", text)
    return text.replace("u", "X").upper().replace("P", "S")


def _marks_before_parts(text: str) -> str:
    """Write a mark that belongs to a part of a date, in round brackets once, before each part it belongs to."""

    def marked(match: re.Match[str]) -> str:
        return "-".join(f"{match[2]}{part}" for part in match[1].split("-"))

    ends = []
    for end in text.split("/"):
        mark = (
            end[-1:] if "(" in end and end.endswith(("?", "~", "%")) and end[-2:-1] != ")" else ""
        )
        inner = _IN_BRACKETS.sub(marked, end.removesuffix(mark) if mark else end)
        if mark:  # it belonged to what stands outside the brackets
            bare = _IN_BRACKETS.sub(lambda match: "#" * len(marked(match)), end.removesuffix(mark))
            inner = "-".join(
                part if "#" in outside or part[:1] in "?~%" else f"{mark}{part}"
                for part, outside in zip(inner.split("-"), bare.split("-"), strict=False)
            )
        ends.append(inner)
    return "/".join(ends)


def _with_unknown_digits(match: re.Match[str]) -> str:
    """Write a century of two digits or a decade of three as EDTF does, with X for the digits that are missing."""
    digits = match[2]
    return f"{match[1]}{digits}{'X' * (4 - len(digits.removeprefix('-')))}{match[3]}"
