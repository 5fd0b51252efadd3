"""The painted events for screen readers: a list with an item for each event in view or on the shelf.

Nothing here runs unless a screen reader asks Qt, which then asks the factory. Items are made when first asked for,
one for each event, and read the current scene, so painting takes no longer. Python keeps them, as Qt keeps bare
pointers to them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken, getCppPointer

from peru_timeline.timeline.drawn_shelf import ShelfItem
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import Mark
from peru_timeline.ui.canvas.accessible.event_text import event_description, event_name
from peru_timeline.ui.canvas.accessible.reachable import reachable_events
from peru_timeline.ui.canvas.timeline_canvas import TimelineCanvas
from peru_timeline.ui.canvas.timeline_view import TimelineView

SELECT = "Select"
_Text, _Kind = QAccessible.Text, QAccessible.InterfaceType
# None would reach Qt as the address of None itself (PySide6 6.11).
_NOTHING = Shiboken.VoidPtr(0)


class EventList(QAccessibleWidget):
    """The timeline; its children are the events in view, and those on the shelf, in order of date."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.List)
        self._canvas: TimelineCanvas | None = canvas
        self._items: dict[int, EventItem] = {}
        self._scene: object = None
        self._drawn: dict[int, Mark | ShelfItem | None] = {}
        canvas.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._canvas = self._scene = None
        self._drawn = {}

    @property
    def canvas(self) -> TimelineCanvas | None:
        """The canvas, or None when it is gone."""
        return self._canvas

    @property
    def view(self) -> TimelineView | None:
        """The timeline, or None while it is being made and when it is gone."""
        parent = None if self._canvas is None else self._canvas.parentWidget()
        return parent if isinstance(parent, TimelineView) and parent.is_ready else None

    @property
    def drawn(self) -> dict[int, Mark | ShelfItem | None]:
        """The events that can be met, in order of date, with what is painted of each; see `reachable_events`."""
        view = self.view
        if view is None:
            return {}
        if view.scene is not self._scene:
            self._scene, self._drawn = view.scene, reachable_events(view)
        return self._drawn

    def item(self, event: int) -> EventItem:
        """The item of an event, always the same one."""
        if event not in self._items:
            self._items[event] = EventItem(self, event)
        return self._items[event]

    # --- what Qt calls ---

    def childCount(self) -> int:  # noqa: N802
        """How many events can be met."""
        return len(self.drawn)

    def child(self, index: int) -> QAccessibleInterface:
        """The event at an index in the order of date."""
        events = list(self.drawn)
        return self.item(events[index]) if 0 <= index < len(events) else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """The index of an event in the order of date, -1 if it is not painted."""
        events = list(self.drawn)
        known = isinstance(child, EventItem) and child.event in self.drawn
        return events.index(child.event) if known else -1  # type: ignore[attr-defined]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802
        """The event painted at a point of the screen."""
        view, canvas = self.view, self._canvas
        if view is None or canvas is None:
            return None  # type: ignore[return-value]
        at, scale = canvas.viewport().mapFromGlobal(QPoint(x, y)), view.theme.scale
        place, scene = (at.x() / scale, at.y() / scale - AXIS_HEIGHT_PX), view.scene
        found = scene.mark_at(*place) or scene.shelf.item_at(*place)
        return None if found is None else self.item(found.event)  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802
        """The selected event, while the timeline has the focus."""
        view, canvas = self.view, self._canvas
        selected = None if view is None else view.state.selection
        if canvas is None or selected not in self.drawn or not canvas.hasFocus():
            return super().focusChild()
        return self.item(selected)


