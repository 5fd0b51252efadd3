"""Packing stretches into rows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.timeline.packing.row_packing import (
    RowGaps,
    depth_profile,
    pack_in_time,
    pack_rows,
)

stretches = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 80)).map(lambda at: (at[0], at[0] + at[1])),
    max_size=60,
)


def arrays(of: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    pairs = np.array(of, dtype=np.float64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def overlaps(left: np.ndarray, right: np.ndarray, row: np.ndarray) -> bool:
    return any(
        row[i] == row[j] and left[i] < right[j] and left[j] < right[i]
        for i in range(len(row))
        for j in range(i)
    )


@given(stretches)
def test_as_few_rows_as_ever_overlap(of: list[tuple[int, int]]) -> None:
    left, right = arrays(of)
    rows = pack_rows(left, right)
    assert not overlaps(left, right, rows)
    _, depth = depth_profile(left, right)
    assert rows.max(initial=-1) + 1 == depth.max(initial=0)


@given(stretches, st.integers(0, 1000))
def test_rows_in_time_depend_on_earlier_events_only(of: list[tuple[int, int]], seed: int) -> None:
    left, right = arrays(of)
    mark = left + np.random.default_rng(seed).random(len(left)) * (right - left)
    rows = pack_in_time(mark, left, right)
    assert not overlaps(left, right, rows)
    early = mark < 150
    assert np.array_equal(pack_in_time(mark[early], left[early], right[early]), rows[early])


@pytest.mark.parametrize(
    ("left", "right", "row"),
    [(0, 5, 1), (20, 30, 0), (12, 20, 0), (9, 11, 1), (0, 100, None), (30, 31, 0)],
)
def test_gaps_take_the_lowest_free_row(left: float, right: float, row: int | None) -> None:
    begins, ends = np.array([0.0, 40.0, 5.0]), np.array([10.0, 50.0, 8.0])
    gaps = RowGaps(begins, ends, np.array([0, 0, 1], dtype=np.int32))
    assert gaps.find(left, right) == row


def test_a_stretch_may_take_a_new_row() -> None:
    gaps = RowGaps(np.array([0.0]), np.array([10.0]), np.zeros(1, dtype=np.int32))
    assert gaps.find(5, 6) is None
    assert gaps.find(10, 12) == 0
    gaps.add(1, 5, 6)
    assert len(gaps) == 2
    assert not gaps.is_free(1, 5.5, 7)
