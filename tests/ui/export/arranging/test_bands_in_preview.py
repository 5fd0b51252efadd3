"""Bands and lines are added, changed and removed in the export preview."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from peru_timeline.ui.export.arranging.band_dialog import BandDialog
from peru_timeline.ui.export.export_dialog import ExportDialog
from peru_timeline.ui.look.theme import LIGHT
from tests.ui.export.arranging.previews import (
    at,
    drag,
    enter_band,
    press,
    preview_of,
    shown,
)


def test_a_band_is_dragged_changed_and_removed(qtbot: QtBot, dialog: ExportDialog) -> None:
    area = shown(dialog).area
    enter_band(qtbot, "Castillo")
    y = area.bottom - 4
    drag(qtbot, dialog, at(dialog, area.left + 300, y), at(dialog, area.left + 500, y))
    (band,) = dialog.form.edits.bands
    assert band.label == {"en": "Castillo"}
    (drawn,) = shown(dialog).bands
    assert drawn.band.left == pytest.approx(shown(dialog).area.left + 300, abs=4)
    assert drawn.band.right == pytest.approx(shown(dialog).area.left + 500, abs=4)
    enter_band(qtbot, "Government of Castillo", "2021-07-28/2022-12-07")
    preview_of(dialog).setFocus()
    QTest.keyClick(preview_of(dialog), Qt.Key.Key_Return)
    assert dialog.form.edits.bands[0].date.edtf == "2021-07-28/2022-12-07"
    preview_of(dialog).setFocus()
    QTest.keyClick(preview_of(dialog), Qt.Key.Key_Delete)
    assert dialog.form.edits.bands == ()


def test_a_line_is_added_by_its_button(qtbot: QtBot, dialog: ExportDialog) -> None:
    enter_band(qtbot, "Election", "2021-06-06")
    press(qtbot, dialog, "line")
    (drawn,) = shown(dialog).bands
    assert drawn.band.is_line
    enter_band(qtbot, "Before all", "1821")
    press(qtbot, dialog, "band")
    assert "“Before all” lies outside the time that is shown." in dialog._message.text()


@pytest.mark.parametrize(
    ("label", "dates", "sound"),
    [
        ("Rule", "2001/2004", True),
        ("", "2001/2004", False),
        ("Rule", "2004/2001", False),
        ("Rule", "soon", False),
        ("Rule", "XXXX", False),
    ],
)
def test_a_band_is_checked_as_it_is_typed(
    qtbot: QtBot, label: str, dates: str, sound: bool
) -> None:
    asked = BandDialog(None, LIGHT, "en", "", None)
    qtbot.addWidget(asked)
    asked.label.setText(label)
    asked.dates.setText(dates)
    ok = asked.findChild(QPushButton, "band_ok")
    assert ok is not None
    assert ok.isEnabled() is sound
    said = asked.findChild(QLabel, "band_dates_in_words")
    assert said is not None
    assert said.text()
