"""Filters with thousands of values: what is in sight is made, the rest when the reader comes to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.panels.facet_model import FACETS, VALUE_ROLE
from peru_timeline.ui.panels.filter_panel import FilterPanel
from peru_timeline.ui.state.view_state import Facet, ViewState
from tests.ui.windows import actor, both, chronology_data, open_made_up, settle, source

MANY = 1000


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
