"""Opening files: faulty ones, others, dropped and changed ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.session.faults_dialog import FaultsDialog
from peru_timeline.ui.session.opening import open_file
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.application.faults import faults_of
from tests.ui.windows import TALKS, chronology_data, open_made_up, texts


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
    whole.files._watch.watch(path)
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
