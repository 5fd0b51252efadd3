"""Lines and texts that say when the reader has done with them, and keep what was typed meanwhile.

Done is: another part has the focus, or Enter. Ctrl+Z first takes back what was typed here, then acts of the program.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from peru_timeline.ui.look.theme import TEXT_PX, Theme


class Line(QLineEdit):
    """A line of text."""

    typed = Signal()
    done = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._shown = ""
        self.textEdited.connect(lambda _text: self.typed.emit())
        self.returnPressed.connect(self.done)

    @property
    def value(self) -> str:
        """What is written, without white space at the ends."""
        return self.text().strip()

    @property
    def is_changed(self) -> bool:
        """Whether the reader has written something else than was shown."""
        return self.value != self._shown

    def show_value(self, text: str) -> None:
        """Show another text, unless the reader is at writing one."""
        if not (self.is_changed and self.hasFocus()):
            self.take_value(text)

    def take_value(self, text: str) -> None:
        """Show another text, whatever was written."""
        self._shown = text.strip()
        if self.text() != text or self.isUndoAvailable():
            at = self.cursorPosition()
            self.setText(text)  # forgets what Ctrl+Z would take back here
            self.setCursorPosition(min(at, len(text)) if self.hasFocus() else 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Say that the reader has done, unless only a menu or another window is in front."""
        super().focusOutEvent(event)
        if _goes_elsewhere(event):
            self.done.emit()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where nothing was typed."""
        if _is_for_window(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


class Text(QPlainTextEdit):
    """A text that is as high as what is written in it; `one_line`: without line breaks, as titles are."""

    typed = Signal()
    done = Signal()

    def __init__(self, name: str, theme: Theme, *, one_line: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(TEXT_PX))
        self.document().setDocumentMargin(theme.px(5))
        self._one_line, self._shown, self._is_filled = one_line, "", False
        self.textChanged.connect(self._changed)

    @property
    def value(self) -> str:
        """What is written, without white space at the ends."""
        text = self.toPlainText().strip()
        return " ".join(text.split()) if self._one_line else text

    @property
    def is_changed(self) -> bool:
        """Whether the reader has written something else than was shown."""
        return self.value != self._shown

    def show_value(self, text: str) -> None:
        """Show another text, unless the reader is at writing one."""
        if not (self.is_changed and self.hasFocus()):
            self.take_value(text)

    def take_value(self, text: str) -> None:
        """Show another text, whatever was written."""
        self._is_filled = True
        if self.toPlainText() != text:
            self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        self._is_filled = False
        self._shown = self.value

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the lines that are written."""
        lines = max(round(self.document().size().height()), 1)
        margins = 2 * (self.document().documentMargin() + self.frameWidth())
        height = lines * self.fontMetrics().lineSpacing() + margins
        return QSize(super().sizeHint().width(), round(height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same height in any width."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap for the new width, and become as high as that needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter ends a text of one line."""
        if self._one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Say that the reader has done, unless only a menu or another window is in front."""
        super().focusOutEvent(event)
        if _goes_elsewhere(event):
            self.done.emit()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where nothing was typed."""
        document = self.document()
        if _is_for_window(event, document.isUndoAvailable(), document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def _changed(self) -> None:
        self.updateGeometry()
        if not self._is_filled:
            self.typed.emit()


def _goes_elsewhere(event: QFocusEvent) -> bool:
    reasons = Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason
    return event.reason() not in reasons


def _is_for_window(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether a key is an undo or redo that the field has nothing for."""
    kinds = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress
    if event.type() not in kinds or not isinstance(event, QKeyEvent):
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo) and not can_undo
    return undo or (event.matches(QKeySequence.StandardKey.Redo) and not can_redo)
