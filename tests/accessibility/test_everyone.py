"""The window for keyboard, large text, long words and shaky hands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from peru_timeline.settings import Settings
from peru_timeline.ui.main_window import MainWindow
from peru_timeline.ui.style import apply_theme
from peru_timeline.ui.theme import LIGHT, THEMES, Theme
from peru_timeline.ui.view_state import ViewState
from tests.ui import windows
from tests.ui.windows import PLAIN, TALKS, settle, state_of

SMALLEST_PX = 24  # WCAG 2.2, 2.5.8
LONGER = 0.4


def window(
    qtbot: QtBot, state: ViewState, theme: Theme = LIGHT, settings: Settings = PLAIN
) -> MainWindow:
    """A window in its style, with a filter, a selection and the table: all there is to reach."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = windows.window(qtbot, state, settings, theme, size=(1600, 900))
    apply_theme(app, theme)
    state.select(TALKS)
    state.only("sectors", "trade")
    made.toggle_table()
    settle()
    return made


@pytest.fixture(autouse=True)
def _no_style_left(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setStyleSheet("")


@pytest.fixture
def state(tmp_path: Path) -> ViewState:
    return state_of(tmp_path)


def seen(whole: QWidget) -> list[QWidget]:
    """The widgets in sight that are ours, not made by Qt inside of others."""
    return [
        made
        for made in whole.findChildren(QWidget)
        if made.isVisibleTo(whole)
        and not made.objectName().startswith("qt_")
        and not isinstance(made.parent(), QLineEdit)  # signs within a field
    ]


def stops(whole: MainWindow) -> list[QWidget]:
    """What Tab stops at, in its order."""
    whole.top_bar.search.setFocus()
    found: list[QWidget] = []
    for _ in range(100):
        focused = QApplication.focusWidget()
        assert focused is not None
        if found and focused is found[0]:
            return found
        found.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        settle()
    raise AssertionError(f"no way back: {[made.objectName() for made in found]}")


def test_what_can_be_reached_has_an_object_name_and_a_name(qtbot: QtBot, state: ViewState) -> None:
    whole = window(qtbot, state)
    nameless = [
        f"{type(made).__name__} {made.objectName()!r}"
        for made in seen(whole)
        if made.focusPolicy() & Qt.FocusPolicy.TabFocus
        and made.focusProxy() is None
        and not isinstance(made, QLabel)
        and not (
            made.objectName()
            and (made.accessibleName() or (isinstance(made, QAbstractButton) and made.text()))
        )
    ]
    assert nameless == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_focus_is_seen_at_every_tab_stop(qtbot: QtBot, state: ViewState, theme: Theme) -> None:
    whole = window(qtbot, state, theme)
    unseen = []
    found = stops(whole)
    assert len(found) > 15
    for stop in found:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        with_focus = picture(stop)
        other = whole.top_bar.search if stop is not whole.top_bar.search else found[1]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        if changed(with_focus, picture(stop)) < 20:
            unseen.append(stop.objectName())
    assert unseen == []


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


def test_targets_are_large_enough(qtbot: QtBot, state: ViewState) -> None:
    whole = window(qtbot, state)
    small = [
        (made.objectName(), made.width(), made.height())
        for made in seen(whole)
        if isinstance(made, QAbstractButton | QComboBox | QLineEdit)
        and min(made.width(), made.height()) < SMALLEST_PX
    ]
    assert not small, small


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


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(200, 100)
    for name, left, width in (("narrow", 0, 10), ("beyond", 150, 150), ("whole", 20, 150)):
        made = QLabel("Twelve signs", whole)
        made.setObjectName(name)
        made.setGeometry(left, 0, width, 30)
    assert [found.split()[0].strip(":") for found in cut(whole)] == ["narrow", "beyond"]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_large_text_is_not_cut(qtbot: QtBot, state: ViewState, scale: float) -> None:
    assert cut(window(qtbot, state, LIGHT.scaled(scale))) == []


class Longer(QTranslator):
    """A language whose texts are longer than the English ones by two fifths."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        said = text.replace("%n", str(n)) if n >= 0 else text
        return said + "·" * max(1, round(len(text) * LONGER)) if text else ""

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def test_a_language_of_longer_words_is_not_cut(qtbot: QtBot, state: ViewState) -> None:
    longer = Longer()
    assert QCoreApplication.installTranslator(longer)
    try:
        whole = window(qtbot, state)
        assert "·" in whole.top_bar.search.placeholderText()
        assert cut(whole) == []
    finally:
        QCoreApplication.removeTranslator(longer)
