"""The bar at the top: what is open, the search, the grouping, and the commands used most."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from peru_timeline.chronology.text import in_language
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.fonts import SEMIBOLD
from peru_timeline.ui.icons import icon
from peru_timeline.ui.labels import label
from peru_timeline.ui.plain_text import one_line
from peru_timeline.ui.theme import HEADING_PX, SMALL_PX, Theme
from peru_timeline.ui.view_state import ViewState

HEIGHT_PX = 56


class TopBar(QFrame):
    """Title, search, grouping; buttons are made from actions it is given."""

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self._state, self._theme = state, theme
        self.setFixedHeight(theme.px(HEIGHT_PX))
        self.search = SearchField(state, theme)
        self._title = label("", theme, px=HEADING_PX, weight=SEMIBOLD)
        self._title.setObjectName("chronology_title")
        self._line = label("", theme, px=SMALL_PX, ink="soft")
        self._line.setObjectName("chronology_line")
        for text in (self._title, self._line):
            text.setWordWrap(False)
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        self._row.setSpacing(theme.px(8))
        self._row.addLayout(words, 10)
        self._row.addWidget(self.search, 12)
        self._row.addSpacing(theme.px(12))
        self._add_grouping()
        self._row.addStretch(2)
        state.document_changed.connect(self._show_title)
        self._show_title()

    def add_button(self, action: QAction, text: str) -> QPushButton:
        """Add a button at the right that does what an action does, under a short name."""
        button = QPushButton(text)
        button.setObjectName(f"button_{action.objectName()}")
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        self._row.addWidget(button)
        return button

    def _show_title(self) -> None:
        chronology, language = self._state.document.chronology, self._state.language
        self._title.setText(one_line(in_language(chronology.title, language), 80))
        about = in_language(chronology.description, language) if chronology.description else ""
        # %n is the number of sources
        sources = self.tr("%n source(s)", "", len(chronology.sources))
        self._line.setText(" · ".join(part for part in (one_line(about, 90), sources) if part))
        self._line.setToolTip(self._line.text())

    def _add_grouping(self) -> None:
        group = QButtonGroup(self)
        frame = QFrame()
        frame.setObjectName("grouping")
        frame.setAccessibleName(self.tr("Group the lanes by"))
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons: dict[Grouping, QPushButton] = {}
        for grouping, name in grouping_names().items():
            button = QPushButton(name)
            button.setObjectName(f"group_by_{grouping}")
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setToolTip(self.tr("Group the lanes by {0}").format(name.lower()))
            button.clicked.connect(lambda _=False, by=grouping: self._state.set_grouping(by))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[grouping] = button
        frame.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row.addWidget(frame)
        self._state.grouping_changed.connect(self._show_grouping)
        self._show_grouping()

    def _show_grouping(self) -> None:
        self._buttons[self._state.grouping].setChecked(True)


def grouping_names() -> dict[Grouping, str]:
    """Name the groupings for readers."""
    return {
        Grouping.SECTOR: QCoreApplication.translate("TopBar", "Sector"),
        Grouping.ACTOR: QCoreApplication.translate("TopBar", "Actor"),
        Grouping.SOURCE: QCoreApplication.translate("TopBar", "Source"),
        Grouping.NONE: QCoreApplication.translate("TopBar", "None"),
    }


class SearchField(QLineEdit):
    """Searches while one types; Enter goes to the next hit, Esc clears."""

    left = Signal()  # the reader is done: the timeline takes the focus

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("search")
        self._state = state
        self.setPlaceholderText(self.tr("Search titles, quotations, people…  (Ctrl+F)"))
        self.setAccessibleName(self.tr("Search titles, summaries, quotations and actors"))
        self.setToolTip(self.tr("Enter: next hit · Shift+Enter: previous hit · Esc: clear"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self.addAction(icon("search", theme.ink_soft), QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(state.set_text)
        state.query_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        if self.text() != self._state.query.text:
            self.setText(self._state.query.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go through the hits, or clear and leave."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._state.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)
