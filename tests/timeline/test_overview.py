"""Density of the whole span."""

from __future__ import annotations

import numpy as np

from peru_timeline.timeline.overview import calendar_edges, density
from tests.timeline.made_up import HOME, by_letters, peru_like


def test_every_event_is_counted_in_one_bin() -> None:
    of = peru_like()
    edges = calendar_edges(HOME, 800, "en", by_letters)
    mask = np.arange(len(of.columns)) % 3 == 0
    counted = density(of.columns, mask, edges)
    assert len(counted.all) == len(edges) - 1
    assert counted.all.sum() == len(of.columns)
    assert counted.shown.sum() == np.count_nonzero(mask)
    assert (counted.shown <= counted.all).all()
    fullest = int(np.argmax(counted.all))
    inside = (of.columns.anchor >= edges[fullest]) & (of.columns.anchor < edges[fullest + 1])
    assert counted.all[fullest] == np.count_nonzero(inside)
