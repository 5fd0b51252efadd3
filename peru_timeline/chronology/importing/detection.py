"""Recognises the format of a file by its content; the name decides only where the content is ambiguous."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from peru_timeline.chronology.documents.front_matter import fields_in
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import Found, ImportRefusedError, Table
from peru_timeline.chronology.importing.parsing import json_tree
from peru_timeline.chronology.importing.parsing.opening import Opened, encoding_of
from peru_timeline.chronology.importing.parsing.xml_stream import root_name
from peru_timeline.chronology.importing.readers import (
    calendars,
    csv_table,
    excel,
    front_matter,
    gedcom,
    markwhen,
    opendocument,
    records,
    simile,
    timeline_project,
    timelinejs,
    vis,
    wikidata,
)
from peru_timeline.chronology.importing.sentences import ImportWords

Read = Callable[..., Found | Table]


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read: its id on the command line, its name for readers, and its reader."""

    id: str
    name: str
    read: Read


FORMATS = {
    each.id: each
    for each in (
        Format("csv", "CSV", csv_table.read),
        Format("xlsx", "Excel", excel.read),
        Format("ods", "LibreOffice Calc", opendocument.read),
        Format("json", "JSON", records.read),
        Format("jsonl", "JSON Lines", records.read_lines),
        Format("timelinejs", "TimelineJS 3", timelinejs.read),
        Format("timelinejs-2", "TimelineJS 2", timelinejs.read_old),
        Format("timeline-project", "Timeline Project", timeline_project.read),
        Format("markwhen", "Markwhen", markwhen.read),
        Format("icalendar", "iCalendar", calendars.read),
        Format("simile-xml", "SIMILE (XML)", simile.read_xml),
        Format("simile-json", "SIMILE (JSON)", simile.read_json),
        Format("vis", "vis-timeline", vis.read),
        Format("front-matter", "Markdown", front_matter.read),
        Format("gedcom", "GEDCOM", gedcom.read),
        Format("sparql-json", "Wikidata Query", wikidata.read),
    )
}
FOLDER = Format("folder", "Markdown", front_matter.read_folder)
"""A folder of files with one event each."""

_REFUSED_BY_NAME = {
    ".aeon": ImportWords.AEON_FILE, ".aeonzip": ImportWords.AEON_FILE, ".aeonxml": ImportWords.AEON_FILE,
    ".mpp": ImportWords.PROJECT_FILE, ".xls": ImportWords.OLD_EXCEL, ".xlsb": ImportWords.BINARY_EXCEL,
    ".doc": ImportWords.WORD, ".docx": ImportWords.WORD, ".odt": ImportWords.WORD, ".rtf": ImportWords.WORD,
    ".pdf": ImportWords.PDF,
}  # fmt: skip
_REFUSED_BY_BEGINNING = (
    (b"%PDF-", ImportWords.PDF),
    (b"{\\rtf", ImportWords.WORD),
    (b"\x89PNG", ImportWords.PICTURE),
    (b"\xff\xd8\xff", ImportWords.PICTURE),
    (b"GIF8", ImportWords.PICTURE),
    (b"BM", ImportWords.PICTURE),
    (b"II*\0", ImportWords.PICTURE),
    (b"MM\0*", ImportWords.PICTURE),
    (b"SQLite format 3", ImportWords.AEON_FILE),
    (b"\x1f\x8b", ImportWords.ARCHIVE),
    (b"7z\xbc\xaf", ImportWords.ARCHIVE),
    (b"Rar!", ImportWords.ARCHIVE),
)
_ZIP, _OLE = b"PK\3\4", b"\xd0\xcf\x11\xe0"
_NAMES_A_DATE = re.compile(r"^[\"']?(?:date|start|fecha|inicio)", re.IGNORECASE | re.MULTILINE)
_GEDCOM = re.compile(r"\s*0\s+(?:@[^@]+@\s+)?HEAD\b")
_ROOTS_KNOWN = {
    "svg": "SVG", "html": "HTML", "kml": "KML", "gpx": "GPX", "rss": "RSS", "feed": "Atom", "TEI": "TEI",
    "Project": "Microsoft Project (XML)", "opml": "OPML", "ead": "EAD", "mets": "METS", "FreeMind": "FreeMind",
}  # fmt: skip


def detect(opened: Opened) -> Format:
    """Return the format of a file; raises ImportRefusedError, which says what to do instead, for others."""
    head, ending = opened.head, opened.path.suffix.lower()
    if head.startswith(_ZIP):
        return _in_archive(opened, ending)
    if head.startswith(_OLE):
        if ending in (".xlsx", ".xlsm"):  # encrypted workbooks are wrapped in the older format
            raise ImportRefusedError(ImportWords.LOCKED_WORKBOOK.of())
        raise ImportRefusedError(_REFUSED_BY_NAME.get(ending, ImportWords.OLD_EXCEL).of())
    for beginning, words in _REFUSED_BY_BEGINNING:
        if head.startswith(beginning) and (beginning != b"BM" or ending == ".bmp"):
            raise ImportRefusedError(words.of())
    if head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        raise ImportRefusedError(ImportWords.PICTURE.of())
    if ending in _REFUSED_BY_NAME:
        raise ImportRefusedError(_REFUSED_BY_NAME[ending].of())
    text = (
        head.decode(encoding_of(opened.content), errors="replace").removeprefix("\ufeff").lstrip()
    )
    return _of_text(opened, text, ending)


