"""The parts of a window that the tests of the panels use and read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from peru_timeline.ui.panels.event_table import EventTableModel
from peru_timeline.ui.panels.facet_model import FACET_ROLE, VALUE_ROLE
from peru_timeline.ui.state.view_state import Facet
from peru_timeline.ui.window.main_window import MainWindow


def button(parent: QWidget, name: str, number: int = 0) -> QAbstractButton:
    found = [b for b in parent.findChildren(QAbstractButton, name) if not b.isHidden()]
    return found[number]


def row(whole: MainWindow, facet: Facet, value: str) -> QModelIndex:
    """The row of the filter tree for a value."""
    model = whole.filters.tree.model()

    def below(parent: QModelIndex) -> QModelIndex | None:
        if model.canFetchMore(parent):  # as Qt does where a row is unfolded
            model.fetchMore(parent)
        for number in range(model.rowCount(parent)):
            index = model.index(number, 0, parent)
            if (index.data(FACET_ROLE), index.data(VALUE_ROLE)) == (facet, value):
                return index
            found = below(index)
            if found is not None:
                return found
        return None

    index = below(QModelIndex())
    assert index is not None, f"no row for {facet} {value}"
    return index


def checked(whole: MainWindow, facet: Facet, value: str) -> Qt.CheckState:
    return Qt.CheckState(row(whole, facet, value).data(Qt.ItemDataRole.CheckStateRole))


def marks(whole: MainWindow) -> set[int]:
    """Events with a mark on the axis or a line on the shelf."""
    scene = whole.timeline.scene
    return {mark.event for mark in scene.marks} | {item.event for item in scene.shelf.items}


def table_events(whole: MainWindow) -> list[int]:
    if whole.table is None:
        whole.actions_by_id["toggle_table"].trigger()
    assert whole.table is not None
    model = whole.table.model()
    assert isinstance(model, EventTableModel)
    return [model.event_at(number) for number in range(model.rowCount())]
