"""Where the parts of the window go: bar, filters, timeline, event, table, status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from peru_timeline.settings import Settings
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.session.window_shell import BAR_PX, SMALL_WINDOW_PX, STATUS_PX
from peru_timeline.ui.window.sides import Sides

if TYPE_CHECKING:  # importing it takes longer than painting the window
    from peru_timeline.ui.canvas.timeline_view import TimelineView

LOW_TIMELINE_PX = 200
"""Height below which the timeline has no overview."""
STEP_PX = 24
"""How much a key makes a panel larger."""
VIEWS_SHARES = (3, 2)
"""Of the height, for the timeline and for the table below it."""


class WindowLayout(QWidget):
    """Holds a blank for each part until the part takes its place.

    What is painted first comes first: blanks, then the timeline, then the rest. Each part gets its place before
    its own parts: Qt's style sheets restyle a widget and all below it whenever it moves to another parent, 20 ms
    at a time for a filled panel.
    """

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._theme = theme
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._ends = [_blank(height_px=theme.px(height)) for height in (BAR_PX, STATUS_PX)]
        self._rows.addWidget(self._ends[0])
        self.sides = Sides(self, settings, theme, self._make_centre())
        self._rows.addWidget(self.sides, 1)
        self._rows.addWidget(self._ends[1])

    def _make_centre(self) -> QWidget:
        self.centre = centre = QWidget()
        centre.setObjectName("centre")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._views = QSplitter(Qt.Orientation.Vertical)
        self._views.setObjectName("views")
        self._views.setAccessibleName(self.tr("Timeline and table"))
        self._views.setChildrenCollapsible(False)
        self._views.addWidget(_blank())
        column.addWidget(self._views, 1)
        return centre

    # --- parts take their places ---

    def put_timeline(self, timeline: TimelineView) -> None:
        """Put the timeline in the middle."""
        _delete(self._views.replaceWidget(0, timeline))
        self._timeline = timeline
        timeline.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave out the overview where the table would else leave the timeline no lanes to read."""
        if event.type() == QEvent.Type.Resize and watched is self._timeline:
            high = self._timeline.height() >= self._theme.px(LOW_TIMELINE_PX)
            self._timeline.overview.setVisible(high)
        return super().eventFilter(watched, event)

    def put_ends(self, top_bar: QWidget, status: QWidget) -> None:
        """Put the bar at the top and the status line at the bottom."""
        for blank, part in zip(self._ends, (top_bar, status), strict=True):
            part.setFixedHeight(blank.height())
            self._rows.replaceWidget(blank, part)
            blank.deleteLater()

    def put_table(self, table: QWidget) -> None:
        """Put the table below the timeline."""
        self._views.addWidget(table)
        self._views.setSizes([share * 200 for share in VIEWS_SHARES])

    def resize_panel(self, steps: int) -> None:
        """Make the panel that has the focus larger by so many steps, smaller if negative; else that of the event."""
        focus, by = self.window().focusWidget(), steps * self._theme.px(STEP_PX)
        table = self._views.widget(1)
        if table is not None and focus in (table, *table.findChildren(QWidget)):
            high, low = self._views.sizes()
            self._views.setSizes([max(high - by, 1), max(low + by, 1)])
            return
        filters = self.sides.widget(0)
        is_left = filters is not None and focus in (filters, *filters.findChildren(QWidget))
        self.sides.widen("filters" if is_left else "event", by)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the panels less of a window that becomes small, and nothing of one that is smaller still."""
        super().resizeEvent(event)
        limit, before = self._theme.px(SMALL_WINDOW_PX), event.oldSize()
        self.sides.fit(self.width(), force=not before.isValid())
        if (before.width() < limit) != (self.width() < limit):
            self.sides.set_widths()
        self._rows.activate()
        self.sides.place_drawers()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Close a drawer when the reader clicks beside it, where nothing else takes the click."""
        self.sides.close_drawer()
        super().mousePressEvent(event)


def _blank(*, height_px: int | None = None) -> QWidget:
    """Make a widget that keeps a part's place."""
    blank = QWidget()
    if height_px is not None:
        blank.setFixedHeight(height_px)
    return blank


def _delete(blank: QWidget | None) -> None:
    if blank is not None:
        blank.deleteLater()
