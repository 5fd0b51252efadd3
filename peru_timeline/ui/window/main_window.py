"""The window's contents, wired: what follows the state, the settings, the timeline."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from peru_timeline.chronology.text import in_language
from peru_timeline.settings import LastView, Settings
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.commands.command_table import COMMANDS, Command
from peru_timeline.ui.commands.shortcuts import key_map
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.window_commands import WindowCommands

if TYPE_CHECKING:
    from peru_timeline.ui.canvas.timeline_view import TimelineView

COUNTS_AFTER_MS = 40


class MainWindow(WindowCommands):
    """All that stands in the window's frame.

    Settings are read here and changed through signals: their owner is the program (application.py).
    """

    def __init__(
        self, state: ViewState, settings: Settings, theme: Theme, default: Path | None = None
    ) -> None:
        """`default` is what “Open the Peru chronology” opens."""
        super().__init__(state, settings, theme)
        state.set_keys(key_map(settings.keys))
        self._default = default
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
        return timeline

    def fill(self) -> None:
        """Put the panels in, and everything one can do."""
        super().fill()
        from peru_timeline.ui.commands.actions import Menus, Shortcuts, make_actions
        from peru_timeline.ui.window.full_texts import FullTexts

        self.texts = FullTexts(self._state, self._theme, self)
        self.actions_by_id = make_actions(self, self._runner)
        self.menus = Menus(self, self.actions_by_id)
        self.menus.file_chosen.connect(lambda path: self.open_asked.emit(Path(path)))
        self.top_bar.add_button(self.actions_by_id["fit"], self.tr("Fit"))
        self.top_bar.add_button(self.actions_by_id["present"], self.tr("Present"))
        self.top_bar.add_button(self.actions_by_id["export"], self.tr("Export"))
        self._menu_button = self.top_bar.add_menu(self.menus.whole, self.actions_by_id["show_menu"])
        if self.timeline is not None:
            self._shortcuts = Shortcuts(self.actions_by_id, self.timeline)
        self.apply_keys()
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
        from peru_timeline.ui.canvas.accessible.announcer import Announcer

        state = self._state
        if self.timeline is not None:
            self.timeline.span_changed.connect(self._counts_due.start)
            self.timeline.scene_changed.connect(self._counts_due.start)
            Announcer(state, self.timeline)
        state.chronology_changed.connect(self._show_document)
        state.query_changed.connect(self.refresh)
        state.selection_changed.connect(self.refresh)
        state.selection_changed.connect(self._hide_hint)
        state.keys_changed.connect(self.apply_keys)
        state.grouping_changed.connect(self.refresh)
        self.settings_changed.connect(lambda _settings: self.refresh())
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
        title = in_language(self._state.opened.chronology.title, self._state.language)
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

    def take_settings(self, settings: Settings) -> None:
        """The owner of the settings changed them."""
        self._settings = settings
        if hasattr(self, "menus"):  # not in a window that is closed while it is being made
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
            selection=None if selected is None else state.opened.chronology.events[selected].id,
        )

    def look(self, view: LastView) -> None:
        """Look as it was remembered, as far as the chronology still has what was named."""
        chronology = self._state.opened.chronology
        self._state.restore(
            view.query, view.grouping, chronology.event_index.get(view.selection or "")
        )
        if self.timeline is not None and view.end_day > view.start_day:
            span = TimeSpan(view.start_day, view.end_day)
            self.timeline.show_span(span, animate=False, remember=False)


def _tab_stops(part: QWidget) -> list[QWidget]:
    """List what Tab stops at in a part, itself included; menus are windows of their own."""
    return [
        made
        for made in (part, *part.findChildren(QWidget))
        if made.focusPolicy() & Qt.FocusPolicy.TabFocus
        and made.focusProxy() is None
        and made.window() is part.window()
    ]
