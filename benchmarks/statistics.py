"""Statistics of repeated measurements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Spread(NamedTuple):
    """The spread of repeated measurements, in ms; `steps` is their number."""

    median: float
    p95: float
    worst: float
    steps: int


def in_ms(seconds: Sequence[float]) -> list[float]:
    """Measurements in seconds, converted to ms."""
    return [1000 * one for one in seconds]


def spread(seconds: Sequence[float]) -> Spread:
    """The spread of measurements in seconds, converted to ms."""
    ms = np.asarray(seconds) * 1000
    return Spread(
        round(float(np.median(ms)), 3),
        round(float(np.percentile(ms, 95)), 3),
        round(float(ms.max()), 3),
        len(ms),
    )
