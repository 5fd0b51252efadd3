"""Everything that events can be written as, apart from pictures: tables, bibliographies, files of other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.formats.bibliography import bibtex, csl_json, numbered_references, ris
from peru_timeline.chronology.formats.csv_table import csv_table
from peru_timeline.chronology.formats.exchange.formats import EXCHANGE_FORMATS
from peru_timeline.chronology.formats.exchange.losses import OF_READERS_TABLES, losses
from peru_timeline.chronology.formats.html_table import html_table
from peru_timeline.chronology.formats.markdown_table import markdown_table
from peru_timeline.chronology.formats.records import losses_of_records
from peru_timeline.chronology.formats.styles.references import STYLES, Style, styled_page
from peru_timeline.chronology.formats.table import cited_sources
from peru_timeline.chronology.formats.workbook import workbook_table
from peru_timeline.chronology.text import in_language


class Writer(Protocol):
    """Makes the content of a file; raises ValueError with a sentence."""

    def __call__(
        self, chronology: Chronology, events: Sequence[int], language: str, filtered: str = "", /
    ) -> bytes:
        """Write these events (indices); `filtered`, their filter in words, is told where there is a place for it."""


def _word(
    chronology: Chronology, events: Sequence[int], language: str, filtered: str = "", /
) -> bytes:
    # Here, because importing python-docx takes 0.2 s.
    from peru_timeline.chronology.formats.word import word_table

    return word_table(chronology, events, language, filtered)


def _text(write: Callable[[Chronology, Sequence[int], str, str], str]) -> Writer:
    return lambda chronology, events, language, filtered="": write(
        chronology, events, language, filtered
    ).encode("utf-8")


def _told_alone(write: Callable[[Chronology, Sequence[int], str], bytes]) -> Writer:
    """Of a form that has no place for the filter."""
    return lambda chronology, events, language, _="": write(chronology, events, language)


def _styled(style: Style) -> Writer:
    def write(
        chronology: Chronology, events: Sequence[int], language: str, _: str = "", /
    ) -> bytes:
        title = in_language(chronology.title, language)
        sources = cited_sources(chronology, events)
        return styled_page(sources, style, language, title).encode("utf-8")

    return write


def _bibliography(write: Callable[..., str]) -> Writer:
    return lambda chronology, events, language, _="": write(
        cited_sources(chronology, events), language
    ).encode("utf-8")


TABLES: Mapping[str, Writer] = {
    "csv": _told_alone(csv_table),
    "xlsx": _told_alone(workbook_table),
    "md": _text(markdown_table),
    "html": _text(html_table),
    "docx": _word,
}
BIBLIOGRAPHIES: Mapping[str, Writer] = {
    "json": _bibliography(csl_json),
    "bib": _bibliography(bibtex),
    "ris": _bibliography(ris),
    "txt": _bibliography(numbered_references),
    **{style: _styled(style) for style in STYLES},
}
WRITERS: Mapping[str, Writer] = {
    **TABLES,
    **BIBLIOGRAPHIES,
    **{name: _told_alone(exchange.write) for name, exchange in EXCHANGE_FORMATS.items()},
}
"""Name of a form -> what writes it."""


def ending_of(form: str) -> str:
    """The suffix of a form's files, such as ".csv"; references in a style have italics, hence are HTML."""
    if form in STYLES:
        return ".html"
    return EXCHANGE_FORMATS[form].ending if form in EXCHANGE_FORMATS else f".{form}"


def form_of(suffix: str) -> str | None:
    """The form that a suffix stands for unless another is named; None for none. ".json" is a bibliography."""
    return next((form for form in WRITERS if ending_of(form) == suffix.lower()), None)


def losses_of(form: str, chronology: Chronology, events: Sequence[int]) -> tuple[Message, ...]:
    """What a form cannot hold of these events (indices), a sentence each; bibliographies are of sources alone."""
    if form in ("csv", "xlsx"):
        return losses_of_records(chronology, events)
    if form in TABLES:
        return losses(chronology, events, OF_READERS_TABLES)
    exchange = EXCHANGE_FORMATS.get(form)
    return () if exchange is None else losses(chronology, events, exchange.unheld)
