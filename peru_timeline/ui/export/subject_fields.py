"""The fields of the export form that choose what is exported: the screen, a span, the whole, or a saved view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from peru_timeline.chronology.arranging.edits import NO_EDITS
from peru_timeline.chronology.dates.event_date import DateError, parse_date
from peru_timeline.chronology.dates.spans import span_of_days
from peru_timeline.chronology.query import Facets
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.chronology.views import SavedView, ViewsFile
from peru_timeline.pictures.arranging.history import Draft
from peru_timeline.pictures.export_choice import What
from peru_timeline.pictures.page_layout import default_subtitle, default_title
from peru_timeline.pictures.subject import Subject, make_subject
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.view import is_same_look, view_of, whole_span
from peru_timeline.ui.export.form_fields import combo
from peru_timeline.ui.look.plain_text import one_line

VIEW = "view:"  # before the position of a saved view


@dataclass(slots=True)
class KeptViews:
    """The reader's saved views; `keep` saves others and returns why that is not possible, or ""."""

    views: ViewsFile
    facets: Facets
    keep: Callable[[ViewsFile], str]


class SubjectFields(QObject):
    """Asks what is exported."""

    changed = Signal()

    def __init__(self, subject: Subject, what: What, kept: KeptViews | None) -> None:
        """`subject` is what the window shows."""
        super().__init__()
        self._base, self._kept = subject, kept
        shown = self._position_shown() if what == "screen" else None
        self.what = combo(
            "export_what", self._choices(), what if shown is None else f"{VIEW}{shown}"
        )
        first, last = span_of_days(subject.span.start, subject.span.end).edtf.split("/")
        self._first, self._last = QLineEdit(first), QLineEdit(last)
        self._first.setObjectName("export_first")
        self._last.setObjectName("export_last")
        self.dates = QWidget()
        between = QHBoxLayout(self.dates)
        between.setContentsMargins(0, 0, 0, 0)
        for line, name in ((self._first, self.tr("First day")), (self._last, self.tr("Last day"))):
            line.setAccessibleName(name)
            line.setToolTip(self.tr("A date such as 2009, 2012-05 or 2012-05-27"))
            between.addWidget(line)
            line.textChanged.connect(self.changed)
        self.what.currentIndexChanged.connect(self.changed)

    def _position_shown(self) -> int | None:
        """The position of the first saved view that is what the window shows, or None."""
        base, views = self._base, self._kept.views.views if self._kept else ()
        whole = whole_span(base.chronology, base.columns)
        looks = (is_same_look(view_of(saved), base.view, whole) for saved in views)
        return next((position for position, is_shown in enumerate(looks) if is_shown), None)

    def _choices(self) -> list[tuple[str, str]]:
        views = self._kept.views.views if self._kept else ()
        language = self._base.language
        return [
            ("screen", self.tr("As on screen")),
            ("span", self.tr("Chosen span")),
            ("whole", self.tr("Whole chronology")),
            *(
                (
                    f"{VIEW}{position}",
                    self.tr("View: {0}").format(
                        isolated(one_line(in_language(view.name, language)))
                    ),
                )
                for position, view in enumerate(views)
            ),
        ]

    @property
    def choice(self) -> What:
        """What is chosen, to be remembered: views may not be there the next time."""
        chosen: str = self.what.currentData()
        return "span" if chosen == "span" else "whole" if chosen == "whole" else "screen"

    @property
    def language(self) -> str:
        """The language of what is exported."""
        return self._base.language

    @property
    def key(self) -> str:
        """What tells the subject from others that are arranged apart: a saved view is one, all else another."""
        chosen: str = self.what.currentData()
        return chosen if chosen.startswith(VIEW) else ""

    @property
    def position(self) -> int | None:
        """The position of the saved view that is chosen, or None."""
        chosen: str = self.what.currentData()
        return int(chosen.removeprefix(VIEW)) if chosen.startswith(VIEW) else None

    @property
    def view(self) -> SavedView | None:
        """The saved view that is chosen, or None."""
        position = self.position
        return None if position is None or self._kept is None else self._kept.views.views[position]

    def show_views(self, chosen: int) -> None:
        """Offer the views that there are now, and choose one of them; nothing is changed by that."""
        self.what.blockSignals(True)
        self.what.clear()
        for key, text in self._choices():
            self.what.addItem(text, key)
        self.what.setCurrentIndex(self.what.findData(f"{VIEW}{chosen}"))
        self.what.blockSignals(False)

    def choose_span(self, span: TimeSpan) -> None:
        """Export this span."""
        first, last = span_of_days(span.start, span.end).edtf.split("/")
        self._first.setText(first)
        self._last.setText(last)
        self.what.setCurrentIndex(self.what.findData("span"))

    def draft(self) -> Draft:
        """What was arranged of the chosen subject when it was saved, with its words."""
        saved = self.view
        if saved is None:
            return Draft(NO_EDITS, default_title(self._base), default_subtitle(self._base))
        language, edits = self._base.language, saved.picture or NO_EDITS
        caption = in_language(saved.caption, language) if saved.caption else ""
        return Draft(edits, in_language(edits.headline or saved.name, language), caption)

    def subject(self) -> Subject:
        """The chosen subject; raises ValueError with a sentence if its dates make no span."""
        base, saved = self._base, self.view
        if saved is not None and self._kept is not None:
            facets = self._kept.facets
            return make_subject(
                base.chronology, base.columns, facets, view_of(saved), base.language
            )
        if self.choice == "screen":
            return base
        if self.choice == "whole":
            return base.within(whole_span(base.chronology, base.columns))
        try:
            first = parse_date(self._first.text().strip())
            last = parse_date(self._last.text().strip())
        except DateError as error:
            raise ValueError(*error.args) from None
        start, end = first.moments.earliest_start, last.moments.latest_end
        if start is None or end is None or end <= start:
            raise ValueError(self.tr("The first day must come before the last."))
        return base.within(TimeSpan(start, end))
