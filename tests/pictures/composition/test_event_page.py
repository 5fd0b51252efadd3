"""Pages of one event."""

from __future__ import annotations

import pytest

from peru_timeline.pictures.composition.composition import Measures
from peru_timeline.pictures.composition.event_page import compose_event
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
        assert page.events == (event,)
        words = " ".join(line.text for line in page.text)
        found = subject.chronology.events[event]
        if found.evidence:
            assert found.evidence[0].quote in words
        assert len(page.rest) > 5
