"""The chronology table as Markdown (CommonMark with tables), with numbered sources below it."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.formats.table import build_table
from peru_timeline.chronology.text import printable

_MARKS = re.compile(r"([\\`*_{}\[\]#|~$])")


def markdown_table(
    chronology: Chronology, events: Sequence[int], language: str, filtered: str = ""
) -> str:
    """Write these events (indices) as a Markdown document."""
    table = build_table(chronology, events, language, filtered)
    lines = [f"# {_cell(table.title)}", "", _cell(table.count), "", _row(table.head)]
    lines.append("|" + " --- |" * len(table.head))
    lines += [_row([*row[:6], ", ".join(f"[{n}]" for n in row.sources)]) for row in table.rows]
    if table.sources:
        lines += ["", f"## {_cell(table.words.sources)}", ""]
        lines += [f"{n}. {_cell(source)}" for n, source in enumerate(table.sources, start=1)]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(text: str) -> str:
    """Return a text on one line, with Markdown, HTML and cell separators escaped."""
    line = " ".join(printable(text).split())
    return _MARKS.sub(r"\\\1", html.escape(line, quote=False))