def _in_archive(opened: Opened, ending: str) -> Format:
    if ending in _REFUSED_BY_NAME:
        raise ImportRefusedError(_REFUSED_BY_NAME[ending].of())
    if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in opened.head[:200]:
        return FORMATS["ods"]
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in opened.head[:200]:
        raise ImportRefusedError(ImportWords.WORD.of())
    names = opened.content[-1_000_000:] + opened.head
    if b"xl/workbook.xml" in names:
        return FORMATS["xlsx"]
    if b"xl/workbook.bin" in names:
        raise ImportRefusedError(ImportWords.BINARY_EXCEL.of())
    if b"word/document.xml" in names:
        raise ImportRefusedError(ImportWords.WORD.of())
    if ending in (".xlsx", ".xlsm", ".ods"):
        return FORMATS["ods" if ending == ".ods" else "xlsx"]
    raise ImportRefusedError(ImportWords.ARCHIVE.of())


def _of_text(opened: Opened, text: str, ending: str) -> Format:
    if text.startswith("BEGIN:VCALENDAR"):
        return FORMATS["icalendar"]
    if _GEDCOM.match(text):
        return FORMATS["gedcom"]
    if text.startswith("<"):
        return _of_xml(opened, text)
    if text.startswith("{") and ending != ".csv":
        lines = text.splitlines()
        if len(lines) > 1 and lines[0].rstrip().endswith("}") and lines[1].startswith("{"):
            return FORMATS["jsonl"]
    if text.startswith(("{", "[")) or json_tree.SCRIPT.match(text):
        return _of_json(opened)
    if _is_table(ending):
        return FORMATS["csv"]
    if ending in (".mw", ".markwhen"):
        return FORMATS["markwhen"]
    if (fields := fields_in(text)) is not None:
        is_event = _NAMES_A_DATE.search(fields) or not markwhen.looks_like(text[len(fields) :])
        return FORMATS["front-matter" if is_event else "markwhen"]
    return FORMATS["markwhen" if markwhen.looks_like(text) else "csv"]


def _is_table(ending: str) -> bool:
    return ending in (".csv", ".tsv", ".tab")


def _of_xml(opened: Opened, text: str) -> Format:
    is_html = text[:100].lower().startswith(("<!doctype html", "<html"))
    root = "html" if is_html else root_name(opened.content)
    if root == "timeline":
        return FORMATS["timeline-project"]
    if root == "data" and re.search(r"<event\b|date-time-format|wiki-url", text):
        return FORMATS["simile-xml"]
    if not root and "<!DOCTYPE" in text:  # one that defines so much that no element comes soon
        raise ImportRefusedError(ImportWords.XML_ENTITIES.of())
    raise ImportRefusedError(ImportWords.UNKNOWN_XML.of(_ROOTS_KNOWN.get(root, root or text[1:20])))


def _of_json(opened: Opened) -> Format:
    value = json_tree.json_of(opened)
    top = json_tree.obj(value)
    if str(top.get("format", "")).startswith("chronology/"):
        raise ImportRefusedError(ImportWords.ALREADY.of())
    if isinstance(json_tree.obj(top.get("timeline")).get("date"), list):
        return FORMATS["timelinejs-2"]
    if isinstance(json_tree.obj(top.get("results")).get("bindings"), list):
        return FORMATS["sparql-json"]
    items = records.rows_of(value)
    keys = {key for item in items[:50] for key in item}
    if "start_date" in keys and any(isinstance(i.get("start_date"), dict) for i in items):
        return FORMATS["timelinejs"]
    if {"content", "start"} <= keys:
        return FORMATS["vis"]
    if "start" in keys and ("dateTimeFormat" in top or {"durationEvent", "isDuration"} & keys):
        return FORMATS["simile-json"]
    if (items and not _is_geography(top)) or _is_one_event(top):
        return FORMATS["json"]
    raise ImportRefusedError(ImportWords.UNKNOWN_JSON.of(_what_it_is(value)))


def _is_geography(top: dict[str, Any]) -> bool:
    return top.get("type") in ("FeatureCollection", "Feature", "Topology")


def _is_one_event(top: dict[str, Any]) -> bool:
    return bool({"date", "start", "start_date"} & top.keys()) and bool(
        {"title", "name", "headline"} & top.keys()
    )


def _what_it_is(value: Any) -> Message:
    top = json_tree.obj(value)
    if _is_geography(top):
        return ImportWords.LOOKS_LIKE.of("GeoJSON")
    if "$schema" in top and "vega" in str(top["$schema"]):
        return ImportWords.LOOKS_LIKE.of("Vega")
    if "@context" in top:
        return ImportWords.LOOKS_LIKE.of("JSON-LD")
    if "cells" in top and "nbformat" in top:
        return ImportWords.LOOKS_LIKE.of("Jupyter")
    if isinstance(value, list):
        return ImportWords.LIST_OF_NO_OBJECTS.of()
    return ImportWords.HAS_KEYS.of(", ".join(f"“{str(key)[:30]}”" for key in list(top)[:5]) or "{}")
