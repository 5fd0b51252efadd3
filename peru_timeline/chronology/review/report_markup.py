"""The blocks of a review sheet as Markdown and as HTML; every text is escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from peru_timeline.chronology.text import printable


class Kind(Enum):
    """The kinds of blocks on the sheet."""

    TITLE = auto()
    PART = auto()
    HEADING = auto()
    TEXT = auto()
    FIELD = auto()  # label: text
    QUOTE = auto()  # the label is its citation
    POINT = auto()  # a paragraph of a document; the label is its location


class Block(NamedTuple):
    """One block, as plain text."""

    kind: Kind
    text: str
    label: str = ""


_MARKDOWN = {
    Kind.TITLE: "# {text}\n",
    Kind.PART: "\n## {text}\n",
    Kind.HEADING: "\n### {text}\n",
    Kind.TEXT: "{text}\n",
    Kind.FIELD: "- **{label}:** {text}",
    Kind.QUOTE: "\n> “{text}”\n>\n> — {label}\n",
    Kind.POINT: "- **{label}:** {text}",
}
_HTML = {
    Kind.TITLE: "<h1>{text}</h1>",
    Kind.PART: "<h2>{text}</h2>",
    Kind.HEADING: "<h3>{text}</h3>",
    Kind.TEXT: "<p>{text}</p>",
    Kind.FIELD: "<p class=field><b>{label}</b> {text}</p>",
    Kind.QUOTE: "<blockquote><p>“{text}”</p><footer>{label}</footer></blockquote>",
    Kind.POINT: "<p class=point><b>{label}</b> {text}</p>",
}
# The page contains text only; its policy loads and runs nothing even if escaping should fail.
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; }}
h3 {{ margin: 2em 0 .3em; break-after: avoid; }}
p.field {{ margin: .1em 0; }}
b {{ font-weight: 600; color: #555; margin-right: .5em; }}
blockquote {{ margin: .6em 0; padding-left: 1em; border-left: 3px solid #bbb; }}
blockquote p {{ margin: 0; }}
footer {{ font-size: 14px; color: #555; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""

_MARKS = re.compile(r"([\\`*_\[\]<>&#|~$])")
_SPACE = re.compile(r"[ \t\n]+")  # no-break spaces stay
_LIST_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def as_markdown(blocks: Iterable[Block]) -> str:
    """Write blocks as CommonMark."""
    lines = (
        _MARKDOWN[block.kind].format(text=_in_markdown(block.text), label=_in_markdown(block.label))
        for block in blocks
    )
    return "\n".join(lines) + "\n"


def as_html(blocks: Iterable[Block], language: str) -> str:
    """Write blocks as a self-contained HTML page."""
    blocks = tuple(blocks)
    body = "\n".join(
        _HTML[block.kind].format(text=_in_html(block.text), label=_in_html(block.label))
        for block in blocks
    )
    title = next((block.text for block in blocks if block.kind is Kind.TITLE), "")
    return _PAGE.format(language=_in_html(language), title=_in_html(title), body=body)


def _in_markdown(text: str) -> str:
    """Escape Markdown's special characters; a block is one line."""
    escaped = _MARKS.sub(r"\\\1", _SPACE.sub(" ", printable(text)).strip())
    return _LIST_START.sub(_escaped_start, escaped)


def _escaped_start(match: re.Match[str]) -> str:
    """Escape “-” or “1.” at the start of a line, which would begin a list."""
    mark = match[2]
    return f"{match[1]}{mark}\\" if mark.isdigit() else f"{match[1]}\\{mark}"


def _in_html(text: str) -> str:
    return html.escape(printable(text))
