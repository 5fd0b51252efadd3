"""The inputs that the rows of a list are made of: a name to look up, a choice, a number, a line, a text.

Each has `value`, None where it is empty, `show_value` and the signals `typed` and `done`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView

from peru_timeline.chronology.text import fold
from peru_timeline.ui.editing.form.choice_field import Choice
from peru_timeline.ui.editing.form.inputs import Line, Text
from peru_timeline.ui.look.narrow_box import NarrowBox
from peru_timeline.ui.look.plain_text import one_line, tooltip
from peru_timeline.ui.look.theme import Theme

LONGEST_NAME = 90
MOST_FOUND = 12


class RowInput(Protocol):
    """What a row asks of each of its inputs."""

    typed: Any
    done: Any

    @property
    def value(self) -> Any:
        """What it says; None for nothing."""

    def show_value(self, value: Any) -> None:
        """Show another value, unless the reader is at writing one."""


class LineInput(Line):
    """A line of text or, with `number`, a number in JSON."""

    def __init__(self, name: str, *, number: bool = False) -> None:
        super().__init__(name)
        self.setPlaceholderText(name)
        self._is_number = number

    @property
    def value(self) -> Any:
        """The text, the number, or what was typed where a number should be."""
        text = self.text().strip()
        return (_number(text) if self._is_number else text) or None

    def show_value(self, value: Any) -> None:
        """Show another value."""
        super().show_value("" if value is None else str(value))


class TextInput(Text):
    """A text of several lines."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(name, theme)
        self.setPlaceholderText(name)

    @property
    def value(self) -> Any:
        """The text."""
        return super().value or None

    def show_value(self, value: Any) -> None:
        """Show another text."""
        super().show_value("" if value is None else value)


class ChoiceInput(NarrowBox):
    """One of few values."""

    typed = Signal()
    done = Signal()

    def __init__(self, name: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._values = [value for value, _ in choices]
        self.addItems([one_line(said, LONGEST_NAME) for _, said in choices])
        self.activated.connect(lambda _place: self.done.emit())

    @property
    def value(self) -> Any:
        """The value that is chosen."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def show_value(self, value: Any) -> None:
        """Show another choice."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)


class LookUp(QComboBox):
    """An item of the chronology, found by any part of its name while one types."""

    typed = Signal()
    done = Signal()
    asked_for_new = Signal(str)
    """The reader typed a name that is none, and wants an item of it."""

    def __init__(self, name: str, found: Callable[[], Sequence[Choice]], new: str = "") -> None:
        """`found` lists the items by id; `new` is what the line says that makes another, with {0} for what is typed."""
        super().__init__()
        self.setAccessibleName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(8)
        self._found, self._new = found, new
        self._id: str | None = None
        self._names: dict[str, str] = {}
        self._line = QLineEdit()
        self._line.setPlaceholderText(name)
        self._line.setAccessibleName(name)
        self.setLineEdit(self._line)
        popup = QListView()
        popup.setAccessibleName(name)
        self._completer = QCompleter(self)
        self._completer.setPopup(popup)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(MOST_FOUND)
        self.setCompleter(self._completer)
        self.view().setAccessibleName(name)
        self._line.editingFinished.connect(self._take_typed)
        self._line.textEdited.connect(lambda _text: self.typed.emit())
        self.activated.connect(lambda _place: self._take_typed())
        self._completer.activated.connect(lambda _text: self._take_typed())
        self._fill()

    @property
    def value(self) -> Any:
        """The id of the item, or what was typed where it is none."""
        return self._id

    def show_value(self, value: Any) -> None:
        """Show the name of another item."""
        self._fill()
        self._id = value
        if not self._line.hasFocus() or self.currentText() in self._names:
            self._show_name()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take Enter as the end of a name, and not for the button of a dialog."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def choose(self, value: str) -> None:
        """Take an item as if the reader had chosen it."""
        self._fill()
        self._id = value
        self._show_name()
        self.done.emit()

    def _fill(self) -> None:
        names: dict[str, str] = {}
        for key, said in self._found():
            shown = one_line(said, LONGEST_NAME)
            names[shown if shown not in names else f"{shown} ({key})"] = str(key)
        if names != self._names:
            self._names = names
            before = self.currentText()
            self.clear()
            self.addItems(list(names))
            self.setCurrentText(before)
            self._completer.setModel(self.model())

    def _show_name(self) -> None:
        name = self._name_of(self._id)
        self.setCurrentText(name)
        self._line.setCursorPosition(0)
        self._line.setToolTip(tooltip(name))

    def _name_of(self, value: Any) -> str:
        return next((said for said, key in self._names.items() if key == value), value or "")

    def _take_typed(self) -> None:
        typed = self.currentText().strip()
        found = self._names.get(typed) or self._only_match(typed)
        if found is None and typed and self._new:
            self._show_name()
            self.asked_for_new.emit(typed)
            return
        before, self._id = self._id, found or typed or None
        self._show_name()
        if self._id != before:
            self.done.emit()

    def _only_match(self, typed: str) -> str | None:
        wanted = fold(typed)
        keys = [key for said, key in self._names.items() if wanted and wanted == fold(said)]
        return keys[0] if len(keys) == 1 else None


def _number(text: str) -> Any:
    """A whole or decimal number as people write it, with groups of three; what is none stays text."""
    plain = text.replace("\u00a0", "").replace(" ", "").replace(",", "")
    try:
        return int(plain)
    except ValueError:
        try:
            return float(plain)
        except ValueError:
            return text
