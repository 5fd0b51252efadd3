"""What a style of citation needs to know of a source, and the signs from which references are put together."""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.formats.styles.names import Name, name_parts
from peru_timeline.chronology.models import Source
from peru_timeline.chronology.text import (
    UNDETERMINED,
    in_language,
    isolated,
    language_shown,
    printable,
)

# Around what is set in italics; no title or name may hold control characters, `printable` sees to the rest.
_ITALIC, _UPRIGHT = "\x0e", "\x0f"
_BOOKS = ("article-journal", "book", "chapter", "report", "thesis", "paper-conference", "entry")


class Reference(NamedTuple):
    """A source in a style: as plain text, and as HTML with its italics."""

    plain: str
    html: str


class Facts(NamedTuple):
    """A source for one reader; empty texts where the source does not tell.

    Attributes:
        title: its own, by which it is found; in the reader's language if that is not known.
        translation: the title in the reader's language, where its own is in another.
        is_english: the title is English.
        container: the newspaper, journal or site in which it stands.
        publisher: who brought out a book or a report.
        letter: tells apart what the same people issued in the same year.

    """

    names: tuple[Name, ...]
    title: str
    translation: str
    is_english: bool
    container: str
    publisher: str
    url: str
    issued: EventDate | None
    is_part: bool  # of a newspaper, a journal, a site
    is_page: bool  # of a site that is no newspaper, journal or blog
    is_book: bool  # dated by its year alone, wherever only news is dated to the day
    language: str
    letter: str = ""

    @property
    def is_spanish(self) -> bool:
        """Whether the reader reads Spanish."""
        return self.language.startswith("es")

    def word(self, english: str, spanish: str) -> str:
        """Choose a word in the reader's language."""
        return spanish if self.is_spanish else english


def facts_of(source: Source, language: str) -> Facts:
    """Gather what styles need of a source."""
    titles = source.title or {}
    told = printable(in_language(titles, language))
    is_own_known = (
        language_shown(titles, source.language or "") == (source.language or "").split("-")[0]
    )
    title = (
        printable(in_language(titles, source.language))
        if source.language and is_own_known
        else told
    )
    is_part = source.type.startswith(("article", "post", "webpage"))
    publisher = printable(source.publisher or "")
    names = tuple(
        name_parts(printable(name), source.language or language) for name in source.author
    )
    return Facts(
        names=names,
        title=isolated(title),
        translation=isolated(told) if told != title else "",
        is_english=_title_language(source, title).startswith("en"),
        container=isolated(publisher) if is_part else "",
        publisher="" if is_part else isolated(publisher),
        url=printable(source.url or ""),
        issued=source.issued,
        is_part=is_part,
        is_page=source.type == "webpage",
        is_book=source.type.startswith(_BOOKS),
        language=language,
    )


def _title_language(source: Source, title: str) -> str:
    tags = [tag for tag, text in (source.title or {}).items() if printable(text) == title]
    tag = tags[0] if tags else UNDETERMINED
    return (source.language or "") if tag == UNDETERMINED else tag


def italic(text: str) -> str:
    """Mark a text as italics; nothing stays nothing."""
    return f"{_ITALIC}{text}{_UPRIGHT}" if text else ""


def stopped(text: str) -> str:
    """End a text with a full stop, unless it ends with one or with another sign that ends a sentence."""
    return text if not text or _last_sign(text) in ".?!…" else f"{text}."


def sentences(*parts: str) -> str:
    """Join parts, each of them ended, by spaces; empty ones are left out."""
    return " ".join(stopped(part) for part in parts if part)


def quoted(title: str, facts: Facts) -> str:
    """Put a title in quotation marks and end it: English has the full stop within, Spanish after.

    Before a translation it does not end.
    """
    if not title:
        return ""
    if facts.is_spanish:
        return translated(f"«{title.translate(_INNER_SPANISH)}»", facts) + "."
    inner = re.sub(r'"([^"]*)"', r"‘\1’", title).translate(_INNER_ENGLISH)
    if facts.translation:
        return translated(f"“{inner}”", facts)
    return f"“{stopped(inner)}”"


def translated(title: str, facts: Facts) -> str:
    """A title as it is set, with its translation in brackets if the reader needs one."""
    return f"{title} [{facts.translation}]" if title and facts.translation else title


_INNER_ENGLISH = str.maketrans({"“": "‘", "”": "’"})
_INNER_SPANISH = str.maketrans({"«": "“", "»": "”"})


def finished(marked: str) -> Reference:
    """Turn the marks of italics into a plain and an HTML text."""
    html = escape(marked, quote=False).replace(_ITALIC, "<i>").replace(_UPRIGHT, "</i>")
    return Reference(marked.replace(_ITALIC, "").replace(_UPRIGHT, ""), html)


def _last_sign(text: str) -> str:
    return text.rstrip(f"{_UPRIGHT}”’\u2069")[-1:]
