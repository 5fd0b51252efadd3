"""Naming every key event: its title beside its mark, or in its bar, in one line; the rest is density.

A chronology has more key events than an audience is told in large type. Where nobody has chosen among them, all are
named in the largest type in which they have room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peru_timeline.chronology.arranging.edits import Side
from peru_timeline.pictures.composition.composition import CompositionSpec, Told, text_line
from peru_timeline.pictures.composition.styles import DATE, SMALLEST_PX, TITLE
from peru_timeline.pictures.composition.telling import (
    BESIDE_PX,
    Row,
    Teller,
    height_of,
    mark_of,
    packed,
)
from peru_timeline.pictures.composition.whole.sides import thinnest
from peru_timeline.pictures.subject import Subject
from peru_timeline.timeline.packing.mark_extents import KEY_IMPORTANCE
from peru_timeline.timeline.scene import Mark, Shape

LOOKS = ((22.0, True), (20.0, True), (SMALLEST_PX, True), (SMALLEST_PX, False))
"""Sizes of titles, and whether dates follow them; tried from the largest."""
MOST_KEYS = 60  # more cannot be read on one page
MARK_GAP_PX, DATE_GAP_PX, ROW_AIR_PX = 9.0, 9.0, 0.4  # mark to title, title to date, row to row
MIDDLE_EM = 0.61  # of the size of titles: from the top of a row to the middle of mark and title
IN_BAR_PX, IN_BAR_HEIGHT_PX = (
    27.0,
    22.0,
)  # from the ends of a bar to a title in it; height of the bar


@dataclass(frozen=True, slots=True)
class BesideTeller(Teller):
    """Tells events with title and date in one line beside the mark, or in a bar that is long enough."""

    dated: bool = True

    def variants(self, event: int) -> Iterator[Told]:
        """Yield the ways in which the event may be told: in its bar, at the right or left of its mark, below it."""
        middle = MIDDLE_EM * self.title.px
        mark = mark_of(self.subject, event, self.scale, self.area)._replace(y=middle)
        title, date = self.words(event)
        said = text_line(title, 0.0, middle, self.title, self.measures)
        words = date if self.dated and date not in title else ""
        dated = text_line(words, 0.0, middle, DATE, self.measures)
        width = said.width + (DATE_GAP_PX + dated.width if words else 0.0)

        def told(x: float, side: Side, mark: Mark = mark) -> Told:
            date = dated._replace(x=x + said.width + DATE_GAP_PX if words else x)
            return Told(event, mark, (said._replace(x=x),), date, False, side)

        left, right = mark.box_left - MARK_GAP_PX - width, mark.box_right + MARK_GAP_PX
        has_bar = mark.shape is Shape.SPAN and mark.right - mark.left >= width + 2 * IN_BAR_PX
        has_room = has_bar or right + width <= self.area.right or left >= self.area.left
        if has_bar:
            in_bar = mark._replace(tinted=True, height=IN_BAR_HEIGHT_PX)
            yield told(mark.left + IN_BAR_PX, "right", in_bar)
        if right + width <= self.area.right:
            yield told(right, "right")
        if left >= self.area.left:
            yield told(left, "left")
        if not has_room:
            yield self.told(event, self.area.width)


def is_whole(subject: Subject) -> bool:
    """Whether it is a whole chronology, of which nothing is arranged by hand."""
    by_hand = subject.edits.events or subject.edits.themes
    return subject.view.span is None and subject.query.is_empty and not by_hand


def key_events(subject: Subject, spec: CompositionSpec, ordered: Sequence[int]) -> tuple[int, ...]:
    """The key events of a whole chronology, of which nothing is chosen or arranged by hand; else none."""
    if not is_whole(subject) or spec.by_hand is not None or spec.focus is not None:
        return ()
    return tuple(e for e in ordered if subject.columns.importance[e] == KEY_IMPORTANCE)[:MOST_KEYS]


def rows_of_whole(
    teller: Teller, keys: Sequence[int], height: float
) -> tuple[tuple[Row, ...], tuple[int, ...]]:
    """(rows, key events without a place) in the largest type in which all key events have room, or the smallest."""
    area, measures = teller.area, teller.measures
    for px, dated in LOOKS:
        beside = BesideTeller(
            teller.subject, teller.scale, area, measures, None, TITLE._replace(px=px), dated
        )
        rows = _rows(beside, keys)
        if height_of(rows, ROW_AIR_PX) <= height:
            return rows, ()
    fitting, too_many = 0, len(keys)
    while too_many - fitting > 1:
        tried = (fitting + too_many) // 2
        fits = height_of(_rows(beside, keys[:tried]), ROW_AIR_PX) <= height
        fitting, too_many = (tried, too_many) if fits else (fitting, tried)
    return _rows(beside, keys[:fitting]), tuple(keys[fitting:])


def _rows(teller: BesideTeller, events: Sequence[int]) -> tuple[Row, ...]:
    ways = [tuple(teller.variants(event)) for event in events]
    places = [[(told.left, told.right + BESIDE_PX) for told in told_so] for told_so in ways]
    return packed([ways[n][way] for n, way in enumerate(thinnest(places))])
