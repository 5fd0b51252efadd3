"""Whatever a file says, each output is a file that its own reader opens, or a sentence."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import rispy
from docx import Document
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pptx import Presentation
from pybtex.database import parse_string
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from peru_timeline.chronology.formats.files import WRITERS
from peru_timeline.chronology.formats.styles.references import STYLES
from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.poster import PosterSpec
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.ui.export.rendering import picture, poster, slides
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.chronology.made_up import small
from tests.robust.hostile_texts import TEXTS, saying
from tests.ui.subjects import subject_of

LONGEST = 100_000
"""Characters of the texts that are tried here; what longer ones do to the window is tested elsewhere."""


def xml(content: bytes) -> Any:
    """Read XML, within the limits that readers have."""
    return etree.fromstring(content)


def opened_by_office(read: Callable[[io.BytesIO], Any]) -> Callable[[bytes], Any]:
    return lambda content: read(io.BytesIO(content))


def html(content: bytes) -> None:
    HTMLParser().feed(content.decode())


READERS: Mapping[str, Callable[[bytes], Any]] = {
    "csv": lambda content: list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))),
    "xlsx": opened_by_office(load_workbook),
    "md": lambda content: MarkdownIt("commonmark").enable("table").parse(content.decode()),
    "html": html,
    "docx": opened_by_office(Document),
    "json": json.loads,
    "bib": lambda content: parse_string(content.decode(), "bibtex"),
    "ris": lambda content: rispy.loads(content.decode()),
    "txt": lambda content: content.decode(),
    **dict.fromkeys(STYLES, html),
    "timelinejs": json.loads,
    "simile": json.loads,
    "timeline-project": xml,
    "png": lambda content: not QImage.fromData(content).isNull() or pytest.fail("no picture"),
    "svg": xml,
    "pdf": lambda content: PdfReader(io.BytesIO(content)).pages[0],
    "poster": lambda content: PdfReader(io.BytesIO(content)).pages[0],
    "pptx": opened_by_office(Presentation),
}


def opened(raw: dict[str, Any]) -> OpenChronology:
    return OpenChronology(Path("x"), parse_chronology(json.dumps(raw).encode(), "x"))


def outputs(chronology: OpenChronology) -> Mapping[str, Callable[[], bytes | None]]:
    """Everything that can be made of a chronology, by name."""
    events = range(len(chronology.chronology.events))
    subject, spec = subject_of(chronology), PageSpec(NAMED["16:9"])
    texts: dict[str, Callable[[], bytes | None]] = {
        name: partial(write, chronology.chronology, events, "en") for name, write in WRITERS.items()
    }
    return texts | {
        "png": lambda: picture(subject, "png", spec, LIGHT, 1.0),
        "svg": lambda: picture(subject, "svg", spec, LIGHT, 1.0),
        "pdf": lambda: picture(subject, "pdf", spec, LIGHT, 1.0),
        "poster": lambda: poster(subject, PosterSpec(spec), LIGHT),
        "pptx": lambda: slides(subject, events, spec, LIGHT),
    }


def told_or_opened(chronology: OpenChronology) -> dict[str, str]:
    """What became of each output: "opened", or the sentence with which it was refused."""
    found = {}
    for name, make in outputs(chronology).items():
        try:
            content = make()
        except ValueError as refused:  # PageError and SizeError are such too
            found[name] = str(refused)
            continue
        assert content, name
        READERS.get(name, bytes.decode)(content)
        found[name] = "opened"
    return found


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", [name for name, text in TEXTS.items() if len(text) <= LONGEST])
def test_each_output_is_opened_by_its_own_reader_or_told_in_a_sentence(name: str) -> None:
    found = told_or_opened(opened(saying(TEXTS[name])))
    refused = {output: told for output, told in found.items() if told != "opened"}
    why = {"xlsx": "longer than a cell of Excel; use CSV", "csv": "than an import reads in one row"}
    assert set(refused) <= set(why)
    assert all(why[output] in told for output, told in refused.items())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("length", [239, 240, 255, 256, 500])
def test_titles_of_any_length_fit_into_the_properties_of_documents(length: int) -> None:
    raw = small()
    title = ("title " * 100)[:length].rstrip().ljust(length, "x")
    raw["title"] = {"en": title, "es": title}
    raw["events"][0]["title"] = {"en": title, "es": title}
    found = told_or_opened(opened(raw))
    assert set(found.values()) == {"opened"}
    made = outputs(opened(raw))
    titles = {
        Document(io.BytesIO(made["docx"]() or b"")).core_properties.title,
        Presentation(io.BytesIO(made["pptx"]() or b"")).core_properties.title,
        load_workbook(io.BytesIO(made["xlsx"]() or b"")).properties.title,
    }
    assert titles == {title if length <= 255 else f"{title[:254]}…"}


def test_every_output_has_a_reader_here(qapp: QCoreApplication) -> None:
    as_text = {"markwhen", "icalendar", "timelinejs-sheet"}
    assert set(outputs(opened(small()))) - set(READERS) <= as_text
