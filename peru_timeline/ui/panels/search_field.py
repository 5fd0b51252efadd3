"""The search field: searches as the reader types, and shows how many events match."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from peru_timeline.chronology.dates.event_date import EventDate, parse_date
from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.dates.written.understood import Grade
from peru_timeline.typefaces import REGULAR
from peru_timeline.ui.commands.shortcuts import shown_first
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.theme import SMALL_PX, Theme
from peru_timeline.ui.look.wording import number_in_words
from peru_timeline.ui.state.view_state import ViewState

LONGEST_SEARCH = 200
ROOMY_PX = 200
"""Width from which the field shows how many events are found, or its key."""
SIGNS_PX = 56
"""What the field takes for its glass, its edges and the air around what is typed."""


def date_typed(text: str) -> EventDate | None:
    """The date that a search is, such as "2017" or "Dec 2022"; None for a search for words."""
    if not any(sign.isdigit() for sign in text):
        return None
    understood = understand(text)
    if understood.grade is not Grade.EXACT:
        return None
    date = parse_date(understood.edtf)
    return None if date.reach is None else date


class SearchField(QLineEdit):
    """Enter goes to the next hit or to a typed date, Shift+Enter to the hit before; Esc clears, then leaves."""

    left = Signal()  # the reader is done: the timeline takes the focus
    date_entered = Signal(object)
    """An EventDate that was typed: the timeline goes there."""

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("search")
        self._state, self._theme = state, theme
        self.setAccessibleName(self.tr("Search titles, summaries, quotations and actors"))
        self.setToolTip(
            self.tr(
                "Enter: next hit, or the date you typed · Shift+Enter: previous hit · Esc: clear"
            )
        )
        self.setMaxLength(LONGEST_SEARCH)
        glass = icon("search", theme.ink_soft)
        sign = self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        sign.setText(self.tr("Search"))
        self._end = QLabel(self)  # the shortcut; while searching, the number of hits
        self._end.setObjectName("search_hits")
        self._end.setProperty("ink", "faint")
        self._end.setFont(theme.font(SMALL_PX, REGULAR, tabular=True))
        self._end.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = self.addAction(
            icon("close", theme.ink_soft), QLineEdit.ActionPosition.TrailingPosition
        )
        self._clear.setObjectName("clear_search")
        self._clear.setText(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search"))
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(state.set_text)
        state.query_changed.connect(self._follow)
        state.keys_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        text = self._state.query.text
        if self.text() != text:
            self.setText(text)
        self._clear.setVisible(bool(text))
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
        roomy = self.width() >= self._theme.px(ROOMY_PX)
        self.setPlaceholderText(
            self.tr("Search titles, quotations, people…") if roomy else self.tr("Search")
        )
        sign_px = self._theme.px(26) if self._clear.isVisible() else 0
        # What is typed comes first where there is little room.
        typed = self.fontMetrics().horizontalAdvance(self.text())
        left = self.width() - self._theme.px(SIGNS_PX) - sign_px - self._end.width()
        roomy = roomy and typed <= left
        self._end.setVisible(roomy)
        right = self.width() - self._end.width() - self._theme.px(10) - sign_px
        self._end.move(right, (self.height() - self._end.height()) // 2)
        room = self._end.width() + self._theme.px(4) if roomy else 0
        self.setTextMargins(0, 0, room, 0)

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
            date = None if back else date_typed(self.text())
            if date is None:
                self._state.step(-1 if back else 1)
            else:
                self.clear()
                self.date_entered.emit(date)
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
