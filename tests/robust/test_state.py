"""What is remembered may be garbage, torn from under the application, or what kills it: it starts all the same."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.chronology.query import Query
from peru_timeline.chronology.views import ViewsFile, own_views_path, write_views
from peru_timeline.settings import LastView, Settings, WindowGeometry, load_settings
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.session.unfinished_starts import MOST_UNFINISHED, UnfinishedStarts
from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.stage.saved_views_file import load_own_views
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.windows import open_made_up, settle

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


# --- a whole start in a process of its own ----------------------------------------------------


def environment(home: Path, **more: str) -> dict[str, str]:
    return os.environ | {"PERU_TIMELINE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"} | more


def session(home: Path, *arguments: str) -> dict[str, Any]:
    """One start to its end; what was seen."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.robust.session", *arguments],
        env=environment(home), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert found["document"] == "peru-1992-2023"
    assert found["in_view"] > 0
    return found


GARBAGE = {
    "empty": b"",
    "zeros": bytes(4000),
    "cut": b'{"theme": "dark", "views": {"peru-1992-2023": {"start_day": 7',
    "other kinds": b'{"theme": 7, "recent": {}, "views": [], "window": "wide"}',
    "deep": b"[" * 100_000,
    "NaN": b'{"text_scale": NaN}',
    "a million digits": b'{"window": {"x": ' + b"9" * 900_000 + b', "y": 1, "width": 300, "height": 300}}',
    "half a character": b'{"recent": ["\\ud800"]}',
    "twice": b'{"theme": "dark", "theme": []}',
}  # fmt: skip


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_in_the_settings_costs_the_settings_alone(name: str, tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "settings.json").write_bytes(GARBAGE[name])
    session(tmp_path)
    assert (config / "settings.json.bad").read_bytes() == GARBAGE[name]
    assert load_settings(config / "settings.json")[1] is None
    assert not (config / "unfinished-starts").exists()


ODD = {
    "backwards": Settings(views={"made-up": LastView(start_day=9e5, end_day=-9e5)}),
    "no width": Settings(views={"made-up": LastView(start_day=730_000, end_day=730_000)}),
    "far away": Settings(views={"made-up": LastView(start_day=-1e10, end_day=1e10)}),
    "never was": Settings(views={"made-up": LastView(start_day=9.9e9, end_day=1e10)}),
    "nobody": Settings(
        views={
            "made-up": LastView(
                start_day=1, end_day=2, selection="nobody",
                query=Query(actors=frozenset({"nobody"}), sources=frozenset({"x"}), text="\0\u202e" * 5000),
            )
        }
    ),
    "no such files": Settings(recent=("", "/", "\0", "x" * 100_000, "<img src=x>&y", "\u202ex", "../..", "a\nb")),
    "huge panels": Settings(filters_px=5000, event_px=5000, text_scale=2.0, menu_bar_shown=True, table_shown=True),
    "far window": Settings(window=WindowGeometry(x=-30_000, y=30_000, width=200, height=32_000, maximized=True)),
}  # fmt: skip


