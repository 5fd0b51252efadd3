"""The active filters as chips above the timeline; a click removes one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from peru_timeline.chronology.models import Status
from peru_timeline.chronology.query import Query
from peru_timeline.chronology.text import in_language
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.plain_text import button_text, one_line
from peru_timeline.ui.look.text_labels import FlowLayout
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import status_name
from peru_timeline.ui.panels.facet_model import FACETS, section_name, source_names
from peru_timeline.ui.state.view_state import Facet, ViewState

MOST_CHIPS = 6
"""Values of one facet that get a chip each; if there are more, they share one chip."""


class FilterChips(QWidget):
    """One chip for each chosen value; hidden while nothing is filtered."""

    rebuilt = Signal()

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("chips")
        self.setAccessibleName(self.tr("Active filters"))
        self._state, self._theme = state, theme
        self._flow = FlowLayout(self, gap_px=theme.px(6))
        self._flow.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        self._shown: tuple[Query, bool] | None = None
        self._text: QToolButton | None = None
        state.query_changed.connect(self._follow)
        state.chronology_changed.connect(self._rebuild)
        self._rebuild()

    def _follow(self) -> None:
        """While one types, only the text of one chip changes; the chips themselves stay."""
        text = self._state.query.text
        if self._text is not None and text.strip() and self._shown == self._all_but_text():
            self._name_text(self._text, text)
        else:
            self._rebuild()

    def _all_but_text(self) -> tuple[Query, bool]:
        return replace(self._state.query, text=""), self._state.dim_filtered

    def _name_text(self, chip: QToolButton, text: str) -> None:
        name = f"“{one_line(text, 40)}”"
        chip.setText(button_text(name))
        chip.setAccessibleName(self.tr("Filter {0}, take away").format(name))

    def _rebuild(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        query = self._state.query
        self._shown, self._text = self._all_but_text(), None
        if query.text.strip():
            self._text = self._add("", lambda: self._state.set_text(""))
            self._name_text(self._text, query.text)
        for facet in FACETS:
            chosen = sorted(getattr(query, facet))
            if len(chosen) > MOST_CHIPS:
                name = self.tr("{0}: {1} chosen").format(section_name(facet), len(chosen))
                self._add(name, partial(self._state.clear_facet, facet))
                continue
            for value in chosen:
                self._add(
                    self._name(facet, value),
                    partial(self._state.choose, facet, value, chosen=False),
                )
        if not query.is_empty:
            self._add_ends()
        self.setVisible(not query.is_empty)
        self.rebuilt.emit()

    def _add_ends(self) -> None:
        dim = QPushButton(self.tr("Dim the rest"))
        dim.setObjectName("dim_rest")
        dim.setCheckable(True)
        dim.setChecked(self._state.dim_filtered)
        dim.setProperty("chip", "outline")
        dim.setToolTip(self.tr("Show filtered-out events faintly instead of hiding them"))
        dim.toggled.connect(self._state.set_dim_filtered)
        clear = QPushButton(self.tr("Clear all"))
        clear.setObjectName("clear_filters")
        clear.setProperty("chip", "link")
        clear.setToolTip(self.tr("Show every event"))
        clear.clicked.connect(self._state.clear_filters)
        self._flow.addWidget(dim)
        self._flow.addWidget(clear)
        dim.show()
        clear.show()

    def _add(self, text: str, remove: Callable[[], None]) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setProperty("chip", "filled")
        chip.setText(button_text(text))
        chip.setIcon(icon("close", self._theme.ink_soft))
        side = self._theme.px(14)
        chip.setIconSize(QSize(side, side))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setToolTip(self.tr("Remove this filter"))
        chip.setAccessibleName(self.tr("Remove filter {0}").format(text))
        chip.clicked.connect(remove)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _name(self, facet: Facet, value: str) -> str:
        chronology, language = self._state.opened.chronology, self._state.language
        if facet == "actors":
            actor = chronology.actor_by_id[value]
            return one_line(in_language(actor.short or actor.name, language), 40)
        if facet == "sectors":
            return one_line(in_language(chronology.sector_by_id[value].name, language), 40)
        if facet == "statuses":
            return status_name(Status(value), language)
        return one_line(source_names(chronology, language)[value], 40)
