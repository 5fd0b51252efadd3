"""The list of what the search found, below the search field: one goes on to an event from there."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLineEdit, QTableView, QWidget

from peru_timeline.chronology.event_dates import short_event_date
from peru_timeline.chronology.search import Place, Reason, reasons
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.panels.hit_painting import Hit, HitDelegate
from peru_timeline.ui.panels.search_field import date_typed
from peru_timeline.ui.state.view_state import ViewState

_Index = QModelIndex | QPersistentModelIndex
HIT_ROLE = Qt.ItemDataRole.UserRole + 1
WIDEST_PX, MOST_ROWS = 620, 8
EDGE_PX, FRAME_PX = 8, 1
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: MOST_ROWS - 1,
    Qt.Key.Key_PageUp: 1 - MOST_ROWS,
}
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def place_name(place: Place) -> str:
    """What a text of an event is called."""
    names = {
        Place.TITLE: QCoreApplication.translate("Hits", "title"),
        Place.QUOTATION: QCoreApplication.translate("Hits", "quotation"),
        Place.SUMMARY: QCoreApplication.translate("Hits", "summary"),
        Place.ACTOR: QCoreApplication.translate("Hits", "actor"),
        Place.SECTOR: QCoreApplication.translate("Hits", "sector"),
        Place.SOURCE: QCoreApplication.translate("Hits", "source"),
    }
    return names[place]


class HitModel(QAbstractListModel):
    """The events that the search found, in order of date; only those in sight are ever read."""

    def __init__(self, state: ViewState) -> None:
        super().__init__()
        self._state = state
        self._events: NDArray[np.intp] = np.zeros(0, np.intp)

    def refresh(self) -> None:
        """Take over what is found now."""
        self.beginResetModel()
        hits = self._state.hits
        self._events = np.zeros(0, np.intp) if hits is None else np.flatnonzero(hits)
        self.endResetModel()

    def event_at(self, row: int) -> int:
        """The event in a row."""
        return int(self._events[row])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many events are found."""
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The Hit of a row; for screen readers all of it in words."""
        if role == HIT_ROLE:
            return self.hit(self.event_at(index.row()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            hit = self.hit(self.event_at(index.row()))
            why = (f"{name}: {found.text}".removesuffix(": ") for name, found in hit.reasons)
            return f"{isolated(hit.title)}, {hit.date}. {' · '.join((*why, hit.about)).removesuffix(' · ')}"
        return None

    def hit(self, event: int) -> Hit:
        """What is told of an event."""
        opened, language = self._state.opened, self._state.language
        chronology, search = opened.chronology, self._state.query.text
        one = chronology.events[event]
        whole = in_language(one.title, language)
        title = one_line(whole)
        # Of a title that is read above, its name is enough, and of what it is about the summary's beginning.
        found = [
            (place_name(why.place), why if why.text != whole else Reason(why.place, "", ()))
            for why in reasons(one, search, chronology, language)
        ]
        about = in_language(one.summary, language) if one.summary else ""
        return Hit(
            title,
            short_event_date(one, chronology, language),
            int(opened.columns.bloc[event]),
            search,
            tuple(found),
            one_line(about) if len(found) == 1 and not found[0][1].text else "",
        )


class HitList(QTableView):
    """Opens while one types, and with Down or Ctrl+F; Enter or a click goes to a hit; Esc closes it.

    The focus stays in the field. The list lies over the window and moves nothing.
    """

    chosen = Signal(int)
    """The reader goes to this event."""
    left = Signal()
    """The reader has gone there by a click: the timeline takes the focus."""
    marked = Signal(str)
    """What the row says that the reader has moved to."""

    def __init__(self, owner: QWidget, state: ViewState, theme: Theme, field: QLineEdit) -> None:
        """`owner` is what the list lies over."""
        super().__init__(owner)
        self.setObjectName("hit_list")
        self.setAccessibleName(self.tr("Events found"))
        self._owner, self._state, self._theme, self._field = owner, state, theme, field
        self._model = HitModel(state)
        self.setModel(self._model)
        self._delegate = HitDelegate(theme, HIT_ROLE, self)
        self.setItemDelegate(self._delegate)
        # A list view would visit every row there is whenever it opens: 0.3 s for 100,000.
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_px)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._take_click)
        self._typed = False
        self._moved = False  # whether the reader has gone down the list
        field.installEventFilter(self)
        owner.installEventFilter(self)
        field.textEdited.connect(self._note_typing)
        state.query_changed.connect(self._follow)
        self.hide()

    def open(self) -> None:
        """Show what is found, if anything is; the row that Enter takes is marked."""
        if self._state.hits is None:
            self.close_list()
            return
        self._model.refresh()
        self._moved = False
        if not self._model.rowCount():
            self.close_list()
            return
        self.setCurrentIndex(self._model.index(0))
        self._place()
        self.show()
        self.raise_()

    def close_list(self) -> None:
        """Hide the list."""
        self.hide()

    def _note_typing(self) -> None:
        self._typed = True  # what is typed is searched for in a moment

    def _follow(self) -> None:
        if self._typed or self.isVisible():
            self.open()
        self._typed = False

    def _place(self) -> None:
        px, rows = self._theme.px, min(self._model.rowCount(), MOST_ROWS)
        corner = self._field.mapTo(self._owner, QPoint(0, self._field.height() + px(4)))
        width = min(max(px(WIDEST_PX), self._field.width()), self._owner.width() - 2 * px(EDGE_PX))
        left = max(min(corner.x(), self._owner.width() - width - px(EDGE_PX)), px(EDGE_PX))
        room = self._owner.height() - corner.y() - px(EDGE_PX)
        rows = max(min(rows, (room - 2 * FRAME_PX) // self._delegate.row_px), 1)  # none is cut
        self.setGeometry(left, corner.y(), width, rows * self._delegate.row_px + 2 * FRAME_PX)

    def _take_click(self, index: QModelIndex) -> None:
        event = self._model.event_at(index.row())
        self.close_list()
        self.chosen.emit(event)
        self.left.emit()

    def move_by(self, steps: int) -> None:
        """Mark another row."""
        row = min(max(self.currentIndex().row() + steps, 0), self._model.rowCount() - 1)
        self._moved = True
        self.setCurrentIndex(self._model.index(row))
        self.scrollTo(self.currentIndex())
        self.marked.emit(str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the keys that go through the list before the field does; follow field and window."""
        kind = event.type()
        if watched is self._owner:
            if kind == QEvent.Type.Resize and self.isVisible():
                self._place()
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize):
            if self.isVisible():
                self._place()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in _STAYS:
                self.close_list()
        elif (
            kind == QEvent.Type.FocusIn
            and isinstance(event, QFocusEvent)
            and event.reason() == Qt.FocusReason.ShortcutFocusReason
        ):
            self.open()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, plain = Qt.Key(event.key()), not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if not self.isVisible():
            if key == Qt.Key.Key_Down and self._state.hits is not None:
                self.open()
                return self.isVisible()
            return False
        if key in _MOVES:
            self.move_by(_MOVES[key])
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self._takes_enter():
            row = self.currentIndex().row()
            self.close_list()
            self.chosen.emit(self._model.event_at(row))
        else:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.close_list()
            return False
        return True

    def _takes_enter(self) -> bool:
        """A typed date is gone to, unless the reader has gone down the list."""
        return self._moved or date_typed(self._field.text()) is None
