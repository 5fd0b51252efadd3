"""What other programs read out of our files is, word for word, what was drawn or written."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader
from PySide6.QtGui import QImage, QPainter

from peru_timeline.chronology.formats.files import WRITERS
from peru_timeline.chronology.formats.table import build_table
from peru_timeline.chronology.query import Query
from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import CompositionSpec
from peru_timeline.pictures.page import Page, PageSpec
from peru_timeline.pictures.poster import PosterSpec, compose_poster
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.pictures.slides.deck import ViewSlide, deck
from peru_timeline.pictures.slides.office_fonts import OFFICE_MEASURES
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.export.rendering import palette_of
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint.files.pdf_file import pdf
from peru_timeline.ui.paint.files.svg_file import svg
from peru_timeline.ui.paint.page_painting import paint_page
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.paint.text_painting import TextPainter
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.subjects import subject_of

SVG = "{http://www.w3.org/2000/svg}"
VERBATIM = "a -> b <- c => d -- e (c) (R) fi fl ffi 12:30 3x4 2009-2012 5/41 A-B ’tis “so” «ñ»"


@pytest.fixture(params=["en", "es"])
def subject(opened: OpenChronology, request: pytest.FixtureRequest) -> Subject:
    query = Query(sectors=frozenset({"energy", "military"}))
    return subject_of(opened, query, request.param)


@pytest.fixture
def page(subject: Subject) -> Page:
    return compose(subject, PageSpec(NAMED["16:9"], subtitle=VERBATIM), text_width)


def drawn(pages: Iterable[Page], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is drawn of these pages, in order."""
    found: list[str] = []

    def draw(_self: object, _x: float, _middle: float, text: str, *_look: object) -> None:
        found.append(text)

    buffer = QImage(10, 10, QImage.Format.Format_RGB32)
    with monkeypatch.context() as patched, QPainter(buffer) as painter:
        patched.setattr(TextPainter, "draw", draw)
        for page in pages:
            paint_page(painter, page, LIGHT, vector=True)
    return found


def words(texts: Iterable[str]) -> list[str]:
    return " ".join(texts).split()


def misread(text: str) -> set[str]:
    """Characters of `text` that nobody types: private ones, and ligatures."""
    return {
        character
        for character in text
        if "\ue000" <= character <= "\uf8ff"
        or character >= "\U000f0000"
        or "\ufb00" <= character <= "\ufb06"
    }


def test_misread_characters_are_found() -> None:
    assert misread("5\ue07641 \U000f0001 \U00100001 ﬁ fi") == {
        "\ue076", "\U000f0001", "\U00100001", "ﬁ",
    }  # fmt: skip


# --- pictures --------------------------------------------------------------------------------


def test_text_of_a_pdf_is_what_was_drawn(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    content = pdf([page], LIGHT) or b""
    (read,) = PdfReader(io.BytesIO(content)).pages
    assert words([read.extract_text()]) == words(drawn([page], monkeypatch))
    assert not misread(read.extract_text())
    assert "\t" not in read.extract_text()


def test_text_of_a_poster_is_what_was_drawn(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = compose_poster(subject, PosterSpec(PageSpec(NAMED["a4"]), 2), text_width)
    read = PdfReader(io.BytesIO(pdf(sheets, LIGHT) or b""))
    assert words(page.extract_text() for page in read.pages) == words(drawn(sheets, monkeypatch))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_text_of_a_pdf_is_what_was_drawn_to_poppler_too(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf([page], LIGHT) or b"")
    read = subprocess.run(
        ["pdftotext", "-raw", file, "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    written = Counter("".join(drawn([page], monkeypatch)))
    found = Counter(read)
    for blank in (" ", "\n", "\f"):  # words can be separated by their positions instead
        del written[blank], found[blank]
    assert found == written


def test_text_of_an_svg_is_what_was_drawn(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    root = ElementTree.fromstring(svg(page, LIGHT).decode("utf-8"))
    texts = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert texts == [text for text in drawn([page], monkeypatch) if text.strip()]
    assert not misread("".join(texts))


def test_text_of_a_slide_is_what_was_drawn(subject: Subject) -> None:
    spec = CompositionSpec(NAMED["16:9"], line=VERBATIM)
    composition = compose_for_audience(subject, spec, OFFICE_MEASURES)
    content = deck([ViewSlide("view", composition, subject)], palette_of(LIGHT)) or b""
    slide = pptx.Presentation(io.BytesIO(content)).slides[0]
    texts = list(_texts(slide.shapes))
    said = [line.text for line in composition.text]
    assert Counter(words(texts)) == Counter(words(said))
    assert not misread("".join(texts))


def _texts(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _texts(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame.text


# --- tables ----------------------------------------------------------------------------------


def _csv_text(content: bytes) -> str:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    return "\n".join(cell for row in rows for cell in row)


def _markdown_text(content: bytes) -> str:
    tokens = MarkdownIt().enable("table").parse(content.decode("utf-8"))
    inline = (child for token in tokens for child in token.children or ())
    return "\n".join(child.content for child in inline)


def _html_text(content: bytes) -> str:
    class Reader(HTMLParser):
        def handle_data(self, data: str) -> None:
            found.append(data)

    found: list[str] = []
    Reader().feed(content.decode("utf-8"))
    return "\n".join(found)


def _word_text(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


READERS = {".csv": _csv_text, ".md": _markdown_text, ".html": _html_text, ".docx": _word_text}


@pytest.mark.parametrize("ending", READERS)
def test_text_of_a_table_is_what_the_chronology_says(subject: Subject, ending: str) -> None:
    chronology, events = subject.chronology, subject.events.tolist()
    read = READERS[ending](WRITERS[ending[1:]](chronology, events, subject.language))
    assert not misread(read)
    apart = " ".join(read.split())
    table = build_table(chronology, events, subject.language)
    for row in table.rows:
        for cell in row[:6]:
            assert " ".join(str(cell).split()) in apart
    if ending != ".csv":
        for source in table.sources:
            assert " ".join(source.split()) in apart


@pytest.mark.parametrize("ending", [".txt", ".json", ".bib", ".ris"])
def test_bibliographies_hold_no_character_that_nobody_types(subject: Subject, ending: str) -> None:
    events = subject.events.tolist()
    content = WRITERS[ending[1:]](subject.chronology, events, subject.language)
    assert not misread(content.decode("utf-8"))
