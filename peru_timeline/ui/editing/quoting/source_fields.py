"""The fields of a source that a document is to become: what it says of itself, for the reader to correct."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QWidget

from peru_timeline.chronology.documents.said_of_itself import Said
from peru_timeline.ui.editing.form.new_item_dialog import source_kinds
from peru_timeline.ui.editing.form.row_inputs import ChoiceInput, LineInput
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme


class SourceFields(QScrollArea):
    """A form with what a citation needs."""

    typed = Signal()

    def __init__(self, theme: Theme, said: Said) -> None:
        super().__init__()
        self.setObjectName("source_fields")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held = QWidget()
        form = QFormLayout(held)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        text = self.tr(
            "This is what the document says of itself. Please check it: it becomes the citation."
        )
        form.addRow(label(text, theme, ink="soft"))
        kinds = source_kinds()
        self._kind = ChoiceInput(self.tr("Kind"), list(kinds.items()))
        self._kind.setObjectName("type")
        self._kind.show_value(said.type if said.type in kinds else "article")
        self._kind.done.connect(self.typed)
        self._lines: dict[str, LineInput] = {}
        for key, caption, value in (
            ("title", self.tr("Title"), said.title),
            ("author", self.tr("Authors, with semicolons between them"), "; ".join(said.author)),
            ("publisher", self.tr("Publisher, newspaper or site"), said.publisher),
            ("issued", self.tr("Date of issue"), said.issued),
            ("url", self.tr("Address on the web"), said.url),
            ("language", self.tr("Language, such as en or es"), said.language),
        ):
            line = LineInput(caption)
            line.setObjectName(key)
            line.setPlaceholderText("")  # the caption stands beside it
            line.setText(value)
            line.setCursorPosition(0)
            line.typed.connect(self.typed)
            self._lines[key] = line
            self._add(form, caption, line)
            if key == "title":
                self._add(form, self.tr("Kind"), self._kind)
        self.setWidget(held)

    @property
    def said(self) -> Said:
        """What the fields say now."""
        lines = {key: line.value or "" for key, line in self._lines.items()}
        authors = tuple(filter(None, map(str.strip, lines.pop("author").split(";"))))
        return Said(**lines, author=authors, type=self._kind.value)

    @staticmethod
    def _add(form: QFormLayout, caption: str, made: QWidget) -> None:
        shown = QLabel(caption)
        shown.setWordWrap(True)
        shown.setBuddy(made)
        shown.setProperty("ink", "soft")
        form.addRow(shown, made)
