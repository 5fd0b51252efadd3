"""Adding, changing and removing the bands of a view in the preview."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from peru_timeline.chronology.arranging.edits import PictureEdits
from peru_timeline.chronology.models import Band
from peru_timeline.pictures.arranging.moves import dates_between
from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.export.arranging.band_dialog import BandDialog
from peru_timeline.ui.look.theme import Theme

Decide = Callable[[PictureEdits], None]


class BandCommands:
    """What can be done to bands; bands of the chronology stay as they are."""

    def __init__(self, window: QWidget, theme: Theme, decide: Decide) -> None:
        self._window, self._theme, self._decide = window, theme, decide

    def add(self, subject: Subject, dates: str) -> int | None:
        """Ask for a new band; return its number, or None if there is none."""
        band = self._asked(subject, dates, None)
        if band is None:
            return None
        self._decide(subject.edits.with_band(band))
        return len(subject.bands)

    def change(self, subject: Subject, number: int) -> None:
        """Ask how a band of the view is to be changed."""
        own = _own(subject, number)
        bands = subject.edits.bands
        band = None if own is None else self._asked(subject, "", bands[own])
        if own is not None and band is not None:
            changed = (*bands[:own], band, *bands[own + 1 :])
            self._decide(subject.edits.model_copy(update={"bands": changed}))

    def remove(self, subject: Subject, number: int) -> None:
        """Remove a band of the view."""
        own = _own(subject, number)
        if own is not None:
            self._decide(subject.edits.without_band(own))

    def fill(self, menu: QMenu, subject: Subject, number: int) -> None:
        """Add what can be done to a band."""
        translate = QCoreApplication.translate
        if _own(subject, number) is None:
            said = translate("Arranging", "This band stands in the chronology")
            menu.addAction(said).setEnabled(False)
        else:
            change = menu.addAction(translate("Arranging", "Change…"))
            change.triggered.connect(lambda: self.change(subject, number))
            remove = menu.addAction(translate("Arranging", "Remove"))
            remove.triggered.connect(lambda: self.remove(subject, number))
        menu.addSeparator()

    def _asked(self, subject: Subject, dates: str, band: Band | None) -> Band | None:
        dialog = BandDialog(self._window, self._theme, subject.language, dates, band)
        is_given = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.entered() if is_given else None


def _own(subject: Subject, number: int) -> int | None:
    """The position of a band among those of the view; None for one of the chronology."""
    own = number - len(subject.chronology.bands)
    return own if own >= 0 else None


def suggested_dates(composition: Composition) -> str:
    """Dates for a band that nobody has dragged: the middle third of the time shown."""
    area = composition.area
    third = area.width / 3
    return dates_between(composition.scale, area.left + third, area.right - third)
