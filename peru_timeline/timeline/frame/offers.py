"""Where nothing begins or ends in view: offers to go to the nearest event before and after the visible span."""

from __future__ import annotations

from typing import Literal

import numpy as np

from peru_timeline.chronology.text import LanguageMap, in_language
from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.beyond import Offer
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.metrics import OFFER_FONT_PX, OFFER_PADDING_PX
from peru_timeline.timeline.text_measure import elided
from peru_timeline.typefaces import MEDIUM

HEIGHT_PX = 28.0
MARGIN_PX = 16.0  # to the edges of the time area, and to the lanes above
BEFORE: LanguageMap = {"en": "‹ Previous event: {}", "es": "‹ Hecho anterior: {}"}
AFTER: LanguageMap = {"en": "Next event: {} ›", "es": "Hecho siguiente: {} ›"}


def offers(arrangement: Arrangement, scale: TimeScale) -> tuple[Offer, ...]:
    """The offers for a view in which no event begins or ends; each says when its event was.

    None where the lanes of what goes on throughout the view leave no room below them.
    """
    columns, span = arrangement.layout_input.columns, scale.span
    here = (columns.end > span.start) & (columns.start < span.end)
    throughout = (columns.start < span.start) & (columns.end > span.end)
    free_px = arrangement.height - arrangement.content_height
    is_empty = not (here & ~throughout & arrangement.mask & columns.is_dated).any()
    if not is_empty or free_px < HEIGHT_PX + 2 * MARGIN_PX:
        return ()
    found = (_nearest(arrangement, scale, -1), _nearest(arrangement, scale, 1))
    return tuple(offer for offer in found if offer is not None)


def _nearest(arrangement: Arrangement, scale: TimeScale, direction: Literal[-1, 1]) -> Offer | None:
    columns, texts = arrangement.layout_input.columns, arrangement.layout_input.texts
    shown = arrangement.mask & columns.is_dated
    if direction < 0:
        events = np.flatnonzero(shown & (columns.end <= scale.span.start))
        nearest = events[np.argsort(columns.end[events], kind="stable")][-1:]
    else:
        events = np.flatnonzero(shown & (columns.start >= scale.span.end))
        nearest = events[np.argsort(columns.start[events], kind="stable")][:1]
    if not len(nearest):
        return None
    event = int(nearest[0])
    form = in_language(BEFORE if direction < 0 else AFTER, texts.language)
    room = scale.width_px / 2 - 1.5 * MARGIN_PX - 2 * OFFER_PADDING_PX
    measure = arrangement.layout_input.measure
    text = elided(form.format(texts.date(event)), OFFER_FONT_PX, MEDIUM, room, measure)
    width = measure(text, OFFER_FONT_PX, MEDIUM) + 2 * OFFER_PADDING_PX
    left, right = scale.left_px + MARGIN_PX, scale.right_px - MARGIN_PX - width
    # In the middle of what the lanes leave free, which is nearly all.
    y = (arrangement.content_height + arrangement.height - HEIGHT_PX) / 2
    return Offer(event, direction, left if direction < 0 else right, y, width, HEIGHT_PX, text)
