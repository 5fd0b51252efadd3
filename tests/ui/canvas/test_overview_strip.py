from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.overview import density
from peru_timeline.ui.canvas.timeline_view import TimelineView
from tests.ui.timelines import made_up, settle, show_timeline


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    made, _ = show_timeline(qtbot, made_up())
    made.show_span(made.layout_input.home.zoom(4, made.layout_input.home.middle), animate=False)
    settle()
    return made


def drag(qtbot: QtBot, view: TimelineView, begin: float, end: float) -> None:
    strip, y = view.overview, view.overview.height() // 2
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(begin), y))
    at = QPointF(round(end), y)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        strip.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(strip, move)
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=at.toPoint())


def test_the_frame_shows_what_is_in_sight(view: TimelineView) -> None:
    frame, home, span = view.overview.visible_rect(), view.layout_input.home, view.visible_span()
    width = view.overview.width_px
    assert frame.width() == pytest.approx(width * span.width / home.width, abs=1)
    assert frame.left() == pytest.approx(
        view.scene.left + width * (span.start - home.start) / home.width, abs=1
    )


def test_dragging_the_frame_pans(qtbot: QtBot, view: TimelineView) -> None:
    begin, x = view.visible_span(), view.overview.visible_rect().center().x()
    drag(qtbot, view, x, x + 60)
    days = 60 / view.overview.width_px * view.layout_input.home.width
    assert view.visible_span().start == pytest.approx(begin.start + days, abs=days * 0.05)
    assert view.visible_span().width == pytest.approx(begin.width)


def test_dragging_an_end_resizes(qtbot: QtBot, view: TimelineView) -> None:
    begin, frame = view.visible_span(), view.overview.visible_rect()
    drag(qtbot, view, frame.right(), frame.right() + 50)
    assert view.visible_span().start == pytest.approx(begin.start)
    assert view.visible_span().end > begin.end
    drag(
        qtbot, view, view.overview.visible_rect().left(), view.overview.visible_rect().right() + 200
    )
    assert view.visible_span().width > 0


def test_a_click_goes_there(qtbot: QtBot, view: TimelineView) -> None:
    x = view.scene.left + view.overview.width_px * 0.9
    drag(qtbot, view, x, x)
    day = view.layout_input.home.start + 0.9 * view.layout_input.home.width
    assert view.visible_span().middle == pytest.approx(day, abs=10)


def test_every_event_is_counted_once() -> None:
    opened = made_up()
    columns = opened.columns
    span = columns.span
    assert span is not None
    edges = np.linspace(span.start + 400, span.end - 400, 7)
    mask = np.arange(len(columns)) % 2 == 0
    counts = density(columns, mask, edges)
    assert counts.all.sum() == len(columns)
    assert counts.shown.sum() == mask.sum()
    assert (counts.shown <= counts.all).all()


def test_a_span_far_away_leaves_the_frame_at_the_edge(view: TimelineView) -> None:
    view.overview.set_visible_span(TimeSpan(-1e6, -1e6 + 10))
    assert view.overview.visible_rect().left() == pytest.approx(view.scene.left)
    assert view.overview.visible_rect().width() > 0
