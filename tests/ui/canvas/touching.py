"""What the tests of the timeline do with it: find marks and days, press keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from peru_timeline.timeline.scene import Mark
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.state.view_state import ViewState

SEED = Path(__file__).parents[3] / "seeds" / "peru-1992-2023.chronology"

Opened = tuple[TimelineView, ViewState]


def mark_of(view: TimelineView, event: int) -> Mark:
    mark = view.scene.mark_of(event)
    assert mark is not None
    return mark


def press(view: TimelineView, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifiers or Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.canvas, event)


def share_at(view: TimelineView, x: float) -> float:
    return (x - view.scene.left) / view.scene.width
