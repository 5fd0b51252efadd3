"""The program whole: opening, bad files, reloading, what is remembered, language and colours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline import startup as starting
from peru_timeline.application import Application
from peru_timeline.settings import Settings, load_settings
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.session.faults_dialog import FaultsDialog
from peru_timeline.ui.session.opening import open_file
from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.windows import (
    PLAIN,
    TALKS,
    chronology_data,
    open_application,
    open_made_up,
    settle,
    texts,
)


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> Application:
    return open_application(qtbot, open_made_up(tmp_path), path=tmp_path / "settings.json")


def faults_of(whole: Application) -> FaultsDialog:
    dialogs = [d for d in whole.shell.findChildren(FaultsDialog) if d.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


# --- files -----------------------------------------------------------------------------------


def test_a_bad_file_is_told_and_what_was_open_stays(whole: Application, tmp_path: Path) -> None:
    bad = tmp_path / "bad.chronology"
    bad.write_text(json.dumps(chronology_data() | {"version": 3, "title": {}}), encoding="utf-8")
    before = whole.state.opened
    whole.open(bad)
    dialog = faults_of(whole)
    assert str(bad) in [text.replace("\u200b", "") for text in texts(dialog)]
    assert whole.state.opened is before
    dialog.reject()


@pytest.mark.parametrize("name", ["missing.chronology", "."])
def test_what_is_no_file_is_told_too(whole: Application, tmp_path: Path, name: str) -> None:
    whole.open(tmp_path / name)
    faults_of(whole).reject()


def test_opening_another_forgets_filter_and_selection(whole: Application, tmp_path: Path) -> None:
    whole.state.only("sectors", "trade")
    whole.state.select(TALKS)
    (tmp_path / "other").mkdir()
    other = open_made_up(tmp_path / "other", {"id": "other", "title": "Other"})
    whole.open(other.path)
    assert whole.state.query.is_empty
    assert whole.state.selection is None
    assert whole.shell.windowTitle().startswith("Other")
    assert whole.settings.value.recent[0] == str(other.path)


def test_a_dropped_file_is_opened(whole: Application, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = open_made_up(tmp_path / "other", {"id": "other"})
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(other.path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(whole.shell.file_dropped):
        whole.shell.dropEvent(event)
    assert whole.state.opened.chronology.id == "other"


def test_a_web_address_cannot_be_dropped(whole: Application, qtbot: QtBot) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl("https://example.org/a.chronology")])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.assertNotEmitted(whole.shell.file_dropped, wait=50):
        whole.shell.dropEvent(event)


@pytest.mark.parametrize("way", ["replaced", "rewritten"])
def test_a_file_that_changes_is_read_again_and_the_view_kept(
    whole: Application, qtbot: QtBot, way: str
) -> None:
    path = whole.state.opened.path
    whole._watch.watch(path)
    whole.state.select(TALKS)
    timeline = whole.window.timeline
    span = TimeSpan(731_000.0, 733_000.0)
    timeline.show_span(span, animate=False)
    content = chronology_data()
    content["events"] = content["events"][1:]
    with qtbot.waitSignal(whole.state.chronology_changed, timeout=5000):
        target = path.with_name("new") if way == "replaced" else path
        target.write_text(json.dumps(content), encoding="utf-8")
        if way == "replaced":
            target.replace(path)
    assert len(whole.state.opened.chronology.events) == 4
    selected = whole.state.selection
    assert selected is not None
    assert whole.state.opened.chronology.events[selected].id == "talks"
    assert timeline.visible_span() == span


def test_a_file_broken_while_open_is_told_and_stays_open(whole: Application) -> None:
    whole.state.opened.path.write_text("{", encoding="utf-8")
    whole.reload()
    faults_of(whole).reject()
    assert len(whole.state.opened.chronology.events) == 5


def test_what_is_asked_for_while_a_file_is_read_is_wanted_instead(
    whole: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = whole.state.opened.path
    other = tmp_path / "other.chronology"
    other.write_bytes(shown.read_bytes())
    read = open_file
    seen: list[Path] = []

    def held_up(path: Path, shell: QWidget) -> OpenChronology | None:
        seen.append(path)
        if path == shown:
            whole.open(other)
            whole.reload()  # nobody wants what is to go
        return read(path, shell)

    monkeypatch.setattr("peru_timeline.ui.session.opening.open_file", held_up)
    whole.open(shown)
    assert whole.state.opened.path == other
    assert seen == [shown, other]
    whole.reload()
    assert seen == [shown, other, other]


def test_only_what_was_last_found_of_a_file_is_told(whole: Application) -> None:
    sound = whole.state.opened.path.read_text(encoding="utf-8")
    for broken in ("{", "[]"):
        whole.state.opened.path.write_text(broken, encoding="utf-8")
        whole.reload()
        faults_of(whole)  # one
    whole.state.opened.path.write_text(sound, encoding="utf-8")
    whole.reload()
    assert not [d for d in whole.shell.findChildren(FaultsDialog) if d.isVisible()]


# --- what is remembered ----------------------------------------------------------------------


def test_closing_remembers_place_and_view(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    first = open_application(qtbot, open_made_up(tmp_path), path=path)
    first.shell.resize(1100, 700)
    first.state.only("sectors", "trade")
    first.state.select(TALKS)
    first.state.set_grouping(Grouping.ACTOR)
    first.shell.close()
    settings, trouble = load_settings(path)
    assert trouble is None
    assert settings.window is not None
    assert (settings.window.width, settings.window.height) == (1100, 700)
    again = open_application(qtbot, open_made_up(tmp_path), settings, path)
    again._restore_view()
    assert again.state.query.sectors == {"trade"}
    assert again.state.selection == TALKS
    assert again.state.grouping == Grouping.ACTOR
    again.shell.close()


def test_a_locked_folder_costs_the_settings_only(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    made = open_application(qtbot, open_made_up(tmp_path), path=tmp_path / "file" / "settings.json")
    made.settings.save()
    assert "could not be saved" in made.window.status.currentMessage()
    made.window.status.clearMessage()
    made.settings.save()
    assert made.window.status.currentMessage() == ""  # said once
    made.shell.close()


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"x": 0, "y": 0, "width": 10**30, "height": 5},
        {"x": "left", "y": None, "width": True, "height": []},
        {"x": -40_000, "y": 90, "width": 800, "height": 600},
    ],
)
def test_a_senseless_place_is_passed_over(qtbot: QtBot, place: dict[str, object]) -> None:
    shell = WindowShell(LIGHT)
    qtbot.addWidget(shell)
    shell.place_on_screen(place)
    screen = QApplication.primaryScreen().availableGeometry()
    assert screen.contains(shell.geometry())


def test_a_window_beyond_the_screens_comes_back(qtbot: QtBot) -> None:
    shell = WindowShell(LIGHT)
    qtbot.addWidget(shell)
    shell.place_on_screen({"x": 20_000, "y": -3_000, "width": 640, "height": 480})
    assert QApplication.primaryScreen().availableGeometry().contains(shell.geometry())


@pytest.mark.parametrize("garbage", [b"", b"[1]", b"{", b'{"theme": []}', b"[" * 100_000])
def test_a_first_look_believes_nothing(tmp_path: Path, garbage: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(garbage)
    assert isinstance(starting.peek_settings(path), dict)


# --- language and colours --------------------------------------------------------------------


def test_the_language_changes_without_a_restart(whole: Application) -> None:
    whole.state.select(TALKS)
    whole.settings.value = replace(whole.settings.value, language="es")
    settle()
    assert whole.state.language == "es"
    assert "LO QUE DICE LA FUENTE" in texts(whole.window.event_panel)
    assert "Talks on Cerrón (es)" in texts(whole.window.event_panel, "event_title")
    assert whole.window.actions_by_id["quit"].text() == "Salir"
    whole.settings.value = replace(whole.settings.value, language="en")
    settle()
    assert "WHAT THE SOURCE SAYS" in texts(whole.window.event_panel)


def test_plurals_are_right_in_both_languages(whole: Application) -> None:
    state = whole.state
    state.only("sectors", "security")
    state.set_text("visit")
    assert "1 event" in texts(whole.window.top_bar, "search_hits")
    whole.settings.value = replace(whole.settings.value, language="es")
    settle()
    assert "1 hecho" in texts(whole.window.top_bar, "search_hits")
    state.clear_filters()
    state.set_text("trade")
    assert "2 hechos" in texts(whole.window.top_bar, "search_hits")


def test_another_theme_keeps_the_view(whole: Application) -> None:
    timeline = whole.window.timeline
    timeline.show_span(TimeSpan(731_000.0, 733_000.0), animate=False)
    whole.settings.value = replace(whole.settings.value, theme="dark")
    settle()
    assert whole.window.timeline is not timeline
    assert whole.window.timeline.visible_span() == TimeSpan(731_000.0, 733_000.0)
    assert whole.shell.theme.is_dark


def test_rebuilding_leaves_nothing_behind(whole: Application) -> None:
    dark = replace(whole.settings.value, theme="dark")
    for settings in (dark, PLAIN, dark, PLAIN):
        whole.settings.value = settings
        settle()
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
    before = len(QApplication.allWidgets())
    for settings in (dark, PLAIN, dark, PLAIN):
        whole.settings.value = settings
        settle()
    QApplication.sendPostedEvents(None, 52)
    assert len(QApplication.allWidgets()) <= before


# --- first start, empty chronology -----------------------------------------------------------


def test_the_hint_goes_with_the_first_selection(qtbot: QtBot, tmp_path: Path) -> None:
    made = open_application(qtbot, open_made_up(tmp_path), replace(PLAIN, hint_seen=False))
    hint = made.window.notices.findChild(QWidget, "hint")
    assert isinstance(hint, QWidget)
    assert hint.isVisible()
    made.state.select(TALKS)
    assert not hint.isVisible()
    assert made.settings.value.hint_seen
    made.shell.close()


def test_a_chronology_without_events_opens_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    made = open_application(qtbot, open_made_up(tmp_path, {"events": []}))
    notice = made.window.notices.findChild(QWidget, "empty_chronology")
    assert isinstance(notice, QWidget)
    assert notice.isVisible()
    assert "This chronology has no events yet. Ctrl+O opens another." in texts(made.window.widget)
    made.shell.close()


def test_text_of_a_file_is_never_markup(qtbot: QtBot, tmp_path: Path) -> None:
    bad = "<img src=file:///etc/passwd>" + "x" * 5000
    content = chronology_data()
    for event in content["events"]:
        event["summary"] = bad
    made = open_application(qtbot, open_made_up(tmp_path, content))
    made.state.select(TALKS)
    settle()
    for label in made.window.widget.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or "<img" not in label.text()
    for pushed in made.window.widget.findChildren(QPushButton):
        assert "<img" not in pushed.toolTip()
    made.shell.close()


# --- as a process ----------------------------------------------------------------------------


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "peru_timeline", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        check=False,
    )


def test_screenshot_gives_a_picture_of_the_size_asked(tmp_path: Path) -> None:
    out, file = tmp_path / "out.png", open_made_up(tmp_path).path
    done = run("screenshot", str(out), str(file), "--size", "1280x720", "--select", "talks")
    assert (done.returncode, done.stderr) == (0, "")
    header = out.read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (1280, 720)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
def test_sigterm_saves_and_quits(tmp_path: Path) -> None:
    home = tmp_path / "home"
    started = subprocess.Popen(
        [sys.executable, "-m", "peru_timeline", str(open_made_up(tmp_path).path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PERU_TIMELINE_HOME": str(home)},
    )
    settings = home / "config" / "settings.json"
    try:
        for _ in range(200):  # the list of recent files is saved when the window stands
            if settings.exists():
                break
            try:
                started.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
            break
        settings.unlink()
        started.terminate()
        _, errors = started.communicate(timeout=20)
    finally:
        started.kill()
    assert started.returncode == 0, errors
    assert load_settings(settings)[0].window is not None


def test_settings_are_isolated() -> None:
    assert Settings().theme == "system"
