"""Which events a view that can be read may show."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peru_timeline.timeline.packing import lane_filter
from peru_timeline.timeline.packing.lane_filter import LaneFilter
from tests.timeline.made_up import columns_of, lanes_of, layout_input


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1000), st.floats(0.5, 40.0), st.integers(0, 6))
def test_every_event_of_a_view_that_can_be_read_is_among_them(
    seed: int, width: float, few: int
) -> None:
    random = np.random.default_rng(seed)
    start = np.sort(
        np.round(random.choice([random.uniform(0, 400, 60), random.normal(100, 3, 60)]))
    )
    end = start + np.round(np.exp(random.normal(1, 1.5, 60))) + 1
    lanes = random.integers(0, 3, 60)
    of = layout_input(
        columns_of(start, end, np.full(60, 2), np.ones(60)), lanes_of(lanes, 3), ("x",) * 60
    )
    everything = LaneFilter(of, np.ones(60, dtype=np.bool_), False, frozenset())
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lane_filter, "READABLE_EVENTS", few)
        marked = everything.may_be_read(width)
    for begin in (*np.arange(-50, 500, 0.5), *(end + 0.01), *(start - width - 0.01)):
        inside = (start <= begin + width) & (end >= begin)
        if np.count_nonzero(inside) <= few:
            assert marked[inside].all()


def test_events_that_are_always_among_many_are_left_out() -> None:
    start = np.concatenate((np.zeros(2000), [5000.0, 6000.0]))
    end = start + 1
    of = layout_input(
        columns_of(start, end, np.zeros(2002, dtype=np.int64), np.ones(2002)),
        lanes_of(np.zeros(2002, dtype=np.int64), 1),
        ("x",) * 2002,
    )
    everything = LaneFilter(of, np.ones(2002, dtype=np.bool_), False, frozenset())
    assert np.flatnonzero(everything.may_be_read(100.0)).tolist() == [2000, 2001]
