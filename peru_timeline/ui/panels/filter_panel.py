"""The filters at the left: one tree of actors, sectors, statuses and sources with live counts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from peru_timeline.ui.look.text_labels import heading, label
from peru_timeline.ui.look.theme import SMALL_PX, Theme
from peru_timeline.ui.panels.facet_model import (
    SECTION_ROLE,
    FacetFilter,
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
        self._proxy = FacetFilter(self._model)
        self._tree.setModel(self._proxy)
        self._filter(self._search.text())
        self._refresh()

    def _refresh(self) -> None:
        self._model.refresh()
        self._tree.viewport().update()
        self._match.setCurrentIndex(self._match.findData(self._state.query.match))

    def _grow(self) -> None:
        """Make the rows that the reader is about to come to."""
        below = 2 * self._tree.viewport().height()
        for number in range(self._proxy.rowCount()):
            section = self._proxy.index(number, 0)
            last = self._proxy.index(self._proxy.rowCount(section) - 1, 0, section)
            place = self._tree.visualRect(last)
            if last.isValid() and place.isValid() and 0 <= place.top() < below:
                self._model.grow(section.data(SECTION_ROLE))

    def _filter(self, text: str) -> None:
        if text.strip():
            self._model.make_all_actors()
        self._proxy.set_text(text)
        for row in range(self._proxy.rowCount()):
            self._tree.expand(self._proxy.index(row, 0))
        self._none.setVisible(not self._proxy.finds_actors and bool(text.strip()))
        if text.strip() and self._proxy.finds_actors:
            self._tree.expandRecursively(self._proxy.index(0, 0))

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
