"""The journal of unsaved work: what is left behind, torn lines, and programs killed at any moment."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from peru_timeline.chronology.editing.changes import Edited, Replace
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.ui.editing.journal import About, Journal, left_behind, read_journal
from tests.chronology.made_up import small

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL exists only on POSIX")
ABOUT = About("/home/me/case.chronology", "The case", checksum="12")

WRITER = """
import json, sys
from pathlib import Path
from peru_timeline.chronology.editing.changes import Replace
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.files import write_atomically
from peru_timeline.ui.editing.journal import About, Journal
path, folder = Path(sys.argv[1]), Path(sys.argv[2])
file = FileText.of(path.read_bytes())
journal, number = Journal(folder), int(sys.argv[3])
journal.begin(file.content, About(str(path), "x", checksum="12"))
print("ready", flush=True)
while True:
    number += 1
    item = file.item("events", 0)
    edited = Replace("events", item["id"], {**item, "title": {"en": f"No. {number}", "es": "x"}}).apply(file)
    journal.add(edited.splices)
    file = edited.file
    print(number, flush=True)
    if number % 7 == 0:
        write_atomically(path, file.content)
        journal.end()
        journal.begin(file.content, About(str(path), "x", checksum="12"))
"""


def file_of() -> FileText:
    return FileText.of(json.dumps(small(), indent=1).encode())


def retitled(file: FileText, number: int) -> Edited:
    item = file.item("events", 0)
    title = {"en": f"No. {number}", "es": "x"}
    return Replace("events", item["id"], {**item, "title": title}).apply(file)


def kept(folder: Path, acts: int) -> tuple[Journal, FileText]:
    journal, file = Journal(folder), file_of()
    journal.begin(file.content, ABOUT)
    for number in range(acts):
        edited = retitled(file, number)
        journal.add(edited.splices)
        file = edited.file
    return journal, file


def let_go(journal: Journal) -> Path:
    """What the end of a program does: the lock is gone, the files stay."""
    path = journal._path
    assert path is not None
    journal.leave()
    return path


def test_what_a_program_left_behind_is_the_chronology_after_the_last_act(tmp_path: Path) -> None:
    journal, file = kept(tmp_path, 3)
    assert list(left_behind(tmp_path)) == []  # it is still being written
    path = let_go(journal)
    (left,) = left_behind(tmp_path)
    assert (left.about, left.content, left.acts) == (ABOUT, file.content, 3)
    assert left.journal == path


def test_what_is_saved_leaves_nothing(tmp_path: Path) -> None:
    journal, _ = kept(tmp_path, 3)
    journal.end()
    assert list(tmp_path.iterdir()) == []
    journal.add(())  # nothing is kept any more
    assert not journal.is_open


@pytest.mark.parametrize("lost", [1, 10, 60])
def test_a_torn_line_costs_its_act_alone(tmp_path: Path, lost: int) -> None:
    journal, _ = kept(tmp_path, 2)
    path = let_go(journal)
    whole = path.read_bytes()
    path.write_bytes(whole[:-lost])
    left = read_journal(path)
    assert left is not None
    # Without its line break alone, a line is whole.
    assert left.acts == (2 if lost == 1 else 1)
    assert left.content == (retitled(file_of(), left.acts - 1).file.content)


def test_a_journal_without_its_beginning_is_passed_over(tmp_path: Path) -> None:
    journal, _ = kept(tmp_path, 1)
    let_go(journal).with_suffix(".base").unlink()
    assert list(left_behind(tmp_path)) == []
    assert list(left_behind(tmp_path / "none")) == []


def test_a_folder_that_cannot_be_written_raises_and_keeps_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    journal = Journal(blocked / "unsaved")
    with pytest.raises(OSError, match="file"):
        journal.begin(b"{}", ABOUT)
    assert not journal.is_open


@pytest.mark.skipif(sys.platform == "win32", reason="modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    journal, _ = kept(tmp_path, 1)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    journal.end()


def kill_and_check(folder: Path, times: int) -> None:
    """Start a program that writes and saves, kill it, and hold that its last act or the one after is there."""
    seed, path, number = random.Random(3), folder / "case.chronology", 0
    path.write_bytes(file_of().content)
    unsaved = folder / "unsaved"
    for _ in range(times):
        call = [sys.executable, "-c", WRITER, str(path), str(unsaved), str(number)]
        writer = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert writer.stdout is not None
        assert writer.stderr is not None
        assert writer.stdout.readline() == b"ready\n", writer.stderr.read()
        time.sleep(seed.uniform(0.0, 0.05))
        writer.send_signal(signal.SIGKILL)
        told = writer.stdout.read().split(b"\n")
        writer.wait()
        writer.stdout.close()
        writer.stderr.close()
        acknowledged = max((int(line) for line in told[:-1] if line), default=number)
        content = max(
            (path.read_bytes(), *(left.content for left in left_behind(unsaved))), key=_number
        )
        parse_chronology(content, "")
        assert acknowledged <= _number(content) <= acknowledged + 1
        number = _number(content)
        path.write_bytes(content)
        for each in unsaved.iterdir():
            each.unlink()


def _number(content: bytes) -> int:
    title = json.loads(content)["events"][0]["title"]["en"]
    return int(title.removeprefix("No. ")) if title.startswith("No. ") else 0


@posix_only
def test_killed_at_any_moment_nothing_older_than_the_last_field_is_lost(tmp_path: Path) -> None:
    kill_and_check(tmp_path, 20)


@posix_only
@pytest.mark.slow
def test_killed_three_hundred_times(tmp_path: Path) -> None:
    kill_and_check(tmp_path, 300)


def test_the_process_that_writes_is_told_from_others(tmp_path: Path) -> None:
    journal, _ = kept(tmp_path, 1)
    (path,) = tmp_path.glob("*.journal")
    assert path.name.startswith(f"{os.getpid()}-")
    journal.end()
