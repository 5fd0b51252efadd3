"""Bands of a chronology in the scenes of the window and of pictures."""

from __future__ import annotations

from typing import Any

from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.columns import build_columns
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.lanes import Grouping, build_lanes
from peru_timeline.timeline.layout_input import build_layout_input
from peru_timeline.timeline.scene import Scene
from tests.chronology.made_up import load, small

BANDS: list[dict[str, Any]] = [
    {"id": "north", "label": {"en": "North", "es": "Norte"}, "date": "2003-01-01/2005-12-31"},
    {"id": "vote", "label": {"en": "Vote", "es": "Voto"}, "date": "2004-05-06"},
    {"id": "long-ago", "label": {"en": "Old", "es": "Viejo"}, "date": "1821/1824"},
]


def scene_of(bands: list[dict[str, Any]], language: str = "en") -> Scene:
    chronology = load({**small(), "bands": bands})
    columns = build_columns(chronology)
    lanes = build_lanes(chronology, Grouping.SECTOR)
    made = build_layout_input(
        chronology, columns, lanes, language, lambda text, px, _weight: len(text) * px / 2
    )
    scale = TimeScale(made.home, 200.0, 1000.0)
    return lay_out(arrange(made, scale, 500.0), scale)


def test_bands_in_sight_are_in_the_scene_the_longest_first() -> None:
    scene = scene_of(BANDS[::-1])
    assert [band.label for band in scene.bands] == ["North", "Vote"]
    north, vote = scene.bands
    assert scene.left < north.left < vote.left < north.right < scene.right
    assert vote.is_line
    assert [band.label for band in scene_of(BANDS, "es").bands] == ["Norte", "Voto"]


def test_bands_move_no_event() -> None:
    with_bands, without = scene_of(BANDS), scene_of([])
    assert without.bands == ()
    assert (with_bands.marks, with_bands.labels, with_bands.lanes) == (
        without.marks,
        without.labels,
        without.lanes,
    )
