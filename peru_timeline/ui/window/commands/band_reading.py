"""Reading what the sources say about a band: after a click on its label above the lanes, or from the menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.models import EvidencedBand
from peru_timeline.chronology.text import in_language
from peru_timeline.timeline.axis.time_bands import BAND_STYLES
from peru_timeline.typefaces import SEMIBOLD
from peru_timeline.ui.canvas.input.hit_testing import hit_at
from peru_timeline.ui.canvas.input.intents import Click
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.look.dialogs import Dialog, run_dialog
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import HEADING_PX, Theme
from peru_timeline.ui.panels.quotation_card import QuotationCard
from peru_timeline.ui.state.view_state import ViewState

SIZE_PX = (560, 420)


class BandReading(QObject):
    """Shows the bands of the chronology with their dates and quotations."""

    def __init__(self, state: ViewState, timeline: TimelineView) -> None:
        super().__init__(timeline)
        self._state, self._timeline = state, timeline
        timeline.canvas.intended.connect(self._note)

    def bindings(self) -> Bindings:
        return {"read_bands": Binding(self.read_all)}

    def _note(self, intent: object) -> None:
        if not isinstance(intent, Click):
            return
        hit = hit_at(self._timeline.scene, intent.x, intent.y)
        if hit.bands:
            self._read(tuple(self._state.opened.chronology.bands[n] for n in hit.bands))

    def read_all(self) -> None:
        """Show all bands."""
        self._read(self._state.opened.chronology.bands)

    def _read(self, bands: tuple[EvidencedBand, ...]) -> None:
        window, theme = self._timeline.window(), self._timeline.theme
        chronology, language = self._state.opened.chronology, self._state.language
        run_dialog(BandsDialog(window, theme, chronology, bands, language))


class BandsDialog(Dialog):
    """Bands, each with its dates and what the sources say about it."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        chronology: Chronology,
        bands: tuple[EvidencedBand, ...],
        language: str,
    ) -> None:
        super().__init__(parent, theme, self.tr("Bands"))
        self.setObjectName("bands_dialog")
        self.resize(*(theme.px(side) for side in SIZE_PX))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(theme.px(10))
        for band in bands:
            name = in_language(band.label, language)
            column.addWidget(label(name, theme, px=HEADING_PX, weight=SEMIBOLD))
            column.addWidget(label(date_in_words(band.date, language), theme, ink="soft"))
            for evidence in band.evidence:
                source = chronology.source_by_id[evidence.source]
                accent = theme.blocs[BAND_STYLES.index(band.colour)]
                column.addWidget(QuotationCard(evidence, source, theme, language, accent=accent))
            if not band.evidence:
                column.addWidget(label(self.tr("No source is quoted for it."), theme, ink="faint"))
        if not bands:
            none = self.tr("This chronology has no bands. They stand in its file, under “bands”.")
            column.addWidget(label(none, theme))
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("bands_page")
        area.setAccessibleName(self.tr("Bands"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the buttons of the cards
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(page)
        self.column.addWidget(area, 1)
        self.finish()
