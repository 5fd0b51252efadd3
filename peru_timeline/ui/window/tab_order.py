"""The order in which Tab goes through the window."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peru_timeline.ui.canvas.timeline_view import TimelineView


def order_tabs(before: Iterable[QWidget], timeline: TimelineView, after: Iterable[QWidget]) -> None:
    """Let Tab go through some parts, then the timeline, then others."""
    canvas: QWidget = timeline.canvas
    # Qt breaks the ring of tab stops at a widget that has a focus proxy.
    timeline.setFocusProxy(None)  # type: ignore[arg-type]  # the stub does not allow None
    order = [
        *(stop for part in before for stop in tab_stops(part)),
        canvas,
        *(stop for part in after for stop in tab_stops(part)),
    ]
    for one, next_one in pairwise(order):
        QWidget.setTabOrder(one, next_one)
    timeline.setFocusProxy(canvas)


def tab_stops(part: QWidget) -> list[QWidget]:
    """What Tab stops at in a part, itself included; menus are windows of their own."""
    return [
        made
        for made in (part, *part.findChildren(QWidget))
        if made.focusPolicy() & Qt.FocusPolicy.TabFocus
        and made.focusProxy() is None
        and made.window() is part.window()
    ]
