"""The window's contents, put together: panels around the timeline, and the commands that act on them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction

from peru_timeline.settings import DrawerName
from peru_timeline.ui.canvas.accessible.announcer import Announcer, announce
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import (
    Binding,
    Bindings,
    Menus,
    Shortcuts,
    make_actions,
    name_actions,
    refresh_actions,
)
from peru_timeline.ui.commands.shortcuts import key_map
from peru_timeline.ui.editing.editor import Editor
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.panels.event_panel import EventPanel
from peru_timeline.ui.panels.event_table import EventTable
from peru_timeline.ui.panels.filter_chips import FilterChips
from peru_timeline.ui.panels.filter_panel import FilterPanel
from peru_timeline.ui.panels.hit_list import HitList
from peru_timeline.ui.session.saving import window_title
from peru_timeline.ui.state.settings_store import SettingsStore
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.click_reading import ClickReading
from peru_timeline.ui.window.commands.band_reading import BandReading
from peru_timeline.ui.window.commands.bundle_commands import BundleCommands
from peru_timeline.ui.window.commands.display_commands import DisplayCommands, show_menu
from peru_timeline.ui.window.commands.edit_commands import EditCommands
from peru_timeline.ui.window.commands.event_commands import EventCommands
from peru_timeline.ui.window.commands.export_commands import ExportCommands
from peru_timeline.ui.window.commands.file_commands import FileCommands
from peru_timeline.ui.window.commands.full_texts import FullTexts
from peru_timeline.ui.window.commands.help_commands import HelpCommands
from peru_timeline.ui.window.commands.navigation_commands import NavigationCommands
from peru_timeline.ui.window.commands.quote_commands import QuoteCommands
from peru_timeline.ui.window.commands.saved_view_commands import SavedViewCommands
from peru_timeline.ui.window.commands.settings_commands import SettingsCommands
from peru_timeline.ui.window.commands.template_commands import TemplateCommands
from peru_timeline.ui.window.notices import Notices
from peru_timeline.ui.window.sides import SideWidths
from peru_timeline.ui.window.status_line import StatusLine
from peru_timeline.ui.window.tab_order import order_tabs
from peru_timeline.ui.window.top_bar import TopBar
from peru_timeline.ui.window.window_layout import WindowLayout

COUNTS_AFTER_MS = 40


class MainWindow(QObject):
    """Everything around the timeline in the window, connected to state, settings and timeline.

    `widget` holds the parts; it goes into the WindowShell. In another theme, language or text size the parts are
    made anew, by `furnish`; the timeline, the commands and their dialogs stay.
    """

    open_requested = Signal(Path)

    def __init__(
        self,
        widget: WindowLayout,
        timeline: TimelineView,
        state: ViewState,
        settings: SettingsStore,
        theme: Theme,
        default: Path | None = None,
    ) -> None:
        """Fill `widget`, in which `timeline` already is. `default` is what “Open the Peru chronology” opens."""
        super().__init__(timeline)
        self.timeline, self._state, self.settings = timeline, state, settings
        self._followed = settings.value
        state.set_keys(key_map(settings.value.keys))
        # Not at every step of a movement: the line would cost more than the timeline's own frame.
        self._counts_due = QTimer(self)
        self._counts_due.setSingleShot(True)
        self._counts_due.setInterval(COUNTS_AFTER_MS)
        self._counts_due.timeout.connect(self.show_counts)
        self.texts = FullTexts(state, timeline)
        self._make_commands(default)
        self._connect()
        self.furnish(widget, theme)
        timeline.setFocus()

    def furnish(self, widget: WindowLayout, theme: Theme) -> None:
        """Make the parts around the timeline anew; those before go with their `widget`, and their connections too."""
        self.widget, self._theme = widget, theme
        self._make_panels()
        self.table: EventTable | None = None
        self.editing.marked = list
        self._make_menus()
        if self.settings.value.table_shown:
            self._show_table(True)
        self._connect_parts()
        self._show_chronology()
        self.menus.show_recent(self.settings.value.recent)
        self._order_tabs()
        self.chips.rebuilt.connect(self._order_tabs)
        self.saved_views.follow_look()

    # --- its parts ---

    def _make_panels(self) -> None:
        state, theme, settings = self._state, self._theme, self.settings.value
        self.top_bar, self.status = TopBar(state, theme), StatusLine(state, theme)
        self.widget.put_ends(self.top_bar, self.status)
        self.hits = HitList(self.widget, state, theme, self.top_bar.search)
        self.notices = Notices(self.widget.centre, state, theme, hint=not settings.hint_seen)
        self.chips = FilterChips(state, theme)
        self.status.put_chips(self.chips)
        self.filters, self.event_panel = FilterPanel(state, theme), EventPanel(state, theme, {})
        self.widget.sides.put(self.filters, self.event_panel)

    def _make_commands(self, default: Path | None) -> None:
        """Make what outlives the parts: it hangs on the timeline, and shows dialogs over the timeline's window."""
        timeline, state, settings = self.timeline, self._state, self.settings
        self.actions_by_id: dict[str, QAction] = {}
        self.files = FileCommands(timeline, state, default)
        self.editor = Editor(state, self)
        self.editing = EventCommands(state, timeline, self.editor)
        self.quoting = QuoteCommands(state, timeline, self.editor, self.editing, self.texts)
        self._templates = TemplateCommands(state, timeline)
        self._edit = EditCommands(timeline, state, lambda: self.widget, lambda: self.top_bar.search)
        self._navigation = NavigationCommands(state, timeline)
        self.settings_commands = SettingsCommands(timeline, state, settings)
        self.exports = ExportCommands(state, timeline)
        self.saved_views = SavedViewCommands(state, timeline)
        self.bundles = BundleCommands(state, timeline)
        self.bindings: Bindings = {
            **self.files.bindings(),
            **self.editing.bindings(),
            **self.quoting.bindings(),
            **self._templates.bindings(),
            **self._edit.bindings(),
            **self._navigation.bindings(),
            **BandReading(state, timeline).bindings(),
            **DisplayCommands(lambda: self.widget, state, settings).bindings(),
            **self.settings_commands.bindings(),
            **self.exports.bindings(),
            **self.saved_views.bindings(),
            **self.texts.bindings(),
            **self.bundles.bindings(),
            **HelpCommands(timeline, state, self.actions_by_id).bindings(),
            "show_menu": Binding(lambda: show_menu(self.menus, self._menu_button)),
        }
        self.actions_by_id.update(make_actions(timeline, self.bindings))
        self._shortcuts = Shortcuts(self.actions_by_id, timeline)

    def _make_menus(self) -> None:
        name_actions(self.actions_by_id)
        self.menus = Menus(self.widget, self.actions_by_id)
        self.top_bar.add_drawer_buttons(
            self.actions_by_id["toggle_filters"], self.actions_by_id["toggle_event"]
        )
        self.top_bar.show_drawer_buttons(self.widget.sides.in_drawers)
        self.top_bar.add_button(self.actions_by_id["fit"], self.tr("Fit"))
        self.top_bar.add_button(self.actions_by_id["present"], self.tr("Present"))
        self.top_bar.add_button(self.actions_by_id["export"], self.tr("Export"))
        self._menu_button = self.top_bar.add_menu(self.menus.whole, self.actions_by_id["show_menu"])
        self._apply_keys()

    def _connect(self) -> None:
        state, timeline = self._state, self.timeline
        Announcer(state, timeline)
        timeline.span_changed.connect(self._counts_due.start)
        timeline.scene_changed.connect(self._counts_due.start)
        self._reading = ClickReading(timeline, lambda: self.widget, self.settings)
        self.editing.edited.connect(self._reading.open_panel)
        timeline.export_requested.connect(self.exports.export)
        state.chronology_changed.connect(self._show_chronology)
        state.file_changed.connect(self._show_title)
        changes = self.editor.changed, state.query_changed, state.selection_changed
        for changed in (*changes, state.grouping_changed, state.even_time_changed):
            changed.connect(self.refresh)
        state.selection_changed.connect(self._hide_hint)
        state.keys_changed.connect(self._apply_keys)
        self.texts.changed.connect(self._show_verification)
        self.settings.changed.connect(self._follow_settings)
        self.files.open_requested.connect(self.open_requested)
        self._templates.open_requested.connect(self.open_requested)

    def _connect_parts(self) -> None:
        self.notices.hint_closed.connect(self._remember_hint)
        sides = self.widget.sides
        sides.moved_by_hand.connect(self._remember_sides)
        sides.drawer_changed.connect(self._remember_drawer)
        sides.drawers_changed.connect(self.top_bar.show_drawer_buttons)
        sides.drawers_changed.connect(self.refresh)
        self.top_bar.search.left.connect(self._navigation.go_to_timeline)
        self.hits.chosen.connect(self._reading.show_hit)
        self.hits.left.connect(self._navigation.go_to_timeline)
        self.hits.marked.connect(partial(announce, self.top_bar.search))
        self.top_bar.search.date_entered.connect(self.timeline.show_date)
        self.event_panel.related_chosen.connect(self._state.select)
        self.editing.attach(self.event_panel)
        self.event_panel.read_in_context.connect(self.texts.show_context)
        self.texts.changed.connect(self.event_panel.set_documents)
        self.menus.file_chosen.connect(lambda path: self.open_requested.emit(Path(path)))
        edit = self._edit, self.editing, self.quoting
        for commands in (*edit, self.exports, self.bundles, self.saved_views, self._templates):
            commands.message.connect(self.status.say)

    def _order_tabs(self) -> None:
        """Tab goes as one reads: bar, filters, what is chosen of them, timeline, table, event."""
        table = () if self.table is None else (self.table,)
        order_tabs(
            (self.top_bar, self.filters, self.chips, self.notices),
            self.timeline,
            (*table, self.event_panel),
        )

    # --- what follows the state ---

    @property
    def title(self) -> str:
        """The title of the chronology, for the title bar."""
        return window_title(self._state.opened, self._state.language)

    def _show_title(self) -> None:
        self.widget.setWindowTitle(self.title)
        self.refresh()

    def _show_chronology(self) -> None:
        self._show_title()
        self.texts.refresh()

    def _show_verification(self) -> None:
        self.status.show_verification(self.texts.verification())

    def refresh(self) -> None:
        """Bring actions and status line up to date."""
        refresh_actions(self.actions_by_id, self.bindings)
        self._counts_due.start()

    def show_counts(self) -> None:
        """Bring the status line up to date now; otherwise it follows in a moment."""
        self.status.show_view(self.timeline.visible_span(), self.timeline.scene.counts)

    def _hide_hint(self) -> None:
        if self._state.selection is not None and not self.settings.value.hint_seen:
            self._remember_hint()

    def _remember_hint(self) -> None:
        self.settings.value = replace(self.settings.value, hint_seen=True)

    # --- what follows the settings ---

    def _follow_settings(self) -> None:
        before, now = self._followed, self.settings.value
        self._followed = now
        if now.hint_seen:
            self.notices.hide_hint()
        if now.recent != before.recent:
            self.menus.show_recent(now.recent)
        if now.reduce_motion != before.reduce_motion:
            self.timeline.set_motion(not now.reduce_motion)
        if now.single_keys != before.single_keys:
            self._apply_keys()
        self.timeline.set_wheel_zooms(not now.wheel_scrolls)
        self.widget.sides.show_beside(filters=now.filters_shown, event=now.event_shown)
        self.menus.show_bar(now.menu_bar_shown)
        if now.table_shown != before.table_shown:
            self._show_table(now.table_shown)
            if now.table_shown and self.table is not None:
                self.table.setFocus()
            else:
                self._navigation.go_to_timeline()
        self.refresh()

    def _show_table(self, shown: bool) -> None:
        """Show or hide the table below the timeline."""
        if self.table is None:
            self.table = EventTable(self._state, self._theme)
            self.table.event_opened.connect(self.timeline.show_event)
            self.editing.marked = self.table.marked
            self.widget.put_table(self.table)
        self.table.setVisible(shown)

    def _apply_keys(self) -> None:
        self._shortcuts.apply(self._state.keys, single=self.settings.value.single_keys)

    def _remember_drawer(self, drawer: DrawerName | None) -> None:
        self.settings.value = replace(self.settings.value, drawer=drawer)

    def _remember_sides(self, widths: SideWidths) -> None:
        settings = self.settings.value
        self.settings.value = replace(
            settings,
            filters_px=widths.filters_px or settings.filters_px,
            event_px=widths.event_px or settings.event_px,
        )
