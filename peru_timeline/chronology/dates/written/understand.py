"""The entry of the room: reads one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from peru_timeline.chronology.dates.event_date import LONGEST_TEXT, parse_date
from peru_timeline.chronology.dates.simple_date import DateError
from peru_timeline.chronology.dates.written.lexicon import NO_DATE
from peru_timeline.chronology.dates.written.numeric import from_bare_number
from peru_timeline.chronology.dates.written.phrases import edtf_of
from peru_timeline.chronology.dates.written.point import NotUnderstoodError, write
from peru_timeline.chronology.dates.written.sentences import DateWords
from peru_timeline.chronology.dates.written.signs import UnknownWordError, signs
from peru_timeline.chronology.dates.written.understood import (
    ANY_WAY,
    NOT_GIVEN,
    Grade,
    Remarks,
    SeveralMeaningsError,
    Understood,
    Ways,
)
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.text import fold

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_EDTF = re.compile(
    r"(?:\d{4}|-\d{4}|Y-?\d{5,12}|\[|\d\d[\dX]X|[\dX]XXX|/\d|\.\./)[\dX~?%/.,TZ:+\[\]-]*", re.ASCII
)
_NOT_AS_EDTF = re.compile(
    r"\d{4}-(?:2[1-9]|3\d|4[01])|\[[^.,]*\]|\d{4}\.\d.*|\d{4}/\d{1,2}|\d{4}-\d\d/\d{1,2}", re.ASCII
)
_MIDNIGHT = re.compile(r"T00:00(?::00(?:[.,]0+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_JANUARY = re.compile(r"(-?\d{4,})-01-01T00:00:00(?:Z|\+00:00)?")
_ZONE_WITHOUT_COLON = re.compile(r"(T.*[+-]\d\d)(\d\d)")
_YEAR_BC = re.compile(r"-\d{4}", re.ASCII)
_YEAR = re.compile(r"^(-?[^-]*).*")
_BARE = re.compile(r"\d{1,16}(?:\.\d{1,12})?", re.ASCII)
_PART_OF_DAY = re.compile(
    r"[\s,]*(?P<word>\b(?:(?:early|late|in the|at|por la|en la|de la|al|a la)\s+){0,2}"
    r"(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk|mañana|(?<!más )(?<!mas )(?<!muy )tarde"
    r"|noche|madrugada|mediodía|medianoche|amanecer|anochecer)\b"
    r"|(?<=\d)\s*\(?(?:O\.?\s?S\.?|N\.?\s?S\.?|old style|new style)\)?$)(?:\s+(?:of|on|de|del)\b)?[\s,]*",
    re.IGNORECASE,
)
_UNKNOWN_DIGITS = (
    (re.compile(r"(\d\d)(?:\?\?|--|xx)", re.ASCII), r"\1XX"),
    (re.compile(r"(\d{3})x", re.ASCII), r"\1X"),
    (re.compile(r"(\d{4})-(?:xx|\?\?)(?:-(?:xx|\?\?))?", re.ASCII), r"\1"),
    (re.compile(r"(\d{4}-\d\d)-(?:xx|\?\?)", re.ASCII), r"\1"),
)
"""Digits that nobody knows, as people write them, and as EDTF does: 19??, 19--, 196x, 1969-xx-xx."""
_ONE_UNKNOWN_DIGIT = re.compile(r"(\d{3})[?-]", re.ASCII)
_FLOAT_YEAR = re.compile(r"\d{1,4}\.0+", re.ASCII)
_FILLER = re.compile(r"0001-01-01.*|0000-00-00.*|1/1/0001.*|01/01/0001.*")
_FILLER_END = re.compile(r"9999-12-31.*|31/12/9999.*|12/31/9999.*|9999")
MOST_MEANINGS = 8


def understand(text: str, ways: Ways = ANY_WAY) -> Understood:
    """Read a date as people write it. Never raises and never guesses: an ambiguous text is graded ASKED."""
    plain = text.strip()
    if plain[:1] in (
        "+",
        "−",
    ):  # +1851-00-00T00:00:00Z of Wikidata; the minus sign of a word processor
        plain = plain[1:] if plain[0] == "+" else f"-{plain[1:]}"
    if _DAY.fullmatch(plain) and (known := _as_edtf(plain)) and plain[:4] not in ("0001", "9999"):
        return Understood(text, known)
    if len(plain) > LONGEST_TEXT:
        return _unread(text, DateWords.TOO_LONG.of())
    if fold(plain).strip("()[] ") in NO_DATE:
        return Understood(text, grade=Grade.NOT_GIVEN)
    plain = _with_unknown_digits(plain)
    if (unknown := _ONE_UNKNOWN_DIGIT.fullmatch(plain)) is not None and ways.bare is None:
        choices = f"{unknown[1]}X", f"0{unknown[1]}{'?' if plain[-1] == '?' else '/..'}"
        message = DateWords.YEAR_OR_RANGE.of(plain, *choices)
        return Understood(text, NOT_GIVEN, Grade.ASKED, (message,), choices)
    if _FILLER.fullmatch(plain):
        return Understood(text, NOT_GIVEN, Grade.NOT_GIVEN, (DateWords.FILLER.of(plain),))
    if _FILLER_END.fullmatch(plain):
        return Understood(text, NOT_GIVEN, Grade.NOT_GIVEN, (DateWords.FILLER_END.of(plain),))
    if (january := _JANUARY.fullmatch(plain)) is not None and ways.january is not False:
        return _january(text, january[1], ways)
    without_midnight = _ZONE_WITHOUT_COLON.sub(r"\1:\2", _MIDNIGHT.sub("", plain))
    if _EDTF.fullmatch(without_midnight) and not _NOT_AS_EDTF.fullmatch(without_midnight):
        edtf = _as_edtf(without_midnight)
        if edtf:
            return Understood(text, edtf)
    return _read(text, without_midnight if "-00" in without_midnight else plain, ways)


def _with_unknown_digits(plain: str) -> str:
    for pattern, edtf in _UNKNOWN_DIGITS:
        if (match := pattern.fullmatch(plain)) is not None:
            return match.expand(edtf)
    return plain


def _as_edtf(text: str) -> str:
    try:
        parse_date(text)
    except DateError:
        return ""
    return text


def _unread(text: str, message: Message) -> Understood:
    return Understood(text, NOT_GIVEN, Grade.NOT_READ, (message,))


def _january(text: str, year: str, ways: Ways) -> Understood:
    if ways.january:
        return Understood(text, year)
    day = f"{year}-01-01"
    message = DateWords.YEAR_OR_RANGE.of(text, year, day)
    return Understood(text, year, Grade.ASKED, (message,), (year, day), ("january",))


def _read(text: str, plain: str, ways: Ways) -> Understood:
    remarks = Remarks()
    whole, plain = plain, _without_part_of_day(plain, remarks)
    try:
        edtf = _once(plain, ways, remarks)
    except SeveralMeaningsError as open_question:
        return _asked(text, plain, ways, open_question)
    except NotUnderstoodError as error:
        message = error.args[0]
        if message.template == DateWords.NOT_UNDERSTOOD:  # of a part, in signs that no reader knows
            message = DateWords.NOT_UNDERSTOOD.of(whole)
        return _unread(text, message)
    grade = Grade.COARSER if remarks.coarser else Grade.EXACT
    return Understood(text, edtf, grade, tuple(remarks.told))


def _without_part_of_day(plain: str, remarks: Remarks) -> str:
    """Leave out “evening”, “por la tarde” or “(O.S.)”, which EDTF cannot say, and tell it."""
    match = _PART_OF_DAY.search(plain)
    if match is None:
        return plain
    remarks.lose(DateWords.PART_LOST.of(match["word"].strip(" ,()")))
    return f"{plain[: match.start()]} {plain[match.end() :]}".strip(" ,")


def _once(plain: str, ways: Ways, remarks: Remarks) -> str:
    """The EDTF of a text with one meaning."""
    if _FLOAT_YEAR.fullmatch(plain):  # as programs for statistics write whole numbers
        plain = plain.partition(".")[0]
    try:
        if _BARE.fullmatch(plain):
            edtf = write(from_bare_number(plain, ways, remarks), remarks).as_moment()
        else:
            found = signs(plain)
            if len(found) == 1 and found[0].isdigit():
                edtf = write(from_bare_number(found[0], ways, remarks), remarks).as_moment()
            else:
                edtf = edtf_of(found, ways, remarks)
    except UnknownWordError:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(plain)) from None
    try:
        parse_date(edtf)
    except DateError as error:  # such as an end before its beginning
        raise NotUnderstoodError(error.args[0]) from None
    return edtf


def _asked(text: str, plain: str, ways: Ways, question: SeveralMeaningsError) -> Understood:
    """List every meaning; the EDTF covers all of them, if that is possible."""
    choices: dict[str, None] = dict.fromkeys(question.choices)
    settled = [question.way] if question.way else []
    for meaning, by in _meanings(plain, ways, question):
        choices[meaning] = None
        settled += by
    possible = [choice for choice in choices if _as_edtf(choice)]
    if len(possible) == 1 and not question.choices:  # the others name impossible days
        return Understood(text, possible[0], Grade.EXACT, ())
    if not possible:
        return _unread(text, DateWords.NOT_UNDERSTOOD.of(plain))
    return Understood(
        text,
        _all_of(possible),
        Grade.ASKED,
        (question.message,),
        tuple(possible),
        tuple(dict.fromkeys(settled)),
    )


def _all_of(choices: list[str]) -> str:
    """The EDTF that covers every choice if they are moments of one year, or of two before Christ; else empty."""
    if all(_YEAR_BC.fullmatch(choice) for choice in choices):  # -500 is 500 or 501 before Christ
        years = sorted(choices, reverse=True)
        return (
            _as_edtf(f"[{','.join(years)}]") if int(years[-1]) - int(years[0]) == 1 else NOT_GIVEN
        )
    if len(choices) > MOST_MEANINGS or len({_YEAR.sub(r"\1", choice) for choice in choices}) > 1:
        return NOT_GIVEN
    if any(sign in choice for choice in choices for sign in "/["):
        return NOT_GIVEN
    return _as_edtf(f"[{','.join(sorted(choices))}]")


def _meanings(
    plain: str, ways: Ways, question: SeveralMeaningsError
) -> Iterator[tuple[str, list[str]]]:
    for value in question.values:
        chosen: dict[str, Any] = {question.way: value}
        narrower = replace(ways, **chosen)
        try:
            yield _once(plain, narrower, Remarks()), []
        except NotUnderstoodError:
            continue
        except SeveralMeaningsError as further:
            for choice in further.choices:
                yield choice, []
            for meaning, by in _meanings(plain, narrower, further):
                yield meaning, [further.way, *by]
