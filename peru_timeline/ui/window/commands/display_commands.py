"""Showing and hiding parts of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from peru_timeline.settings import DrawerName
from peru_timeline.ui.commands.actions import Binding, Bindings, Menus
from peru_timeline.ui.state.settings_store import SettingsStore
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.window_layout import WindowLayout


class DisplayCommands:
    """Changes what the settings say is shown; the window follows the settings."""

    def __init__(
        self, layout: Callable[[], WindowLayout], state: ViewState, settings: SettingsStore
    ) -> None:
        """`layout` gives the one there is now."""
        self._layout, self._state, self._settings = layout, state, settings

    def bindings(self) -> Bindings:
        store = self._settings
        return {
            "even_time": Binding(self.toggle_even_time, is_on=lambda: self._state.even_time),
            "dim_filtered": Binding(self.toggle_dim, is_on=lambda: self._state.dim_filtered),
            "toggle_filters": Binding(self.toggle_filters, is_on=lambda: self.is_shown("filters")),
            "toggle_event": Binding(self.toggle_event, is_on=lambda: self.is_shown("event")),
            "toggle_table": Binding(self.toggle_table, is_on=lambda: store.value.table_shown),
            "larger_panel": Binding(lambda: self._layout().resize_panel(1)),
            "smaller_panel": Binding(lambda: self._layout().resize_panel(-1)),
            "toggle_menu_bar": Binding(
                self.toggle_menu_bar, is_on=lambda: store.value.menu_bar_shown
            ),
            "full_screen": Binding(
                self.toggle_full_screen, is_on=lambda: self._layout().window().isFullScreen()
            ),
        }

    def toggle_dim(self) -> None:
        """Dim what the filter leaves out, or hide it."""
        self._state.set_dim_filtered(not self._state.dim_filtered)
        store = self._settings
        store.value = replace(store.value, dim_filtered=self._state.dim_filtered)

    def toggle_even_time(self) -> None:
        """Give crowded years more room, or every day the same."""
        self._state.set_even_time(not self._state.even_time)

    def is_shown(self, panel: DrawerName) -> bool:
        """Whether a panel is there: beside the timeline, or as the open drawer."""
        sides, settings = self._layout().sides, self._settings.value
        if sides.in_drawers:
            return sides.drawer == panel
        return settings.filters_shown if panel == "filters" else settings.event_shown

    def toggle_filters(self) -> None:
        store = self._settings
        if self._layout().sides.in_drawers:
            self._layout().sides.toggle_drawer("filters")
        else:
            store.value = replace(store.value, filters_shown=not store.value.filters_shown)

    def toggle_event(self) -> None:
        store = self._settings
        if self._layout().sides.in_drawers:
            self._layout().sides.toggle_drawer("event")
        else:
            store.value = replace(store.value, event_shown=not store.value.event_shown)

    def toggle_table(self) -> None:
        store = self._settings
        store.value = replace(store.value, table_shown=not store.value.table_shown)

    def toggle_menu_bar(self) -> None:
        store = self._settings
        store.value = replace(store.value, menu_bar_shown=not store.value.menu_bar_shown)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or return to a window."""
        window = self._layout().window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def show_menu(menus: Menus, button: QToolButton) -> None:
    """Open the first menu of the menu bar where it is visible, else the menu of the button."""
    bar = menus.bar
    if bar.isVisible() and not bar.isNativeMenuBar():
        bar.setActiveAction(bar.actions()[0])
    else:
        button.showMenu()
