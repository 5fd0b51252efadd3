"""Keys that move about on the timeline: from event to event, from lane to lane, through time.

They belong to it as the arrows belong to a list. Keys of commands are in shortcuts.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from peru_timeline.ui.canvas.event_navigation import event_in_next_lane, lane_of

if TYPE_CHECKING:
    from peru_timeline.ui.canvas.timeline_view import TimelineView

PAGE_SHARE = 0.8  # of the window, that Page Up and Page Down move on


class TimelineKeys:
    """Acts on keys; knows in which lane the reader stands, as an event may stand in several."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self.lane: int | None = None

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; whether it was one of the timeline's."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if plain not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return False
        actions = {
            Qt.Key.Key_Left: lambda: self.step(-1),
            Qt.Key.Key_Right: lambda: self.step(1),
            Qt.Key.Key_Up: lambda: self.step_lane(-1),
            Qt.Key.Key_Down: lambda: self.step_lane(1),
            Qt.Key.Key_Home: lambda: self._select_end(0),
            Qt.Key.Key_End: lambda: self._select_end(-1),
            Qt.Key.Key_PageUp: lambda: self._page(-1),
            Qt.Key.Key_PageDown: lambda: self._page(1),
            Qt.Key.Key_Return: self._activate,
            Qt.Key.Key_Enter: self._activate,
        }
        action = actions.get(key)
        if action is not None:
            action()
        return action is not None

    def step(self, steps: int) -> None:
        """Select the next or the previous event; with none selected, the first in sight."""
        if self._view.state.selection is None:
            columns, start = self._view.layout_input.columns, self._view.navigation.visible.start
            shown = np.flatnonzero(self._view.state.mask & (columns.end > start))
            if len(shown) and steps > 0:
                self._view.state.select(int(shown[0]))
                return
        self.lane = None
        self._view.state.step(steps)

    def step_lane(self, steps: int) -> None:
        """Select the nearest event in the lane above (-1) or below (1)."""
        event, layout_input = self._view.state.selection, self._view.layout_input
        if event is None:
            self.step(1)
            return
        if self.lane is None:
            self.lane = lane_of(layout_input.lanes, event)
        if self.lane is None:
            return
        found = event_in_next_lane(
            layout_input.columns,
            layout_input.lanes,
            self._view.state.mask,
            float(layout_input.columns.anchor[event]),
            self.lane,
            steps,
            self._view.navigation.target,
        )
        if found is not None:
            event, lane = found
            self._view.state.select(event)
            self.lane = lane

    def _select_end(self, which: int) -> None:
        shown = np.flatnonzero(self._view.state.mask)
        if len(shown):
            self.lane = None
            self._view.state.select(int(shown[which]))

    def _page(self, direction: int) -> None:
        span = self._view.navigation.target
        self._view.navigation.show(span.shift(direction * PAGE_SHARE * span.width))

    def _activate(self) -> None:
        if self._view.state.selection is not None:
            self._view.event_activated.emit(self._view.state.selection)
