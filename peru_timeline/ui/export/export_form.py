"""The form of the export dialog: what to export, in which format, how large."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from peru_timeline.pictures.arranging.history import Draft
from peru_timeline.pictures.export_choice import PICTURES, WRITTEN, ExportChoice, Form
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.poster import PosterSpec
from peru_timeline.pictures.sizes import NAMED, PageSize, of_pixels, parse_size
from peru_timeline.pictures.subject import Subject
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.export.form_fields import TemplateField, combo
from peru_timeline.ui.export.form_names import form_names
from peru_timeline.ui.export.rendering import SLIDE
from peru_timeline.ui.export.subject_fields import KeptViews, SubjectFields
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
        kept: KeptViews | None = None,
    ) -> None:
        """`subject` is what the window shows, in a timeline of `screen_px` (width, height)."""
        super().__init__()
        self.chosen = SubjectFields(subject, choice.what, kept)
        self.edits = self.chosen.draft().edits
        self._shown_view = self.chosen.view
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
        self._form = combo("export_form", form_names(), self.choice.form)

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
        choice = self.choice
        if self._shown_view is not None and choice.form in PICTURES:
            choice = choice.model_copy(update={"style": "audience"})
        styles = [
            ("full", self.tr("Every event, as in the window")),
            ("audience", self.tr("For an audience: few events, large")),
        ]
        self._style = combo("export_style", styles, choice.style)
        themes = [
            ("light", self.tr("Light")), ("dark", self.tr("Dark")), ("contrast", self.tr("High contrast")),
        ]  # fmt: skip
        self._colours = combo("export_theme", themes, choice.theme)
        draft = self.chosen.draft()
        self._title = QLineEdit(draft.headline)
        self._title.setObjectName("export_title")
        self._subtitle = QLineEdit(draft.caption)
        self._subtitle.setObjectName("export_subtitle")
        self._legend = QCheckBox(self.tr("Legend"))
        self._legend.setChecked(choice.legend)
        self._foot = QCheckBox(self.tr("Sources, filter and version below"))
        self._foot.setChecked(choice.foot)
        self._story = QCheckBox(self.tr("Saved views as a story, with captions"))
        self._story.setChecked(choice.story)

    def _assemble(self, theme: Theme) -> None:
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(8))
        self._fields: dict[str, QWidget] = {
            "what": self.chosen.what, "dates": self.chosen.dates, "form": self._form, "size": self._size,
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
        self.chosen.changed.connect(self._read)
        self.chosen.what.currentIndexChanged.connect(self._take_draft)
        for box in (self._form, self._style, self._colours, self._events):
            box.currentIndexChanged.connect(self._read)
        self._template.changed.connect(self._read)
        self._size.editTextChanged.connect(self._read)
        for ticked in (self._legend, self._foot, self._rest, self._story):
            ticked.toggled.connect(self._read)
        self._scale.valueChanged.connect(self._read)
        self._across.valueChanged.connect(self._read)
        self._length.valueChanged.connect(self._read)
        for line in (self._title, self._subtitle):
            line.textChanged.connect(self._read)

    # --- the choice --------------------------------------------------------------------------

    def _read(self) -> None:
        typed, index = self._size.currentText(), self._size.currentIndex()
        named = index >= 0 and self._size.itemText(index) == typed
        form: Form = self._form.currentData()
        what = self.chosen.choice
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
        self.chosen.choose_span(span)

    # --- what is arranged by hand ------------------------------------------------------------

    @property
    def draft(self) -> Draft:
        """The edits of the picture, and the words above it."""
        return Draft(self.edits, self._title.text(), self._subtitle.text())

    def show_draft(self, draft: Draft) -> None:
        """Take over edits and words."""
        self.edits = draft.edits
        for line, text in ((self._title, draft.headline), (self._subtitle, draft.caption)):
            line.blockSignals(True)
            line.setText(text)
            line.blockSignals(False)
        self.changed.emit()

    def _take_draft(self) -> None:
        """A saved view has words and edits of its own."""
        before, self._shown_view = self._shown_view, self.chosen.view
        if before is None and self._shown_view is None:
            return
        if self.chosen.view is not None and self._form.currentData() in PICTURES:
            self._style.setCurrentIndex(self._style.findData("audience"))
        self.show_draft(self.chosen.draft())

    def follow_view(self) -> None:
        """The draft was kept with a view, which is now the one that is chosen."""
        self._shown_view = self.chosen.view
        self.show_draft(self.chosen.draft())

    def subject(self) -> Subject:
        """The chosen subject as it is arranged; raises ValueError with a sentence if its dates make no span."""
        subject = self.chosen.subject()
        return replace(subject, view=replace(subject.view, edits=self.edits))

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
