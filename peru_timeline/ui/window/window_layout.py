"""Where the parts of the window go: bar, filters, timeline, event, table, status line."""

from __future__ import annotations

from typing import NamedTuple

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

NARROWEST_PX = (120, 160)
LARGEST_SHARE = 0.5
"""Of the window, for both panels: with large text the timeline keeps half."""
VIEWS_SHARES = (3, 2)
"""Of the height, for the timeline and for the table below it."""


class SideWidths(NamedTuple):
    """The widths of the side panels, px at text scale 1; None for a panel that is hidden."""

    filters_px: int | None
    event_px: int | None


class WindowLayout(QWidget):
    """Holds a blank for each part until the part takes its place.

    What is painted first comes first: blanks, then the timeline, then the rest. Each part gets its place before
    its own parts: Qt's style sheets restyle a widget and all below it whenever it moves to another parent, 20 ms
    at a time for a filled panel.
    """

    sides_resized = Signal(object)
    """The SideWidths after the reader moved a border."""

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._theme = theme
        self._chosen = SideWidths(settings.filters_px, settings.event_px)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._ends = [_blank(height_px=theme.px(height)) for height in (BAR_PX, STATUS_PX)]
        self._rows.addWidget(self._ends[0])
        self._sides = QSplitter(Qt.Orientation.Horizontal, self)
        self._sides.setObjectName("sides")
        self._sides.setAccessibleName(self.tr("Filters, timeline and event"))
        self._sides.setHandleWidth(1)
        self._sides.setChildrenCollapsible(False)
        self._rows.addWidget(self._sides, 1)
        self._sides.addWidget(_blank(shown=settings.filters_shown))
        self._sides.addWidget(self._make_centre())
        self._sides.addWidget(_blank(shown=settings.event_shown))
        self._sides.setStretchFactor(1, 1)
        self._rows.addWidget(self._ends[1])
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
        self._views.addWidget(_blank())
        self._centre.addWidget(self._views, 1)
        return centre

    # --- parts take their places ---

    def put_timeline(self, timeline: QWidget) -> None:
        """Put the timeline in the middle."""
        _delete(self._views.replaceWidget(0, timeline))

    def put_ends(self, top_bar: QWidget, status: QWidget) -> None:
        """Put the bar at the top and the status line at the bottom."""
        for blank, part in zip(self._ends, (top_bar, status), strict=True):
            part.setFixedHeight(blank.height())
            self._rows.replaceWidget(blank, part)
            blank.deleteLater()

    def put_above_timeline(self, *parts: QWidget) -> None:
        """Put these above the timeline, the first one at the top."""
        for index, part in enumerate(parts):
            self._centre.insertWidget(index, part)

    def put_sides(self, filters: QWidget, event: QWidget, settings: Settings) -> None:
        """Put the panels at either side, shown as the settings say."""
        for index, panel, narrowest, shown in (
            (0, filters, NARROWEST_PX[0], settings.filters_shown),
            (2, event, NARROWEST_PX[1], settings.event_shown),
        ):
            panel.setMinimumWidth(self._theme.px(narrowest))
            _delete(self._sides.replaceWidget(index, panel))
            panel.setVisible(shown)
        self._set_side_widths()
        self._sides.splitterMoved.connect(self._sides_moved)

    def put_table(self, table: QWidget) -> None:
        """Put the table below the timeline."""
        self._views.addWidget(table)
        self._views.setSizes([share * 200 for share in VIEWS_SHARES])

    # --- widths ---

    def _set_side_widths(self) -> None:
        """Give the panels the widths chosen by hand, or less where the window is small."""
        px = self._theme.px
        left, right = SMALL_SIDES_PX if self.width() < px(SMALL_WINDOW_PX) else SIDES_PX
        left, right = px(self._chosen.filters_px or left), px(self._chosen.event_px or right)
        share = min(1.0, LARGEST_SHARE * self.width() / (left + right))
        left, right = round(left * share), round(right * share)
        self._sides.setSizes([left, max(self.width() - left - right, 1), right])

    def _sides_moved(self) -> None:
        left, right = self._width_of(0), self._width_of(2)
        before = self._chosen
        self._chosen = SideWidths(left or before.filters_px, right or before.event_px)
        self.sides_resized.emit(SideWidths(left, right))

    def _width_of(self, index: int) -> int | None:
        panel = self._sides.widget(index)
        shown = panel is not None and panel.isVisible()
        return round(self._sides.sizes()[index] / self._theme.scale) if shown else None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the panels less of a window that becomes small."""
        super().resizeEvent(event)
        limit, before = self._theme.px(SMALL_WINDOW_PX), event.oldSize()
        if not before.isValid() or (before.width() < limit) != (self.width() < limit):
            self._set_side_widths()


def _blank(*, shown: bool = True, height_px: int | None = None) -> QWidget:
    """Make a widget that keeps a part's place."""
    blank = QWidget()
    if height_px is not None:
        blank.setFixedHeight(height_px)
    if not shown:  # and never shown by itself: it would be a window
        blank.hide()
    return blank


def _delete(blank: QWidget | None) -> None:
    if blank is not None:
        blank.deleteLater()
