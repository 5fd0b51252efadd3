"""An export dialog in which a picture is arranged, for the tests: where its parts are, and hands."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.arranging.edits import EventEdit
from peru_timeline.chronology.query import Query
from peru_timeline.chronology.views import ViewsFile
from peru_timeline.pictures.composition.composition import Composition, Told
from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.export.arranging.arranging_preview import ArrangingPreview
from peru_timeline.ui.export.arranging.band_dialog import BandDialog
from peru_timeline.ui.export.arranging.parts import Part, box_of
from peru_timeline.ui.export.export_dialog import ExportDialog

QUERY = Query(text="chancay")
EVENT = "chancay-sez"
SPAN = TimeSpan(736_695.0, 738_886.0)  # 2018 to 2023


@dataclass
class Kept:
    """Stands for the file of the reader's views."""

    saved: list[ViewsFile] = field(default_factory=list)
    fault: str = ""

    def keep(self, views: ViewsFile) -> str:
        if not self.fault:
            self.saved.append(views)
        return self.fault


def preview_of(dialog: ExportDialog) -> ArrangingPreview:
    found = dialog.findChild(ArrangingPreview)
    assert found is not None
    return found


def shown(dialog: ExportDialog) -> Composition:
    composition = preview_of(dialog).composition
    assert composition is not None
    return composition


def index(dialog: ExportDialog, event: str = EVENT) -> int:
    return dialog.form.subject().chronology.event_index[event]


def told(dialog: ExportDialog, event: str = EVENT) -> Told | None:
    return shown(dialog).item(index(dialog, event))


def at(dialog: ExportDialog, x: float, y: float) -> QPoint:
    """A point of the page, in px of the preview."""
    return preview_of(dialog).on_widget(Box(x, y, 0.0, 0.0)).topLeft().toPoint()


def middle(dialog: ExportDialog, part: Part) -> QPoint:
    box = box_of(shown(dialog), part)
    assert box is not None
    return at(dialog, box.left + box.width / 2, box.top + box.height / 2)


def decided(dialog: ExportDialog, event: str = EVENT) -> EventEdit:
    return dialog.form.edits.of(event)


def click(qtbot: QtBot, dialog: ExportDialog, part: Part) -> None:
    QTest.mouseClick(preview_of(dialog), Qt.MouseButton.LeftButton, pos=middle(dialog, part))


def drag(qtbot: QtBot, dialog: ExportDialog, start: QPoint, end: QPoint) -> None:
    preview = preview_of(dialog)
    QTest.mousePress(preview, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(preview, (start + end) / 2)
    QTest.mouseMove(preview, end)
    QTest.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=end)


def button(dialog: ExportDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, f"arrange_{name}")
    assert found is not None
    return found


def press(qtbot: QtBot, dialog: ExportDialog, name: str) -> None:
    QTest.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)


def message(dialog: ExportDialog) -> str:
    found = dialog.findChild(QLabel, "arrange_message")
    assert found is not None
    return found.text()


def enter_band(qtbot: QtBot, label: str, dates: str | None = None) -> None:
    """Fill in the dialog that opens next."""

    def fill() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, BandDialog)
        asked.label.setText(label)
        if dates is not None:
            asked.dates.setText(dates)
        asked.accept()

    QTimer.singleShot(0, fill)
