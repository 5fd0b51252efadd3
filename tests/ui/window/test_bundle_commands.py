"""Saving and checking evidence bundles from the window."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.review.bundle import check_bundle
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.windows import chronology_data, open_made_up, texts, window

TEXT = "They met in Lima.\n\nLong ago they wrote of Port of Chancay begins at some length.\n"


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "paper.txt").write_text(TEXT, encoding="utf-8")
    content = chronology_data()
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    content["sources"][0]["document"] = {"file": "paper.txt", "sha256": digest, "words": 15}
    content["events"] = content["events"][:1]
    return window(qtbot, ViewState(open_made_up(tmp_path, content)))


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))


def pressing(whole: MainWindow, button: str, act: Callable[[], object]) -> str:
    """What a dialog says that opens while one acts; then its button of this name is pressed, or Esc."""
    said: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        said.extend(texts(dialog))
        if isinstance(dialog, QMessageBox):
            said.append(dialog.text())
        found = dialog.findChild(QAbstractButton, button) if button else None
        if found is None:
            dialog.close()
        else:
            found.click()

    QTimer.singleShot(0, whole, press)
    act()
    return "\n".join(said)


def add_texts(whole: MainWindow, tmp_path: Path) -> None:
    pressing(whole, "", lambda: whole.texts.add_from(tmp_path / "texts"))


def test_a_bundle_without_full_texts_asks_only_for_the_file(
    whole: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, tmp_path / "case")  # the ending is added
    whole.actions_by_id["save_bundle"].trigger()
    assert check_bundle(tmp_path / "case.zip")[:3] == ((), 1, 0)


@pytest.mark.parametrize(("button", "looked_up"), [("with_texts", 1), ("without_texts", 0)])
def test_full_texts_go_along_if_wished(
    whole: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, button: str, looked_up: int
) -> None:
    add_texts(whole, tmp_path)
    save_as(monkeypatch, tmp_path / "case.zip")
    said = pressing(whole, button, whole.actions_by_id["save_bundle"].trigger)
    assert "full text" in said
    assert check_bundle(tmp_path / "case.zip").looked_up == looked_up


def test_nothing_is_written_when_the_question_is_cancelled(
    whole: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_texts(whole, tmp_path)
    save_as(monkeypatch, tmp_path / "case.zip")
    pressing(whole, "", whole.actions_by_id["save_bundle"].trigger)
    assert not (tmp_path / "case.zip").exists()


def test_a_folder_that_cannot_be_written_is_told(whole: MainWindow, tmp_path: Path) -> None:
    lost = tmp_path / "nowhere" / "case.zip"
    said = pressing(whole, "", lambda: whole.bundles.save(lost, {}))
    assert "could not be written" in said
    assert not lost.exists()


def test_checking_says_what_was_changed(whole: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "case.zip"
    whole.bundles.save(path, {})
    said = pressing(whole, "", lambda: whole.bundles.check(path))
    assert "Nothing was changed." in said
    assert "could not be looked up" in said
    assert "stands" not in said
    with zipfile.ZipFile(path, "a") as bundle:
        bundle.writestr("extra.txt", "more")
    said = pressing(whole, "", lambda: whole.bundles.check(path))
    assert "not as it was packed" in said
    assert "extra.txt: not part of the bundle" in said
    path.write_bytes(b"no bundle")
    assert "not an evidence bundle" in pressing(whole, "", lambda: whole.bundles.check(path))