class EventItem(QAccessibleInterface):
    """One painted event."""

    def __init__(self, events: EventList, event: int) -> None:
        super().__init__()
        self._list, self.event = events, event
        self._actions = _EventActions(self)

    @property
    def view(self) -> TimelineView | None:
        """The timeline it belongs to, while that exists and has this event."""
        view = self._list.view
        known = view is not None and self.event < len(view.state.opened.chronology.events)
        return view if known else None

    # --- what Qt calls ---

    def isValid(self) -> bool:  # noqa: N802
        """Whether the event still exists."""
        return self.view is not None

    def object(self) -> QObject:
        """None: it is painted, and has no object of its own."""
        return None  # type: ignore[return-value]

    def window(self) -> QWindow:
        """The window it is painted in."""
        canvas = self._list.canvas
        return None if canvas is None else canvas.window().windowHandle()  # type: ignore[return-value]

    def parent(self) -> QAccessibleInterface:
        """The timeline."""
        return self._list

    def child(self, _index: int) -> QAccessibleInterface:
        """It has no children."""
        return None  # type: ignore[return-value]

    def childCount(self) -> int:  # noqa: N802
        """It has no children."""
        return 0

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:  # noqa: N802
        """It has no children."""
        return None  # type: ignore[return-value]

    def indexOfChild(self, _child: QAccessibleInterface) -> int:  # noqa: N802
        """It has no children."""
        return -1

    def role(self) -> QAccessible.Role:
        """An item of the list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Whether it is selected, focused and in view."""
        state, view, canvas = QAccessible.State(), self.view, self._list.canvas
        if view is None or canvas is None:
            state.invalid = True
            return state
        state.selectable = state.focusable = True
        state.selected = view.state.selection == self.event
        state.focused = bool(state.selected) and canvas.hasFocus()
        state.offscreen = self._list.drawn.get(self.event) is None
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, its description, or its id in the chronology."""
        view = self.view
        if view is None:
            return ""
        chronology, language = view.state.opened.chronology, view.state.language
        if kind == _Text.Name:
            return event_name(chronology, self.event, language)
        if kind == _Text.Description:
            return event_description(chronology, self.event, language)
        return chronology.events[self.event].id if kind == _Text.Identifier else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:  # noqa: N802
        """It cannot be changed."""

    def rect(self) -> QRect:
        """The visible part of its mark, or its line on the shelf, on the screen."""
        view, canvas, drawn = self.view, self._list.canvas, self._list.drawn.get(self.event)
        if view is None or canvas is None or drawn is None:
            return QRect()
        scene, scale = view.scene, view.theme.scale
        if isinstance(drawn, ShelfItem):
            left, right = drawn.x, drawn.x + drawn.width
        else:
            left, right = max(drawn.box_left, scene.left), min(drawn.box_right, scene.right)
        top = drawn.y - drawn.height / 2 + AXIS_HEIGHT_PX
        box = QRectF(left, top, max(right - left, 1), drawn.height)
        placed = QRectF(box.topLeft() * scale, box.size() * scale).toAlignedRect()
        return placed.translated(canvas.viewport().mapToGlobal(QPoint()))

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Its actions; it has no other interface."""
        return (
            Shiboken.VoidPtr(getCppPointer(self._actions)[0])
            if kind == _Kind.ActionInterface
            else _NOTHING
        )


class _EventActions(QAccessibleActionInterface):
    """Press selects the event and goes to its details, like Enter; Select selects it, like a click."""

    def __init__(self, item: EventItem) -> None:
        super().__init__()
        self._item = item

    def actionNames(self) -> list[str]:  # noqa: N802
        """The names of the actions, the usual one first."""
        return [self.pressAction(), SELECT]

    def localizedActionName(self, name: str) -> str:  # noqa: N802
        """The name of an action in the language of the reader."""
        if name == SELECT:
            return QCoreApplication.translate("EventWords", "Select")
        return super().localizedActionName(name)

    def localizedActionDescription(self, name: str) -> str:  # noqa: N802
        """What an action does."""
        if name == SELECT:
            return QCoreApplication.translate("EventWords", "Selects the event")
        return QCoreApplication.translate("EventWords", "Selects the event and goes to its text")

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: N802
        """The key of an action."""
        return ["Return"] if name == self.pressAction() else []

    def doAction(self, name: str) -> None:  # noqa: N802
        """Do an action."""
        view = self._item.view
        if view is None or name not in self.actionNames():
            return
        view.state.select(self._item.event)
        if name == self.pressAction():
            view.event_activated.emit(self._item.event)


_lists: list[EventList] = []
"""Every list there was: Qt keeps bare pointers to lists and items, so none is ever taken away."""


def event_list(canvas: TimelineCanvas) -> EventList:
    """The accessible list of a canvas that Qt knows now."""
    for made in reversed(_lists):
        if made.canvas is canvas:
            return made
    return _make_list(canvas)


def _make_list(canvas: TimelineCanvas) -> EventList:
    _lists.append(EventList(canvas))
    return _lists[-1]


def _make(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    # A new list each time: Qt asks again when the meta-object of the canvas has changed, as it does when a
    # signal is connected to one of its Python methods. Qt deletes each list it was given, with the canvas.
    return _make_list(thing) if isinstance(thing, TimelineCanvas) else None


_factory: Callable[[str, QObject], QAccessibleInterface | None] | None = None


def install_accessible_events() -> None:
    """Make Qt use these items; must be called before the first timeline is made."""
    global _factory
    if _factory is None:
        _factory = _make
        QAccessible.installFactory(_factory)
