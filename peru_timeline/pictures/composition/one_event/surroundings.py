"""Where an event stands: the timeline on its page, which names those around it as far as there is height for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from peru_timeline.pictures.composition.axis import AXIS_PX, REST_PX
from peru_timeline.pictures.composition.choosing import candidates
from peru_timeline.pictures.composition.composition import Measures, Told
from peru_timeline.pictures.composition.styles import DATE, SMALL
from peru_timeline.pictures.composition.telling import BAR_PX, Teller, placed, rows_of
from peru_timeline.pictures.legend import KEY_PX, LegendKey, legend_height, legend_of_marks
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box

AFTER_AXIS_PX, BEFORE_LEGEND_PX = 8.0, 10.0
ROW_PX = 58.0  # of the mark with its date
LEAST_ROWS = 2  # of names: in a single one the event would be named beside its own headline
LEGEND_ZOOM = SMALL.px / KEY_PX
PASSES = 3  # the legend explains what is named, and what is named depends on the legend's height


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The timeline at the bottom of a box.

    Attributes:
        teller: what tells the events, in the area of the marks.
        told: the event, and the others that are named.
        keys_at_origin: the legend of what is drawn, in rows counted from (0, 0).

    """

    teller: Teller
    told: tuple[Told, ...]
    keys_at_origin: tuple[LegendKey, ...]

    @property
    def area(self) -> Box:
        """Where the marks are."""
        return self.teller.area

    @property
    def axis_top(self) -> float:
        """The top of the labels of the axis."""
        return self.area.top - AXIS_PX - AFTER_AXIS_PX

    @property
    def keys(self) -> tuple[LegendKey, ...]:
        """The legend at its place."""
        top = self.area.bottom + REST_PX + BEFORE_LEGEND_PX
        return tuple(key.placed(self.area.left, top, LEGEND_ZOOM) for key in self.keys_at_origin)

    def reaching_up_to(self, axis_top: float) -> Surroundings:
        """The same with a higher area, in which events are named; itself if there is no room for two rows of them."""
        focus, keys = self.told[0].event, self.keys_at_origin
        events = _nearest_first(self.teller.subject, focus)
        end = self.area.bottom + _legend_px(keys)
        top = axis_top + AXIS_PX + AFTER_AXIS_PX
        for _ in range(PASSES):
            area = self.area._replace(top=top, height=end - _legend_px(keys) - top)
            teller = replace(self.teller, area=area)
            rows, _without = rows_of(teller, events, area.height)
            told = tuple(placed(rows, area))
            if len(rows) < LEAST_ROWS:
                break
            needed = _keys(teller, told)
            if _legend_px(needed) <= _legend_px(keys):
                # A shorter legend leaves the marks where they are.
                return Surroundings(teller, told, needed)
            keys = needed
        return self


def least_surroundings(subject: Subject, event: int, box: Box, measures: Measures) -> Surroundings:
    """The mark of the event with its date, in one row at the bottom of a box."""
    teller = Teller(subject, subject.scale(box.left, box.right), box, measures, event)
    told = teller.told(event, box.width)
    keys = _keys(teller, [told])
    bottom = box.bottom - _legend_px(keys) - BEFORE_LEGEND_PX - REST_PX
    area = box._replace(top=bottom - ROW_PX, height=ROW_PX)
    by = area.top - (told.date.middle - DATE.line_px / 2 - BAR_PX - 4.0)
    mark = told.mark._replace(y=area.top + BAR_PX / 2)
    alone = told._replace(title=(), date=told.date.lowered(by), mark=mark)
    return Surroundings(replace(teller, area=area), (alone,), keys)


def _nearest_first(subject: Subject, event: int) -> tuple[int, ...]:
    """The event, then the others that may be named, the most important first, of these the nearest in time."""
    importance, anchors = subject.columns.importance, subject.columns.anchor
    others = [other for other in candidates(subject, event, subject.by_hand) if other != event]
    others.sort(key=lambda other: abs(float(anchors[other]) - float(anchors[event])))
    others.sort(key=lambda other: -int(importance[other]))
    return (event, *others)


def _keys(teller: Teller, told: Sequence[Told]) -> tuple[LegendKey, ...]:
    marks = [item.mark for item in told]
    width = teller.area.width / LEGEND_ZOOM
    return legend_of_marks(teller.subject, marks, width, teller.measures.sans)


def _legend_px(keys: tuple[LegendKey, ...]) -> float:
    return LEGEND_ZOOM * legend_height(keys)
