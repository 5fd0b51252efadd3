"""The first page: what was found in the file, and in which other way it may be read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from peru_timeline.chronology.importing.detection import FORMATS
from peru_timeline.chronology.importing.found import Found, FoundEvent, Table
from peru_timeline.chronology.importing.mapping import Mapping
from peru_timeline.chronology.importing.readers.csv_table import DELIMITERS
from peru_timeline.typefaces import SEMIBOLD
from peru_timeline.ui.importing.pages.preview_pane import PreviewPane
from peru_timeline.ui.importing.pages.text_table import TextTable
from peru_timeline.ui.importing.steps import Preview, Read
from peru_timeline.ui.look.narrow_box import NarrowBox
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import HEADING_PX, Theme
from peru_timeline.ui.look.wording import number_in_words

ENCODINGS = (
    ("utf-8", "Unicode (UTF-8)"),
    ("utf-16", "Unicode (UTF-16)"),
    ("cp1252", "Windows-1252"),
    ("cp1250", "Windows-1250"),
    ("mac-roman", "Macintosh"),
    ("cp850", "DOS 850"),
)
TABLE_PX = 130


class FoundPage(QWidget):
    """Says what the file is; its fields have it read again in another way."""

    reading_changed = Signal(str, object)
    """The id of a format, "" for that which is detected, and a Mapping with encoding, delimiter and sheet."""
    guess_wanted = Signal()
    """The reader does not want what was remembered of such tables."""

    def __init__(self, theme: Theme, language: str, name: str) -> None:
        super().__init__()
        self._language = language
        self._heading = label(one_line(name, 120), theme, px=HEADING_PX, weight=SEMIBOLD)
        self._counted = label("", theme)
        self._counted.setObjectName("import_found")
        self._fields = QFormLayout()
        self._fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._format = self._field("import_format", self.tr("Format"))
        self._encoding = self._field("import_encoding", self.tr("Encoding"))
        self._delimiter = self._field("import_delimiter", self.tr("Between the fields"))
        self._sheet = self._field("import_sheet", self.tr("Sheet"))
        self._remembered = self._remembered_line(theme)
        self.rows = TextTable(theme, "import_events", self.tr("Events as found"), numbered=True)
        self.rows.setMinimumHeight(theme.px(TABLE_PX))
        self.preview = PreviewPane(theme, language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._heading)
        column.addWidget(self._counted)
        column.addLayout(self._fields)
        column.addWidget(self._remembered)
        column.addWidget(self.rows, 2)
        column.addWidget(self.preview, 3)
        self._blank = QWidget()  # keeps a refusal at the top, where nothing else is shown
        self._blank.hide()
        column.addWidget(self._blank, 1)
        self._events: tuple[FoundEvent, ...] = ()
        self._show_fields(())

    def _field(self, name: str, text: str) -> QComboBox:
        combo = NarrowBox()
        combo.setObjectName(name)
        combo.activated.connect(self._read_again)
        self._fields.addRow(text, combo)
        return combo

    def _remembered_line(self, theme: Theme) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        said = label(
            self.tr(
                "Such a table was imported before; its columns and dates are read as they were then."
            ),
            theme,
        )
        row.addWidget(said, 1)
        anew = QPushButton(self.tr("Guess anew"))
        anew.setObjectName("import_guess")
        anew.setAutoDefault(False)
        anew.clicked.connect(self.guess_wanted)
        row.addWidget(anew)
        return line

    # --- what is shown -----------------------------------------------------------------------

    def show_read(self, read: Read) -> None:
        """Show the file as it was read."""
        source = read.source
        self._counted.setText(f"{source.format.name} · {self._counted_in(source.content)}")
        chosen = source.guessed
        known = [(each.id, each.name) for each in FORMATS.values()]
        if source.format.id in FORMATS:
            detected = self.tr("Detected: {0}").format(source.format.name)
            self._fill(self._format, detected, known, self._format.currentData() or "")
        self._fill(
            self._encoding,
            self.tr("Detected: {0}").format(read.encoding.upper()),
            ENCODINGS,
            chosen.encoding,
        )
        names = self._delimiter_names()
        detected = names.get(read.delimiter, read.delimiter)
        self._fill(
            self._delimiter,
            self.tr("Detected: {0}").format(detected),
            [(sign, names[sign]) for sign in DELIMITERS],
            chosen.delimiter,
        )
        self._fill(
            self._sheet,
            self.tr("The first that holds anything"),
            [(name, one_line(name, 60)) for name in read.sheets],
            chosen.sheet,
        )
        shown = [self._format] if source.format.id in FORMATS else []
        shown += [self._encoding] if read.encoding else []
        shown += [self._delimiter] if read.delimiter else []
        shown += [self._sheet] if len(read.sheets) > 1 else []
        self._show_fields(shown)
        self._remembered.setVisible(read.is_remembered)
        self._show_events(source.content)

    def show_refusal(self, words: str) -> None:
        """Say why the file cannot be read; another format may be chosen."""
        self._counted.setText(words)
        known = [(each.id, each.name) for each in FORMATS.values()]
        self._fill(self._format, self.tr("Not recognised"), known, self._format.currentData() or "")
        self._show_fields([self._format])
        self._remembered.hide()
        self.rows.hide()
        self.preview.hide()
        self._blank.show()

    def show_preview(self, preview: Preview) -> None:
        """Show the timeline of the first rows."""
        self.preview.show_preview(preview)

    def go_to(self, row: int) -> bool:
        """Show an event by its row in the file; whether it is here."""
        for place, event in enumerate(self._events):
            if event.row == row:
                self.rows.go_to(place)
                return True
        return False

    def _show_fields(self, shown: Iterable[QComboBox]) -> None:
        for combo in (self._format, self._encoding, self._delimiter, self._sheet):
            self._fields.setRowVisible(combo, combo in list(shown))

    def _fill(
        self, combo: QComboBox, detected: str, items: Iterable[tuple[str, str]], chosen: str
    ) -> None:
        combo.clear()
        combo.addItem(detected, "")
        for key, text in items:
            combo.addItem(text, key)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))

    def _counted_in(self, content: Table | Found) -> str:
        if isinstance(content, Found):
            number = len(content.events)
            return self.tr("{n} event(s)", "", number).format(n=self._number(number))
        rows, columns = len(content.rows), len(content.columns)
        return ", ".join(
            (
                self.tr("{n} row(s)", "", rows).format(n=self._number(rows)),
                self.tr("{n} column(s)", "", columns).format(n=self._number(columns)),
            )
        )

    def _number(self, number: int) -> str:
        return number_in_words(number, self._language)

    def _show_events(self, content: Table | Found) -> None:
        """List the events of a format that says itself what stands where; a table has a page of its own."""
        self.preview.show()
        self._blank.hide()
        self._events = content.events if isinstance(content, Found) else ()
        self.rows.setVisible(bool(self._events))
        names = (self.tr("Date"), self.tr("Title"), self.tr("Lane"), self.tr("Text"))
        events = self._events

        def cell(row: int, column: int) -> str:
            event = events[row]
            return (event.date.text or event.date.edtf, event.title, event.group, event.summary)[
                column
            ]

        self.rows.table.show(names, len(events), cell, [event.row for event in events])
        px = self.rows.fontMetrics().averageCharWidth()
        self.rows.set_widths(24 * px, 40 * px, 20 * px)

    def _delimiter_names(self) -> dict[str, str]:
        return {
            ",": self.tr("Comma"),
            ";": self.tr("Semicolon"),
            "\t": self.tr("Tab"),
            "|": self.tr("Bar"),
        }

    def reread(self) -> None:
        """Read the file again in the way that is chosen."""
        self._read_again()

    def _read_again(self) -> None:
        options = Mapping(
            encoding=self._encoding.currentData() or "",
            delimiter=self._delimiter.currentData() or "",
            sheet=self._sheet.currentData() or "",
        )
        self.reading_changed.emit(self._format.currentData() or "", options)
