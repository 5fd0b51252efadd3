from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from peru_timeline.chronology.query import Query
from peru_timeline.chronology.text import in_language
from peru_timeline.pictures.compose import COUNT_AIR_PX, TYPE_SCALES, compose
from peru_timeline.pictures.page import PageError, PageSpec
from peru_timeline.pictures.page_layout import default_subtitle
from peru_timeline.pictures.sizes import NAMED, PageSize, of_pixels, parse_size
from peru_timeline.pictures.subject import make_subject
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.metrics import HEADER_PADDING_PX
from tests.pictures.conftest import Opened, by_letters
from tests.pictures.overlaps import outside, overlapping, titles_on_marks

YEARS = TimeSpan(733408.0, 734869.0)  # 2009 to 2012
CHOICES = {
    "whole": (Query(), None, "sector"),
    "military": (Query(sectors=frozenset({"military"})), YEARS, "sector"),
    "by actor": (Query(actors=frozenset({"united-states"})), None, "actor"),
    "by source": (Query(text="port"), None, "source"),
    "one lane": (Query(statuses=frozenset({"alleged"})), None, "none"),  # type: ignore[arg-type]
}
SIZES = ("16:9", "4:3", "a4", "a4-portrait", "800x600", "3840x2160")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_overlaps_and_nothing_is_cut(
    peru: Opened, size: str, choice: str, language: str
) -> None:
    query, span, grouping = CHOICES[choice]
    subject = peru.subject(query, span, grouping, language=language)
    page = compose(subject, PageSpec(parse_size(size)), by_letters)
    assert overlapping(page) == []
    assert outside(page) == []
    assert titles_on_marks(page) == []


def test_lanes_stand_in_the_order_that_the_reader_gave_them(peru: Opened) -> None:
    spec, subject = PageSpec(parse_size("1600x1200")), peru.subject()
    plain = [band.id for band in compose(subject, spec, by_letters).scene.lanes]
    view = replace(subject.view, lane_order=(plain[-1], plain[2]))
    ordered = make_subject(subject.chronology, subject.columns, peru.facets, view, "en")
    lanes = [band.id for band in compose(ordered, spec, by_letters).scene.lanes]
    assert lanes[:2] == [plain[-1], plain[2]]
    assert sorted(lanes) == sorted(plain)


@pytest.mark.parametrize("grouping", ["sector", "actor", "source", "none"])
@pytest.mark.parametrize("size", ["320x320", "800x600", "16:9", "a4-portrait"])
def test_titles_are_whole_and_nothing_is_cut_by_the_lower_edge(
    peru: Opened, size: str, grouping: str
) -> None:
    subject = peru.subject(grouping=grouping, language="es")
    spec = PageSpec(parse_size(size), "", "", legend=False, foot=False)
    scene = compose(subject, spec, by_letters).scene
    for label in scene.labels:
        title = in_language(subject.chronology.events[label.event].title, "es")
        assert label.text.rstrip(" ?") == title.rstrip(" ?")
        assert label.y + label.height / 2 + 0.6 * label.font_px <= scene.height + 0.5
    assert all(mark.y + mark.height / 2 <= scene.height + 0.5 for mark in scene.marks)
    assert all(band.top + band.height <= scene.height + 0.5 for band in scene.lanes)
    assert all(scene.left <= c.left < c.right <= scene.right for c in scene.clusters)
    counts = scene.counts
    assert counts.in_view + counts.shelf == len(subject.events)
    assert counts.marked + counts.clustered + counts.stripped + counts.hidden == counts.in_view
    titled = {label.event for label in scene.labels} | {card.event for card in scene.cards}
    assert counts.titled == len(titled)
    assert counts.key_titled <= min(counts.titled, counts.key_in_view)
    assert counts.cut == 0


def test_names_of_sectors_are_whole_on_narrow_paper(peru: Opened) -> None:
    subject = peru.subject(Query(actors=frozenset({"russia"})), language="es")
    scene = compose(subject, PageSpec(NAMED["a4-portrait"]), by_letters).scene
    widest = max(by_letters(band.name, 12.0, 600) for band in scene.lanes)
    assert scene.left > HEADER_PADDING_PX + widest + COUNT_AIR_PX


