"""The search field, the top bar, the status line and the order of tab stops."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from peru_timeline.ui.window.status_line import span_in_words
from tests.ui.panels.parts import button
from tests.ui.windows import PACT, TALKS, settle, texts


def test_search_narrows_every_part_and_enter_goes_through_the_hits(
    whole: MainWindow, state: ViewState
) -> None:
    QTest.keyClicks(whole.top_bar.search, "trade")
    assert set(np.flatnonzero(state.mask)) == {PACT, TALKS}
    assert texts(whole.top_bar, "search_hits")[0].startswith("2 event")
    QTest.keyClick(whole.top_bar.search, Qt.Key.Key_Return)
    assert state.selection == PACT
    QTest.keyClick(whole.top_bar.search, Qt.Key.Key_Return)
    assert state.selection == TALKS
    QTest.keyClick(whole.top_bar.search, Qt.Key.Key_Escape)
    assert state.query.is_empty


def test_what_is_typed_stands_before_the_number_of_hits(whole: MainWindow) -> None:
    """However narrow the field and long the text: the number gives way before a letter is hidden."""
    search = whole.top_bar.search
    number = search.findChild(QLabel, "search_hits")
    assert isinstance(number, QLabel)
    search.setFixedWidth(260)
    shown = []
    for text in ("", "port", "port of Chancay begins with a bank"):
        search.setText(text)
        shown.append(number.isVisible())
        typed = search.fontMetrics().horizontalAdvance(text)
        assert not number.isVisible() or typed < number.x() - 30
    assert shown == [True, True, False]


def test_esc_in_an_empty_search_leaves_the_filters_alone(
    whole: MainWindow, state: ViewState
) -> None:
    state.only("sectors", "trade")
    whole.top_bar.search.setFocus()
    QTest.keyClick(whole.top_bar.search, Qt.Key.Key_Escape)
    assert state.query.sectors == {"trade"}


def test_a_filter_that_nothing_passes_says_so_and_offers_to_clear(
    whole: MainWindow, state: ViewState
) -> None:
    state.set_text("zzz")
    notice = whole.notices.findChild(QWidget, "no_events")
    assert isinstance(notice, QWidget)
    assert notice.isVisible()
    button(whole.widget, "clear_from_notice").click()
    assert state.query.is_empty
    assert not notice.isVisible()


def test_the_top_bar_groups(whole: MainWindow, state: ViewState) -> None:
    button(whole.widget, "group_by_actor").click()
    assert state.grouping == Grouping.ACTOR
    state.set_grouping(Grouping.NONE)
    assert button(whole.widget, "group_by_none").isChecked()


def test_chips_of_many_values_share_one(whole: MainWindow, state: ViewState) -> None:
    for status in ("happened", "planned"):
        state.choose("statuses", status, chosen=True)
    names = [chip.text() for chip in whole.chips.findChildren(QAbstractButton, "chip")]
    assert {"Happened", "Planned"} <= set(names)
    button(whole.chips, "clear_filters").click()
    assert state.query.is_empty


def test_the_status_line_counts_what_is_left_out(
    qtbot: QtBot, whole: MainWindow, state: ViewState
) -> None:
    def says(words: str) -> None:
        qtbot.waitUntil(lambda: words in texts(whole.status, "status_view")[0])

    says("no filter")
    says("4 of 5 event")
    says("1 without a given date")
    state.only("sectors", "trade")
    says("filtered: 2 of 5")
    assert texts(whole.status, "status_checked")[0].startswith("6 quotation")


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("1992-01-01", "2024-01-01", "1992 – 2023"),
        ("2011-07-01", "2013-01-01", "July 2011 – December 2012"),
        ("2012-05-01", "2012-06-01", "1 May 2012 – 31 May 2012"),
        ("2012-05-27", "2012-05-28", "27 May 2012"),
        ("2012-05-27T10:00", "2012-05-27T16:30", "27 May 2012, 10:00 – 16:30"),
        ("2012-05-27T20:00", "2012-05-28T00:00", "27 May 2012, 20:00 – 24:00"),
        ("2012-05-27T20:00", "2012-05-28T04:00", "27 May 2012, 20:00 – 28 May 2012, 04:00"),
        ("2012-05-27T20:00", "2012-05-27T20:00", "27 May 2012, 20:00"),
        ("2012-05-26T20:00", "2012-05-28T22:00", "26 May 2012 – 28 May 2012"),
    ],
)
def test_a_span_is_named_as_exactly_as_it_is_long(start: str, end: str, words: str) -> None:
    moments = (datetime.fromisoformat(moment) for moment in (start, end))
    days = (at.toordinal() + (at.hour * 60 + at.minute) / 1440 for at in moments)
    assert span_in_words(TimeSpan(*days), "en") == words


def test_tab_goes_as_one_reads_and_comes_back(whole: MainWindow, state: ViewState) -> None:
    state.select(TALKS)
    state.only("sectors", "trade")
    settle()
    whole.top_bar.search.setFocus()
    seen: list[str] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        assert focused is not None
        if seen and focused is whole.top_bar.search:
            break
        seen.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    else:
        pytest.fail(f"no way back to the search: {seen[15:]}")
    places = [
        seen.index(name)
        for name in (
            "search",
            "actor_search",
            "filter_tree",
            "chip",
            "timeline_canvas",
            "related_event",
        )
    ]
    assert places == sorted(places), seen
