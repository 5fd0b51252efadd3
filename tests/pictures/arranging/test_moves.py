"""Gestures on a composition, as edits; and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peru_timeline.chronology.arranging.edits import NO_EDITS, EventEdit, PictureEdits
from peru_timeline.pictures.arranging.history import Draft, History
from peru_timeline.pictures.arranging.moves import (
    by_rows,
    dates_between,
    day_at,
    dropped,
    in_theme,
    switched,
    to_side,
)
from peru_timeline.pictures.subject import Subject
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from tests.pictures.composition.test_arranged import arranged, composed, item
from tests.pictures.conftest import Opened

EVENT = "chancay-sez"


def index(subject: Subject) -> int:
    return subject.chronology.event_index[EVENT]


def with_edits(subject: Subject, edits: PictureEdits) -> Subject:
    return replace(subject, view=replace(subject.view, edits=edits))


def test_a_title_is_switched_off_and_on_again(peru: Opened) -> None:
    subject = arranged(peru)
    off = with_edits(subject, switched(subject, composed(subject), index(subject)))
    assert index(subject) not in composed(off).events
    on = with_edits(subject, switched(off, composed(off), index(subject)))
    assert index(subject) in composed(on).events


@pytest.mark.parametrize(
    ("dx", "down", "decided"),
    [
        (0.0, 0.0, {}),
        (-60.0, 0.0, {"side": "left"}),
        (60.0, 0.0, {"side": "right"}),
        (20.0, 1.0, {"row": 1}),
        (-60.0, 1.0, {"side": "left", "row": 1}),
    ],
)
def test_a_title_is_dropped(
    peru: Opened, dx: float, down: float, decided: dict[str, str | int]
) -> None:
    subject = arranged(peru)
    composition = composed(subject)
    told = item(subject, composition, EVENT)
    row = told.row + int(down)
    target = next(each for each in composition.told if each.row == row) if down else told
    if "row" in decided:
        decided = {**decided, "row": row}
    edits = dropped(subject, composition, index(subject), dx, target.mark.y)
    assert edits.of(EVENT) == EventEdit.model_validate({"event": EVENT, **decided})


def test_below_the_last_row_is_a_new_one_and_above_the_first_the_first(peru: Opened) -> None:
    subject = arranged(peru)
    composition = composed(subject)
    last = max(told.row for told in composition.told)
    below = dropped(subject, composition, index(subject), 0.0, composition.size.height)
    assert below.of(EVENT).row == last + 1
    down = with_edits(subject, below)
    above = dropped(down, composed(down), index(subject), 0.0, 0.0)
    assert above.of(EVENT).row == 1


def test_keys_move_by_rows_and_to_sides(peru: Opened) -> None:
    subject = arranged(peru)
    composition = composed(subject)
    row = item(subject, composition, EVENT).row
    assert by_rows(subject, composition, index(subject), 1).of(EVENT).row == row + 1
    assert by_rows(subject, composition, index(subject), -99).of(EVENT).row == 1
    assert to_side(subject, index(subject), "left").of(EVENT).side == "left"
    assert to_side(subject, index(subject), None) == NO_EDITS


def test_an_event_that_is_not_told_stays_where_it_is(peru: Opened) -> None:
    subject = arranged(peru, events=[{"event": EVENT, "shown": False}])
    composition = composed(subject)
    assert by_rows(subject, composition, index(subject), 1) == subject.edits
    assert dropped(subject, composition, index(subject), 90.0, 0.0) == subject.edits


def test_lanes_by_theme_come_and_go(peru: Opened) -> None:
    subject = arranged(peru)
    event = index(subject)
    edits = in_theme(subject, event, {"en": "Land"})
    assert [(dict(theme.name), theme.events) for theme in edits.themes] == [
        ({"en": "Land"}, (EVENT,))
    ]
    other = subject.chronology.event_index["chancay-authorised"]
    both = in_theme(with_edits(subject, edits), other, {"en": "Land"})
    assert both.themes[0].events == (EVENT, "chancay-authorised")
    moved = in_theme(with_edits(subject, both), event, {"en": "Law"})
    assert [theme.events for theme in moved.themes] == [("chancay-authorised",), (EVENT,)]
    gone = in_theme(with_edits(subject, edits), event, None)
    assert gone == NO_EDITS


def test_places_of_the_page_as_dates() -> None:
    scale = TimeScale(TimeSpan(738_000.0, 738_100.0), 0.0, 1000.0)  # 10 px a day
    assert day_at(scale, 5.0) == dates_between(scale, 0.0, 10.0).split("/")[0]
    assert dates_between(scale, 300.0, 0.0) == dates_between(scale, 0.0, 300.0)
    first, last = dates_between(scale, 0.0, 300.0).split("/")
    assert first < last


def test_back_and_forth() -> None:
    drafts = [Draft(NO_EDITS, text, "") for text in "abcd"]
    history = History(drafts[0])
    for draft in drafts[1:]:
        history = history.done(draft)
    assert history.undone().undone().now == drafts[1]
    assert history.undone().undone().redone().now == drafts[2]
    assert history.undone().done(drafts[0]).redone().now == drafts[0]
    assert History(drafts[0]).undone().redone().now == drafts[0]


def test_what_is_typed_is_undone_together() -> None:
    drafts = [Draft(NO_EDITS, text, "") for text in ("", "a", "ab", "abc")]
    history = History(drafts[0])
    for draft in drafts[1:]:
        history = history.done(draft, is_typing=True)
    assert history.undone().now == drafts[0]
    assert history.done(history.now) is history
