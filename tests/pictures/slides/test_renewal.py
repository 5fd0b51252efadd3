"""Renewing a deck, and decks in a template of the reader's."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu

from peru_timeline.chronology.query import Query
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import CompositionSpec
from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.slides.deck import ViewSlide, deck
from peru_timeline.pictures.slides.office_fonts import OFFICE_MEASURES
from peru_timeline.pictures.slides.renewal import slide_names
from peru_timeline.pictures.slides.template import HOUSE, Template, template_of
from peru_timeline.pictures.text_lines import wrapped
from tests.pictures.conftest import Opened
from tests.pictures.slides.test_deck import PALETTE


def view(peru: Opened, headline: str, key: str = "one", template: Template = HOUSE) -> ViewSlide:
    subject = peru.subject(Query(text="chancay"))
    spec = CompositionSpec(template.page_size, headline, titled=template is HOUSE)
    composition = compose_for_audience(subject, spec, OFFICE_MEASURES)
    return ViewSlide(key, composition, subject, (int(subject.events[0]),), f"Say: {headline}")


def presentation_of(content: bytes | None) -> Any:
    assert content is not None
    return Presentation(io.BytesIO(content))


def titles(content: bytes | None) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in presentation_of(content).slides]


def with_foreign_slides(content: bytes | None) -> bytes:
    """The deck as a speaker has changed it: a slide of their own first, another in the middle, notes on ours."""
    presentation = presentation_of(content)
    for position, title in ((0, "Welcome"), (2, "A joke")):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text_frame.text = title
        slide.notes_slide.notes_text_frame.text = f"{title}, in my own words"
        ids = presentation.slides._sldIdLst
        own = ids[-1]
        ids.remove(own)
        ids.insert(position, own)
    made = io.BytesIO()
    presentation.save(made)
    return made.getvalue()


def slide_bytes(content: bytes | None, title: str) -> bytes:
    """The bytes of the part of the slide with this title."""
    presentation = presentation_of(content)
    names = slide_names(presentation)
    slide = next(s for s in presentation.slides if s.shapes.title.text_frame.text == title)
    with zipfile.ZipFile(io.BytesIO(content or b"")) as archive:
        return archive.read(names[slide.part])


def test_our_slides_are_new_and_foreign_ones_the_same_to_the_byte(peru: Opened) -> None:
    changed = with_foreign_slides(deck([view(peru, "Before")], PALETTE))
    before = titles(changed)
    renewed = deck([view(peru, "After the data changed")], PALETTE, existing=changed)
    assert titles(renewed) == [
        "After the data changed" if title == "Before" else title for title in before
    ]
    for title in ("Welcome", "A joke"):
        assert slide_bytes(renewed, title) == slide_bytes(changed, title)
    notes = [slide.notes_slide.notes_text_frame.text for slide in presentation_of(renewed).slides]
    assert "Welcome, in my own words" in notes
    assert "Say: After the data changed" in notes


def saved(presentation: Any) -> bytes:
    made = io.BytesIO()
    presentation.save(made)
    return made.getvalue()


def test_a_deck_that_lost_the_names_of_its_slides_is_renewed_too(peru: Opened) -> None:
    """LibreOffice drops them."""
    presentation = presentation_of(with_foreign_slides(deck([view(peru, "Before")], PALETTE)))
    for slide in presentation.slides:
        slide._element.cSld.attrib.pop("name", None)
    before = saved(presentation)
    renewed = deck([view(peru, "After")], PALETTE, existing=before)
    assert titles(renewed) == ["After" if title == "Before" else title for title in titles(before)]
    assert titles(deck([view(peru, "Again")], PALETTE, existing=renewed)).count("Again") == 1


def test_slides_of_ours_stay_where_the_speaker_moved_them(peru: Opened) -> None:
    presentation = presentation_of(deck([view(peru, "Before")], PALETTE))
    ids = presentation.slides._sldIdLst
    first = ids[0]
    ids.remove(first)
    ids.append(first)
    moved = saved(presentation)
    renewed = titles(deck([view(peru, "After")], PALETTE, existing=moved))
    assert renewed == [*titles(moved)[:-1], "After"]


def test_a_copy_of_a_slide_of_ours_belongs_to_the_speaker(peru: Opened) -> None:
    presentation = presentation_of(deck([view(peru, "Before")], PALETTE))
    ours = presentation.slides[0]
    copy = presentation.slides.add_slide(ours.slide_layout)
    for shape in list(copy.shapes):
        shape._element.getparent().remove(shape._element)
    for element in ours.shapes._spTree.iter_shape_elms():
        copy.shapes._spTree.append(deepcopy(element))
    copy._element.cSld.set("name", ours._element.cSld.get("name"))
    before = saved(presentation)
    renewed = deck([view(peru, "After")], PALETTE, existing=before)
    assert titles(renewed).count("After") == 1
    assert titles(renewed).index("After") == 0
    assert slide_bytes(renewed, "Before") == last_slide(before)


def last_slide(content: bytes) -> bytes:
    presentation = presentation_of(content)
    names = slide_names(presentation)
    last = presentation.slides[len(presentation.slides) - 1]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(names[last.part])


def test_notes_that_the_speaker_has_written_on_our_slides_stay(peru: Opened) -> None:
    presentation = presentation_of(deck([view(peru, "Before")], PALETTE))
    presentation.slides[0].notes_slide.notes_text_frame.text = "Mine"
    made = io.BytesIO()
    presentation.save(made)
    renewed = deck([view(peru, "After")], PALETTE, existing=made.getvalue())
    slides = presentation_of(renewed).slides
    assert slides[0].notes_slide.notes_text_frame.text == "Mine"
    assert slides[0].shapes.title.text_frame.text == "After"


def test_a_new_view_comes_behind_the_one_before_it(peru: Opened) -> None:
    first, second = view(peru, "One", "one"), view(peru, "Two", "two")
    changed = with_foreign_slides(deck([first], PALETTE))
    found = titles(deck([first, second], PALETTE, existing=changed))
    assert found.index("Two") > found.index("One")
    assert found.index("Two") < found.index("Sources")


def test_renewing_without_a_change_changes_no_text(peru: Opened) -> None:
    made = deck([view(peru, "One")], PALETTE)
    assert titles(deck([view(peru, "One")], PALETTE, existing=made)) == titles(made)


def test_a_deck_that_is_not_ours_or_no_deck_is_refused(peru: Opened) -> None:
    foreign = io.BytesIO()
    Presentation().save(foreign)
    with pytest.raises(PageError, match="no slide in this file"):
        deck([view(peru, "One")], PALETTE, existing=foreign.getvalue())
    with pytest.raises(PageError, match="not a PowerPoint file"):
        deck([view(peru, "One")], PALETTE, existing=b"PK but no zip")


# --- templates -------------------------------------------------------------------------------


def template(width: int, height: int, *, title_height: int | None = None) -> bytes:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(width), Emu(height)
    for layout in presentation.slide_layouts:
        for placeholder in list(layout.placeholders):
            if "TITLE" in placeholder.placeholder_format.type.name and title_height:
                placeholder.left, placeholder.top = Emu(300_000), Emu(200_000)
                placeholder.width, placeholder.height = Emu(width - 600_000), Emu(title_height)
    presentation.slides.add_slide(presentation.slide_layouts[0])  # an example, as templates have
    made = io.BytesIO()
    presentation.save(made)
    return made.getvalue()


WIDE = (12_192_000, 6_858_000)


@pytest.mark.parametrize("size", [WIDE, (9_144_000, 6_858_000)])
def test_a_template_gives_title_typefaces_and_colours(peru: Opened, size: tuple[int, int]) -> None:
    own = template_of(template(*size, title_height=1_000_000))
    content = deck([view(peru, "In our colours", template=own)], PALETTE, template=own)
    presentation = presentation_of(content)
    assert (presentation.slide_width, presentation.slide_height) == size
    assert len(presentation.slides) == 3
    slide = presentation.slides[0]
    assert slide.shapes.title.text_frame.text == "In our colours"
    assert slide.shapes.title.is_placeholder
    xml = zipfile.ZipFile(io.BytesIO(content or b"")).read(slide.part.partname[1:]).decode()
    assert 'typeface="+mn-lt"' in xml
    assert "Arial" not in xml
    assert 'schemeClr val="tx1"' in xml
    title_end = slide.shapes.title.top + slide.shapes.title.height
    for shape in slide.shapes:
        if shape.shape_id != slide.shapes.title.shape_id:
            assert shape.top >= title_end - 2
            assert shape.top + shape.height <= size[1] + 2
            assert shape.left + shape.width <= size[0]


def test_where_the_theme_s_typeface_is_wide_arial_stays(peru: Opened) -> None:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template(*WIDE, title_height=1_000_000))) as source,
        zipfile.ZipFile(made, "w") as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b'"Calibri"', b'"Verdana"'))
    own = template_of(made.getvalue())
    content = deck([view(peru, "Wide", template=own)], PALETTE, template=own)
    slide = presentation_of(content).slides[0]
    fonts = {font.get("typeface") for font in slide._element.iter(qn("a:latin"))}
    assert fonts <= {"Arial", "Times New Roman"}


def test_a_long_title_is_set_so_small_that_its_placeholder_holds_it(peru: Opened) -> None:
    own = template_of(template(*WIDE, title_height=700_000))
    long = "What the accounts say of the ports, the mines and the troops, and where they differ"
    slides = presentation_of(deck([view(peru, long, template=own)], PALETTE, template=own)).slides
    title = slides[0].shapes.title
    size = title.text_frame.paragraphs[0].runs[0].font.size.pt
    lines = wrapped(long, size, 600, title.width.pt, OFFICE_MEASURES.sans)
    assert len(lines) * 1.2 * size <= title.height.pt
    assert size >= 18


def test_a_potx_is_a_template_too(peru: Opened) -> None:
    content = template(*WIDE, title_height=1_000_000)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"presentationml.presentation.main", b"presentationml.template.main"
                )
            target.writestr(name, part)
    assert template_of(made.getvalue()).page_size.width == 1600


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not a zip", "not a PowerPoint file"),
        (template(*WIDE, title_height=5_000_000), "no wide layout"),
        (template(6_858_000, 12_192_000, title_height=1_000_000), "no wide layout"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(PageError, match=said):
        template_of(content)
