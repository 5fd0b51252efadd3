"""The filters at the left: one tree of actors, sectors, statuses and sources with live counts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from peru_timeline.ui.look.text_labels import heading, label
from peru_timeline.ui.look.theme import SMALL_PX, Theme
from peru_timeline.ui.panels.facet_model import (
    FacetModel,
    index_value,
    section_name,
)
from peru_timeline.ui.panels.facet_tree import FacetTree
from peru_timeline.ui.state.view_state import ViewState


class FilterPanel(QWidget):
    """Shows the filters of the state and changes them."""

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("filter_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Filters"))
        self._state, self._theme = state, theme
        self._search = QLineEdit()
        self._search.setObjectName("actor_search")
        self._search.setPlaceholderText(self.tr("Filter actors…"))
        self._search.setAccessibleName(self.tr("Filter the list of actors"))
        self._search.setClearButtonEnabled(True)
        for clear in self._search.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear the list's filter"))
        self._tree = FacetTree(theme)
        self._tree.chosen.connect(self._toggle)
        self._tree.only.connect(self._only)
        self._search.textChanged.connect(self._filter)
        self._tree.verticalScrollBar().valueChanged.connect(self._grow)
        self._tree.verticalScrollBar().rangeChanged.connect(self._grow)
        px = theme.px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)  # the line at the right
        layout.setSpacing(0)
        layout.addLayout(self._head())
        field = QHBoxLayout()
        field.setContentsMargins(px(15), 0, px(15), px(4))
        field.addWidget(self._search)
        layout.addLayout(field)
        self._none = label(self.tr("No actor has this name."), theme, px=SMALL_PX, ink="soft")
        self._none.setObjectName("no_actor")
        self._none.setContentsMargins(px(19), px(6), px(15), px(2))
        layout.addWidget(self._none)
        layout.addWidget(self._tree, 1)
        state.chronology_changed.connect(self._follow_chronology)
        state.query_changed.connect(self._refresh)
        self._rebuild()

    def _head(self) -> QHBoxLayout:
        px = self._theme.px
        caption = heading(section_name("actors"), self._theme)
        caption.setBuddy(self._search)
        self._match = QComboBox()
        self._match.setObjectName("actor_match")
        self._match.addItem(self.tr("Any"), "any")
        self._match.addItem(self.tr("All"), "all")
        self._match.setToolTip(
            self.tr("Show events with any of the chosen actors, or only those with all of them")
        )
        self._match.setAccessibleName(self.tr("Any or all of the chosen actors"))
        self._match.view().setAccessibleName(self._match.accessibleName())
        self._match.activated.connect(self._set_match)
        head = QHBoxLayout()
        head.setContentsMargins(px(19), px(12), px(9), px(4))
        head.addWidget(caption, 1)
        head.addWidget(self._match)
        return head

    @property
    def tree(self) -> FacetTree:
        """The tree of all filters."""
        return self._tree

    def _follow_chronology(self) -> None:
        """Show other rows, unless an edit left them as they are: then the reader stays where they are in them."""
        if self._model.is_of(self._state):
            self._refresh()
        else:
            self._rebuild()

    def _rebuild(self) -> None:
        self._model = FacetModel(self._state)
        self._is_searched = False
        self._unfolded: frozenset[str] = frozenset()
        self._tree.setModel(self._model)
        self._filter(self._search.text())
        self._refresh()

    def _refresh(self) -> None:
        self._model.refresh()
        self._tree.viewport().update()
        self._match.setCurrentIndex(self._match.findData(self._state.query.match))

    def _filter(self, text: str) -> None:
        """Show the actors that have these words in their names, unfolded; without words all, as they were before."""
        if not self._is_searched:
            self._unfolded = frozenset(
                actor for actor, row in self._model.made("actors") if self._tree.isExpanded(row)
            )
        self._is_searched = bool(text.strip())
        self._come_to: set[str] = set()
        is_any = self._model.find_actors(text)
        for row in range(self._model.rowCount()):
            self._tree.expand(self._model.index(row, 0))
        self._none.setVisible(self._is_searched and not is_any)
        self._grow()

    def _grow(self) -> None:
        """Make and unfold the rows that the reader is about to come to."""
        tree, below = self._tree, 2 * self._tree.viewport().height()
        row = tree.indexAt(QPoint(tree.viewport().width() // 2, 0))
        while row.isValid() and tree.visualRect(row).top() < below:
            self._unfold_once(row)
            self._grow_after(row)
            row = tree.indexBelow(row)

    def _unfold_once(self, row: QModelIndex) -> None:
        """Unfold a row that was found, or was unfolded before the search; the reader may fold it again."""
        found = index_value(row)
        if found is None or found[0] != "actors" or found[1] in self._come_to:
            return
        self._come_to.add(found[1])
        if (self._is_searched or found[1] in self._unfolded) and self._model.hasChildren(row):
            self._tree.expand(row)

    def _grow_after(self, row: QModelIndex) -> None:
        """Make more rows where this is the last row of its parent, or is below the last one."""
        while row.isValid() and row.row() == self._model.rowCount(row.parent()) - 1:
            row = row.parent()
            if row.isValid():
                self._model.grow(row)

    def _set_match(self) -> None:
        self._state.set_match(self._match.currentData())

    def _toggle(self, index: QModelIndex) -> None:
        found = index_value(index)
        if found is not None:
            checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
            self._state.choose(*found, chosen=checked != Qt.CheckState.Checked)

    def _only(self, index: QModelIndex) -> None:
        found = index_value(index)
        if found is not None:
            self._state.only(*found)
