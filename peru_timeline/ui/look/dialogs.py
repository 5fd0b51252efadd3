"""The base of the program's dialogs, and a message in plain text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from peru_timeline.ui.look.fitting_dialog import FittingDialog
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme


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
        """Add the buttons below the parts in the column."""
        close = QPushButton(self.tr("Close"))
        close.setObjectName("close")
        self.buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self.column.addWidget(self.buttons)


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


def run_dialog(dialog: QDialog) -> int:
    """Show a dialog until it is closed, then delete it; return its result."""
    result = dialog.exec()
    dialog.deleteLater()
    return result
