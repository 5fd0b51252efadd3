"""Editing the headline or the line below it where it stands in the preview."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.ui.export.arranging.parts import Part, box_of
from peru_timeline.ui.export.export_preview import Preview

LEAST_WIDTH_PX, LONGEST_TEXT = 240, 2000


class TextInPlace(QLineEdit):
    """A field over a text of the preview; Enter takes over what it says, Esc leaves the text as it was."""

    entered = Signal(object, str)
    """A part, and its new text."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview)
        self.setObjectName("text_in_place")
        self.setMaxLength(LONGEST_TEXT)
        self._preview = preview
        self._part: Part | None = None
        self.hide()

    def open(self, composition: Composition, part: Part, text: str) -> None:
        """Begin to edit a text."""
        box = box_of(composition, part)
        if box is None:
            return
        self._part = part
        self.setAccessibleName(
            self.tr("Headline") if part.kind == "headline" else self.tr("Line below the headline")
        )
        place = self._preview.on_widget(box)
        height = max(
            self.sizeHint().height(), min(int(place.height()), 2 * self.sizeHint().height())
        )
        width = max(int(place.width()), LEAST_WIDTH_PX)
        left = min(int(place.left()), max(self._preview.width() - width, 0))
        self.setGeometry(left, int(place.top()), width, height)
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus()

    def _take(self) -> None:
        part, self._part = self._part, None
        self.hide()
        if part is not None:
            self.entered.emit(part, self.text())
            self._preview.setFocus()

    def event(self, event: QEvent) -> bool:
        """Tab takes the text over too."""
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in tabs:
            self._take()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and Esc end the editing; they do not reach the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self._part = None
            self.hide()
            self._preview.setFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What was typed is taken over when one goes on elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._take()
