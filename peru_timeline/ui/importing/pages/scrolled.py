"""Pages that scroll where large text or a small screen leaves too little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def scrolled(page: QWidget, name: str, spoken: str) -> QScrollArea:
    """Put a page into an area that scrolls up and down."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setAccessibleName(spoken)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(page)
    page.setAutoFillBackground(False)
    return area
