"""Files of any size: of a long page, what is in sight is made, and the rest when the reader scrolls to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.windows import (
    TALKS,
    actor,
    both,
    chronology_data,
    event,
    open_made_up,
    settle,
    source,
    window,
)

MANY = 2_000
MOST_MADE = 400
"""Widgets on a page that fills a window of 800 px, whatever the file holds."""

Content = dict[str, Any]


def quotations(content: Content, many: int) -> None:
    content["events"][TALKS]["evidence"] = [
        {"source": "paper", "quote": f"they wrote of the port for the {i}th time"}
        for i in range(many)
    ]


def notes(content: Content, many: int) -> None:
    content["events"][TALKS]["notes"] = [
        {"kind": "conflict", "text": both(f"Note {i}")} for i in range(many)
    ]


def roles(content: Content, many: int) -> None:
    content["actors"] += [actor(f"a{i}", f"Actor {i}", "peru") for i in range(many)]
    content["events"][TALKS]["actors"] = [{"actor": f"a{i}"} for i in range(many)]


def others(content: Content, many: int) -> None:
    content["events"] += [
        event(f"e{i}", "2009", f"Event {i}", ["peru"], "trade") for i in range(many)
    ]


def ties(content: Content, many: int) -> None:
    others(content, many)
    content["events"][TALKS]["related"] = [
        {"event": f"e{i}", "relation": "follows"} for i in range(many)
    ]


def ties_back(content: Content, many: int) -> None:
    others(content, many)
    for made in content["events"][-many:]:
        made["related"] = [{"event": "talks", "relation": "follows"}]


def amounts(content: Content, many: int) -> None:
    content["events"][TALKS]["amounts"] = [
        {"value": i + 1, "unit": "USD", "of": both(f"cost {i}")} for i in range(many)
    ]


def sources(content: Content, many: int) -> None:
    content["sources"] += [source(f"s{i}", f"Publisher {i}", None) for i in range(many)]


def sectors(content: Content, many: int) -> None:
    content["sectors"] += [{"id": f"x{i}", "name": both(f"Sector {i}")} for i in range(many)]


def blocs(content: Content, many: int) -> None:
    content["actors"] += [actor(f"b{i}", f"Bloc {i}") for i in range(many)]


def whole_with(
    qtbot: QtBot, tmp_path: Path, fill: Callable[[Content, int], None], many: int
) -> MainWindow:
    content = chronology_data()
    fill(content, many)
    return window(qtbot, ViewState(open_made_up(tmp_path, content)))


def made(whole: MainWindow) -> int:
    settle()
    return len(whole.widget.findChildren(QWidget))


@pytest.mark.parametrize(
    "fill", [quotations, notes, roles, ties, ties_back, amounts, sources, sectors, blocs]
)
def test_widgets_are_made_for_what_is_in_sight(
    qtbot: QtBot, tmp_path: Path, fill: Callable[[Content, int], None]
) -> None:
    whole = whole_with(qtbot, tmp_path, fill, MANY)
    state = whole._state
    assert made(whole) < MOST_MADE
    state.select(state.opened.chronology.event_index["talks"])
    assert made(whole) < MOST_MADE
    for text in ("p", "po", "port", ""):
        state.set_text(text)
        assert made(whole) < MOST_MADE
    state.select(None)
    assert made(whole) < MOST_MADE


@pytest.mark.parametrize(
    ("fill", "last"),
    [
        (quotations, "they wrote of the port for the 59th time"),
        (notes, "Note 59"),
        (ties, "Event 59"),
        (ties_back, "Event 59"),
        (amounts, "cost 59"),
        (sources, "Publisher 59"),
    ],
)
def test_the_rest_is_made_when_it_is_scrolled_to(
    qtbot: QtBot, tmp_path: Path, fill: Callable[[Content, int], None], last: str
) -> None:
    whole = whole_with(qtbot, tmp_path, fill, 60)
    if fill is not sources:
        whole._state.select(whole._state.opened.chronology.event_index["talks"])
    settle()
    bar, panel = whole.event_panel.verticalScrollBar(), whole.event_panel
    more = panel.findChild(QLabel, "more_below")
    assert isinstance(more, QLabel)
    assert more.isVisible()
    assert not any(last in shown.text() for shown in panel.findChildren(QLabel))
    for _ in range(60):
        bar.setValue(bar.maximum())
        settle()
    assert any(last in shown.text() for shown in panel.findChildren(QLabel))
    assert not more.isVisible()


def test_a_short_page_is_whole_and_says_nothing_of_more(qtbot: QtBot, tmp_path: Path) -> None:
    whole = whole_with(qtbot, tmp_path, quotations, 2)
    whole._state.select(TALKS)
    settle()
    more = whole.event_panel.findChild(QLabel, "more_below")
    assert isinstance(more, QLabel)
    assert not more.isVisible()
    assert len(whole.event_panel.findChildren(QWidget, "quotation_card")) == 2


def test_the_actors_beyond_the_first_are_behind_a_button(qtbot: QtBot, tmp_path: Path) -> None:
    whole = whole_with(qtbot, tmp_path, roles, 70)
    whole._state.select(whole._state.opened.chronology.event_index["talks"])
    settle()
    panel = whole.event_panel
    assert len(panel.findChildren(QAbstractButton, "actor_chip")) == 30
    for label, shown in (("40 more actor(s)", 60), ("10 more actor(s)", 70)):
        (more,) = [b for b in panel.findChildren(QAbstractButton, "more_actors") if b.isVisible()]
        assert more.text() == label
        more.click()
        settle()
        assert len(panel.findChildren(QAbstractButton, "actor_chip")) == shown
    assert not [b for b in panel.findChildren(QAbstractButton, "more_actors") if b.isVisible()]


def test_a_card_far_down_opens_its_own_quotation(qtbot: QtBot, tmp_path: Path) -> None:
    whole = whole_with(qtbot, tmp_path, quotations, 20)
    whole._state.select(TALKS)
    settle()
    for _ in range(20):
        bar = whole.event_panel.verticalScrollBar()
        bar.setValue(bar.maximum())
        settle()
    asked: list[tuple[int, int]] = []
    whole.event_panel.read_in_context.disconnect()
    whole.event_panel.read_in_context.connect(lambda event, index: asked.append((event, index)))
    cards = whole.event_panel.findChildren(QWidget, "quotation_card")
    cards[-1].read_in_context.emit()  # type: ignore[attr-defined]
    assert asked == [(TALKS, 19)]
