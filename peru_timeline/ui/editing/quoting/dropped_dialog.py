"""The question what a text or Markdown file that was dropped on the window is: a document, or a list of events."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from peru_timeline.ui.look.dialogs import Dialog
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme

WIDTH_PX = 420
LONGEST_NAME = 60


class DroppedDialog(Dialog):
    """Its result is QUOTE, IMPORT or, closed, neither."""

    QUOTE, IMPORT = 2, 3

    def __init__(self, parent: QWidget, theme: Theme, name: str) -> None:
        super().__init__(parent, theme, self.tr("A document was dropped"))
        self.setObjectName("dropped_dialog")
        self.setMinimumWidth(theme.px(WIDTH_PX))
        text = self.tr("“{0}” can be quoted from, or imported if it lists events.")
        said = label(text.format(one_line(name, LONGEST_NAME)), theme)
        said.setMinimumWidth(theme.px(WIDTH_PX - 40))
        self.column.addWidget(said)
        for object_name, words, result in (
            ("quote", self.tr("Quote from it"), self.QUOTE),
            ("import", self.tr("Import its events"), self.IMPORT),
        ):
            button = QPushButton(words)
            button.setObjectName(object_name)
            button.clicked.connect(lambda _=False, value=result: self.done(value))
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.finish()
