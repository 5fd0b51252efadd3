"""Spreadsheets of Excel and LibreOffice, made for the tests."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime


def workbook() -> bytes:
    """A workbook with dates of several formats, a hidden sheet and a formula."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Events"
    sheet.append(["Fecha", "Título", "Monto"])
    sheet.append([date(1999, 5, 12), "Puente", 10.0])
    sheet.append([datetime(2001, 1, 1), "Año", None])  # noqa: DTZ001 (workbooks know no zones)
    sheet.append([datetime(2002, 3, 4, 5, 6, 7), "Hora", "=1+1"])  # noqa: DTZ001 (as above)
    sheet.append([1850, "Molino", True])
    sheet.append(["hacia 1820", "Casa", None])
    sheet["A3"].number_format = "yyyy"
    other = book.create_sheet("Notas")
    other.append(["x"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(cell: str) -> bytes:
    """A workbook with a table of two events; `cell`, in XML, holds the date of the second."""
    texts = '<c t="inlineStr"><is><t>{}</t></is></c>'
    rows = (
        texts.format("Date") + texts.format("Title"),
        "<c><v>2012</v></c>" + texts.format("One"),
        cell + texts.format("Two"),
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = "".join(f"<row>{row}</row>" for row in rows)
    content = f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData></worksheet>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as whole, zipfile.ZipFile(out, "w") as made:
        for name in whole.namelist():
            is_first = name == "xl/worksheets/sheet1.xml"
            made.writestr(name, content if is_first else whole.read(name))
    return out.getvalue()


def opendocument(rows: str) -> bytes:
    """A spreadsheet of LibreOffice with these rows in XML."""
    content = (
        '<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">'
        '<office:body><office:spreadsheet><table:table table:name="Sheet1">'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


OPENDOCUMENT_ROWS = (
    "<table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell>"
    "<table:table-cell><text:p>Title</text:p></table:table-cell></table:table-row>"
    '<table:table-row><table:table-cell office:value-type="date" office:date-value="1999-05-12">'
    "<text:p>12.05.99</text:p></table:table-cell><table:table-cell><text:p>Two</text:p><text:p>lines</text:p>"
    "<office:annotation><text:p>remark</text:p></office:annotation></table:table-cell>"
    '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/>'
    "</table:table-row>"
    '<table:table-row><table:table-cell office:value-type="float" office:value="1850"><text:p>1,850.00</text:p>'
    "</table:table-cell><table:table-cell><text:p>Mill</text:p></table:table-cell></table:table-row>"
)
