"""The chronology table as a self-contained HTML page that loads and runs nothing."""

from __future__ import annotations

import html
from collections.abc import Sequence

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.formats.table import Row, build_table
from peru_timeline.chronology.text import printable

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 15px/1.45 Inter, "Helvetica Neue", Arial, sans-serif; color: #1C1C1A; margin: 2rem auto;
  max-width: 75rem; padding: 0 1rem; font-variant-numeric: tabular-nums; }}
p, td.quiet {{ color: #5D5C57; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; vertical-align: top; padding: .45rem .7rem; border-bottom: 1px solid #E4E3DF; }}
td:first-child {{ white-space: nowrap; }}
strong {{ font-weight: 600; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{count}</p>
<table>
<thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
{sources}</body>
</html>
"""


def html_table(
    chronology: Chronology, events: Sequence[int], language: str, filtered: str = ""
) -> str:
    """Write these events (indices) as an HTML page."""
    table = build_table(chronology, events, language, filtered)
    head = [cell for name, cell in zip(Row._fields, table.head, strict=True) if name != "summary"]
    sources = ""
    if table.sources:
        items = "\n".join(
            f'<li id="source-{n}">{_text(source)}</li>'
            for n, source in enumerate(table.sources, start=1)
        )
        sources = f"<h2>{_text(table.words.sources)}</h2>\n<ol>\n{items}\n</ol>\n"
    return _PAGE.format(
        language=_text(language),
        title=_text(table.title),
        count=_text(table.count),
        head="".join(f'<th scope="col">{_text(cell)}</th>' for cell in head),
        rows="\n".join(_row(row) for row in table.rows),
        sources=sources,
    )


def _row(row: Row) -> str:
    cited = ", ".join(f'<a href="#source-{n}">{n}</a>' for n in row.sources)
    summary = f"<br>{_text(row.summary)}" if row.summary else ""
    return (
        f"<tr><td>{_text(row.date)}</td><td><strong>{_text(row.title)}</strong>{summary}</td>"
        f"<td>{_text(row.actors)}</td><td>{_text(row.sector)}</td>"
        f'<td class="quiet">{_text(row.status)}</td><td>{cited}</td></tr>'
    )


def _text(text: str) -> str:
    return html.escape(printable(text))
