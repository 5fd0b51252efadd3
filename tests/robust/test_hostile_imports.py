"""A hostile file to import gets a sentence, soon and cheaply; nothing it names is opened, nothing it says is run."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peru_timeline.chronology.importing.importer import import_file
from tests.chronology.importing import spreadsheets
from tests.robust.measured import MEGABYTES, SECONDS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")

MEGABYTE = 1_000_000


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook(
    sheet: bytes, strings: bytes = b"<sst/>", more: dict[str, bytes] | None = None
) -> bytes:
    """A workbook with this sheet and these shared strings, put together by hand."""
    with zipfile.ZipFile(io.BytesIO(spreadsheets.workbook())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(
        {
            **parts,
            "xl/worksheets/sheet1.xml": sheet,
            "xl/sharedStrings.xml": strings,
            **(more or {}),
        }
    )


SHEET_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet(rows: bytes) -> bytes:
    return b"<worksheet " + MAIN + b"><sheetData>" + rows + b"</sheetData></worksheet>"


def lying() -> bytes:
    """A workbook whose directory says that a part is small, while it unpacks to a thousand times as much."""
    content = bytearray(workbook(sheet(b" " * 30 * MEGABYTE)))
    place = content.rfind(b"xl/worksheets/sheet1.xml") - 46  # its entry in the directory at the end
    content[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    return bytes(content)


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE timeline [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY %c "&%c;&%c;&%c;&%c;">' % (n, n - 1, n - 1, n - 1, n - 1) for n in range(98, 122)
    )
    + b"]><timeline><events><event><start>2001-01-01</start><text>&y;</text></event></events></timeline>"
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE data [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<data><event start="2001" title="t">&x;</event></data>'
)
YAML_LAUGHS = (
    b"---\na: &a [x, x, x, x, x, x, x, x, x]\n"
    + b"".join(
        b"%c: &%c [%s]\n" % (n, n, b", ".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 108)
    )
    + b"date: 2001\ntitle: x\n---\n"
)

HOSTILE: dict[str, tuple[str, bytes | Callable[[Path], None], str]] = {
    "a zip bomb": ("x.xlsx", workbook(sheet(b"<row>" + b" " * 100 * MEGABYTE + b"</row>")), "unpacks to more than"),
    "a bomb of shared strings": (
        "x.xlsx", workbook(sheet(b""), b"<sst>" + b"<si><t>a</t></si>" * 3_000_000 + b"</sst>"), "unpacks to more than",
    ),
    "a zip bomb in a sheet of LibreOffice": (
        "x.ods", zipped({"mimetype": SHEET_TYPE, "content.xml": b" " * 100 * MEGABYTE}),
        "unpacks to more than",
    ),
    "rows of nothing": ("x.xlsx", workbook(sheet(b"<row/>" * 1_400_000)), "unpacks to more than"),
    "a text of megabytes": (
        "x.json", b'[{"date": "1850", "title": "' + b"a" * 29 * MEGABYTE + b'"}]', "has more than 4 million",
    ),
    "a script of quotation marks": ("x.js", b"var x = [{" + b"'" * 4 * MEGABYTE, "not valid JSON"),
    "a script of escapes": ("x.js", b"var x = [{'" + b"\\'" * 490_000, "not valid JSON"),
    "a script of comments": ("x.js", b"var x = [{" + b"/*" * 490_000, "not valid JSON"),
    "a script of commas": ("x.js", b"var x = [{" + b", " * 490_000, "not valid JSON"),
    "an entity before all elements": (
        "x.timeline", b'<?xml version="1.0"?><!DOCTYPE timeline [<!ENTITY x "' + b"a" * 100_000 + b'">]><timeline>'
        + b"&x;" * 20_000 + b"</timeline>", "entities",
    ),
    "a directory that lies": ("x.xlsx", lying(), "damaged"),
    "entities in a workbook": ("x.xlsx", workbook(LAUGHS), "entities"),
    "a workbook that is locked": ("x.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 4096, "locked with a password"),
    "two cells far apart": (
        "x.xlsx",
        workbook(sheet(
            b'<row r="1"><c r="A1" t="inlineStr"><is><t>date</t></is></c></row>'
            b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        )),
        "",
    ),
    "cells repeated without end": (
        "x.ods",
        spreadsheets.opendocument(
            '<table:table-row table:number-rows-repeated="1048576">'
            '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
            "</table:table-row>"
            * 200
        ),
        "",
    ),
    "billion laughs": ("x.timeline", LAUGHS, "entities"),
    "billion laughs in a sheet of LibreOffice": (
        "x.ods", zipped({"mimetype": SHEET_TYPE, "content.xml": LAUGHS}), "entities",
    ),
    "an entity outside": ("x.xml", OUTSIDE, "entities"),
    "billion laughs in YAML": ("x.md", YAML_LAUGHS, "not valid YAML"),
    "YAML that makes objects": ("x.md", b"---\na: !!python/object/apply:os.system [id]\n---\n", "not valid YAML"),
    "XML 100,000 deep": ("x.timeline", b"<timeline><event>" + b"<a>" * 100_000, "nested too deeply"),
    "JSON 200,000 deep": ("x.json", b"[" * 200_000, "nested too deeply"),
    "JSON that is all brackets": ("x.json", b"[" + b"[]," * 9 * MEGABYTE + b"[]]", "hardly any text"),
    "a number of a million digits": ("x.json", b'[{"date": ' + b"1" * MEGABYTE + b"}]", "thousands of digits"),
    "a line of 100 MB": ("x.csv", b"date,title\n2001," + b"x" * 100 * MEGABYTE, "longer than 4 million"),
    "a quotation mark that never ends": (
        "x.csv", b'date,title\n2001,"' + b"x\n" * 20 * MEGABYTE, "longer than 4 million",
    ),
    "a line of 100 MB of Markwhen": ("x.mw", b"2001: x\n2002: y\n" + b"y" * 100 * MEGABYTE, "longer than 4 million"),
    "columns without end": ("x.csv", b"date,title\n2001,x\n" + b"," * 3 * MEGABYTE + b"x", ""),
    "dates that are long": (
        "x.csv", b"date,title\n" + b"".join(b"%s%d,x\n" % (b"1" * 300, n) for n in range(20_000)), "",
    ),
    "marks without end": ("x.csv", b"date,title\n2001,x\n" + b"2002," + b"<a " * 500_000 + b"\n", ""),
    "texts to split without end": ("x.csv", b"date,title,actors\n2001,x," + b"a;" * MEGABYTE + b"\n", ""),
    "a file of 1 GB in one line": ("x.csv", lambda path: sparse(path, 1_000 * MEGABYTE, b"date,title"), "larger than"),
    "a file of 5 GB": ("x.xlsx", lambda path: sparse(path, 5_000 * MEGABYTE, b"PK\3\4"), "larger than"),
    "zeros": ("x.csv", lambda path: sparse(path, 10 * MEGABYTE, b""), "empty"),
    "a calendar that repeats without end": (
        "x.ics",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:x\r\nDTSTART:20200101T000000Z\r\n"
        b"RRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "",
    ),
    "a folder": ("folder", lambda path: path.mkdir(), "holds no event"),
}  # fmt: skip
"""Name: the file's name, its content, and what must be said of it; nothing where it can be imported."""


