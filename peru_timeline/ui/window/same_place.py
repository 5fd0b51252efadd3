"""Where the reader is among the parts of the window, so that they can be made anew around them.

Parts are known by their object names, which stay the same in every theme and language.
"""

from __future__ import annotations

from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QModelIndex, Qt, QThread, QTimer
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLineEdit,
    QSplitter,
    QTreeView,
    QWidget,
)

_OWN_FONT = Qt.WidgetAttribute.WA_SetFont
Path = tuple[int, ...]
"""The rows that lead to a row of a tree."""


class Place(NamedTuple):
    """What has the focus, and how far the parts are scrolled and unfolded, what is typed, by object name."""

    focus: str
    selected: tuple[int, int, int]
    """Where the cursor is in the field with the focus; the start and the length of what is selected there."""
    scrolled: dict[str, int]
    unfolded: dict[str, frozenset[Path]]
    sizes: dict[str, list[int]]
    typed: dict[str, str]


def place_in(contents: QWidget) -> Place:
    """Where the reader is in the contents of a window."""
    focus = contents.window().focusWidget()
    is_inside = focus in contents.findChildren(QWidget)
    field = focus if isinstance(focus, QLineEdit) else None
    return Place(
        focus.objectName() if is_inside else "",
        (0, -1, 0)
        if field is None
        else (field.cursorPosition(), field.selectionStart(), len(field.selectedText())),
        {
            area.objectName(): area.verticalScrollBar().value()
            for area in contents.findChildren(QAbstractScrollArea)
            if area.objectName()
        },
        {tree.objectName(): _unfolded(tree) for tree in contents.findChildren(QTreeView)},
        {parts.objectName(): parts.sizes() for parts in contents.findChildren(QSplitter)},
        {
            line.objectName(): line.text()
            for line in contents.findChildren(QLineEdit)
            if line.objectName() and not line.objectName().startswith("qt_")
        },
    )


def restore_place(contents: QWidget, place: Place) -> None:
    """Take the reader back to where they were, in contents that were made anew."""
    for line in contents.findChildren(QLineEdit):
        line.setText(place.typed.get(line.objectName(), line.text()))
    for tree in contents.findChildren(QTreeView):
        _unfold(tree, place.unfolded.get(tree.objectName(), frozenset()))
    for parts in contents.findChildren(QSplitter, "views"):  # the sides have widths of their own
        before = place.sizes.get("views", [])
        if len(before) == parts.count():
            parts.setSizes(before)
    focus = contents.findChild(QWidget, place.focus) if place.focus else None
    if isinstance(focus, QWidget):
        focus.setFocus()
    if isinstance(focus, QLineEdit):
        cursor, start, length = place.selected
        if start >= 0:
            focus.setSelection(start, length)
        else:
            focus.setCursorPosition(cursor)
    # Once the parts have their sizes: before that there is nothing to scroll.
    QTimer.singleShot(0, contents, lambda: _scroll(contents, place.scrolled))


def discard(contents: QWidget) -> None:
    """Delete contents whose place others took: at once, since Qt would restyle all that is in them, which takes 90 ms.

    Where an event of theirs may be waiting for the end of a dialog, they are deleted after it.
    """
    contents.hide()
    if QThread.currentThread().loopLevel() <= 1:
        shiboken6.delete(contents)
        return
    for tree in contents.findChildren(QTreeView):
        tree.setModel(None)  # else every row would be laid out again in the new style
    contents.deleteLater()


def rescale_dialogs(factor: float) -> None:
    """Give the dialogs that are open now text of another size; what was typed into them stays."""
    if factor == 1:
        return
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            for part in (window, *window.findChildren(QWidget)):
                _rescale(part, factor)
            wanted = window.size() * factor
            window.resize(wanted.boundedTo(window.screen().availableSize()))


def _rescale(part: QWidget, factor: float) -> None:
    font = part.font()
    # Others inherit the font of the application, which has the new size already.
    if font.resolveMask() and font.pixelSize() > 0 and part.testAttribute(_OWN_FONT):
        font.setPixelSize(max(round(font.pixelSize() * factor), 1))
        part.setFont(font)


def _scroll(contents: QWidget, scrolled: dict[str, int]) -> None:
    for area in contents.findChildren(QAbstractScrollArea):
        if area.objectName() in scrolled:
            area.verticalScrollBar().setValue(scrolled[area.objectName()])


def _unfolded(tree: QTreeView) -> frozenset[Path]:
    found: set[Path] = set()

    def look(index: QModelIndex, path: Path) -> None:
        for row in range(tree.model().rowCount(index)):
            child = tree.model().index(row, 0, index)
            if tree.isExpanded(child):
                found.add((*path, row))
                look(child, (*path, row))

    look(QModelIndex(), ())
    return frozenset(found)


def _unfold(tree: QTreeView, unfolded: frozenset[Path]) -> None:
    for path in sorted(unfolded):
        index = QModelIndex()
        for row in path:
            if tree.model().canFetchMore(index):
                tree.model().fetchMore(index)
            index = tree.model().index(row, 0, index)
        tree.setExpanded(index, True)
