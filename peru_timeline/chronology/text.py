"""Texts for readers in several languages, and the folding that makes search forgiving."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError

from peru_timeline.chronology.patterns import TAG_PATTERN, TEXT_PATTERN

UNDETERMINED = "und"
"""The BCP 47 tag for "no language stated"."""

Tag = Annotated[str, StringConstraints(pattern=TAG_PATTERN)]

_CONTROLS = "\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f"
_LINE_BREAKS = "\n\r\u2028\u2029"
_DIRECTIONS = (
    "\u202a-\u202e\u2066-\u2069"  # what turns all that follows it, beyond the end of a text
)
# What takes no room but hides or alters text: old switches of shapes and digits, marks of annotations, tags that spell
# unseen words, and code points that are no characters.
_HIDING = "\u206a-\u206f\ufff9-\ufffb\ufdd0-\ufdef\U000e0000-\U000e007f"
_HIDING += "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
# Tags after a black flag are the flags of countries that are parts of one, such as Wales; group 1 is a fault.
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"
_NOT_IN_A_TEXT = re.compile(f"{_FLAG}|([{_CONTROLS}{_HIDING}])")
_NOT_IN_A_LINE = re.compile(f"{_FLAG}|([{_CONTROLS}{_LINE_BREAKS}{_DIRECTIONS}{_HIDING}])")
_ANY_LINE_BREAK = re.compile("\r\n?|[\u2028\u2029]")
# Signs without a shape that are no white space: joiners, marks of direction, fillers, the empty Braille pattern,
# signs of shorthand and music that join others, the place of an object.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
)
_UNSEEN += "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3"
_UNSEEN += "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
_HAS_UNSEEN = re.compile(f"[{_UNSEEN}]")
_SEEN = re.compile(f"[^\\s{_UNSEEN}]")


def faulty_sign(text: str, *, is_line: bool) -> re.Match[str] | None:
    """Find the first character that no text may hold or, if it is a title or a name, no line."""
    if text.isprintable():
        return None
    found = (_NOT_IN_A_LINE if is_line else _NOT_IN_A_TEXT).finditer(text)
    return next((match for match in found if match[1]), None)


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen."""
    return _SEEN.search(text) is None


def may_be_blank(texts: Iterable[str]) -> bool:
    """Whether one of many texts, none of them white space alone, may be blank: quickly, for nearly all are not."""
    return _HAS_UNSEEN.search("".join(texts)) is not None


def _checked(text: str, *, is_line: bool) -> str:
    found = faulty_sign(text, is_line=is_line)
    if found is not None:
        kind = "sign_in_line" if is_line else "sign_in_text"
        context = {"sign": f"U+{ord(found[0]):04X}", "place": found.start() + 1}
        raise PydanticCustomError(kind, "{sign} as character {place}", context)
    if text and not text.isspace() and is_blank(text):
        raise PydanticCustomError("blank", "contains no text")
    return text


def _as_line(text: str) -> str:
    return _checked(text, is_line=True)


def _as_prose(text: str) -> str:
    """Return a text with every line break as a line feed."""
    return _ANY_LINE_BREAK.sub("\n", _checked(text, is_line=False))


Line = Annotated[str, AfterValidator(_as_line)]
"""A title or a name: one line, without what would turn or hide what stands beside it."""
Prose = Annotated[str, AfterValidator(_as_prose)]
"""A longer text, with line breaks."""
_Line = Annotated[str, StringConstraints(pattern=TEXT_PATTERN), AfterValidator(_as_line)]
_Prose = Annotated[str, StringConstraints(pattern=TEXT_PATTERN), AfterValidator(_as_prose)]


def _as_map(value: Any) -> Any:
    return {UNDETERMINED: value} if isinstance(value, str) else value


def _as_written(value: Mapping[str, str]) -> Any:
    return value[UNDETERMINED] if list(value) == [UNDETERMINED] else dict(value)


