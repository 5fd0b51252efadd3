"""Runs every command once, closes each dialog that opens, prints to a file and imports a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QDialog

from peru_timeline.application import Application
from peru_timeline.ui.importing.import_dialog import ImportDialog

NOT_RUN = {"quit", "check_for_updates"}
"""One ends the program, the other opens a browser."""
LOOK_MS = 20
TABLE = "date,title\n2001-05,A port\n2003,A pact\n"


class Dialogs:
    """Closes dialogs, whose own event loops would wait for a reader."""

    def __init__(self, application: Application, folder: Path) -> None:
        """`folder` is where to print."""
        self._application, self._printed = application, folder / "printed.pdf"
        self.seen: list[str] = []
        """The object names, or else the classes, of the dialogs that were open."""
        self._looking = QTimer()
        self._looking.timeout.connect(self._look)
        self._looking.start(LOOK_MS)

    def run_all(self) -> None:
        """Run every command that there is and may be run."""
        for name in sorted(self._application.window.actions_by_id.keys() - NOT_RUN):
            self._application.window.refresh()
            self._application.window.actions_by_id[name].trigger()
            _settle()
            presentation = self._application.window.saved_views.presentation
            if presentation is not None:
                presentation.close()
            _settle()
        self._looking.stop()

    def import_table(self, path: Path) -> int:
        """Lead the wizard to its end for a table; return how many events it would make."""
        path.write_text(TABLE, encoding="utf-8")
        self._application.open(path)
        dialog = self._application.shell.findChild(ImportDialog)
        assert isinstance(dialog, ImportDialog)
        while dialog.is_busy or dialog.page != 3:
            if not dialog.is_busy:
                dialog.footer.next.click()
            _settle()
        made = dialog.made
        assert made is not None
        self.seen.append(dialog.objectName())
        dialog.reject()
        _settle()
        return len(made.chronology.events)

    def _look(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
            return
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        name = dialog.objectName() or type(dialog).__name__
        is_new = name not in self.seen
        self.seen.append(name)
        if isinstance(dialog, QPrintPreviewDialog) and is_new:
            action = dialog.findChild(QAction, "print_now")
            assert isinstance(action, QAction)
            QTimer.singleShot(0, action.trigger)
        elif isinstance(dialog, QPrintDialog):
            printer = dialog.printer()
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(self._printed))
            dialog.done(QDialog.DialogCode.Accepted)
        else:
            dialog.reject()


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
