"""How an event comes to be read: by a click, by Enter, or from the list of what the search found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.state.settings_store import SettingsStore
from peru_timeline.ui.window.window_layout import WindowLayout


class ClickReading(QObject):
    """Opens the drawer of the event that was clicked, and closes it after a click on nothing.

    If the drawer would come to lie over the pointer, it waits until this can be no double click any more.
    """

    def __init__(
        self, timeline: TimelineView, layout: Callable[[], WindowLayout], settings: SettingsStore
    ) -> None:
        """`layout` gives the one there is now."""
        super().__init__(timeline)
        self._timeline, self._layout, self._settings = timeline, layout, settings
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._open)
        timeline.event_activated.connect(self._read)
        timeline.canvas.event_clicked.connect(self._show_clicked)

    def show_hit(self, event: int) -> None:
        """Go to an event that the search found, and open it where the panels are drawers."""
        self._timeline.show_event(event)
        self._open()

    def open_panel(self) -> None:
        """Show the panel of the selected event, wherever it is, and give it the focus."""
        settings = self._settings.value
        if not settings.event_shown:
            self._settings.value = replace(settings, event_shown=True)
        self._layout().sides.read_event()

    def _read(self, _event: int) -> None:
        self.open_panel()

    def _show_clicked(self, event: int | None, x: float) -> None:
        sides = self._layout().sides
        self._due.stop()
        if not sides.in_drawers:
            return
        if event is None:
            sides.close_drawer()
        elif sides.covers(self._window_x(x)):
            if sides.drawer != "event":
                sides.close_drawer()
                self._due.start(QApplication.doubleClickInterval())
        else:
            self._open()

    def _open(self) -> None:
        self._layout().sides.open_drawer("event", take_focus=False)

    def _window_x(self, scene_x: float) -> int:
        at = QPoint(round(scene_x * self._timeline.theme.scale), 0)
        return int(self._timeline.canvas.mapTo(self._layout(), at).x())
