"""A list of an event as rows: actors, amounts, quotations, notes, ties. What a row holds, `event_rows.py` says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from peru_timeline.chronology.editing.fields import is_same
from peru_timeline.chronology.faults.fault import Fault
from peru_timeline.ui.editing.form.event_draft import EventDraft
from peru_timeline.ui.editing.form.field import Field, in_words
from peru_timeline.ui.editing.form.row_inputs import RowInput
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.theme import Theme

ICON_PX = 14
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What the rows of a list are.

    Attributes:
        key: of the list in the event.
        caption: of the list.
        add: what the button says that adds a row.
        act: the name of a change, with {0} for the title of the event.
        inputs: makes the inputs of a row: where each stands in the item, such as ("role", "en") -> its widget.
        needed: the keys without which a row is not finished.

    """

    key: str
    caption: str
    add: str
    act: str
    inputs: Callable[[], Mapping[Path, Any]]
    needed: tuple[str, ...]


class RowsField(Field):
    """Shows the items of a list; one that is not finished waits on the screen."""

    def __init__(self, theme: Theme, draft: EventDraft, rows: Rows) -> None:
        super().__init__(theme, rows.key, rows.caption)
        self._draft, self._spec = draft, rows
        self.rows: list[Row] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        holder = QWidget()
        holder.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.put(holder)
        self.add_button = QPushButton(rows.add)
        self.add_button.setObjectName(f"add_{rows.key}")
        self.add_button.setProperty("chip", "link")
        self.add_button.clicked.connect(self.add_row)
        self.aside.addWidget(self.add_button)
        draft.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the items that the event has now, and below them what is not finished."""
        items = self._draft.item.get(self._spec.key, [])
        waiting = [row for row in self.rows if row.is_new]
        kept = [row for row in self.rows if not row.is_new]
        for row in kept[len(items) :]:
            self._drop(row)
        del kept[len(items) :]
        while len(kept) < len(items):
            row = self._make()
            row.is_new = False
            kept.append(row)
            self._list.insertWidget(len(kept) - 1, row)
        self.rows = kept + waiting
        for row, item in zip(kept, items, strict=True):
            row.show_item(item)
        self.setProperty("empty", not self.rows)

    def add_row(self) -> Row:
        """Add a row to be filled in, and go there."""
        row = self._make()
        self.rows.append(row)
        self._list.addWidget(row)
        row.show()
        row.first.setFocus()
        return row

    def _make(self) -> Row:
        row = Row(self.theme, self._spec.inputs(), self._spec.caption)
        row.done.connect(self.commit)
        row.typed.connect(self.check)
        row.removed.connect(partial(self._remove, row))
        return row

    def _drop(self, row: Row) -> None:
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: Row) -> None:
        self.rows.remove(row)
        self._drop(row)
        if not row.is_new:
            self.commit()

    def _items(self) -> tuple[list[Row], list[dict[str, Any]]]:
        """The rows that are finished, and what they say."""
        rows = [row for row in self.rows if not row.is_new or row.has(self._spec.needed)]
        return rows, [row.item for row in rows]

    def check(self) -> None:
        """Say what is wrong with what is written now."""
        rows, items = self._items()
        self._tell(rows, self._draft.faults_if((self._spec.key,), items))

    def commit(self) -> None:
        """Take over the rows that are finished."""
        rows, items = self._items()
        if is_same(items, self._draft.item.get(self._spec.key, [])):
            self._tell(rows, [])
            return
        new = [row for row in rows if row.is_new]
        for row in new:
            row.is_new = False
        faults = self._draft.write((self._spec.key,), items, self._spec.act)
        if faults:
            for row in new:
                row.is_new = True
        self._tell(rows, faults)

    def _tell(self, rows: Sequence[Row], faults: Sequence[Fault]) -> None:
        """Say what is wrong below the rows; with several rows, in which."""
        said = []
        for fault, words in zip(faults, in_words(faults), strict=True):
            number = _row_of(fault, self._spec.key)
            name = rows[number].name if number is not None and number < len(rows) else ""
            said.append(f"{name}: {words}" if name and len(rows) > 1 else words)
        self.say(said)


class Row(QFrame):
    """One item of a list."""

    typed = Signal()
    done = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, inputs: Mapping[Path, Any], caption: str) -> None:
        super().__init__()
        self.setObjectName("row")
        self.is_new = True
        self._item: dict[str, Any] = {}
        self._shown: dict[Path, Any] = {}
        self.inputs: Mapping[Path, RowInput] = inputs
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        for path, made in inputs.items():
            made.setObjectName("_".join(path))
            made.typed.connect(self.typed)
            made.done.connect(self.done)
            column.addWidget(made)
        remove = QToolButton()
        remove.setObjectName("remove")
        remove.setIcon(icon("close", theme.ink_soft))
        remove.setIconSize(QSize(theme.px(ICON_PX), theme.px(ICON_PX)))
        remove.setToolTip(self.tr("Remove"))
        remove.setAccessibleName(self.tr("{0}: remove").format(caption))
        remove.clicked.connect(self.removed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(2))
        line.addLayout(column, 1)
        line.addWidget(remove)

    @property
    def first(self) -> QWidget:
        """Where writing begins."""
        made: Any = next(iter(self.inputs.values()))
        return made  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """What the row is called in a sentence: its first value."""
        value = next(iter(self.inputs.values())).value
        return "" if value is None else str(value)

    @property
    def item(self) -> dict[str, Any]:
        """The item as JSON: what it has that is not shown here stays."""
        made = dict(self._item)
        for key, fields in groupby(self.inputs, key=lambda path: path[0]):
            paths = list(fields)
            values = {path: self.inputs[path].value for path in paths}
            if values == {path: self._shown.get(path) for path in paths}:
                continue  # as it was, in whatever form the file has it
            if len(paths[0]) == 1:
                _set(made, key, values[paths[0]])
                continue
            said = next((value for value in values.values() if value is not None), None)
            if said is None:
                made.pop(key, None)
            else:  # a language that says nothing says the same
                made[key] = {path[1]: said if v is None else v for path, v in values.items()}
        return made

    def has(self, needed: Sequence[str]) -> bool:
        """Whether all that an item needs is filled in."""
        item = self.item
        return all(item.get(key) is not None for key in needed)

    def show_item(self, item: dict[str, Any]) -> None:
        """Show another item."""
        self._item, self._shown = dict(item), {}
        for path, field in self.inputs.items():
            value = item.get(path[0])
            if len(path) > 1:
                value = value.get(path[1], value.get("und")) if isinstance(value, dict) else value
            self._shown[path] = value
            field.show_value(value)


def _row_of(fault: Fault, key: str) -> int | None:
    number = fault.location.removeprefix(f"{key}[").partition("]")[0]
    return int(number) if number.isdecimal() else None


def _set(values: dict[str, Any], key: str, value: Any) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = value
