"""A dialog that is never larger than the screen it opens on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog

TITLE_BAR_PX = 40
"""Room left for what the desktop adds around a window."""


class FittingDialog(QDialog):
    """A dialog that opens smaller than its contents ask for, if the screen is small."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Shrink to the screen before opening."""
        screen = self.screen().availableSize()
        self.resize(self.size().boundedTo(QSize(screen.width(), screen.height() - TITLE_BAR_PX)))
        super().showEvent(event)
