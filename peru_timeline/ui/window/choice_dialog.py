"""The dialog that offers templates or samples: a list, and what the chosen one is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.chronology.templates.library import Offered
from peru_timeline.chronology.text import in_language
from peru_timeline.typefaces import SEMIBOLD
from peru_timeline.ui.look.dialogs import Dialog
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import TITLE_PX, Theme

SIZE_PX = (640, 340)
LIST_PX = 240


class ChoiceDialog(Dialog):
    """Offers chronologies; `chosen` is the one that was accepted."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        offered: Sequence[Offered],
        language: str,
        take: str,
    ) -> None:
        """`take` is what the button says that accepts the choice."""
        super().__init__(parent, theme, title)
        self.setObjectName("choice_dialog")
        self.resize(*map(theme.px, SIZE_PX))
        self._offered, self._language = offered, language
        self.list = QListWidget()
        self.list.setObjectName("offered")
        self.list.setAccessibleName(title)
        self.list.setFixedWidth(theme.px(LIST_PX))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self._heading = label("", theme, px=TITLE_PX, weight=SEMIBOLD)
        self._text = label("", theme)
        self._text.setObjectName("about_offered")
        about = QVBoxLayout()
        about.setSpacing(theme.px(8))
        about.addWidget(self._heading)
        about.addWidget(self._text)
        about.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(20))
        row.addWidget(self.list)
        row.addLayout(about, 1)
        self.column.addLayout(row, 1)
        accept = QPushButton(take)
        accept.setObjectName("take")
        self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.finish()
        accept.setDefault(True)
        for each in offered:
            self.list.addItem(in_language(each.title, language))
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def chosen(self) -> Offered:
        """The chronology that is marked in the list."""
        return self._offered[max(self.list.currentRow(), 0)]

    def add_way(self, text: str, name: str) -> QPushButton:
        """Add a button for another way on, left of the others."""
        button = QPushButton(text)
        button.setObjectName(name)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.HelpRole)
        return button

    def _show(self) -> None:
        self._heading.setText(in_language(self.chosen.title, self._language))
        self._text.setText(in_language(self.chosen.description, self._language))
