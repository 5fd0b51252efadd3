"""The export dialog: what, as what, how large; with the picture as it will be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressDialog,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.chronology.dates import DateError, parse_date
from peru_timeline.chronology.formats.files import export_events
from peru_timeline.chronology.views import span_of_days
from peru_timeline.files import write_atomically
from peru_timeline.pictures.choice import PICTURES, SHEETS, TABLES, ExportChoice, Form, What
from peru_timeline.pictures.page import Page, PageSpec, compose, default_subtitle, default_title
from peru_timeline.pictures.poster import PosterSpec
from peru_timeline.pictures.sizes import NAMED, PageSize, of_pixels, parse_size
from peru_timeline.pictures.subject import Subject, whole_span
from peru_timeline.timeline.span import TimeSpan
from peru_timeline.ui import exporting
from peru_timeline.ui.labels import label
from peru_timeline.ui.pictures import measure, paint_page
from peru_timeline.ui.printing import copy_picture
from peru_timeline.ui.theme import HEADING_PX, THEMES, Theme

PREVIEW_DELAY_MS = 120


class Preview(QWidget):
    """The page as it will be, as large as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("export_preview")
        self.setMinimumSize(theme.px(420), theme.px(260))
        self._window_theme = theme
        self._page: Page | None = None
        self._theme = theme

    def show_page(self, page: Page | None, theme: Theme) -> None:
        """Show another page, or none."""
        self._page, self._theme = page, theme
        self.setAccessibleName("" if page is None else page.description)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The page in the middle, on the window's ground."""
        if self._page is None:
            return
        size, painter = self._page.size, QPainter(self)
        zoom = min(self.width() / size.width, self.height() / size.height) * 0.98
        left = (self.width() - size.width * zoom) / 2
        top = (self.height() - size.height * zoom) / 2
        edge = QRectF(left - 1, top - 1, size.width * zoom + 2, size.height * zoom + 2)
        painter.fillRect(edge, self._window_theme.frame)
        painter.translate(left, top)
        painter.scale(zoom, zoom)
        paint_page(painter, self._page, self._theme)
        painter.end()


