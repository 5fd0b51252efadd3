"""The scroll bar of the lanes, at the canvas's right edge while they are taller than the window."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import Scene

SCROLL_STEP_PX = 18  # one row


class LaneScrollBar(QScrollBar):
    """Lies over the canvas; `valueChanged` says how many px of the lanes are scrolled out of sight."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, canvas)
        self._canvas = canvas
        self.hide()

    def show_scroll(self, scene: Scene, scroll_y: float, scale: float) -> None:
        """Show how far a scene is scrolled, at a text scale; hide where nothing is out of sight."""
        hidden = round(scene.content_height - scene.height)
        if hidden <= 0:
            self.hide()
            return
        top, width = round(AXIS_HEIGHT_PX * scale), self.sizeHint().width()
        self.setGeometry(self._canvas.width() - width, top, width, self._canvas.height() - top)
        with QSignalBlocker(self):
            self.setRange(0, hidden)
            self.setPageStep(round(scene.height))
            self.setSingleStep(SCROLL_STEP_PX)
            self.setValue(round(scroll_y))
        self.show()
