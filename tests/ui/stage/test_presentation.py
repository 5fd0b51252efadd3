"""Presenting saved views: keys, mouse, fingers, two screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.views import SavedView
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.composition.talk import Step
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.pictures.slides.office_fonts import OFFICE_MEASURES
from peru_timeline.ui.look.theme import DARK, LIGHT
from peru_timeline.ui.stage.presentation import Presentation
from peru_timeline.ui.stage.screens import Places, places
from peru_timeline.ui.stage.speaker_view import SpeakerView
from peru_timeline.ui.state.open_chronology import OpenChronology

Key = Qt.Key


def is_black(stage: Presentation) -> bool:
    return stage.canvas.is_black


def is_flying(stage: Presentation) -> bool:
    return stage.canvas.is_flying


def speaker_of(stage: Presentation) -> SpeakerView | None:
    return stage.speaker


def following(speaker: SpeakerView) -> Composition | None:
    return speaker.next.composition


def headline(stage: Presentation) -> str:
    assert stage.canvas.composition is not None
    return stage.canvas.composition.title


@pytest.mark.parametrize(
    ("keys", "view"),
    [
        ((Key.Key_Down,), 1),
        ((Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp), 1),
        ((Key.Key_Space, Key.Key_N, Key.Key_Return), 3),
        ((Key.Key_End,), 15),
        ((Key.Key_End, Key.Key_Down), 15),
        ((Key.Key_End, Key.Key_Home), 0),
        ((Key.Key_Up,), 0),
        ((Key.Key_7, Key.Key_Enter), 6),
        ((Key.Key_1, Key.Key_2, Key.Key_Return), 11),
        ((Key.Key_1, Key.Key_2, Key.Key_Backspace, Key.Key_Return), 0),
        ((Key.Key_9, Key.Key_9, Key.Key_Return), 15),
        ((Key.Key_9, Key.Key_Escape, Key.Key_Down), 1),
    ],
)
def test_keys_turn_the_views(stage: Presentation, keys: tuple[Qt.Key, ...], view: int) -> None:
    for key in keys:
        QTest.keyClick(stage, key)
    assert stage.at == view
    assert headline(stage) == stage.talk.headline(view)
    assert stage.canvas.number == ""


def test_the_stage_tells_what_the_slides_tell(stage: Presentation) -> None:
    talk, size = stage.talk, NAMED["16:9"]
    for view in range(
        1, len(talk) - 1
    ):  # the first is of the whole, the last names the event in focus
        asked = talk.slide(view)
        on_slide = compose_for_audience(talk.subject(view), asked, OFFICE_MEASURES).events
        assert {*talk.events(view, size)} <= {*on_slide}, talk.headline(view)


def test_arrows_take_the_events_of_a_view_and_then_the_next_view(stage: Presentation) -> None:
    QTest.keyClick(stage, Key.Key_Down)
    events = stage.talk.events(1, stage.page_size())
    start = events.index(stage.step.focus or 0)
    for event in events[start + 1 :]:
        QTest.keyClick(stage, Key.Key_Right)
        assert stage.step == (1, event)
    QTest.keyClick(stage, Key.Key_Right)
    assert stage.at == 2
    QTest.keyClick(stage, Key.Key_Up)
    QTest.keyClick(stage, Key.Key_Left)
    assert stage.step.focus != events[start] or start == 0


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_Period])
def test_black_and_back_at_the_same_step(stage: Presentation, key: Qt.Key) -> None:
    QTest.keyClick(stage, Key.Key_Down)
    QTest.keyClick(stage, key)
    assert is_black(stage)
    assert painted(stage).pixelColor(300, 300).lightness() == 0
    QTest.keyClick(stage, Key.Key_Right)
    assert not is_black(stage)
    assert stage.step == stage.talk.opening(1)
    assert painted(stage).pixelColor(2, 2) == LIGHT.ground


def painted(stage: Presentation) -> QImage:
    return stage.canvas.grab().toImage()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F5])
def test_a_key_ends_it(
    qtbot: QtBot, opened: OpenChronology, views: tuple[SavedView, ...], key: Qt.Key
) -> None:
    shown = Presentation(opened, views, LIGHT, "en", motion=False)  # deletes itself when closed
    shown.show()
    with qtbot.waitSignal(shown.closed):
        QTest.keyClick(shown, key)


def test_a_click_on_an_event_chooses_it_and_elsewhere_goes_on(stage: Presentation) -> None:
    stage.show_view(3, fly=False)
    composition = stage.canvas.composition
    assert composition is not None
    told = next(item for item in composition.told if item.event != stage.step.focus)
    zoom = stage.canvas.width() / composition.size.width
    line = told.title[0]
    at = QPoint(round((line.x + 10) * zoom), round(line.middle * zoom))
    QTest.mouseClick(stage.canvas, Qt.MouseButton.LeftButton, pos=at)
    assert stage.step == (3, told.event)
    after = stage.talk.forward(Step(3, told.event), stage.page_size())
    QTest.mouseClick(stage.canvas, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert stage.step == after
    QTest.mouseClick(stage.canvas, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    assert stage.step == (3, told.event)


@pytest.mark.parametrize(
    ("way", "action"), [((-200, 10), "forward"), ((200, 0), "back"), ((10, -200), "next view")]
)
def test_a_swipe_turns(stage: Presentation, way: tuple[int, int], action: str) -> None:
    stage.show_view(3, fly=False)
    size, before = stage.page_size(), stage.step
    expected = {
        "forward": stage.talk.forward(before, size),
        "back": stage.talk.back(before, size),
        "next view": stage.talk.opening(4),
    }[action]
    begin = QPoint(600, 400)
    QTest.mousePress(stage.canvas, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseRelease(stage.canvas, Qt.MouseButton.LeftButton, pos=begin + QPoint(*way))
    assert stage.step == expected


def test_controls_come_with_the_pointer_and_fade(qtbot: QtBot, stage: Presentation) -> None:
    assert not stage.controls.isVisible()
    QTest.mouseMove(stage.canvas, QPoint(100, 100))
    stage.canvas.moved.emit()
    assert stage.controls.isVisible()
    button = stage.controls._buttons["next_view"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stage.at == 1
    stage.canvas.show_spot(QPointF(10, 10))
    with qtbot.waitSignal(stage.controls.faded):
        stage.controls.fade()
    assert not stage.controls.isVisible()
    assert stage.canvas._spot is None


def test_controls_are_as_large_as_the_stage_asks_for(stage: Presentation) -> None:
    button = stage.controls._buttons["next_event"]
    for width, height, px in ((1280, 720, 44), (1600, 900, 44), (3840, 2160, 106)):
        stage.resize(width, height)
        assert (button.width(), button.height()) == (px, px)
        assert stage.rect().contains(stage.controls.geometry())


def test_a_flight_ends_where_it_goes(
    qtbot: QtBot, opened: OpenChronology, views: tuple[SavedView, ...]
) -> None:
    shown = Presentation(opened, views, LIGHT, "en", motion=True)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_view(1)
    assert is_flying(shown)
    assert not shown.canvas.grab().isNull()
    with qtbot.waitSignal(shown.canvas._flight.finished):
        pass
    assert not is_flying(shown)
    shown.show_view(2)
    QTest.keyClick(shown, Key.Key_Right)
    assert not is_flying(shown)
    shown.close()


def test_another_look_keeps_the_step(stage: Presentation) -> None:
    stage.show_view(4, fly=False)
    before = stage.step
    stage.set_look(DARK, "es")
    assert stage.step == before
    assert headline(stage) == stage.talk.headline(4)
    assert "contrato" in headline(stage)


def test_a_window_too_small_for_a_timeline_says_so_and_goes_on(stage: Presentation) -> None:
    stage.resize(1600, 300)
    assert stage.canvas.composition is None
    assert "no room" in stage.canvas.accessibleName()
    QTest.keyClick(stage, Key.Key_Right)
    stage.resize(1280, 720)
    assert stage.canvas.composition is not None


def test_the_speaker_sees_now_and_next_with_notes(
    qtbot: QtBot, opened: OpenChronology, views: tuple[SavedView, ...]
) -> None:
    said = views[3].model_copy(update={"notes": {"en": "Ask who was in the room."}})
    shown = Presentation(opened, (said, *views[4:6]), LIGHT, "en", motion=False)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    shown.speaker = shown._new_speaker()
    qtbot.addWidget(shown.speaker)
    shown.speaker.resize(1100, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_view(0, fly=False)
    speaker = shown.speaker
    assert speaker.now.composition is shown.canvas.composition
    assert following(speaker) is not None
    assert speaker.place.text() == "1 / 3"
    notes = speaker.notes.text()
    event = opened.chronology.events[shown.step.focus or 0]
    assert "Ask who was in the room." in notes
    assert event.evidence[0].quote in notes
    assert "The Washington Times" in notes
    QTest.keyClick(speaker, Key.Key_End)
    assert shown.at == 2
    QTest.keyClick(speaker, Key.Key_Down)
    for _ in range(30):
        QTest.keyClick(speaker, Key.Key_Right)
    assert following(speaker) is None
    with qtbot.waitSignal(shown.closed):
        speaker.close()


def test_a_screen_taken_away_leaves_the_talk_on_the_other(
    qtbot: QtBot, stage: Presentation
) -> None:
    stage.begin(QGuiApplication.primaryScreen())
    stage.speaker = stage._new_speaker()
    qtbot.addWidget(stage.speaker)
    stage.speaker.show()
    stage.show_view(2, fly=False)
    step = stage.step
    stage._screen_removed(object())  # type: ignore[arg-type]
    assert speaker_of(stage) is None
    assert stage.isVisible()
    assert stage.step == step
    assert not [w for w in QGuiApplication.topLevelWindows() if w.objectName() == "speaker_view"]


@pytest.mark.parametrize(
    ("screens", "window", "swapped", "expected"),
    [
        (["a"], "a", False, Places(0, None)),
        (["a", "b"], "a", False, Places(1, 0)),
        (["a", "b"], "b", False, Places(0, 1)),
        (["a", "b"], "a", True, Places(0, 1)),
        (["a", "b", "c"], "b", False, Places(0, 1)),
        (["a"], "gone", True, Places(0, None)),
        (["a", "b"], None, False, Places(1, 0)),
    ],
)
def test_the_speaker_stays_at_the_window(
    screens: list[str], window: str | None, swapped: bool, expected: Places
) -> None:
    assert places(screens, window, swapped=swapped) == expected


def test_the_clock_is_shown(qtbot: QtBot) -> None:
    speaker = SpeakerView(LIGHT)
    qtbot.addWidget(speaker)
    assert "0:00" in speaker._clock.text()
