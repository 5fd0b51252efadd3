"""The status line: what is in view, what is left out, and whether quotations were checked."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.unit_wording import (
    day_in_words,
    hours_in_words,
    month_names,
    two_years,
)
from peru_timeline.chronology.review.verification import Verification
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.scene import SceneCounts
from peru_timeline.typefaces import REGULAR
from peru_timeline.ui.canvas.accessible.announcer import announce
from peru_timeline.ui.look.text_labels import ElidedLabel
from peru_timeline.ui.look.theme import SMALL_PX, Theme
from peru_timeline.ui.look.wording import number_in_words
from peru_timeline.ui.state.view_state import ViewState

SAID_MS = 4000
CHIPS_SHARE = 0.6
"""The most of the line that the filters take."""
EXACT_DAYS, EXACT_MONTHS = 130, 366 * 8
"""Days; shorter spans are given to the day, and to the month."""


class StatusLine(QStatusBar):
    """Counts of events and titles, so that nothing is left out silently."""

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("status_line")
        self.setAccessibleName(self.tr("What is in view"))
        self._state = state
        self._chips: QWidget | None = None
        self.setSizeGripEnabled(False)
        self._view = ElidedLabel(theme, px=SMALL_PX)
        self._view.setObjectName("status_view")
        self._checked = QLabel()
        self._checked.setObjectName("status_checked")
        for part in (self._view, self._checked):
            part.setFont(theme.font(SMALL_PX, REGULAR, tabular=True))
        self.addWidget(self._view, 1)
        self.addPermanentWidget(self._checked)

    def put_chips(self, chips: QWidget) -> None:
        """Give the filters their place, beside the counts; no message hides them."""
        self.removeWidget(self._checked)
        self.addPermanentWidget(chips)
        self.addPermanentWidget(self._checked)
        self._checked.show()
        self._chips = chips

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the counts a part of the line."""
        super().resizeEvent(event)
        if self._chips is not None:
            self._chips.setMaximumWidth(round(CHIPS_SHARE * self.width()))

    def show_view(self, span: TimeSpan, counts: SceneCounts) -> None:
        """Show what is in view and what became of the rest."""
        number = self._number
        parts = [
            span_in_words(span, self._state.language),
            self.tr("{0} of {n} event(s) in view", "", counts.events).format(
                number(counts.in_view), n=number(counts.events)
            ),
        ]
        if counts.shelf:
            parts.append(self.tr("{0} without a given date").format(number(counts.shelf)))
        if counts.in_view and counts.titled == counts.in_view:
            parts.append(self.tr("every title shown"))
        else:
            parts.append(
                self.tr("{n} title(s) shown", "", counts.titled).format(n=number(counts.titled))
            )
        if counts.clustered + counts.stripped:
            parts.append(self.tr("{0} merged").format(number(counts.clustered + counts.stripped)))
        if counts.hidden:
            parts.append(self.tr("{0} out of sight: press L").format(number(counts.hidden)))
        if self._state.warp.is_even:
            parts.append(self.tr("time scale stretched where shaded"))
        if self._state.query.is_empty and counts.shown == counts.events:
            parts.append(self.tr("no filter"))
        else:
            parts.append(
                self.tr("filtered: {0} of {1}").format(number(counts.shown), number(counts.events))
            )
        self._view.show_text(" · ".join(parts))

    def show_verification(self, found: Verification) -> None:
        """Show how many quotations there are and whether they are in the full texts."""
        total, number = found.checked + found.unchecked, self._number
        if found.checked == 0:
            self._checked.setText(self.tr("{n} quotation(s)", "", total).format(n=number(total)))
            self._checked.setToolTip(self.tr("Add the full texts to have every quotation checked"))
        elif found.faults:
            self._checked.setText(
                self.tr("{0} of {1} quotations not in their sources").format(
                    number(len(found.faults)), number(found.checked)
                )
            )
        elif found.unchecked:
            self._checked.setText(
                self.tr("✓ {0} of {1} quotations match their sources").format(
                    number(found.checked), number(total)
                )
            )
        else:
            self._checked.setText(
                self.tr("✓ all {0} quotations match their sources").format(number(total))
            )

    def _number(self, value: int) -> str:
        return number_in_words(value, self._state.language)

    def say(self, text: str) -> None:
        """Show a message for a moment, and have screen readers say it."""
        self.showMessage(text, SAID_MS)
        announce(self, text)


def span_in_words(span: TimeSpan, language: str) -> str:
    """A span in words, as precise as its length needs: in years, months, days or minutes."""
    if hours := hours_in_words(span.start, span.end, language):
        return hours
    first = floor(span.start)
    last = max(ceil(span.end) - 1, first)
    if span.width < EXACT_DAYS:
        words = [day_in_words(day, language) for day in (first, last)]
    else:
        civil = [civil_from_day(day) for day in (first, last)]
        words = list(two_years(civil[0][0], civil[1][0], language))
        if span.width < EXACT_MONTHS:
            names = month_names(language, short=False)
            form = "{0} de {1}" if language == "es" else "{0} {1}"
            words = [
                form.format(names[month - 1], year)
                for (_, month, _), year in zip(civil, words, strict=True)
            ]
    return " – ".join(dict.fromkeys(words))
