"""What is on the screen, as the subject of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.state.view_state import ViewState

if TYPE_CHECKING:
    from peru_timeline.pictures.subject import Subject


def subject_on_screen(state: ViewState, timeline: TimelineView) -> Subject:
    """Make a subject of what is on the screen; `pictures` is imported only now, after the start."""
    from peru_timeline.pictures.subject import Subject

    in_lanes = np.zeros(len(state.mask), dtype=np.bool_)
    in_lanes[timeline.layout_input.lanes.event] = True  # not all, where one lane stands alone
    return Subject(
        chronology=state.opened.chronology,
        columns=state.opened.columns,
        mask=state.mask & in_lanes,
        view=timeline.view(),
        language=state.language,
        lanes=timeline.lanes.choice,
    )
