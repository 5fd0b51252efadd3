"""Markdown: its headings, its paragraphs without links and marks of lists, and the fields it begins with."""

from __future__ import annotations

import re
from typing import Any

from peru_timeline.chronology.documents.document_text import DocumentText, on_one_line
from peru_timeline.chronology.documents.front_matter import FrontMatterError, front_matter
from peru_timeline.chronology.documents.said_of_itself import Said, said

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"(?:^|(?<=\n\n))(\S[^\n]*)\n {0,3}(?:=+|-{2,})[ \t]*(?=\n|$)")
_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^()\s]*(?:[ \t]+\"[^\"\n]*\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:[ \t]+\"[^\"\n]*\")?\)")
_ADDRESS = re.compile(r"<(https?://[^<>\s]+)>")
_RULE = re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$|^ {0,3}(?:```|~~~).*$", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+(?=\S)", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE)
_STRONG = re.compile(r"(?<!\w)(__?)(?=\S)([^_\n]+?)(?<=\S)\1(?!\w)")


def markdown_text(text: str) -> DocumentText:
    """Read a Markdown file whose text was decoded."""
    try:
        found = front_matter(text)
    except FrontMatterError:
        found = None
    fields, body = ({}, text) if found is None else found
    headings: list[str] = []

    def heading(match: re.Match[str]) -> str:
        line = on_one_line(match[1])
        headings.extend([line] if line else [])
        return f"\n\n{line}\n\n"

    body = _LINK.sub(r"\1", _IMAGE.sub("", body))
    body = _STRONG.sub(r"\2", _ADDRESS.sub(r"\1", body))
    body = _HEADING.sub(heading, _UNDERLINED.sub(r"# \1", body))
    body = _QUOTED.sub("", _RULE.sub("", body))
    body = _ITEM.sub("\n", body)  # each item of a list is a paragraph
    return DocumentText(body, tuple(dict.fromkeys(headings)), _said(fields, headings))


def _said(fields: dict[str, Any], headings: list[str]) -> Said:
    lower = {key.lower(): value for key, value in fields.items()}

    def of(*keys: str) -> list[Any]:
        values = [lower[key] for key in keys if key in lower]
        return [
            part for value in values for part in (value if isinstance(value, list) else [value])
        ]

    return said(
        title=[*of("title", "headline"), *headings[:1]],
        author=[_name(author) for author in of("author", "authors", "by")],
        publisher=of("publisher", "site", "source", "publication"),
        issued=of("date", "published", "issued"),
        url=of("url", "link", "canonical", "canonical_url", "source"),
        language=of("lang", "language"),
        kind="article",
    )


def _name(author: Any) -> Any:
    return author.get("name") if isinstance(author, dict) else author
