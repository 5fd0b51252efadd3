"""The last page: what the import makes, what is lost, and what changes in an earlier import."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.chronology.models import LONGEST_TITLE
from peru_timeline.chronology.text import in_language
from peru_timeline.ui.importing.lists import Listed
from peru_timeline.ui.importing.pages.text_table import TextTable
from peru_timeline.ui.importing.steps import Choice, Result
from peru_timeline.ui.look.narrow_box import NarrowBox
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import number_in_words

TABLE_PX = 150
WHOLE, SOUND = "whole", "sound"
NEW, UPDATE = "new", "update"


class ResultPage(QWidget):
    """Asks how much to take, and lists what is lost and what changes."""

    choice_changed = Signal()
    row_wanted = Signal(int)
    """The number of a row in the file, to be shown there."""
    report_wanted = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._language = language
        self._result: Result | None = None
        self._listed: list[Listed] = []
        self._said = label("", theme)
        self._said.setObjectName("import_result_said")
        self._make_fields()
        self._which = NarrowBox()
        self._which.setObjectName("import_listed")
        self._which.setAccessibleName(self.tr("What is listed"))
        self._which.currentIndexChanged.connect(self._list)
        self._go = QPushButton(self.tr("Show the row"))
        self._go.setObjectName("import_show_row")
        self._report = QPushButton(self.tr("Save report…"))
        self._report.setObjectName("import_report")
        for button in (self._go, self._report):
            button.setAutoDefault(False)
        self.losses = TextTable(
            theme, "import_losses", self.tr("What is lost, remarked or changed")
        )
        self.losses.setMinimumHeight(theme.px(TABLE_PX))
        self.losses.row_chosen.connect(self._want)
        self.losses.selectionModel().currentRowChanged.connect(self._row_changed)
        self._go.clicked.connect(lambda: self._want(self.losses.currentIndex().row()))
        self._report.clicked.connect(self.report_wanted)
        self._assemble(theme)

    def _make_fields(self) -> None:
        self._title = QLineEdit()
        self._title.setObjectName("import_title")
        self._title.setMaxLength(LONGEST_TITLE)
        self._title.editingFinished.connect(self._title_edited)
        self._rows, self._into = NarrowBox(), NarrowBox()
        self._rows.setObjectName("import_which_rows")
        self._into.setObjectName("import_into")
        self.keep_gone = QCheckBox(self.tr("Keep the events that the file no longer has"))
        self.keep_gone.setObjectName("import_keep_gone")
        self.keep_gone.setChecked(True)
        self._rows.activated.connect(self.choice_changed)
        self._into.activated.connect(self.choice_changed)
        self.keep_gone.clicked.connect(self.choice_changed)

    def _assemble(self, theme: Theme) -> None:
        self._fields = QFormLayout()
        self._fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._fields.addRow(self.tr("Title"), self._title)
        self._fields.addRow(self.tr("Take"), self._rows)
        self._fields.addRow(self.tr("Into"), self._into)
        self._fields.addRow("", self.keep_gone)
        commands = QHBoxLayout()
        commands.addWidget(self._which, 1)
        commands.addWidget(self._go)
        commands.addWidget(self._report)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._said)
        column.addLayout(self._fields)
        column.addLayout(commands)
        column.addWidget(self.losses, 1)

    @property
    def choice(self) -> Choice:
        """What the reader chose; before a result is shown, what is usual."""
        if self._result is None:
            return Choice()
        into = self._into.currentData()
        return Choice(
            title=self._title.text().strip() if self._title.isModified() else "",
            only_sound=self._rows.currentData() == SOUND,
            update=None if self._result.earlier is None else into == UPDATE,
            keep_gone=self.keep_gone.isChecked(),
        )

    # --- what is shown -----------------------------------------------------------------------

    def show_result(self, result: Result, events: int, listed: list[Listed]) -> None:
        """Show what the import makes; `events` is how many the file has."""
        self._result = result
        number = len(result.chronology.events)
        self._said.setText(
            self.tr("The chronology has {n} event(s). It opens at once, and is a file once you save it.", "", number)
            .format(n=self._number(number))
        )  # fmt: skip
        if not self._title.isModified():
            self._title.setText(
                one_line(
                    in_language(result.imported.chronology.title, self._language), LONGEST_TITLE
                )
            )
        is_sound = self._rows.currentData() == SOUND
        self._rows.clear()
        self._rows.addItem(
            self.tr("The whole file ({n} event(s))", "", events).format(n=self._number(events)),
            WHOLE,
        )
        if 0 < result.sound < events:
            sound = self.tr("Only rows without fault ({n} event(s))", "", result.sound)
            self._rows.addItem(sound.format(n=self._number(result.sound)), SOUND)
            self._rows.setCurrentIndex(int(is_sound))
        self._show_update(result)
        self._fill_lists(listed)

    def _show_update(self, result: Result) -> None:
        comparison, earlier = result.comparison, result.earlier
        shared = comparison is not None and bool(comparison.same or comparison.changed)
        self._fields.setRowVisible(self._into, shared)
        self._fields.setRowVisible(
            self.keep_gone,
            shared and result.is_update and comparison is not None and bool(comparison.gone),
        )
        self._fields.setRowVisible(self._title, not (shared and result.is_update))
        self._into.clear()
        self._into.addItem(self.tr("A new chronology"), NEW)
        if earlier is not None and shared:
            name = one_line(earlier.title, 80)
            self._into.addItem(
                self.tr("Update “{0}” ({1})").format(name, earlier.path.name), UPDATE
            )
            self._into.setCurrentIndex(int(result.is_update))

    def _fill_lists(self, lists: list[Listed]) -> None:
        before = self._which.currentData()
        self._listed = lists
        self._which.blockSignals(True)
        self._which.clear()
        for listed in self._listed:
            self._which.addItem(
                f"{one_line(listed.name, 100)} ({self._number(len(listed.lines))})", listed.key
            )
        self._which.setCurrentIndex(max(self._which.findData(before), 0))
        self._which.blockSignals(False)
        self._list()

    def _number(self, number: int) -> str:
        return number_in_words(number, self._language)

    def _lines(self) -> Listed | None:
        place = self._which.currentIndex()
        return self._listed[place] if 0 <= place < len(self._listed) else None

    def _list(self) -> None:
        listed = self._lines()
        lines = () if listed is None else listed.lines

        def cell(row: int, column: int) -> str:
            line = lines[row]
            return (str(line.row) if line.row else self.tr("File"), line.title, line.text)[column]

        names = (self.tr("Row"), self.tr("Event"), self.tr("What"))
        self.losses.table.show(names, len(lines), cell)
        px = self.losses.fontMetrics().averageCharWidth()
        self.losses.set_widths(9 * px, 34 * px)
        self._row_changed()

    def _row_changed(self) -> None:
        listed, place = self._lines(), self.losses.currentIndex().row()
        can = (
            listed is not None and 0 <= place < len(listed.lines) and bool(listed.lines[place].row)
        )
        self._go.setEnabled(can)

    def _want(self, place: int) -> None:
        listed = self._lines()
        if listed is not None and 0 <= place < len(listed.lines) and listed.lines[place].row:
            self.row_wanted.emit(listed.lines[place].row)

    def _title_edited(self) -> None:
        if self._title.isModified():
            self.choice_changed.emit()
