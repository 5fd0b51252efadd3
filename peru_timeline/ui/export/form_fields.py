"""Fields of the export form: the template of slides, and choices by name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from peru_timeline.ui.look.text_labels import ElidedLabel
from peru_timeline.ui.look.theme import TEXT_PX, Theme


class TemplateField(QWidget):
    """Names the chosen template; a button chooses another, one takes it away."""

    changed = Signal()

    def __init__(self, theme: Theme, path: str) -> None:
        super().__init__()
        self.path = path
        self._name = ElidedLabel(theme, px=TEXT_PX)
        self._choose = QPushButton(self.tr("Choose…"))
        self._choose.setObjectName("export_template_choose")
        self._none = QPushButton(self.tr("None"))
        self._none.setObjectName("export_template_none")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._choose)
        row.addWidget(self._none)
        self._choose.clicked.connect(self._ask)
        self._none.clicked.connect(lambda: self.take(""))
        self._show()

    def take(self, path: str) -> None:
        """Choose this file, or none with ""."""
        self.path = path
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        name = Path(self.path).name if self.path else self.tr("The program’s own look")
        self._name.show_text(name)
        self._none.setEnabled(bool(self.path))

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Template for slides"), self.path, "*.potx *.pptx"
        )
        if chosen:
            self.take(chosen)


def combo(name: str, items: Iterable[tuple[str, str]], chosen: str) -> QComboBox:
    """A choice among texts, each with its key; `chosen` is a key."""
    box = QComboBox()
    box.setObjectName(name)
    for key, text in items:
        box.addItem(text, key)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box
