"""A drop-down that gives way where large text or a small screen leaves too little room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox

FEWEST_LETTERS = 12


class NarrowBox(QComboBox):
    """Is as wide as its longest choice where there is room; pages do not scroll sideways."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As little as some letters."""
        hint = super().minimumSizeHint()
        least = FEWEST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), least), hint.height())
