"""Searching, clearing and copying."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.window_layout import WindowLayout


class EditCommands(QObject):
    """Works on search, filters and selection."""

    message = Signal(str)
    """What to show in the status line."""

    def __init__(
        self,
        timeline: QWidget,
        state: ViewState,
        layout: Callable[[], WindowLayout],
        search: Callable[[], QLineEdit],
    ) -> None:
        """`layout` and `search` give the parts there are now."""
        super().__init__(timeline)
        self._state, self._layout, self._search = state, layout, search

    def bindings(self) -> Bindings:
        return {
            "search": Binding(self.go_to_search),
            "clear": Binding(self.clear),
            "copy_citation": Binding(
                self.copy_citation, is_enabled=lambda: self._state.selection is not None
            ),
        }

    def go_to_search(self) -> None:
        """Go to the search field."""
        search = self._search()
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def clear(self) -> None:
        """Close a drawer, else leave full screen, else clear the search, else the filters, else the selection."""
        window, sides = self._layout().window(), self._layout().sides
        if sides.drawer is not None:
            sides.close_drawer()
        elif window.isFullScreen():
            window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif self._state.query.text:
            self._state.set_text("")
        elif not self._state.query.is_empty:
            self._state.clear_filters()
        else:
            self._state.select(None)

    def copy_citation(self) -> None:
        """Copy the selected event with its quotations and citations to the clipboard."""
        if self._state.selection is None:
            return
        from peru_timeline.chronology.citation import event_with_citations

        chronology, language = self._state.opened.chronology, self._state.language
        event = chronology.events[self._state.selection]
        QGuiApplication.clipboard().setText(event_with_citations(event, chronology, language))
        self.message.emit(self.tr("Copied: event, quotations and citations"))
