"""The timeline as a whole: what it shows, how often it paints, and how it follows the state."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.query import Query
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.ui.look.theme import DARK, LIGHT
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.canvas.touching import Opened, press
from tests.ui.timelines import click, made_up, settle, show_timeline, turn


def test_the_opening_view_shows_every_event(small: Opened) -> None:
    view, _ = small
    view.toggle_shelf()
    settle()
    scene = view.scene
    assert {mark.event for mark in scene.marks} | {item.event for item in scene.shelf.items} == set(
        range(8)
    )
    assert view.visible_span() == view.layout_input.home


def test_the_peru_chronology_opens(qtbot: QtBot, peru: OpenChronology) -> None:
    view, _ = show_timeline(qtbot, peru, (976, 816))
    counts = view.scene.counts
    assert counts.in_view + counts.shelf == counts.events == len(peru.chronology.events)


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
    assert view.scene.outer_right == pytest.approx(1000 / 1.5)
    assert len(view.scene.marks) == marks


def test_an_error_in_the_layout_is_told_and_ends_nothing(
    qtbot: QtBot, small: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, _ = small

    def broken(*_arguments: object, **_more: object) -> None:
        raise ValueError("no layout today")

    with qtbot.captureExceptions() as told, monkeypatch.context() as patched:
        patched.setattr("peru_timeline.ui.canvas.live_scene.lay_out", broken)
        view.zoom(2)
        settle()
    assert told
    view.refit_lanes()
    settle()
    assert view.scene.marks


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
    view.navigation.back()
    assert view.visible_span() == view.layout_input.home


def test_the_axis_lies_above_the_lanes(small: Opened) -> None:
    view, _ = small
    box = view.canvas.view_box.geometry()
    assert box.top() == AXIS_HEIGHT_PX
    assert box.left() == view.scene.left
    assert view.canvas.axis.geometry().height() == AXIS_HEIGHT_PX
