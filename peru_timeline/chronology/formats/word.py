"""The chronology table as a Word document, with numbered sources; made with python-docx."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.formats.office import document_property, without_timestamps
from peru_timeline.chronology.formats.table import Row, Table, build_table
from peru_timeline.chronology.text import printable

FONT = "Inter"
_SOFT = RGBColor(0x5D, 0x5C, 0x57)
_WIDTHS_MM = {"date": 34, "title": 118, "actors": 46, "sector": 27, "status": 22, "sources": 20}


def word_table(
    chronology: Chronology, events: Sequence[int], language: str, filtered: str = ""
) -> bytes:
    """Write these events (indices) as a .docx on A4 landscape; the same events yield the same bytes."""
    table = build_table(chronology, events, language, filtered)
    document = Document()
    _set_up(document, table)
    document.add_heading(_text(table.title), level=1)
    document.add_paragraph(_text(table.count))
    _add_table(document, table)
    if table.sources:
        document.add_heading(_text(table.words.sources), level=2)
        for number, source in enumerate(table.sources, start=1):
            line = document.add_paragraph(f"[{number}] {_text(source)}")
            line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = (
                Mm(9),
                Mm(-9),
            )
    content = io.BytesIO()
    document.save(content)
    return without_timestamps(content.getvalue())


def _set_up(document: WordDocument, table: Table) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(9)
    # Unless the East Asian font is set too, Word uses another font for “ and –.
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), {"en": "en-GB", "es": "es-PE"}.get(table.language, table.language))
    normal.element.get_or_add_rPr().append(language)
    for level in (1, 2):
        heading = document.styles[f"Heading {level}"]
        heading.font.name, heading.font.color.rgb = FONT, RGBColor(0x1C, 0x1C, 0x1A)
        heading.element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()
        heading.font.name = FONT
    properties = document.core_properties
    properties.title, properties.author, properties.comments = (
        document_property(table.title),
        "",
        document_property(table.count),
    )
    properties.language = document_property(table.language)


def _add_table(document: WordDocument, table: Table) -> None:
    fields = list(_WIDTHS_MM)
    heads = dict(zip(Row._fields, table.head, strict=True))
    grid = document.add_table(rows=1, cols=len(fields), style="Light List")
    grid.autofit = False
    for cell, field in zip(grid.rows[0].cells, fields, strict=True):
        cell.text = _text(heads[field])
    # Repeat the heading row on every page.
    repeat = OxmlElement("w:tblHeader")
    grid.rows[0]._tr.get_or_add_trPr().append(repeat)
    for row in table.rows:
        cells = grid.add_row().cells
        for cell, field in zip(cells, fields, strict=True):
            _fill(cell, row, field)
    for column, field in zip(grid.columns, fields, strict=True):
        column.width = Mm(_WIDTHS_MM[field])
    for row_of_cells in grid.rows:
        for cell, field in zip(row_of_cells.cells, fields, strict=True):
            cell.width = Mm(_WIDTHS_MM[field])


def _fill(cell: _Cell, row: Row, field: str) -> None:
    paragraph = cell.paragraphs[0]
    if field == "sources":
        paragraph.add_run(", ".join(f"[{n}]" for n in row.sources)).bold = False
    elif field == "title":
        paragraph.add_run(_text(row.title)).bold = True
        if row.summary:
            summary = cell.add_paragraph().add_run(_text(row.summary))
            summary.bold, summary.font.color.rgb = False, _SOFT
    else:
        paragraph.add_run(_text(getattr(row, field))).bold = False


def _text(text: str) -> str:
    """Return a text that XML can hold: control characters become escapes."""
    return printable(text)
