"""The active filters as chips in the status line; a click removes one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from peru_timeline.chronology.models import Status
from peru_timeline.chronology.query import Query
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.plain_text import button_text, one_line
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import status_name
from peru_timeline.ui.panels.facet_model import FACETS, section_name, source_names
from peru_timeline.ui.state.view_state import Facet, ViewState

MOST_CHIPS = 6
"""Values of one facet that get a chip each; if there are more, they share one chip."""

GAP_PX, MORE_PX = 6, 44
"""Between two chips; and width of the button that counts those without room."""


class FilterChips(QWidget):
    """One line with a chip for each chosen value; those without room are in a menu. It moves nothing when it comes."""

    rebuilt = Signal()

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("chips")
        self.setAccessibleName(self.tr("Active filters"))
        self._state, self._theme = state, theme
        self._chips: list[QToolButton] = []
        self._ends: list[QAbstractButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(6), 0, theme.px(6), 0)
        self._row.setSpacing(theme.px(GAP_PX))
        self._more = self._make_more()
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
        name = f"“{isolated(one_line(text, 40))}”"
        chip.setText(button_text(name))
        chip.setAccessibleName(self.tr("Filter {0}, take away").format(name))
        self._fit()

    def _rebuild(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._more:
                widget.hide()
                widget.deleteLater()
        self._chips.clear()
        self._ends.clear()
        query = self._state.query
        self._shown, self._text = self._all_but_text(), None
        if query.text.strip():
            self._text = self._add("", lambda: self._state.set_text(""))
            self._name_text(self._text, query.text)
        for facet in FACETS:
            chosen = sorted(query.chosen(facet))
            if len(chosen) > MOST_CHIPS:
                name = self.tr("{0}: {1} chosen").format(section_name(facet), len(chosen))
                self._add(name, partial(self._state.clear_facet, facet))
                continue
            for value in chosen:
                self._add(
                    self._name(facet, value),
                    partial(self._state.choose, facet, value, chosen=False),
                )
        self._row.addWidget(self._more)
        if not query.is_empty:
            self._add_ends()
        self.setVisible(not query.is_empty)
        self._fit()
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
        for end in (dim, clear):
            self._row.addWidget(end)
            self._ends.append(end)
            end.show()

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
        chip.setAccessibleName(self.tr("Remove filter {0}").format(isolated(text)))
        chip.clicked.connect(remove)
        self._row.addWidget(chip)
        self._chips.append(chip)
        chip.show()
        return chip

    # --- what has room ---

    def _make_more(self) -> QToolButton:
        more = QToolButton(self)
        more.setObjectName("more_chips")
        more.setProperty("chip", "outline")
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.setObjectName("more_chips_menu")
        menu.setAccessibleName(self.tr("Further filters"))
        menu.aboutToShow.connect(self._list_hidden)
        more.setMenu(menu)
        more.setToolTip(self.tr("Further filters"))
        more.hide()
        return more

    def _list_hidden(self) -> None:
        menu = self._more.menu()
        menu.clear()
        for chip in self._chips:
            if chip.isHidden():
                menu.addAction(chip.accessibleName(), chip.click)

    def _fit(self) -> None:
        """Show as many chips as there is room for beside the buttons at the end, and count the others."""
        gap = self._row.spacing()
        room = self.width() - self._edges() - sum(_width(end) + gap for end in self._ends)
        if sum(_width(chip) + gap for chip in self._chips) > room:
            room -= self._theme.px(MORE_PX) + gap
        hidden = 0
        for chip in self._chips:
            room -= _width(chip) + gap
            chip.setVisible(room >= 0 and not hidden)
            hidden += chip.isHidden()
        self._more.setVisible(hidden > 0)
        if hidden:
            self._more.setText(f"+{hidden}")
            self._more.setAccessibleName(self.tr("Further filters: {0}").format(hidden))
        self.updateGeometry()

    def _edges(self) -> int:
        margins = self._row.contentsMargins()
        return margins.left() + margins.right()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all chips."""
        widths = [_width(part) + self._row.spacing() for part in (*self._chips, *self._ends)]
        return QSize(sum(widths) + self._edges(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the count of chips and the buttons at the end."""
        widths = [_width(part) + self._row.spacing() for part in self._ends]
        more = self._theme.px(MORE_PX) + self._row.spacing()
        return QSize(sum(widths) + more + self._edges(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as many as there is room for now."""
        super().resizeEvent(event)
        self._fit()

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


def _width(part: QWidget) -> int:
    return part.sizeHint().width()
