"""The two panels beside the timeline; in a small window, or with large text, they are drawers over it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from peru_timeline.settings import DrawerName, Settings
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.session.window_shell import (
    SIDES_PX,
    SMALL_SIDES_PX,
    SMALL_WINDOW_PX,
    has_drawers,
)
from peru_timeline.ui.window.drawer import Drawer
from peru_timeline.ui.window.tab_order import tab_stops

NARROWEST_PX = (120, 160)
NARROWEST_CENTRE_PX = 240
LARGEST_SHARE = 0.5
"""Of the window, for both panels beside the timeline, which keeps half."""
PLACES: dict[DrawerName, int] = {"filters": 0, "event": 2}
"""Where each panel is in the splitter."""


class SideWidths(NamedTuple):
    """The widths of the side panels, px at text scale 1; None for a panel that is not beside the timeline."""

    filters_px: int | None
    event_px: int | None


class Sides(QSplitter):
    """Filters, timeline and event side by side, or the timeline alone with a drawer over it, one at a time.

    A drawer takes no room from the timeline: opening and closing it moves nothing.
    """

    moved_by_hand = Signal(object)
    """The SideWidths after the reader moved a border."""
    drawer_changed = Signal(object)
    """The name of the drawer that is open now, or None."""
    drawers_changed = Signal(bool)
    """Whether the panels are drawers now."""

    def __init__(self, owner: QWidget, settings: Settings, theme: Theme, centre: QWidget) -> None:
        """The drawers lie in `owner`, above this splitter: what lies in a splitter is part of its row."""
        super().__init__(Qt.Orientation.Horizontal, owner)
        self.setObjectName("sides")
        self.setAccessibleName(self.tr("Filters, timeline and event"))
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._theme, self._centre = theme, centre
        self._chosen = SideWidths(settings.filters_px, settings.event_px)
        self._shown: dict[DrawerName, bool] = {
            "filters": settings.filters_shown,
            "event": settings.event_shown,
        }
        self._open: DrawerName | None = settings.drawer
        self._before: QWidget | None = None  # what had the focus when the drawer opened
        self._drawers: dict[DrawerName, Drawer] = {}
        self._blanks: dict[DrawerName, QWidget] = {}
        self._owner = owner
        self.in_drawers = False
        self.addWidget(_blank(shown=settings.filters_shown))
        self.addWidget(centre)
        self.addWidget(_blank(shown=settings.event_shown))
        self.setStretchFactor(1, 1)

    # --- parts take their places ---

    def put(self, filters: QWidget, event: QWidget) -> None:
        """Put the panels in their places."""
        panels: dict[DrawerName, QWidget] = {"filters": filters, "event": event}
        for (name, panel), narrowest in zip(panels.items(), NARROWEST_PX, strict=True):
            panel.setMinimumWidth(self._theme.px(narrowest))
            drawer = Drawer(self._owner, self._theme, name)
            drawer.closed.connect(self.close_drawer)
            self._drawers[name] = drawer
            if self.in_drawers:
                drawer.hold(panel)
            else:
                self._put_beside(name, panel)
        self.splitterMoved.connect(self._moved)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self._show()

    def _put_beside(self, name: DrawerName, panel: QWidget) -> None:
        blank = self.replaceWidget(PLACES[name], panel)
        self._blanks.pop(name, None)
        if blank is not None:
            blank.deleteLater()
        panel.setVisible(self._shown[name])

    def show_beside(self, *, filters: bool, event: bool) -> None:
        """Say which panels are beside the timeline when there is room."""
        self._shown = {"filters": filters, "event": event}
        if not self.in_drawers:
            self._show()

    def fit(self, width: int, *, force: bool = False) -> None:
        """Use a window of this width: panels beside the timeline, or drawers over it."""
        drawers = has_drawers(width, self._theme.scale)
        if drawers != self.in_drawers or force:
            self.in_drawers = drawers
            for name, drawer in self._drawers.items():
                if drawers:
                    # Python keeps the blank: the splitter does not, when it takes one for another (PySide6 6.11).
                    self._blanks[name] = _blank(shown=False)
                    panel = self.replaceWidget(PLACES[name], self._blanks[name])
                    if panel is not None:
                        drawer.hold(panel)
                elif (panel := drawer.release()) is not None:
                    self._put_beside(name, panel)
            self._show()
            self.drawers_changed.emit(drawers)

    def _show(self) -> None:
        for name, place in PLACES.items():
            part = self.widget(place)
            if part is not None:
                part.setVisible(self._shown[name] and not self.in_drawers)
        for name, drawer in self._drawers.items():
            drawer.setVisible(self.in_drawers and name == self._open)
        self.place_drawers()
        self.set_widths()

    # --- drawers ---

    @property
    def drawer(self) -> DrawerName | None:
        """The drawer that is open now."""
        return self._open if self.in_drawers else None

    def open_drawer(self, name: DrawerName, *, take_focus: bool = True) -> None:
        """Open a drawer, and close the other; `take_focus` goes into it, and comes back when it closes."""
        if not self.in_drawers:
            return
        focused = QApplication.focusWidget()
        if focused is not None and not any(d.isAncestorOf(focused) for d in self._drawers.values()):
            self._before = focused
        changed, self._open = name != self._open, name
        self._show()
        self._drawers[name].raise_()
        panel = self._drawers[name].panel
        if take_focus and panel is not None:
            tab_stops(panel)[0].setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.drawer_changed.emit(name)

    def read_event(self) -> None:
        """Give the focus to the panel of the event, and open its drawer where it is one."""
        panel = self.widget(PLACES["event"])
        if self.in_drawers:
            self.open_drawer("event")
        elif panel is not None:
            panel.setFocus()

    def toggle_drawer(self, name: DrawerName) -> None:
        """Open a drawer, or close it."""
        if self.drawer == name:
            self.close_drawer()
        else:
            self.open_drawer(name)

    def close_drawer(self) -> None:
        """Close the drawer that is open; the focus, if it is there, goes back to where it was."""
        if self.drawer is None:
            return
        drawer, focused = self._drawers[self.drawer], QApplication.focusWidget()
        was_inside = focused is not None and drawer.isAncestorOf(focused)
        before, self._before, self._open = self._before, None, None
        if was_inside:
            to = before if before is not None and _can_focus(before) else self._centre
            to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        self.drawer_changed.emit(None)

    def covers(self, x: int) -> bool:
        """Whether the drawer of the event, when it is open, lies over this x of the window's contents."""
        return x >= self._drawers["event"].geometry().left()

    def place_drawers(self) -> None:
        """Let the drawers lie over this splitter, as high as it is."""
        area: QRect = self.geometry()
        for name, drawer in self._drawers.items():
            drawer.place(area, self._wanted(PLACES[name]))

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        """Close a drawer when the reader goes on elsewhere; the event stays beside timeline and table."""
        name = self.drawer
        if name is None or now is None or now.window() is not self.window():
            return
        drawer = self._drawers[name]
        if drawer.isAncestorOf(now) or now.property("opens_drawer"):
            return
        was_inside = old is not None and drawer.isAncestorOf(old)
        if not self.isAncestorOf(now) or (was_inside and name != "event"):
            self.close_drawer()

    # --- widths ---

    def set_widths(self) -> None:
        """Give the panels the widths chosen by hand, or less where the window is small."""
        left, right = self._wanted(0), self._wanted(2)
        width = self._owner.width()
        share = min(1.0, LARGEST_SHARE * width / (left + right))
        left, right = round(left * share), round(right * share)
        self.setSizes([left, max(width - left - right, 1), right])

    def widen(self, name: DrawerName, by_px: int) -> None:
        """Make a panel beside the timeline wider, at the cost of the timeline; narrower if negative."""
        sizes, place = self.sizes(), PLACES[name]
        if self.in_drawers or self._width_of(place) is None:
            return
        by = min(by_px, sizes[1] - self._theme.px(NARROWEST_CENTRE_PX))
        sizes[place], sizes[1] = sizes[place] + by, sizes[1] - by
        self.setSizes(sizes)
        self._moved()

    def _wanted(self, place: int) -> int:
        px, index = self._theme.px, place // 2
        # A drawer takes nothing from the timeline, so it need not be narrow.
        small = self._owner.width() < px(SMALL_WINDOW_PX) and not self.in_drawers
        usual = (SMALL_SIDES_PX if small else SIDES_PX)[index]
        return px(self._chosen[index] or usual)

    def _moved(self) -> None:
        left, right = self._width_of(0), self._width_of(2)
        before = self._chosen
        self._chosen = SideWidths(left or before.filters_px, right or before.event_px)
        self.moved_by_hand.emit(SideWidths(left, right))

    def _width_of(self, index: int) -> int | None:
        panel = self.widget(index)
        shown = panel is not None and panel.isVisible()
        return round(self.sizes()[index] / self._theme.scale) if shown else None


def _can_focus(widget: QWidget) -> bool:
    try:
        return widget.isVisible() and widget.isEnabled()
    except RuntimeError:  # deleted meanwhile
        return False


def _blank(*, shown: bool) -> QWidget:
    """Make a widget that keeps a panel's place; never shown by itself: it would be a window."""
    blank = QWidget()
    if not shown:
        blank.hide()
    return blank
