"""The whole application."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from tests.ui.windows import open_application, open_made_up


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> Application:
    return open_application(qtbot, open_made_up(tmp_path), path=tmp_path / "settings.json")
