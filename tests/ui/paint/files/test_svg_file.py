"""Pages as SVG."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest

from peru_timeline.chronology.query import Query
from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.page import Page, PageSpec
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.look.fonts import font_of
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint.files.svg_file import svg
from peru_timeline.ui.paint.files.svg_outlines import Outlines
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.subjects import subject_of

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def test_svg_is_the_same_each_time_and_small(subject: Subject) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    content = svg(page, LIGHT)
    assert content == svg(compose(subject, PageSpec(NAMED["16:9"]), text_width), LIGHT)
    assert len(content) < 1_000_000


def test_titles_before_marks_end_there_whatever_the_font(subject: Subject) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    root = ElementTree.fromstring(svg(page, LIGHT, "live").decode())
    anchored = {element.text for element in root.iter(f"{SVG}text") if element.get("text-anchor")}
    before = set()
    for label in page.scene.labels:
        mark = page.scene.mark_of(label.event, label.lane)
        if mark is not None and label.x + label.width <= mark.box_left:
            before.add(label.text)
    assert before
    assert anchored >= before
    assert not anchored & {line.text for line in page.lines}


def test_text_of_an_svg_is_text(opened: OpenChronology) -> None:
    subject = subject_of(opened, Query(sectors=frozenset({"energy"})), "es")
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    root = ElementTree.fromstring(svg(page, LIGHT, "live").decode("utf-8"))
    texts = [element.text for element in root.iter(f"{SVG}text")]
    for label in page.scene.labels:
        assert label.text in texts
    for line in page.lines:
        assert line.text in texts
    assert all(element.get("textLength") for element in root.iter(f"{SVG}text"))
    assert root.findtext(f"{SVG}title") == page.title
    assert "@font-face" in (root.findtext(f"{SVG}style") or "")
    assert not list(root.iter(f"{SVG}image"))


def test_every_gradient_of_an_svg_is_opaque(subject: Subject) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    root = ElementTree.fromstring(svg(page, LIGHT).decode("utf-8"))
    stops = list(root.iter(f"{SVG}stop"))
    assert stops
    assert {stop.get("stop-opacity", "1") for stop in stops} == {"1"}


def test_text_that_looks_like_markup_stays_text(subject: Subject) -> None:
    spec = PageSpec(NAMED["16:9"], "</text><script>x</script> & \x07", "<b>")
    content = svg(compose(subject, spec, text_width), LIGHT)
    root = ElementTree.fromstring(content.decode("utf-8"))
    assert not list(root.iter(f"{SVG}script"))


def test_letters_are_outlines_under_text_that_can_be_selected(subject: Subject) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    root = ElementTree.fromstring(svg(page, LIGHT).decode("utf-8"))
    texts = list(root.iter(f"{SVG}text"))
    assert {element.get("fill-opacity") for element in texts} == {"0"}
    assert [line.text for line in page.lines] == [e.text for e in texts if e.text in said(page)]
    assert "@font-face" not in (root.findtext(f"{SVG}style") or "")
    outlined = {path.get("id") for path in root.iter(f"{SVG}path") if path.get("id")}
    used = {use.get(f"{XLINK}href", "")[1:] for use in root.iter(f"{SVG}use")}
    assert used == outlined
    assert root.get("role") == "graphics-document document"  # its texts are read aloud
    hidden = [group for group in root.iter(f"{SVG}g") if group.get("aria-hidden")]
    assert len(hidden) == len(texts)


def test_outlined_letters_are_as_wide_as_the_text() -> None:
    outlines = Outlines()
    text = "AVATAR fi 1,172"
    drawn = outlines.drawn(text, font_of(24, 600), "0", "0", "#000")
    last = max(float(x) for x in re.findall(r'x="([\d.]+)"', drawn))
    assert last + text_width("2", 24, 600) == pytest.approx(text_width(text, 24, 600), abs=0.6)


def said(page: Page) -> set[str]:
    """What the lines of a page say that no title in it says too."""
    titles = {label.text for label in page.scene.labels}
    return {line.text for line in page.lines} - titles
