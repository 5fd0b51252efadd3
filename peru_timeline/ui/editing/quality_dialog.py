"""The quality sheet: what the evidence and the dates of the chronology lack, by kind; each line leads to its event."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from peru_timeline.chronology.event_dates import short_event_date
from peru_timeline.chronology.review.quality import Finding, Lack, findings
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.ui.look.dialogs import Dialog
from peru_timeline.ui.look.plain_text import one_line, tooltip
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import number_in_words
from peru_timeline.ui.state.view_state import ViewState

SIZE_PX = (640, 520)
LONGEST_TITLE = 120
MOST_SHOWN = 2000
"""Lines of one kind; the rest is counted."""
FEW = 12
"""Kinds with so many lines or fewer are open at first."""


class QualityDialog(Dialog):
    """Stays open beside the work, and follows every change."""

    event_chosen = Signal(int)
    """The index of an event that the reader wants to see."""

    def __init__(self, parent: QWidget, theme: Theme, state: ViewState) -> None:
        super().__init__(parent, theme, self.tr("Quality of the chronology"))
        self.setObjectName("quality_dialog")
        self.setModal(False)
        self.resize(*map(theme.px, SIZE_PX))
        self._state = state
        self._said = label("", theme, ink="soft")
        self._said.setObjectName("quality_said")
        self.column.addWidget(self._said)
        self.tree = QTreeWidget()
        self.tree.setObjectName("differences")
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setHeaderLabels([self.tr("Event"), self.tr("Date")])
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.itemActivated.connect(self._activated)
        self.tree.itemClicked.connect(self._activated)
        self.column.addWidget(self.tree, 1)
        self.finish()
        state.chronology_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List what is lacking now; what was opened stays open."""
        found = findings(self._state.opened.chronology, self._state.language)
        tops = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        open_now = {top.data(0, Qt.ItemDataRole.UserRole): top.isExpanded() for top in tops if top}
        self.tree.clear()
        names = self._names()
        for lack in Lack:
            own = [finding for finding in found if finding.lack is lack]
            if own:
                self._add(lack, names[lack], own, open_now.get(lack.value, len(own) <= FEW))
        count = len({finding.event for finding in found})
        self._said.setText(
            self.tr("%n event(s) may need another look. None of this is a fault.", "", count)
            if found
            else self.tr("Nothing is lacking.")
        )

    def _add(self, lack: Lack, name: str, found: list[Finding], is_open: bool) -> None:
        language = self._state.language
        top = QTreeWidgetItem([f"{name} ({number_in_words(len(found), language)})"])
        top.setData(0, Qt.ItemDataRole.UserRole, lack.value)
        self.tree.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)
        for finding in found[:MOST_SHOWN]:
            title, date = self._line(finding)
            row = QTreeWidgetItem(top, [title, date])
            row.setData(1, Qt.ItemDataRole.UserRole, finding.event)
            row.setToolTip(0, tooltip(title))
        top.setExpanded(is_open)

    def _line(self, finding: Finding) -> tuple[str, str]:
        """What a line says: the titles, and the date or the silent years."""
        chronology, language = self._state.opened.chronology, self._state.language
        event = chronology.events[finding.event]
        title = isolated(one_line(in_language(event.title, language), LONGEST_TITLE))
        if finding.other is not None:
            other = in_language(chronology.events[finding.other].title, language)
            title = f"{title} · {isolated(one_line(other, LONGEST_TITLE))}"
        if finding.years is None:
            return title, short_event_date(event, chronology, language)
        first, last = finding.years
        years = str(first) if first == last else f"{first}–{last}"
        return self.tr("after “{0}”").format(title), years

    def _names(self) -> dict[Lack, str]:
        return {
            Lack.NO_SOURCE: self.tr("No source"),
            Lack.ONE_SOURCE: self.tr("One source only"),
            Lack.VAGUE_DATE: self.tr("Date known to no year"),
            Lack.SILENT_YEARS: self.tr("Years in which nothing begins"),
            Lack.DOUBLED: self.tr("Perhaps told twice"),
            Lack.TIE_AGAINST_DATES: self.tr("Tie that the dates contradict"),
        }

    def _activated(self, row: QTreeWidgetItem) -> None:
        event = row.data(1, Qt.ItemDataRole.UserRole)
        if event is not None:
            self.event_chosen.emit(event)
