"""Composing a page: its scene is laid out for its size, with the largest text that has room.

If no size of text has room for the titles of all events, the smallest is used: 11 px on a page 1,600 px wide. What is
left out is counted.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from peru_timeline.chronology.query import Mask
from peru_timeline.pictures.page import Page, PageError, PageSpec
from peru_timeline.pictures.page_layout import PageLayout, page_layout
from peru_timeline.pictures.refusals import Refusal
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.whole_titles import with_whole_titles
from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.lanes import Lanes, build_lanes
from peru_timeline.timeline.layout_input import LayoutInput, build_layout_input
from peru_timeline.timeline.metrics import (
    HEADER_PADDING_PX,
    LANE_COUNT_FONT_PX,
    LANE_NAME_FONT_PX,
)
from peru_timeline.timeline.regime import READABLE_EVENTS, Regime
from peru_timeline.timeline.scene import Scene
from peru_timeline.timeline.shelf import CLOSED_SHELF, NoShelf, ShelfView, whole_lines_px
from peru_timeline.timeline.text_measure import TextMeasure
from peru_timeline.typefaces import REGULAR, SEMIBOLD

TYPE_SCALES = (1.8, 1.65, 1.5, 1.4, 1.3, 1.2, 1.1)
"""Design px per px of the scene, tried from the largest; at 1.1 the scene's smallest text, 10 px, is 11 px high."""

COUNT_AIR_PX = 32.0  # between a lane's name and its count, and after that
WIDEST_HEADER, NARROW_HEADER, NARROW_PX = (
    0.24,
    0.36,
    230.0,
)  # shares of a scene; of a narrow one; px
LEAST_TITLED_ROW_PX = 14.0  # nobody can zoom into a picture: lower rows have no titles
LEAST_SCENE_PX = 60.0
SHELF_SHARE = 0.4  # of the scene, at most, for the list of events without a given date
LONG_SHELF_SHARE = (
    0.5  # of the scene, where at least so large a part of the events stands in that list
)


def compose(subject: Subject, spec: PageSpec, measure: TextMeasure) -> Page:
    """Compose the picture; raises PageError if the size leaves no room for a timeline."""
    layout = page_layout(subject, spec, measure)
    scene, zoom = _scene_in_largest_text(subject, layout, measure)
    return layout.page(subject, scene, zoom, measure)


def _scene_in_largest_text(
    subject: Subject, layout: PageLayout, measure: TextMeasure
) -> tuple[Scene, float]:
    """(scene, design px per px of it)."""
    layout_input = layout_input_of(subject, measure)
    smallest = _scene(subject, layout, layout_input, TYPE_SCALES[-1], measure)
    if smallest is None:
        size = layout.size
        raise PageError(Refusal.NO_ROOM.of(f"{size.width:.0f}", f"{size.height:.0f}"))
    # If not even the smallest text has room for all titles, no larger one has.
    if _is_complete(smallest):
        for zoom in TYPE_SCALES[:-1]:
            larger = _scene(subject, layout, layout_input, zoom, measure)
            if larger is not None and _is_complete(larger):
                return larger, zoom
    return smallest, TYPE_SCALES[-1]


def _scene(
    subject: Subject,
    layout: PageLayout,
    layout_input: LayoutInput,
    zoom: float,
    measure: TextMeasure,
) -> Scene | None:
    """The scene at this size of text; None if there is no room for a timeline."""
    width, height = layout.scene_width(zoom), layout.scene_height(zoom)
    left = header_width(layout_input, width, measure)
    if height < LEAST_SCENE_PX or width - left < 2 * LEAST_SCENE_PX:
        return None
    arrangement, scale = _arranged(subject, layout_input, left, width, height)
    scene = lay_out(arrangement, scale, selection=_shown_selection(subject))
    return with_whole_titles(scene, measure, layout_input.texts.title)


def _arranged(
    subject: Subject, layout_input: LayoutInput, left: float, width: float, height: float
) -> tuple[Arrangement, TimeScale]:
    """Every title and the shelf as a list if all of it fits; else the shelf as a count; else an overview."""
    shown = subject.shown
    shelved = bool((shown & ~subject.columns.is_dated).any())
    counted = CLOSED_SHELF if shelved else NoShelf()
    choices = [(Regime.OVERVIEW, counted)]
    can_be_read = np.count_nonzero(shown) <= READABLE_EVENTS
    if can_be_read:
        choices.insert(0, (Regime.READING, counted))
    if can_be_read and shelved:
        every_lane = frozenset(layout_input.lanes.ids)
        listed_px = whole_lines_px(layout_input, np.flatnonzero(shown & ~subject.columns.is_dated))
        of_events = np.count_nonzero(shown & ~subject.columns.is_dated) / np.count_nonzero(shown)
        share = LONG_SHELF_SHARE if of_events >= LONG_SHELF_SHARE else SHELF_SHARE
        if listed_px <= share * width:
            listed = ShelfView(is_open=True, open_px=listed_px, expanded=every_lane)
            choices.insert(0, (Regime.READING, listed))
    for regime, shelf in choices:
        scale = subject.scale(left, width - shelf.width_px)
        arrangement = arrange(
            layout_input, scale, height, mask=shown, regime=regime, shelf=shelf, scrolls=False
        )
        if arrangement.content_height <= height:
            break
    return arrangement, scale


def _is_complete(scene: Scene) -> bool:
    counts = scene.counts
    listed = counts.shelf == 0 or scene.shelf.is_open
    return (
        counts.titled == counts.in_view and listed and scene.content_height <= scene.height + 0.01
    )


def _shown_selection(subject: Subject) -> int | None:
    if subject.selection is None or not subject.shown[subject.selection]:
        return None
    return subject.selection


def layout_input_of(subject: Subject, measure: TextMeasure) -> LayoutInput:
    """What the scenes of a subject are laid out from: only lanes with events, titles within the span."""
    lanes = build_lanes(subject.chronology, subject.grouping, subject.lanes)
    lanes = _occupied(lanes, subject.shown)
    layout_input = build_layout_input(
        subject.chronology,
        subject.columns,
        lanes,
        subject.language,
        measure,
        LEAST_TITLED_ROW_PX,
        subject.warp,
    )
    home = subject.warp.drawn_span(subject.drawn_span)
    return replace(layout_input, home=home, pans=False, bands=subject.bands)


def _occupied(lanes: Lanes, shown: Mask) -> Lanes:
    """The lanes that have any of these events, with all of their events."""
    return lanes.only(np.unique(lanes.lane[shown[lanes.event]]))


def header_width(layout_input: LayoutInput, scene_width: float, measure: TextMeasure) -> float:
    """Px of the scene that lane names and counts take; names that need more than that are wrapped."""
    counts = (f"{total}/{total}" for total in layout_input.lane_totals.tolist())
    count = max((measure(text, LANE_COUNT_FONT_PX, REGULAR) for text in counts), default=0.0)
    name = max(
        (measure(text, LANE_NAME_FONT_PX, SEMIBOLD) for text in layout_input.lane_names),
        default=0.0,
    )
    widest = max(WIDEST_HEADER * scene_width, min(NARROW_HEADER * scene_width, NARROW_PX))
    return min(HEADER_PADDING_PX + name + count + COUNT_AIR_PX, widest)
