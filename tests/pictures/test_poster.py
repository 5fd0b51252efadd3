from __future__ import annotations

import pytest

from peru_timeline.pictures.page import Page, PageError, PageSpec
from peru_timeline.pictures.poster import PosterSpec, compose_poster
from peru_timeline.pictures.sizes import NAMED
from tests.pictures.conftest import Opened, by_letters
from tests.pictures.overlaps import outside, overlapping, titles_on_marks

SPECS = {
    "a3, two abreast": PosterSpec(PageSpec(NAMED["a3"]), 2),
    "a4 upright": PosterSpec(PageSpec(NAMED["a4-portrait"]), 1),
    "strip": PosterSpec(PageSpec(NAMED["a4"]), strip_mm=2500),
}


def titled(sheets: tuple[Page, ...]) -> set[int]:
    labels = {label.event for page in sheets for label in page.scene.labels}
    listed = {item.event for page in sheets for item in page.scene.shelf.items}
    return labels | listed | {card.event for page in sheets for card in page.scene.cards}


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS.keys())
def test_every_event_of_peru_has_its_title(peru: Opened, spec: PosterSpec) -> None:
    sheets = compose_poster(peru.subject(), spec, by_letters)
    assert titled(sheets) == set(range(len(peru.chronology.events)))
    for page in sheets:
        assert overlapping(page) == []
        assert outside(page) == []
        assert titles_on_marks(page) == []


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS.keys())
def test_a_thousand_events_without_overlap(made_up: Opened, spec: PosterSpec) -> None:
    sheets = compose_poster(made_up.subject(), spec, by_letters)
    assert titled(sheets) == set(range(1000))
    for page in sheets:
        assert overlapping(page) == []
        assert outside(page) == []


def test_sheets_are_numbered(peru: Opened) -> None:
    sheets = compose_poster(peru.subject(), PosterSpec(PageSpec(NAMED["a4"]), 2), by_letters)
    assert len(sheets) > 1
    for number, page in enumerate(sheets, start=1):
        assert f"{number} / {len(sheets)}" in [line.text for line in page.lines]


def test_a_poster_can_be_stopped(peru: Opened) -> None:
    spec = PosterSpec(PageSpec(NAMED["a4"]), 3)
    assert compose_poster(peru.subject(), spec, by_letters, lambda done, _all: done < 1) == ()


def test_impossible_posters_say_so(peru: Opened) -> None:
    with pytest.raises(PageError, match="1 to 100"):
        compose_poster(peru.subject(), PosterSpec(PageSpec(NAMED["a4"]), 0), by_letters)
