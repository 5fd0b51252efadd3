"""The small windows: faults of a file, what the program is, a text with a highlight.

All text from files is set as plain text.
"""

from __future__ import annotations

import platform
from collections.abc import Sequence

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QColor, QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from peru_timeline import __version__
from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.review.documents import Passage, QuotationSpan
from peru_timeline.chronology.text import in_language
from peru_timeline.paths import licences_dir
from peru_timeline.ui.look.fitting_dialog import FittingDialog
from peru_timeline.ui.look.fonts import MEDIUM, SEMIBOLD
from peru_timeline.ui.look.icons import program_icon
from peru_timeline.ui.look.plain_text import displayable
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import HEADING_PX, TEXT_PX, TITLE_PX, Theme
from peru_timeline.ui.look.wording import translated


class Dialog(FittingDialog):
    """A dialog with a heading, a column of parts and a Close button."""

    def __init__(self, parent: QWidget | None, theme: Theme, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(14))
        self.column.setSpacing(theme.px(10))
        self.buttons = QDialogButtonBox()

    def finish(self) -> None:
        """Add the buttons below what stands in the column."""
        close = QPushButton(self.tr("Close"))
        close.setObjectName("close")
        self.buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self.column.addWidget(self.buttons)


class FaultsDialog(Dialog):
    """Every fault of a file, each with its place; what was open stays open."""

    def __init__(self, parent: QWidget | None, theme: Theme, error: ChronologyError) -> None:
        super().__init__(parent, theme, self.tr("The file could not be opened"))
        self.setObjectName("faults_dialog")
        self.resize(theme.px(720), theme.px(420))
        self.column.addWidget(
            label(self.tr("This file could not be opened:"), theme, px=HEADING_PX, weight=MEDIUM)
        )
        self.column.addWidget(label(str(error.path), theme))
        many = self.tr("%n fault(s) found. What was open stays open.", "", len(error.faults))
        self.column.addWidget(label(many, theme, ink="soft"))
        self._list = QPlainTextEdit(
            "\n".join(displayable(fault.translated(translated)) for fault in error.faults)
        )
        self._list.setObjectName("faults")
        self._list.setReadOnly(True)
        self._list.document().setDocumentMargin(theme.px(10))
        self._list.setAccessibleName(self.tr("Faults and their places"))
        self._list.setFont(theme.font(TEXT_PX))
        self.column.addWidget(self._list, 1)
        copy = self.buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copy_faults")
        copy.setAutoDefault(False)
        copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(error.translated(translated))
        )
        self.finish()


class AboutDialog(Dialog):
    """What the program is, what it is made of, and what the open chronology rests on."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, chronology: Chronology, language: str
    ) -> None:
        super().__init__(parent, theme, self.tr("About Peru Timeline"))
        self.setObjectName("about_dialog")
        self.resize(theme.px(640), theme.px(560))
        head = QHBoxLayout()
        picture = QLabel()
        picture.setPixmap(program_icon().pixmap(theme.px(48), theme.px(48)))
        head.addWidget(picture)
        head.addWidget(
            label("Peru Timeline " + __version__, theme, px=TITLE_PX, weight=SEMIBOLD), 1
        )
        self.column.addLayout(head)
        text = QPlainTextEdit(about_text(chronology, language))
        text.setObjectName("about_text")
        text.setReadOnly(True)
        text.document().setDocumentMargin(theme.px(10))
        text.setAccessibleName(self.tr("Versions, sources and licences"))
        self.column.addWidget(text, 1)
        self.finish()


def about_text(chronology: Chronology, language: str) -> str:
    """Give versions, sources and licences as plain text."""
    sources = (f"· {reference(source, language)}" for source in chronology.sources)
    parts = [
        QCoreApplication.translate(
            "About",
            "A timeline of a source-cited chronology. It works offline and sends nothing anywhere.",
        ),
        "{} {}: {}".format(
            QCoreApplication.translate("About", "Chronology"),
            displayable(chronology.version),
            displayable(in_language(chronology.title, language)),
        ),
        "\n".join(
            [
                QCoreApplication.translate("About", "Sources of this chronology:"),
                *(displayable(line) for line in sources),
            ]
        ),
        QCoreApplication.translate(
            "About",
            "The program is under the MIT licence. The chronology that comes with it is under "
            "CC BY 4.0; the quotations in it belong to their authors.",
        ),
        QCoreApplication.translate(
            "About",
            "It uses Qt and PySide6 (LGPL-3), pyqtgraph (MIT), NumPy (BSD), pydantic (MIT), "
            "msgspec (BSD), platformdirs (MIT), python-pptx and python-docx (MIT), fontTools (MIT), "
            "python-isal (PSF-2.0) with ISA-L (BSD), and the fonts "
            "Inter and Source Serif 4 (SIL Open Font License).",
        ),
        f"Python {platform.python_version()} · Qt {qVersion()} · PySide6 {pyside_version}",
    ]
    if (folder := licences_dir()) is not None:
        words = QCoreApplication.translate("About", "The licence of each part stands in {0}")
        parts.append(words.format(folder))
    return "\n\n".join(parts)


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
        """`places` are where the text is quoted, in its order; `at` is the one shown first."""
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
        """Go that many quotations further, round the end."""
        self._at = (self._at + steps) % len(self._places)
        # The one shown comes last: quotations may overlap, and the last lies on top.
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


def plain_message(parent: QWidget | None, theme: Theme, title: str, text: str) -> QDialog:
    """Make a dialog that says something in plain text."""
    dialog = Dialog(parent, theme, title)
    dialog.setObjectName("message_dialog")
    dialog.setMinimumWidth(theme.px(420))
    said = label(text, theme)
    said.setMinimumWidth(theme.px(380))
    said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    dialog.column.addWidget(said)
    dialog.finish()
    return dialog
