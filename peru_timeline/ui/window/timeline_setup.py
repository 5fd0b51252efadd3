"""The timeline of the window, as the settings want it."""

from __future__ import annotations

from peru_timeline.settings import Settings
from peru_timeline.ui.canvas.accessible.events import install_accessible_events
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.state.view_state import ViewState


def make_timeline(state: ViewState, settings: Settings, theme: Theme) -> TimelineView:
    """Make a timeline that screen readers can read."""
    install_accessible_events()
    timeline = TimelineView(state, theme)
    timeline.set_wheel_zooms(not settings.wheel_scrolls)
    if settings.reduce_motion:
        timeline.set_motion(False)
    return timeline
