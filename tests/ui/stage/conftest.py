"""The story that is shipped, on a stage."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.views import SavedView, load_views
from peru_timeline.paths import seeds_dir
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.stage.presentation import Presentation
from peru_timeline.ui.state.open_chronology import OpenChronology


@pytest.fixture
def views(opened: OpenChronology) -> tuple[SavedView, ...]:
    return load_views(seeds_dir() / "peru-1992-2023.views.json", opened.chronology).views


@pytest.fixture
def stage(qtbot: QtBot, opened: OpenChronology, views: tuple[SavedView, ...]) -> Presentation:
    """The story that is shipped, on a stage without motion."""
    shown = Presentation(opened, views, LIGHT, "en", motion=False)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_view(0, fly=False)
    return shown
