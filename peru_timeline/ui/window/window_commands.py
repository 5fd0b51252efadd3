"""What one can do in the window: every command is one short method, named in commands.py."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QDialog, QToolButton

from peru_timeline import HOMEPAGE
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.commands.command_table import Command
from peru_timeline.ui.commands.shortcuts import KeyMap, changes_of
from peru_timeline.ui.window.window_parts import WindowParts

if TYPE_CHECKING:
    from peru_timeline.timeline.axis.time_span import TimeSpan
    from peru_timeline.ui.commands.actions import Menus, Shortcuts
    from peru_timeline.ui.window.export_commands import ExportCommands
    from peru_timeline.ui.window.full_texts import FullTexts

FILE_ENDINGS = "*.chronology *.json"


class WindowCommands(WindowParts):
    """The parts of the window with what the commands do to them.

    What the window cannot do itself it asks of the program, by signals.
    """

    open_asked = Signal(Path)
    reload_asked = Signal()
    settings_changed = Signal(object)  # Settings
    rebuild_asked = Signal(object)  # Settings: other colours, language or text size

    actions_by_id: dict[str, QAction]
    menus: Menus
    texts: FullTexts
    _default: Path | None
    _shortcuts: Shortcuts | None = None
    _exports: ExportCommands | None = None
    _menu_button: QToolButton

    def is_on(self, command: Command) -> bool:
        """Whether a switch is on."""
        settings = self._settings
        on: dict[str, object] = {
            "set_grouping": self._state.grouping == command.argument,
            "set_theme_name": settings.theme == command.argument,
            "set_language_name": settings.language == command.argument,
            "toggle_dim": self._state.dim_filtered,
            "toggle_motion": settings.reduce_motion,
            "toggle_wheel": settings.wheel_scrolls,
            "toggle_single_keys": settings.single_keys,
            "toggle_filters": settings.filters_shown,
            "toggle_event": settings.event_shown,
            "toggle_table": self.table is not None and not self.table.isHidden(),
            "full_screen": self.window().isFullScreen(),
            "toggle_menu_bar": settings.menu_bar_shown,
        }
        return bool(on[command.method or command.id])

    def _change(self, **values: Any) -> None:
        self._settings = replace(self._settings, **values)
        self.settings_changed.emit(self._settings)

    # --- commands ----------------------------------------------------------------------------

    def open_file(self) -> None:
        """Ask for a file."""
        from PySide6.QtWidgets import QFileDialog

        folder = str(self._state.opened.path.parent)
        kinds = self.tr("Chronologies") + f" ({FILE_ENDINGS});;" + self.tr("All files") + " (*)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open a chronology"), folder, kinds)
        if name:
            self.open_asked.emit(Path(name))

    def open_default(self) -> None:
        """Open what comes with the program."""
        if self._default is not None:
            self.open_asked.emit(self._default)

    def reload(self) -> None:
        """Read the file again."""
        self.reload_asked.emit()

    def quit(self) -> None:
        """Close the window and with it the program."""
        self.window().close()

    def search(self) -> None:
        """Go to the search field."""
        self.top_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.search.selectAll()

    def clear(self) -> None:
        """Take back the last thing that narrows: the search, then the filters, then the selection."""
        if self.window().isFullScreen():
            self.full_screen()
        elif self._state.query.text:
            self._state.set_text("")
        elif not self._state.query.is_empty:
            self._state.clear_filters()
        else:
            self._state.select(None)

    def copy_citation(self) -> None:
        """Put the selected event with its quotations and citations on the clipboard."""
        if self._state.selection is None:
            return
        from peru_timeline.chronology.citation import event_with_citations

        chronology, language = self._state.opened.chronology, self._state.language
        event = chronology.events[self._state.selection]
        QGuiApplication.clipboard().setText(event_with_citations(event, chronology, language))
        self.status.say(self.tr("Copied: event, quotations and citations"))

    @property
    def exports(self) -> ExportCommands:
        """Pictures, slides, tables, saved views; made when first asked for."""
        if self._exports is None:
            from peru_timeline.ui.window.export_commands import ExportCommands

            timeline = self.timeline or self.add_timeline()
            self._exports = ExportCommands(self, self._state, self._theme, timeline)
            self._exports.said.connect(self.status.say)
        return self._exports

    def export(self, span: TimeSpan | None = None) -> None:
        """Ask what to export, of a span or of what is on the screen."""
        self.exports.export(span)

    def print_view(self) -> None:
        """Print what is on the screen."""
        self.exports.print_view()

    def copy_bibliography(self, form: str) -> None:
        """Put sources on the clipboard as a bibliography."""
        self.exports.copy_bibliography(form)

    def save_view(self) -> None:
        """Keep what is on the screen under a name."""
        self.exports.save_view()

    def saved_views(self) -> None:
        """Show the list of saved views."""
        self.exports.show_views()

    def present(self) -> None:
        """Present the saved views."""
        self.exports.present()

    def zoom(self, steps: int) -> None:
        """Zoom by steps of 1.25."""
        if self.timeline is not None:
            self.timeline.zoom(steps)

    def fit(self) -> None:
        """Show everything."""
        if self.timeline is not None:
            self.timeline.fit()

    def fit_selection(self) -> None:
        """Zoom to the selected event, and back."""
        if self.timeline is not None:
            self.timeline.fit_selection()

    def refit_lanes(self) -> None:
        """Give the lanes the heights that what is in view needs."""
        if self.timeline is not None:
            self.timeline.refit_lanes()

    def set_grouping(self, name: str) -> None:
        """Say what a lane stands for."""
        self._state.set_grouping(Grouping(name))

    def toggle_dim(self) -> None:
        """Dim what the filter leaves out, or hide it."""
        self._state.set_dim_filtered(not self._state.dim_filtered)
        self._change(dim_filtered=self._state.dim_filtered)

    def toggle_filters(self) -> None:
        """Show or hide the filters."""
        shown = self.filters.isHidden()
        self.filters.setVisible(shown)
        self._change(filters_shown=shown)

    def toggle_event(self) -> None:
        """Show or hide the panel of the selected event."""
        shown = self.event_panel.isHidden()
        self.event_panel.setVisible(shown)
        self._change(event_shown=shown)

    def toggle_table(self) -> None:
        """Show or hide the table."""
        shown = self.table is None or self.table.isHidden()
        self.show_table(shown)
        if shown and self.table is not None:
            self.table.setFocus()
        else:
            self.go_timeline()
        self._change(table_shown=shown)

    def show_menu(self) -> None:
        """Open the menus."""
        bar = self.menus.bar
        if bar.isVisible() and not bar.isNativeMenuBar():
            bar.setActiveAction(bar.actions()[0])
        else:
            self._menu_button.showMenu()

    def toggle_menu_bar(self) -> None:
        """Show or hide the menu bar; the menu button holds the same menus."""
        shown = not self._settings.menu_bar_shown
        self.menus.bar.setVisible(shown or self.menus.bar.isNativeMenuBar())
        self._change(menu_bar_shown=shown)

    def full_screen(self) -> None:
        """Fill the screen, or go back."""
        window = self.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def set_theme_name(self, name: str) -> None:
        """Choose the colours."""
        self._rebuild(theme=name)

    def set_language_name(self, name: str) -> None:
        """Choose the language."""
        self._rebuild(language=name)

    def scale_text(self, steps: int) -> None:
        """Make all text larger or smaller by a tenth."""
        scale = min(max(round(self._theme.scale + steps * 0.1, 2), 1.0), 2.0)
        self._rebuild(text_scale=scale)

    def _rebuild(self, **values: Any) -> None:
        # Later, since this window goes: the menu that asked for it must be done first.
        settings = replace(self._settings, **values)
        QTimer.singleShot(0, self, lambda: self.rebuild_asked.emit(settings))

    def toggle_motion(self) -> None:
        """Animate movements, or not."""
        reduce = not self._settings.reduce_motion
        if self.timeline is not None:
            self.timeline.set_motion(not reduce)
        self._change(reduce_motion=reduce)

    def toggle_wheel(self) -> None:
        """Let the wheel zoom, or scroll the lanes."""
        scrolls = not self._settings.wheel_scrolls
        if self.timeline is not None:
            self.timeline.set_wheel_zooms(not scrolls)
        self._change(wheel_scrolls=scrolls)

    def toggle_single_keys(self) -> None:
        """Let single letters, figures and signs act on the timeline, or not."""
        self._change(single_keys=not self._settings.single_keys)
        self.apply_keys()

    def change_keys(self) -> None:
        """Let the reader change the keys of the commands."""
        from peru_timeline.ui.commands.shortcut_editor import ShortcutEditor

        dialog = ShortcutEditor(self, self._theme, self._state.keys)
        dialog.changed.connect(self._take_keys)
        _run(dialog)

    def _take_keys(self, keys: KeyMap) -> None:
        self._change(keys=changes_of(keys))
        self._state.set_keys(keys)

    def apply_keys(self) -> None:
        """Let the keys do what the settings say."""
        if self._shortcuts is not None:
            self._shortcuts.apply(self._state.keys, single=self._settings.single_keys)

    def step(self, steps: int) -> None:
        """Select the next or previous event."""
        self._state.step(steps)

    def go_to_event(self, event: int) -> None:
        """Select an event and bring it into view."""
        self._state.select(event)

    def go_back(self) -> None:
        """Look where one looked before."""
        if self.timeline is not None:
            self.timeline.go_back()

    def go_forward(self) -> None:
        """Look where one looked after."""
        if self.timeline is not None:
            self.timeline.go_forward()

    def go_timeline(self) -> None:
        """Give the timeline the focus."""
        if self.timeline is not None:
            self.timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def read_in_context(self) -> None:
        """Show the selected event's first quotation in its source's full text."""
        self.texts.show_first_context()

    def add_texts(self) -> None:
        """Ask for a folder of full texts."""
        self.texts.ask_and_add()

    def verify_quotations(self) -> None:
        """Check every quotation against the full texts there are."""
        self.texts.show_verification()

    def show_palette(self) -> None:
        """Offer every command by name."""
        from peru_timeline.ui.commands.command_palette import CommandPalette

        dialog = CommandPalette(
            self, self._theme, list(self.actions_by_id.values()), self._state.keys
        )
        _run(dialog)
        chosen = dialog.chosen
        if chosen is not None:
            chosen.trigger()

    def keys(self) -> None:
        """Show every key."""
        from peru_timeline.ui.commands.key_sheet import KeySheet

        _run(KeySheet(self, self._theme, self._state.keys))

    def check_for_updates(self) -> None:
        """Open the page of releases in the browser; the program itself never asks the network."""
        from peru_timeline.ui.panels.quotation_card import open_address

        open_address(f"{HOMEPAGE}/releases")

    def about(self) -> None:
        """Say what the program is and what the chronology rests on."""
        from peru_timeline.ui.look.dialogs import AboutDialog

        chronology, language = self._state.opened.chronology, self._state.language
        _run(AboutDialog(self, self._theme, chronology, language))


def _run(dialog: QDialog) -> None:
    """Show a dialog until it is closed; it does not outlive that."""
    dialog.exec()
    dialog.deleteLater()
