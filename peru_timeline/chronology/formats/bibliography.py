"""The sources as a bibliography: CSL-JSON, BibTeX, RIS, and a numbered list.

Written without a library: a source has nine fields and is only written, never read, while
pybtex, bibtexparser and rispy are readers first and bring a YAML parser and LaTeX tables along. The
tests read every format back with such readers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.formats.source_dates import (
    biblatex_date,
    bibtex_month,
    bibtex_year,
    csl_date,
    ris_date,
    ris_year,
)
from peru_timeline.chronology.formats.styles.names import name_parts
from peru_timeline.chronology.models import Source
from peru_timeline.chronology.text import in_language, printable


def csl_json(sources: Iterable[Source], language: str) -> str:
    """Write the sources as CSL-JSON, which Zotero, pandoc and citeproc read."""
    items = [_csl_item(source, language) for source in sources]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def bibtex(sources: Iterable[Source], language: str) -> str:
    """Write the sources as BibTeX in UTF-8, as biber and other current BibTeX readers expect it."""
    return "\n".join(_bibtex_entry(source, language) for source in sources)


def ris(sources: Iterable[Source], language: str) -> str:
    """Write the sources as RIS (its specification asks for CR LF line ends)."""
    lines = [line for source in sources for line in _ris_lines(source, language)]
    return "".join(f"{line}\r\n" for line in lines)


def numbered_references(sources: Sequence[Source], language: str) -> str:
    """Write the sources as a numbered list for readers."""
    return "".join(
        f"[{number}] {reference(source, language)}\n"
        for number, source in enumerate(sources, start=1)
    )


# --- CSL-JSON --------------------------------------------------------------------------------


def _csl_item(source: Source, language: str) -> dict[str, Any]:
    item: dict[str, Any] = {"id": source.id, "type": source.type}
    if source.title:
        item["title"] = in_language(source.title, language)
    if source.author:
        # Names stay whole: the file does not say which word is the family name.
        item["author"] = [{"literal": name} for name in source.author]
    if source.publisher:
        key = "container-title" if source.type.startswith(("article", "post")) else "publisher"
        item[key] = source.publisher
    if source.issued and (issued := csl_date(source.issued, language)):
        item["issued"] = issued
    if source.url:
        item["URL"] = source.url
    if source.language:
        item["language"] = source.language
    if source.note:
        item["note"] = in_language(source.note, language)
    return item


# --- BibTeX ----------------------------------------------------------------------------------

_BIBTEX_TYPES = {
    "article": "article", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "book": "book", "chapter": "incollection",
    "paper-conference": "inproceedings", "report": "techreport", "thesis": "phdthesis",
}  # fmt: skip
_BIBTEX_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#",
    "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_LONE_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}


def _bibtex_entry(source: Source, language: str) -> str:
    kind = _BIBTEX_TYPES.get(source.type, "misc")
    fields: list[tuple[str, str]] = []
    if source.author:
        # Braces keep the name of an organisation whole: “and” in it does not separate two people.
        names = " and ".join(
            _latex(name) if name_parts(name).given else "{" + _latex(name) + "}"
            for name in source.author
        )
        fields.append(("author", "{" + names + "}"))
    if source.title:
        fields.append(("title", "{{" + _latex(in_language(source.title, language)) + "}}"))
    if source.publisher:
        key = {"article": "journal", "techreport": "institution", "phdthesis": "school"}.get(
            kind, "publisher"
        )
        fields.append((key, "{" + _latex(source.publisher) + "}"))
    if source.issued:
        fields += _bibtex_dates(source.issued, language)
    if source.url:
        fields.append(("url", "{" + re.sub(r"[{}\\\s]", _percent, source.url) + "}"))
    if source.language:
        fields.append(("langid", "{" + _latex(source.language) + "}"))
    body = "".join(f"  {key} = {value},\n" for key, value in fields)
    return f"@{kind}{{{source.id},\n{body}}}\n"


def _bibtex_dates(date: EventDate, language: str) -> list[tuple[str, str]]:
    """Return year and month for BibTeX, and the date for biblatex, which prefers it."""
    fields = []
    if year := bibtex_year(date, language):
        fields.append(("year", "{" + _latex(year) + "}"))
    if month := bibtex_month(date):
        fields.append(("month", _BIBTEX_MONTHS[month - 1]))
    if whole := biblatex_date(date):
        fields.append(("date", "{" + whole + "}"))
    return fields


def _latex(text: str) -> str:
    line = " ".join(printable(text).split())
    latex = _LATEX if _braces_match(line) else _LATEX | _LONE_BRACES
    return "".join(latex.get(sign, sign) for sign in line)


def _braces_match(line: str) -> bool:
    """Whether each brace has its partner: readers of BibTeX count escaped ones too."""
    depth = 0
    for sign in line:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8"))


# --- RIS -------------------------------------------------------------------------------------

_RIS_TYPES = {
    "article": "JOUR", "article-journal": "JOUR", "article-magazine": "MGZN",
    "article-newspaper": "NEWS", "book": "BOOK", "chapter": "CHAP", "post": "BLOG",
    "post-weblog": "BLOG", "paper-conference": "CPAPER", "report": "RPRT", "thesis": "THES",
    "webpage": "ELEC",
}  # fmt: skip


def _ris_lines(source: Source, language: str) -> list[str]:
    kind = _RIS_TYPES.get(source.type, "GEN")
    periodical = source.type.startswith(("article", "post"))
    lines = [("TY", kind), ("ID", source.id)]
    lines += [("AU", name) for name in source.author]
    if source.title:
        lines.append(("TI", in_language(source.title, language)))
    if source.publisher:
        lines.append(("T2" if periodical else "PB", source.publisher))
    if source.issued:
        lines += [("PY", ris_year(source.issued)), ("DA", ris_date(source.issued, language))]
    if source.url:
        lines.append(("UR", source.url))
    if source.language:
        lines.append(("LA", source.language))
    lines.append(("ER", ""))
    told = [(tag, " ".join(printable(text).split())) for tag, text in lines]
    return [f"{tag}  - {text}" for tag, text in told if text or tag == "ER"]
