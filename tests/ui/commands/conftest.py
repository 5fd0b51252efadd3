"""A window, and its state."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.windows import settle, state_of, window


@pytest.fixture
def state(tmp_path: Path) -> ViewState:
    return state_of(tmp_path)


@pytest.fixture
def whole(qtbot: QtBot, state: ViewState) -> MainWindow:
    made = window(qtbot, state)
    made.timeline.set_motion(False)
    # With no window active Qt gives a key to every window there still is.
    with qtbot.waitActive(made.widget):
        made.widget.activateWindow()
    made.timeline.setFocus()
    settle()
    return made
