"""Where nothing begins or ends in view: offers to go to the nearest event before and after the visible span."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.text import LanguageMap, in_language
from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.beyond import Offer
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.metrics import OFFER_FONT_PX, OFFER_PADDING_PX
from peru_timeline.timeline.packing.mark_index import VisibleMarks
from peru_timeline.timeline.text_measure import elided
from peru_timeline.typefaces import MEDIUM

HEIGHT_PX = 28.0
MARGIN_PX = 16.0  # to the edges of the time area, and to the lanes above
BEFORE: LanguageMap = {"en": "‹ Previous event: {}", "es": "‹ Hecho anterior: {}"}
AFTER: LanguageMap = {"en": "Next event: {} ›", "es": "Hecho siguiente: {} ›"}


def offers(arrangement: Arrangement, scale: TimeScale, in_view: VisibleMarks) -> tuple[Offer, ...]:
    """The offers for a view in which no event begins or ends; each says when its event was.

    None where the lanes of what goes on throughout the view leave no room below them. `in_view` are the marks that
    reach into the window: only where none of them begins or ends there is every event looked at.
    """
    if arrangement.height - arrangement.content_height < HEIGHT_PX + 2 * MARGIN_PX:
        return ()
    ends = (in_view.left > scale.left_px) | (in_view.right < scale.right_px)
    if (ends & ~arrangement.mark_index.dimmed[in_view.index]).any():
        return ()
    gap = _gap(arrangement, scale.span)
    if gap is None:
        return ()
    found = (_offer(arrangement, scale, gap.before, -1), _offer(arrangement, scale, gap.after, 1))
    return tuple(offer for offer in found if offer is not None)


class _Gap(NamedTuple):
    """A stretch of days in which no event of a filter begins or ends, and the nearest on either side."""

    mask: NDArray[np.bool_]  # [events] that pass the filter
    begin: float
    end: float
    before: int | None
    after: int | None


def _gap(arrangement: Arrangement, span: TimeSpan) -> _Gap | None:
    """The gap that a span lies in; None where something begins or ends in it.

    Looks at every event only when another gap is entered, as that takes 10 ms with a million.
    """
    layout_input, mask = arrangement.layout_input, arrangement.mask
    known = cast(_Gap | None, layout_input.cache.get("gap"))
    if (
        known is not None
        and known.mask is mask
        and known.begin <= span.start <= span.end <= known.end
    ):
        return known
    events = np.flatnonzero(mask & layout_input.columns.is_dated)
    start, end = layout_input.columns.start[events], layout_input.columns.end[events]
    here = (end > span.start) & (start < span.end)
    if (here & ~((start < span.start) & (end > span.end))).any():
        return None
    earlier, later = end <= span.start, start >= span.end
    edges = np.concatenate((start, end))
    gap = _Gap(
        mask,
        float(edges[edges <= span.start].max(initial=-np.inf)),
        float(edges[edges >= span.end].min(initial=np.inf)),
        _first_of(events, np.where(earlier, -end, np.inf)),
        _first_of(events, np.where(later, start, np.inf)),
    )
    layout_input.cache["gap"] = gap
    return gap


def _first_of(events: NDArray[np.int64], order: NDArray[np.float64]) -> int | None:
    """The event that comes first in this order; None where all are at infinity."""
    first = int(order.argmin()) if len(order) else 0
    return int(events[first]) if len(order) and np.isfinite(order[first]) else None


def _offer(
    arrangement: Arrangement, scale: TimeScale, event: int | None, direction: Literal[-1, 1]
) -> Offer | None:
    if event is None:
        return None
    texts = arrangement.layout_input.texts
    form = in_language(BEFORE if direction < 0 else AFTER, texts.language)
    room = scale.width_px / 2 - 1.5 * MARGIN_PX - 2 * OFFER_PADDING_PX
    measure = arrangement.layout_input.measure
    text = elided(form.format(texts.date(event)), OFFER_FONT_PX, MEDIUM, room, measure)
    width = measure(text, OFFER_FONT_PX, MEDIUM) + 2 * OFFER_PADDING_PX
    left, right = scale.left_px + MARGIN_PX, scale.right_px - MARGIN_PX - width
    # In the middle of what the lanes leave free, which is nearly all.
    y = (arrangement.content_height + arrangement.height - HEIGHT_PX) / 2
    return Offer(event, direction, left if direction < 0 else right, y, width, HEIGHT_PX, text)
