"""Output formats by file name suffix."""

from __future__ import annotations

from collections.abc import Sequence

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.formats.bibliography import bibtex, csl_json, numbered_references, ris
from peru_timeline.chronology.formats.csv_table import csv_table
from peru_timeline.chronology.formats.html_table import html_table
from peru_timeline.chronology.formats.markdown_table import markdown_table
from peru_timeline.chronology.formats.table import cited_sources

TEXT_TABLES = {".md": markdown_table, ".html": html_table}
BIBLIOGRAPHIES = {".json": csl_json, ".bib": bibtex, ".ris": ris, ".txt": numbered_references}


def export_events(
    suffix: str, chronology: Chronology, events: Sequence[int], language: str
) -> bytes:
    """Write these events (indices), or their sources, in the format of this suffix; raises ValueError for others."""
    suffix = suffix.lower()
    if suffix == ".csv":
        return csv_table(chronology, events, language)
    if suffix == ".docx":
        # Here, because importing python-docx takes 0.2 s.
        from peru_timeline.chronology.formats.word import word_table

        return word_table(chronology, events, language)
    if suffix in TEXT_TABLES:
        return TEXT_TABLES[suffix](chronology, events, language).encode("utf-8")
    if suffix in BIBLIOGRAPHIES:
        sources = cited_sources(chronology, events)
        return BIBLIOGRAPHIES[suffix](sources, language).encode("utf-8")
    raise ValueError(f'"{suffix}" is not a suffix of a table or bibliography')
