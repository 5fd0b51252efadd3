"""Finding one's way: every command by name, keys, updates, and what the program is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction

from peru_timeline import HOMEPAGE
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.look.dialogs import run_dialog
from peru_timeline.ui.state.view_state import ViewState


class HelpCommands:
    """Shows dialogs over the window."""

    def __init__(
        self, timeline: TimelineView, state: ViewState, actions: Mapping[str, QAction]
    ) -> None:
        """`actions` may be filled later: the palette reads it when it opens."""
        self._timeline, self._state, self._actions = timeline, state, actions

    def bindings(self) -> Bindings:
        return {
            "show_palette": Binding(self.show_palette),
            "keys": Binding(self.show_keys),
            "check_for_updates": Binding(self.check_for_updates),
            "about": Binding(self.show_about),
        }

    def show_palette(self) -> None:
        """Offer every command by name, and run the one chosen."""
        from peru_timeline.ui.commands.command_palette import CommandPalette

        actions = list(self._actions.values())
        dialog = CommandPalette(
            self._timeline.window(), self._timeline.theme, actions, self._state.keys
        )
        run_dialog(dialog)
        if dialog.chosen is not None:
            dialog.chosen.trigger()

    def show_keys(self) -> None:
        """List every key and gesture."""
        from peru_timeline.ui.commands.key_sheet import KeySheet

        run_dialog(KeySheet(self._timeline.window(), self._timeline.theme, self._state.keys))

    def check_for_updates(self) -> None:
        """Open the page of releases in the browser; the program itself never asks the network."""
        from peru_timeline.ui.panels.quotation_card import open_address

        open_address(f"{HOMEPAGE}/releases")

    def show_about(self) -> None:
        """Say what the program is and what the chronology rests on."""
        from peru_timeline.ui.window.about_dialog import AboutDialog

        chronology, language = self._state.opened.chronology, self._state.language
        run_dialog(AboutDialog(self._timeline.window(), self._timeline.theme, chronology, language))
