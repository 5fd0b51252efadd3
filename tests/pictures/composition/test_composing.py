"""Compositions: what is told, what is counted, and that nothing overlaps or is cut."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from peru_timeline.chronology.query import Query
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.views import load_views
from peru_timeline.paths import seeds_dir
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import (
    Composition,
    CompositionSpec,
    Measures,
)
from peru_timeline.pictures.composition.styles import SMALLEST_PX
from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.sizes import PageSize, for_audience, parse_size
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.text_measure import ELLIPSIS
from peru_timeline.timeline.view import view_of
from tests.pictures.conftest import Opened, by_letters

MEASURES = Measures(by_letters, by_letters)
SIZES = ("16:9", "4:3", "1024x600", "a4-portrait")
FLAT = ("2560x1080", "3440x1440", "2560x720")
WHOLE = 0.5


def story(peru: Opened, language: str) -> list[tuple[Subject, CompositionSpec]]:
    """Every view of the story that is shipped."""
    views = load_views(seeds_dir() / "peru-1992-2023.views.json", peru.chronology).views
    found = []
    for saved in views:
        view = view_of(saved)
        selected = None if view.selection is None else peru.chronology.event_index[view.selection]
        subject = Subject(
            peru.chronology, peru.columns, peru.facets.select(view.query), view, language
        )
        caption = saved.caption or {}
        spec = CompositionSpec(
            parse_size("16:9"),
            in_language(saved.name, language),
            in_language(caption, language),
            selected,
            place="12 / 16",
        )
        found.append((subject, spec))
    return found


def resized(spec: CompositionSpec, size: PageSize, focus: int | None) -> CompositionSpec:
    return CompositionSpec(size, spec.headline, spec.line, focus, place=spec.place)


def faults(composition: Composition) -> list[str]:
    """Texts that overlap, are cut by an edge, or are too small to read; marks over texts, unless these are in them."""
    found, size = [], composition.size
    lines = composition.text
    for line in lines:
        box = line.box
        if line.px < SMALLEST_PX:
            found.append(f"small: {line.text}")
        if min(box.left, box.top) < -WHOLE or box.right > size.width + WHOLE:
            found.append(f"cut: {line.text}")
        if box.bottom > size.height + WHOLE:
            found.append(f"below: {line.text}")
        if line.text.endswith(ELLIPSIS):
            found.append(f"shortened: {line.text}")
    slack = 3.0  # the box of a line of letters is a little higher than the line
    for one, other in itertools.combinations(lines, 2):
        if one.box.overlaps(other.box, slack):
            found.append(f"overlap: {one.text} / {other.text}")
    for told in composition.told:
        mark = told.mark
        half = mark.height / 2
        area = Box(mark.box_left, mark.y - half, mark.box_right - mark.box_left, mark.height)
        if area.left < composition.area.left - WHOLE or area.right > composition.area.right + WHOLE:
            found.append(f"mark outside: {told.event}")
        found += [
            f"mark on text: {told.event}, {line.text}"
            for line in lines
            if area.overlaps(line.box, slack) and not (mark.tinted and line in told.lines)
        ]
        if told.date.box.bottom > composition.area.bottom + slack:
            found.append(f"below the area: {told.event}")
    if composition.panel is not None:
        panel = composition.panel
        found += [
            f"beyond the panel: {line.text}"
            for line in panel.lines
            if line.box.bottom > panel.box.bottom or line.box.right > panel.box.right
        ]
        found += [
            f"under the panel: {told.event}"
            for told in composition.told
            if told.right > panel.box.left and told.mark.y < panel.box.bottom
        ]
    return found


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_of_the_story_overlaps_or_is_cut(
    peru: Opened, size: str, quoted: bool, language: str
) -> None:
    for subject, spec in story(peru, language):
        asked = resized(spec, parse_size(size), spec.focus if quoted else None)
        assert faults(compose_for_audience(subject, asked, MEASURES)) == []


def test_of_a_few_events_only_their_time_is_drawn(peru: Opened) -> None:
    found = peru.subject(query=Query(text="chancay"))
    near = found.around_its_events()
    assert near.events.tolist() == found.events.tolist()
    dated = near.columns.start[near.events]
    assert near.span.start < dated.min() < near.span.start + 0.05 * near.span.width
    told = compose_for_audience(near, CompositionSpec(parse_size("16:9")), MEASURES).told
    places = [item.mark.left for item in told]
    assert max(places) - min(places) > 800.0


def test_of_a_single_day_some_time_around_it_is_drawn(peru: Opened) -> None:
    event = peru.chronology.event_index["castillo-removed"]
    mask = np.arange(len(peru.columns)) == event
    near = replace(peru.subject(), mask=mask).around_its_events()
    assert 25.0 < near.span.width < 40.0


@pytest.mark.parametrize("size", FLAT)
def test_a_flat_screen_tells_as_many_events_as_any(peru: Opened, size: str) -> None:
    for subject, spec in story(peru, "en"):
        flat = compose_for_audience(
            subject, replace(spec, size=parse_size(size), panel_foot="1 of 6"), MEASURES
        )
        assert faults(flat) == []
        assert len(flat.told) >= min(len(subject.events), 5)


def test_a_long_filter_names_its_first_and_counts_the_others(peru: Opened) -> None:
    actors = [actor.id for actor in peru.chronology.actors[:12]]
    subject = peru.subject(query=Query(actors=frozenset(actors)))
    foot = compose_for_audience(subject, CompositionSpec(parse_size("16:9")), MEASURES).foot
    assert "and 10 more" in foot[-1].text or "and 11 more" in foot[-1].text
    assert foot[-1].text.endswith(subject.chronology.version)


def test_each_view_of_the_story_tells_six_to_twenty_events(peru: Opened) -> None:
    for subject, spec in story(peru, "en"):
        composition = compose_for_audience(subject, spec, MEASURES)
        assert min(len(subject.events), 5) <= len(composition.told) <= 20
        assert composition.focus == spec.focus
        assert spec.focus in composition.events


def test_every_event_is_told_or_counted(peru: Opened, made_up: Opened) -> None:
    for subject in (peru.subject(), made_up.subject(), peru.subject(Query(text="chancay"))):
        spec = CompositionSpec(parse_size("16:9"))
        composition = compose_for_audience(subject, spec, MEASURES)
        told = list(composition.events)
        assert sorted([*told, *composition.left_out]) == subject.events.tolist()
        foot = " ".join(line.text for line in composition.lines)
        assert str(len(told)) in foot
        assert (str(len(composition.left_out)) in foot) == bool(composition.left_out)
        assert bool(composition.rest) == bool(composition.left_out)


def test_what_is_left_out_can_be_told_on_a_second_slide(peru: Opened) -> None:
    subject = peru.subject(Query(text="chancay"))
    first = compose_for_audience(subject, CompositionSpec(parse_size("16:9")), MEASURES)
    asked = CompositionSpec(parse_size("16:9"), by_hand=first.left_out)
    second = compose_for_audience(subject, asked, MEASURES)
    assert second.told
    assert not set(first.events) & set(second.events)


def test_events_chosen_by_hand_are_told_and_no_others(peru: Opened) -> None:
    subject = peru.subject()
    chosen = tuple(subject.events[::60].tolist())
    spec = CompositionSpec(parse_size("16:9"), by_hand=chosen)
    composition = compose_for_audience(subject, spec, MEASURES)
    assert composition.events == chosen


def test_only_the_event_in_focus_is_not_dimmed(peru: Opened) -> None:
    subject, spec = story(peru, "en")[3]
    told = compose_for_audience(subject, spec, MEASURES).told
    assert [item.event for item in told if not item.dimmed] == [spec.focus]
    unfocused = resized(spec, spec.size, None)
    assert not any(item.dimmed for item in compose_for_audience(subject, unfocused, MEASURES).told)


def test_the_quotation_is_whole_and_cited(peru: Opened) -> None:
    for subject, spec in story(peru, "en"):
        composition = compose_for_audience(subject, spec, MEASURES)
        assert composition.panel is not None
        assert spec.focus is not None
        event = subject.chronology.events[spec.focus]
        words = " ".join(line.text for line in composition.panel.lines)
        assert event.evidence[0].quote in words
        source = subject.chronology.source_by_id[event.evidence[0].source]
        assert ", ".join(source.author) in words


@pytest.mark.parametrize(("language", "said"), [("es", "(en inglés)"), ("en", "")])
def test_a_quotation_in_another_language_says_so(peru: Opened, language: str, said: str) -> None:
    subject, spec = story(peru, language)[3]
    panel = compose_for_audience(subject, spec, MEASURES).panel
    assert panel is not None
    words = " ".join(line.text for line in panel.lines)
    assert words.endswith(said)
    assert ("(en " in words) == bool(said)


def test_the_legend_explains_what_occurs_and_nothing_else(peru: Opened) -> None:
    subject = peru.subject(Query(actors=frozenset({"russia"})))
    composition = compose_for_audience(subject, CompositionSpec(parse_size("16:9")), MEASURES)
    said = {key.meaning.text for key in composition.keys}
    blocs = {told.mark.bloc for told in composition.told}
    names = said & {"China", "Peru", "United States", "Russia"}
    assert len(names) <= len(blocs)
    undated = [told for told in composition.told if not subject.columns.is_dated[told.event]]
    assert ("beginning not known" in said) == bool(undated)


def test_a_size_without_room_for_a_timeline_is_refused(peru: Opened) -> None:
    spec = CompositionSpec(PageSize(1600.0, 300.0), titled=False)
    with pytest.raises(PageError, match="no room"):
        compose_for_audience(peru.subject(), spec, MEASURES)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", ["a4-portrait", "1080x1920", "16:9"])
def test_the_foot_names_every_source_and_all_counts(peru: Opened, size: str, language: str) -> None:
    subject = peru.subject(language=language)
    page = for_audience(parse_size(size))
    composition = compose_for_audience(subject, CompositionSpec(page), MEASURES)
    said = " ".join(line.text for line in composition.foot)
    assert "…" not in said
    assert "The Washington Times" in said
    assert subject.chronology.version in said
    edge = page.width - composition.foot[0].x
    assert all(line.x + line.width <= edge + 1 for line in composition.foot)
    tops = [line.box for line in composition.foot]
    assert all(not a.overlaps(b, 1.0) for a, b in itertools.combinations(tops, 2))
