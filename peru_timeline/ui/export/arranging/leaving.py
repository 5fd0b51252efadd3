"""Closing the dialog: what was arranged and is kept with no view is asked about before it is lost."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from peru_timeline.chronology.arranging.edits import NO_EDITS
from peru_timeline.chronology.text import in_language
from peru_timeline.pictures.arranging.history import Histories
from peru_timeline.ui.export.export_form import ExportForm
from peru_timeline.ui.look.plain_text import one_line


class Keeps(Protocol):
    """What keeps the draft of the subject that is shown."""

    @property
    def is_unkept(self) -> bool:
        """Whether something was arranged that no saved view has."""

    def keep(self) -> None:
        """Save the draft with its view."""


class Leaving(QObject):
    """Asks of each subject that was arranged and not kept, while it is shown."""

    def __init__(
        self, parent: QWidget, keeps: Keeps, form: ExportForm, histories: Histories
    ) -> None:
        super().__init__(parent)
        self._window, self._keeps, self._form = parent, keeps, form
        self._histories = histories

    def may_close(self) -> bool:
        """Whether everything is kept, or the reader does not want that."""
        what = self._form.chosen.what
        for key in (self._histories.key, *self._histories.of_others):
            if key != self._form.chosen.key:
                what.setCurrentIndex(what.findData(key or "screen"))
            if self._would_be_lost() and not self._is_settled():
                return False
        return True

    def _would_be_lost(self) -> bool:
        """A title typed for one picture of what is on the screen is no arrangement."""
        is_arranged = self._form.chosen.view is not None or self._form.edits != NO_EDITS
        return is_arranged and self._keeps.is_unkept

    def _is_settled(self) -> bool:
        saved = self._form.chosen.view
        box = QMessageBox(self._window)
        box.setObjectName("unkept_dialog")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Export"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        if saved is None:
            box.setText(self.tr("What you arranged belongs to no saved view. Keep it?"))
        else:
            name = one_line(in_language(saved.name, self._form.chosen.language))
            box.setText(self.tr("What you arranged is not kept with “{0}”. Keep it?").format(name))
        box.setInformativeText(self.tr("If you do not keep it, it is lost."))
        keep = box.addButton(self.tr("Keep with the view"), QMessageBox.ButtonRole.AcceptRole)
        lose = box.addButton(self.tr("Do not keep"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        for button, called in ((keep, "keep"), (lose, "do_not_keep"), (cancel, "cancel")):
            button.setObjectName(called)
        box.setEscapeButton(cancel)
        box.setDefaultButton(keep)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        if chosen is keep:
            self._keeps.keep()
            return not self._keeps.is_unkept
        return chosen is lose
