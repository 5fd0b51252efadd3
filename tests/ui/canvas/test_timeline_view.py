from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.query import Query
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import Mark, Shape
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.look.theme import DARK, LIGHT
from peru_timeline.ui.state.open_chronology import OpenChronology, open_chronology
from peru_timeline.ui.state.view_state import ViewState
from tests.ui.timelines import centre, click, drag, made_up, on_canvas, settle, show_timeline, turn

SEED = Path(__file__).parents[3] / "seeds" / "peru-1992-2023.chronology"
Opened = tuple[TimelineView, ViewState]


@pytest.fixture(scope="module")
def peru() -> OpenChronology:
    return open_chronology(SEED)


@pytest.fixture
def small(qtbot: QtBot) -> Opened:
    return show_timeline(qtbot, made_up())


def mark_of(view: TimelineView, event: int) -> Mark:
    mark = view.scene.mark_of(event)
    assert mark is not None
    return mark


def press(view: TimelineView, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifiers or Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.canvas, event)


def share_at(view: TimelineView, x: float) -> float:
    return (x - view.scene.left) / view.scene.width


# --- seeing ---


def test_the_opening_view_shows_every_event(small: Opened) -> None:
    view, _ = small
    assert {mark.event for mark in view.scene.marks} == set(range(8))
    assert view.visible_span() == view.layout_input.home


def test_the_peru_chronology_opens(qtbot: QtBot, peru: OpenChronology) -> None:
    view, _ = show_timeline(qtbot, peru, (976, 816))
    counts = view.scene.counts
    assert counts.in_view == counts.events == len(peru.chronology.events)


@pytest.mark.parametrize("size", [(120, 80), (200, 120), (3000, 1800)])
def test_any_size_can_be_painted(qtbot: QtBot, size: tuple[int, int]) -> None:
    view, _ = show_timeline(qtbot, made_up(), size)
    assert not view.grab().isNull()


def test_a_chronology_without_events_can_be_shown(qtbot: QtBot) -> None:
    view, state = show_timeline(qtbot, made_up(dates=()))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End):
        press(view, key)
    settle()
    assert state.selection is None
    assert view.scene.marks == ()


def test_another_theme_and_text_scale_change_the_picture(small: Opened) -> None:
    view, _ = small
    light = view.grab().toImage()
    view.set_theme(DARK)
    settle()
    dark = view.grab().toImage()
    assert light != dark
    marks = len(view.scene.marks)
    view.set_theme(LIGHT.scaled(1.5))
    settle()
    assert view.scene.right == pytest.approx(1000 / 1.5)
    assert len(view.scene.marks) == marks


def test_an_error_in_the_layout_is_told_and_ends_nothing(
    qtbot: QtBot, small: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, _ = small

    def broken(*_arguments: object, **_more: object) -> None:
        raise ValueError("no layout today")

    with qtbot.captureExceptions() as told, monkeypatch.context() as patched:
        patched.setattr("peru_timeline.ui.canvas.scene_cache.lay_out", broken)
        view.zoom(2)
        settle()
    assert told
    view.refit_lanes()
    settle()
    assert view.scene.marks


# --- one paint a step ---


def test_every_step_is_painted_once(qtbot: QtBot, peru: OpenChronology) -> None:
    view, _ = show_timeline(qtbot, peru)
    item, home = view.canvas.scene_item, view.layout_input.home
    spans = [home.zoom(1.25**n, home.start + home.width * 0.7) for n in range(1, 12)]
    spans += [spans[-1].shift(spans[-1].width * n / 50) for n in range(1, 12)]
    settle()
    for span in spans:
        before = item.paints
        view.show_span(span, animate=False)
        qtbot.waitUntil(lambda before=before: item.paints > before)  # type: ignore[misc]
        settle()
        assert item.paints == before + 1


def test_many_changes_before_a_frame_are_one_paint(qtbot: QtBot, small: Opened) -> None:
    view, state = small
    item = view.canvas.scene_item
    before = item.paints
    for notch in (1, 1, -1, 1):
        turn(view, 500, 100, notch)
    state.set_query(Query(text="number"))
    qtbot.waitUntil(lambda: item.paints > before)
    settle()
    assert item.paints == before + 1


# --- the mouse ---


@pytest.mark.parametrize("away", list(itertools.product((-2.5, 0, 2.5), repeat=2)))
def test_a_click_within_4_px_of_a_mark_selects_it(
    qtbot: QtBot, small: Opened, away: tuple[float, float]
) -> None:
    view, state = small
    for event in range(8):
        state.select(None)
        mark = mark_of(view, event)
        x, y = centre(mark)
        half = mark.height / 2
        click(qtbot, view, x + away[0], y + np.sign(away[1]) * half + away[1])
        assert state.selection == event


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


def test_sixty_steps_in_and_out_return(small: Opened) -> None:
    view, _ = small
    settle()
    begin, scene = view.visible_span(), view.scene
    for notch in (1, -1):
        for _ in range(60):
            turn(view, 640, 80, notch)
    settle()
    assert view.visible_span() == begin
    assert view.scene == scene


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
    view.go_back()
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


# --- keys ---


@pytest.mark.parametrize("grouping", list(Grouping))
def test_right_reaches_every_event_and_only_events(
    qtbot: QtBot, peru: OpenChronology, grouping: Grouping
) -> None:
    view, state = show_timeline(qtbot, peru)
    state.set_grouping(grouping)
    count = len(peru.chronology.events)
    press(view, Qt.Key.Key_Home)
    reached = [state.selection]
    for _ in range(count - 1):
        press(view, Qt.Key.Key_Right)
        reached.append(state.selection)
    assert reached == list(range(count))
    press(view, Qt.Key.Key_Right)
    assert state.selection == count - 1
    press(view, Qt.Key.Key_Left)
    assert state.selection == count - 2
    press(view, Qt.Key.Key_Home)
    assert state.selection == 0
    press(view, Qt.Key.Key_End)
    assert state.selection == count - 1


def test_keys_pass_over_what_the_filter_leaves_out(small: Opened) -> None:
    view, state = small
    state.set_query(Query(sectors=frozenset({"upper"})))
    reached = []
    press(view, Qt.Key.Key_Home)
    for _ in range(8):
        reached.append(state.selection)
        press(view, Qt.Key.Key_Right)
    expected = np.flatnonzero(state.mask).tolist()
    assert reached[: len(expected)] == expected
    assert set(reached) == set(expected)


def test_up_and_down_go_to_the_lanes_above_and_below(small: Opened) -> None:
    view, state = small
    state.select(2)  # in the first lane
    lane = mark_of(view, 2).lane
    press(view, Qt.Key.Key_Down)
    settle()
    below = state.selection
    assert below is not None
    assert mark_of(view, below).lane == lane + 1
    press(view, Qt.Key.Key_Down)
    assert state.selection == below
    press(view, Qt.Key.Key_Up)
    assert mark_of(view, state.selection or 0).lane == lane


def test_an_event_selected_elsewhere_comes_into_sight(qtbot: QtBot, peru: OpenChronology) -> None:
    view, state = show_timeline(qtbot, peru)
    view.show_span(TimeSpan(730000, 730200), animate=False)
    for event in (0, 100, len(peru.chronology.events) - 1):
        state.select(event)
        settle()
        span, columns = view.visible_span(), view.layout_input.columns
        assert columns.start[event] < span.end
        assert columns.end[event] > span.start
        mark, told = view.scene.mark_of(event), view.scene.guide_title
        if mark is None:  # within a cluster: its title stands at the guide line
            assert told is not None
            assert told.event == event
        else:
            assert 0 <= mark.y <= view.scene.height


def test_enter_activates_the_selected_event(qtbot: QtBot, small: Opened) -> None:
    view, state = small
    state.select(5)
    with qtbot.waitSignal(view.event_activated) as activated:
        press(view, Qt.Key.Key_Return)
    assert activated.args == [5]


def test_the_timeline_is_one_tab_stop_with_a_visible_frame(qtbot: QtBot, small: Opened) -> None:
    view, _ = small
    view.activateWindow()
    view.canvas.clearFocus()
    settle()
    before = view.canvas.grab().toImage()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.canvas.hasFocus)
    settle()
    assert view.canvas.grab().toImage() != before
    stops = [
        widget
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]
    assert stops == [view.canvas]


