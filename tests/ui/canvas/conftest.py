"""Timelines to test: a small one, and the Peru chronology."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from peru_timeline.ui.state.open_chronology import OpenChronology, open_chronology
from tests.ui.canvas.touching import SEED, Opened
from tests.ui.timelines import made_up, show_timeline


@pytest.fixture(scope="module")
def peru() -> OpenChronology:
    return open_chronology(SEED)


@pytest.fixture
def small(qtbot: QtBot) -> Opened:
    return show_timeline(qtbot, made_up())
