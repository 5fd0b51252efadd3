"""New chronologies from a template, the spreadsheet to fill in, and samples, as commands of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.templates.library import samples, spreadsheet, templates
from peru_timeline.ui.window.choice_dialog import ChoiceDialog
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui import windows


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return windows.window(qtbot, windows.state_of(tmp_path))


def answer(window: MainWindow, act: Callable[[QWidget], None]) -> None:
    """Act on the next dialog that opens."""

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        act(dialog)

    QTimer.singleShot(0, window.widget, now)


def saving_as(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """Answer the question where to save; returns what was proposed."""
    proposed: list[str] = []

    def asked(
        _parent: QWidget, _title: str, proposal: str, _kinds: str, **_options: object
    ) -> tuple[str, str]:
        proposed.append(proposal)
        return ("" if path is None else str(path)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
    return proposed


def take(row: int) -> Callable[[QWidget], None]:
    """Choose a row of the list and press the button that takes it."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ChoiceDialog)
        dialog.list.setCurrentRow(row)
        button = dialog.findChild(QPushButton, "take")
        assert button is not None
        button.click()

    return act


def opened(window: MainWindow) -> list[Path]:
    asked: list[Path] = []
    window.open_requested.connect(asked.append)
    return asked


@pytest.mark.parametrize("row", range(len(templates())))
def test_each_template_becomes_a_file_that_opens(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: int
) -> None:
    path, asked = tmp_path / "mine", opened(window)
    proposed = saving_as(monkeypatch, path)
    answer(window, take(row))
    window.actions_by_id["new_from_template"].trigger()
    made = tmp_path / "mine.chronology"
    assert Path(proposed[0]).name == f"{templates()[row].title['en']}.chronology"
    assert asked == [made]
    assert dict(load_chronology(made).title) == {"en": "mine"}


def test_nothing_is_written_where_the_reader_thinks_better_of_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, before = opened(window), sorted(tmp_path.iterdir())
    proposed = saving_as(monkeypatch, None)
    answer(window, take(1))
    window.actions_by_id["new_from_template"].trigger()
    assert len(proposed) == 1
    answer(window, lambda dialog: dialog.setVisible(False))
    window.actions_by_id["new_from_template"].trigger()
    assert len(proposed) == 1
    assert asked == []
    assert sorted(tmp_path.iterdir()) == before


def test_a_place_that_cannot_be_written_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, said = opened(window), list[str]()
    saving_as(monkeypatch, tmp_path / "nowhere" / "mine.chronology")

    def read(dialog: QWidget) -> None:
        said.extend(windows.texts(dialog))
        dialog.close()

    def take_and_wait(dialog: QWidget) -> None:
        answer(window, read)
        take(1)(dialog)

    answer(window, take_and_wait)
    window.actions_by_id["new_from_template"].trigger()
    assert "could not be written" in said[0]
    assert asked == []


@pytest.mark.parametrize(
    ("typed", "written"),
    [("e", "e.xlsx"), ("e.xlsx", "e.xlsx"), ("e.csv", "e.csv"), ("e.b", "e.b.xlsx")],
)
def test_the_spreadsheet_is_saved_as_it_is(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, written: str
) -> None:
    saving_as(monkeypatch, tmp_path / typed)

    def instead(dialog: QWidget) -> None:
        button = dialog.findChild(QPushButton, "spreadsheet")
        assert button is not None
        button.click()

    answer(window, instead)
    window.actions_by_id["new_from_template"].trigger()
    made = tmp_path / written
    assert made.read_bytes() == spreadsheet(made.suffix).read_bytes()


def test_each_sample_opens(window: MainWindow) -> None:
    asked = opened(window)
    for row in range(len(samples())):
        answer(window, take(row))
        window.actions_by_id["open_sample"].trigger()
    assert asked == [offered.path for offered in samples()]


def test_the_list_says_what_the_marked_one_is_for(window: MainWindow) -> None:
    said: list[str] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, ChoiceDialog)
        for row in range(dialog.list.count()):
            dialog.list.setCurrentRow(row)
            said.extend(windows.texts(dialog, "about_offered"))
        dialog.reject()

    answer(window, read)
    window.actions_by_id["new_from_template"].trigger()
    assert said == [offered.description["en"] for offered in templates()]
