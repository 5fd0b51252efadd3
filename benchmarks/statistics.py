"""Medians and the like, in the units they are printed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Spread(NamedTuple):
    """Of many measurements, ms."""

    median: float
    p95: float
    worst: float
    steps: int


def spread(seconds: Sequence[float]) -> Spread:
    ms = np.asarray(seconds) * 1000
    return Spread(
        round(float(np.median(ms)), 3),
        round(float(np.percentile(ms, 95)), 3),
        round(float(ms.max()), 3),
        len(ms),
    )
