"""Printing pages, and copying them to the clipboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMimeData, QSizeF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QGraphicsView, QLineEdit, QToolButton, QWidget

from peru_timeline.chronology.formats.bibliography import numbered_references
from peru_timeline.chronology.formats.table import cited_sources
from peru_timeline.pictures.composition.picture import Picture
from peru_timeline.pictures.sizes import PageSize, of_millimetres
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.audience.picture_painting import paint_picture
from peru_timeline.ui.paint.files.png_file import image_of, png

CLIPBOARD_SCALE = 2.0
_QTS_OWN = "QPrintPreviewDialog", "Print"
"""Qt's own name of the action that prints, by which it is found in every language."""


def print_with_preview(
    parent: QWidget, title: str, composed: Callable[[PageSize], Picture], theme: Theme
) -> None:
    """Show a preview and print it; `composed` makes the page for a sheet of paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setDocName(title)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setObjectName("print_preview")
    dialog.setWindowTitle(title)
    dialog.paintRequested.connect(lambda asked: print_page(asked, composed, theme))
    _open_to_keys(dialog)
    dialog.exec()
    dialog.deleteLater()


def _open_to_keys(dialog: QPrintPreviewDialog) -> None:
    """Let Tab reach Qt's own buttons and fields, give these names, and let Ctrl+P print."""
    for button in dialog.findChildren(QToolButton):
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if not button.accessibleName():
            more = QCoreApplication.translate("Printing", "More")  # what the bar has no room for
            button.setAccessibleName(button.text().replace("&", "") or button.toolTip() or more)
    zoom = QCoreApplication.translate("Printing", "Zoom")
    for box in dialog.findChildren(QComboBox):
        box.setObjectName("print_zoom")
        box.setAccessibleName(zoom)
        if (typed := box.lineEdit()) is not None:
            typed.setObjectName("print_zoom_typed")
            typed.setAccessibleName(zoom)
    for field in dialog.findChildren(QLineEdit):
        if not field.accessibleName():
            field.setObjectName("print_page")
            field.setAccessibleName(QCoreApplication.translate("Printing", "Page"))
    for pages in dialog.findChildren(QGraphicsView):
        pages.setAccessibleName(dialog.windowTitle())
    printing = QCoreApplication.translate(*_QTS_OWN)
    for action in dialog.findChildren(QAction):
        if action.text() == printing:
            action.setShortcut(QKeySequence.StandardKey.Print)
            action.setObjectName("print_now")
            dialog.addAction(action)


def print_page(printer: QPrinter, composed: Callable[[PageSize], Picture], theme: Theme) -> None:
    """Compose the page for the printer's paper and paint it within the printable area."""
    area = printer.pageRect(QPrinter.Unit.Millimeter)
    page = composed(of_millimetres(area.width(), area.height()))
    painter = QPainter(printer)
    sheet = QSizeF(printer.pageRect(QPrinter.Unit.DevicePixel).size())
    zoom = min(sheet.width() / page.size.width, sheet.height() / page.size.height)
    painter.scale(zoom, zoom)
    paint_picture(painter, page, theme, vector=True)
    painter.end()


def copy_picture(page: Picture, subject: Subject, theme: Theme) -> None:
    """Put the picture on the clipboard, with a text for programs that take no pictures."""
    mime = QMimeData()
    mime.setImageData(image_of(page, theme, CLIPBOARD_SCALE))
    # Under Wayland other programs are offered only what is there as bytes.
    mime.setData("image/png", png(page, theme, CLIPBOARD_SCALE) or b"")
    mime.setText(clipboard_text(page, subject))
    QGuiApplication.clipboard().setMimeData(mime)


def clipboard_text(page: Picture, subject: Subject) -> str:
    """The title of a picture, its description, and its sources as a numbered list."""
    sources = cited_sources(subject.chronology, subject.events.tolist())
    return f"{page.title}\n{page.description}\n\n{numbered_references(sources, subject.language)}"
