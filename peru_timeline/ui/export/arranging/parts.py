"""The parts of a composition that can be arranged: its words, its events and its bands, in the order of the Tab key."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.composition.styles import HEADLINE, LINE
from peru_timeline.pictures.subject import Subject, event_in_words
from peru_timeline.pictures.text_lines import Box

Kind = Literal["headline", "caption", "event", "band"]


class Part(NamedTuple):
    """One part; `number` is the index of the event, or the position of the band."""

    kind: Kind
    number: int = 0


HEADLINE_PART, CAPTION_PART = Part("headline"), Part("caption")


def parts_of(composition: Composition, current: Part | None) -> tuple[Part, ...]:
    """All parts in order. An event that was just switched off stays among them, so that it can be switched on again."""
    events = {*composition.events}
    if current is not None and current.kind == "event":
        events.add(current.number)
    return (
        HEADLINE_PART,
        CAPTION_PART,
        *(Part("event", event) for event in sorted(events)),
        *(Part("band", drawn.band.number) for drawn in composition.bands),
    )


def part_at(composition: Composition, x: float, y: float) -> Part | None:
    """The part at a point of the page."""
    for part in (HEADLINE_PART, CAPTION_PART):
        box = box_of(composition, part)
        if box is not None and box.left <= x <= box.right and box.top <= y <= box.bottom:
            return part
    if (drawn := composition.band_at(x, y)) is not None:
        return Part("band", drawn.band.number)
    event = composition.event_at(x, y)
    return None if event is None else Part("event", event)


def box_of(composition: Composition, part: Part) -> Box | None:
    """Where a part is on the page; None if it is not drawn."""
    if part.kind == "event":
        told = composition.item(part.number)
        return None if told is None else told.frame
    if part.kind == "band":
        drawn = next((b for b in composition.bands if b.band.number == part.number), None)
        if drawn is None:
            return None
        left = min(drawn.cap.left, drawn.label.x) - 2.0
        right = max(drawn.cap.right, drawn.label.x + drawn.label.width) + 4.0
        return Box(left, drawn.cap.top, right - left, drawn.cap.height)
    return _box_of_words(composition, part)


def _box_of_words(composition: Composition, part: Part) -> Box:
    """Around the lines of the headline or the caption; where there are none, where they would be."""
    style = HEADLINE if part.kind == "headline" else LINE
    lines = [line for line in composition.head if line.px == style.px]
    margin = composition.area.left
    width = composition.size.width - 2 * margin
    if not lines:
        above = max((line.box.bottom for line in composition.head), default=0.6 * margin)
        top = 0.4 * margin if part.kind == "headline" else above
        return Box(margin, top, width, style.line_px)
    top = min(line.box.top for line in lines)
    bottom = max(line.box.bottom for line in lines)
    return Box(margin - 4.0, top, width + 8.0, bottom - top)


def words_of(subject: Subject, composition: Composition, part: Part) -> str:
    """What a screen reader says of a part."""
    translate = QCoreApplication.translate
    if part.kind == "headline":
        return translate("Arranging", "Headline: {0}").format(composition.title)
    if part.kind == "caption":
        said = " ".join(line.text for line in composition.head if line.px == LINE.px)
        return translate("Arranging", "Line below the headline: {0}").format(said)
    if part.kind == "band":
        drawn = next((b for b in composition.bands if b.band.number == part.number), None)
        return translate("Arranging", "Band: {0}").format(drawn.band.label if drawn else "")
    name = event_in_words(subject, part.number)
    told = composition.item(part.number)
    if told is None:
        return translate("Arranging", "Title off: {0}").format(name)
    side = (
        translate("Arranging", "to the left of its mark")
        if told.side == "left"
        else translate("Arranging", "to the right of its mark")
    )
    said = translate("Arranging", "{0}; row {1}, {2}").format(name, told.row, side)
    if told.highlighted:
        said = translate("Arranging", "{0}, highlighted").format(said)
    return translate("Arranging", "{0}, dimmed").format(said) if told.dimmed else said
