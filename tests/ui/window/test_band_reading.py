"""Reading what the sources say about a band: by a click on its label, and by a command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.ui.canvas.input.hit_testing import Hit, hit_at
from peru_timeline.ui.canvas.tooltips import hit_tooltip
from peru_timeline.ui.panels.quotation_card import QuotationCard
from peru_timeline.ui.state.open_chronology import open_chronology
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.commands.band_reading import BandsDialog
from peru_timeline.ui.window.main_window import MainWindow
from tests.chronology.made_up import load, small
from tests.ui import windows

QUOTE = "the party of the North ruled the harbour from 2001"
BANDS = [
    {
        "id": "north",
        "label": {"en": "Rule of the North", "es": "Gobierno del Norte"},
        "date": "2003-01-01/2006-12-31",
        "evidence": [{"source": "gazette", "quote": QUOTE}],
    },
    {"id": "storm", "label": {"en": "Storms", "es": "Tormentas"}, "date": "2004"},
]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "harbour.chronology"
    path.write_text(json.dumps({**small(), "bands": BANDS}), "utf-8")
    made = windows.window(qtbot, ViewState(open_chronology(path)))
    yield made
    made.widget.close()


def read(window: MainWindow, ask: object) -> list[str]:
    """The texts of the dialog that opens."""
    found: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BandsDialog)
        found.extend(made.text() for made in dialog.findChildren(QLabel))
        found.extend(card.accessibleDescription() for card in dialog.findChildren(QuotationCard))
        dialog.reject()

    QTimer.singleShot(0, look)
    assert callable(ask)
    ask()
    return found


def test_a_click_on_its_label_shows_what_the_sources_say(window: MainWindow) -> None:
    timeline = window.timeline
    scene = timeline.scene
    north = next(band for band in scene.bands if band.label == "Rule of the North")
    x, y = north.right - 20, 6 - AXIS_HEIGHT_PX
    assert hit_at(scene, x, y).bands == (0,)
    assert hit_at(scene, x, y).is_clickable
    assert hit_at(scene, x, 30.0).bands == hit_at(scene, scene.left - 10, y).bands == ()
    canvas = timeline.canvas
    origin = canvas.scene_point(QPointF(0, 0))
    at = QPoint(round(x - origin.x()), round(y - origin.y()))
    texts = read(
        window, lambda: QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    )
    assert "Rule of the North" in texts
    assert any(QUOTE in text for text in texts)
    assert "Storms" not in texts


def test_the_command_shows_all_bands(window: MainWindow) -> None:
    texts = read(window, window.bindings["read_bands"].run)
    assert {"Rule of the North", "Storms", "2004"} <= set(texts)
    assert any("No source" in text for text in texts)


def test_the_tooltip_names_every_band_there_with_its_dates() -> None:
    """A label without room on the strip can be read all the same."""
    chronology = load({**small(), "bands": BANDS})
    told = hit_tooltip(Hit(bands=(1, 0)), chronology, "en", False).split("\n")
    assert [line.split(" · ")[0] for line in told] == [
        chronology.bands[1].label["en"],
        "Rule of the North",
    ]
    assert all(line.split(" · ")[1] for line in told)