def started(qtbot: QtBot, opened: OpenChronology, settings: Settings, path: Path) -> Application:
    """The program as a start makes it, with what was remembered restored."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    shell = WindowShell(LIGHT)
    qtbot.addWidget(shell)
    shell.place_on_screen({} if settings.window is None else asdict(settings.window))
    made = Application(app, shell, opened, settings, path)
    shell.show()
    made.finish_start(None, None)
    return made


@pytest.mark.parametrize("name", ODD)
def test_sound_settings_that_make_no_sense(qtbot: QtBot, name: str, tmp_path: Path) -> None:
    made = started(qtbot, open_made_up(tmp_path), ODD[name], tmp_path / "settings.json")
    settle()
    span = made.window.timeline.visible_span()
    assert span.end > span.start
    made.settings.save()
    assert load_settings(tmp_path / "settings.json")[1] is None


@pytest.mark.parametrize(
    "place",
    [
        {}, {"x": 1}, {"x": True, "y": 1, "width": 1, "height": 1}, {"x": 10**400, "y": 0, "width": 9, "height": 9},
        {"x": 1e300, "y": 0, "width": 9, "height": 9}, {"x": -(2**31), "y": 2**31, "width": -5, "height": 0},
        {"x": 31_000, "y": -31_000, "width": 32_000, "height": 32_000, "maximized": "yes"}, {"width": None},
    ],
)  # fmt: skip
def test_a_window_is_put_on_a_screen_there_is(qtbot: QtBot, place: dict[str, Any]) -> None:
    shell = WindowShell(LIGHT)
    qtbot.addWidget(shell)
    shell.place_on_screen(place)
    area = shell.screen().availableGeometry()
    assert area.intersects(shell.geometry())
    assert shell.width() <= area.width()
    assert shell.height() <= area.height()


# --- views ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_in_a_views_file_is_put_aside_and_said_once(name: str, tmp_path: Path) -> None:
    opened = open_made_up(tmp_path)
    place = own_views_path(opened.chronology)
    place.parent.mkdir(parents=True)
    place.write_bytes(GARBAGE[name])
    views, said = load_own_views(opened.chronology, opened.path)
    assert views.views == ()
    assert str(place) in said
    assert place.with_name(place.name + ".bad").read_bytes() == GARBAGE[name]
    assert load_own_views(opened.chronology, opened.path)[1] == ""


def test_views_that_name_what_is_gone_stay_where_they_are(tmp_path: Path) -> None:
    opened = open_made_up(tmp_path)
    place = own_views_path(opened.chronology)
    place.parent.mkdir(parents=True)
    views = ViewsFile(chronology="made-up", title={"en": "x"})
    write_views(place, views)
    text = json.loads(place.read_text(encoding="utf-8"))
    text["views"] = [{"name": "x", "selection": "gone"}]
    place.write_text(json.dumps(text), encoding="utf-8")
    assert "gone" in load_own_views(opened.chronology, opened.path)[1]
    assert place.exists()


# --- starts that do not finish ----------------------------------------------------------------


def test_after_two_starts_that_did_not_finish_one_starts_clean(tmp_path: Path) -> None:
    for _ in range(MOST_UNFINISHED):
        starts = UnfinishedStarts(tmp_path)
        assert not starts.begin()
        starts._lock.unlock()  # its process is gone: what the system does for a killed one
    clean = UnfinishedStarts(tmp_path)
    assert clean.begin()
    clean.finish()
    assert not UnfinishedStarts(tmp_path).begin()


def test_starts_at_the_same_time_are_no_crashes(tmp_path: Path) -> None:
    several = [UnfinishedStarts(tmp_path) for _ in range(5)]
    assert not any(starts.begin() for starts in several)
    for starts in several:
        starts.finish()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("garbage", [b"", b"x", b"9" * 5000, b"-1", b"\xff"])
def test_garbage_for_the_count_never_stops_a_start(garbage: bytes, tmp_path: Path) -> None:
    (tmp_path / "unfinished-starts").write_bytes(garbage)
    starts = UnfinishedStarts(tmp_path)
    starts.begin()
    starts.finish()
    assert not UnfinishedStarts(tmp_path).begin()


def test_a_folder_that_cannot_be_written_counts_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert not UnfinishedStarts(tmp_path / "file").begin()


KILLED = """
import os, signal
from tests.robust import session
session.run(None, lambda application: os.kill(os.getpid(), signal.SIGKILL))
"""


@posix_only
def test_killed_twice_while_restoring_the_third_start_is_clean_and_says_so(tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "settings.json").write_text('{"theme": "dark"}', encoding="utf-8")
    for _ in range(MOST_UNFINISHED):
        killed = subprocess.run(
            [sys.executable, "-c", KILLED], env=environment(tmp_path), check=False
        )
        assert killed.returncode == -signal.SIGKILL
        assert (config / "settings.json").exists()
    session(tmp_path)
    assert (config / "settings.json.bad").read_text(encoding="utf-8") == '{"theme": "dark"}'
    assert load_settings(config / "settings.json")[0].theme == "system"


# --- signals, several at once -----------------------------------------------------------------


@posix_only
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_saves_and_quits(number: signal.Signals, tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "tests.robust.session", "--stay"],
        env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        running.send_signal(number)
        _out, said = running.communicate(timeout=60)
    finally:
        running.kill()
        running.wait()
    assert running.returncode == 0
    assert "Traceback" not in said
    kept, trouble = load_settings(tmp_path / "config" / "settings.json")
    assert trouble is None
    assert kept.window is not None
    assert "peru-1992-2023" in kept.views


ENDED_WHILE_STARTING = """
import os, signal, sys
from PySide6.QtCore import QTimer
from peru_timeline import startup
from peru_timeline.ui.window.open_files import OpenFiles

def before(owner, name, act):
    method = getattr(owner, name)
    def both(self):
        act(self)
        method(self)
    setattr(owner, name, both)

if sys.argv[1] == "close":
    before(OpenFiles, "restore_view", lambda files: QTimer.singleShot(0, files.parent().close))
else:
    before(startup.Starter, "_begin", lambda _starter: os.kill(os.getpid(), int(sys.argv[1])))
sys.exit(startup.run(None))
"""


@posix_only
@pytest.mark.parametrize("how", ["close", *(str(int(n)) for n in (signal.SIGTERM, signal.SIGINT))])
def test_ended_while_it_starts_it_ends_and_counts_as_no_crash(how: str, tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ENDED_WHILE_STARTING, how],
        env=environment(tmp_path), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "config" / "unfinished-starts").exists()


def test_two_starts_at_once_leave_sound_settings(tmp_path: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.robust.session"], env=environment(tmp_path),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    for one in running:
        _out, said = one.communicate(timeout=300)
        assert one.returncode == 0, said
        assert "Traceback" not in said
    config = tmp_path / "config"
    assert load_settings(config / "settings.json")[1] is None
    assert sorted(path.name for path in config.iterdir()) == ["settings.json"]
