"""Moving about: through time, from event to event, and between ways of grouping."""

from __future__ import annotations

from PySide6.QtCore import Qt

from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.state.view_state import ViewState


class NavigationCommands:
    """Moves the timeline and the selection."""

    def __init__(self, state: ViewState, timeline: TimelineView) -> None:
        self._state, self._timeline = state, timeline

    def bindings(self) -> Bindings:
        state, timeline = self._state, self._timeline
        return {
            "zoom_in": Binding(lambda: timeline.zoom(1)),
            "zoom_out": Binding(lambda: timeline.zoom(-1)),
            "fit": Binding(timeline.fit),
            "opening_view": Binding(timeline.show_opening_view),
            "fit_selection": Binding(
                timeline.fit_selection, is_enabled=lambda: state.selection is not None
            ),
            "refit_lanes": Binding(timeline.refit_lanes),
            "undo_lanes": Binding(timeline.lanes.undo, is_enabled=lambda: timeline.lanes.can_undo),
            "reset_lanes": Binding(
                timeline.lanes.reset_order, is_enabled=lambda: bool(timeline.lanes.order)
            ),
            "toggle_regime": Binding(timeline.toggle_regime),
            "toggle_shelf": Binding(timeline.toggle_shelf),
            "next_event": Binding(lambda: state.step(1)),
            "previous_event": Binding(lambda: state.step(-1)),
            "go_back": Binding(timeline.navigation.back),
            "go_forward": Binding(timeline.navigation.forward),
            "go_timeline": Binding(self.go_to_timeline),
            "group_sector": self._group_by(Grouping.SECTOR),
            "group_actor": self._group_by(Grouping.ACTOR),
            "group_source": self._group_by(Grouping.SOURCE),
            "group_none": self._group_by(Grouping.NONE),
        }

    def go_to_timeline(self) -> None:
        """Give the timeline the focus."""
        self._timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _group_by(self, grouping: Grouping) -> Binding:
        state = self._state
        return Binding(
            lambda: state.set_grouping(grouping), is_on=lambda: state.grouping == grouping
        )
