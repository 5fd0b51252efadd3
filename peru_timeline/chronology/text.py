"""Texts for readers in several languages, and the folding that makes search forgiving."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints

from peru_timeline.chronology.patterns import TAG_PATTERN, TEXT_PATTERN

UNDETERMINED = "und"
"""The BCP 47 tag for "no language stated"."""

Tag = Annotated[str, StringConstraints(pattern=TAG_PATTERN)]
_Text = Annotated[str, StringConstraints(pattern=TEXT_PATTERN)]


def _as_map(value: Any) -> Any:
    return {UNDETERMINED: value} if isinstance(value, str) else value


def _as_written(value: Mapping[str, str]) -> Any:
    return value[UNDETERMINED] if list(value) == [UNDETERMINED] else dict(value)


LanguageMap = Annotated[
    Mapping[Tag, _Text],
    Field(min_length=1),
    BeforeValidator(_as_map, json_schema_input_type=str | dict[Tag, _Text]),
    AfterValidator(lambda value: MappingProxyType(dict(value))),
    PlainSerializer(_as_written, return_type=str | dict[str, str]),
]
"""BCP 47 tag -> text; a plain string is accepted and means "no language stated"."""


def in_language(text: Mapping[str, str], language: str) -> str:
    """Return the text in a language; else in its primary language, English, no stated language, or the first."""
    primary = language.split("-")[0]
    for tag in (language, primary, "en", UNDETERMINED):
        if tag in text:
            return text[tag]
    return next(iter(text.values()), "")


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


# Line breaks, and the joiners and direction marks that some scripts need.
_KEPT = frozenset("\n\t\u200c\u200d\u200e\u200f")


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


def is_encodable(text: str) -> bool:
    """Whether UTF-8 can hold a text: not one with a lone surrogate, as in file names of unknown encoding."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
