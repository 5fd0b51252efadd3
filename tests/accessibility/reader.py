"""A screen reader of a few lines: run by the system's Python, which has the bindings of AT-SPI.

Reads one command in JSON a line from its input, answers with a line of JSON. Commands: ``tree`` (of what can be
found by the id of a widget), ``events``, ``do``, ``texts``, ``type``, ``heard``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

WAIT_S = 60.0
heard: list[list[str]] = []


def pump() -> None:
    """Hear what has been said."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def waited_for(find: Callable[[], Any]) -> Any:
    """Wait until there is something to find."""
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        pump()
        try:
            found = find()
        except GLib.Error:
            found = None
        if found:
            return found
        time.sleep(0.05)
    return None


def below(thing: Any) -> Iterator[Any]:
    """All that is below a thing, itself included; nothing while there is no program to be seen yet."""
    if thing is None:
        return
    yield thing
    for i in range(thing.get_child_count()):
        child = thing.get_child_at_index(i)
        if child is not None:
            yield from below(child)


def program() -> Any:
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child is not None and child.get_child_count():
            return child
    return None


def by_id(name: str) -> Any:
    """The first thing whose id ends so; Qt writes the ids of the widgets above it before."""

    def find() -> Any:
        for thing in below(program()):
            if (thing.get_accessible_id() or "").split(".")[-1] == name:
                return thing
        return None

    return waited_for(find)


def named(place: Any, start: str) -> Any:
    def find() -> Any:
        return next((t for t in below(place) if (t.get_name() or "").startswith(start)), None)

    return waited_for(find)


def told(thing: Any) -> dict[str, Any]:
    box = thing.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    action = thing.get_action_iface()
    states = thing.get_state_set()
    return {
        "id": thing.get_accessible_id(),
        "name": thing.get_name(),
        "description": thing.get_description(),
        "role": thing.get_role_name(),
        "box": [box.x, box.y, box.width, box.height],
        "actions": [action.get_action_name(i) for i in range(action.get_n_actions())]
        if action
        else [],
        "selected": states.contains(Atspi.StateType.SELECTED),
        "focused": states.contains(Atspi.StateType.FOCUSED),
    }


def events() -> list[dict[str, Any]]:
    canvas = by_id("timeline_canvas")
    children = [canvas.get_child_at_index(i) for i in range(canvas.get_child_count())]
    return [told(child) for child in children if child is not None]


def do(place: str, start: str, action: str) -> bool:
    thing = named(by_id(place), start)
    actions = thing.get_action_iface()
    names = [actions.get_action_name(i) for i in range(actions.get_n_actions())]
    return bool(actions.do_action(names.index(action)))


def tree() -> list[dict[str, Any]]:
    return [
        {"id": t.get_accessible_id(), "name": t.get_name(), "role": t.get_role_name()}
        for t in below(waited_for(program))
    ]


def texts(place: str, part: str) -> list[str]:
    """What is written in a place, once a text with `part` is there."""

    def find() -> list[str] | None:
        found = []
        for thing in below(by_id(place)):
            found.append(thing.get_name() or "")
            text = thing.get_text_iface()
            if text is not None:
                found.append(Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)))
        return found if any(part in said for said in found) else None

    return waited_for(find) or []


def write(place: str, text: str) -> bool:
    return bool(by_id(place).get_editable_text_iface().set_text_contents(text))


def listen(part: str) -> list[list[str]]:
    """What was said, once something with `part` was."""
    if not waited_for(lambda: any(part in said for _, said in heard)):
        return []
    found, heard[:] = list(heard), []
    return found


def hear(event: Any) -> None:
    said = event.any_data if isinstance(event.any_data, str) else event.source.get_name() or ""
    heard.append([event.type, said])


COMMANDS: dict[str, Callable[..., Any]] = {
    "told": lambda place, start: told(named(by_id(place), start)),
    "events": events,
    "do": do,
    "tree": tree,
    "texts": texts,
    "write": write,
    "heard": listen,
}


def main() -> None:
    listener = Atspi.EventListener.new(hear)
    for kind in ("object:announcement", "object:state-changed:focused"):
        listener.register(kind)
    waited_for(program)
    for line in sys.stdin:
        name, *values = json.loads(line)
        try:
            answer = {"answer": COMMANDS[name](*values)}
        except Exception as error:
            answer = {"error": repr(error)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
