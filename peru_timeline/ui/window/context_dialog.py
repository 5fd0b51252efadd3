"""The dialog that shows a quotation in the full text of its source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QTextEdit, QWidget

from peru_timeline.chronology.review.documents import Passage, QuotationSpan
from peru_timeline.typefaces import MEDIUM
from peru_timeline.ui.look.dialogs import Dialog
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import HEADING_PX, Theme


class ContextDialog(Dialog):
    """A source's full text at a quotation, with the next and previous quotation of that text."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        passages: Sequence[Passage],
        places: Sequence[QuotationSpan],
        at: int,
    ) -> None:
        """`places` are where the text is quoted, in order; `at` is the index of the one shown first."""
        super().__init__(parent, theme, self.tr("Read in context"))
        self.setObjectName("context_dialog")
        self.resize(theme.px(760), theme.px(640))
        self._places, self._at = places, at
        self.column.addWidget(label(title, theme, px=HEADING_PX, weight=MEDIUM))
        self._text = QPlainTextEdit()
        self._text.setObjectName("document")
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Full text of the source"))
        self._text.setFont(theme.font(HEADING_PX, serif=True))
        self._starts: list[int] = []
        text = ""
        for passage in passages:
            self._starts.append(len(text))
            text += passage.text + "\n\n"
        self._text.setPlainText(text)
        self._text.document().setDocumentMargin(theme.px(12))
        self.column.addWidget(self._text, 1)
        self._where = label("", theme, ink="soft")
        self.column.addWidget(self._where)
        for name, words, steps in (
            ("previous_quotation", self.tr("Previous quotation"), -1),
            ("next_quotation", self.tr("Next quotation"), 1),
        ):
            button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, by=steps: self.step(by))
        self.finish()
        self.step(0)

    def step(self, steps: int) -> None:
        """Go that many quotations further; after the last comes the first."""
        self._at = (self._at + steps) % len(self._places)
        # The current one comes last: quotations may overlap, and the last is on top.
        others = [index for index in range(len(self._places)) if index != self._at]
        selections = [self._mark(index) for index in (*others, self._at)]
        self._text.setExtraSelections(selections)
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(self._position(self._places[self._at])[0])
        self._text.setTextCursor(cursor)
        self._text.centerCursor()
        self._where.setText(
            self.tr("Quotation {0} of {1} from this text").format(self._at + 1, len(self._places))
        )

    def _position(self, place: QuotationSpan) -> tuple[int, int]:
        start = self._starts[place.passage]
        return start + place.start, start + place.end

    def _mark(self, index: int) -> QTextEdit.ExtraSelection:
        start, end = self._position(self._places[index])
        marked = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        here = index == self._at
        look.setBackground(self.theme.highlight if here else QColor(self.theme.pressed))
        marked.cursor = cursor
        marked.format = look
        return marked