class ExportDialog(QDialog):
    """Asks what to export; `choice` is what was chosen, to be remembered."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        subject: Subject,
        screen_px: tuple[int, int],
        choice: ExportChoice,
    ) -> None:
        """`subject` is what is on the screen now, in a timeline of `screen_px`."""
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export"))
        self.resize(theme.px(1080), theme.px(640))
        self._theme, self._subject, self._screen_px = theme, subject, screen_px
        self.choice = choice
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PREVIEW_DELAY_MS)
        self._soon.timeout.connect(self.refresh)
        self._make_fields()
        self._preview = Preview(theme)
        self._said = label("", theme, ink="soft")
        self._said.setObjectName("export_message")
        self._assemble()
        self._listen()
        self._changed()
        self.refresh()

    # --- assembly ----------------------------------------------------------------------------

    def _make_fields(self) -> None:
        choice, subject = self.choice, self._subject
        self._what = _combo("export_what", self._whats(), choice.what)
        dates = span_of_days(subject.span.start, subject.span.end).edtf.split("/")
        self._first, self._last = QLineEdit(dates[0]), QLineEdit(dates[1])
        self._form = _combo("export_form", self._forms(), choice.form)
        sizes = [(name, name.upper().replace("-PORTRAIT", self.tr(" upright"))) for name in NAMED]
        self._size = _combo("export_size", [*sizes, ("", self.tr("As on screen"))], choice.size)
        self._size.setEditable(True)
        self._size.setToolTip(self.tr("Or your own: 1920x1080 (pixels), 420x297mm"))
        if self._size.findData(choice.size) < 0:
            self._size.setEditText(choice.size)
        self._scale = QDoubleSpinBox()
        self._scale.setRange(1.0, 4.0)
        self._scale.setDecimals(1)
        self._scale.setSingleStep(0.5)
        self._scale.setPrefix("× ")
        self._scale.setValue(choice.scale)
        themes = [
            ("light", self.tr("Light")), ("dark", self.tr("Dark")), ("contrast", self.tr("High contrast")),
        ]  # fmt: skip
        self._colours = _combo("export_theme", themes, choice.theme)
        self._title = QLineEdit(default_title(subject))
        self._title.setObjectName("export_title")
        self._subtitle = QLineEdit(default_subtitle(subject))
        self._subtitle.setObjectName("export_subtitle")
        self._legend = QCheckBox(self.tr("Legend"))
        self._legend.setChecked(choice.legend)
        self._foot = QCheckBox(self.tr("Sources, filter and version below"))
        self._foot.setChecked(choice.foot)
        events = [
            ("selected", self.tr("Of the selected event")), ("shown", self.tr("Of every event shown")),
            ("none", self.tr("None")),
        ]  # fmt: skip
        self._events = _combo("export_events", events, choice.events)
        self._across = QSpinBox()
        self._across.setRange(1, 100)
        self._across.setValue(choice.across)
        self._length = QSpinBox()
        self._length.setRange(100, 5000)
        self._length.setSuffix(" mm")
        self._length.setValue(int(choice.strip_mm))

    def _whats(self) -> list[tuple[str, str]]:
        return [
            ("screen", self.tr("As on screen")),
            ("span", self.tr("Chosen span")),
            ("whole", self.tr("Whole chronology")),
        ]

    def _forms(self) -> list[tuple[str, str]]:
        names = {
            "png": self.tr("Picture (PNG)"),
            "svg": self.tr("Drawing (SVG)"),
            "pdf": self.tr("Page (PDF)"),
            "pptx": self.tr("Slides (PowerPoint)"),
            "poster": self.tr("Poster on sheets (PDF)"),
            "strip": self.tr("Poster on one strip (PDF)"),
            "csv": self.tr("Table (CSV, for spreadsheets)"),
            "md": self.tr("Table (Markdown)"),
            "html": self.tr("Table (HTML)"),
            "docx": self.tr("Table (Word)"),
            "json": self.tr("Bibliography (CSL-JSON)"),
            "bib": self.tr("Bibliography (BibTeX)"),
            "ris": self.tr("Bibliography (RIS)"),
            "txt": self.tr("Bibliography (text)"),
        }
        return [(form, names[form]) for form in (*PICTURES, "pptx", *SHEETS, *TABLES)]

    def _assemble(self) -> None:
        px = self._theme.px
        self._rows = QFormLayout()
        self._rows.setSpacing(px(8))
        dates = QWidget()
        between = QHBoxLayout(dates)
        between.setContentsMargins(0, 0, 0, 0)
        for line, name in ((self._first, self.tr("First day")), (self._last, self.tr("Last day"))):
            line.setAccessibleName(name)
            line.setToolTip(self.tr("A date such as 2009, 2012-05 or 2012-05-27"))
            between.addWidget(line)
        self._fields: dict[str, QWidget] = {
            "what": self._what, "dates": dates, "form": self._form, "size": self._size,
            "scale": self._scale, "theme": self._colours, "title": self._title,
            "subtitle": self._subtitle, "events": self._events, "across": self._across,
            "length": self._length, "legend": self._legend, "foot": self._foot,
        }  # fmt: skip
        names = {
            "what": self.tr("What"), "dates": self.tr("From, to"), "form": self.tr("As"),
            "size": self.tr("Size"), "scale": self.tr("Scale"), "theme": self.tr("Colours"),
            "title": self.tr("Title"), "subtitle": self.tr("Subtitle"),
            "events": self.tr("Slides"), "across": self.tr("Sheets side by side"),
            "length": self.tr("Length"), "legend": "", "foot": "",
        }  # fmt: skip
        for key, field in self._fields.items():
            self._rows.addRow(names[key], field)
        left = QVBoxLayout()
        left.addLayout(self._rows)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(label(self.tr("Preview"), self._theme, px=HEADING_PX, selectable=False))
        right.addWidget(self._preview, 1)
        right.addWidget(self._said)
        columns = QHBoxLayout()
        columns.setSpacing(px(20))
        columns.addLayout(left, 2)
        columns.addLayout(right, 5)
        buttons = QDialogButtonBox()
        self._save = buttons.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._save.setObjectName("export_save")
        self._save.setDefault(True)
        self._copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.setObjectName("export_copy")
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("export_close")
        self._save.clicked.connect(self._ask_and_save)
        self._copy.clicked.connect(self._copy_now)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(16), px(18), px(12))
        column.addLayout(columns, 1)
        column.addWidget(buttons)

    def _listen(self) -> None:
        for combo in (self._what, self._form, self._colours, self._events):
            combo.currentIndexChanged.connect(self._changed)
        self._size.editTextChanged.connect(self._changed)
        for box in (self._legend, self._foot):
            box.toggled.connect(self._changed)
        self._scale.valueChanged.connect(self._changed)
        self._across.valueChanged.connect(self._changed)
        self._length.valueChanged.connect(self._changed)
        for line in (self._first, self._last, self._title, self._subtitle):
            line.textChanged.connect(self._changed)

    # --- what is chosen ----------------------------------------------------------------------

    def _changed(self) -> None:
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
                "theme": self._colours.currentData(),
                "legend": self._legend.isChecked(),
                "foot": self._foot.isChecked(),
                "events": self._events.currentData(),
                "across": self._across.value(),
                "strip_mm": float(self._length.value()),
            }
        )
        drawn = form not in TABLES
        shown = {
            "dates": what == "span",
            "size": form in (*PICTURES, "poster"),
            "scale": form == "png",
            "theme": drawn,
            "title": drawn,
            "subtitle": drawn,
            "events": form == "pptx",
            "across": form == "poster",
            "length": form == "strip",
            "legend": drawn,
            "foot": drawn,
        }
        for key, visible in shown.items():
            self._rows.setRowVisible(self._fields[key], visible)
        self._copy.setEnabled(
            form in (*PICTURES, "pptx", "md", "html", "bib", "ris", "txt", "json")
        )
        self._soon.start()

    def choose_span(self, span: TimeSpan) -> None:
        """Export this span."""
        first, last = span_of_days(span.start, span.end).edtf.split("/")
        self._first.setText(first)
        self._last.setText(last)
        self._what.setCurrentIndex(self._what.findData("span"))

    def subject(self) -> Subject:
        """What is chosen; raises ValueError with a sentence for dates that are none."""
        base = self._subject
        if self.choice.what == "screen":
            return base
        if self.choice.what == "whole":
            return base.within(whole_span(base.chronology, base.columns))
        try:
            first = parse_date(self._first.text().strip())
            last = parse_date(self._last.text().strip())
        except DateError as error:
            raise ValueError(str(error)) from None
        start, end = first.earliest_start, last.latest_end
        if start is None or end is None or end <= start:
            raise ValueError(self.tr("The first day must come before the last."))
        return base.within(TimeSpan(float(start), float(end)))

    def page_size(self) -> PageSize:
        """The size that is chosen; raises SizeError with a sentence."""
        if self.choice.form == "pptx":
            return exporting.SLIDE
        if not self.choice.size:
            return of_pixels(*self._screen_px)
        return parse_size(self.choice.size)

    def spec(self) -> PageSpec:
        """How the page is asked for."""
        return PageSpec(
            self.page_size(),
            self._title.text(),
            self._subtitle.text(),
            self.choice.legend,
            self.choice.foot,
        )

    def refresh(self) -> None:
        """Make the preview anew; what cannot be made is told in its place."""
        self._soon.stop()
        theme = THEMES[self.choice.theme]
        try:
            subject = self.subject()
            many = self.tr("%n event(s)", "", len(subject.events))
            if self.choice.form in TABLES:
                self._preview.show_page(None, theme)
            else:
                page = compose(subject, self.spec(), measure)
                self._preview.show_page(page, theme)
                width, height = page.size.pixels(self.choice.scale)
                if self.choice.form == "png":
                    many = self.tr("{0} · {1} × {2} pixels").format(many, width, height)
            self._say(many)
            self._save.setEnabled(True)
        except ValueError as error:  # PageError and SizeError are such
            self._preview.show_page(None, theme)
            self._say(str(error))
            self._save.setEnabled(False)

    def _say(self, text: str) -> None:
        self._said.setText(text)

    # --- what is done ------------------------------------------------------------------------

    def _ask_and_save(self) -> None:
        folder = Path(self.choice.folder or Path.home())
        name = self._subject.chronology.id + self.choice.ending
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as"), str(folder / name), f"*{self.choice.ending}"
        )
        if chosen:
            path = Path(chosen)
            if path.suffix.lower() != self.choice.ending:
                path = path.with_name(path.name + self.choice.ending)
            self.save(path)

    def save(self, path: Path) -> bool:
        """Write the file; a sentence in the dialog tells what became of it. Whether it was written."""
        try:
            content = self._made()
            if content is None:
                self._say(self.tr("Stopped; nothing was written."))
                return False
            write_atomically(path, content)
        except OSError as error:
            reason = error.strerror or str(error)
            self._say(self.tr("{0} could not be written: {1}").format(path, reason))
            return False
        except (ValueError, MemoryError) as error:
            self._say(str(error))
            return False
        self.choice = self.choice.model_copy(update={"folder": str(path.parent)})
        self._say(self.tr("Written: {0}").format(path))
        return True

    def _made(self) -> bytes | None:
        choice, subject, theme = self.choice, self.subject(), THEMES[self.choice.theme]
        if choice.form in TABLES:
            events = subject.events.tolist()
            return export_events(choice.ending, subject.chronology, events, subject.language)
        if choice.form in PICTURES:
            return exporting.picture(subject, choice.form, self.spec(), theme, choice.scale)
        if choice.form == "pptx":
            return self._long(
                lambda progress: exporting.slides(
                    subject, self._slide_events(subject), self.spec(), theme, progress
                )
            )
        spec = self.spec()
        strip = choice.strip_mm if choice.form == "strip" else None
        poster = PosterSpec(
            spec.size, choice.across, strip, spec.title, spec.subtitle, choice.legend, choice.foot
        )
        return self._long(lambda progress: exporting.poster(subject, poster, theme, progress))

    def _slide_events(self, subject: Subject) -> list[int]:
        if self.choice.events == "none":
            return []
        if self.choice.events == "selected":
            return [] if subject.selection is None else [subject.selection]
        shown: list[int] = subject.events.tolist()
        return shown

    def _long(self, work: Callable[[exporting.Progress], bytes | None]) -> bytes | None:
        """Do what may take a while, with a bar and a way to stop it."""
        waiting = QProgressDialog(self.tr("Drawing…"), self.tr("Cancel"), 0, 1, self)
        waiting.setObjectName("export_progress")
        waiting.setWindowTitle(self.windowTitle())
        waiting.setMinimumDuration(400)

        def progress(done: int, everything: int) -> bool:
            waiting.setMaximum(everything)
            waiting.setValue(done)
            QApplication.processEvents()
            return not waiting.wasCanceled()

        try:
            return work(progress)
        finally:
            waiting.close()
            waiting.deleteLater()

    def _copy_now(self) -> None:
        try:
            subject = self.subject()
            if self.choice.form in TABLES:
                content = self._made() or b""
                QApplication.clipboard().setText(content.decode("utf-8-sig"))
            else:
                spec = replace(self.spec(), size=self.page_size())
                copy_picture(compose(subject, spec, measure), subject, THEMES[self.choice.theme])
        except (ValueError, MemoryError) as error:
            self._say(str(error))
            return
        self._say(self.tr("Copied."))


def _combo(name: str, items: Iterable[tuple[str, str]], chosen: str) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    for key, text in items:
        combo.addItem(text, key)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
    return combo
