"""Walks through a window or dialog: names, tab stops, the focus in pixels, targets, texts that are cut."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QWidget,
)

from tests.ui.windows import settle

SMALLEST_PX = 24  # WCAG 2.2, 2.5.8
LONGER = 0.4
LEAST_CHANGE = 20  # pixels of those looked at


def seen(whole: QWidget) -> list[QWidget]:
    """The widgets in sight that are ours, not made by Qt inside of others."""
    return [
        made
        for made in whole.findChildren(QWidget)
        if made.isVisibleTo(whole)
        and not made.objectName().startswith("qt_")
        and not isinstance(
            made.parent(), QLineEdit | QComboBox | QAbstractSpinBox | QKeySequenceEdit
        )
    ]


def nameless(whole: QWidget) -> list[str]:
    """What takes the focus and has no object name, or nothing that a screen reader could call it."""
    return [
        f"{type(made).__name__} {made.objectName()!r}"
        for made in seen(whole)
        if made.focusPolicy() & Qt.FocusPolicy.TabFocus
        and made.focusProxy() is None
        and not isinstance(made, QLabel)
        and not (made.objectName() and spoken_name(made))
    ]


def spoken_name(made: QWidget) -> str:
    """What screen readers call a widget: its own name, its text, or the label it belongs to."""
    found = QAccessible.queryAccessibleInterface(made)
    return found.text(QAccessible.Text.Name)


def stops(first: QWidget) -> list[QWidget]:
    """What Tab stops at, in its order, from one of them round to it again.

    A widget within which Tab goes from part to part counts once.
    """
    first.setFocus()
    found: list[QWidget] = []
    for _ in range(100):
        focused = QApplication.focusWidget()
        assert focused is not None
        if len(found) > 1 and focused is found[0]:
            return found
        if not found or focused is not found[-1]:
            found.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        settle()
    if len(found) == 1:  # there is nowhere else to go
        return found
    raise AssertionError(f"no way back: {[made.objectName() for made in found]}")


def unseen(found: list[QWidget]) -> list[str]:
    """The tab stops among these that look the same with the focus and without."""
    names = []
    for at, stop in enumerate(found):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        with_focus = picture(stop)
        found[at - 1].setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        if changed(with_focus, picture(stop)) < LEAST_CHANGE:
            names.append(stop.objectName())
    return names


def picture(part: QWidget) -> QImage:
    return part.grab().toImage()


def changed(one: QImage, other: QImage) -> int:
    """How many of the pixels differ, looked at every second one each way."""
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for x in range(min(one.width(), other.width()))
        for y in {*range(0, min(one.height(), other.height()), 8), 0, 1, 2}
        if y < min(one.height(), other.height())
    )


def small_targets(whole: QWidget) -> list[tuple[str, int, int]]:
    """What is to be hit and smaller than 24 px one way."""
    return [
        (made.objectName(), made.width(), made.height())
        for made in seen(whole)
        if isinstance(made, QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox)
        and min(made.width(), made.height()) < SMALLEST_PX
    ]


def cut(whole: QWidget) -> list[str]:
    """Texts that have less room than they need, and widgets that the window cuts off at its side."""
    found = []
    for made in seen(whole):
        text = made.text() if isinstance(made, QLabel | QAbstractButton) else ""
        if not text:
            continue
        if isinstance(made, QAbstractButton) and made.width() < made.minimumSizeHint().width():
            found.append(f"{made.objectName()}: {text[:40]!r}")
        if isinstance(made, QLabel) and type(made).__name__ != "ElidedLabel":
            needs = (
                made.heightForWidth(made.width()) if made.wordWrap() else made.sizeHint().height()
            )
            wide = made.wordWrap() or made.width() >= made.minimumSizeHint().width()
            if made.height() < needs - 2 or not wide:
                found.append(f"{made.objectName()}: {text[:40]!r}")
        area = made.parentWidget()
        while area is not None and not isinstance(area, QAbstractScrollArea):
            area = area.parentWidget()
        frame = whole if area is None else area
        place = QRect(made.mapTo(frame, QPoint()), made.size())
        if place.right() > frame.width() or place.left() < 0:
            found.append(f"{made.objectName()} beyond the side: {text[:40]!r}")
    return found


class Longer(QTranslator):
    """A language whose texts are longer than the English ones by two fifths."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        said = text.replace("%n", str(n)) if n >= 0 else text
        return said + "·" * max(1, round(len(text) * LONGER)) if text else ""

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@contextmanager
def longer_words() -> Iterator[None]:
    """Every text two fifths longer, for a while."""
    longer = Longer()
    assert QCoreApplication.installTranslator(longer)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(longer)
