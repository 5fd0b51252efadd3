from __future__ import annotations

import pytest

from peru_timeline.pictures.composition.choosing import candidates, spread
from tests.pictures.conftest import Opened


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], []),
        ([5], [5]),
        ([1, 2], [1, 2]),
        ([0, 1, 2, 3], [0, 2, 1, 3]),
        ([0, 1, 2, 3, 4, 5, 6, 7], [0, 4, 2, 6, 1, 5, 3, 7]),
    ],
)
def test_each_beginning_is_spread_over_the_whole(events: list[int], expected: list[int]) -> None:
    assert spread(events) == expected


def test_the_important_come_first_and_the_one_in_focus_before_them(peru: Opened) -> None:
    subject = peru.subject()
    least = next(e for e in subject.events.tolist() if subject.columns.importance[e] == 1)
    ordered = candidates(subject, least)
    assert ordered[0] == least
    levels = [int(subject.columns.importance[event]) for event in ordered[1:]]
    assert levels == sorted(levels, reverse=True)
    assert sorted(ordered) == subject.events.tolist()


def test_chosen_by_hand_they_keep_their_order(peru: Opened) -> None:
    subject = peru.subject()
    assert candidates(subject, None, (9, 3, 3, 7)) == (9, 3, 7)
    assert candidates(subject, 7, (9, 3, 7)) == (9, 3, 7)
    assert candidates(subject, 7, (9, 3)) == (7, 9, 3)
