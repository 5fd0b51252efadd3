"""Files of other programs in the whole program: how they get in, and that nothing unsaved is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.ui.importing.import_dialog import ImportDialog
from tests.ui.importing.wizards import EVENTS, RESULT, go_to, wait, write
from tests.ui.windows import open_application, open_made_up


def wizard_of(whole: Application, qtbot: QtBot) -> ImportDialog:
    """The wizard over the window, once it has read its file."""
    (shown,) = (d for d in whole.shell.findChildren(ImportDialog) if d.isVisible())
    wait(qtbot, shown)
    return shown


def take(whole: Application, qtbot: QtBot, path: Path) -> None:
    """Import a file to the end."""
    whole.open(path)
    dialog = wizard_of(whole, qtbot)
    go_to(qtbot, dialog, RESULT)
    dialog.footer.next.click()
    assert not dialog.isVisible()


def answer(button: str) -> Callable[[], None]:
    """Press a button of the question that is about to be asked."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        found = box.findChild(QPushButton, button)
        assert isinstance(found, QPushButton)
        found.click()

    return press


def save_at(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Let the reader name this file, or none, in the dialog of the system."""
    chosen = "" if path is None else str(path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (chosen, ""))


def test_a_foreign_file_opens_the_wizard_and_then_a_chronology_not_saved_yet(
    whole: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    source = write(tmp_path)
    take(whole, qtbot, source)
    opened = whole.state.opened
    assert len(opened.chronology.events) == 4
    assert opened.unsaved is not None
    assert opened.path == tmp_path / "events.chronology"
    assert not opened.path.exists()
    assert whole.shell.windowTitle() == "events (not saved)"
    assert str(opened.path) not in whole.settings.value.recent
    assert not whole.window.actions_by_id["reload"].isEnabled()
    whole.reload()  # there is nothing to read again
    assert whole.state.opened is opened


def test_what_is_saved_is_an_ordinary_file_from_then_on(
    whole: Application, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(whole, qtbot, write(tmp_path))
    save_at(monkeypatch, tmp_path / "mine")
    whole.window.actions_by_id["save_as"].trigger()
    saved = tmp_path / "mine.chronology"
    assert len(load_chronology(saved).events) == 4
    assert whole.state.opened.unsaved is None
    assert whole.state.opened.path == saved
    assert whole.shell.windowTitle() == "events"
    assert whole.settings.value.recent[0] == str(saved)
    assert whole.window.actions_by_id["reload"].isEnabled()


def test_a_copy_has_the_bytes_of_the_file(
    whole: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = whole.state.opened.path
    copy = tmp_path / "copy.chronology"
    save_at(monkeypatch, copy)
    whole.window.actions_by_id["save_as"].trigger()
    assert copy.read_bytes() == before.read_bytes()


def test_what_cannot_be_written_is_told_and_stays_unsaved(
    whole: Application, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(whole, qtbot, write(tmp_path))
    save_at(monkeypatch, tmp_path / "no folder" / "mine.chronology")
    told: list[str] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        told.append(box.objectName())
        box.close()

    QTimer.singleShot(0, close)
    whole.window.actions_by_id["save_as"].trigger()
    assert told == ["message_dialog"]
    assert whole.state.opened.unsaved is not None


@pytest.mark.parametrize(
    ("button", "named", "goes"),
    [
        ("cancel", None, False),
        ("do_not_save", None, True),
        ("save", "mine.chronology", True),
        ("save", None, False),  # and then no name
    ],
)
def test_opening_another_asks_for_what_is_not_saved(
    whole: Application,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    button: str,
    named: str | None,
    goes: bool,
) -> None:
    take(whole, qtbot, write(tmp_path))
    (tmp_path / "other").mkdir()
    other = open_made_up(tmp_path / "other", {"id": "other"})
    save_at(monkeypatch, None if named is None else tmp_path / named)
    QTimer.singleShot(0, answer(button))
    whole.open(other.path)
    assert (whole.state.opened.chronology.id == "other") is goes
    assert (tmp_path / "mine.chronology").exists() is (named is not None)


@pytest.mark.parametrize(("button", "closes"), [("cancel", False), ("do_not_save", True)])
def test_closing_asks_for_what_is_not_saved(
    whole: Application, qtbot: QtBot, tmp_path: Path, button: str, closes: bool
) -> None:
    take(whole, qtbot, write(tmp_path))
    QTimer.singleShot(0, answer(button))
    assert whole.shell.close() is closes


def test_whoever_ends_the_program_from_outside_is_not_asked(
    whole: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    take(whole, qtbot, write(tmp_path))
    with qtbot.waitSignal(whole.shell.closed):
        whole.shell.close_unasked()


def test_a_newer_version_updates_what_was_saved(
    whole: Application, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path)
    take(whole, qtbot, source)
    saved = tmp_path / "elsewhere.chronology"
    save_at(monkeypatch, saved)
    whole.window.actions_by_id["save_as"].trigger()
    (tmp_path / "other").mkdir()
    whole.open(open_made_up(tmp_path / "other", {"id": "other"}).path)
    source.write_text(EVENTS + "e,1999,Fifth,Ports,Peru,\n", encoding="utf-8")
    take(whole, qtbot, source)
    assert len(whole.state.opened.chronology.events) == 5
    assert whole.state.opened.path == saved
    assert whole.state.opened.unsaved is not None
    assert len(load_chronology(saved).events) == 4  # until the reader saves


def test_another_language_keeps_what_is_not_saved(
    whole: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    take(whole, qtbot, write(tmp_path))
    whole.rebuild()
    assert whole.state.opened.unsaved is not None
    assert whole.shell.windowTitle().endswith("(not saved)")


def test_one_wizard_is_shown_at_a_time(whole: Application, qtbot: QtBot, tmp_path: Path) -> None:
    whole.open(write(tmp_path))
    whole.open(write(tmp_path, name="second.csv"))
    dialog = wizard_of(whole, qtbot)
    assert "second.csv" in dialog.windowTitle()
    dialog.reject()


def test_the_default_chronology_is_never_offered_to_be_updated(
    qtbot: QtBot, tmp_path: Path, opened: object
) -> None:
    from peru_timeline.ui.state.open_chronology import OpenChronology

    assert isinstance(opened, OpenChronology)
    whole = open_application(qtbot, opened)
    whole.open(write(tmp_path))
    dialog = wizard_of(whole, qtbot)
    go_to(qtbot, dialog, RESULT)
    assert dialog.made is not None
    assert dialog.made.earlier is None
    dialog.reject()