_Frozen = AfterValidator(lambda value: MappingProxyType(dict(value)))
_Written = PlainSerializer(_as_written, return_type=str | dict[str, str])

LanguageMap = Annotated[
    Mapping[Tag, _Prose],
    Field(min_length=1),
    BeforeValidator(_as_map, json_schema_input_type=str | dict[Tag, _Prose]),
    _Frozen,
    _Written,
]
"""BCP 47 tag -> longer text; a plain string is accepted and means "no language stated"."""
LineMap = Annotated[
    Mapping[Tag, _Line],
    Field(min_length=1),
    BeforeValidator(_as_map, json_schema_input_type=str | dict[Tag, _Line]),
    _Frozen,
    _Written,
]
"""The same for titles and names, which are one line."""


def in_language(text: Mapping[str, str], language: str) -> str:
    """Return the text in a language; else in its primary language, English, no stated language, or the first."""
    primary = language.split("-")[0]
    for tag in (language, primary, "en", UNDETERMINED):
        if tag in text:
            return text[tag]
    return next(iter(text.values()), "")


def language_shown(text: Mapping[str, str], language: str) -> str:
    """The language of the text that `in_language` returns; "" where none is stated."""
    tags = (language, language.split("-")[0], "en", UNDETERMINED)
    tag = next((tag for tag in tags if tag in text), next(iter(text), ""))
    return "" if tag == UNDETERMINED else tag


def fold(text: str) -> str:
    """Fold case and remove accents, so that "cerron" finds "Cerrón"."""
    if text.isascii():  # most words of most chronologies; six times as fast
        return text.lower()
    # Folding can yield characters to decompose, and decomposing can yield capitals to fold.
    folded = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", folded)
    marks = [character for character in set(decomposed) if unicodedata.combining(character)]
    return decomposed.translate(
        dict.fromkeys(map(ord, marks))
    )  # character by character, 2 MB take 8 s


# Line breaks, the joiners and direction marks that some scripts need, and the marks of `isolated`.
_KEPT = frozenset("\n\t\u200c\u200d\u200e\u200f\u2068\u2069")


def printable(text: str) -> str:
    """Show control characters and lone surrogates as escapes, so that no text can control a terminal."""
    if text.isprintable():
        return text
    return "".join(
        character
        if character.isprintable() or character in _KEPT or unicodedata.category(character) == "Zs"
        else ascii(character)[1:-1]
        for character in text
    )


# Letters and the mark from right to left, and what turns what follows.
_TURNING = re.compile(
    f"[\u0590-\u08ff\u200f{_DIRECTIONS}\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ENDS_OF_ISOLATES = re.compile("[\u2066-\u2069]")


def isolated(text: str) -> str:
    """Keep a text that runs from right to left, or turns what follows, from what stands beside it, such as a date.

    The marks are those of Unicode for a text whose direction is its own; other texts need none.
    """
    if text.isascii() or _TURNING.search(text) is None:
        return text
    return f"\u2068{_in_pairs(text)}\u2069"


def _in_pairs(text: str) -> str:
    """Drop the ends of isolates that were never begun, and end those that are open: they would undo ours."""
    is_open = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal is_open
        if match[0] != "\u2069":
            is_open += 1
            return match[0]
        is_open -= 1
        if is_open >= 0:
            return match[0]
        is_open = 0
        return ""

    return _ENDS_OF_ISOLATES.sub(kept, text) + "\u2069" * is_open


def is_encodable(text: str) -> bool:
    """Whether UTF-8 can hold a text: not one with a lone surrogate, as in file names of unknown encoding."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


LONGEST_SLUG = 80
_NOT_OF_AN_ID = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Make an id from a text; empty if it has no Latin letter or digit."""
    plain = _NOT_OF_AN_ID.sub("-", fold(text[:400])).strip("-")
    if len(plain) <= LONGEST_SLUG:
        return plain
    cut = plain[:LONGEST_SLUG]
    return (cut.rpartition("-")[0] if "-" in cut[LONGEST_SLUG // 2 :] else cut).strip("-")
