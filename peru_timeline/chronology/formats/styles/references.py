"""The sources of a chronology in one of the styles: one of them, or all in order of the alphabet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Literal, get_args

from peru_timeline.chronology.formats.styles.apa import apa
from peru_timeline.chronology.formats.styles.facts import Facts, Reference, facts_of, finished
from peru_timeline.chronology.formats.styles.others import chicago, iso690, mla
from peru_timeline.chronology.formats.styles.style_dates import year_of
from peru_timeline.chronology.models import Source
from peru_timeline.chronology.text import fold

Style = Literal["apa", "mla", "chicago", "iso690"]
STYLES: tuple[Style, ...] = get_args(Style)
_WRITERS: Mapping[Style, Callable[[Facts], str]] = {
    "apa": apa,
    "mla": mla,
    "chicago": chicago,
    "iso690": iso690,
}
_BY_YEAR = (
    "apa",
    "iso690",
)  # the styles that cite by author and year, and tell equal ones apart by a letter
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def style_of(form: str) -> Style | None:
    """Return the style of this name; None if there is none."""
    return next((style for style in STYLES if style == form), None)


def styled(sources: Iterable[Source], style: Style, language: str) -> tuple[Reference, ...]:
    """Return the references in order of the alphabet, as a bibliography has them."""
    found = sorted((facts_of(source, language) for source in sources), key=_place)
    told = _with_letters(found) if style in _BY_YEAR else found
    return tuple(finished(_WRITERS[style](facts)) for facts in told)


def styled_text(sources: Iterable[Source], style: Style, language: str) -> str:
    """Write the references as plain text, a line each."""
    return "".join(f"{reference.plain}\n" for reference in styled(sources, style, language))


def styled_page(sources: Iterable[Source], style: Style, language: str, title: str) -> str:
    """Write the references as a small HTML page that keeps the italics; editors of texts read it."""
    lines = "".join(f"<p>{entry.html}</p>\n" for entry in styled(sources, style, language))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head>\n<body>\n{lines}</body></html>\n"
    )


def _place(facts: Facts) -> tuple[str, str, str]:
    head = " ".join(name.reversed for name in facts.names) or facts.title
    return fold(head), year_of(facts.issued, "en"), fold(facts.title)


def _with_letters(found: Sequence[Facts]) -> list[Facts]:
    groups: dict[tuple[object, ...], list[int]] = {}
    for number, facts in enumerate(found):
        if facts.names:
            groups.setdefault((facts.names, year_of(facts.issued, "en")), []).append(number)
    told = list(found)
    for numbers in groups.values():
        if 1 < len(numbers) <= len(_LETTERS):
            for letter, number in zip(_LETTERS, numbers, strict=False):
                told[number] = told[number]._replace(letter=letter)
    return told
