from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from peru_timeline.chronology.query import Query
from peru_timeline.chronology.text import in_language
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import CompositionSpec
from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.pictures.slides.deck import ViewSlide, deck
from peru_timeline.pictures.slides.office_fonts import OFFICE_MEASURES
from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import wrapped
from tests.pictures.conftest import Opened

PALETTE = Palette(
    "FFFFFF", "FAFAF8", "FFFFFF", "E4E3DF", "F1F0ED", "1C1C1A", "5D5C57", "686762", "1C1C1A",
    "FFFFFF", "8A8983", "858480",
    ("E64844", "0377BA", "00A19C", "AA3377", "826F00", "7D7D78"),
    ("F6BDBC", "A4CEE7", "A3DDDB", "E0B5CD", "D2CBA4", "D0D0CE"),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(peru: Opened) -> tuple[bytes, ViewSlide]:
    subject = peru.subject(Query(sectors=frozenset({"energy"})))
    view = view_of_subject(subject)
    return deck([view], PALETTE) or b"", view


def view_of_subject(subject: Subject, key: str = "view") -> ViewSlide:
    composition = compose_for_audience(subject, CompositionSpec(NAMED["16:9"]), OFFICE_MEASURES)
    return ViewSlide(key, composition, subject, tuple(subject.events[:3].tolist()))


def test_overview_events_and_sources_each_have_a_slide(made: tuple[bytes, ViewSlide]) -> None:
    presentation = Presentation(io.BytesIO(made[0]))
    assert len(presentation.slides) == 1 + 3 + 1
    assert presentation.slide_width == 12_192_000
    assert presentation.slide_height == 6_858_000


def test_the_overview_is_drawn_in_shapes_that_can_be_edited(made: tuple[bytes, ViewSlide]) -> None:
    slide = Presentation(io.BytesIO(made[0])).slides[0]
    kinds = {shape.shape_type for shape in slide.shapes}
    assert MSO_SHAPE_TYPE.PICTURE not in kinds
    assert MSO_SHAPE_TYPE.GROUP in kinds
    texts = " ".join(_texts(slide.shapes))
    view = made[1]
    assert view.composition.events
    for index in view.composition.events:
        event = view.subject.chronology.events[index]
        assert in_language(event.title, "en") in texts


def test_every_group_is_described(made: tuple[bytes, ViewSlide]) -> None:
    for slide in Presentation(io.BytesIO(made[0])).slides:
        for shape in slide.shapes:
            if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
                assert shape._element.nvGrpSpPr.cNvPr.get("descr")


def test_every_slide_has_its_title_and_every_shape_says_something_or_is_decoration(
    made: tuple[bytes, ViewSlide],
) -> None:
    content, view = made
    slides = list(Presentation(io.BytesIO(content)).slides)
    event = view.subject.chronology.events[view.events[0]]
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title]
    assert titles[:2] == [view.composition.title, in_language(event.title, "en")]
    assert len(titles) == len(slides)
    for slide in slides:
        for shape in slide.shapes:
            properties = next(shape._element.iter(qn("p:cNvPr")))
            text = shape.text_frame.text if shape.has_text_frame else ""
            decorative = any("decorative" in str(element.tag) for element in properties.iter())
            assert bool(text.strip() or properties.get("descr")) is not decorative


def test_an_event_is_told_with_its_quotation_and_all_citations_in_the_notes(
    made: tuple[bytes, ViewSlide],
) -> None:
    slides = Presentation(io.BytesIO(made[0])).slides
    view = made[1]
    event = view.subject.chronology.events[view.events[0]]
    texts = " ".join(_texts(slides[1].shapes))
    assert event.evidence[0].quote in texts
    assert in_language(event.title, "en") in texts
    notes = slides[1].notes_slide.notes_text_frame.text
    assert all(evidence.quote in notes for evidence in event.evidence)


