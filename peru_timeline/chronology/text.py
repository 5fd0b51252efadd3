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
    """Return the text in a language: that tag, its primary language, English, unstated, the first."""
    primary = language.split("-")[0]
    for tag in (language, primary, "en", UNDETERMINED):
        if tag in text:
            return text[tag]
    return next(iter(text.values()), "")


def fold(text: str) -> str:
    """Fold case and take accents away, so that "cerron" finds "Cerrón"."""
    if text.isascii():  # most words of most chronologies; six times as fast
        return text.lower()
    # Folding can make signs to take apart, and taking apart capitals to fold.
    folded = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", folded)
    marks = [sign for sign in set(decomposed) if unicodedata.combining(sign)]
    return decomposed.translate(dict.fromkeys(map(ord, marks)))  # sign by sign 2 MB take 8 s


# Line breaks, and the joiners and direction marks that some scripts are written with.
_KEPT = frozenset("\n\t\u200c\u200d\u200e\u200f")


def printable(text: str) -> str:
    """Show control signs and broken characters as escapes, so that no text steers a terminal."""
    if text.isprintable():
        return text
    return "".join(
        sign
        if sign.isprintable() or sign in _KEPT or unicodedata.category(sign) == "Zs"
        else ascii(sign)[1:-1]
        for sign in text
    )


def is_encodable(text: str) -> bool:
    """Whether a text can be written: not with half of a character, as in names of files of no encoding."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
