"""Titles in a limited number of rows."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.timeline.packing.row_packing import (
    PackingItems,
    Side,
    pack_rows,
    packing_extents,
)
from peru_timeline.timeline.packing.title_rows import TitleRows, share_rows

VALUES = np.array([0.0, 1.0, 2.0, 6.0])


@st.composite
def titles(draw: st.DrawFn, most: int = 25) -> TitleRows:
    count = draw(st.integers(0, most))
    random = np.random.default_rng(draw(st.integers(0, 10_000)))
    left = np.round(random.random(count) * draw(st.sampled_from([50.0, 400.0, 2000.0])))
    inside = random.random(count) < 0.2
    may_right = random.random(count) < 0.7
    importance = random.integers(1, 4, count)
    return TitleRows(
        PackingItems(
            left=left,
            right=left + np.where(inside, 200.0, 10.0),
            title=random.integers(20, 300, count).astype(np.float64),
            may_right=may_right,
            may_left=~may_right | (random.random(count) < 0.3),
            inside=inside,
            cut=np.zeros(count, dtype=np.bool_),
            priority=np.lexsort((np.arange(count), -importance)),
            title_value=VALUES[importance],
            is_key=importance == 3,
            above=(importance == 3) & (random.random(count) < draw(st.sampled_from([0.0, 0.2]))),
        )
    )


def height_of(lane: TitleRows, rows: int) -> float:
    """As in the overview: a lane needs room for its name, and a strip for events without titles."""
    return max(10.0 + rows * 18.0 + (9.0 if lane.within(rows).untitled else 0.0), 20.0)


@given(titles(), st.integers(0, 8))
def test_the_chosen_titles_fit_the_rows(lane: TitleRows, rows: int) -> None:
    choice, items = lane.within(rows), lane.items
    side = np.array(choice.sides, dtype=np.int64)
    left, right = packing_extents(items, choice.sides)
    titled = side != Side.NONE
    row = np.array(choice.rows)
    anywhere, above = titled & (row < 0), side == Side.ABOVE
    assert sorted(row[above]) == list(range(1, 2 * int(above.sum()), 2))
    free = rows - 2 * int(above.sum())
    assert pack_rows(left[anywhere], right[anywhere]).max(initial=-1) < free
    for number in set(row[row >= 0].tolist()):
        here = row == number
        assert pack_rows(left[here], right[here]).max() == 0, "two in one place beside a mark"
        assert (here & above).sum() == 1
    assert not (side == Side.RIGHT)[~items.may_right].any()
    assert not (side == Side.LEFT)[~items.may_left].any()
    assert (above <= items.above).all()
    assert (side == Side.INSIDE).sum() == (titled & items.inside & ~items.above).sum()
    assert choice.untitled == np.count_nonzero(~titled)
    assert choice.untitled_keys == np.count_nonzero(~titled & items.is_key)
    assert choice.title_value == items.title_value[titled].sum()


@given(titles())
def test_key_rows_are_as_few_as_can_be(lane: TitleRows) -> None:
    assert not lane.within(lane.key_rows).untitled_keys
    assert all(lane.within(rows).untitled_keys for rows in range(lane.key_rows))
    assert lane.key_rows == 0 or lane.items.is_key.any()


@given(titles(), st.integers(0, 8))
def test_an_event_without_title_is_blocked_by_titles_before_it(lane: TitleRows, rows: int) -> None:
    """The first in order of priority has a title in any row, and with a row for each all have.

    A title above its mark takes two rows, and comes before all others.
    """
    if not len(lane.items.left):
        return
    above = [i for i in lane.items.priority.tolist() if lane.items.above[i]]
    first = above[0] if above else int(lane.items.priority[0])
    assert (lane.within(rows).sides[first] == Side.NONE) == (rows < (2 if above else 1))
    assert not lane.within(2 * len(lane.items.left)).untitled


@given(st.lists(titles(12), min_size=1, max_size=5), st.floats(0, 900))
def test_rows_are_shared_out_within_the_height(lanes: list[TitleRows], height: float) -> None:
    least = [lane.key_rows for lane in lanes]
    needed = sum(height_of(lane, rows) for lane, rows in zip(lanes, least, strict=True))
    rows = share_rows(lanes, least, height_of, height)
    if rows is None:
        assert needed > height
        return
    assert needed <= height
    assert all(count >= few for count, few in zip(rows, least, strict=True))
    taken = sum(height_of(lane, count) for lane, count in zip(lanes, rows, strict=True))
    assert taken <= height + 1e-9
    assert not any(
        lane.within(count).untitled_keys for lane, count in zip(lanes, rows, strict=True)
    )


@given(st.lists(titles(12), min_size=1, max_size=4), st.floats(100, 900))
def test_no_row_is_left_that_would_bring_a_title(lanes: list[TitleRows], height: float) -> None:
    rows = share_rows(lanes, [0] * len(lanes), height_of, height)
    if rows is None:
        return
    left = height - sum(height_of(lane, count) for lane, count in zip(lanes, rows, strict=True))
    for lane, count in zip(lanes, rows, strict=True):
        more = height_of(lane, count + 1) - height_of(lane, count)
        gain = lane.within(count + 1).title_value - lane.within(count).title_value
        assert gain <= 0 or more > left - 1e-9


def test_rows_go_to_the_lane_that_gains_most() -> None:
    few = _crowd(importance=1)
    many = _crowd(importance=3)
    for height in (60.0, 80.0, 100.0):
        first, second = share_rows([few, many], [0, 0], height_of, height) or (0, 0)
        assert second > first


def _crowd(importance: int) -> TitleRows:
    """Three events on one day."""
    count, here = 3, np.zeros(3)
    both = np.ones(count, dtype=np.bool_)
    return TitleRows(
        PackingItems(
            left=here,
            right=here + 10,
            title=here + 100,
            may_right=both,
            may_left=~both,
            inside=~both,
            cut=~both,
            priority=np.arange(count),
            title_value=np.full(count, VALUES[importance]),
            is_key=np.zeros(count, dtype=np.bool_),
            above=~both,
        )
    )


def test_an_event_in_the_way_is_passed_over_for_one_of_less_priority() -> None:
    """Of three events on one day in two rows the last has no title, one far away has."""
    lane = _crowd(1)
    assert [lane.within(rows).untitled for rows in range(4)] == [3, 2, 1, 0]
    assert lane.within(2).sides == (Side.RIGHT, Side.RIGHT, Side.NONE)
