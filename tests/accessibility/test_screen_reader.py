"""The program as a screen reader meets it: from outside, over the bus that Orca uses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accessibility import outside
from tests.ui.windows import chronology_data

pytestmark = pytest.mark.skipif(bool(outside.missing()), reason=outside.missing())

HOLDS: tuple[str, ...] = (
    *("popup menu", "panel", "scroll pane", "split pane", "tool bar", "status bar", "menu bar"),
    *("tree", "table", "list", "page tab list"),
)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[outside.Reader]:
    path = tmp_path / "made-up.chronology"
    path.write_text(json.dumps(chronology_data()), encoding="utf-8")
    with outside.opened(path, tmp_path / "home") as made:
        yield made


def test_an_event_is_found_pressed_and_read_and_a_filter_is_heard(reader: outside.Reader) -> None:
    events = reader.events()
    assert list(events) == ["port", "pact", "visit", "talks", "strike"]
    port = events["port"]
    assert port["name"] == "Port of Chancay begins, May 2001"
    assert port["description"] == (
        "Actors: COSCO Shipping, Peru. Status: Happened. Source: The Paper."
    )
    assert port["role"] == "list item"
    assert port["actions"][:2] == ["Press", "Select"]
    x, y, width, height = port["box"]
    assert 0 < x < 1600
    assert 0 < y < 900
    assert width > 0
    assert height > 0

    assert reader.ask("do", "timeline_canvas", "Trade pact", "Select")
    assert reader.ask("heard", "Trade pact, 2003")
    assert reader.events()["pact"]["selected"]
    assert reader.ask("do", "timeline_canvas", "Port of Chancay", "Press")
    said = reader.ask("texts", "event_panel", "they wrote of Port of Chancay begins at some length")
    assert said

    assert reader.ask("write", "search", "general")
    assert reader.ask("heard", "Events shown: 1 of 5")
    assert list(reader.events()) == ["visit"]
    assert reader.ask("write", "search", "")
    assert reader.ask("heard", "Events shown: 5 of 5")
    assert reader.ask("do", "filter_tree", "United States", "Toggle")
    assert reader.ask("heard", "Events shown: 1 of 5")
    assert list(reader.events()) == ["visit"]


def test_what_can_be_met_has_a_name(reader: outside.Reader) -> None:
    meets = ("button", "push button", "toggle button", "check box", "combo box", "text", "list")
    nameless = [
        thing for thing in reader.ask("tree") if thing["role"] in meets and not thing["name"]
    ]
    assert nameless == []


def test_what_holds_other_things_has_a_name(reader: outside.Reader) -> None:
    """A reader is told into which part the focus goes; layers without a role of their own are passed over."""
    things = reader.ask("tree")
    assert {"panel", "split pane", "status bar", "list"} <= {thing["role"] for thing in things}
    assert [thing for thing in things if thing["role"] in HOLDS and not thing["name"]] == []


def test_no_two_parts_of_the_window_have_one_name(reader: outside.Reader) -> None:
    """Else the same words would be said twice on the way in."""
    names = [
        thing["name"]
        for thing in reader.ask("tree")
        if thing["role"] in HOLDS[1:] and ".notices." not in thing["id"]
    ]
    assert len(names) == len(set(names)), names
