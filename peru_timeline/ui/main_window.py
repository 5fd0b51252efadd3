"""The window's contents at work: every command is one short method, named in commands.py."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from peru_timeline.chronology.text import in_language
from peru_timeline.settings import LastView, Settings
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.span import TimeSpan
from peru_timeline.ui.commands import COMMANDS, Command
from peru_timeline.ui.plain_text import one_line
from peru_timeline.ui.theme import Theme
from peru_timeline.ui.view_state import ViewState
from peru_timeline.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from peru_timeline.ui.exports import Exports
    from peru_timeline.ui.timeline_view import TimelineView

COUNTS_AFTER_MS = 40
FILE_ENDINGS = "*.chronology *.json"


class MainWindow(WindowParts):
    """All that stands in the window's frame.

    Settings are read here and changed through signals: their owner is the program (program.py).
    """

    open_asked = Signal(Path)
    reload_asked = Signal()
    settings_changed = Signal(object)  # Settings
    rebuild_asked = Signal(object)  # Settings: other colours, language or text size

    def __init__(
        self, state: ViewState, settings: Settings, theme: Theme, default: Path | None = None
    ) -> None:
        """`default` is what “Open the Peru chronology” opens."""
        super().__init__(state, settings, theme)
        self._default = default
        self._exports: Exports | None = None
        # Not at every step of a movement: the line would cost more than the timeline's own frame.
        self._counts_due = QTimer(self)
        self._counts_due.setSingleShot(True)
        self._counts_due.setInterval(COUNTS_AFTER_MS)
        self._counts_due.timeout.connect(self.show_counts)
        self._show_title()

    def add_timeline(self) -> TimelineView:
        """Put the timeline in, as the settings want it."""
        timeline, settings = super().add_timeline(), self._settings
        timeline.set_wheel_zooms(not settings.wheel_scrolls)
        if settings.reduce_motion:
            timeline.set_motion(False)
        timeline.event_activated.connect(lambda _event: self.event_panel.setFocus())
        timeline.export_requested.connect(self.export)
        timeline.setFocus()
        # A key of its own without Ctrl: it counts while the timeline has the focus, not for typing.
        ask = QShortcut(QKeySequence("?"), timeline)
        ask.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        ask.activated.connect(self.keys)
        return timeline

    def fill(self) -> None:
        """Put the panels in, and everything one can do."""
        super().fill()
        from peru_timeline.ui.actions import Menus, make_actions
        from peru_timeline.ui.full_texts import FullTexts

        self.texts = FullTexts(self._state, self._theme, self)
        self.actions_by_id = make_actions(self, self._runner)
        self.menus = Menus(self, self.actions_by_id)
        self.menus.file_chosen.connect(lambda path: self.open_asked.emit(Path(path)))
        self.top_bar.add_button(self.actions_by_id["fit"], self.tr("Fit"))
        self.top_bar.add_button(self.actions_by_id["present"], self.tr("Present"))
        self.top_bar.add_button(self.actions_by_id["export"], self.tr("Export"))
        self._menu_button = self.top_bar.add_menu(self.menus.whole)
        if self._settings.table_shown:
            self.show_table(True)
        self._connect()
        self._show_document()
        self.take_settings(self._settings)
        self._order_tabs()
        self.chips.rebuilt.connect(self._order_tabs)

    def _order_tabs(self) -> None:
        """Tab goes as one reads: bar, filters, chips, timeline, table, event."""
        if self.timeline is None:
            return
        # Qt tears the ring of tab stops at a widget that has another one stand for it.
        canvas: QWidget = self.timeline.canvas
        self.timeline.setFocusProxy(None)  # type: ignore[arg-type]
        before = (self.top_bar, self.filters, self.chips, self.notices)
        after = (self.table, self.event_panel) if self.table is not None else (self.event_panel,)
        order = [
            *(made for part in before for made in _tab_stops(part)),
            canvas,
            *(made for part in after for made in _tab_stops(part)),
        ]
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)
        self.timeline.setFocusProxy(canvas)

    def _connect(self) -> None:
        state = self._state
        if self.timeline is not None:
            self.timeline.span_changed.connect(self._counts_due.start)
            self.timeline.scene_changed.connect(self._counts_due.start)
        state.document_changed.connect(self._show_document)
        state.query_changed.connect(self.refresh)
        state.selection_changed.connect(self.refresh)
        state.selection_changed.connect(self._hide_hint)
        state.grouping_changed.connect(self.refresh)
        self.sides_moved.connect(lambda widths: self._change(**widths))
        self.top_bar.search.left.connect(self.go_timeline)
        self.event_panel.related_chosen.connect(self.go_to_event)
        self.event_panel.read_in_context.connect(self.texts.show_context)
        self.texts.changed.connect(self.event_panel.set_documents)
        self.texts.changed.connect(lambda _texts: self.status.show_verification(self.texts))

    def _runner(self, command: Command) -> Callable[[], None]:
        method = getattr(self, command.method or command.id)
        argument = command.argument
        return (lambda: method()) if argument is None else (lambda: method(argument))

    # --- what follows the state --------------------------------------------------------------

    def _show_document(self) -> None:
        self._show_title()
        self.texts.refresh()
        self.refresh()

    def _show_title(self) -> None:
        title = in_language(self._state.document.chronology.title, self._state.language)
        self.setWindowTitle(one_line(title, 80))

    def refresh(self) -> None:
        """Make actions and status line say what is true now."""
        state = self._state
        for command in COMMANDS:
            if command.switch:
                self.actions_by_id[command.id].setChecked(self.is_on(command))
        selected = state.selection is not None
        for name in ("fit_selection", "copy_citation"):
            self.actions_by_id[name].setEnabled(selected)
        self.actions_by_id["read_in_context"].setEnabled(selected and self.texts.has_text())
        self._counts_due.start()

    def show_counts(self) -> None:
        """Make the status line say what is in sight now; otherwise it follows in a moment."""
        if self.timeline is not None:
            self.status.show_view(self.timeline.visible_span(), self.timeline.scene.counts)

    def _hide_hint(self) -> None:
        if self._state.selection is not None and not self._settings.hint_seen:
            self.notices.hide_hint()
            self._change(hint_seen=True)

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
            "toggle_filters": settings.filters_shown,
            "toggle_event": settings.event_shown,
            "toggle_table": self.table is not None and not self.table.isHidden(),
            "full_screen": self.window().isFullScreen(),
            "toggle_menu_bar": settings.menu_bar_shown,
        }
        return bool(on[command.method or command.id])

    def _change(self, **values: object) -> None:
        self._settings = self._settings.model_copy(update=values)
        self.settings_changed.emit(self._settings)
        self.refresh()

    def take_settings(self, settings: Settings) -> None:
        """The owner of the settings changed them."""
        self._settings = settings
        self.menus.show_recent(settings.recent)

    def last_view(self) -> LastView | None:
        """How the chronology is looked at now, to be remembered."""
        if self.timeline is None:
            return None
        span, state = self.timeline.visible_span(), self._state
        selected = state.selection
        return LastView(
            start_day=span.start,
            end_day=span.end,
            query=state.query,
            grouping=state.grouping,
            selection=None if selected is None else state.document.chronology.events[selected].id,
        )

    def look(self, view: LastView) -> None:
        """Look as it was remembered, as far as the chronology still has what was named."""
        chronology = self._state.document.chronology
        self._state.restore(
            view.query, view.grouping, chronology.event_index.get(view.selection or "")
        )
        if self.timeline is not None and view.end_day > view.start_day:
            span = TimeSpan(view.start_day, view.end_day)
            self.timeline.show_span(span, animate=False, remember=False)

    # --- commands ----------------------------------------------------------------------------

    def open_file(self) -> None:
        """Ask for a file."""
        from PySide6.QtWidgets import QFileDialog

        folder = str(self._state.document.path.parent)
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

        chronology, language = self._state.document.chronology, self._state.language
        event = chronology.events[self._state.selection]
        QGuiApplication.clipboard().setText(event_with_citations(event, chronology, language))
        self.status.say(self.tr("Copied: event, quotations and citations"))

    @property
    def exports(self) -> Exports:
        """Pictures, slides, tables, saved views; made when first asked for."""
        if self._exports is None:
            from peru_timeline.ui.exports import Exports

            timeline = self.timeline or self.add_timeline()
            self._exports = Exports(self, self._state, self._theme, timeline)
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
        self.refresh()

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

    def _rebuild(self, **values: object) -> None:
        # Later, since this window goes: the menu that asked for it must be done first.
        settings = self._settings.model_copy(update=values)
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
        from peru_timeline.ui.command_palette import CommandPalette

        dialog = CommandPalette(self, self._theme, list(self.actions_by_id.values()))
        _run(dialog)
        chosen = dialog.chosen
        if chosen is not None:
            chosen.trigger()

    def keys(self) -> None:
        """Show every key."""
        from peru_timeline.ui.dialogs import KeySheet

        _run(KeySheet(self, self._theme))

    def about(self) -> None:
        """Say what the program is and what the chronology rests on."""
        from peru_timeline.ui.dialogs import AboutDialog

        chronology, language = self._state.document.chronology, self._state.language
        _run(AboutDialog(self, self._theme, chronology, language))


def _tab_stops(part: QWidget) -> list[QWidget]:
    """List what Tab stops at in a part, itself included; menus are windows of their own."""
    return [
        made
        for made in (part, *part.findChildren(QWidget))
        if made.focusPolicy() & Qt.FocusPolicy.TabFocus
        and made.focusProxy() is None
        and made.window() is part.window()
    ]


def _run(dialog: QDialog) -> None:
    """Show a dialog until it is closed; it does not outlive that."""
    dialog.exec()
    dialog.deleteLater()
