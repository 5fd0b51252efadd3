"""The picture of the whole: every key event by name, the others as density."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from peru_timeline.chronology.query import Query
from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import Composition, CompositionSpec
from peru_timeline.pictures.composition.styles import SMALLEST_PX
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.sizes import parse_size
from peru_timeline.pictures.subject import Subject
from peru_timeline.timeline.packing.mark_extents import KEY_IMPORTANCE
from peru_timeline.ui.paint.audience.picture_painting import MEASURES
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.pictures.conftest import Opened
from tests.pictures.conftest import opened as opened_for_pictures

SIZES = ("1600x900", "1920x1080", "a4", "a4-portrait", "4:3")


@pytest.fixture(scope="module")
def peru(opened: OpenChronology) -> Opened:
    return opened_for_pictures(opened.chronology)


def whole(peru: Opened, *, even: bool = False, language: str = "en") -> Subject:
    subject = peru.subject(language=language)
    return replace(subject, view=replace(subject.view, even_time=even))


def keys_of(subject: Subject) -> set[int]:
    return {e for e in subject.events.tolist() if subject.columns.importance[e] == KEY_IMPORTANCE}


def composed(subject: Subject, size: str, **asked: object) -> Composition:
    spec = replace(CompositionSpec(parse_size(size)), **asked)  # type: ignore[arg-type]
    return compose_for_audience(subject, spec, MEASURES)


@pytest.mark.parametrize("even", [False, True], ids=["days", "evened"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES)
def test_every_key_event_is_named_in_large_type(
    peru: Opened, size: str, language: str, *, even: bool
) -> None:
    subject = whole(peru, even=even, language=language)
    found = composed(subject, size)
    assert set(found.events) == keys_of(subject)
    assert len(found.left_out) == len(subject.events) - len(found.events)
    assert found.rest
    lines = [line for told in found.told for line in told.lines if line.text]
    assert all(line.px >= SMALLEST_PX for line in lines)
    assert not any(line.text.endswith("…") for line in lines)
    for told in found.told:
        assert found.area.left - 0.5 <= told.left < told.right <= found.area.right + 0.5
        assert all(line.box.bottom <= found.area.bottom + 0.5 for line in told.lines)
    for one, other in combinations(lines, 2):
        assert not one.box.overlaps(other.box, 3.0), (one.text, other.text)


def test_what_is_chosen_by_hand_or_quoted_is_told_in_its_usual_way(peru: Opened) -> None:
    subject = whole(peru)
    keys = sorted(keys_of(subject))
    assert len(composed(subject, "16:9", by_hand=tuple(keys)).events) < 20
    assert len(composed(subject, "16:9", focus=keys[0]).events) < 20
    filtered = peru.subject(Query(text="china"))
    assert len(composed(filtered, "16:9").events) <= 20


@pytest.mark.parametrize("even", [False, True], ids=["days", "evened"])
@pytest.mark.parametrize("size", SIZES)
def test_the_picture_of_every_event_names_the_key_events_too(
    peru: Opened, size: str, *, even: bool
) -> None:
    subject = whole(peru, even=even)
    page = compose(subject, PageSpec(parse_size(size)), MEASURES.sans)
    titled = {label.event for label in page.scene.labels}
    said = " ".join(line.text for line in page.lines)
    assert not said.count("…")
    for event in keys_of(subject) - titled:
        assert subject.chronology.events[event].title["en"] in said
