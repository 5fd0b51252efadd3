"""The text of a document: quotations are marked in it, and words can be selected by mouse and by keys."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from peru_timeline.chronology.review.documents import Passage, QuotationSpan
from peru_timeline.ui.look.theme import HEADING_PX, Theme

Place = tuple[int, int]
"""The index of a passage, and a place in its text."""


class DocumentView(QPlainTextEdit):
    """Shows passages as plain text, with a blank line between them."""

    marked_clicked = Signal(int)
    """The index of a marked quotation that was clicked, or where Enter was pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("document")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Text of the document"))
        self.setFont(theme.font(HEADING_PX, serif=True))
        self.document().setDocumentMargin(theme.px(12))
        self._theme = theme
        self._starts: list[int] = []
        self._lengths: list[int] = []
        self._spans: Sequence[QuotationSpan] = ()
        self._at: int | None = None
        self._pressed = False

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Show another text."""
        starts, length = [], 0
        for passage in passages:
            starts.append(length)
            length += _units(passage.text) + 2
        self._starts = starts
        self._lengths = [len(passage.text) for passage in passages]
        self._texts = [passage.text for passage in passages]
        self.setPlainText("\n\n".join(self._texts))

    def mark(self, spans: Sequence[QuotationSpan], at: int | None) -> None:
        """Mark quotations, and one of them as the current one."""
        self._spans, self._at = spans, at
        order = [index for index in range(len(spans)) if index != at]
        # The current one comes last: quotations may overlap, and the last is on top.
        self.setExtraSelections([self._look(i) for i in (*order, *([] if at is None else [at]))])

    def go_to(self, span: QuotationSpan) -> None:
        """Show a quotation in the middle, with nothing selected."""
        cursor = self.textCursor()
        cursor.setPosition(self._position(span.passage, span.start))
        self.setTextCursor(cursor)
        self.centerCursor()

    def select(self, start: Place, end: Place) -> None:
        """Select words as the reader does."""
        cursor = self.textCursor()
        cursor.setPosition(self._position(*start))
        cursor.setPosition(self._position(*end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Select nothing, and say nothing of it."""
        blocker = QSignalBlocker(self)
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        blocker.unblock()

    @property
    def selection(self) -> tuple[Place, Place] | None:
        """Where the selection begins and ends; None for no selection."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._place(cursor.selectionStart()), self._place(cursor.selectionEnd())

    def _position(self, passage: int, place: int) -> int:
        return self._starts[passage] + _units(self._texts[passage][:place])

    def _place(self, position: int) -> Place:
        passage = max(bisect_right(self._starts, position) - 1, 0)
        units = (position - self._starts[passage]) * 2
        text = self._texts[passage].encode("utf-16-le")[:units].decode("utf-16-le", "ignore")
        return passage, len(text)

    def _look(self, index: int) -> QTextEdit.ExtraSelection:
        span = self._spans[index]
        marked = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position(span.passage, span.start))
        cursor.setPosition(self._position(span.passage, span.end), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        is_here = index == self._at
        look.setBackground(self._theme.highlight if is_here else QColor(self._theme.pressed))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        marked.cursor, marked.format = cursor, look
        return marked

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tell of a click on a quotation; dragging over it selects words."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.tell_of_mark()

    def tell_of_mark(self) -> None:
        """Tell which quotation the cursor is in; of several, the shortest."""
        passage, place = self._place(self.textCursor().position())
        here = [
            (span.end - span.start, index)
            for index, span in enumerate(self._spans)
            if span.passage == passage and span.start <= place <= span.end
        ]
        if here:
            self.marked_clicked.emit(min(here)[1])


def _units(text: str) -> int:
    """The length of a text as Qt counts it: characters beyond U+FFFF count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2
