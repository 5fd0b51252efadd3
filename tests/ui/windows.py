"""A made-up chronology with a tree of actors and two sources, and whole windows on chronologies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.settings import Settings
from peru_timeline.ui.look.style import apply_look
from peru_timeline.ui.look.theme import LIGHT, Theme, theme_for
from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.state.open_chronology import OpenChronology
from peru_timeline.ui.state.settings_store import SettingsStore
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from peru_timeline.ui.window.timeline_setup import make_timeline
from peru_timeline.ui.window.window_layout import WindowLayout

PLAIN = Settings(theme="light", language="en", text_scale=1.0, hint_seen=True, reduce_motion=True)
PORT, PACT, VISIT, TALKS, STRIKE = range(5)
"""Indices of the made-up events, in order of date."""


def chronology_data() -> dict[str, Any]:
    """Five events; China's company builds a port, Peru and the United States meet."""
    events = [
        event("port", "2001-05", "Port of Chancay begins", ["cosco", "peru"], "infrastructure"),
        event("pact", "2003", "Trade pact", ["china", "peru"], "trade", status="planned"),
        event("visit", "2005-03-02", "Visit of a general", ["pentagon"], "security"),
        event("talks", "2007/2009", "Talks on Cerrón", ["cerron", "china"], "trade"),
        event("strike", "/2011-08", "Strike", ["peru"], "infrastructure", status="alleged"),
    ]
    events[VISIT]["evidence"].append(
        {"source": "wire", "quote": "a general <b>came</b> to see the port of Lima"}
    )
    events[TALKS]["related"] = [{"event": "pact", "relation": "follows"}]
    events[TALKS]["notes"] = [{"kind": "conflict", "text": both("One says seven rounds.")}]
    events[TALKS]["amounts"] = [{"value": 1250000, "unit": "USD", "of": both("cost")}]
    return {
        "format": "chronology/1",
        "id": "made-up",
        "version": "1.0.0",
        "title": {"en": "Made up", "es": "Inventada"},
        "description": {"en": "For tests", "es": "Para pruebas"},
        "span": "2000/2012",
        "sectors": [
            {"id": "infrastructure", "name": both("Infrastructure")},
            {"id": "trade", "name": both("Trade")},
            {"id": "security", "name": both("Security")},
        ],
        "actors": [
            actor("china", "China"),
            actor("cosco", "COSCO Shipping", "china", "company"),
            actor("peru", "Peru"),
            actor("cerron", "Vladimir Cerrón", "peru", "person"),
            actor("united-states", "United States"),
            actor("pentagon", "Department of Defense", "united-states", "agency"),
        ],
        "sources": [
            source("paper", "The Paper", "https://example.org/paper"),
            source("wire", "The Wire", None),
        ],
        "events": events,
    }


def both(text: str) -> dict[str, str]:
    return {"en": text, "es": f"{text} (es)"}


def actor(id_: str, name: str, above: str | None = None, kind: str = "state") -> dict[str, Any]:
    made: dict[str, Any] = {"id": id_, "name": {"en": name, "es": name}, "kind": kind}
    return made | ({"part_of": above} if above else {})


def source(id_: str, publisher: str, url: str | None) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": id_,
        "type": "article",
        "title": f"Report of {publisher}",
        "publisher": publisher,
        "issued": "2012-01-15",
    }
    return made | ({"url": url} if url else {})


def event(
    id_: str, date: str, title: str, actors: list[str], sector: str, status: str = "happened"
) -> dict[str, Any]:
    return {
        "id": id_,
        "date": date,
        "title": both(title),
        "summary": both(f"Summary of {title}."),
        "sector": sector,
        "actors": [{"actor": name} for name in actors],
        "status": status,
        "evidence": [{"source": "paper", "quote": f"they wrote of {title} at some length"}],
    }


def open_made_up(tmp_path: Path, changes: dict[str, Any] | None = None) -> OpenChronology:
    """The made-up chronology as a file, read."""
    content = json.dumps(chronology_data() | (changes or {})).encode()
    path = tmp_path / "made-up.chronology"
    path.write_bytes(content)
    return OpenChronology(path, parse_chronology(content, path.name))


def state_of(tmp_path: Path) -> ViewState:
    return ViewState(open_made_up(tmp_path))


def window(
    qtbot: QtBot,
    state: ViewState,
    settings: Settings = PLAIN,
    theme: Theme = LIGHT,
    size: tuple[int, int] = (1400, 800),
) -> MainWindow:
    """A whole window with its timeline, shown."""
    widget = WindowLayout(settings, theme)
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    qtbot.waitExposed(widget)
    timeline = make_timeline(state, settings, theme)
    widget.put_timeline(timeline)
    made = MainWindow(widget, timeline, state, SettingsStore(settings, None, widget), theme)
    qtbot.addWidget(made.menus.bar)  # no shell owns it here
    settle()
    return made


def open_application(
    qtbot: QtBot, opened: OpenChronology, settings: Settings = PLAIN, path: Path | None = None
) -> Application:
    """The program with its shell, as startup.py starts it; settings are kept in `path`."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = theme_for("light", 1.0)
    apply_look(app, theme)
    shell = WindowShell(theme)
    shell.resize(1400, 800)
    qtbot.addWidget(shell, before_close_func=_close_unasked)
    made = Application(app, shell, opened, settings, path)
    shell.show()
    qtbot.waitExposed(shell)
    _ = made.window  # makes it
    settle()
    return made


def _close_unasked(shell: QWidget) -> None:
    """At the end of a test nobody answers whether something is to be saved."""
    assert isinstance(shell, WindowShell)
    shell.may_close = lambda: True


def settle() -> None:
    """Let layouts and queued paints happen."""
    for _ in range(4):
        QApplication.processEvents()


def texts(widget: QWidget, name: str = "") -> list[str]:
    """What the labels in a widget say, or those of a name."""
    found = widget.findChildren(QLabel, name) if name else widget.findChildren(QLabel)
    return [made.text() for made in found if not made.isHidden()]