def test_nothing_lies_outside_a_slide(made: tuple[bytes, ViewSlide]) -> None:
    presentation = Presentation(io.BytesIO(made[0]))
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= -1000
            assert shape.top >= -1000
            assert shape.top + shape.height <= (presentation.slide_height or 0) + 1000


def test_no_text_is_smaller_than_can_be_read_from_the_back(made: tuple[bytes, ViewSlide]) -> None:
    points_of_18_px = 18 / 120 * 72
    for slide in Presentation(io.BytesIO(made[0])).slides:
        sizes = [int(run.get("sz")) / 100 for run in slide._element.iter(qn("a:rPr"))]
        assert min(sizes) >= points_of_18_px - 0.1


def test_text_is_in_typefaces_that_are_there(made: tuple[bytes, ViewSlide]) -> None:
    for slide in Presentation(io.BytesIO(made[0])).slides:
        fonts = {font.get("typeface") for font in slide._element.iter(qn("a:latin"))}
        assert fonts <= {"Arial", "Times New Roman"}


def test_paragraphs_break_into_the_lines_that_were_measured(made: tuple[bytes, ViewSlide]) -> None:
    """Each text box is so wide that its words fill just the lines that its height has room for."""
    for slide in Presentation(io.BytesIO(made[0])).slides:
        for shape in _boxes(slide.shapes):
            run = next(shape._element.iter(qn("a:rPr")))
            spacing = next(shape._element.iter(qn("a:spcPts")), None)
            if spacing is None:
                continue
            px = int(run.get("sz")) / 100 / 72 * 120
            serif = next(run.iter(qn("a:latin"))).get("typeface") != "Arial"
            measure = OFFICE_MEASURES.serif if serif else OFFICE_MEASURES.sans
            weight = 700 if run.get("b") == "1" else 400
            width = shape.width / 914_400 * 120
            lines = wrapped(shape.text_frame.text, px, weight, width, measure)
            line_px = int(spacing.get("val")) / 100 / 72 * 120
            assert len(lines) <= round(shape.height / 914_400 * 120 / line_px)


def test_the_schema_s_order_is_kept_in_what_is_added_by_hand(made: tuple[bytes, ViewSlide]) -> None:
    order = ["xfrm", "prstGeom", "noFill", "solidFill", "gradFill", "pattFill", "ln", "effectLst"]
    for slide in Presentation(io.BytesIO(made[0])).slides:
        for properties in slide._element.iter(qn("p:spPr")):
            tags = [element.tag.split("}")[1] for element in properties]
            assert tags[0] == "xfrm"
            places = [order.index(tag) for tag in tags]
            assert places == sorted(places)
        for stops in slide._element.iter(qn("a:gsLst")):
            places = [int(stop.get("pos")) for stop in stops]
            assert len(set(places)) == len(places)
            assert places == sorted(places)


def test_the_same_views_give_the_same_bytes(made: tuple[bytes, ViewSlide]) -> None:
    assert deck([made[1]], PALETTE) == made[0]


def test_more_slides_of_events_than_anybody_shows_are_refused(
    made: tuple[bytes, ViewSlide],
) -> None:
    view = replace(made[1], events=made[1].events * 100)
    with pytest.raises(PageError, match="600 slides of events, and 500 are the most"):
        deck([view, view], PALETTE)


def test_slides_can_be_stopped(made: tuple[bytes, ViewSlide]) -> None:
    assert deck([made[1]], PALETTE, lambda done, _all: done < 2) is None


def _boxes(shapes: Iterable[Any]) -> Iterator[Any]:
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _boxes(shape.shapes)
        elif shape.has_text_frame and shape.text_frame.text.strip():
            yield shape


def _texts(shapes: object) -> list[str]:
    found = []
    for shape in shapes:  # type: ignore[attr-defined]
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            found += _texts(shape.shapes)
        elif shape.has_text_frame:
            found.append(shape.text_frame.text)
    return found
