"""Nothing moves under the reader's hand: hint, chips, notices and selection leave the timeline where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.ui.look.style import style_sheet
from peru_timeline.ui.look.theme import LIGHT, Theme
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.windows import PLAIN, TALKS, VISIT, settle, state_of, window


@pytest.fixture
def state(tmp_path: Path) -> ViewState:
    return state_of(tmp_path)


def place(whole: MainWindow) -> QRect:
    """Where the canvas is in the window."""
    settle()
    canvas = whole.timeline.canvas
    return QRect(canvas.mapTo(whole.widget, canvas.rect().topLeft()), canvas.size())


SIZES = ((1600, 900), (1280, 720), (1024, 600))


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_the_timeline_stays_where_it_is(
    qtbot: QtBot, state: ViewState, size: tuple[int, int], scale: float
) -> None:
    first_time = replace(PLAIN, hint_seen=False)
    whole = window(qtbot, state, first_time, LIGHT.scaled(scale), size=size)
    hint = whole.notices.findChild(QWidget, "hint")
    assert isinstance(hint, QWidget)
    assert hint.isVisible()
    before = place(whole)
    state.select(TALKS)
    assert place(whole) == before
    assert not hint.isVisible()
    state.only("sectors", "trade")
    assert whole.chips.isVisible()
    assert place(whole) == before
    for status in ("happened", "planned", "alleged"):
        state.choose("statuses", status, chosen=True)
        assert place(whole) == before
    state.set_text("zzz")
    notice = whole.notices.findChild(QWidget, "no_events")
    assert isinstance(notice, QWidget)
    assert notice.isVisible()
    assert place(whole) == before
    state.clear_filters()
    state.select(VISIT)
    assert place(whole) == before
    assert not whole.notices.isVisible()


def test_the_hint_can_be_closed_and_stays_closed(qtbot: QtBot, state: ViewState) -> None:
    whole = window(qtbot, state, replace(PLAIN, hint_seen=False))
    close = whole.notices.findChild(QAbstractButton, "close_hint")
    assert isinstance(close, QAbstractButton)
    close.click()
    assert not whole.notices.isVisible()
    assert whole.settings.value.hint_seen


@pytest.fixture
def enlarged(qapp: QApplication) -> Iterator[Theme]:
    """A theme with larger text, and the style sheet that belongs to it: what other tests left may be larger still."""
    before, theme = qapp.styleSheet(), LIGHT.scaled(1.4)
    qapp.setStyleSheet(style_sheet(theme))
    yield theme
    qapp.setStyleSheet(before)


def test_chips_without_room_are_in_a_menu(qtbot: QtBot, state: ViewState, enlarged: Theme) -> None:
    whole = window(qtbot, state, PLAIN, enlarged, size=(700, 600))
    for sector in ("trade", "security", "infrastructure"):
        state.choose("sectors", sector, chosen=True)
    state.choose("actors", "peru", chosen=True)
    chips = whole.chips
    more = chips.findChild(QToolButton, "more_chips")
    assert isinstance(more, QToolButton)
    numbers = []
    for width in range(600, 2400, 100):  # how wide a chip is depends on the style
        whole.widget.resize(width, 600)
        settle()
        shown = [chip for chip in chips._chips if not chip.isHidden()]
        numbers.append(len(shown))
        assert all(chips.rect().contains(chip.geometry()) for chip in shown)
        assert more.isVisible() == (len(shown) < 4)
        assert len(shown) == 4 or more.text() == f"+{4 - len(shown)}"
    assert numbers == sorted(numbers)
    assert numbers[0] < numbers[-1] == 4
    whole.widget.resize(600, 600)
    settle()
    more.menu().aboutToShow.emit()
    actions = more.menu().actions()
    assert len(actions) == 4 - numbers[0]
    actions[-1].trigger()
    settle()
    assert len(chips._chips) == 3
    assert state.query.sectors == {"security", "infrastructure"}
