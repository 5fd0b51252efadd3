from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from peru_timeline.chronology.query import Query
from peru_timeline.chronology.text import in_language
from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.pictures.slides.deck import PageSlide, deck
from peru_timeline.pictures.slides.palette import Palette
from tests.pictures.conftest import Opened, by_letters

PALETTE = Palette(
    "FFFFFF", "FAFAF8", "FFFFFF", "E4E3DF", "F1F0ED", "1C1C1A", "5D5C57", "686762", "1C1C1A",
    "FFFFFF", "8A8983", "858480",
    ("E64844", "0377BA", "00A19C", "AA3377", "826F00", "7D7D78"),
    ("F6BDBC", "A4CEE7", "A3DDDB", "E0B5CD", "D2CBA4", "D0D0CE"),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(peru: Opened) -> tuple[bytes, PageSlide]:
    subject = peru.subject(Query(sectors=frozenset({"energy"})))
    view = PageSlide(
        compose(subject, PageSpec(NAMED["16:9"]), by_letters), subject, tuple(subject.events[:3])
    )
    return deck([view], PALETTE, by_letters) or b"", view


def test_overview_events_and_sources_each_have_a_slide(made: tuple[bytes, PageSlide]) -> None:
    presentation = Presentation(io.BytesIO(made[0]))
    assert len(presentation.slides) == 1 + 3 + 1
    assert presentation.slide_width == 12_192_000
    assert presentation.slide_height == 6_858_000


def test_the_overview_is_drawn_in_shapes_that_can_be_edited(made: tuple[bytes, PageSlide]) -> None:
    slide = Presentation(io.BytesIO(made[0])).slides[0]
    kinds = {shape.shape_type for shape in slide.shapes}
    assert MSO_SHAPE_TYPE.PICTURE not in kinds
    assert MSO_SHAPE_TYPE.GROUP in kinds
    texts = " ".join(_texts(slide.shapes))
    view = made[1]
    for index in view.subject.events.tolist():
        event = view.subject.chronology.events[index]
        assert in_language(event.title, "en") in texts


def test_every_group_is_described(made: tuple[bytes, PageSlide]) -> None:
    for slide in Presentation(io.BytesIO(made[0])).slides:
        for shape in slide.shapes:
            if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
                assert shape._element.nvGrpSpPr.cNvPr.get("descr")


def test_every_slide_has_its_title_and_every_shape_says_something_or_is_decoration(
    made: tuple[bytes, PageSlide],
) -> None:
    content, view = made
    slides = list(Presentation(io.BytesIO(content)).slides)
    event = view.subject.chronology.events[view.events[0]]
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title]
    assert titles[:2] == [view.page.title, in_language(event.title, "en")]
    assert len(titles) == len(slides)
    for slide in slides:
        for shape in slide.shapes:
            properties = next(shape._element.iter(qn("p:cNvPr")))
            text = shape.text_frame.text if shape.has_text_frame else ""
            decorative = any("decorative" in str(element.tag) for element in properties.iter())
            assert bool(text.strip() or properties.get("descr")) is not decorative


def test_an_event_is_told_with_its_quotation_and_all_citations_in_the_notes(
    made: tuple[bytes, PageSlide],
) -> None:
    slides = Presentation(io.BytesIO(made[0])).slides
    view = made[1]
    event = view.subject.chronology.events[view.events[0]]
    texts = " ".join(_texts(slides[1].shapes))
    assert event.evidence[0].quote in texts
    assert in_language(event.title, "en") in texts
    notes = slides[1].notes_slide.notes_text_frame.text
    assert all(evidence.quote in notes for evidence in event.evidence)


def test_nothing_lies_outside_a_slide(made: tuple[bytes, PageSlide]) -> None:
    presentation = Presentation(io.BytesIO(made[0]))
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= -1000
            assert shape.top >= -1000
            assert shape.top + shape.height <= (presentation.slide_height or 0) + 1000


def test_the_same_views_give_the_same_bytes(made: tuple[bytes, PageSlide]) -> None:
    assert deck([made[1]], PALETTE, by_letters) == made[0]


def test_slides_can_be_stopped(made: tuple[bytes, PageSlide]) -> None:
    assert deck([made[1]], PALETTE, by_letters, lambda done, _all: done < 2) is None


def _texts(shapes: object) -> list[str]:
    found = []
    for shape in shapes:  # type: ignore[attr-defined]
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            found += _texts(shape.shapes)
        elif shape.has_text_frame:
            found.append(shape.text_frame.text)
    return found
