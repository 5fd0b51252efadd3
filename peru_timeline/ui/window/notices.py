"""Notices over the timeline: how to begin, at the first start; why nothing is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.ui.canvas.accessible.announcer import announce
from peru_timeline.ui.commands.shortcuts import key_or_name
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import SMALL_PX, Theme
from peru_timeline.ui.state.view_state import ViewState

WIDEST_PX, EDGE_PX, OVERVIEW_PX, CLOSE_PX = 700, 16, 58, 24


class Notices(QWidget):
    """At most a line or two, at the foot of the timeline; nothing moves when they come or go."""

    hint_closed = Signal()
    """The reader has read how to begin."""

    def __init__(self, over: QWidget, state: ViewState, theme: Theme, *, hint: bool) -> None:
        """They lie `over` a widget. `hint`: say how to begin, until `hide_hint` is called."""
        super().__init__(over)
        self._over = over
        self.setObjectName("notices")
        self._state, self._theme = state, theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._hint = self._notice(
            "hint",
            self.tr(
                "Click a mark to read what the sources say · turn the wheel to zoom · drag to "
                "move · {0} shows every key"
            ).format(key_or_name(state.keys, "keys")),
        )
        self._nothing = self._notice("no_events", self.tr("No events match these filters."))
        clear = QPushButton(self.tr("Clear all filters"))
        clear.setObjectName("clear_from_notice")
        clear.clicked.connect(state.clear_filters)
        row = self._nothing.layout()
        if row is not None:
            row.addWidget(clear)
        self._empty = self._notice(
            "empty_chronology",
            self.tr(
                "This chronology has no events yet. {0} makes one, {1} opens another chronology."
            ).format(key_or_name(state.keys, "new_event"), key_or_name(state.keys, "open_file")),
        )
        self._file = self._notice("file_notice", "")
        self._file_act = QPushButton()
        self._file_act.setObjectName("act_on_file")
        self._file_act.clicked.connect(self._act_on_file)
        self._do_on_file: Callable[[], object] | None = None
        row = self._file.layout()
        if row is not None:
            row.addWidget(self._file_act)
            row.addWidget(self._close_button("close_file_notice", self._close_file))
        self._file.hide()
        for notice in (self._hint, self._nothing, self._empty, self._file):
            column.addWidget(notice)
        self._hint.setVisible(hint)
        over.installEventFilter(self)
        state.query_changed.connect(self._refresh)
        state.chronology_changed.connect(self._refresh)
        self._refresh()

    def hide_hint(self) -> None:
        """Hide the hint on how to begin."""
        self._hint.hide()
        self._place()

    def tell_of_file(self, text: str, action: str, act: Callable[[], object] | None) -> None:
        """Say something about the file, with a button to act on it; an empty text takes the notice away."""
        said = self._file.findChild(QLabel)
        if said is not None:
            said.setText(text)
        self._file_act.setText(action)
        self._do_on_file = act
        self._file.setVisible(bool(text))
        self._place()
        if text:
            announce(self, text)

    def _act_on_file(self) -> None:
        act = self._do_on_file
        self._close_file()
        if act is not None:
            act()

    def _close_file(self) -> None:
        self.tell_of_file("", "", None)

    def _refresh(self) -> None:
        mask = self._state.mask
        self._nothing.setVisible(len(mask) > 0 and not mask.any())
        self._empty.setVisible(len(mask) == 0)
        self._place()

    def _place(self) -> None:
        shown = not all(n.isHidden() for n in (self._hint, self._nothing, self._empty, self._file))
        self.setVisible(shown)
        if not shown:
            return
        px, over = self._theme.px, self._over
        width = min(px(WIDEST_PX), over.width() - 2 * px(EDGE_PX))
        height = self.heightForWidth(width)
        top = max(over.height() - px(OVERVIEW_PX + EDGE_PX) - height, px(EDGE_PX))
        self.setGeometry((over.width() - width) // 2, top, width, height)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay at the foot of what they lie over."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _notice(self, name: str, text: str) -> QFrame:
        px = self._theme.px
        notice = QFrame()
        notice.setObjectName(name)
        notice.setAccessibleName(self.tr("Notice"))
        notice.setProperty("notice", True)
        row = QHBoxLayout(notice)
        row.setContentsMargins(px(14), px(7), px(12), px(7))
        said = label(text, self._theme, px=SMALL_PX, ink="soft", selectable=False)
        said.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        row.addWidget(said, 1)
        if name == "hint":
            row.addWidget(self._close_button("close_hint", self._close_hint))
        return notice

    def _close_hint(self) -> None:
        self.hide_hint()
        self.hint_closed.emit()

    def _close_button(self, name: str, act: Callable[[], None]) -> QToolButton:
        close = QToolButton()
        close.setObjectName(name)
        close.setIcon(icon("close", self._theme.ink_soft))
        side = self._theme.px(CLOSE_PX)
        close.setFixedSize(side, side)
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.setToolTip(self.tr("Close"))
        close.setAccessibleName(self.tr("Close the notice"))
        close.clicked.connect(act)
        return close
