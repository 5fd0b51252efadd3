"""Titles from right to left beside dates and numbers, and every kind of line break, in all that comes out."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pptx import Presentation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.citation import event_with_citations, quotation_with_citation
from peru_timeline.chronology.formats.styles.references import STYLES
from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import Composition, CompositionSpec, Measures
from peru_timeline.pictures.composition.handout import compose_handout
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.pictures.webpage.page_html import web_page
from peru_timeline.ui.canvas.accessible.event_text import event_name
from peru_timeline.ui.export.rendering import page_colours
from peru_timeline.ui.look.plain_text import displayable, one_line
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.look.wording import NO_BREAK_SPACE
from peru_timeline.ui.panels.event_panel import EventPanel
from peru_timeline.ui.panels.event_table import EventTable
from peru_timeline.ui.panels.facet_model import ACCESSIBLE_TEXT, FacetModel, source_names
from peru_timeline.ui.panels.filter_chips import FilterChips
from peru_timeline.ui.session.saving import window_title
from peru_timeline.ui.state.open_chronology import OpenChronology, Unsaved
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.about_dialog import about_text
from tests.pictures.webpage.pages import Elements
from tests.robust.test_exports import opened, outputs
from tests.ui.subjects import subject_of
from tests.ui.windows import TALKS, both, chronology_data

HEBREW = "\u05d4\u05e1\u05db\u05dd"
TITLE = f"{HEBREW} 2003"
"""Ends in a number, which would join a date or a count that follows."""
ISOLATED = re.compile(f"\u2068{HEBREW}[^\u2069]*\u2069")
BREAKS = "one\r\ntwo\rthree\u2028four\u2029five"
LONE_BREAKS = re.compile("\r(?!\n)|[\u2028\u2029]|_x000D_|&#13;|&#xD;|\\\\r|\\\\u202[89]")
LINES_END_WITH_CR_LF = {"csv", "timelinejs-sheet", "icalendar", "ris"}


def from_right_to_left() -> dict[str, Any]:
    """The made-up chronology, with such names of everything that has one."""
    raw = chronology_data()
    raw["title"] = both(TITLE) | {"es": TITLE}
    for event in raw["events"]:
        event["title"] = {"en": TITLE, "es": TITLE}
    for source in raw["sources"]:
        source["title"] = source["publisher"] = TITLE
    for named in (*raw["actors"], *raw["sectors"]):
        named["name"] = {"en": TITLE, "es": TITLE}
    return raw


def with_breaks() -> dict[str, Any]:
    """The made-up chronology, with every kind of line break in every text that may have one."""
    raw = chronology_data()
    raw["description"] = {"en": BREAKS, "es": BREAKS}
    for event in raw["events"]:
        event["summary"] = {"en": BREAKS, "es": BREAKS}
        event["notes"] = [{"kind": "conflict", "text": {"en": BREAKS, "es": BREAKS}}]
        event["date_note"] = {"en": BREAKS, "es": BREAKS}
        for evidence in event["evidence"]:
            evidence["quote"] = BREAKS
    return raw


def texts_of(name: str, content: bytes) -> str:
    """All that is written in an output; that of an office file is in an archive."""
    if content[:2] != b"PK":
        return "" if name in ("png", "pdf", "poster") else content.decode("utf-8-sig")
    archive = zipfile.ZipFile(io.BytesIO(content))
    parts = (part for part in archive.namelist() if part.endswith(".xml"))
    return html.unescape(
        "\n".join(archive.read(part).decode() for part in parts if "Props" not in part)
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a \u2068b\u2069 c", "a \u2068b\u2069 c"),
        ("a \u2068b c", "a b c"),
        ("a b\u2069 c", "a b c"),
        ("\u2068a \u2068b\u2069 c\u2069", "a \u2068b\u2069 c"),
        ("\u2066a\u2069 \u2067b\u2069 \u202ec", "a b c"),
    ],
)
def test_only_whole_pairs_of_our_marks_are_shown(text: str, shown: str) -> None:
    assert displayable(text) == shown
    assert one_line(text) == shown


def test_a_pair_that_is_cut_is_taken_away() -> None:
    assert one_line(f"\u2068{'b' * 30}\u2069 2003", 20) == f"{'b' * 19}…"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["csv", "xlsx", "md", "html", "docx", "txt", *STYLES])
def test_tables_and_citations_isolate_what_runs_from_right_to_left(name: str) -> None:
    content = outputs(opened(from_right_to_left()))[name]()
    said = texts_of(name, content or b"").replace("\\", "")
    bare = [
        said[at.start() - 12 : at.end() + 12] for at in re.finditer(HEBREW, ISOLATED.sub("", said))
    ]
    beside = [each for each in bare if re.search(r"\d{4}[^\d<\"]{0,4}\d{4}", each)]
    assert beside == []
    assert ISOLATED.search(said)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", list(outputs(opened(chronology_data()))))
def test_no_line_break_but_the_line_feed_comes_out(name: str) -> None:
    content = outputs(opened(with_breaks()))[name]()
    assert content
    said = texts_of(name, content)
    assert LONE_BREAKS.findall(said) == []
    if content[:2] != b"PK":  # the parts of an office file begin with a line of their own
        assert ("\r\n" in said) == (name in LINES_END_WITH_CR_LF)


def test_what_is_copied_has_no_line_break_but_the_line_feed() -> None:
    chronology = opened(with_breaks()).chronology
    event = chronology.events[TALKS]
    source = chronology.source_by_id[event.evidence[0].source]
    copied = [
        event_with_citations(event, chronology, "en"),
        quotation_with_citation(event.evidence[0], source, "en"),
    ]
    for text in copied:
        assert "one\ntwo\nthree\nfour\nfive" in text
        assert LONE_BREAKS.findall(text) == []


def in_panel(qtbot: QtBot, state: ViewState) -> str:
    """Everything that the panel of the selected event says, to the eye and to a screen reader."""
    panel = EventPanel(state, LIGHT, {})
    chips = FilterChips(state, LIGHT)
    said = []
    for whole in (panel, chips):
        qtbot.addWidget(whole)
        whole.show()
        for part in (whole, *whole.findChildren(QWidget)):
            text = part.property("text")
            said += [part.accessibleName(), part.toolTip(), text if isinstance(text, str) else ""]
    return "\n".join(said)


def in_filters(state: ViewState) -> str:
    """The rows of the sources, as they are painted and as they are read aloud."""
    model = FacetModel(state)
    sources = model.index(3, 0)
    rows = [model.index(row, 0, sources) for row in range(model.rowCount(sources))]
    return "\n".join(f"{row.data()}\n{row.data(ACCESSIBLE_TEXT)}" for row in rows)


SPEC, MEASURES = CompositionSpec(NAMED["16:9"]), Measures(lambda *_: 8.0, lambda *_: 8.0)


def words_of(composition: Composition) -> str:
    """What a picture for an audience says around its titles, and to people who do not see it."""
    lines = (*composition.head[1:], *composition.foot)
    return "\n".join([composition.description, *(line.text for line in lines)])


def in_deck(content: bytes) -> str:
    """The paragraphs of all slides and their notes."""
    said = []
    for slide in Presentation(io.BytesIO(content)).slides:
        frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
        if (notes := slide.notes_slide.notes_text_frame) is not None:
            frames.append(notes)
        said += [paragraph.text for frame in frames for paragraph in frame.paragraphs]
    return "\n".join(said)


def in_web_page(made: OpenChronology) -> str:
    page = web_page(subject_of(made), lambda *_: 8.0, page_colours())
    return "\n".join(Elements((page or b"").decode()).text)


def in_copied_rows(qtbot: QtBot, state: ViewState) -> str:
    table = EventTable(state, LIGHT)
    qtbot.addWidget(table)
    table.selectAll()
    table.copy_rows()
    return QGuiApplication.clipboard().text().replace("\t", " ")


BESIDE = re.compile(f"{HEBREW} 2003[^\\w\u2069\\n]*[ ,(:]+\\w")
"""Such a title with more behind it on its line and no mark between."""


@pytest.mark.parametrize(
    "place",
    [
        "panel", "filters", "name", "citation", "event", "about", "picture", "sources", "for an audience", "handout",
        "deck", "web page", "copied rows", "title of the window",
    ],
)  # fmt: skip
def test_what_the_window_says_beside_a_title_is_kept_apart_from_it(
    qtbot: QtBot, place: str
) -> None:
    made = opened(from_right_to_left())
    chronology = made.chronology
    state = ViewState(made)
    state.choose("sectors", "trade", chosen=True)
    state.set_text(TITLE)
    state.select(TALKS)
    event = chronology.events[TALKS]
    evidence = event.evidence[0]
    source = chronology.source_by_id[evidence.source]
    places: Mapping[str, Callable[[], str]] = {
        "panel": lambda: in_panel(qtbot, state),
        "filters": lambda: in_filters(state),
        "name": lambda: event_name(chronology, TALKS, "en"),
        "citation": lambda: quotation_with_citation(evidence, source, "en"),
        "event": lambda: event_with_citations(event, chronology, "en"),
        "about": lambda: about_text(chronology, "en"),
        "picture": lambda: (
            compose(subject_of(made), PageSpec(NAMED["16:9"]), lambda *_: 8.0).description
        ),
        "sources": lambda: "\n".join(source_names(chronology, "en").values()),
        "for an audience": lambda: words_of(compose_for_audience(subject_of(made), SPEC, MEASURES)),
        "handout": lambda: "\n".join(
            map(words_of, compose_handout(subject_of(made), SPEC, MEASURES))
        ),
        "deck": lambda: in_deck(outputs(made)["pptx"]() or b""),
        "web page": lambda: in_web_page(made),
        "copied rows": lambda: in_copied_rows(qtbot, state),
        "title of the window": lambda: window_title(
            made.kept_in(made.path, Unsaved(b"", checksum="x")), "en"
        ),
    }
    said = places[place]().replace(NO_BREAK_SPACE, " ")
    assert ISOLATED.search(said)
    assert BESIDE.findall(said) == []
