"""Compositions that were arranged by hand: what was decided is so, and what cannot be is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peru_timeline.chronology.arranging.edits import PictureEdits
from peru_timeline.chronology.query import Query
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import Composition, CompositionSpec
from peru_timeline.pictures.composition.placing import placed_on
from peru_timeline.pictures.composition.unmet import unmet
from peru_timeline.pictures.sizes import PageSize, parse_size
from peru_timeline.pictures.subject import Subject
from peru_timeline.timeline.axis.time_span import TimeSpan
from tests.pictures.composition.test_composing import MEASURES, faults
from tests.pictures.conftest import Opened

SPAN = TimeSpan(736_695.0, 738_886.0)  # 2018 to 2023


def arranged(peru: Opened, **edits: Any) -> Subject:
    subject = peru.subject(Query(text="chancay"), SPAN)
    view = replace(subject.view, edits=PictureEdits.model_validate(edits))
    return replace(subject, view=view)


def composed(subject: Subject, size: str = "16:9", **spec: Any) -> Composition:
    asked = CompositionSpec(parse_size(size), **spec)
    return compose_for_audience(subject, asked, MEASURES)


def decided(event: str, **fields: Any) -> list[dict[str, Any]]:
    return [{"event": event, **fields}]


def ids(subject: Subject, composition: Composition) -> list[str]:
    return [subject.chronology.events[told.event].id for told in composition.told]


def item(subject: Subject, composition: Composition, event: str) -> Any:
    index = subject.chronology.event_index[event]
    return next(told for told in composition.told if told.event == index)


def test_titles_are_switched_off_and_on(peru: Opened) -> None:
    plain = arranged(peru)
    told = ids(plain, composed(plain))
    left_out = composed(plain).left_out
    off, on = told[0], plain.chronology.events[left_out[-1]].id
    subject = arranged(peru, events=[*decided(off, shown=False), *decided(on, shown=True)])
    composition = composed(subject)
    assert off not in ids(subject, composition)
    assert on in ids(subject, composition)
    index = subject.chronology.event_index[off]
    assert index in composition.left_out
    assert len(composition.told) + len(composition.left_out) == len(subject.events)
    assert unmet(subject, composition) == ()


def test_the_selected_event_can_be_switched_off(peru: Opened) -> None:
    plain = arranged(peru)
    off = composed(plain).told[0].event
    name = plain.chronology.events[off].id
    composition = composed(arranged(peru, events=decided(name, shown=False)), focus=off)
    assert composition.panel is None
    assert off not in composition.events


def test_a_title_goes_to_the_other_side(peru: Opened) -> None:
    name = "chancay-sez"
    plain = arranged(peru)
    before = item(plain, composed(plain), name)
    subject = arranged(peru, events=decided(name, side="left"))
    after = item(subject, composed(subject), name)
    assert (before.side, after.side) == ("right", "left")
    assert max(line.x + line.width for line in after.lines) == pytest.approx(after.mark.box_right)
    assert unmet(subject, composed(subject)) == ()


def test_a_side_without_room_is_told(peru: Opened) -> None:
    plain = arranged(peru)
    told = [each for each in composed(plain).told if each.side == "left"]
    name = plain.chronology.events[told[-1].event].id
    subject = arranged(peru, events=decided(name, side="right"))
    composition = composed(subject)
    assert item(subject, composition, name).side == "left"
    (sentence,) = unmet(subject, composition)
    assert "no room on the chosen side" in str(sentence)


@pytest.mark.parametrize("row", [1, 2, 3, 20])
def test_a_title_goes_to_another_row(peru: Opened, row: int) -> None:
    plain = composed(arranged(peru))
    lowest = max(told.row for told in plain.told)
    for told in plain.told:
        name = peru.chronology.events[told.event].id
        subject = arranged(peru, events=decided(name, row=row))
        composition = composed(subject)
        last = max(each.row for each in composition.told)
        assert item(subject, composition, name).row == min(row, last)
        assert faults(composition) == []
        assert unmet(subject, composition) == ()
        assert lowest - 1 <= last


def test_of_two_in_one_row_the_more_important_keeps_it(peru: Opened) -> None:
    first, second = ("chancay-first-berths", "chancay-authorised")
    rows = [*decided(first, row=1), *decided(second, row=1)]
    subject = arranged(peru, events=rows)
    composition = composed(subject)
    assert faults(composition) == []
    assert {item(subject, composition, first).row, item(subject, composition, second).row} > {1}
    (sentence,) = unmet(subject, composition)
    assert "no room in the chosen row" in str(sentence)


def test_one_stands_out_and_others_stand_back(peru: Opened) -> None:
    dim, high = "chancay-sez", "chancay-authorised"
    subject = arranged(
        peru, events=[*decided(dim, look="dimmed"), *decided(high, look="highlighted")]
    )
    for focus in (None, subject.chronology.event_index["chancay-first-berths"]):
        composition = composed(subject, focus=focus)
        assert item(subject, composition, dim).dimmed
        assert not item(subject, composition, high).dimmed
        framed = [told for told in composition.told if told.highlighted]
        assert [told.event for told in framed] == [subject.chronology.event_index[high]]
        assert faults(composition) == []


def test_bands_stand_behind_and_their_labels_cover_nothing(peru: Opened) -> None:
    bands = [
        {"label": "Government of Castillo", "date": "2021-07-28/2022-12-07", "colour": "olive"},
        {"label": "Pandemic", "date": "2020-03~/2022"},
        {"label": "Election", "date": "2021-06-06", "colour": "red"},
        {"label": "Long ago", "date": "1821/1824"},
    ]
    subject = arranged(peru, bands=bands)
    for size in ("16:9", "4:3", "a4-portrait"):
        composition = composed(subject, size)
        labels = [drawn.label.text for drawn in composition.bands]
        assert labels == ["Pandemic", "Government of Castillo", "Election"]  # the shorter on top
        assert faults(composition) == []
        assert max(drawn.cap.bottom for drawn in composition.bands) <= composition.area.top
        (sentence,) = unmet(subject, composition)
        assert str(sentence) == "“Long ago” lies outside the time that is shown."
        castillo = composition.bands[1]
        at = composition.band_at(castillo.cap.left + 3, castillo.cap.top + 3)
        assert at is castillo
        assert composition.band_at(castillo.cap.left + 3, castillo.body.bottom - 3) is None


def test_themes_are_lanes(peru: Opened) -> None:
    themes = [
        {"name": {"en": "The port"}, "events": ["chancay-first-berths", "chancay-authorised"]},
        {"name": {"en": "Residents"}, "events": ["chancay-tunnel-landslide", "no-more-there"]},
    ]
    subject = arranged(peru, themes=themes)
    composition = composed(subject)
    assert [lane.name.text for lane in composition.lanes] == [
        "The port",
        "Residents",
        "Other events",
    ]
    assert faults(composition) == []
    index = subject.chronology.event_index
    starts = [lane.name.middle for lane in composition.lanes]
    for told in composition.told:
        lane = sum(start < told.mark.y for start in starts) - 1
        name = next((n for n in index if index[n] == told.event), "")
        expected = [n for n, theme in enumerate(themes) if name in theme["events"]] or [2]
        assert [lane] == expected
    assert "no-more-there" in str(unmet(subject, composition)[0])


def test_the_headline_of_the_edits_is_taken_unless_another_is_asked_for(peru: Opened) -> None:
    subject = arranged(peru, headline={"en": "A port grows"})
    assert composed(subject).title == "A port grows"
    assert composed(subject, headline="Another").title == "Another"


def test_events_that_are_gone_are_counted(peru: Opened) -> None:
    gone = [*decided("gone-one", row=1), *decided("gone-two", side="left")]
    subject = arranged(peru, events=gone)
    (sentence,) = unmet(subject, composed(subject))
    assert str(sentence) == "What was arranged for 2 events is kept, but they are gone."


def test_all_of_it_becomes_smaller_on_a_larger_page(peru: Opened) -> None:
    subject = arranged(
        peru,
        bands=[{"label": "Castillo", "date": "2021-07-28/2022-12-07"}],
        themes=[{"name": "Port", "events": ["chancay-first-berths"]}],
    )
    whole = composed(subject)
    half = placed_on(whole, PageSize(3000.0, 2000.0), 10.0, 20.0, 0.5)
    assert half.bands[0].band.left == pytest.approx(10.0 + whole.bands[0].band.left / 2)
    assert half.bands[0].label.px == whole.bands[0].label.px / 2
    assert half.lanes[0].name.middle == pytest.approx(20.0 + whole.lanes[0].name.middle / 2)
