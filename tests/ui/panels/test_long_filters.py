"""Filters with thousands of values: what is in sight is made, the rest when the reader comes to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.panels.facet_model import FACETS, VALUE_ROLE
from peru_timeline.ui.panels.filter_panel import FilterPanel
from peru_timeline.ui.state.view_state import Facet, ViewState
from tests.ui.windows import actor, both, chronology_data, open_made_up, settle, source

MANY = 1000


def below_china() -> list[dict[str, Any]]:
    """As many parts of China, the last of them with a part of its own; and as many of that part."""
    parts = [actor(f"part-{n}", f"Part {n}", "china") for n in range(MANY)]
    last = f"part-{MANY - 1}"
    parts.append(actor("office", "Office", last))
    return [*parts, *(actor(f"desk-{n}", f"Desk {n}", "office") for n in range(MANY))]


def with_many(facet: Facet) -> dict[str, Any]:
    made = chronology_data()
    more: dict[Facet, list[dict[str, Any]]] = {
        "actors": [actor(f"more-{n}", f"Bloc {n}") for n in range(MANY)],
        "sectors": [{"id": f"more-{n}", "name": both(f"Sector {n}")} for n in range(MANY)],
        "sources": [source(f"more-{n}", f"Publisher {n}", None) for n in range(MANY)],
    }
    return {facet: [*made[facet], *more[facet]]}


def values(panel: FilterPanel, facet: Facet) -> list[str]:
    model = panel.tree.model()
    section = model.index(FACETS.index(facet), 0)
    rows = range(model.rowCount(section))
    return [model.index(row, 0, section).data(VALUE_ROLE) for row in rows]


def shown(qtbot: QtBot, tmp_path: Path, facet: Facet) -> tuple[FilterPanel, ViewState]:
    state = ViewState(open_made_up(tmp_path, with_many(facet)))
    panel = FilterPanel(state, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    panel.show()
    settle()
    return panel, state


@pytest.mark.parametrize("facet", ["actors", "sectors", "sources"])
def test_rows_are_made_when_the_reader_comes_to_them(
    qtbot: QtBot, tmp_path: Path, facet: Facet
) -> None:
    panel, state = shown(qtbot, tmp_path, facet)
    assert len(values(panel, facet)) < MANY / 2
    state.choose(facet, f"more-{MANY - 1}", chosen=True)
    panel.tree.setFocus()
    model = panel.tree.model()
    section = model.index(FACETS.index(facet), 0)
    before = -1
    while before != model.rowCount(section):
        before = model.rowCount(section)
        last = model.index(before - 1, 0, section)
        panel.tree.setCurrentIndex(last)
        QTest.keyClick(panel.tree, Qt.Key.Key_Down)
        settle()
    found = values(panel, facet)
    assert found[-1] == f"more-{MANY - 1}"
    assert len(set(found)) == len(found)
    last = model.index(len(found) - 1, 0, section)
    assert Qt.CheckState(last.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked


def test_every_actor_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    panel, _ = shown(qtbot, tmp_path, "actors")
    field = panel.findChild(QLineEdit, "actor_search")
    assert field is not None
    QTest.keyClicks(field, f"Bloc {MANY - 1}")
    settle()
    assert values(panel, "actors") == [f"more-{MANY - 1}"]


def made(panel: FilterPanel) -> list[str]:
    """The actors that have rows, in their order in the tree."""
    model, found = panel.tree.model(), []

    def look(parent: QModelIndex) -> None:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found.append(index.data(VALUE_ROLE))
            look(index)

    look(model.index(0, 0))
    return found


def with_parts(qtbot: QtBot, tmp_path: Path) -> tuple[FilterPanel, ViewState]:
    actors = [*chronology_data()["actors"], *below_china()]
    state = ViewState(open_made_up(tmp_path, {"actors": actors}))
    panel = FilterPanel(state, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    panel.show()
    settle()
    return panel, state


def test_parts_of_an_actor_are_made_when_it_is_unfolded(qtbot: QtBot, tmp_path: Path) -> None:
    panel, state = with_parts(qtbot, tmp_path)
    assert made(panel) == ["china", "peru", "united-states"]
    tree, model = panel.tree, panel.tree.model()
    china = model.index(0, 0, model.index(0, 0))
    assert model.hasChildren(china)
    state.choose("actors", "china", chosen=True)
    tree.expand(china)
    settle()
    found = made(panel)
    assert found[:2] == ["china", "cosco"]  # those with most events first
    assert MANY / 10 < len(found) < MANY / 2
    below = model.index(5, 0, china)
    assert Qt.CheckState(below.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
    tree.scrollToBottom()
    settle()
    before = 0
    while before != len(made(panel)):
        before = len(made(panel))
        tree.scrollTo(model.index(model.rowCount(china) - 1, 0, china))
        settle()
    assert model.rowCount(china) == MANY + 1  # COSCO is one, too
    assert made(panel)[-2:] == ["peru", "united-states"]


def test_what_is_found_is_unfolded_and_all_is_as_before_after_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    panel, _ = with_parts(qtbot, tmp_path)
    tree, model = panel.tree, panel.tree.model()
    tree.expand(model.index(1, 0, model.index(0, 0)))
    settle()
    assert made(panel) == ["china", "peru", "cerron", "united-states"]
    field = panel.findChild(QLineEdit, "actor_search")
    assert field is not None
    QTest.keyClicks(field, "OFFICE")
    settle()
    found = made(panel)
    assert found[:4] == ["china", f"part-{MANY - 1}", "office", "desk-0"]
    assert "peru" not in found
    assert len(found) < MANY / 2  # the parts of what is found come with it, as the reader scrolls
    field.setText("Desk 7")
    settle()
    assert made(panel)[3:5] == ["desk-7", "desk-17"]
    field.setText("nobody")
    settle()
    assert made(panel) == []
    field.clear()
    settle()
    assert made(panel) == ["china", "peru", "cerron", "united-states"]