# --- filter, grouping, document ---


def test_filter_and_undo_restore_the_exact_scene(qtbot: QtBot, peru: OpenChronology) -> None:
    view, state = show_timeline(qtbot, peru)
    before = view.scene
    state.set_query(Query(actors=frozenset({"china"})))
    settle()
    assert view.scene != before
    state.clear_filters()
    settle()
    assert view.scene == before


def test_dimmed_events_are_drawn_faintly(small: Opened) -> None:
    view, state = small
    state.set_dim_filtered(True)
    state.set_query(Query(actors=frozenset({"china", "peru"})))
    settle()
    assert {mark.emphasis for mark in view.scene.marks} == {0, 1}
    state.set_dim_filtered(False)
    settle()
    assert {mark.emphasis for mark in view.scene.marks} == {1}


def test_in_actor_lanes_an_event_is_selected_in_all_at_once(
    qtbot: QtBot, peru: OpenChronology
) -> None:
    view, state = show_timeline(qtbot, peru, (1400, 1000))
    state.set_grouping(Grouping.ACTOR)
    settle()
    lanes: dict[int, int] = {}
    for mark in view.scene.marks:
        lanes[mark.event] = lanes.get(mark.event, 0) + 1
    event = max(lanes, key=lambda e: lanes[e])
    assert lanes[event] > 1
    state.select(event)
    settle()
    selected = [mark for mark in view.scene.marks if mark.emphasis == 3]
    assert {mark.event for mark in selected} == {event}
    assert len(selected) == lanes[event]


def test_a_lane_is_reduced_to_a_line_and_unfolded(qtbot: QtBot, small: Opened) -> None:
    view, _ = small
    before = view.scene
    click(qtbot, view, 6, before.lanes[0].top + 12)
    settle()
    assert view.scene.lanes[0].collapsed
    click(qtbot, view, 60, view.scene.lanes[0].top + 8)
    settle()
    assert view.scene == before


def test_scene_changes_are_told(qtbot: QtBot, small: Opened) -> None:
    view, state = small
    with qtbot.waitSignals([view.scene_changed]):
        state.set_query(Query(sectors=frozenset({"upper"})))
    assert view.scene.counts.shown == 4
    with qtbot.waitSignals([view.span_changed, view.scene_changed]):
        view.zoom(5)


def test_another_document_is_opened_as_a_whole(
    qtbot: QtBot, small: Opened, peru: OpenChronology
) -> None:
    view, state = small
    view.zoom(3)
    state.set_opened(peru)
    settle()
    assert view.visible_span() == view.layout_input.home
    assert view.scene.counts.events == len(peru.chronology.events)
    view.go_back()
    assert view.visible_span() == view.layout_input.home


def test_the_axis_lies_above_the_lanes(small: Opened) -> None:
    view, _ = small
    box = view.canvas.view_box.geometry()
    assert box.top() == AXIS_HEIGHT_PX
    assert box.left() == view.scene.left
    assert view.canvas.axis.geometry().height() == AXIS_HEIGHT_PX
