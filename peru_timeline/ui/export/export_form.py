"""The form of the export dialog: what to export, in which format, how large."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from peru_timeline.chronology.dates.event_date import DateError, parse_date
from peru_timeline.chronology.dates.spans import span_of_days
from peru_timeline.pictures.export_choice import PICTURES, WRITTEN, ExportChoice, Form, What
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.page_layout import default_subtitle, default_title
from peru_timeline.pictures.poster import PosterSpec
from peru_timeline.pictures.sizes import NAMED, PageSize, of_pixels, parse_size
from peru_timeline.pictures.subject import Subject
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.view import whole_span
from peru_timeline.ui.export.form_fields import TemplateField, combo
from peru_timeline.ui.export.form_names import form_names
from peru_timeline.ui.export.rendering import SLIDE
from peru_timeline.ui.look.theme import Theme


class ExportForm(QWidget):
    """Asks what to export; `choice` is what is chosen, to be remembered."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        subject: Subject,
        screen_px: tuple[int, int],
        choice: ExportChoice,
        has_story: bool = False,
    ) -> None:
        """`subject` is what the window shows, in a timeline of `screen_px` (width, height)."""
        super().__init__()
        self._has_story = has_story
        self._subject, self._screen_px = subject, screen_px
        self.choice = choice
        self._add_fields(theme)
        self._assemble(theme)
        self._listen()
        self._read()

    # --- assembly ----------------------------------------------------------------------------

    def _add_fields(self, theme: Theme) -> None:
        self._add_subject_fields()
        self._add_size_fields()
        self._add_text_fields()
        self._template = TemplateField(theme, self.choice.template)
        self._rest = QCheckBox(self.tr("A second slide for what has no room"))
        self._rest.setChecked(self.choice.rest)
        choice = self.choice
        events = [
            ("selected", self.tr("Of the selected event")), ("shown", self.tr("Of every event shown")),
            ("none", self.tr("None")),
        ]  # fmt: skip
        self._events = combo("export_events", events, choice.events)
        self._across = QSpinBox()
        self._across.setRange(1, 100)
        self._across.setValue(choice.across)
        self._length = QSpinBox()
        self._length.setRange(100, 5000)
        self._length.setSuffix(" mm")
        self._length.setValue(int(choice.strip_mm))

    def _add_subject_fields(self) -> None:
        choice, span = self.choice, self._subject.span
        self._what = combo("export_what", self._subjects(), choice.what)
        dates = span_of_days(span.start, span.end).edtf.split("/")
        self._first, self._last = QLineEdit(dates[0]), QLineEdit(dates[1])
        self._first.setObjectName("export_first")
        self._last.setObjectName("export_last")
        self._form = combo("export_form", form_names(), choice.form)

    def _add_size_fields(self) -> None:
        choice = self.choice
        sizes = [(name, name.upper().replace("-PORTRAIT", self.tr(" upright"))) for name in NAMED]
        self._size = combo("export_size", [*sizes, ("", self.tr("As on screen"))], choice.size)
        self._size.setEditable(True)
        self._size.findChildren(QLineEdit)[0].setAccessibleName(self.tr("Size"))
        self._size.setToolTip(self.tr("Or your own: 1920x1080 (pixels), 420x297mm"))
        if self._size.findData(choice.size) < 0:
            self._size.setEditText(choice.size)
        self._scale = QDoubleSpinBox()
        self._scale.setRange(1.0, 4.0)
        self._scale.setDecimals(1)
        self._scale.setSingleStep(0.5)
        self._scale.setPrefix("× ")
        self._scale.setValue(choice.scale)

    def _add_text_fields(self) -> None:
        choice, subject = self.choice, self._subject
        styles = [
            ("full", self.tr("Every event, as in the window")),
            ("audience", self.tr("For an audience: few events, large")),
        ]
        self._style = combo("export_style", styles, choice.style)
        themes = [
            ("light", self.tr("Light")), ("dark", self.tr("Dark")), ("contrast", self.tr("High contrast")),
        ]  # fmt: skip
        self._colours = combo("export_theme", themes, choice.theme)
        self._title = QLineEdit(default_title(subject))
        self._title.setObjectName("export_title")
        self._subtitle = QLineEdit(default_subtitle(subject))
        self._subtitle.setObjectName("export_subtitle")
        self._legend = QCheckBox(self.tr("Legend"))
        self._legend.setChecked(choice.legend)
        self._foot = QCheckBox(self.tr("Sources, filter and version below"))
        self._foot.setChecked(choice.foot)
        self._story = QCheckBox(self.tr("Saved views as a story, with captions"))
        self._story.setChecked(choice.story)

    def _subjects(self) -> list[tuple[str, str]]:
        return [
            ("screen", self.tr("As on screen")),
            ("span", self.tr("Chosen span")),
            ("whole", self.tr("Whole chronology")),
        ]

    def _assemble(self, theme: Theme) -> None:
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(8))
        dates = QWidget()
        between = QHBoxLayout(dates)
        between.setContentsMargins(0, 0, 0, 0)
        for line, name in ((self._first, self.tr("First day")), (self._last, self.tr("Last day"))):
            line.setAccessibleName(name)
            line.setToolTip(self.tr("A date such as 2009, 2012-05 or 2012-05-27"))
            between.addWidget(line)
        self._fields: dict[str, QWidget] = {
            "what": self._what, "dates": dates, "form": self._form, "size": self._size,
            "scale": self._scale, "style": self._style, "theme": self._colours, "title": self._title,
            "subtitle": self._subtitle, "events": self._events, "template": self._template, "rest": self._rest,
            "across": self._across,
            "length": self._length, "legend": self._legend, "foot": self._foot, "story": self._story,
        }  # fmt: skip
        names = {
            "what": self.tr("What"), "dates": self.tr("From, to"), "form": self.tr("As"),
            "size": self.tr("Size"), "scale": self.tr("Scale"), "style": self.tr("Shows"), "theme": self.tr("Colours"),
            "title": self.tr("Title"), "subtitle": self.tr("Subtitle"),
            "events": self.tr("Slides"), "template": self.tr("Template"), "rest": "",
            "across": self.tr("Sheets side by side"),
            "length": self.tr("Length"), "legend": "", "foot": "", "story": "",
        }  # fmt: skip
        for key, field in self._fields.items():
            if not field.objectName():
                field.setObjectName(f"export_{key}")
            self._rows.addRow(names[key], field)

    def _listen(self) -> None:
        for box in (self._what, self._form, self._style, self._colours, self._events):
            box.currentIndexChanged.connect(self._read)
        self._template.changed.connect(self._read)
        self._size.editTextChanged.connect(self._read)
        for ticked in (self._legend, self._foot, self._rest, self._story):
            ticked.toggled.connect(self._read)
        self._scale.valueChanged.connect(self._read)
        self._across.valueChanged.connect(self._read)
        self._length.valueChanged.connect(self._read)
        for line in (self._first, self._last, self._title, self._subtitle):
            line.textChanged.connect(self._read)

    # --- the choice --------------------------------------------------------------------------

    def _read(self) -> None:
        typed, index = self._size.currentText(), self._size.currentIndex()
        named = index >= 0 and self._size.itemText(index) == typed
        form: Form = self._form.currentData()
        what: What = self._what.currentData()
        self.choice = self.choice.model_copy(
            update={
                "what": what,
                "form": form,
                "size": self._size.currentData() if named else typed,
                "scale": self._scale.value(),
                "style": self._style.currentData(),
                "theme": self._colours.currentData(),
                "legend": self._legend.isChecked(),
                "foot": self._foot.isChecked(),
                "story": self._story.isChecked(),
                "events": self._events.currentData(),
                "template": self._template.path,
                "rest": self._rest.isChecked(),
                "across": self._across.value(),
                "strip_mm": float(self._length.value()),
            }
        )
        drawn = form not in (*WRITTEN, "page")
        shown = {
            "dates": what == "span",
            "size": form in (*PICTURES, "poster"),
            "scale": form == "png",
            "style": form in PICTURES,
            "theme": drawn,
            "title": drawn,
            "subtitle": drawn,
            "events": form == "pptx",
            "template": form == "pptx",
            "rest": form == "pptx",
            "across": form == "poster",
            "length": form == "strip",
            "legend": drawn,
            "foot": drawn,
            "story": form == "page" and self._has_story,
        }
        for key, visible in shown.items():
            self._rows.setRowVisible(self._fields[key], visible)
        self.changed.emit()

    def choose_span(self, span: TimeSpan) -> None:
        """Export this span."""
        first, last = span_of_days(span.start, span.end).edtf.split("/")
        self._first.setText(first)
        self._last.setText(last)
        self._what.setCurrentIndex(self._what.findData("span"))

    def subject(self) -> Subject:
        """The chosen subject; raises ValueError with a sentence if its dates make no span."""
        base = self._subject
        if self.choice.what == "screen":
            return base
        if self.choice.what == "whole":
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

    def page_size(self) -> PageSize:
        """The chosen size; raises SizeError with a sentence if it is not one."""
        if self.choice.form == "pptx":
            return SLIDE
        if not self.choice.size:
            return of_pixels(*self._screen_px)
        return parse_size(self.choice.size)

    def spec(self) -> PageSpec:
        """The chosen page."""
        return PageSpec(
            self.page_size(),
            self._title.text(),
            self._subtitle.text(),
            self.choice.legend,
            self.choice.foot,
            "audience" if self.choice.form in ("pptx", "handout") else self.choice.style,
        )

    def poster(self) -> PosterSpec:
        """The chosen poster."""
        strip_mm = self.choice.strip_mm if self.choice.form == "strip" else None
        return PosterSpec(self.spec(), self.choice.across, strip_mm)

    def slide_events(self, subject: Subject) -> list[int]:
        """The events that get their own slides."""
        if self.choice.events == "none":
            return []
        if self.choice.events == "selected":
            return [] if subject.selection is None else [subject.selection]
        shown: list[int] = subject.events.tolist()
        return shown
