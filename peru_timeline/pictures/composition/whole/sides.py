"""On which side of its mark each title stands, so that few rows hold them all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

BIN_PX, POWER, MOST_PASSES = 4.0, 8, 12


def thinnest(places: Sequence[Sequence[tuple[float, float]]]) -> list[int]:
    """Which of its places (left, right) each item takes so that few overlap at any x: first of all of equal ones.

    As many rows are needed as overlap at the fullest x. From the first place of each, items are moved one at a time
    as long as that makes the fullest stretches thinner.
    """
    if not places:
        return []
    left = min(place[0] for own in places for place in own)
    bins = 1 + int((max(place[1] for own in places for place in own) - left) / BIN_PX)
    at = [
        [slice(int((a - left) / BIN_PX), 1 + int((b - left) / BIN_PX)) for a, b in own]
        for own in places
    ]
    depth = np.zeros(bins + 1)
    for own in at:
        depth[own[0]] += 1
    chosen = [0] * len(places)
    for _ in range(MOST_PASSES):
        before = list(chosen)
        for item, own in enumerate(at):
            depth[own[chosen[item]]] -= 1
            # What an item adds to the sum of powers, in which the fullest stretches count the most.
            costs = [float(((depth[way] + 1) ** POWER - depth[way] ** POWER).sum()) for way in own]
            chosen[item] = min(range(len(own)), key=lambda way: (costs[way], way))
            depth[own[chosen[item]]] += 1
        if chosen == before:
            break
    return chosen
