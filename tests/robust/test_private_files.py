"""The program's own files: nobody else reads them, nothing in their place makes it wait, one bad value costs itself."""

from __future__ import annotations

import json
import logging
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.views import LARGEST_VIEWS, ViewsFile, load_views, own_views_path
from peru_timeline.files import exists, is_safe_to_open, kind_at, put_aside, write_atomically
from peru_timeline.pictures.export_choice import ExportChoice, save_choice
from peru_timeline.settings import Settings, load_settings, save_settings
from peru_timeline.ui.session.failures import log_to
from peru_timeline.ui.session.file_watch import FileWatch
from peru_timeline.ui.session.termination_signals import TerminationSignals
from peru_timeline.ui.session.unfinished_starts import UnfinishedStarts
from peru_timeline.ui.stage.saved_views_file import (
    fault_beside,
    load_own_views,
    save_own_views,
)
from tests.ui.windows import open_made_up

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="modes and pipes of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# --- one unknown value ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ({"theme": "sepia", "text_scale": 1.5}, Settings(text_scale=1.5)),
        ({"text_scale": 9, "language": "es"}, Settings(language="es")),
        ({"recent": ["/a", 7, "/b"], "theme": "dark"}, Settings(theme="dark", recent=("/a", "/b"))),
        ({"keys": {"fit": ["F"], "export": 1}}, Settings(keys={"fit": ("F",)})),
        ({"window": {"x": 1, "y": 1, "width": 1, "height": 1}, "hint_seen": True}, Settings(hint_seen=True)),
        ({"views": {"a": 1}, "single_keys": False}, Settings(single_keys=False)),
        ([], Settings()),
    ],
)  # fmt: skip
def test_one_value_that_is_not_understood_costs_itself_alone(
    tmp_path: Path, written: object, kept: Settings
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(written), "utf-8")
    settings, fault = load_settings(path)
    assert settings == kept
    assert fault is not None
    assert fault.kind == "damaged"
    assert json.loads(Path(fault.detail).read_text("utf-8")) == written
    assert load_settings(path) == (kept, None)


def test_what_is_damaged_behind_a_value_of_a_wrong_type_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": null, "text_scale": Infinity}', "utf-8")
    settings, fault = load_settings(path)
    assert settings == Settings()
    assert fault is not None
    assert fault.kind == "damaged"


def test_what_was_put_aside_before_stays(tmp_path: Path) -> None:
    for content in (b"first", b"second", b"third"):
        path = tmp_path / "settings.json"
        path.write_bytes(content)
        assert put_aside(path).read_bytes() == content
    names = ["settings.json.bad", "settings.json.bad2", "settings.json.bad3"]
    assert sorted(found.name for found in tmp_path.iterdir()) == names


# --- places that make others wait or raise ----------------------------------------------------


@posix_only
@pytest.mark.parametrize("name", ["unfinished-starts", "starting.lock"])
def test_a_pipe_among_the_files_of_a_start_keeps_nothing_waiting(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    starts = UnfinishedStarts(tmp_path)
    assert not starts.begin()
    starts.finish()
    assert kind_at(tmp_path / name) == stat.S_IFIFO


@posix_only
def test_a_pipe_in_the_place_of_the_log_keeps_nothing_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "peru-timeline.log")
    before = list(logging.getLogger("peru_timeline").handlers)
    log_to(tmp_path)
    assert logging.getLogger("peru_timeline").handlers == before


@pytest.mark.parametrize("name", ["x" * 300, "x\0y", "no/such/folder"])
def test_whether_something_exists_can_always_be_asked(tmp_path: Path, name: str) -> None:
    assert not exists(tmp_path / name)
    assert kind_at(tmp_path / name) is None
    assert exists(tmp_path)
    assert not is_safe_to_open(tmp_path)


