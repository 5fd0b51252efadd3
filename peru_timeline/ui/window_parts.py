"""The parts of the window and where they stand: bar, filters, timeline, event, status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from peru_timeline.settings import Settings
from peru_timeline.ui.chips import Chips
from peru_timeline.ui.event_panel import EventPanel
from peru_timeline.ui.filter_panel import FilterPanel
from peru_timeline.ui.notices import Notices
from peru_timeline.ui.status_line import StatusLine
from peru_timeline.ui.theme import Theme
from peru_timeline.ui.top_bar import TopBar
from peru_timeline.ui.view_state import ViewState
from peru_timeline.ui.window_frame import SIDES_PX, SMALL_SIDES_PX, SMALL_WINDOW_PX

if TYPE_CHECKING:
    from peru_timeline.ui.event_table import EventTable
    from peru_timeline.ui.timeline_view import TimelineView

NARROWEST_PX = (180, 240)
VIEWS_SHARES = (3, 2)
"""Of the height, for the timeline and for the table below it."""


class WindowParts(QWidget):
    """All parts, put together; the timeline is added when the rest has been painted."""

    sides_moved = Signal(dict)  # widths the reader gave the panels: settings by name

    def __init__(self, state: ViewState, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._state, self._settings, self._theme = state, settings, theme
        self.timeline: TimelineView | None = None
        self.table: EventTable | None = None
        # Each part gets its place before its own parts: Qt's style sheets dress a widget and all
        # below it anew whenever it moves to another parent, 20 ms at a time for a filled panel.
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.top_bar = TopBar(state, theme)
        rows.addWidget(self.top_bar)
        self._sides = QSplitter(Qt.Orientation.Horizontal, self)
        self._sides.setObjectName("sides")
        self._sides.setHandleWidth(1)
        self._sides.setChildrenCollapsible(False)
        rows.addWidget(self._sides, 1)
        self.filters = FilterPanel(state, theme)
        self._sides.addWidget(self.filters)
        self._sides.addWidget(self._make_centre())
        self.event_panel = EventPanel(state, theme, {})
        self._sides.addWidget(self.event_panel)
        self._sides.setStretchFactor(1, 1)
        self.filters.setMinimumWidth(theme.px(NARROWEST_PX[0]))
        self.event_panel.setMinimumWidth(theme.px(NARROWEST_PX[1]))
        self.status = StatusLine(state, theme)
        rows.addWidget(self.status)
        self.filters.setVisible(settings.filters_shown)
        self.event_panel.setVisible(settings.event_shown)
        self._set_side_widths()
        self._sides.splitterMoved.connect(self._sides_were_moved)

    def _make_centre(self) -> QWidget:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notices = Notices(self._state, self._theme, hint=not self._settings.hint_seen)
        self.chips = Chips(self._state, self._theme)
        self._views = QSplitter(Qt.Orientation.Vertical)
        self._views.setObjectName("views")
        self._views.setChildrenCollapsible(False)
        self._blank = QWidget()
        self._views.addWidget(self._blank)
        column.addWidget(self.notices)
        column.addWidget(self.chips)
        column.addWidget(self._views, 1)
        return centre

    def add_timeline(self) -> TimelineView:
        """Put the timeline where the blank is."""
        from peru_timeline.ui.timeline_view import TimelineView

        self.timeline = TimelineView(self._state, self._theme)
        self._views.replaceWidget(0, self.timeline)
        self._blank.deleteLater()
        return self.timeline

    def show_table(self, shown: bool) -> None:
        """Show or hide the table below the timeline."""
        if self.table is None:
            from peru_timeline.ui.event_table import EventTable

            self.table = EventTable(self._state, self._theme)
            self._views.addWidget(self.table)
            self._views.setSizes([share * 200 for share in VIEWS_SHARES])
        self.table.setVisible(shown)

    def _set_side_widths(self) -> None:
        """Give the panels their widths: those chosen by hand, or less where the window is small."""
        px, settings = self._theme.px, self._settings
        left, right = SMALL_SIDES_PX if self.width() < px(SMALL_WINDOW_PX) else SIDES_PX
        left, right = px(settings.filters_px or left), px(settings.event_px or right)
        self._sides.setSizes([left, max(self.width() - left - right, 1), right])

    def _sides_were_moved(self) -> None:
        widths, scale = self._sides.sizes(), self._theme.scale
        chosen = {}
        if self.filters.isVisible():
            chosen["filters_px"] = round(widths[0] / scale)
        if self.event_panel.isVisible():
            chosen["event_px"] = round(widths[2] / scale)
        self.sides_moved.emit(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the panels less of a window that becomes small."""
        super().resizeEvent(event)
        limit, before = self._theme.px(SMALL_WINDOW_PX), event.oldSize()
        if not before.isValid() or (before.width() < limit) != (self.width() < limit):
            self._set_side_widths()
