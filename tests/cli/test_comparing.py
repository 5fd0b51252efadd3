"""`diff` and `merge`: exit status, what is printed, and what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.chronology.made_up import small
from tests.cli.command_line import Run


@pytest.fixture
def other(tmp_path: Path) -> Path:
    raw = small()
    raw["events"][1]["date"] = "2003-05"
    path = tmp_path / "other.chronology"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def test_diff_says_what_differs(run: Run, file: Path, other: Path) -> None:
    assert run("diff", file, file) == (0, "no differences\n", "")
    assert run("diff", file, other, "--language", "es") == (
        1,
        "~ event quay-planned “Se planea el muelle”\n    date: 2003-05-07 → 2003-05\nevents: 1 changed\n",
        "",
    )


def test_diff_as_json(run: Run, file: Path, other: Path) -> None:
    said = run("diff", file, other, "--json")
    changed = json.loads(said.out)["events"]["changed"]
    assert changed == {"quay-planned": {"date": {"before": "2003-05-07", "after": "2003-05"}}}
    assert said.status == 1
    assert json.loads(run("diff", file, file, "--json").out)["same"] is True


def test_diff_of_what_cannot_be_read(run: Run, file: Path, tmp_path: Path) -> None:
    said = run("diff", file, tmp_path / "no.chronology")
    assert (said.status, said.out) == (2, "")
    assert "the file does not exist" in said.err


def test_merge_writes_nothing_over_a_conflict(
    run: Run, file: Path, other: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.chronology"
    said = run("merge", file, other, "-o", out)
    assert (said.status, said.out) == (1, "")
    assert said.err == (
        "peru-timeline: conflict: event quay-planned “Quay planned”, date: mine 2003-05-07, theirs 2003-05\n"
        "peru-timeline: nothing written; mend one of the files, or decide with --mine or --theirs\n"
    )
    assert not out.exists()
    assert run("merge", file, other, "-o", out, "--mine").status == 0
    assert out.read_bytes() == file.read_bytes()
    assert run("merge", file, other, "-o", out, "--theirs").status == 0
    assert out.read_bytes() == other.read_bytes()


def test_merge_with_a_base_takes_what_one_side_changed(
    run: Run, file: Path, other: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.chronology"
    assert run("merge", file, other, "--base", file, "-o", out) == (
        0,
        f"{out}: events: 1 changed\n",
        "",
    )
    assert out.read_bytes() == other.read_bytes()


def test_merge_never_writes_a_faulty_file(run: Run, file: Path, tmp_path: Path) -> None:
    mine, theirs = small(), small()
    mine["sources"].append({"id": "diary", "type": "book", "title": "Diary"})
    del mine["events"][0]["related"], mine["events"][1]
    theirs["events"][2]["related"] = [{"event": "quay-planned", "relation": "follows"}]
    for name, raw in (("mine", mine), ("theirs", theirs)):
        (tmp_path / name).write_text(json.dumps(raw), encoding="utf-8")
    out = tmp_path / "out.chronology"
    said = run("merge", tmp_path / "mine", tmp_path / "theirs", "--base", file, "-o", out)
    assert said.status == 1
    assert "nothing written, because the merged file would be faulty" in said.err
    assert 'no event "quay-planned"' in said.err
    assert not out.exists()
