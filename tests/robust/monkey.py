"""A monkey at the window: clicks, wheels, keys, dialogs, looks, files, presentations, from a seed.

It never opens a link, and never quits. What goes wrong shows as an exception or a warning of Qt.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from peru_timeline.application import Application
from peru_timeline.timeline.lanes import Grouping

KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space,
    Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_F, Qt.Key.Key_L, Qt.Key.Key_R, Qt.Key.Key_U, Qt.Key.Key_A,
)  # fmt: skip
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
WORDS = ("", "port", "peru", "2005", "<b>", "\u202e", "ñ", "zzz", "a b")
NOT_FOR_MONKEYS = {"quit", "check_for_updates"}
"""Commands that end the program or open a browser; what opens a source's address is caught by the test."""
AT_ONCE_MS = 15


class Monkey:
    """Does something at random to an application, again and again."""

    def __init__(self, application: Application, files: Sequence[Path], seed: int) -> None:
        self._application, self._files = application, files
        self._dice = random.Random(seed)
        self.done: list[str] = []
        """What it did, to be told when something goes wrong."""
        self._is_leaving = False
        # Dialogs run event loops of their own: it plays in them, then closes them. The timer is started anew in
        # each, as one that is at work is not heard in the loop of a dialog that this work opened.
        self._busy = QTimer(singleShot=True, interval=AT_ONCE_MS)
        self._busy.timeout.connect(self._play_in_dialog)
        self._busy.start()

    def play(self, seconds: float) -> int:
        """Play that long; return how many things were done."""
        deeds: tuple[Callable[[], None], ...] = (
            self._click, self._click, self._wheel, self._wheel, self._key, self._key, self._search, self._select,
            self._command, self._command, self._look, self._group, self._open, self._reload, self._present,
            self._resize,
        )  # fmt: skip
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            deed = self._dice.choice(deeds)
            self.done.append(deed.__name__)
            deed()
            QApplication.processEvents()
            assert self._application.shell.isVisible(), "the window went"
        return len(self.done)

    def leave(self) -> None:
        """Play no more, but answer what is still asked: nothing is saved."""
        self._is_leaving = True

    def stop(self) -> None:
        """Answer nothing any more."""
        self._busy.stop()

    # --- in the window ------------------------------------------------------------------------

    def _shown(self, parent: QWidget) -> list[QWidget]:
        return [part for part in parent.findChildren(QWidget) if part.isVisible()]

    def _click(self) -> None:
        part = self._dice.choice(self._shown(self._application.shell))
        at = QPoint(self._dice.randrange(part.width() + 1), self._dice.randrange(part.height() + 1))
        self.done.append(part.objectName())
        kinds = [QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
        if self._dice.random() < 0.2:
            kinds += [QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease]
        modifiers, left = self._dice.choice(MODIFIERS), Qt.MouseButton.LeftButton
        for kind in kinds:
            if not isValid(part):  # what was clicked is gone; QTest would look at it once more
                return
            held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
            there = QPointF(part.mapToGlobal(at))
            QApplication.sendEvent(
                part, QMouseEvent(kind, QPointF(at), there, left, held, modifiers)
            )

    def _wheel(self) -> None:
        canvas = self._application.timeline.canvas.viewport()
        at = QPointF(
            self._dice.randrange(canvas.width() + 1), self._dice.randrange(canvas.height() + 1)
        )
        turn = QPoint(0, self._dice.choice((-240, -120, -15, 15, 120, 240)))
        none = Qt.MouseButton.NoButton
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(
            at, at, QPoint(), turn, none, self._dice.choice(MODIFIERS), phase, False
        )
        QApplication.sendEvent(canvas, event)

    def _key(self) -> None:
        part = QApplication.focusWidget() or self._application.timeline.canvas
        if not self._application.shell.isAncestorOf(part):
            return
        modifiers = self._dice.choice(MODIFIERS[:2])
        QTest.keyClick(part, self._dice.choice(KEYS), modifiers)

    def _search(self) -> None:
        self._application.state.set_text(self._dice.choice(WORDS))

    def _select(self) -> None:
        many = len(self._application.state.opened.chronology.events)
        self._application.state.select(self._dice.randrange(many) if many else None)

    def _command(self) -> None:
        actions = self._application.window.actions_by_id
        name = self._dice.choice(sorted(actions.keys() - NOT_FOR_MONKEYS))
        self.done.append(name)
        actions[name].trigger()

    def _look(self) -> None:
        settings = self._application.settings
        change = self._dice.choice(
            ({"theme": "dark"}, {"theme": "light"}, {"theme": "contrast"}, {"language": "es"}, {"language": "en"},
             {"text_scale": 1.5}, {"text_scale": 1.0})
        )  # fmt: skip
        settings.value = replace(settings.value, **change)

    def _group(self) -> None:
        self._application.state.set_grouping(self._dice.choice(list(Grouping)))

    def _resize(self) -> None:
        self._application.shell.resize(*self._dice.choice(((1400, 800), (1024, 600), (640, 400))))

    # --- files and the stage ------------------------------------------------------------------

    def _open(self) -> None:
        self._application.open_from_outside(self._dice.choice(self._files))

    def _reload(self) -> None:
        self._application.reload()

    def _present(self) -> None:
        self._application.window.saved_views.present(self._dice.randrange(3))
        shown = self._application.window.saved_views.presentation
        if shown is None:
            return
        for _ in range(self._dice.randrange(5)):
            QApplication.processEvents()
            self._dice.choice((self._look, self._reload, self._search, self._open))()
        QApplication.processEvents()
        if (shown := self._application.window.saved_views.presentation) is not None:
            shown.close()

    # --- in a dialog --------------------------------------------------------------------------

    def _play_in_dialog(self) -> None:
        self._busy.start()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
            return
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        lose = dialog.findChild(QAbstractButton, "do_not_save")
        if lose is not None and (self._is_leaving or self._dice.random() < 0.5):
            lose.click()
        elif self._is_leaving:
            dialog.reject()
        else:
            self._play_with(dialog)

    def _play_with(self, dialog: QDialog) -> None:
        for field in dialog.findChildren(QWidget):
            if isinstance(field, QLineEdit) and field.isVisible() and self._dice.random() < 0.3:
                field.setText(self._dice.choice(WORDS))
            elif isinstance(field, QPlainTextEdit) and not field.isReadOnly():
                field.setPlainText(self._dice.choice(WORDS))
        if self._dice.random() < 0.4:
            self._look()
        checks = [
            b for b in dialog.findChildren(QAbstractButton) if b.isCheckable() and b.isVisible()
        ]
        if checks and self._dice.random() < 0.5:
            self._dice.choice(checks).click()
        if self._dice.random() < 0.7:
            dialog.reject()
