"""Announces to screen readers what others can see: how many events a filter shows, what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from peru_timeline.ui.canvas.accessible.event_text import event_name
from peru_timeline.ui.state.view_state import ViewState

if TYPE_CHECKING:
    from peru_timeline.ui.canvas.timeline_view import TimelineView

AFTER_MS = 400
"""A reader who types or steps quickly only hears the result."""


def announce(speaker: QObject, text: str) -> None:
    """Have screen readers say a text."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, text))


class Announcer(QObject):
    """Announces changes of the state once they have stopped for a moment."""

    def __init__(self, state: ViewState, timeline: TimelineView) -> None:
        super().__init__(timeline)
        self._state, self._timeline = state, timeline
        self._filtered = self._selected = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self._speak)
        # Methods, no lambdas: Qt drops these connections with the announcer.
        state.query_changed.connect(self._note_filter)
        state.selection_changed.connect(self._note_selection)
        timeline.scene_changed.connect(self._note)
        timeline.canvas.said.connect(self._say)

    def _note_filter(self) -> None:
        self._filtered = True
        self._note()

    def _note_selection(self) -> None:
        self._selected = True
        self._note()

    def _say(self, text: str) -> None:
        announce(self._timeline.canvas, text)

    def _note(self) -> None:
        if QAccessible.isActive():
            self._later.start()
        else:  # whoever comes later is told of what happens then
            self._filtered = self._selected = False

    def _speak(self) -> None:
        canvas = self._timeline.canvas
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.ObjectReorder))
        if self._filtered:
            announce(canvas, self.count_in_words())
        if self._selected:
            self._speak_of_selection()
        self._filtered = self._selected = False

    def count_in_words(self) -> str:
        """How many events are shown, in words."""
        mask = self._state.mask
        return self.tr("Events shown: {0} of {1}").format(int(mask.sum()), len(mask))

    def _speak_of_selection(self) -> None:
        event, canvas = self._state.selection, self._timeline.canvas
        if event is None:
            announce(canvas, self.tr("No event is selected"))
            return
        from peru_timeline.ui.canvas.accessible.events import event_list

        events = event_list(canvas)
        if event in events.drawn and canvas.hasFocus():
            # The screen reader moves to the item and says its name.
            for kind in (QAccessible.Event.Focus, QAccessible.Event.Selection):
                QAccessible.updateAccessibility(QAccessibleEvent(events.item(event), kind))
        else:
            name = event_name(self._state.opened.chronology, event, self._state.language)
            announce(canvas, self.tr("Selected: {0}").format(name))
