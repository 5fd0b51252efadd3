"""What a gesture decides: a title dropped somewhere, moved by a key, switched on or off; a band over a stretch."""

from __future__ import annotations

from collections.abc import Mapping

from peru_timeline.chronology.arranging.edits import LAST_ROW, PictureEdits, Side, Theme
from peru_timeline.chronology.dates.spans import span_of_days
from peru_timeline.chronology.text import LanguageMap
from peru_timeline.pictures.composition.composition import Composition, Told
from peru_timeline.pictures.subject import Subject
from peru_timeline.timeline.axis.time_scale import TimeScale

LEAST_DRAG_PX = 6.0  # a shorter one is a click
TO_THE_SIDE_PX = 40.0  # a title that is dragged so far goes to that side of its mark


def switched(subject: Subject, composition: Composition, event: int) -> PictureEdits:
    """Switch the title of an event off if it is told, else on."""
    told = event in composition.events
    return subject.edits.with_event(_id(subject, event), shown=not told)


def to_side(subject: Subject, event: int, side: Side | None) -> PictureEdits:
    """Put the title of an event to one side of its mark; None leaves it to the rules."""
    return subject.edits.with_event(_id(subject, event), side=side)


def by_rows(subject: Subject, composition: Composition, event: int, rows: int) -> PictureEdits:
    """Move an event down by so many rows of its lane, or up; as far as there are any, and one further down."""
    item = composition.item(event)
    if item is None:
        return subject.edits
    last = max(told.row for told in _beside(composition, item)) + 1
    row = min(max(item.row + rows, 1), last, LAST_ROW)
    return subject.edits.with_event(_id(subject, event), row=row)


def dropped(
    subject: Subject, composition: Composition, event: int, dx: float, y: float
) -> PictureEdits:
    """Drop the title of an event, dragged by `dx` px to the right, at height `y` of the page."""
    item = composition.item(event)
    if item is None:
        return subject.edits
    decided: dict[str, str | int] = {}
    if abs(dx) >= TO_THE_SIDE_PX:
        decided["side"] = "left" if dx < 0 else "right"
    row = _row_at(composition, item, y)
    if row != item.row:
        decided["row"] = row
    return subject.edits.with_event(_id(subject, event), **decided) if decided else subject.edits


def _row_at(composition: Composition, item: Told, y: float) -> int:
    """The row of the item's lane that (any x, y) lies in; one more below the last."""
    tops: dict[int, float] = {}
    bottom = 0.0
    for told in _beside(composition, item):
        top = told.mark.y - told.mark.height / 2
        tops[told.row] = min(tops.get(told.row, top), top)
        bottom = max(bottom, told.date.box.bottom)
    if y > bottom:
        return min(max(tops) + 1, LAST_ROW)
    return max((row for row, top in tops.items() if top <= y), default=1)


def _beside(composition: Composition, item: Told) -> list[Told]:
    """The events in the same lane."""
    lane = composition.lane_at(item.mark.y)
    return [told for told in composition.told if composition.lane_at(told.mark.y) == lane]


def dates_between(scale: TimeScale, x: float, other_x: float) -> str:
    """EDTF of the stretch of time between two places of the page, in whole days or, if it is short, in seconds."""
    start, end = sorted(scale.warp.to_day(scale.to_day(each)) for each in (x, other_x))
    return span_of_days(start, end).edtf


def day_at(scale: TimeScale, x: float) -> str:
    """EDTF of the day at a place of the page."""
    day = scale.warp.to_day(scale.to_day(x))
    return span_of_days(day // 1, day // 1 + 1).edtf.split("/")[0]


def in_theme(subject: Subject, event: int, name: LanguageMap | None) -> PictureEdits:
    """Put an event in the lane with this name, a new one if there is none; None takes it out of its lane.

    Lanes without events are gone.
    """
    own = _id(subject, event)
    themes = [
        theme.model_copy(update={"events": tuple(other for other in theme.events if other != own)})
        for theme in subject.edits.themes
    ]
    if name is not None:
        place = next((n for n, theme in enumerate(themes) if _same(theme.name, name)), None)
        if place is None:
            themes.append(Theme(name=name, events=(own,)))
        else:
            events = (*themes[place].events, own)
            themes[place] = themes[place].model_copy(update={"events": events})
    kept = tuple(theme for theme in themes if theme.events)
    return subject.edits.model_copy(update={"themes": kept})


def _same(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return bool(one.items() & other.items())


def _id(subject: Subject, event: int) -> str:
    return subject.chronology.events[event].id
