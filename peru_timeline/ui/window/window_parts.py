"""The parts of the window and where they stand: bar, filters, timeline, event, status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from peru_timeline.settings import Settings
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.session.window_shell import (
    BAR_PX,
    SIDES_PX,
    SMALL_SIDES_PX,
    SMALL_WINDOW_PX,
    STATUS_PX,
)
from peru_timeline.ui.state.view_state import ViewState

if TYPE_CHECKING:
    from peru_timeline.ui.canvas.timeline_view import TimelineView
    from peru_timeline.ui.panels.event_panel import EventPanel
    from peru_timeline.ui.panels.event_table import EventTable
    from peru_timeline.ui.panels.filter_chips import FilterChips
    from peru_timeline.ui.panels.filter_panel import FilterPanel
    from peru_timeline.ui.window.notices import Notices
    from peru_timeline.ui.window.status_line import StatusLine
    from peru_timeline.ui.window.top_bar import TopBar

NARROWEST_PX = (120, 160)
LARGEST_SHARE = 0.5
"""Of the window, for both panels: with large text the timeline keeps half."""
VIEWS_SHARES = (3, 2)
"""Of the height, for the timeline and for the table below it."""


class WindowParts(QWidget):
    """All parts, put together in steps: what is painted first is made first.

    At once there are only places; `add_timeline` follows, then `fill` adds bar, panels and status
    line. All three is what makes a window; between them there is time to paint. Each step imports
    what it needs, so that the timeline need not wait for the panels' modules.
    """

    sides_moved = Signal(dict)  # widths the reader gave the panels: settings by name

    chips: FilterChips
    event_panel: EventPanel
    filters: FilterPanel
    notices: Notices
    status: StatusLine
    top_bar: TopBar

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
        self._rows = rows
        self._ends = [_blank(height_px=theme.px(height)) for height in (BAR_PX, STATUS_PX)]
        rows.addWidget(self._ends[0])
        self._sides = QSplitter(Qt.Orientation.Horizontal, self)
        self._sides.setObjectName("sides")
        self._sides.setAccessibleName(self.tr("Filters, timeline and event"))
        self._sides.setHandleWidth(1)
        self._sides.setChildrenCollapsible(False)
        rows.addWidget(self._sides, 1)
        self._sides.addWidget(_blank(shown=settings.filters_shown))
        self._sides.addWidget(self._make_centre())
        self._sides.addWidget(_blank(shown=settings.event_shown))
        self._sides.setStretchFactor(1, 1)
        rows.addWidget(self._ends[1])
        self._set_side_widths()

    def _make_centre(self) -> QWidget:
        centre = QWidget()
        centre.setObjectName("centre")
        self._centre = QVBoxLayout(centre)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(0)
        self._views = QSplitter(Qt.Orientation.Vertical)
        self._views.setObjectName("views")
        self._views.setAccessibleName(self.tr("Timeline and table"))
        self._views.setChildrenCollapsible(False)
        self._views.addWidget(_blank(shown=True))
        self._centre.addWidget(self._views, 1)
        return centre

    def fill(self) -> None:
        """Put the panels in."""
        from peru_timeline.ui.panels.event_panel import EventPanel
        from peru_timeline.ui.panels.filter_chips import FilterChips
        from peru_timeline.ui.panels.filter_panel import FilterPanel
        from peru_timeline.ui.window.notices import Notices
        from peru_timeline.ui.window.status_line import StatusLine
        from peru_timeline.ui.window.top_bar import TopBar

        state, settings, theme = self._state, self._settings, self._theme
        self.top_bar, self.status = TopBar(state, theme), StatusLine(state, theme)
        for blank, part in zip(self._ends, (self.top_bar, self.status), strict=True):
            part.setFixedHeight(blank.height())
            self._rows.replaceWidget(blank, part)
            blank.deleteLater()
        self.notices = Notices(state, theme, hint=not settings.hint_seen)
        self.chips = FilterChips(state, theme)
        self._centre.insertWidget(0, self.notices)
        self._centre.insertWidget(1, self.chips)
        self.filters = FilterPanel(state, theme)
        self.event_panel = EventPanel(state, theme, {})
        for place, panel, narrowest, shown in (
            (0, self.filters, NARROWEST_PX[0], settings.filters_shown),
            (2, self.event_panel, NARROWEST_PX[1], settings.event_shown),
        ):
            panel.setMinimumWidth(theme.px(narrowest))
            replaced = self._sides.replaceWidget(place, panel)
            if replaced is not None:
                replaced.deleteLater()
            panel.setVisible(shown)
        self._set_side_widths()
        self._sides.splitterMoved.connect(self._sides_were_moved)

    def add_timeline(self) -> TimelineView:
        """Put the timeline where the blank is."""
        from peru_timeline.ui.canvas.accessible import events as accessible_events
        from peru_timeline.ui.canvas.timeline_view import TimelineView

        accessible_events.install()
        self.timeline = TimelineView(self._state, self._theme)
        blank = self._views.replaceWidget(0, self.timeline)
        if blank is not None:
            blank.deleteLater()
        return self.timeline

    def show_table(self, shown: bool) -> None:
        """Show or hide the table below the timeline."""
        if self.table is None:
            from peru_timeline.ui.panels.event_table import EventTable

            self.table = EventTable(self._state, self._theme)
            self._views.addWidget(self.table)
            self._views.setSizes([share * 200 for share in VIEWS_SHARES])
        self.table.setVisible(shown)

    def _set_side_widths(self) -> None:
        """Give the panels their widths: those chosen by hand, or less where the window is small."""
        px, settings = self._theme.px, self._settings
        left, right = SMALL_SIDES_PX if self.width() < px(SMALL_WINDOW_PX) else SIDES_PX
        left, right = px(settings.filters_px or left), px(settings.event_px or right)
        share = min(1.0, LARGEST_SHARE * self.width() / (left + right))
        left, right = round(left * share), round(right * share)
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


def _blank(*, shown: bool = True, height_px: int | None = None) -> QWidget:
    """Make what keeps a part's place."""
    blank = QWidget()
    if height_px is not None:
        blank.setFixedHeight(height_px)
    if not shown:  # and never shown for itself: it would be a window
        blank.hide()
    return blank
