"""Saved views: naming one, and the list of them to show, order, present, exchange."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.chronology.faults import ChronologyError
from peru_timeline.chronology.models import Chronology
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.views import (
    SUFFIX,
    SavedView,
    ViewsFile,
    load_views,
    span_of_days,
    write_views,
)
from peru_timeline.paths import user_data_dir
from peru_timeline.pictures.subject import Subject, default_view_name
from peru_timeline.ui.labels import label
from peru_timeline.ui.plain_text import one_line
from peru_timeline.ui.theme import Theme

LONGEST_NAME = 120


def own_file(chronology: Chronology) -> Path:
    """Where the reader's views of a chronology are kept."""
    return user_data_dir() / "views" / f"{chronology.id}{SUFFIX}"


def open_views(chronology: Chronology, path: Path) -> tuple[ViewsFile, str]:
    """(the reader's views; those beside the chronology's file where there are none; what went wrong, if anything)."""
    empty = ViewsFile(chronology=chronology.id, title=dict(chronology.title))
    for place in (own_file(chronology), path.with_name(path.stem + SUFFIX)):
        if place.exists():
            try:
                return load_views(place, chronology), ""
            except ChronologyError as error:
                return empty, str(error)
    return empty, ""


def keep_views(chronology: Chronology, views: ViewsFile) -> str:
    """Write the reader's views; gives a reason where that is not possible."""
    place = own_file(chronology)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_views(place, views)
    except OSError as error:
        return f"{place}: {error.strerror or error}"
    return ""


def view_of(subject: Subject, name: str, caption: str) -> SavedView:
    """What is on the screen as a view."""
    chronology = subject.chronology
    selected = subject.selection
    return SavedView(
        name={subject.language: name},
        caption={subject.language: caption} if caption else None,
        span=span_of_days(subject.span.start, subject.span.end),
        query=subject.query,
        grouping=subject.grouping.value,
        selection=None if selected is None else chronology.events[selected].id,
    )


class SaveViewDialog(QDialog):
    """Asks for a view's name and caption."""

    def __init__(self, parent: QWidget | None, theme: Theme, subject: Subject) -> None:
        super().__init__(parent)
        self.setObjectName("save_view_dialog")
        self.setWindowTitle(self.tr("Save view"))
        self.resize(theme.px(460), theme.px(240))
        self._subject = subject
        self.name = QLineEdit(default_view_name(subject))
        self.name.setObjectName("view_name")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.selectAll()
        self.caption = QPlainTextEdit()
        self.caption.setObjectName("view_caption")
        self.caption.setTabChangesFocus(True)
        rows = QFormLayout(self)
        rows.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(12))
        rows.addRow(self.tr("Name"), self.name)
        rows.addRow(self.tr("Caption"), self.caption)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._save = buttons.button(kinds.Save)
        self.name.textChanged.connect(lambda text: self._save.setEnabled(bool(text.strip())))
        rows.addRow(buttons)

    def view(self) -> SavedView:
        """The view as named here."""
        caption = self.caption.toPlainText().strip()
        return view_of(self._subject, self.name.text().strip(), caption)


class SavedViewsDialog(QDialog):
    """The list of views; changes are kept at once."""

    show_asked = Signal(object)
    """A SavedView to be shown in the window."""
    present_asked = Signal(int)
    """Present from this position on."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        chronology: Chronology,
        views: ViewsFile,
        language: str,
        keep: Callable[[ViewsFile], str],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("saved_views_dialog")
        self.setWindowTitle(self.tr("Saved views"))
        self.resize(theme.px(560), theme.px(460))
        self._chronology, self.views, self._language, self._keep = chronology, views, language, keep
        self.list = QListWidget()
        self.list.setObjectName("views")
        self.list.setAccessibleName(self.tr("Saved views"))
        self._said = label("", theme, ink="soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(12))
        column.addWidget(label(one_line(in_language(views.title, language), 120), theme))
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        side = QVBoxLayout()
        for name, text, act in (
            ("show_view", self.tr("Show"), self._show),
            ("present_views", self.tr("Present from here"), self._present),
            ("view_up", self.tr("Move up"), lambda: self._move(-1)),
            ("view_down", self.tr("Move down"), lambda: self._move(1)),
            ("delete_view", self.tr("Delete"), self._delete),
            ("import_views", self.tr("Import…"), self._import),
            ("export_views", self.tr("Save as file…"), self._export),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(lambda _=False, do=act: do())
            side.addWidget(button)
        side.addStretch(1)
        middle.addLayout(side)
        column.addLayout(middle, 1)
        column.addWidget(self._said)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.list.itemDoubleClicked.connect(lambda _item: self._show())
        self._fill(0)

    def _fill(self, row: int) -> None:
        self.list.clear()
        for number, view in enumerate(self.views.views, start=1):
            name = one_line(in_language(view.name, self._language), LONGEST_NAME)
            self.list.addItem(f"{number}. {name}")
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    def _change(self, views: ViewsFile, row: int) -> None:
        self.views = views
        self._fill(row)
        self._said.setText(self._keep(views))

    def _show(self) -> None:
        if (row := self.list.currentRow()) >= 0:
            self.show_asked.emit(self.views.views[row])
            self.accept()

    def _present(self) -> None:
        if (row := self.list.currentRow()) >= 0:
            self.accept()
            self.present_asked.emit(row)

    def _move(self, steps: int) -> None:
        if (row := self.list.currentRow()) >= 0:
            self._change(self.views.moved(row, steps), row + steps)

    def _delete(self) -> None:
        if (row := self.list.currentRow()) >= 0:
            self._change(self.views.without(row), row)

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import views"), "", f"*{SUFFIX}")
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Add the views of a file at the end; those of the same name take the place of theirs."""
        try:
            found = load_views(path, self._chronology)
        except ChronologyError as error:
            self._said.setText(str(error))
            return
        views = self.views
        for view in found.views:
            views = views.with_view(view)
        self._change(views, len(views.views) - 1)

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save views"), f"{self._chronology.id}{SUFFIX}", f"*{SUFFIX}"
        )
        if not name:
            return
        try:
            write_views(Path(name), self.views)
        except OSError as error:
            reason = error.strerror or str(error)
            self._said.setText(self.tr("{0} could not be written: {1}").format(name, reason))
