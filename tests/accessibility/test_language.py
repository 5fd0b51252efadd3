"""Order, numbers, plurals and dates as a language has them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from peru_timeline.settings import Settings
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.scene import SceneCounts
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.look.wording import NO_BREAK_SPACE
from peru_timeline.ui.panels.event_table import TITLE, EventTableModel
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.status_line import StatusLine
from tests.ui.windows import PLAIN, chronology_data, open_application, texts
from tests.ui.windows import open_made_up as made_up

WORDS = ["nube", "Óleo 10", "Ñuble", "ola", "Óleo 9", "Nz", "Álvaro", "Zona", "alba"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("es", "alba Álvaro nube Nz Ñuble ola Óleo-9 Óleo-10 Zona"),
        ("en", "alba Álvaro nube Ñuble Nz ola Óleo-9 Óleo-10 Zona"),
    ],
)
def test_the_table_is_sorted_as_the_language_sorts(
    tmp_path: Path, language: str, order: str
) -> None:
    """In Spanish Ñ is a letter of its own, after all of N; accents and case count for nothing."""
    first = chronology_data()["events"][0]
    events = [
        first | {"id": f"event-{at}", "title": {"en": word, "es": word}}
        for at, word in enumerate(WORDS)
    ]
    state = ViewState(made_up(tmp_path, {"events": events}))
    state.set_language(language)
    model = EventTableModel(state, LIGHT)
    model.sort(TITLE, Qt.SortOrder.AscendingOrder)
    found = [model.index(row, TITLE).data() for row in range(model.rowCount())]
    assert " ".join(word.replace(" ", "-") for word in found) == order


@pytest.mark.parametrize(
    ("settings", "counts", "date"),
    [
        (PLAIN, "5 events · 6 quotations · 2 sources", "2007 to 2009"),
        (replace(PLAIN, language="es"), "5 hechos · 6 citas · 2 fuentes", "2007 a 2009"),
    ],
)
def test_plurals_and_dates_follow_the_language(
    qtbot: QtBot, tmp_path: Path, settings: Settings, counts: str, date: str
) -> None:
    try:
        made = open_application(qtbot, made_up(tmp_path), settings)
        assert counts in texts(made.window.event_panel)
        made.state.select(3)
        assert any(date in said for said in texts(made.window.event_panel))
    finally:
        QLocale.setDefault(QLocale("en"))


@pytest.mark.parametrize(
    ("language", "counted"),
    [("en", "11,000 of 12,345"), ("es", "11 000 of 12 345")],
)
def test_large_counts_are_grouped_as_the_language_groups(
    qtbot: QtBot, tmp_path: Path, language: str, counted: str
) -> None:
    state = ViewState(made_up(tmp_path))
    state.set_language(language)
    line = StatusLine(state, LIGHT)
    qtbot.addWidget(line)
    line.resize(1600, 30)
    line.show()
    line.show_view(TimeSpan(730_000.0, 740_000.0), SceneCounts(12_345, 12_345, 11_000, 4, 0, 0, 0))
    assert any(counted in said.replace(NO_BREAK_SPACE, " ") for said in texts(line))
