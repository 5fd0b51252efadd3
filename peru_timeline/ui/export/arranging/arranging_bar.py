"""The buttons below the preview: what can be done to the picture, back and forth, and keeping it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from peru_timeline.ui.look.text_labels import FlowLayout, label
from peru_timeline.ui.look.theme import Theme


class ArrangingBar(QWidget):
    """Buttons by name, and a line that says what is not kept yet."""

    def __init__(self, theme: Theme, slots: dict[str, Callable[[], None]]) -> None:
        """`slots` has what each button does: title, band, line, undo, redo, reset, keep."""
        super().__init__()
        self.setObjectName("arranging_bar")
        names = {
            "title": (self.tr("Title…"), self.tr("What can be done to the chosen title (menu key)")),
            "band": (self.tr("Band…"), self.tr("Add a band over a stretch of time; or drag over it")),
            "line": (self.tr("Line…"), self.tr("Add a line at a moment")),
            "undo": (self.tr("Undo"), _with_key(self.tr("Undo"), QKeySequence.StandardKey.Undo)),
            "redo": (self.tr("Redo"), _with_key(self.tr("Redo"), QKeySequence.StandardKey.Redo)),
            "reset": (self.tr("Reset"), self.tr("Let the rules decide everything again")),
            "keep": (self.tr("Keep with the view"), self.tr("Save the arrangement in my views")),
        }  # fmt: skip
        holder = QWidget()
        flow = FlowLayout(holder, gap_px=theme.px(6))
        self.buttons: dict[str, QPushButton] = {}
        for key, (text, hint) in names.items():
            button = QPushButton(text)
            button.setObjectName(f"arrange_{key}")
            button.setToolTip(hint)
            button.setAutoDefault(False)
            button.clicked.connect(slots[key])
            flow.addWidget(button)
            self.buttons[key] = button
        self._said = label("", theme, ink="soft")
        self._said.setObjectName("arrange_message")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        column.addWidget(self._said)

    def say(self, text: str) -> None:
        """Say how things stand."""
        self._said.setText(text)


def _with_key(text: str, key: QKeySequence.StandardKey) -> str:
    keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})"
