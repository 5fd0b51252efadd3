"""The window: assembles the parts; every command is one short method, named in commands.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.chronology.citation import quotation_with_citation
from peru_timeline.chronology.date_words import date_in_words
from peru_timeline.chronology.text import in_language
from peru_timeline.settings import LastView, Settings
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.span import TimeSpan
from peru_timeline.ui.chips import Chips
from peru_timeline.ui.commands import COMMANDS, MENUS, RECENT, SEPARATOR, Command, menu_name
from peru_timeline.ui.event_panel import EventPanel
from peru_timeline.ui.filter_panel import FilterPanel
from peru_timeline.ui.full_texts import FullTexts
from peru_timeline.ui.icons import program_icon
from peru_timeline.ui.labels import label
from peru_timeline.ui.plain_text import one_line
from peru_timeline.ui.status_line import StatusLine
from peru_timeline.ui.theme import Theme
from peru_timeline.ui.top_bar import TopBar
from peru_timeline.ui.view_state import ViewState

if TYPE_CHECKING:
    from peru_timeline.ui.event_table import EventTable
    from peru_timeline.ui.timeline_view import TimelineView

FILTERS_PX, EVENT_PX = 250, 370
FILE_ENDINGS = "*.chronology *.json"


class MainWindow(QMainWindow):
    """One window on one state.

    The frame stands at once; `add_timeline` follows when it has been painted, because what draws
    the timeline takes 0.2 s to import. Settings are read here and changed through signals: their
    owner is the program (app.py).
    """

    open_asked = Signal(Path)
    reload_asked = Signal()
    settings_changed = Signal(object)  # Settings
    rebuild_asked = Signal(object)  # Settings: other colours, language or text size
    closed = Signal()

    def __init__(
        self, state: ViewState, settings: Settings, theme: Theme, default: Path | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        self._state, self._settings, self._theme, self._default = state, settings, theme, default
        self.timeline: TimelineView | None = None
        self.table: EventTable | None = None
        self.texts = FullTexts(state, theme, self)
        self.top_bar = TopBar(state, theme)
        self.filters = FilterPanel(state, theme)
        self.chips = Chips(state, theme)
        self.event_panel = EventPanel(state, theme, {})
        self.status = StatusLine(state, theme)
        self._make_actions()
        self._make_menus()
        self._assemble()
        self._connect()
        self._show_title()

    # --- assembly ----------------------------------------------------------------------------

    def _assemble(self) -> None:
        px = self._theme.px
        self._hint = label(
            self.tr(
                "Click a mark to read what the sources say · turn the wheel to zoom · drag to move "
                "· F1 shows every key"
            ),
            self._theme,
            ink="soft",
            selectable=False,
        )
        self._hint.setObjectName("hint")
        self._hint.setContentsMargins(px(12), px(6), px(12), px(6))
        self._hint.setVisible(not self._settings.hint_seen)
        self._nothing = QLabel(
            self.tr("No event answers these filters. Clear all shows every event.")
        )
        self._nothing.setObjectName("no_events")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(px(12), px(10), px(12), px(10))
        self._views = QSplitter(Qt.Orientation.Vertical)
        self._views.setObjectName("views")
        self._blank = QWidget()
        self._views.addWidget(self._blank)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._hint, self.chips, self._nothing):
            column.addWidget(part)
        column.addWidget(self._views, 1)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides.setObjectName("sides")
        self._sides.setHandleWidth(1)
        self._sides.setChildrenCollapsible(False)
        for widget in (self.filters, centre, self.event_panel):
            self._sides.addWidget(widget)
        self._sides.setStretchFactor(1, 1)
        self.filters.setMinimumWidth(px(180))
        self.event_panel.setMinimumWidth(px(240))
        self._sides.setSizes([px(FILTERS_PX), px(980), px(EVENT_PX)])
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top_bar)
        rows.addWidget(self._sides, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self.status)
        self.filters.setVisible(self._settings.filters_shown)
        self.event_panel.setVisible(self._settings.event_shown)
        self.top_bar.add_button(self.actions_by_id["fit"], self.tr("Fit"))
        self._menu_button = self.top_bar.add_menu(self._all_menus)
        # One button holds all menus, so that the lanes get the height of a menu bar. Where the
        # system shows menus elsewhere (macOS) they stand there as well.
        self.menuBar().setVisible(self._settings.menu_bar_shown or self._has_native_menus())

    def add_timeline(self) -> None:
        """Put the timeline where the blank is."""
        from peru_timeline.ui.timeline_view import TimelineView

        self.timeline = TimelineView(self._state, self._theme)
        self.timeline.set_wheel_zooms(not self._settings.wheel_scrolls)
        if self._settings.reduce_motion:
            self.timeline.set_motion(False)
        self._views.replaceWidget(0, self.timeline)
        self._blank.deleteLater()
        self.timeline.span_changed.connect(self._show_counts)
        self.timeline.scene_changed.connect(self._show_counts)
        self.timeline.event_activated.connect(lambda _event: self.event_panel.setFocus())
        if self._settings.table_shown:
            self._show_table(True)
        self.timeline.setFocus()
        self._show_counts()

    def _connect(self) -> None:
        state = self._state
        state.document_changed.connect(self._show_title)
        state.query_changed.connect(self._refresh)
        state.selection_changed.connect(self._refresh)
        state.selection_changed.connect(self._hide_hint)
        state.grouping_changed.connect(self._refresh)
        self.top_bar.search.left.connect(self.go_timeline)
        self.event_panel.related_chosen.connect(self.go_to_event)
        self.event_panel.read_in_context.connect(self.texts.show_context)
        self.texts.changed.connect(self.event_panel.set_documents)
        self.texts.changed.connect(lambda _texts: self.status.show_verification(self.texts))
        self._refresh()

    def _make_actions(self) -> None:
        self.actions_by_id: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(command.label, self)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setCheckable(command.switch)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{command.label} ({keys})" if keys else command.label)
            action.setMenuRole(_menu_role(command))
            action.triggered.connect(self._runner(command))
            self.addAction(action)
            self.actions_by_id[command.id] = action

    def _runner(self, command: Command) -> Callable[[], None]:
        method = getattr(self, command.method or command.id)
        argument = command.argument
        return (lambda: method()) if argument is None else (lambda: method(argument))

    def _make_menus(self) -> None:
        self._all_menus = QMenu(self)
        self._all_menus.setObjectName("all_menus")
        self._recent = QMenu(self.tr("Open &recent"), self)
        self._recent.aboutToShow.connect(self._fill_recent)
        for name, ids in MENUS:
            menu = QMenu(menu_name(name), self)
            self.menuBar().addMenu(menu)
            self._all_menus.addMenu(menu)
            menu.setObjectName(f"menu_{name.replace('&', '').lower()}")
            for item in ids:
                if item == SEPARATOR:
                    menu.addSeparator()
                elif item == RECENT:
                    menu.addMenu(self._recent)
                else:
                    menu.addAction(self.actions_by_id[item])

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent:
            action = self._recent.addAction(one_line(path, 80))
            action.triggered.connect(
                lambda _=False, chosen=path: self.open_asked.emit(Path(chosen))
            )
        if not self._settings.recent:
            self._recent.addAction(self.tr("No file yet")).setEnabled(False)

    # --- what follows the state --------------------------------------------------------------

    def _show_title(self) -> None:
        chronology = self._state.document.chronology
        title = one_line(in_language(chronology.title, self._state.language), 80)
        self.setWindowTitle(f"{title} — Peru Timeline")
        self.texts.refresh()
        self._refresh()

    def _refresh(self) -> None:
        state = self._state
        for command in COMMANDS:
            if command.switch:
                self.actions_by_id[command.id].setChecked(self.is_on(command))
        selected = state.selection is not None
        for name in ("fit_selection", "copy_citation"):
            self.actions_by_id[name].setEnabled(selected)
        self.actions_by_id["read_in_context"].setEnabled(selected and self.texts.has_text())
        self._nothing.setVisible(not state.mask.any() and len(state.mask) > 0)
        self._show_counts()

    def _show_counts(self) -> None:
        if self.timeline is not None:
            self.status.show_view(self.timeline.visible_span(), self.timeline.scene.counts)

    def _hide_hint(self) -> None:
        if self._state.selection is not None and not self._settings.hint_seen:
            self._hint.hide()
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
            "toggle_table": self.table is not None and self.table.isVisible(),
            "full_screen": self.isFullScreen(),
            "toggle_menu_bar": settings.menu_bar_shown,
        }
        return bool(on[command.method or command.id])

    def _change(self, **values: object) -> None:
        self._settings = self._settings.model_copy(update=values)
        self.settings_changed.emit(self._settings)
        self._refresh()

    def take_settings(self, settings: Settings) -> None:
        """The owner of the settings changed them."""
        self._settings = settings

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
        self.close()

    def search(self) -> None:
        """Go to the search field."""
        self.top_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.search.selectAll()

    def clear(self) -> None:
        """Take back the last thing that narrows: the search, then the filters, then the selection."""
        if self.isFullScreen():
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
        chronology, language = self._state.document.chronology, self._state.language
        event = chronology.events[self._state.selection]
        title = in_language(event.title, language)
        parts = [f"{title} ({date_in_words(event.date, language)})"]
        for evidence in event.evidence:
            source = chronology.source_by_id[evidence.source]
            parts.append(quotation_with_citation(evidence, source, language))
        QGuiApplication.clipboard().setText("\n\n".join(parts))
        self.status.say(self.tr("Copied: event, quotations and citations"))

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
        self._refresh()

    def toggle_dim(self) -> None:
        """Dim what the filter leaves out, or hide it."""
        self._state.set_dim_filtered(not self._state.dim_filtered)
        self._change(dim_filtered=self._state.dim_filtered)

    def toggle_filters(self) -> None:
        """Show or hide the filters."""
        shown = not self.filters.isVisible()
        self.filters.setVisible(shown)
        self._change(filters_shown=shown)

    def toggle_event(self) -> None:
        """Show or hide the panel of the selected event."""
        shown = not self.event_panel.isVisible()
        self.event_panel.setVisible(shown)
        self._change(event_shown=shown)

    def toggle_table(self) -> None:
        """Show or hide the table."""
        shown = self.table is None or not self.table.isVisible()
        self._show_table(shown)
        self._change(table_shown=shown)

    def _show_table(self, shown: bool) -> None:
        if self.table is None:
            from peru_timeline.ui.event_table import EventTable

            self.table = EventTable(self._state, self._theme)
            self._views.addWidget(self.table)
            self._views.setSizes([600, 400])
        self.table.setVisible(shown)
        if shown:
            self.table.setFocus()
        elif self.timeline is not None:
            self.timeline.setFocus()

    def _has_native_menus(self) -> bool:
        return self.menuBar().isNativeMenuBar()

    def show_menu(self) -> None:
        """Open the menus."""
        if self.menuBar().isVisible() and not self._has_native_menus():
            self.menuBar().setActiveAction(self.menuBar().actions()[0])
        else:
            self._menu_button.showMenu()

    def toggle_menu_bar(self) -> None:
        """Show or hide the menu bar; the menu button holds the same menus."""
        shown = not self._settings.menu_bar_shown
        self.menuBar().setVisible(shown or self._has_native_menus())
        self._change(menu_bar_shown=shown)

    def full_screen(self) -> None:
        """Fill the screen, or go back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._refresh()

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
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        if chosen is not None:
            chosen.trigger()

    def keys(self) -> None:
        """Show every key."""
        from peru_timeline.ui.dialogs import KeySheet

        KeySheet(self, self._theme).exec()

    def about(self) -> None:
        """Say what the program is and what the chronology rests on."""
        from peru_timeline.ui.dialogs import AboutDialog

        AboutDialog(self, self._theme, self._state.document.chronology, self._state.language).exec()

    # --- what Qt calls -----------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files from this machine."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open the file that was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            # Not while the other program waits for the drop to end.
            QTimer.singleShot(0, self, lambda: self.open_asked.emit(path))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Say so, that the settings are saved."""
        self.closed.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Keep the full screen switch true."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and hasattr(self, "actions_by_id"):
            self.actions_by_id["full_screen"].setChecked(self.isFullScreen())


def _menu_role(command: Command) -> QAction.MenuRole:
    roles = {"about": QAction.MenuRole.AboutRole, "quit": QAction.MenuRole.QuitRole}
    return roles.get(command.id, QAction.MenuRole.NoRole)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if urls and urls[0].isLocalFile() else None