def sparse(path: Path, size: int, head: bytes) -> None:
    """A file of that many bytes, which takes no room on the disk."""
    with path.open("wb") as file:
        file.write(head)
        file.truncate(size)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Each hostile file given to `peru-timeline import`: what it said and what it cost."""
    paths = {}
    for name, (file, content, _) in HOSTILE.items():
        path = tmp_path_factory.mktemp("hostile") / file
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            content(path)
        paths[name] = str(path)
    done = subprocess.run(
        [sys.executable, "-m", "tests.robust.measured", "--import", "-"],
        input=json.dumps(list(paths.values())),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=600,
    )
    return dict(zip(paths, json.loads(done.stdout), strict=True))


@pytest.mark.xdist_group("hostile imports")
@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_told_in_a_sentence(measured: dict[str, dict[str, Any]], name: str) -> None:
    words, found = HOSTILE[name][2], measured[name]
    assert "Traceback" not in found["said"]
    assert "UNCAUGHT" not in found["said"]
    if words:
        assert found["status"] == 1
        assert words in found["said"]
    else:
        assert found["status"] in (0, 1)


@pytest.mark.xdist_group("hostile imports")
def test_each_costs_little_time_and_memory(measured: dict[str, dict[str, Any]]) -> None:
    dear = {
        name: (found["seconds"], found["megabytes"])
        for name, found in measured.items()
        if found["seconds"] > SECONDS or found["megabytes"] > MEGABYTES
    }
    assert not dear


def test_formulas_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        'date,title\n2001,"=HYPERLINK(""https://x"",""y"")"\n2002,@SUM(1)\n', encoding="utf-8"
    )
    titles = [event["title"] for event in json.loads(import_file(path).content)["events"]]
    assert titles == ['=HYPERLINK("https://x","y")', "@SUM(1)"]


def test_names_that_leave_their_folder_stay_names(tmp_path: Path) -> None:
    content = workbook(
        sheet(b'<row><c t="inlineStr"><is><t>date</t></is></c><c t="inlineStr"><is><t>title</t></is></c></row>'
              b'<row><c t="inlineStr"><is><t>2001</t></is></c><c t="inlineStr"><is><t>../../x</t></is></c></row>'),
        more={"../../../escaped.txt": b"x"},
    )  # fmt: skip
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    event = json.loads(import_file(path).content)["events"][0]
    assert (event["id"], event["title"]) == ("x", "../../x")
    assert list(tmp_path.parent.rglob("escaped.txt")) == []


def test_links_to_files_are_no_links(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "date,title,url\n2001,a,file:///etc/passwd\n2002,b,javascript:alert(1)\n", encoding="utf-8"
    )
    assert json.loads(import_file(path).content)["sources"] == []
