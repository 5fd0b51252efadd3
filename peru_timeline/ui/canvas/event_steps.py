"""Going from event to event with the keyboard."""

from __future__ import annotations

import numpy as np

from peru_timeline.ui.canvas.input.event_navigation import event_in_next_lane, lane_of
from peru_timeline.ui.canvas.input.intents import Direction
from peru_timeline.ui.canvas.live_scene import LiveScene
from peru_timeline.ui.canvas.time_navigation import TimeNavigation
from peru_timeline.ui.state.view_state import ViewState


class EventSteps:
    """Selects the next event in time or in another lane; knows in which lane the reader is."""

    def __init__(self, state: ViewState, navigation: TimeNavigation, live: LiveScene) -> None:
        self._state, self._navigation, self._live = state, navigation, live
        self.lane: int | None = None  # where the reader is: an event may be in several lanes

    def step_to_event(self, direction: Direction) -> None:
        """Select the next or the previous event; with none selected, the first in sight.

        Where neither the selected event nor any beginning or end is in view, it is the one that the timeline offers.
        """
        scene, selection = self._live.scene, self._state.selection
        if selection is None or scene.mark_of(selection) is None:
            for offer in scene.offers:
                if offer.direction == direction:
                    self.lane = None
                    self._state.select(offer.event)
                    return
        if self._state.selection is None and direction > 0:
            columns, start = self._live.layout_input.columns, self._navigation.visible.start
            shown = np.flatnonzero(self._state.mask & (columns.end > start))
            if len(shown):
                self._state.select(int(shown[0]))
                return
        self.lane = None
        self._state.step(direction)

    def step_to_lane(self, direction: Direction) -> None:
        """Select the event nearest in time in the next lane that has one in sight."""
        event, layout_input = self._state.selection, self._live.layout_input
        if event is None:
            self.step_to_event(1)
            return
        if self.lane is None:
            self.lane = lane_of(layout_input.lanes, event)
        if self.lane is None:
            return
        found = event_in_next_lane(
            layout_input.columns,
            layout_input.lanes,
            self._state.mask,
            float(layout_input.columns.anchor[event]),
            self.lane,
            direction,
            self._navigation.target,
        )
        if found is not None:
            event, lane = found
            self._state.select(event)
            self.lane = lane

    def go_to_end(self, direction: Direction) -> None:
        """Select the first or the last event."""
        shown = np.flatnonzero(self._state.mask)
        if len(shown):
            self.lane = None
            self._state.select(int(shown[0 if direction < 0 else -1]))
