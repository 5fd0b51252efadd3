"""Pages of one event."""

from __future__ import annotations

import pytest

from peru_timeline.pictures.composition.composition import Measures
from peru_timeline.pictures.composition.one_event.event_page import compose_event
from peru_timeline.pictures.sizes import parse_size
from tests.pictures.composition.test_composing import faults
from tests.pictures.conftest import Opened, by_letters

MEASURES = Measures(by_letters, by_letters)


@pytest.mark.parametrize("titled", [True, False])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_event_has_a_page_on_which_nothing_is_cut(
    peru: Opened, language: str, titled: bool
) -> None:
    subject = peru.subject(language=language)
    for event in subject.events[::3].tolist():
        page = compose_event(subject, event, parse_size("16:9"), MEASURES, titled=titled)
        assert faults(page) == []
        assert event in page.events
        assert page.focus == event
        words = " ".join(line.text for line in page.text)
        found = subject.chronology.events[event]
        if found.evidence:
            assert found.evidence[0].quote in words
        assert len(page.rest) > 5


def test_the_height_that_the_words_leave_names_the_key_events_around(peru: Opened) -> None:
    subject = peru.subject()
    event = subject.chronology.event_index["belt-and-road"]
    page = compose_event(subject, event, parse_size("16:9"), MEASURES)
    told = {item.event: item for item in page.told}
    assert len(told) >= 4
    assert not told[event].dimmed
    assert all(item.dimmed for other, item in told.items() if other != event)
    assert {int(subject.columns.importance[other]) for other in told if other != event} == {3}
    assert set(page.left_out).isdisjoint(told)
    assert page.panel is not None
    words = [line.box.bottom for line in page.panel.lines]
    assert page.panel.box.bottom - max(words) < 40.0
    assert min(line.box.top for line in page.axis.labels) - page.panel.box.bottom < 30.0


def test_a_page_full_of_words_keeps_one_row_for_its_event(peru: Opened) -> None:
    subject = peru.subject()
    event = subject.chronology.event_index["belt-and-road"]
    page = compose_event(subject, event, parse_size("1600x620"), MEASURES, titled=False)
    assert page.events == (event,)
    assert faults(page) == []
