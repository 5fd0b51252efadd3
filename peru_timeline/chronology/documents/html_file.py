"""HTML: the text that a reader sees, its headings, and what its head says for a citation.

It is read tag by tag; scripts, styles, forms and the surroundings of the text (`nav`, `footer`) are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from peru_timeline.chronology.documents.document_text import DocumentText, on_one_line
from peru_timeline.chronology.documents.said_of_itself import Said, said

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE
)
_HEAD_BYTES = 4096
_NOT_TEXT = "script style noscript template svg math iframe object select button form"
_UNSEEN = frozenset(_NOT_TEXT.split())
_ASIDE = frozenset(("nav", "footer"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = (
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer header hr li"
    " main nav ol p pre section summary table tr ul"
)
_PARAGRAPHS = frozenset(_BLOCKS.split())
_LONGEST_JSON = 1_000_000
_MOST_OBJECTS = 2000
_NEWS = frozenset(("NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle"))
_WORKS = _NEWS | frozenset(
    ("Article", "BlogPosting", "Report", "ScholarlyArticle", "WebPage", "TechArticle")
)


def html_encoding(content: bytes) -> str:
    """Return the encoding that the head of a page states; "" if it states none."""
    match = _CHARSET.search(content[:_HEAD_BYTES])
    return match[1].decode("ascii") if match is not None else ""


def html_text(text: str) -> DocumentText:
    """Read a page whose text was decoded."""
    page = _Page()
    page.feed(text)
    page.close()
    page.end_paragraph()
    return DocumentText(
        "\n\n".join(page.paragraphs), tuple(dict.fromkeys(page.headings)), _said(page)
    )


class _Page(HTMLParser):
    """Collects paragraphs and headings, and the head."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.headings: list[str] = []
        self.title, self.language, self.canonical = "", "", ""
        self.meta: dict[str, list[str]] = {}
        self.linked_data: list[str] = []
        self._parts: list[str] = []
        self._unseen: list[str] = []
        self._is_heading = self._is_title = self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what the tag begins."""
        values = {key: value or "" for key, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag == "meta":
            name = (values.get("property") or values.get("name") or "").lower()
            self.meta.setdefault(name, []).append(values.get("content", ""))
        elif tag == "link" and "canonical" in values.get("rel", "").lower().split():
            self.canonical = values.get("href", "")
        elif tag == "title" and not self._unseen:
            self._is_title = True
        elif tag in _UNSEEN or tag in _ASIDE:
            if tag in _ASIDE:
                self.end_paragraph()
            self._unseen.append(tag)
            self._is_data = tag == "script" and values.get("type", "") == "application/ld+json"
            if self._is_data:
                self.linked_data.append("")
        elif tag == "br":
            self._parts.append("\n")
        elif tag in ("td", "th"):
            self._parts.append(" ")
        elif tag in _HEADINGS:
            self.end_paragraph()
            self._is_heading = True
        elif tag in _PARAGRAPHS:
            self.end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        """End what the tag ends; what was forgotten inside an unseen part ends with it."""
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
            self._is_data = False
        elif tag == "title":
            self._is_title = False
        elif tag in _HEADINGS or tag in _PARAGRAPHS:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._is_data:
            self.linked_data[-1] += data
        elif self._is_title:
            self.title += data
        elif not self._unseen:
            self._parts.append(data)

    def end_paragraph(self) -> None:
        """End a paragraph or a heading."""
        text = on_one_line("".join(self._parts))
        self._parts.clear()
        if text:
            self.paragraphs.append(text)
            if self._is_heading:
                self.headings.append(text)
        self._is_heading = False


def _said(page: _Page) -> Said:
    meta, data = page.meta, next(_works(page.linked_data), {})

    def of(*names: str) -> list[str]:
        return [value for name in names for value in meta.get(name, [])]

    kinds = _names(data.get("@type"))
    if "citation_journal_title" in meta or "ScholarlyArticle" in kinds:
        kind = "article-journal"
    elif _NEWS.intersection(kinds):
        kind = "article-newspaper"
    else:
        kind = "webpage"
    authors = of("citation_author", "dc.creator", "dcterms.creator") or _names(data.get("author"))
    return said(
        title=[
            *of("citation_title", "dc.title", "dcterms.title"),
            data.get("headline"),
            *of("og:title", "twitter:title"),
            page.title,
            *page.headings[:1],
        ],
        author=authors or of("author", "article:author", "byl"),
        publisher=[
            *of("citation_journal_title", "citation_publisher", "dc.publisher"),
            *_names(data.get("publisher")),
            *of("og:site_name", "application-name"),
        ],
        issued=[
            *of("citation_publication_date", "citation_date"),
            data.get("datePublished"),
            *of("article:published_time", "dc.date", "dcterms.issued", "date", "pubdate"),
        ],
        url=[page.canonical, *of("og:url"), data.get("url"), data.get("mainEntityOfPage")],
        language=[page.language, data.get("inLanguage"), *of("dc.language", "og:locale")],
        kind=kind,
    )


def _works(texts: list[str]) -> Iterator[Mapping[str, Any]]:
    """Yield the articles and pages that linked data (JSON-LD) describes, articles first."""
    found: list[Mapping[str, Any]] = []
    for text in texts:
        if len(text) > _LONGEST_JSON:
            continue
        try:
            waiting = [json.loads(text)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_OBJECTS):
            if not waiting:
                break
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += item
            elif isinstance(item, dict):
                found += [item] if _WORKS.intersection(_names(item.get("@type"))) else []
                waiting.append(item.get("@graph"))
    yield from sorted(found, key=lambda item: "WebPage" in _names(item.get("@type")))


def _names(value: Any) -> list[str]:
    """The names in linked data: texts, objects with a name, or lists of these."""
    values = value if isinstance(value, list) else [value]
    named = (part.get("name") if isinstance(part, dict) else part for part in values)
    return [name for name in named if isinstance(name, str) and not name.startswith("http")]
