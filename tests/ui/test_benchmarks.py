from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from benchmarks import frames, start
from benchmarks.__main__ import goals, machine, table
from benchmarks.statistics import spread


def test_frames_are_measured_and_painted_once_a_step(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "PAN_STEPS", 6)
    monkeypatch.setattr(frames, "ZOOM_STEPS", 6)
    found = {"machine": machine(), "frames": frames.measure()}
    assert found["frames"]["paints_per_step"] == 1.0
    assert any("median frame" in line for line in goals(found))
    assert any(line.startswith("timeline zoom") for line in table(found))


@pytest.mark.slow
def test_starts_are_measured() -> None:
    found = start.measure(runs=1)
    assert found["ratio_window"]
    assert found["ratio_timeline"]


def test_spread() -> None:
    found = spread([0.001, 0.002, 0.009])
    assert (found.median, found.worst, found.steps) == (2.0, 9.0, 3)
    assert found.p95 == pytest.approx(8.3)
