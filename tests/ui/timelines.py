"""Made-up chronologies and open timeline views of them, and the ways in which a hand and a wheel move."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import Mark
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.look.theme import LIGHT, Theme
from peru_timeline.ui.state.open_chronology import OpenChronology
from peru_timeline.ui.state.view_state import ViewState

BLOCS = ("china", "peru", "united-states", "russia", "other-states", "international")
DATES = ("2001-05-14", "2003-07", "2005", "2006/2008", "2009/..", "/2011-08", "2012~", "2014?")
STATUSES = ("happened", "reported", "alleged", "planned", "cancelled")
NOTHING = Qt.KeyboardModifier.NoModifier


def chronology_file(
    dates: Sequence[str] = DATES,
    statuses: Sequence[str] = STATUSES,
    titles: Sequence[str] = (),
) -> bytes:
    """One event for each date; statuses, blocs and two sectors take turns."""
    events = [
        {
            "id": f"event-{i}",
            "date": date,
            "title": titles[i] if i < len(titles) else f"What happened as number {i}",
            "summary": f"Told in a sentence, {i}.",
            "sector": ("upper", "lower")[i % 2],
            "actors": [{"actor": BLOCS[i % len(BLOCS)]}],
            "status": statuses[i % len(statuses)],
            "importance": i % 3 + 1,
            "evidence": [{"source": "paper", "quote": f"it was said that number {i} took place"}],
        }
        for i, date in enumerate(dates)
    ]
    whole = {
        "format": "chronology/1",
        "id": "made-up",
        "version": "1.0.0",
        "title": "Made up",
        "span": "2000/2015",
        "sectors": [{"id": "upper", "name": "Upper lane"}, {"id": "lower", "name": "Lower lane"}],
        "actors": [{"id": bloc, "name": bloc.title(), "kind": "state"} for bloc in BLOCS],
        "sources": [{"id": "paper", "type": "article", "title": "A paper", "issued": "2014-06-01"}],
        "events": events,
    }
    return json.dumps(whole).encode()


def made_up(
    dates: Sequence[str] = DATES,
    statuses: Sequence[str] = STATUSES,
    titles: Sequence[str] = (),
) -> OpenChronology:
    content = chronology_file(dates, statuses, titles)
    return OpenChronology(Path("made-up.chronology"), parse_chronology(content, "made-up"))


def show_timeline(
    qtbot: QtBot,
    opened: OpenChronology,
    size: tuple[int, int] = (1000, 600),
    theme: Theme = LIGHT,
) -> tuple[TimelineView, ViewState]:
    """A timeline view on the screen, without animation."""
    state = ViewState(opened)
    view = TimelineView(state, theme)
    view.set_motion(False)
    view.resize(*size)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    settle()
    return view, state


def settle() -> None:
    """Let everything that is due be painted."""
    for _ in range(5):
        QApplication.processEvents()


def on_canvas(view: TimelineView, x: float, y: float) -> QPoint:
    """Where scene (x, y) stands on the canvas."""
    return QPointF(x, y + AXIS_HEIGHT_PX).toPoint()


def centre(mark: Mark) -> tuple[float, float]:
    return (mark.left + mark.right) / 2, mark.y


def click(
    qtbot: QtBot, view: TimelineView, x: float, y: float, modifier: Qt.KeyboardModifier = NOTHING
) -> None:
    QTest.mouseClick(
        view.canvas.viewport(), Qt.MouseButton.LeftButton, modifier, on_canvas(view, x, y)
    )


def turn(
    view: TimelineView,
    x: float,
    y: float,
    notches: float,
    modifiers: Qt.KeyboardModifier = NOTHING,
    pixels: QPoint | None = None,
) -> None:
    """Turn the wheel over scene (x, y), or move two fingers by `pixels`."""
    at = QPointF(on_canvas(view, x, y))
    angle = QPoint(0, round(notches * 120)) if pixels is None else pixels * 8
    event = QWheelEvent(
        at,
        view.canvas.viewport().mapToGlobal(at),
        pixels or QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.canvas.viewport(), event)


def drag(
    qtbot: QtBot,
    view: TimelineView,
    begin: tuple[float, float],
    end: tuple[float, float],
    modifier: Qt.KeyboardModifier = NOTHING,
    steps: int = 4,
) -> None:
    """Press, move in steps, let go."""
    viewport, button = view.canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, button, modifier, on_canvas(view, *begin))
    for step in range(1, steps + 1):
        x, y = (b + (e - b) * step / steps for b, e in zip(begin, end, strict=True))
        _move(view, on_canvas(view, x, y), modifier)
    QTest.mouseRelease(viewport, button, modifier, on_canvas(view, *end))


def _move(view: TimelineView, at: QPoint, modifier: Qt.KeyboardModifier) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(view.canvas.viewport().mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        modifier,
    )
    QApplication.sendEvent(view.canvas.viewport(), event)
