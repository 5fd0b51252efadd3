"""Handouts: the picture on top, and every event in it told below under its number."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.query import Query
from peru_timeline.chronology.text import in_language
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import CompositionSpec, Measures
from peru_timeline.pictures.composition.handout import BOTTOM_PX, SHEET, compose_handout
from peru_timeline.pictures.composition.placing import placed_on
from peru_timeline.pictures.sizes import parse_size
from peru_timeline.timeline.scene import Shape
from tests.chronology.made_up import load, small
from tests.pictures.conftest import Opened, by_letters, opened

MEASURES = Measures(by_letters, by_letters)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("text", ["chancay", "troops", ""])
def test_every_event_of_the_picture_is_told_under_its_number(
    peru: Opened, text: str, language: str
) -> None:
    subject = peru.subject(Query(text=text), language=language)
    pages = compose_handout(subject, CompositionSpec(SHEET), MEASURES)
    first = pages[0]
    numbers = {told.event: told.date.text.split(" · ")[0] for told in first.told}
    assert [numbers[event] for event in first.events] == [
        str(number) for number in range(1, len(first.told) + 1)
    ]
    words = " ".join(line.text for page in pages for line in page.head)
    for event in first.events:
        for evidence in subject.chronology.events[event].evidence[:1]:
            assert evidence.quote in words
    for page in pages:
        for line in page.text:
            assert line.box.bottom <= SHEET.height
            assert line.x + line.width <= SHEET.width


def test_lines_of_a_sheet_do_not_overlap(peru: Opened) -> None:
    for page in compose_handout(peru.subject(), CompositionSpec(SHEET), MEASURES):
        lines = sorted(page.text, key=lambda line: line.box.top)
        for number, line in enumerate(lines):
            for other in lines[number + 1 :]:
                if other.box.top > line.box.bottom:
                    break
                assert not line.box.overlaps(other.box, 3.0), (line.text, other.text)


@pytest.mark.parametrize("words", [300, 1500, 4000])
def test_an_event_that_no_page_holds_goes_on_overleaf(words: int) -> None:
    raw = small()
    long = " ".join(f"w{number}" for number in range(words))
    for event in raw["events"]:
        event["summary"] = {"en": long, "es": long}
    chronology = opened(load(raw))
    pages = compose_handout(chronology.subject(), CompositionSpec(SHEET), MEASURES)
    told = [line.text for page in pages for line in page.head]
    ends = sum(line.endswith((f"w{words - 1}", "…")) for line in told)
    assert ends == len(pages[0].events)
    titles = {in_language(chronology.chronology.events[e].title, "en") for e in pages[0].events}
    for page in pages:
        lines = page.head
        assert all(line.box.bottom <= SHEET.height - BOTTOM_PX + 1 for line in lines)
        last = max(lines, key=lambda line: line.middle)
        assert last.text not in titles  # no title is parted from what follows it
        assert not any(last.text == str(number) for number in range(1, len(titles) + 1))


def test_bars_are_told_apart_in_black_and_white(peru: Opened) -> None:
    first = compose_handout(peru.subject(), CompositionSpec(SHEET), MEASURES)[0]
    bars = [told.mark for told in first.told if told.mark.shape in (Shape.SPAN, Shape.FUZZY)]
    assert any(mark.tinted for mark in bars)


def test_a_composition_keeps_its_proportions_on_a_larger_page(peru: Opened) -> None:
    size = parse_size("16:9")
    spec = CompositionSpec(size, focus=int(peru.subject().events[3]))
    whole = compose_for_audience(peru.subject(), spec, MEASURES)
    half = placed_on(whole, size, 100.0, 50.0, 0.5)
    for before, after in zip(whole.text, half.text, strict=True):
        assert after.x == pytest.approx(100 + before.x / 2)
        assert after.middle == pytest.approx(50 + before.middle / 2)
        assert after.px == before.px / 2
    assert half.panel is not None
    assert whole.panel is not None
    assert half.panel.box.width == whole.panel.box.width / 2
    day = whole.scale.span.middle
    assert half.scale.to_px(day) == pytest.approx(100 + whole.scale.to_px(day) / 2)
