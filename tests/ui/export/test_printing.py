"""Printing and the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.query import Query
from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.export.printing import clipboard_text, copy_picture, print_with_preview
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.subjects import subject_of


@pytest.mark.parametrize("orientation", list(QPageLayout.Orientation))
def test_the_print_preview_prints_the_page_with_its_text(
    qtbot: QtBot, subject: Subject, tmp_path: Path, orientation: QPageLayout.Orientation
) -> None:
    out = tmp_path / "printed.pdf"
    seen: list[int] = []

    def use() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        preview = dialog.findChild(QPrintPreviewWidget)
        assert preview is not None
        (pages,) = dialog.findChildren(QGraphicsView)
        assert pages.accessibleName() == "Print"  # Tab comes here first
        preview.setOrientation(orientation)
        seen.append(preview.pageCount())
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        preview.print_()
        dialog.reject()

    QTimer.singleShot(0, use)
    window = QWidget()
    qtbot.addWidget(window)
    print_with_preview(
        window, "Print", lambda size: compose(subject, PageSpec(size), text_width), LIGHT
    )
    assert seen == [1]
    written = out.read_bytes()
    assert written.startswith(b"%PDF")
    assert b"/FontFile2" in written
    assert b"/Count 1" in written


def test_the_clipboard_takes_picture_and_citations(qtbot: QtBot, opened: OpenChronology) -> None:
    subject = subject_of(opened, Query(sectors=frozenset({"energy"})))
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    copy_picture(page, subject, LIGHT)
    image = QGuiApplication.clipboard().image()
    assert not image.isNull()
    content = QGuiApplication.clipboard().mimeData().data("image/png").data()
    assert bytes(content).startswith(b"\x89PNG")
    assert QImage.fromData(content).size() == image.size()
    assert QGuiApplication.clipboard().text() == clipboard_text(page, subject)
    assert "[1] " in clipboard_text(page, subject)
