"""The foot of the wizard: what is going on, and the buttons that go back, on and away."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from peru_timeline.ui.canvas.accessible.announcer import announce
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import SMALL_PX, Theme

SHOWN_AFTER_MS = 300
BAR_PX = 140


class Footer(QWidget):
    """Progress, a message, and the buttons Back, Next and Cancel."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._said = label("", theme, px=SMALL_PX, ink="soft")
        self._said.setObjectName("import_said")
        self._bar = QProgressBar()
        self._bar.setObjectName("import_progress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(theme.px(BAR_PX), theme.px(8))
        self._bar.hide()
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(SHOWN_AFTER_MS)
        self._due.timeout.connect(self._bar.show)
        self.back = self._button("import_back", self.tr("Back"))
        self.next = self._button("import_next", self.tr("Next"))
        self.cancel = self._button("import_cancel", self.tr("Cancel"))
        self.next.setDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._bar)
        row.addWidget(self._said, 1)
        for button in (self.back, self.next, self.cancel):
            row.addWidget(button)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def show_state(self, *, first: bool, last: bool, ready: bool, busy: bool, rows: int) -> None:
        """Enable what can be done; `rows` is how many there are to come to, 0 if that is not known."""
        self.back.setEnabled(not first)
        self.next.setEnabled(ready)
        self.next.setText(self.tr("Open the chronology") if last else self.tr("Next"))
        self._bar.setRange(0, rows)
        if busy:
            self._said.clear()
            if not self._bar.isVisible() and not self._due.isActive():
                self._due.start()
        else:
            self._due.stop()
            self._bar.hide()
            self._bar.reset()

    def show_progress(self, done: int) -> None:
        """Say how many rows the work has come to."""
        if self._bar.isVisible():
            self._bar.setValue(done)
            self._said.setText(self.tr("{n} row(s)", "", done).format(n=done))

    def say(self, text: str) -> None:
        """Say something, also to screen readers."""
        self._said.setText(text)
        announce(self, text)
