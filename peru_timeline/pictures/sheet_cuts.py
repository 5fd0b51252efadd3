"""Cutting the lanes of a poster into sheets, so that no row is cut in two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.refusals import Refusal
from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.metrics import CARD_MARK_Y_PX, CARD_ROW_PX
from peru_timeline.timeline.packing.octave_planner import STRIP_PX, padding
from peru_timeline.timeline.scene import LaneBand, Scene
from peru_timeline.timeline.shelf import ITEM_PX


def sheet_cuts(
    arrangement: Arrangement, scale: TimeScale, room: float
) -> Iterator[tuple[float, float]]:
    """(top, height) of the part of the lanes on each sheet: cut between lanes, or at least between rows.

    `room` is the height of the lanes on a sheet. Raises PageError if a row is higher.
    """
    lanes = {band.top + band.height for band in arrangement.bands}
    ordered = sorted(lanes | set(_between_rows(arrangement, scale)))
    top, end = 0.0, arrangement.content_height
    while top < end - 1:
        below = [edge for edge in ordered if top + 1 < edge <= top + room]
        if not below:
            raise PageError(Refusal.TOO_HIGH_A_ROW.of())
        # Preferably between two lanes, if that leaves no more than a third of the sheet empty.
        between_lanes = [edge for edge in below if edge in lanes and edge > top + 0.66 * room]
        cut = below[-1] if below[-1] >= end - 1 else (between_lanes or below)[-1]
        yield top, cut - top
        top = cut


def _between_rows(arrangement: Arrangement, scale: TimeScale) -> list[float]:
    """The y at which a line across all lanes meets no mark, title or card."""
    mark_index = arrangement.mark_index
    index = mark_index.visible(scale).index
    y, in_card_row = arrangement.y(index), mark_index.card[index]
    half = np.where(mark_index.quiet[index], STRIP_PX, arrangement.row_px) / 2
    top = np.where(in_card_row, y - CARD_MARK_Y_PX, y - half)
    bottom = np.where(in_card_row, y - CARD_MARK_Y_PX + CARD_ROW_PX, y + half)
    lines = _shelf_lines(arrangement)
    tops = np.sort(np.concatenate((top, lines)))
    bottoms = np.sort(np.concatenate((bottom, lines + ITEM_PX)))
    # Free where as many rows have ended as have begun.
    free = np.searchsorted(tops, bottoms - 0.01) == np.searchsorted(bottoms, bottoms + 0.01)
    return [float(edge) for edge in np.unique(bottoms[free])]


def _shelf_lines(arrangement: Arrangement) -> NDArray[np.float64]:
    """The tops of all lines on the shelf."""
    if not arrangement.shelf_view.is_open:
        return np.zeros(0)
    air = padding(arrangement.row_px)
    tops = [
        band.top + air + ITEM_PX * np.arange(arrangement.shelves[band.lane].lines)
        for band in arrangement.bands
        if not band.folded
    ]
    return np.concatenate((np.zeros(0), *tops))


def cut_out(scene: Scene, height: float) -> Scene:
    """The part of a scene from y = 0 to `height`: lane names are at its top, rows of other sheets are gone."""
    bands: list[LaneBand] = []
    for band in scene.lanes:
        top, bottom = max(band.top, 0.0), min(band.top + band.height, height)
        if bottom - top > 1:
            bands.append(band._replace(top=top, height=bottom - top, hidden_rows=0))
    marks = tuple(mark for mark in scene.marks if 0 < mark.y < height)
    here = {(mark.event, mark.lane) for mark in marks}
    labels = tuple(label for label in scene.labels if (label.event, label.lane) in here)
    cards = tuple(card for card in scene.cards if (card.event, card.lane) in here)
    titled = {label.event for label in labels} | {card.event for card in cards}
    events = len({mark.event for mark in marks})
    listed = len({item.event for item in scene.shelf.items})
    counts = scene.counts._replace(
        in_view=events, titled=len(titled), hidden=0, marked=events, shelf=listed
    )
    return replace(
        scene,
        content_height=height,
        lanes=tuple(bands),
        marks=marks,
        labels=labels,
        cards=cards,
        shelf=scene.shelf._replace(count=listed),
        counts=counts,
    )
