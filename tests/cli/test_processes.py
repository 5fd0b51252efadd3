"""The command line as a process: without Qt, with closed pipes, full disks and poor terminals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peru_timeline.chronology.schema import schema_text
from tests.chronology.made_up import small
from tests.cli.command_line import Said

WITHOUT_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"):
            raise ImportError(f"{name} is forbidden here")

sys.meta_path.insert(0, NoQt())
from peru_timeline.cli import main
sys.exit(main(sys.argv[1:]))
"""


def without_qt(*arguments: object, module: str = WITHOUT_QT) -> Said:
    done = subprocess.run(
        [sys.executable, "-c", module, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=None,
        timeout=60,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def test_commands_without_a_window_run_where_qt_cannot_be_imported(
    file: Path, tmp_path: Path
) -> None:
    assert without_qt("validate", file).status == 0
    assert without_qt("validate", tmp_path).status == 1
    assert without_qt("schema").out == schema_text()
    assert without_qt("--version").out.startswith("Peru Timeline")
    assert without_qt("report", file, "-o", tmp_path / "sheet.md").status == 0
    assert without_qt("sources", "verify", tmp_path, file).status == 1


def test_the_module_runs_as_a_program(file: Path) -> None:
    command = [sys.executable, "-m", "peru_timeline", "validate", str(file)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0


def test_the_window_starts_without_what_only_other_commands_need() -> None:
    heavy = ("pydantic", "numpy", "PySide6", "json")
    program = (
        "import sys; import peru_timeline.cli as cli; cli._parser();"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    assert without_qt(module=program).out == "[]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_who_goes_away_gets_no_traceback() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "peru_timeline", "schema"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_in_a_sentence() -> None:
    command = [sys.executable, "-m", "peru_timeline", "schema"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_terminal_that_knows_only_ascii_is_no_reason_to_stop(file: Path) -> None:
    raw: dict[str, Any] = small()
    raw["events"][0]["date"] = "mañana"
    file.write_text(json.dumps(raw), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "peru_timeline", "validate", str(file)],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": "", "SYSTEMROOT": "C:\\Windows"},
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert b"ma\\xf1ana" in done.stderr
    assert b"Traceback" not in done.stderr
