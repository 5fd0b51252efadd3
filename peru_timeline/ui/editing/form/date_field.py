"""The date of an event: EDTF or words go in; EDTF, words and the drawn mark come out at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate, QSize
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.event_date import UNKNOWN, EventDate, parse_date
from peru_timeline.chronology.dates.simple_date import DateError
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.dates.written.understood import Grade, Understood, Ways
from peru_timeline.ui.editing.form.event_draft import EventDraft
from peru_timeline.ui.editing.form.field import Field
from peru_timeline.ui.editing.form.inputs import Line
from peru_timeline.ui.editing.form.mark_preview import MarkPreview
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.text_labels import FlowLayout, label
from peru_timeline.ui.look.theme import SMALL_PX, Theme
from peru_timeline.ui.look.wording import translated

PATH = ("date",)
MOST_CHOICES = 4
ICON_PX = 16
SPOKEN = ("en", "es")


class DateField(Field):
    """Reads what is typed as the importer does; a text with several meanings is asked about, never guessed."""

    def __init__(self, theme: Theme, draft: EventDraft, language: str) -> None:
        super().__init__(theme, "date", self.tr("Date"))
        self._draft, self._language = draft, language
        self._offered: tuple[str, ...] | None = None
        self.input = Line(self.caption_text)
        self.input.setObjectName("date")
        self.input.setPlaceholderText(self.tr("2012-05-04, early May 2012, c. 1850 …"))
        self.stand_for(self.input)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(4))
        line.addWidget(self.input, 1)
        line.addWidget(self._calendar_button())
        self.put(row)
        self._read_as = label("", theme, px=SMALL_PX)
        self._read_as.setObjectName("date_read_as")
        self.put(self._read_as)
        self._choices = QWidget()
        self._choices.setObjectName("date_choices")
        self._flow = FlowLayout(self._choices, gap_px=theme.px(4))
        self.put(self._choices)
        self._mark = MarkPreview(theme, language)
        self.put(self._mark)
        self.input.typed.connect(self.check)
        self.input.done.connect(self.commit)
        draft.changed.connect(self.refresh)
        self.refresh()
        kept = draft.typed(PATH)
        if kept is not None:
            self.input.setText(kept)
            self.check()

    def refresh(self) -> None:
        """Show the date that the event has now."""
        self.input.show_value(self._shown())
        self.check()

    def check(self) -> None:
        """Say how what is written is read."""
        read = self._understood()
        date = _date_of(read)
        words = date_in_words(date, self._language) if date is not None else ""
        if read.grade is Grade.NOT_GIVEN and not read.edtf:
            words = self.tr("not known")
        said = f"{words} · {read.edtf}" if read.edtf and words != read.edtf else words
        self._read_as.setText(said)
        self._read_as.setVisible(bool(said))
        self._offer(read)
        remarks = [translated(remark) for remark in read.remarks]
        if _is_read(read):
            self.say((), remarks)
        else:
            self.say(remarks or [self.tr("This is not understood as a date.")])
        chronology = self._draft.state.opened.chronology
        number = chronology.event_index.get(self._draft.name)
        like = None if number is None else chronology.events[number]
        self._mark.show_date(date, like, chronology)

    def commit(self) -> None:
        """Take over the date, if it has one meaning; else it stays as it was written."""
        if not self.input.is_changed:
            self._draft.keep_typed(PATH, None)
            return
        read = self._understood()
        if not _is_read(read):
            self._draft.keep_typed(PATH, self.input.text())
            return
        self.take(read.edtf)

    def take(self, edtf: str) -> None:
        """Give the event this date; an empty one is not known."""
        self._draft.keep_typed(PATH, None)
        value = None if edtf in ("", UNKNOWN) else edtf
        faults = self._draft.write(PATH, value, self.tr("date of “{0}”"))
        if faults:
            self.say([translated(fault.message) for fault in faults])
            return
        self.input.take_value(self._shown())
        self.check()

    def _shown(self) -> str:
        date = self._draft.item.get("date", UNKNOWN)
        return "" if date == UNKNOWN else str(date)

    def _understood(self) -> Understood:
        """Read it in the reader's language or, where that fails, in the other."""
        text = self.input.value
        read = understand(text, Ways(language=self._language))
        if read.grade is Grade.NOT_READ:
            for other in SPOKEN:
                again = understand(text, Ways(language=other))
                if again.grade is not Grade.NOT_READ:
                    return again
        return read

    def _offer(self, read: Understood) -> None:
        """Make a button of each meaning."""
        choices = () if _is_read(read) else read.choices[:MOST_CHOICES]
        if choices == self._offered:
            return
        self._offered = choices
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for edtf in choices:
            button = QToolButton()
            button.setObjectName("date_choice")
            button.setText(f"{date_in_words(parse_date(edtf), self._language)} · {edtf}")
            button.clicked.connect(partial(self.take, edtf))
            self._flow.addWidget(button)
        self._choices.setVisible(bool(choices))

    def _calendar_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("date_calendar")
        button.setIcon(icon("calendar", self.theme.ink_soft))
        button.setIconSize(QSize(self.theme.px(ICON_PX), self.theme.px(ICON_PX)))
        button.setToolTip(self.tr("Choose a day"))
        button.setAccessibleName(self.tr("Choose a day"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self._calendar = QCalendarWidget()
        self._calendar.setObjectName("calendar")
        self._calendar.setAccessibleName(self.tr("Calendar"))
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._calendar)
        menu.addAction(action)
        menu.aboutToShow.connect(self._show_day)
        self._calendar.activated.connect(self._take_day)
        self._calendar.clicked.connect(self._take_day)
        self._menu = menu
        button.setMenu(menu)
        return button

    def _show_day(self) -> None:
        date = _date_of(self._understood())
        if date is not None and date.earliest_start is not None:
            day = QDate(*civil_from_day(date.earliest_start))
            if day.isValid():
                self._calendar.setSelectedDate(day)

    def _take_day(self, day: QDate) -> None:
        self._menu.close()
        self.take(day.toString("yyyy-MM-dd"))


def _is_read(read: Understood) -> bool:
    return read.grade in (Grade.EXACT, Grade.COARSER, Grade.NOT_GIVEN)


def _date_of(read: Understood) -> EventDate | None:
    """The date that a text gives, or None."""
    try:
        return parse_date(read.edtf) if read.edtf else None
    except DateError:
        return None
