"""The tokeniser of written dates: translates words of several languages into signs, the tokens of points.py."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from peru_timeline.chronology.dates.written import lexicon
from peru_timeline.chronology.text import fold

Signs = tuple[str, ...]


class UnknownWordError(ValueError):
    """A text with a word that has no sign."""


def signs(text: str) -> Signs:
    """Translate a text into signs; raises UnknownWordError.

    A month comes as `M5`, a decade as `D1920`, a weekday as `W1`, words such as “circa” and “before” as `~` and `<`.
    Times of day come as `T14:30:00+02:00`, dates in figures as `N27/05/2012`.
    """
    found = _with_plain_signs(fold(text))
    if _SELDOM.search(found):
        for pattern, words in _SELDOM_FORMS:
            found = pattern.sub(words, found)
    for pattern, replaced in _FORMS:
        found = pattern.sub(replaced, found)
    if _GROUPED.search(found):  # 2,000 may be a year or a number
        raise UnknownWordError(text)
    found = _months_in_roman(found)
    found = _phrases().sub(_sign_of_phrase, found)
    for pattern, replaced in _LATE_FORMS:
        found = pattern.sub(replaced, found)
    found = _AGO.sub(_years_ago, found)
    if "CENT" in found or "MILL" in found:
        found = _ROMAN.sub(lambda match: f"{_arabic(match[1])}#", found)
    made = _SIGN.findall(found)
    if "".join(made) != re.sub(r"\s", "", found):
        raise UnknownWordError(text)
    return tuple(sign for sign in made if sign not in _EMPTY)


def _with_plain_signs(text: str) -> str:
    text = re.sub("[‐‑‒–—―−→]", "–", text)
    text = re.sub("[“”„«»¿]", "", text)
    text = re.sub(r"(\d{4})年(\d{1,2})月(\d{1,2})日", r"\1-\2-\3", text.replace("°", "o"))
    return re.sub("[‘’ʼ`´]", "'", text).strip()


def _time(match: re.Match[str]) -> str:
    hour, minute, second = int(match["h"]), int(match["m"] or 0), int(match["s"] or 0)
    half = (match["half"] or "").replace(".", "").replace(" ", "")
    zone = match["zone"] or ""
    until = zone[1:3] if zone[:1] in "-–" and zone[1:3].isdigit() else ""
    if (
        until
        and int(until) > hour
        and not match["s"]
        and "t" not in match[0][: match.start("h") - match.start()]
    ):
        raise UnknownWordError(match[0])  # 10:00–12:00 lasts two hours
    if half and not 1 <= hour <= 12:
        raise UnknownWordError(match[0])
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise UnknownWordError(match[0])
    return f" T{hour:02}:{minute:02}:{second:02}{_zone(zone)} "


def _zone(text: str) -> str:
    text = re.sub(r"^(utc|gmt)\s*(?=.)", "", text.strip())
    text = _ZONES.get(text, text)
    if text in ("", "z", "utc", "gmt"):
        return "Z" if text else ""
    sign, digits = text[0], text[1:].replace(":", "")
    digits = digits.zfill(2).ljust(4, "0") if len(digits) < 3 else digits.zfill(4)
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        raise UnknownWordError(text)
    return f"{sign.replace('–', '-')}{digits[:2]}:{digits[2:]}"


_ZONES = {
    "est": "-05",
    "edt": "-04",
    "mst": "-07",
    "mdt": "-06",
    "pst": "-08",
    "pdt": "-07",
    "cet": "+01",
    "cest": "+02",
    "pet": "-05",
}
_HALF = r"(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?)"
_ZONE = (
    r"\s*(?P<zone>(?:utc|gmt)\s*[+–-]\d{1,2}(?::?\d{2})?|[+–-]\d{2}:?\d{2}|utc|gmt|z|"
    + "|".join(_ZONES)
    + r")?(?![a-z\d])(?:\s*\([^)]*\)$)?"
)
_BEFORE_TIME = r"(?:,?\s*(?:\bat\b|\ba las?\b|\bt(?=\d))\s*|(?<=\d)t(?=\d)|,\s*)?"
_FORMS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(
            _BEFORE_TIME
            + r"(?<![\d.])(?P<h>\d{1,2})(?::|h(?=\d\d))(?P<m>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?(?:\s*"
            + _HALF
            + r")?(?:\s*(?:h|hs|hrs|horas)\b\.?)?"
            + _ZONE
        ),
        _time,
    ),
    (
        re.compile(
            _BEFORE_TIME
            + r"(?<![\d:])(?P<h>\d{1,2})(?P<m>)(?P<s>)\s*"
            + _HALF
            + r"(?P<zone>)(?=$|[\s,])"
        ),
        _time,
    ),
    # eras
    (
        re.compile(
            r"(?<![a-z])(?:b\.?\s?c\.?(?:\s?e\b\.?)?|a\.?\s?(?:de\s)?c\b(?!\.?\s*\d)\.?|a\.\s?c\.(?=\s*\d)"
            r"|ane\b|a\.\s?n\.\s?e\.?|a\.?\s?e\.?\s?c\b\.?"
            r"|antes de (?:cristo|nuestra era|la era comun)|before (?:christ|the common era)"
            r"|av\.?\s?j\.?-?\s?c\.?|v\.?\s?chr\.?)(?![a-z])"
        ),
        " BC ",
    ),
    (
        re.compile(
            r"(?<![a-z])(?:d\.?\s?(?:de\s)?c\b(?!\.?\s*\d)\.?|d\.\s?c\.(?=\s*\d)|dne\b|a\.?\s?d\b\.?|c\.?\s?e\b\.?|d\.\s?n\.\s?e\.?"
            r"|e\.\s?c\.?|(?<=\d )ec\b"
            r"|despues de cristo|anno domini|de nuestra era|ap\.?\s?j\.?-?\s?c\.?|n\.?\s?chr\.?)(?![a-z])"
        ),
        " AD ",
    ),
    (re.compile(r"(?<!\d)(\d{1,3})[,. ](\d{3})(?!\d)(?=.*\b(?:BC|AD)\b)"), r"\1\2"),
    # decades
    (re.compile(r"decadas? (?:de|del) (\d{2,3}0) y (?:de |del )?(\d{2,3}0)(?!\d)"), r" D\1 & D\2 "),
    (re.compile(r"(?<!\d)(\d{1,3}0)(?:'?s|er)(?![a-z])"), r" D\1 "),
    (
        re.compile(
            r"(?:decada|decenio|decade) (?:de |del |of )?(?:los |the )?(?:anos )?(\d{1,3}0)(?!\d)"
        ),
        r" D\1 ",
    ),
    (re.compile(r"(?:los )?anos (?=\d{4}\s*(?:[-–/]|al?|y|hasta)\s*\d{4})"), ""),
    (re.compile(r"(?:los )?anos (\d{1,3}0)(?!\d|\s*(?:[-–/]|al?|y|hasta)\s*\d)"), r" D\1 "),
    (re.compile(r"(?<![a-z])los (\d{1,3}0)$"), r" D\1 "),
    (re.compile(r"'(\d0)s\b"), r" D\1 "),
    # centuries
    (re.compile(r"(?<![a-z])ss?\.?\s*(?=[ivx]+(?![a-z]))"), " CENT "),
    (re.compile(r"(?<=\d(?:th|st|nd|rd))\s+c(?:ent)?\.?(?![a-z])"), " CENT "),
    # “mar.” is Tuesday in Spanish here, and March elsewhere
    (re.compile(r"^mar\.?,?\s+(?=\d{1,2}(?:\s+de)?\s+[a-z]{3})"), " W1 "),
    (re.compile(r"(?<![a-z])(?:c\.?|h\.)\s*(?=\d)"), " ~ "),
    (re.compile(r"(?<=\d)\s*\+/?-\s*(?=\d)|\s*±\s*"), " PM "),
    (re.compile("≈"), " ~ "),
)

_SELDOM_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    # two dates in figures, joined without blanks
    (re.compile(r"(\d{4}-\d\d-\d\d)[-–](?=\d{4}-\d\d-\d\d)"), r"\1 – "),
    (
        re.compile(r"(\d{1,2}([/.-])\d{1,2}\2\d{4})[-–](?=\d{1,2}\2\d{1,2}\2\d{4})"),
        r"\1 – ",
    ),
    # a month and a year of two digits: 12/99, and years with the other sign behind them: 1850+
    (re.compile(r"^(0?[1-9]|1[0-2])/([4-9]\d)$"), r" M\1 Y\2 "),
    (re.compile(r"(?<=\d)\s*\+$|[≥]"), " >= "),
    (re.compile("[≤]"), " <= "),
    (
        re.compile(
            r"\s*,?\s*\b(?:or|and|o|y)\s+(?:later|after|afterwards?|onwards?|despues|posterior(?:es)?|mas tarde)$"
        ),
        " >= ",
    ),
    (re.compile(r"\s*,?\s*\b(?:or|and|o|y)\s+(?:earlier|before|antes|anterior(?:es)?)$"), " <= "),
    (re.compile(r"^\?\s*–"), "–"),
    (re.compile(r"(?<!\d)(\d{1,2})([a-z]{3})(\d{4})(?!\d)"), r"\1 \2 \3"),  # 13MAY1969
    (re.compile(r"^(\d{1,2})\s*([./])\s*(\d{1,2})\s*\2\s*(\d{4})$"), r"\1\2\3\2\4"),
    (re.compile(r"(?<!\d)(\d{1,2})\.(?=[oa](?![a-z]))"), r"\1"),  # 1.º de mayo
    (re.compile(r"(?<=\d{4})(?=[qh]\d$)"), " "),
    # thousands and millions of years ago; “before present” is before 1950
    (
        re.compile(
            r"^(?:hace (?:unos |mas de |cerca de )?)?(\d{1,3})[,. ]?(\d{3})\s*(?:years ago|anos(?: atras)?)$"
        ),
        r" ~ \1\2 YA ",
    ),
    (
        re.compile(r"^(\d{1,3})[,. ]?(\d{3})\s*(?:(?:cal\.?\s*)?(?:years\s*)?b\.?p\.?)$"),
        r" ~ \1\2 BP ",
    ),
    (re.compile(r"(?<=\d)\s*(?:kya|ka)$"), " KYA "),
    (re.compile(r"(?<=\d)\s*ma$"), " MYA "),
    (re.compile(r"(?<=\d)\s*ga$"), " BYA "),
    (re.compile(r"(?<![a-z])a\.?\s?d\.?(?=\d)|^anno(?=\s\d)"), " AD "),
)
_SELDOM = re.compile(
    r"[+≥≤?]|\d[-–]\d.*[-–/.]|^\d\d?/\d\d$|\b(?:or|and|o|y|ago|anno|anos|atras)\b|\d\.[oa]|\d[a-z]+\d|\d\s*[./]\s"
    r"|\d\s*(?:cal|years|b\.?p|k?ya|[kmg]a)|a\.?\s?d\.?\s?\d"
)
"""What is in each of them; a table of 100,000 rows is read a second sooner where they are not tried in vain."""

_LATE_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<!\d)(\d{4})\s*[-–]\s*(?=\d{1,2}(?:st|nd|rd|th)?\s*M\d)"), r"\1 – "),
    (
        re.compile(r"^\s*(M\d+)\s*[-/]\s*(\d{2})\s*$"),
        r" \1 Y\2 ",
    ),  # May-12, as spreadsheets write it
    (re.compile(r"(M\d+)\s*'(\d{2})(?!\d)"), r"\1 Y\2 "),  # Feb '03
    (re.compile(r"(M[123]\s+)(\d{4})/\d{2}(\d{2})(?!\d)"), r"\1 N\2/\3"),
    (re.compile(r"(?<!\d)(\d{1,2}#?)\s*[-/]\s*(M\d+)\s*[-/]\s*(\d{1,4})(?!\d)"), r" \1 \2 \3 "),
    (re.compile(r"(?<!\d)(\d{4})\s*[-/]\s*(M\d+)\s*[-/]\s*(\d{1,2})(?!\d)"), r" \1 \2 \3 "),
    (re.compile(r"(?<![\d/.–-])(\d{1,4}([/.-])\d{1,2}\2\d{1,4})(?![\d/-])"), r" N\1 "),
    (re.compile(r"(?<![\dN/.–-])(\d{4}[/-]\d{1,2}|\d{1,2}[/.-]\d{4})(?![\d/.-]*\d)"), r" N\1 "),
    (re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|ero|ro|do|to|ra|da|ta|o|a|e)(?![a-z])"), r" \1# "),
    (re.compile(r"(?<!\d)(M\d+|[QSH]\d) ?[-/] ?(\d{4})(?!\d)"), r" \1 \2 "),
    (re.compile(r"(?<!\d)(\d{4}) ?[-/] ?(M\d+|[QSH]\d)(?!\d)(?=\s*(?:$|TO|–))"), r" \1 \2 "),
    (re.compile(r"(?<![a-z])c\.?\s*(?=[MSQ]\d)"), " ~ "),
    (re.compile(r"(P[123])\s*-\s*"), r" \1 "),
    (re.compile(r"(#)\s*-\s*(?=CENT)"), r"\1 "),
)
_AGO = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s*(YA|BP|KYA|MYA|BYA)")
_YEARS_AND_ORIGIN = {  # “12,000 years ago” is counted from about now, a million years from anywhere
    "YA": (1, 2000), "BP": (1, 1950), "KYA": (1000, 2000), "MYA": (10**6, 0), "BYA": (10**9, 0),
}  # fmt: skip
_ROMAN = re.compile(r"(?<![a-z])([ivxl]+)(?:e|eme)?(?![a-z])")
_GROUPED = re.compile(r"\d,\d{3}(?!\d)")
_EMPTY = frozenset(",.()[]:;'\"")
_SIGN = re.compile(
    r"T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?|N\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|N\d{4}[/-]\d{1,2}|N\d{1,2}[/.-]\d{4}"
    r"|[MWSQHPFLDY]\d+|CENT|MILL|DEC|BET|FROM|TO|NOW|OR|BC|AD|PM|\d+#?|[<>]=?|[~?&/,.()\[\]:;'\"–-]"
)
_MONTH_IN_ROMAN = re.compile(r"(?<!\d)(\d{1,2})\s*[-./ ]\s*([ivx]{1,4})\s*[-./ ]\s*(\d{2,4})(?!\d)")
_ROMAN_MONTH_AND_YEAR = re.compile(r"^()([ivx]{1,4})\s*[-./]\s*(\d{4})$")


def _years_ago(match: re.Match[str]) -> str:
    factor, origin = _YEARS_AND_ORIGIN[match[2]]
    years = float(match[1].replace(",", ".")) * factor - origin
    if years < 1:
        raise UnknownWordError(match[0])
    rounded = "~ " if match[2] == "KYA" else ""
    return f" {rounded}L{years:.0f} "


def _months_in_roman(text: str) -> str:
    def month(match: re.Match[str]) -> str:
        number = _arabic(match[2])
        return f"{match[1]} M{number} {match[3]}" if 1 <= number <= 12 else match[0]

    text = _MONTH_IN_ROMAN.sub(month, text)
    return _ROMAN_MONTH_AND_YEAR.sub(month, text)


def _arabic(roman: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in roman]
    return sum(
        -value if any(value < later for later in values[place + 1 :]) else value
        for place, value in enumerate(values)
    )


@cache
def _signs_by_phrase() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for sign, phrases in lexicon.PHRASES.items():
        found |= dict.fromkeys(phrases.split("|"), sign)
    for lists, sign in (
        (lexicon.MONTHS, "M{}"),
        (lexicon.SEASONS, "S{}"),
        (lexicon.ORDINALS, "{}#"),
    ):
        for number, words in enumerate(lists, 1):
            found |= dict.fromkeys(words.split(), sign.format(number))
    for number, words in enumerate(lexicon.WEEKDAYS):
        found |= dict.fromkeys(words.split(), f"W{number}")
    for number, words in enumerate(lexicon.DECADES, 2):
        found |= dict.fromkeys(words.split(), f"D{number}0")
    return found


@cache
def _phrases() -> re.Pattern[str]:
    longest_first = sorted(_signs_by_phrase(), key=len, reverse=True)
    return re.compile(
        r"(?<![a-z\d])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![a-z])\.?"
    )


def _sign_of_phrase(match: re.Match[str]) -> str:
    return f" {_signs_by_phrase()[match[0].removesuffix('.')]} "
