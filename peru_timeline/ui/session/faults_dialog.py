"""The dialog that lists the faults of a file."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.typefaces import MEDIUM
from peru_timeline.ui.look.dialogs import Dialog
from peru_timeline.ui.look.plain_text import displayable
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import HEADING_PX, TEXT_PX, Theme
from peru_timeline.ui.look.wording import translated


class FaultsDialog(Dialog):
    """Lists every fault of a file with its place."""

    def __init__(self, parent: QWidget | None, theme: Theme, error: ChronologyError) -> None:
        super().__init__(parent, theme, self.tr("The file could not be opened"))
        self.setObjectName("faults_dialog")
        self.resize(theme.px(720), theme.px(420))
        self.column.addWidget(
            label(self.tr("This file could not be opened:"), theme, px=HEADING_PX, weight=MEDIUM)
        )
        self.column.addWidget(label(str(error.path), theme))
        many = self.tr(
            "%n fault(s) found. The chronology that was open stays open.", "", len(error.faults)
        )
        self.column.addWidget(label(many, theme, ink="soft"))
        self._list = QPlainTextEdit(
            "\n".join(displayable(fault.translated(translated)) for fault in error.faults)
        )
        self._list.setObjectName("faults")
        self._list.setReadOnly(True)
        self._list.document().setDocumentMargin(theme.px(10))
        self._list.setAccessibleName(self.tr("Faults and where they are"))
        self._list.setFont(theme.font(TEXT_PX))
        self.column.addWidget(self._list, 1)
        copy = self.buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copy_faults")
        copy.setAutoDefault(False)
        copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(error.translated(translated))
        )
        self.finish()
