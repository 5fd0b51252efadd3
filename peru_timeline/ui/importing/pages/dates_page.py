"""The page of dates: each as found and as understood, and the questions that are open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from peru_timeline.chronology.dates.written.understood import Grade
from peru_timeline.ui.importing.date_questions import asked_of, own_answers
from peru_timeline.ui.importing.pages.text_table import TextTable
from peru_timeline.ui.importing.steps import Understanding
from peru_timeline.ui.importing.words import answers_to, date_words, grade_names, way_names
from peru_timeline.ui.look.narrow_box import NarrowBox
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import SMALL_PX, Theme
from peru_timeline.ui.look.wording import number_in_words, translated

TABLE_PX = 170
LANGUAGES = ("", "en", "es")


class DatesPage(QWidget):
    """Shows how the dates are read, and asks what the file leaves open."""

    mapping_changed = Signal(object)
    """The fields of the mapping that were changed, as a dict: as one of Qt's own it would lose its types."""
    row_wanted = Signal(int)
    """The number of a row in the file, to be shown there."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._understanding: Understanding | None = None
        self._shown: list[int] = []
        self._said = label("", theme)
        self._said.setObjectName("import_dates_said")
        self._questions = QWidget()
        self._fields = QFormLayout(self._questions)
        self._fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._filter = NarrowBox()
        self._filter.setObjectName("import_dates_shown")
        self._filter.setAccessibleName(self.tr("Which dates are listed"))
        self._filter.currentIndexChanged.connect(self._list)
        self.dates = TextTable(theme, "import_dates", self.tr("Dates as found and as understood"))
        self.dates.setMinimumHeight(theme.px(TABLE_PX))
        self.dates.row_chosen.connect(self._want_row)
        filters = QHBoxLayout()
        filters.addWidget(self._filter)
        filters.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._said)
        column.addWidget(self._questions)
        column.addLayout(filters)
        column.addWidget(self.dates, 1)

    # --- what is shown -----------------------------------------------------------------------

    def show_understanding(self, understanding: Understanding) -> None:
        """Show the dates of a file, and ask what is open."""
        self._understanding = understanding
        number = sum(len(question.rows) for question in understanding.dated.questions)
        self._said.setText(
            self.tr("The dates of {n} row(s) have several meanings.", "", number).format(n=number)
            if number
            else self.tr("No date has several meanings.")
        )
        self._ask(understanding)
        self._fill_filter(understanding)
        self._list()

    def _ask(self, understanding: Understanding) -> None:
        asked = asked_of(understanding, self._language)
        name = next((box.objectName() for box in self._boxes() if box.hasFocus()), "")
        while self._fields.rowCount():
            self._fields.removeRow(0)
        for each in asked:
            combo = NarrowBox()
            combo.setObjectName(f"import_way_{each.way}")
            combo.addItem(each.undecided, None)
            for answer, words in answers_to(each.way).items():
                combo.addItem(words, answer)
                if answer == each.answer and each.answer is not None:
                    combo.setCurrentIndex(combo.count() - 1)
            combo.activated.connect(lambda _, way=each.way, box=combo: self._answered(way, box))
            self._fields.addRow(way_names()[each.way], combo)
            if each.why:
                self._fields.addRow(self._why(each.why))
        self._fields.addRow(self.tr("Language of the texts"), self._language_box(understanding))
        for words in own_answers(understanding, self._language):
            self._fields.addRow(self._why(words))
        for box in self._boxes():
            if box.objectName() == name:
                box.setFocus()

    def _boxes(self) -> list[QComboBox]:
        return self._questions.findChildren(QComboBox)

    def _why(self, words: str) -> QLabel:
        said = label(words, self._theme, px=SMALL_PX, ink="soft")
        said.setObjectName("import_why")
        return said

    def _language_box(self, understanding: Understanding) -> QComboBox:
        found, _, mapping = understanding
        box = NarrowBox()
        box.setObjectName("import_language")
        names = {"": self.tr("Not stated"), "en": "English", "es": "Español"}
        if found.language:
            names[""] = self.tr("As the file states: {0}").format(found.language)
        for tag in dict.fromkeys((*LANGUAGES, mapping.language)):
            box.addItem(names.get(tag, tag), tag)
        box.setCurrentIndex(box.findData(mapping.language))
        box.activated.connect(
            lambda _index: self.mapping_changed.emit({"language": box.currentData()})
        )
        return box

    def _answered(self, way: str, box: QComboBox) -> None:
        chosen = box.currentData()  # Qt keeps an enumeration's text, not its type
        self.mapping_changed.emit({way: next((a for a in answers_to(way) if a == chosen), None)})

    # --- the list ----------------------------------------------------------------------------

    def _fill_filter(self, understanding: Understanding) -> None:
        counts = understanding.dated.count()
        chosen = self._filter.currentData()
        self._filter.blockSignals(True)
        self._filter.clear()
        self._filter.addItem(self._counted(self.tr("All dates"), counts.total()), None)
        for grade, words in grade_names().items():
            if counts[grade]:
                self._filter.addItem(self._counted(words, counts[grade]), grade)
        place = self._filter.findData(chosen) if chosen is not None else 0
        if chosen is None and counts[Grade.ASKED]:
            place = self._filter.findData(Grade.ASKED)
        self._filter.setCurrentIndex(max(place, 0))
        self._filter.blockSignals(False)

    def _counted(self, words: str, count: int) -> str:
        return f"{words} ({number_in_words(count, self._language)})"

    def _list(self) -> None:
        if self._understanding is None:
            return
        found, dated, _ = self._understanding
        grade, dates = self._filter.currentData(), dated.dates
        shown = [i for i, date in enumerate(dates) if grade is None or date.grade == grade]
        self._shown = [found.events[i].row for i in shown]
        grades = grade_names()

        def cell(row: int, column: int) -> str:
            date = dates[shown[row]]
            if column == 0:
                return str(self._shown[row])
            if column == 4:
                return "; ".join(translated(remark) for remark in date.remarks)
            meaning = date_words(date.edtf, self._language)
            return (date.text, meaning, grades[date.grade], "", date.edtf)[column - 1]

        names = (
            self.tr("Row"),
            self.tr("As found"),
            self.tr("As understood"),
            self.tr("How well"),
            self.tr("Remarks"),
            "EDTF",
        )
        self.dates.table.show(names, len(shown), cell)
        px = self.dates.fontMetrics().averageCharWidth()
        self.dates.set_widths(8 * px, 22 * px, 42 * px, 17 * px, 44 * px)

    def _want_row(self, place: int) -> None:
        self.row_wanted.emit(self._shown[place])
