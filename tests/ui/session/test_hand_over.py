"""A second start hands its file to the window that is open; macOS names files by an event."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from peru_timeline import paths
from peru_timeline.ui.session import hand_over
from peru_timeline.ui.session.hand_over import END, LONGEST_PATH, HandOverServer, socket_name
from peru_timeline.ui.session.taking_over import take_over
from tests.ui.windows import open_application, open_made_up

ROOT = Path(__file__).resolve().parents[3]
unix = pytest.mark.skipif(sys.platform == "win32", reason="pipes leave nothing behind")


@pytest.fixture(autouse=True)
def short_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The name of a socket must be short, shorter than pytest's own folders."""
    with tempfile.TemporaryDirectory() as home:
        monkeypatch.setenv(paths.HOME_VARIABLE, home)
        yield


@pytest.fixture
def door(qtbot: QtBot) -> Iterator[HandOverServer]:
    made = HandOverServer(lambda: True)
    assert made.listen()
    yield made
    made.deleteLater()


def say(qtbot: QtBot, words: bytes) -> bytes:
    """Say something at the door, and wait until it is shut."""
    guest = QLocalSocket()
    guest.connectToServer(socket_name())
    assert guest.waitForConnected()
    with qtbot.waitSignal(guest.disconnected):
        guest.write(words)
    return bytes(guest.readAll().data())


def test_a_second_start_hands_its_file_over_and_ends(
    qtbot: QtBot, door: HandOverServer, tmp_path: Path
) -> None:
    with qtbot.waitSignal(door.file_handed, timeout=30_000) as handed:
        second = subprocess.Popen(
            [sys.executable, "-m", "peru_timeline", "Año de paz.chronology"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
        )
    assert handed.args == [tmp_path / "Año de paz.chronology"]
    _, complaints = second.communicate(timeout=30)
    assert (second.returncode, complaints) == (0, b"")


def test_the_window_takes_the_file_in(qtbot: QtBot, tmp_path: Path) -> None:
    whole = open_application(qtbot, open_made_up(tmp_path))
    (tmp_path / "other").mkdir()
    other = open_made_up(tmp_path / "other").path
    assert other is not None
    take_over(whole, lambda: True, whole.open_from_outside)
    assert say(qtbot, str(other).encode() + END) == END
    assert whole.state.opened.path == other


def test_not_while_a_dialog_waits_for_an_answer(qtbot: QtBot) -> None:
    busy = HandOverServer(lambda: False)
    assert busy.listen()
    with qtbot.assertNotEmitted(busy.file_handed):
        assert say(qtbot, b"/somewhere/a.chronology" + END) == b""
    busy.deleteLater()


@pytest.mark.parametrize("words", [b"relative.chronology" + END, END, b"/" + b"a" * LONGEST_PATH])
def test_what_is_no_path_is_passed_over(qtbot: QtBot, door: HandOverServer, words: bytes) -> None:
    with qtbot.assertNotEmitted(door.file_handed):
        assert say(qtbot, words) == b""


def test_only_the_first_window_listens(door: HandOverServer) -> None:
    assert not HandOverServer(lambda: True).listen()


@unix
def test_a_window_that_was_killed_leaves_nothing_in_the_way() -> None:
    paths.user_cache_dir().mkdir(parents=True)
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(socket_name())
    door = HandOverServer(lambda: True)
    assert door.listen()
    door.deleteLater()


@unix
def test_others_on_the_machine_cannot_knock(door: HandOverServer) -> None:
    assert Path(socket_name()).stat().st_mode & 0o077 == 0


@unix
def test_where_nobody_can_listen_the_program_works_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, f"/tmp/{'long' * 30}")
    assert not HandOverServer(lambda: True).listen()


def test_a_file_that_the_system_names_by_an_event_is_kept_for_the_start() -> None:
    said = """if True:
        from PySide6.QtCore import QCoreApplication, QUrl
        from PySide6.QtGui import QFileOpenEvent
        from peru_timeline.startup import make_qt_application
        app = make_qt_application()
        event = QFileOpenEvent(QUrl.fromLocalFile("/somewhere/a.chronology"))
        QCoreApplication.sendEvent(app, event)
        print(app.first_file)"""
    done = subprocess.run(
        [sys.executable, "-c", said], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == str(Path("/somewhere/a.chronology")), done.stderr


def test_guests_who_say_nothing_do_not_keep_others_out(
    qtbot: QtBot, door: HandOverServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand_over, "LONGEST_WAIT_MS", 200)
    silent = [QLocalSocket() for _ in range(60)]
    for guest in silent:
        guest.connectToServer(socket_name())
    path = Path(tempfile.gettempdir()) / "x.chronology"
    with qtbot.waitSignal(door.file_handed) as handed:
        assert say(qtbot, os.fsencode(path) + END) == END
    assert handed.args == [path]
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: all(guest.state() is gone for guest in silent))
