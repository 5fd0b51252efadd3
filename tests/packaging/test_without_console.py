"""Every command does its work where Python has no stdout and stderr, as in a windowed program on Windows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from peru_timeline import cli, paths
from tests.chronology.made_up import SMALL
from tests.chronology.review.test_documents import DOCUMENT, GOOD, chronology_of

#: Ends with the command's exit status. A window closes as soon as the program is in it.
WITHOUT_STREAMS = """if True:
    import sys
    sys.stdout = sys.stderr = None
    from PySide6.QtCore import QTimer
    from peru_timeline import application, cli
    start = application.start
    def start_and_close(app, frame, *words, **options):
        program = start(app, frame, *words, **options)
        QTimer.singleShot(0, frame.close)
        return program
    application.start = start_and_close
    sys.exit(cli.main(sys.argv[1:]))
"""

WRITTEN = {
    "report": ("report", "-o", "sheet.html"),
    "screenshot": ("screenshot", "window.png"),
    "render": ("render", "picture.svg"),
    "export": ("export", "events.csv"),
    "bundle": ("bundle", "evidence.zip"),
    "import": ("import", "table.csv", "-o", "imported.chronology"),
    "merge": ("merge", "harbour.chronology", "harbour.chronology", "-o", "merged.chronology"),
}


def run(folder: Path, *words: object) -> int:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_STREAMS, *map(str, words)],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=120,
    ).returncode


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.chronology"
    path.write_text(json.dumps(SMALL), encoding="utf-8")
    return path


def test_every_command_is_tried() -> None:
    printing = {"open", "validate", "schema", "sources", "desktop", "verify", "diff"}
    assert {*WRITTEN, *printing} == set(cli.COMMANDS)


@pytest.mark.parametrize("command", WRITTEN)
def test_commands_that_write_a_file(tmp_path: Path, file: Path, command: str) -> None:
    words = WRITTEN[command]
    (tmp_path / "table.csv").write_text("date,title\n2009-03-04,The quay\n", encoding="utf-8")
    assert run(tmp_path, *words) == 0
    assert (tmp_path / words[-1]).stat().st_size > 100


def test_a_bundle_is_checked(tmp_path: Path) -> None:
    assert run(tmp_path, "bundle", "evidence.zip") == 0
    assert run(tmp_path, "verify", "evidence.zip") == 0
    assert run(tmp_path, "verify", Path(__file__)) == 1


def test_commands_that_only_print(tmp_path: Path, file: Path) -> None:
    assert run(tmp_path, "validate", file) == 0
    assert run(tmp_path, "schema") == 0
    assert run(tmp_path, "diff", file, file) == 0
    assert run(tmp_path, "--version") == 0
    assert run(tmp_path, "--help") == 0
    assert run(tmp_path, "desktop", "remove") == 0


def test_sources(tmp_path: Path) -> None:
    chronology = tmp_path / "quoted.chronology"
    chronology.write_text(chronology_of(GOOD).model_dump_json(exclude_unset=True), encoding="utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "any name.txt").write_bytes(DOCUMENT.encode())
    assert run(tmp_path, "sources", "verify", texts, chronology) == 0
    assert run(tmp_path, "sources", "add", texts, chronology) == 0
    (kept,) = (paths.user_data_dir() / "documents").iterdir()
    assert kept.read_bytes() == DOCUMENT.encode()


def test_the_window(tmp_path: Path, file: Path) -> None:
    assert run(tmp_path, "open", file) == 0


def test_faults_keep_their_exit_status(tmp_path: Path, file: Path) -> None:
    assert run(tmp_path, "validate", tmp_path / "none.chronology") == 1
    assert run(tmp_path, "render", file / "x.png") == 2
    assert run(tmp_path, "--unknown") == 2