def test_what_is_left_out_is_counted_and_cannot_be_switched_off(peru: Opened) -> None:
    for foot in (True, False):
        page = compose(peru.subject(), PageSpec(NAMED["16:9"], foot=foot), by_letters)
        counts, words = page.scene.counts, " ".join(line.text for line in page.lines)
        assert counts.titled < counts.in_view
        assert f"{counts.titled} with their title" in words
        assert (f"chronology {peru.chronology.version}" in words) is foot


def test_every_event_of_the_choice_is_in_the_picture(peru: Opened) -> None:
    subject = peru.subject(Query(sectors=frozenset({"energy"})))
    page = compose(subject, PageSpec(NAMED["16:9"]), by_letters)
    on_axis, shelf = {mark.event for mark in page.scene.marks}, page.scene.shelf
    listed = {item.event for item in shelf.items}
    assert on_axis | listed == set(subject.events.tolist())
    assert not on_axis & listed
    assert listed
    assert page.scene.counts.titled == len(on_axis)
    assert page.scene.counts.shelf == shelf.count == len(listed)


def test_few_events_are_set_in_larger_type(peru: Opened) -> None:
    few = compose(
        peru.subject(Query(sectors=frozenset({"fishing"}))), PageSpec(NAMED["16:9"]), by_letters
    )
    many = compose(peru.subject(), PageSpec(NAMED["16:9"]), by_letters)
    assert few.scene_zoom > 1.4
    assert many.scene_zoom == TYPE_SCALES[-1]


@pytest.mark.parametrize("size", SIZES)
def test_no_text_is_smaller_than_11_px(peru: Opened, size: str) -> None:
    page = compose(peru.subject(), PageSpec(parse_size(size)), by_letters)
    assert min(line.px for line in page.lines) >= 11
    assert min(TYPE_SCALES) * 10 >= 11  # the smallest that painting uses is 10
    assert all(label.font_px * page.scene_zoom >= 11 for label in page.scene.labels)


def test_only_lanes_with_events_stand_in_a_picture(peru: Opened) -> None:
    subject = peru.subject(Query(sectors=frozenset({"energy", "mining"})))
    page = compose(subject, PageSpec(NAMED["16:9"]), by_letters)
    assert [band.id for band in page.scene.lanes] == ["mining", "energy"]


def test_events_outside_the_span_are_not_shown(peru: Opened) -> None:
    subject = peru.subject(span=YEARS)
    columns = peru.columns
    assert not subject.shown[columns.start >= YEARS.end].any()
    assert not subject.shown[columns.end <= YEARS.start].any()


def test_the_legend_names_what_occurs_and_nothing_else(peru: Opened) -> None:
    subject = peru.subject(Query(sectors=frozenset({"fishing"})))
    page = compose(subject, PageSpec(NAMED["16:9"]), by_letters)
    words = [key.meaning.text for key in page.keys]
    shown = set(subject.events.tolist())
    assert "China" in words
    assert ("alleged" in words) is bool(np.isin(2, peru.columns.status[list(shown)]))
    assert "cancelled" not in words
    assert not compose(subject, PageSpec(NAMED["16:9"], legend=False), by_letters).keys


def test_a_long_title_is_broken_and_an_endless_one_cut(peru: Opened) -> None:
    long = "A very long title that goes on and on about everything there is " * 3
    for title in (long, "x" * 300_000):
        page = compose(peru.subject(), PageSpec(NAMED["16:9"], title, ""), by_letters)
        assert overlapping(page) == []
        assert outside(page) == []
        assert page.lines[1].text.endswith("…")


def test_a_picture_without_room_says_so(peru: Opened) -> None:
    with pytest.raises(PageError, match="no room for a timeline"):
        compose(peru.subject(), PageSpec(of_pixels(1600, 320)), by_letters)


def test_a_span_without_events_gives_an_empty_picture(peru: Opened) -> None:
    subject = peru.subject(span=TimeSpan(100.0, 200.0))
    page = compose(subject, PageSpec(NAMED["16:9"]), by_letters)
    assert page.scene.marks == ()
    assert page.keys == ()


def test_subtitles_tell_filter_and_span(peru: Opened) -> None:
    subject = peru.subject(
        Query(actors=frozenset({"china", "peru"}), match="all"), YEARS, language="es"
    )
    assert "2009–2012" in default_subtitle(subject)
    assert " y " in default_subtitle(subject)


def test_the_same_question_gives_the_same_page(peru: Opened) -> None:
    pages = [compose(peru.subject(), PageSpec(PageSize(1600, 900)), by_letters) for _ in range(2)]
    assert pages[0] == pages[1]
