"""The command `import`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from peru_timeline import cli
from peru_timeline.chronology.loader import load_chronology
from tests.chronology.importing import files
from tests.chronology.importing.imports import written


class Said(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object) -> Said:
        try:
            status = cli.main(["import", *map(str, arguments)])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        return Said(status, *capsys.readouterr())

    return run


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return written(tmp_path, "town.csv", files.TABLE)


def test_a_file_becomes_a_chronology_that_opens(run: Run, table: Path, tmp_path: Path) -> None:
    out = tmp_path / "town.chronology"
    said = run(table, "-o", out, "--report", tmp_path / "r.md", "--save-map", tmp_path / "m.json")
    assert said == (
        0,
        "CSV: 3 events\n2 dates understood exactly\n1 date not given by the file\n1 × formatting of the text\n"
        f"{out}\n",
        "",
    )
    assert len(load_chronology(out).events) == 3
    assert (tmp_path / "r.md").read_text(encoding="utf-8").startswith("# Import of town.csv\n")
    assert json.loads((tmp_path / "m.json").read_text())["columns"]["People"] == "actors"


def test_a_second_time_it_is_updated_and_compared(run: Run, table: Path, tmp_path: Path) -> None:
    out = tmp_path / "town.chronology"
    run(table, "-o", out)
    table.write_text(
        files.TABLE.replace("12 May 1999", "13 May 1999") + "2001,,Fair,,,,\n", encoding="utf-8"
    )
    said = run(table, "-o", out)
    assert "1 new, 1 changed, 2 the same, 0 no longer in the file (kept)" in said.out
    assert len(load_chronology(out).events) == 4


def test_another_chronology_is_never_overwritten(run: Run, table: Path, tmp_path: Path) -> None:
    out = tmp_path / "other.chronology"
    run(written(tmp_path, "other.csv", files.TABLE), "-o", out)
    before = out.read_bytes()
    said = run(table, "-o", out)
    assert said.status == 1
    assert "not an earlier import of this one; choose another name" in said.err
    assert out.read_bytes() == before
    out.write_text("something else", encoding="utf-8")
    assert run(table, "-o", out).status == 1
    assert out.read_text(encoding="utf-8") == "something else"


def test_a_mapping_from_a_file(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "x.csv", "a,b\n3/4/2012,One\n")
    mapping = written(
        tmp_path, "m.json", '{"columns": {"a": "start", "b": "title"}, "order": "m/d/y"}'
    )
    run(path, "-o", tmp_path / "x.chronology", "--map", mapping)
    assert load_chronology(tmp_path / "x.chronology").events[0].date.edtf == "2012-03-04"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("none.csv", "-o", "x.chronology"), "none.csv: the file does not exist"),
        (("town.csv", "-o", "x.chronology", "--as", "cvs"), "there is no format “cvs”"),
        (
            ("town.csv", "-o", "x.chronology", "--map", "town.csv"),
            "town.csv: the mapping is not as it should be",
        ),
        (
            ("town.csv", "-o", "x.chronology", "--map", "none.json"),
            "none.json: the file does not exist",
        ),
    ],
)
def test_what_cannot_be_imported_is_told(
    run: Run,
    table: Path,
    tmp_path: Path,
    arguments: tuple[str, ...],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(table.parent)
    said = run(*arguments)
    assert said.status == 1
    assert words in said.err
    assert not (tmp_path / "x.chronology").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("x.csv", "-o", "x.csv"), "must end in .chronology or .json"),
        (("x.csv",), "required: -o/--out"),
        (("x.json", "-o", "x.json"), "IN and OUT are the same file"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], words: str) -> None:
    said = run(*arguments)
    assert said.status == 2
    assert words in said.err


def test_it_needs_no_qt(table: Path, tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from peru_timeline import cli\n"
        f"sys.exit(cli.main(['import', {str(table)!r}, '-o', {str(tmp_path / 'x.chronology')!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
