"""What is remembered from one start to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peru_timeline import startup as starting
from peru_timeline.settings import load_settings
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.session.window_shell import WindowShell
from tests.ui.windows import TALKS, open_application, open_made_up


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
    again.files.restore_view()
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
