"""The mouse, the wheel, a touch pad and tooltips on the timeline."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from peru_timeline.timeline.scene import Shape
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.canvas.touching import Opened, mark_of, share_at
from tests.ui.timelines import centre, click, drag, made_up, on_canvas, settle, show_timeline, turn


@pytest.mark.parametrize("away", list(itertools.product((-2.5, 0, 2.5), repeat=2)))
def test_a_click_within_4_px_of_a_mark_selects_it(
    qtbot: QtBot, small: Opened, away: tuple[float, float]
) -> None:
    view, state = small
    for mark in view.scene.marks:
        state.select(None)
        x, y = centre(mark)
        half = mark.height / 2
        click(qtbot, view, x + away[0], y + np.sign(away[1]) * half + away[1])
        assert state.selection == mark.event


def test_every_mark_of_the_peru_chronology_can_be_clicked(
    qtbot: QtBot, peru: OpenChronology
) -> None:
    view, state = show_timeline(qtbot, peru, (976, 816))
    for mark in view.scene.marks:
        state.select(None)
        x = max(mark.left, view.scene.left) if mark.shape == Shape.POINT else centre(mark)[0]
        hit = view.scene.mark_at(round(x), round(mark.y))
        assert hit is not None
        click(qtbot, view, x, mark.y)
        assert state.selection == hit.event


def test_a_click_on_nothing_selects_nothing(qtbot: QtBot, small: Opened) -> None:
    view, state = small
    state.select(3)
    click(qtbot, view, view.scene.left + 5, view.scene.height - 3)
    assert state.selection is None


def test_the_day_under_the_wheel_stays(qtbot: QtBot, small: Opened) -> None:
    view, _ = small
    x = 700.0
    day = view.navigation.target.start + share_at(view, x) * view.navigation.target.width
    for notches in (1, 3, -2, 1, 5, -1):
        turn(view, x, 50, notches)
        span = view.visible_span()
        at = view.scene.left + (day - span.start) / span.width * (view.scene.width)
        assert abs(at - x) < 1


def test_sixty_steps_in_and_out_return(qtbot: QtBot, small: Opened) -> None:
    view, _ = small
    settle()
    begin, scene = view.visible_span(), view.scene
    for notch in (1, -1):
        for _ in range(60):
            turn(view, 640, 80, notch)
    settle()
    assert view.visible_span() == begin
    qtbot.waitUntil(lambda: view.scene == scene)  # lanes change their heights when the view rests


def test_dragging_pans_and_keeps_the_rows(qtbot: QtBot, peru: OpenChronology) -> None:
    view, _ = show_timeline(qtbot, peru)
    view.show_span(view.layout_input.home.zoom(4, view.layout_input.home.end - 2000), animate=False)
    settle()
    before, rows = view.visible_span(), {(m.event, m.lane): m.row for m in view.scene.marks}
    day = view.navigation.visible.start + share_at(view, 600) * before.width
    drag(qtbot, view, (600, 200), (480, 200))
    after = view.visible_span()
    assert after.width == pytest.approx(before.width)
    assert abs((share_at(view, 480) * after.width + after.start - day) / after.width) * 800 < 1
    shared = {key: m.row for m in view.scene.marks if (key := (m.event, m.lane)) in rows}
    assert shared
    assert all(rows[key] == row for key, row in shared.items())


def test_a_drag_selects_nothing_and_is_one_view(qtbot: QtBot, small: Opened) -> None:
    view, state = small
    begin = view.visible_span()
    x, y = centre(mark_of(view, 2))
    drag(qtbot, view, (x, y), (x + 80, y))
    assert state.selection is None
    assert view.visible_span() != begin
    view.navigation.back()
    assert view.visible_span() == begin


def test_shift_and_drag_chooses_a_span(qtbot: QtBot, small: Opened) -> None:
    view, _ = small
    begin = view.visible_span()
    with qtbot.waitSignal(view.span_selected) as chosen:
        drag(qtbot, view, (400, 90), (700, 90), Qt.KeyboardModifier.ShiftModifier)
    span = chosen.args[0]
    assert view.visible_span() == begin
    assert span.start == pytest.approx(begin.start + share_at(view, 400) * begin.width, abs=3)
    assert span.end == pytest.approx(begin.start + share_at(view, 700) * begin.width, abs=3)
    menu = view.findChild(QMenu, "chosen_span_menu")
    assert menu is not None
    zoom, export = menu.actions()
    with qtbot.waitSignal(view.export_requested) as asked:
        export.trigger()
    assert asked.args[0] == span
    zoom.trigger()
    assert view.visible_span() == span
    menu.close()


def test_a_double_click_zooms_to_the_event(qtbot: QtBot, small: Opened) -> None:
    view, _ = small
    x, y = centre(mark_of(view, 1))
    QTest.mouseDClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=on_canvas(view, x, y))
    span, columns = view.visible_span(), view.layout_input.columns
    assert span.start < columns.start[1]
    assert span.end > columns.end[1]
    assert span.width < view.layout_input.home.width / 5


def test_a_double_click_on_a_lane_name_zooms_to_the_lane(qtbot: QtBot, small: Opened) -> None:
    view, _ = small
    band = view.scene.lanes[1]
    at = on_canvas(view, 40, band.top + 12)
    QTest.mouseDClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    span, columns = view.visible_span(), view.layout_input.columns
    events = [event for event in range(8) if event % 2 == 1]
    assert span.start < columns.start[events].min()
    assert span.end > columns.end[events].max()


def test_shift_and_wheel_pans(small: Opened) -> None:
    view, _ = small
    begin = view.visible_span()
    turn(view, 500, 50, -1, Qt.KeyboardModifier.ShiftModifier)
    assert view.visible_span().width == pytest.approx(begin.width)
    assert view.visible_span().start > begin.start


def test_two_fingers_pan(small: Opened) -> None:
    view, _ = small
    begin = view.visible_span()
    turn(view, 500, 50, 0, pixels=QPoint(-100, 0))
    moved = (view.visible_span().start - begin.start) / begin.width
    assert moved == pytest.approx(100 / (view.scene.width))
    turn(view, 500, 50, 1, Qt.KeyboardModifier.ControlModifier)
    assert view.visible_span().width == pytest.approx(begin.width / 1.25)


def test_a_pinch_zooms_about_the_fingers(small: Opened) -> None:
    view, _ = small
    begin, at = view.visible_span(), QPointF(on_canvas(view, 600, 80))
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, device, 2, at, at, at, 0.5, QPointF()
    )
    QApplication.sendEvent(view.canvas.viewport(), event)
    assert view.visible_span().width == pytest.approx(begin.width / 1.5)


def test_the_wheel_scrolls_lanes_where_the_reader_prefers_it(qtbot: QtBot) -> None:
    view, _ = show_timeline(
        qtbot, made_up(dates=[f"2005-03-{d:02d}" for d in range(1, 29)]), (700, 190)
    )
    view.set_wheel_zooms(False)
    begin, hidden = view.visible_span(), view.scene.content_height - view.scene.height
    turn(view, 400, 30, -2)
    assert view.visible_span() == begin
    assert view.scroll_y == pytest.approx(min(108, max(hidden, 0)))


def test_back_and_forward_buttons(qtbot: QtBot, small: Opened) -> None:
    view, _ = small
    home, near = view.visible_span(), view.layout_input.home.zoom(4, view.layout_input.home.middle)
    view.show_span(near)
    QTest.mousePress(view.canvas.viewport(), Qt.MouseButton.BackButton, pos=QPoint(500, 200))
    assert view.visible_span() == home
    QTest.mousePress(view.canvas.viewport(), Qt.MouseButton.ForwardButton, pos=QPoint(500, 200))
    assert view.visible_span() == near


def test_the_pointer_is_a_hand_over_marks(qtbot: QtBot, small: Opened) -> None:
    view, _ = small
    x, y = centre(mark_of(view, 0))
    QTest.mouseMove(view.canvas.viewport(), on_canvas(view, x, y))
    settle()
    assert view.canvas.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.canvas.viewport(), on_canvas(view, 10, view.scene.height - 4))
    settle()
    assert view.canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_lane_under_the_pointer_shows_that_it_can_be_folded(
    qtbot: QtBot, small: Opened
) -> None:
    view, _ = small
    before = view.canvas.grab().toImage()
    at = on_canvas(view, 60, view.scene.lanes[0].top + 12)
    QTest.mouseMove(view.canvas.viewport(), at)
    settle()
    assert view.canvas.grab().toImage() != before
    QTest.mouseMove(view.canvas.viewport(), on_canvas(view, view.scene.left + 30, 5))
    settle()
    assert view.canvas.grab().toImage() == before


def test_tooltips_show_markup_as_it_is_written(qtbot: QtBot) -> None:
    title = "<img src='file:///etc/passwd'> & <b>bold</b>"
    view, _ = show_timeline(qtbot, made_up(dates=["2005-05-05"], titles=[title]))
    x, y = centre(mark_of(view, 0))
    at = on_canvas(view, x, y)
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.canvas.viewport(), event)
    assert "&lt;img src=" in QToolTip.text()
    assert "<img" not in QToolTip.text()
    assert "5 May 2005" in QToolTip.text()
    QToolTip.hideText()
