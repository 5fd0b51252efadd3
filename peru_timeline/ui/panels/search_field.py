"""The search field: searches as the reader types, and shows how many events match."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from peru_timeline.typefaces import REGULAR
from peru_timeline.ui.commands.shortcuts import shown_first
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.theme import SMALL_PX, Theme
from peru_timeline.ui.look.wording import number_in_words
from peru_timeline.ui.state.view_state import ViewState

LONGEST_SEARCH = 200


class SearchField(QLineEdit):
    """Enter goes to the next hit, Shift+Enter to the previous one; Esc clears the field, then leaves it."""

    left = Signal()  # the reader is done with it

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("search")
        self._state, self._theme = state, theme
        self.setPlaceholderText(self.tr("Search titles, quotations, people…"))
        self.setAccessibleName(self.tr("Search titles, summaries, quotations and actors"))
        self.setToolTip(self.tr("Enter: next hit · Shift+Enter: previous hit · Esc: clear"))
        self.setMaxLength(LONGEST_SEARCH)
        glass = icon("search", theme.ink_soft)
        sign = self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        sign.setText(self.tr("Search"))
        self._end = QLabel(self)  # the shortcut; while searching, the number of hits
        self._end.setObjectName("search_hits")
        self._end.setProperty("ink", "faint")
        self._end.setFont(theme.font(SMALL_PX, REGULAR, tabular=True))
        self._end.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(state.set_text)
        state.query_changed.connect(self._follow)
        state.keys_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        text = self._state.query.text
        if self.text() != text:
            self.setText(text)
        if text.strip():
            found = int(self._state.mask.sum())
            number = number_in_words(found, self._state.language)
            self._end.setText(self.tr("{n} event(s)", "", found).format(n=number))
        else:
            self._end.setText(shown_first(self._state.keys, "search").replace("+", " "))
        self.setAccessibleDescription(self._end.text())
        self._place_end()

    def _place_end(self) -> None:
        self._end.adjustSize()
        right = self.width() - self._end.width() - self._theme.px(10)
        self._end.move(right, (self.height() - self._end.height()) // 2)
        self.setTextMargins(0, 0, self._end.width() + self._theme.px(4), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the number of hits at the right edge."""
        super().resizeEvent(event)
        self._place_end()

    def event(self, event: QEvent) -> bool:
        """Claim Esc before the window's own Esc, which would go on to clear the filters."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go through the hits, or clear and leave the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._state.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
