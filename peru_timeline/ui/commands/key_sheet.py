"""The key sheet: every key and gesture at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP
from peru_timeline.typefaces import SEMIBOLD
from peru_timeline.ui.commands.command_table import COMMANDS
from peru_timeline.ui.commands.shortcuts import KeyMap, is_single, shown_key
from peru_timeline.ui.look.dialogs import Dialog
from peru_timeline.ui.look.text_labels import FlowLayout, heading, label
from peru_timeline.ui.look.theme import Theme

#: Gestures and keys of the timeline itself.
GESTURES: tuple[tuple[str, str], ...] = (
    (
        QT_TRANSLATE_NOOP("Commands", "Wheel, or pinch"),
        QT_TRANSLATE_NOOP("Commands", "Zoom in or out at the pointer"),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "Drag, or two fingers"),
        QT_TRANSLATE_NOOP("Commands", "Move in time and through the lanes"),
    ),
    (QT_TRANSLATE_NOOP("Commands", "Shift + wheel"), QT_TRANSLATE_NOOP("Commands", "Move in time")),
    (
        QT_TRANSLATE_NOOP("Commands", "Shift + drag"),
        QT_TRANSLATE_NOOP("Commands", "Select a span of time"),
    ),
    (QT_TRANSLATE_NOOP("Commands", "Click"), QT_TRANSLATE_NOOP("Commands", "Select an event")),
    (
        QT_TRANSLATE_NOOP("Commands", "Double click"),
        QT_TRANSLATE_NOOP("Commands", "Zoom to an event, a cluster or a lane"),
    ),
    ("← →", QT_TRANSLATE_NOOP("Commands", "Previous and next event")),
    ("↑ ↓", QT_TRANSLATE_NOOP("Commands", "Event in the lane above and below")),
    ("Ctrl+↑ ↓", QT_TRANSLATE_NOOP("Commands", "Names of lanes; Enter shows one alone, Esc all")),
    ("Ctrl+Shift+↑ ↓", QT_TRANSLATE_NOOP("Commands", "Move the lane up and down")),
    (
        QT_TRANSLATE_NOOP("Commands", "Home, End"),
        QT_TRANSLATE_NOOP("Commands", "First and last event"),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "Alt+↑, Alt+↓"),
        QT_TRANSLATE_NOOP("Commands", "Sort the table by its current column"),
    ),
)


class KeySheet(Dialog):
    """Lists every gesture, and the first key of every command with and without Ctrl."""

    def __init__(self, parent: QWidget | None, theme: Theme, keys: KeyMap) -> None:
        super().__init__(parent, theme, self.tr("Keys and mouse"))
        self.setObjectName("key_sheet")
        self._wide = self._high = 0
        sheet = QWidget()
        # On a narrow screen the columns flow below each other.
        columns = FlowLayout(sheet, gap_px=theme.px(32))
        columns.setContentsMargins(*(theme.px(8) for _ in range(4)))
        timeline = [(_translated(name), _translated(text)) for name, text in GESTURES]
        timeline += _firsts(keys, single=True)
        commands = _firsts(keys, single=False)
        half = (len(commands) + 1) // 2
        for name, rows in (
            (self.tr("On the timeline"), timeline),
            (self.tr("Everywhere"), commands[:half]),
            ("", commands[half:]),
        ):
            columns.addWidget(self._column(name, rows))
        area = QScrollArea()
        area.setObjectName("keys_area")
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        self.column.addWidget(area)
        self.finish()
        margins = self.column.contentsMargins()
        self.resize(
            self._wide + margins.left() + margins.right(),
            self._high + self.sizeHint().height() - area.sizeHint().height() + theme.px(24),
        )

    def _column(self, name: str, rows: Sequence[tuple[str, str]]) -> QWidget:
        column = QWidget()
        grid = QGridLayout(column)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.theme.px(14))
        grid.setVerticalSpacing(self.theme.px(5))
        grid.addWidget(heading(name, self.theme), 0, 0, 1, 2)
        for row, (keys, text) in enumerate(rows, 1):
            for place, words, weight in ((0, keys, SEMIBOLD), (1, text, 400)):
                made = label(words, self.theme, weight=weight, selectable=False)
                made.setWordWrap(False)
                made.setSizePolicy(
                    made.sizePolicy().Policy.Preferred, made.sizePolicy().Policy.Fixed
                )
                grid.addWidget(made, row, place)
        grid.setRowStretch(len(rows) + 1, 1)
        self._wide += column.sizeHint().width() + self.theme.px(32)
        self._high = max(self._high, column.sizeHint().height())
        return column


def _firsts(keys: KeyMap, *, single: bool) -> list[tuple[str, str]]:
    """(key, name) of each command that has a key of a kind, by its first such key."""
    found = ((c.label, [key for key in keys[c.id] if is_single(key) is single]) for c in COMMANDS)
    return [(shown_key(own[0]), text) for text, own in found if own]


def _translated(text: str) -> str:
    return QCoreApplication.translate("Commands", text)
