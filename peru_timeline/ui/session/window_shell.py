"""The window itself: its geometry, its title, files dropped on it, its closing.

It is painted before anything else is imported, as a plain outline of its later contents; hence nothing here may
import more of the program than its colours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from peru_timeline.ui.look.theme import Theme

OPENING_PX = (1600, 900)
BAR_PX, STATUS_PX = 56, 30
SIDES_PX = (250, 370)
SMALL_SIDES_PX = (210, 326)
"""Widths of the panels in a window narrower than SMALL_WINDOW_PX, so that the timeline keeps most of it."""
SMALL_WINDOW_PX = 1400
DRAWERS_BELOW_PX, DRAWERS_FROM_SCALE = 1200, 1.5
"""In a narrower window, or with larger text, the panels are drawers over the timeline."""
SYSTEM_FRAME_PX = 40
"""Space for the title bar and the borders that the system adds around a window, both sides together."""
LARGEST_PX = 32_000


def has_drawers(width_px: int, scale: float) -> bool:
    """Whether a window of this width has no room for panels beside the timeline, at a text scale."""
    return width_px < DRAWERS_BELOW_PX or scale >= DRAWERS_FROM_SCALE


class WindowShell(QMainWindow):
    """A window that looks like the program before its contents are made."""

    file_dropped = Signal(Path)
    closed = Signal()
    state_changed = Signal()  # full screen, maximised or not

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.theme = theme
        self.may_close: Callable[[], bool] = lambda: True
        """Asks the reader, where something would be lost."""
        self.setPalette(_filled(theme.panel))
        self._bar_edge, self._ground = (
            self._patch(colour) for colour in (theme.line, theme.ground)
        )

    def _patch(self, colour: QColor) -> QWidget:
        patch = QWidget(self)
        patch.setAutoFillBackground(True)
        patch.setPalette(_filled(colour))
        return patch

    def place_on_screen(self, geometry: Mapping[str, Any]) -> None:
        """Go where the window was: `geometry` has x, y, width, height and maximized, and is clamped to the screens.

        Invalid values are ignored: the settings may hold anything.
        """
        numbers = [geometry.get(key) for key in ("x", "y", "width", "height")]
        area = QGuiApplication.primaryScreen().availableGeometry()
        if not all(type(n) is int and abs(n) <= LARGEST_PX for n in numbers):
            room = SYSTEM_FRAME_PX
            self.resize(min(OPENING_PX[0], area.width()), min(OPENING_PX[1], area.height() - room))
            return
        x, y, width, height = (int(n) for n in numbers if n is not None)
        for screen in QGuiApplication.screens():
            if screen.geometry().contains(x + width // 2, y + 20):
                area = screen.availableGeometry()
        self.resize(min(max(width, 200), area.width()), min(max(height, 200), area.height()))
        self.move(
            min(max(x, area.left()), area.right() - self.width() + 1),
            min(max(y, area.top()), area.bottom() - self.height() + 1),
        )
        if geometry.get("maximized") is True:
            self.showMaximized()

    def geometry_to_remember(self) -> dict[str, Any]:
        """Where the window is, as plain numbers for `place_on_screen`."""
        shape = self.normalGeometry() if self.isMaximized() else self.geometry()
        corner = shape.topLeft() if self.isMaximized() else self.pos()
        return {
            "x": corner.x(),
            "y": corner.y(),
            "width": shape.width(),
            "height": shape.height(),
            "maximized": self.isMaximized(),
        }

    def close_unasked(self) -> None:
        """Close without asking: whoever ends the program from outside waits for no answer."""
        self.may_close = lambda: True
        self.close()

    def come_forward(self) -> None:
        """Come to the front, even from the task bar; some systems only let it ask for attention."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the outline where the contents will be."""
        super().resizeEvent(event)
        if self.centralWidget() is None:
            self._outline()

    def setCentralWidget(self, widget: QWidget) -> None:  # noqa: N802
        """Replace the outline by the contents."""
        self._bar_edge.hide()
        self._ground.hide()
        self.setPalette(QPalette())  # that of the application, in any theme
        super().setCentralWidget(widget)

    def _outline(self) -> None:
        # Plain widgets, no painter: painting in Python loads all of Qt's enumerations, 16 ms.
        theme = self.theme
        narrow = self.width() < theme.px(SMALL_WINDOW_PX)
        left, right = (theme.px(side) for side in (SMALL_SIDES_PX if narrow else SIDES_PX))
        if has_drawers(self.width(), theme.scale):
            left = right = 0
        top, foot = theme.px(BAR_PX), theme.px(STATUS_PX)
        self._bar_edge.setGeometry(0, top - 1, self.width(), 1)
        self._ground.setGeometry(left, top, self.width() - left - right, self.height() - top - foot)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Announce the closing, so that the settings are saved; unless the reader changes their mind."""
        if not self.may_close():
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Announce that the window fills the screen, or no longer does."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.state_changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Accept files of this machine."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open the file that was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            # Later: the other program waits for the drop to end.
            QTimer.singleShot(0, self, lambda: self.file_dropped.emit(path))


def _filled(colour: QColor) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, colour)
    return palette


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if urls and urls[0].isLocalFile() else None
