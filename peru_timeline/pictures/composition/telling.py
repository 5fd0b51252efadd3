"""Telling events: marks with title and date below them, in rows where nothing overlaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from peru_timeline.chronology.arranging.edits import Side
from peru_timeline.chronology.event_dates import short_event_date
from peru_timeline.chronology.models import Status
from peru_timeline.chronology.text import in_language, printable
from peru_timeline.chronology.wording import status_in_words
from peru_timeline.pictures.composition.choosing import MOST_EVENTS, MOST_TRIED
from peru_timeline.pictures.composition.composition import Lane, Measures, Told, text_line
from peru_timeline.pictures.composition.styles import DATE, LANE_NAME, TITLE, TextStyle
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box, TextLine, balanced, elided_line
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.layout_input import UNCERTAIN_SIGN
from peru_timeline.timeline.scene import Mark, Shape

BAR_PX, GLYPH_PX = 18.0, 20.0  # heights of marks
TAIL_PX = 60.0  # to the left of the latest day on which something without a known beginning began
TITLE_AIR_PX, ROW_AIR_PX, BESIDE_PX = 4.0, 11.0, 28.0  # mark to title, row to row, event to event
MOST_AIR_PX = 44.0  # between rows that have much room
TITLE_SHARES, LEAST_TITLE_PX = (0.72, 0.45), 300.0  # of the width of the area
MOST_TITLE_LINES = 3
LANE_PX = 32.0  # height of the name of a theme

NO_PINS: Mapping[int, int] = MappingProxyType({})


class Row(NamedTuple):
    """Events side by side, from left to right; `lane` names the theme that begins with this row."""

    told: tuple[Told, ...]
    lane: str = ""

    @property
    def head_px(self) -> float:
        """Height of the name above the marks."""
        return LANE_PX if self.lane else 0.0

    @property
    def height(self) -> float:
        """Px from the name or the top of the marks to the end of the longest text."""
        dates = (told.date.middle + DATE.line_px / 2 for told in self.told)
        titles = (told.title[-1].box.bottom for told in self.told)
        return self.head_px + max(*dates, *titles)


@dataclass(frozen=True, slots=True)
class Teller:
    """Makes what is drawn of events, for one scale and area; y counts from the top of a row."""

    subject: Subject
    scale: TimeScale
    area: Box
    measures: Measures
    focus: int | None
    title: TextStyle = TITLE

    def variants(self, event: int) -> Iterator[Told]:
        """Yield the ways in which the event may be told, the best first."""
        return (self.told(event, most_px) for most_px in self.widths())

    def told(self, event: int, most_px: float) -> Told:
        """The event with its mark, its title in lines of at most `most_px`, and its date."""
        subject, area = self.subject, self.area
        mark = mark_of(subject, event, self.scale, area)
        title, date = self.words(event)
        px, weight = self.title.px, self.title.weight
        parts = balanced(title, px, weight, most_px, self.measures.sans, MOST_TITLE_LINES)
        edit = subject.edits.of(subject.chronology.events[event].id)
        dimmed = edit.look == "dimmed" or (
            self.focus is not None and self.focus != event and edit.look != "highlighted"
        )
        lines, top = [], BAR_PX + TITLE_AIR_PX
        for text, look in (*((part, self.title) for part in parts), (date, DATE)):
            style = look._replace(ink="ink_faint") if dimmed else look
            lines.append(text_line(text, 0.0, top + look.line_px / 2, style, self.measures))
            top += look.line_px
        side = side_of(lines, mark, area, edit.side)
        *titles, dated = _aligned(lines, mark, area, side)
        highlighted = edit.look == "highlighted"
        return Told(event, mark, tuple(titles), dated, dimmed, side, highlighted=highlighted)

    def words(self, event: int) -> tuple[str, str]:
        """(title, date and status) of the event."""
        subject, language = self.subject, self.subject.language
        found = subject.chronology.events[event]
        sign = UNCERTAIN_SIGN if subject.columns.uncertain[event] else ""
        date = short_event_date(found, subject.chronology, language)
        if found.status != Status.HAPPENED:
            date = f"{date}, {status_in_words(found.status, language)}"
        return printable(in_language(found.title, language) + sign), printable(date)

    def widths(self) -> tuple[float, ...]:
        """Px that the lines of a title may have, as they are tried: in one line, or in narrower ones."""
        most, shares = self.area.width, TITLE_SHARES
        return tuple(dict.fromkeys(min(max(s * most, LEAST_TITLE_PX), most) for s in shares))


def side_of(lines: Sequence[TextLine], mark: Mark, area: Box, asked: Side | None) -> Side:
    """The side that is asked for, if there is room; by rule the right one, unless the area ends too soon."""
    widest = max(line.width for line in lines)
    if asked == "left" and mark.box_right - widest >= area.left:
        return "left"
    return "right" if mark.box_left + widest <= area.right else "left"


def _aligned(lines: Sequence[TextLine], mark: Mark, area: Box, side: Side) -> list[TextLine]:
    """The lines at the left end of their mark, or at its right end."""
    widest = max(line.width for line in lines)
    if side == "right":
        return [line._replace(x=mark.box_left) for line in lines]
    right = max(mark.box_right, area.left + widest)
    return [line._replace(x=right - line.width) for line in lines]


def mark_of(subject: Subject, event: int, scale: TimeScale, area: Box) -> Mark:
    """The mark of an event in the uppermost row, cut off at the edges of the area."""
    columns = subject.drawn_columns
    shape = Shape(int(columns.shape[event]))
    left, right = scale.to_px(float(columns.start[event])), scale.to_px(float(columns.end[event]))
    fades = [bool(columns.fade_left[event]), bool(columns.fade_right[event])]
    if not columns.is_dated[event]:  # its beginning is not known: a tail fades to the left
        shape, fades = Shape.SPAN, [True, False]
        left = max(right - TAIL_PX, area.left)
    elif shape == Shape.POINT or right - left < GLYPH_PX:
        shape, left = Shape.POINT, (left + right) / 2
        left = right = min(max(left, area.left + GLYPH_PX / 2), area.right - GLYPH_PX / 2)
    begins, ends = left >= area.left - 0.5, right <= area.right + 0.5
    left, right = max(left, area.left), min(right, area.right)
    if shape != Shape.POINT and right - left < BAR_PX:
        left, right = _widened(left, right, area)
    return Mark(
        event=event,
        lane=0,
        row=0,
        shape=shape,
        left=left,
        right=right,
        y=BAR_PX / 2,
        height=GLYPH_PX if shape == Shape.POINT else BAR_PX,
        fade_left=fades[0] and begins,
        fade_right=fades[1] and ends,
        arrow_left=bool(columns.open_left[event]) and begins,
        arrow_right=bool(columns.open_right[event]) and ends,
        bloc=int(columns.bloc[event]),
        status=int(columns.status[event]),
        dotted=bool(columns.dotted[event]),
        tinted=False,
        emphasis=1,
    )


def _widened(left: float, right: float, area: Box) -> tuple[float, float]:
    """What an edge has cut to a sliver, wide enough to be seen."""
    middle = min(max((left + right) / 2, area.left + BAR_PX / 2), area.right - BAR_PX / 2)
    return middle - BAR_PX / 2, middle + BAR_PX / 2


def rows_of(
    teller: Teller, events: Sequence[int], height: float
) -> tuple[tuple[Row, ...], tuple[int, ...]]:
    """(rows that fit the height, events without a place) of events in the order in which they get a place."""
    kept: list[Told] = []
    rows: tuple[Row, ...] = ()
    for event in events[:MOST_TRIED]:
        if len(kept) == MOST_EVENTS:
            break
        for told in teller.variants(event):
            tried = in_lanes([*kept, told], teller.subject)
            if height_of(tried) <= height:
                kept, rows = [*kept, told], tried
                break
    placed = {told.event for told in kept}
    return rows, tuple(event for event in events if event not in placed)


def in_lanes(told: Sequence[Told], subject: Subject) -> tuple[Row, ...]:
    """The rows of these events, given in the order in which they get a place: lane by lane, if there are themes."""
    index, edits = subject.chronology.event_index, subject.edits
    pinned = {
        index[edit.event]: edit.row
        for edit in edits.events
        if edit.row is not None and edit.event in index
    }
    if not edits.themes:
        return packed(told, pinned)
    theme_of = {
        index[name]: place
        for place, theme in enumerate(edits.themes)
        for name in theme.events
        if name in index
    }
    rows: list[Row] = []
    for place in range(len(edits.themes) + 1):
        own = [item for item in told if theme_of.get(item.event, len(edits.themes)) == place]
        name = (
            printable(in_language(edits.themes[place].name, subject.language))
            if place < len(edits.themes)
            else phrases_in(subject.language).other_events
        )
        first, *others = packed(own, pinned) or (None,)
        rows += [] if first is None else [first._replace(lane=name), *others]
    return tuple(rows)


def packed(told: Sequence[Told], pinned: Mapping[int, int] = NO_PINS) -> tuple[Row, ...]:
    """The fewest rows in which these events do not overlap; the row with the earliest mark is on top.

    `pinned` has the rows, counted from 1, of events that were moved by hand; of two that overlap in one the first in
    `told` keeps it.
    """
    by_hand: dict[int, list[Told]] = {}
    loose: list[Told] = []
    for item in told:
        pin = pinned.get(item.event)
        if pin is None or not _has_room(by_hand.get(pin, ()), item):
            loose.append(item._replace(displaced=pin is not None))
        else:
            by_hand.setdefault(pin, []).append(item._replace(displaced=False))
    rows: list[list[Told]] = []
    for item in sorted(loose, key=lambda item: (item.left, item.event)):
        for row in (*rows, *by_hand.values()):
            if _has_room(row, item):
                row.append(item)
                break
        else:
            rows.append([item])
    rows.sort(key=lambda row: min(item.mark.box_left for item in row))
    for number in sorted(by_hand):
        rows.insert(number - 1, by_hand[number])
    return tuple(
        Row(tuple(item._replace(row=number) for item in sorted(row, key=lambda item: item.left)))
        for number, row in enumerate(rows, start=1)
    )


def _has_room(row: Sequence[Told], item: Told) -> bool:
    apart = (item.left - o.right >= BESIDE_PX or o.left - item.right >= BESIDE_PX for o in row)
    return all(apart)


def height_of(rows: Sequence[Row], air_px: float = ROW_AIR_PX) -> float:
    """Px that the rows take, with the least air between them."""
    return sum(row.height for row in rows) + air_px * max(len(rows) - 1, 0)


def placed(rows: Sequence[Row], area: Box) -> Iterator[Told]:
    """The events at their places in the area; rows with room to spare stand further apart."""
    air = _air(rows, area)
    y = area.top
    for row in rows:
        top = y + row.head_px
        for told in row.told:
            yield told._replace(
                mark=told.mark._replace(y=told.mark.y + top),
                title=tuple(line.lowered(top) for line in told.title),
                date=told.date.lowered(top),
            )
        y += row.height + air


def lanes_of(rows: Sequence[Row], area: Box, measures: Measures) -> Iterator[Lane]:
    """The names of the themes at their places, with a line above each but the first."""
    air = _air(rows, area)
    y = area.top
    for row in rows:
        if row.lane:
            name = text_line(row.lane, area.left, y + LANE_PX / 2 - 3.0, LANE_NAME, measures)
            line = Box(area.left, y - air / 2, area.width, 1.0 if y > area.top else 0.0)
            yield Lane(line, elided_line(name, area.width, measures.sans))
        y += row.height + air


def _air(rows: Sequence[Row], area: Box) -> float:
    """Px between two rows."""
    free = area.height - sum(row.height for row in rows)
    return min(free / max(len(rows), 1), MOST_AIR_PX)
