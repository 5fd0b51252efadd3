"""Asks for a band or a line: what it is called, when it was, in which colour."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from peru_timeline.chronology.dates.event_date import DateError, EventDate, parse_date
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.models import Band
from peru_timeline.chronology.text import in_language
from peru_timeline.timeline.axis.time_bands import BAND_STYLES
from peru_timeline.ui.look.fitting_dialog import FittingDialog
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import reason_of

LONGEST_LABEL = 120
SWATCH_PX = 16


class BandDialog(FittingDialog):
    """Asks for a band; what is entered is checked as it is typed."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, language: str, dates: str, band: Band | None
    ) -> None:
        """`band` is the one to change, or None for a new one; of that `dates` is a suggestion."""
        super().__init__(parent)
        self.setObjectName("band_dialog")
        self.setWindowTitle(self.tr("Change band") if band else self.tr("Add band"))
        self.resize(theme.px(440), theme.px(220))
        self._language, self._band = language, band
        self.label = QLineEdit(in_language(band.label, language) if band else "")
        self.label.setObjectName("band_label")
        self.label.setMaxLength(LONGEST_LABEL)
        self.label.setPlaceholderText(self.tr("Such as: Government of Castillo"))
        self.dates = QLineEdit(band.date.edtf if band else dates)
        self.dates.setObjectName("band_dates")
        self.dates.setToolTip(
            self.tr("From/to, such as 2021-07-28/2022-12-07 or 2020-03~/2022; one day makes a line")
        )
        self._said = label("", theme, ink="soft")
        self._said.setObjectName("band_dates_in_words")
        self.colour = self._colours(theme, band.colour if band else "grey")
        rows = QFormLayout(self)
        rows.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(12))
        rows.addRow(self.tr("Label"), self.label)
        rows.addRow(self.tr("Dates"), self.dates)
        rows.addRow("", self._said)
        rows.addRow(self.tr("Colour"), self.colour)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ok = buttons.button(kinds.Ok)
        self._ok.setObjectName("band_ok")
        buttons.button(kinds.Cancel).setObjectName("band_cancel")
        rows.addRow(buttons)
        self.label.textChanged.connect(self._check)
        self.dates.textChanged.connect(self._check)
        self._check()

    def _colours(self, theme: Theme, chosen: str) -> QComboBox:
        names = {
            "grey": self.tr("Grey"), "red": self.tr("Red"), "blue": self.tr("Blue"),
            "teal": self.tr("Teal"), "purple": self.tr("Purple"), "olive": self.tr("Olive"),
        }  # fmt: skip
        box = QComboBox()
        box.setObjectName("band_colour")
        for key, name in names.items():
            swatch = QPixmap(theme.px(SWATCH_PX), theme.px(SWATCH_PX))
            swatch.fill(theme.blocs[[*BAND_STYLES].index(key)])  # type: ignore[arg-type]
            box.addItem(QIcon(swatch), name, key)
        box.setCurrentIndex(box.findData(chosen))
        return box

    def _date(self) -> EventDate:
        date = parse_date(self.dates.text().strip())
        if date.is_unknown:
            raise DateError(Sentences.BAND_NEEDS_TIME.of())
        return date

    def _check(self) -> None:
        """Say the dates in words, or what is wrong with them."""
        try:
            self._said.setText(date_in_words(self._date(), self._language))
            is_sound = True
        except DateError as error:
            self._said.setText(reason_of(error))
            is_sound = False
        self._ok.setEnabled(is_sound and bool(self.label.text().strip()))

    def entered(self) -> Band:
        """The band as entered; a label keeps what it is in other languages."""
        text = self.label.text().strip()
        others = dict(self._band.label) if self._band else {}
        return Band.model_validate(
            {
                "label": {**others, self._language: text},
                "date": self._date(),
                "colour": self.colour.currentData(),
            }
        )
