"""The timeline that an import makes, with what was understood of it in a line above, or why there is none."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from peru_timeline.chronology.dates.written.understood import Grade
from peru_timeline.ui.importing.pages.timeline_preview import TimelinePreview
from peru_timeline.ui.importing.steps import Preview
from peru_timeline.ui.importing.words import grade_names
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import number_in_words


class PreviewPane(QWidget):
    """Shows a preview, or a refusal in its place."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._language = language
        self._said = label("", theme, ink="soft")
        self._said.setObjectName("import_preview_said")
        self.timeline = TimelinePreview(theme, language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._said)
        column.addWidget(self.timeline, 1)

    def show_preview(self, preview: Preview) -> None:
        """Show the timeline, and count what was understood."""
        number, grades = len(preview.found.events), grade_names()
        counted = self.tr("{n} event(s)", "", number).format(n=self._number(number))
        if not preview.of_all:
            counted = self.tr("the first {n} event(s)", "", number).format(n=self._number(number))
        counts = preview.dated.count()
        dates = ", ".join(
            f"{self._number(counts[grade])} {grades[grade].lower()}"
            for grade in Grade
            if counts[grade]
        )
        self._said.setText(
            self.tr("The timeline of {0}. Dates understood: {1}").format(counted, dates)
        )
        self.timeline.show_chronology(preview.opened)

    def show_refusal(self, words: str) -> None:
        """Say why there is no timeline."""
        self._said.setText(words)
        self.timeline.show_chronology(None)

    def _number(self, number: int) -> str:
        return number_in_words(number, self._language)
