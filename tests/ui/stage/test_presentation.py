"""Presenting saved views."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.views import load_views
from peru_timeline.paths import seeds_dir
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.stage.presentation import Presentation, between
from peru_timeline.ui.state.open_chronology import OpenChronology


def test_arrows_turn_the_views_and_escape_ends(qtbot: QtBot, opened: OpenChronology) -> None:
    story = load_views(seeds_dir() / "peru-1992-2023.views.json", opened.chronology)
    shown = Presentation(opened, story.views, LIGHT, "es", motion=False)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    with qtbot.waitExposed(shown):
        shown.show()
    canvas = shown.timeline.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert shown.at == 1
    assert shown._name.text() == story.views[1].name["es"]
    days = story.views[1].days
    assert days is not None
    assert abs(shown.timeline.visible_span().middle - sum(days) / 2) < 40
    QTest.keyClick(canvas, Qt.Key.Key_End)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert shown.at == len(story.views) - 1
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.at == 0
    with qtbot.waitSignal(shown.closed):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)


def test_a_flight_narrows_by_equal_factors() -> None:
    start, end = TimeSpan(0, 10_000), TimeSpan(4_000, 4_100)
    half = between(start, end, 0.5)
    assert half.width == pytest.approx(1000)
    assert between(start, end, 1) == end
    assert between(start, end, 0).width == pytest.approx(start.width)
    assert start.start <= half.start <= half.end <= start.end