def test_a_companion_that_cannot_be_read_keeps_nobody_from_saving(tmp_path: Path) -> None:
    opened = open_made_up(tmp_path)
    beside = opened.path.with_name("made-up.views.json")
    for content in (b"{", b'{"format": "views/1", "chronology": "another", "title": {"en": "x"}}'):
        beside.write_bytes(content)
        views, fault = load_own_views(opened.chronology, opened.path)
        assert (views.views, fault) == ((), "")
        assert str(beside) in fault_beside(opened.chronology, opened.path)
        assert beside.read_bytes() == content  # it is not ours to move
    assert save_own_views(opened.chronology, views) == ""
    assert fault_beside(opened.chronology, opened.path) == ""


def test_a_name_that_is_too_long_for_a_companion(tmp_path: Path) -> None:
    opened = open_made_up(tmp_path)
    path = tmp_path / ("x" * 250 + ".json")
    assert load_own_views(opened.chronology, path)[1] == ""


def test_a_huge_views_file_is_refused_unread(tmp_path: Path) -> None:
    opened = open_made_up(tmp_path)
    path = tmp_path / "huge.views.json"
    path.write_bytes(b"{")
    os.truncate(path, LARGEST_VIEWS + 1)
    with pytest.raises(ChronologyError, match="larger than"):
        load_views(path, opened.chronology)


# --- who may read what ------------------------------------------------------------------------


@posix_only
def test_what_is_the_readers_own_is_private(tmp_path: Path) -> None:
    opened = open_made_up(tmp_path)
    settings, choice = tmp_path / "settings.json", tmp_path / "export.json"
    settings.write_text("{}", "utf-8")
    settings.chmod(0o644)  # as an earlier version wrote it
    assert save_settings(settings, Settings()) is None
    save_choice(choice, ExportChoice())
    views = ViewsFile(chronology="made-up", title={"en": "x"})
    assert save_own_views(opened.chronology, views) == ""
    log_to(tmp_path / "log")
    written = (
        settings,
        choice,
        own_views_path(opened.chronology),
        tmp_path / "log/peru-timeline.log",
    )
    assert [mode(path) for path in written] == [0o600] * 4
    kept = logging.getLogger("peru_timeline").handlers[-1]
    logging.getLogger("peru_timeline").removeHandler(kept)
    kept.close()


@posix_only
def test_what_a_killed_program_left_goes_with_the_next_write(tmp_path: Path) -> None:
    program = [sys.executable, "-c", "import os; print(os.getpid())"]
    ended = subprocess.run(program, capture_output=True, check=True)
    gone = tmp_path / f".other.png.peru-timeline-{int(ended.stdout)}-abc.part"
    running = tmp_path / f".other.png.peru-timeline-{os.getppid()}-abc.part"
    foreign = tmp_path / f".other.{int(ended.stdout)}-abc.part"
    for path in (gone, running, foreign):
        path.write_bytes(b"half")
    write_atomically(tmp_path / "new.png", b"whole")
    assert not gone.exists()
    assert running.exists()
    assert foreign.exists()


# --- what happens meanwhile -------------------------------------------------------------------


def test_changes_are_noticed_after_the_folder_was_gone(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"1")
    owner = QObject()
    watch = FileWatch(owner)
    watch.watch(path)
    (tmp_path / "a").rename(tmp_path / "away")
    qtbot.waitUntil(lambda: watch._watcher.directories() == [str(tmp_path)])
    path.parent.mkdir(parents=True)
    with qtbot.waitSignal(watch.changed, timeout=10_000):
        path.write_bytes(b"22")
    qtbot.waitUntil(lambda: watch._watcher.files() == [str(path)], timeout=10_000)
    with qtbot.waitSignal(watch.changed, timeout=10_000):
        path.write_bytes(b"333")


@posix_only
def test_a_closed_terminal_ends_the_program_as_a_user_would(qtbot: QtBot) -> None:
    owner = QObject()
    numbers = signal.SIGINT, signal.SIGTERM, signal.SIGHUP
    before = {number: signal.getsignal(number) for number in numbers}
    try:
        watched = TerminationSignals(owner)
        with qtbot.waitSignal(watched.asked):
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        signal.set_wakeup_fd(-1)
        for number, handler in before.items():
            signal.signal(number, handler)
