"""Which side of its mark each title takes where all key events are named."""

from __future__ import annotations

import pytest

from peru_timeline.pictures.composition.whole.sides import BIN_PX, thinnest


@pytest.mark.parametrize(
    ("places", "ways"),
    [
        ([], []),
        ([[(0, 100)]], [0]),
        ([[(0, 100), (200, 300)], [(50, 150)]], [1, 0]),  # the second cannot make room
        ([[(0, 100), (100, 200)], [(20, 80), (500, 600)], [(120, 180)]], [0, 1, 0]),
        ([[(0, 10)], [(0, 10)]], [0, 0]),
    ],
)
def test_items_move_to_where_fewest_overlap(
    places: list[list[tuple[float, float]]], ways: list[int]
) -> None:
    assert BIN_PX < 10
    assert thinnest(places) == ways
