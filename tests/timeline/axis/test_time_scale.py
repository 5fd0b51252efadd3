"""Which day is at which pixel."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan


@pytest.mark.parametrize(
    ("day", "px"), [(100, 120.0), (150, 620.0), (200, 1120.0), (90, 20.0), (210, 1220.0)]
)
def test_days_stand_evenly(day: float, px: float) -> None:
    scale = TimeScale(TimeSpan(100, 200), 120, 1120)
    assert scale.to_px(day) == px
    assert scale.to_day(px) == day
    assert (scale.width_px, scale.px_per_day) == (1000, 10)


def test_many_days_at_once() -> None:
    scale = TimeScale(TimeSpan(0, 10), 0, 100)
    assert scale.to_px(np.array([0.0, 2.5])).tolist() == [0, 25]


@pytest.mark.parametrize(
    ("span", "left", "right", "message"),
    [((0, 0), 0, 10, "some length"), ((0, 1), 10, 10, "room"), ((0, 1), 10, 0, "room")],
)
def test_a_scale_needs_time_and_room(
    span: tuple[float, float], left: float, right: float, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        TimeScale(TimeSpan(*span), left, right)


@given(
    st.floats(-4e6, 4e6),
    st.floats(0.5, 4e6),
    st.floats(0.2, 5.0),
    st.floats(0, 1),
)
def test_the_day_under_the_pointer_stays(
    start: float, width: float, factor: float, place: float
) -> None:
    scale = TimeScale(TimeSpan(start, start + width), 120, 1000)
    px = 120 + place * 880
    zoomed = scale.zoomed(factor, px)
    assert zoomed.to_px(scale.to_day(px)) == pytest.approx(px, abs=0.01)
    assert zoomed.px_per_day == pytest.approx(scale.px_per_day * factor, rel=1e-6)


def test_panning_moves_days_with_the_hand() -> None:
    scale = TimeScale(TimeSpan(0, 100), 0, 1000)
    assert scale.panned(50).to_px(20) == scale.to_px(20) + 50
