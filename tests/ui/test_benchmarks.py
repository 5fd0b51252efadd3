from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from benchmarks import acts, frames, frozen, history, imports, pictures, searching, sizes, start
from benchmarks.__main__ import goals, machine, table
from benchmarks.made_up import write
from benchmarks.peers import __main__ as peers
from benchmarks.statistics import spread
from peru_timeline.paths import default_chronology


def test_frames_are_measured_and_painted_once_a_step(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "PAN_STEPS", 6)
    monkeypatch.setattr(frames, "ZOOM_STEPS", 6)
    found = {"machine": machine(), "frames": frames.measure()}
    assert found["frames"]["paints_per_step"] == 1.0
    assert any("median frame" in line for line in goals(found))
    assert any(line.startswith("zoom") for line in table(found))


def test_every_kind_of_act_ends_where_it_began(qtbot: QtBot) -> None:
    _, application = acts.opened(default_chronology())
    state, settings = application.state, application.settings.value
    kinds = set()
    for kind, act in acts.acts(application, 1):
        act()
        kinds.add(kind)
    assert kinds == {"filter", "click", "key", "language", "grouping", "theme", "panel"}
    assert state.query.is_empty
    assert state.selection is None
    assert application.settings.value == settings
    application.shell.close()


def test_pictures_are_measured_beside_a_repaint(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "SIZE", (1280, 720))
    monkeypatch.setattr(pictures, "RUNS", 1)
    monkeypatch.setattr(pictures, "WARM_UP", 0)
    found = {"machine": machine(), "pictures": pictures.measure()}
    listed = "\n".join(table(found))
    assert all(f"\n{step}  " in listed for step in ("window repaint", "PNG", "SVG"))
    assert any("PNG / repaint" in line for line in goals(found))


def test_peers_are_given_the_same_events_and_moves(qtbot: QtBot) -> None:
    home, frames_ms, data = peers.ours(default_chronology(), steps=2)
    case = peers.peer_case(data, home, steps=2, clustered=True)
    assert [kind for kind, _ in frames_ms] == [kind for kind, _, _ in case["moves"]]
    assert [kind for kind, _ in frames_ms] == ["whole"] * 2 + ["zoom"] * 2 + ["pan"] * 2
    hierro = case["items"][0]
    assert hierro["content"] == "Hierro Peru mine sold for $120 million"
    assert hierro["start"] == datetime(1992, 1, 1, tzinfo=UTC).timestamp() * 1000
    assert hierro["group"] in {group["id"] for group in case["groups"]}


def test_what_was_not_measured_in_a_peer_is_no_goal_met() -> None:
    kinds = ("first view", "whole", "zoom", "pan", "all")
    own, slow = dict.fromkeys(kinds, 2.0), dict.fromkeys(kinds, 7.0)
    found = {str(n): {"ours": own, "vis": slow, "vis clustered": {}} for n in peers.SIZES}
    assert all(line.split()[-1] == "-" for line in peers.table(found)[1:])
    told = peers.goals(found)
    assert told[0].endswith("met")  # 3.5 times
    assert told[1].endswith("MISSED")
    assert all(line.endswith("NOT MEASURED") for line in told if line.startswith("vis clustered"))


@pytest.mark.slow
def test_a_start_is_measured_from_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "frozen"
    fake.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m peru_timeline\n', encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setattr(frozen, "FROZEN", fake)
    assert frozen.is_there()
    found: dict[str, Any] = {"machine": machine(), "frozen": frozen.measure(runs=1)}
    medians = {name: ms["median"] for name, ms in found["frozen"]["ms"].items()}
    assert 0 < medians["plain first frame"] < medians["plain timeline"]
    assert any("frozen / plain, first frame" in line for line in goals(found))


@pytest.mark.slow
def test_starts_are_measured() -> None:
    found = start.measure(runs=1)
    assert found["ratio_window"]
    assert found["ratio_timeline"]


def test_spread() -> None:
    found = spread([0.001, 0.002, 0.009])
    assert (found.median, found.worst, found.steps) == (2.0, 9.0, 3)
    assert found.p95 == pytest.approx(8.3)


def test_what_a_size_costs_has_a_figure_for_every_cell(tmp_path: Path) -> None:
    start.prepare(str(tmp_path))
    figures, samples = sizes.used(str(tmp_path), ["--short"])
    assert {"frame", "filter", "search"} <= set(samples)
    assert all(value > 0 for name, value in figures.items() if name != "stand-ins")
    figures |= {"first view": 0.4, "first view again": 7.0}
    lines = sizes.table({"0": figures, "1000000": figures})
    assert not any(" -" in line for line in lines[1:])
    told = {line.split("  ")[0]: line for line in lines}
    assert "0.40 (0.5)" in told["first view, file new"]
    assert "7.00! (0.5)" in told["first view, file known"]
    assert "7.00! (6)" in told["first view, file known"]


def test_imports_are_told_before_the_window_and_before_the_timeline() -> None:
    found = imports.parsed(
        "import time:      1500 |     2500 | PySide6.QtCore\n"
        "import time:       100 |      100 |   numpy.linalg\n"
        "0.125\n"
        "import time:      3000 |     9000 |     pydantic.main\n"
        "import time:       500 |      500 | pydantic\n"
        "0.250\n"
    )
    assert found["window"] == [("PySide6.QtCore", 1.5), ("numpy", 0.1)]
    assert found["timeline"] == [("pydantic", 3.5)]
    assert len(imports.table(found)) == 3


def test_both_ways_to_search_find_the_same(tmp_path: Path) -> None:
    write(tmp_path / "made-up.chronology", 2000)
    _, own, other = searching.measure(tmp_path / "made-up.chronology")
    assert own.partition("found")[2] == other.partition("found")[2] != ""


MACHINE = {"cores": 2, "python": "3.11", "platform": "offscreen"}


def test_a_run_is_compared_with_the_last_one_of_the_same_kind_of_machine(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    steady, slower = [4.0, 4.1, 4.2, 4.3] * 50, [5.0, 5.1, 5.2, 5.3] * 50
    history.append(history.run_of({"frame": [9.0] * 50}, MACHINE), path)
    history.append(history.run_of({"frame": steady, "start": steady}, MACHINE), path)
    history.append(history.run_of({"frame": slower}, MACHINE | {"cores": 64}), path)
    run = history.run_of({"frame": slower, "start": steady, "stage": steady}, MACHINE)
    found = {change.name: change for change in history.changes(run, path)}
    assert set(found) == {"frame", "start"}
    assert found["frame"].before == pytest.approx(4.15)
    assert found["frame"].low <= found["frame"].ratio <= found["frame"].high
    assert found["frame"].is_regression
    assert found["start"].ratio == 1
    told = history.table(list(found.values()))
    assert [line for line in told if "SLOWER" in line] == [told[1]]
    assert run["commit"]
    assert path.read_text(encoding="utf-8").count("\n") == 3


def test_what_chance_may_explain_is_no_regression() -> None:
    draw = np.random.default_rng(2)
    before, now = draw.lognormal(1.0, 1.0, 12), draw.lognormal(1.15, 1.0, 12)
    change = history.compared("start", before.tolist(), now.tolist())
    assert change.high > 1.2
    assert not change.is_regression
    assert not history.compared("start", [4.0] * 50, [4.3] * 50).is_regression  # less than a tenth
    assert history.table([]) == ["no earlier run of this kind of machine in the history"]
