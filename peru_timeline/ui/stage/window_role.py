"""Tells screen readers that a window is one: to Qt, a plain widget is filler even where it fills a screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_IS_TOLD = "told_as_window"
_windows: list[QAccessibleWidget] = []
"""Every one there was, as Qt keeps bare pointers to them."""
_factory: Callable[[str, QObject], QAccessibleInterface | None] | None = None


def tell_as_window(widget: QWidget) -> None:
    """Let screen readers call a widget a window; before anybody asks what it is."""
    global _factory
    widget.setProperty(_IS_TOLD, True)
    if _factory is None:
        _factory = _make
        QAccessible.installFactory(_factory)


def _make(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or not thing.property(_IS_TOLD):
        return None
    _windows.append(QAccessibleWidget(thing, QAccessible.Role.Window, thing.windowTitle()))
    return _windows[-1]
