"""The dialog of saved views: shows, names, orders, presents, imports and exports them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.chronology.views import (
    SUFFIX,
    ViewsFile,
    load_views,
    write_views,
)
from peru_timeline.ui.look.fitting_dialog import FittingDialog
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.saving import ask_where_to_save
from peru_timeline.ui.look.text_labels import FlowLayout, label
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import translated
from peru_timeline.ui.stage.saved_views_file import no_view_yet
from peru_timeline.ui.stage.view_naming import LONGEST_NAME, ViewNaming, renamed


class SavedViewsDialog(FittingDialog):
    """Lists the views; changes are saved at once, and can be undone while the dialog is open."""

    show_requested = Signal(object)
    """A SavedView to be shown in the window."""
    present_requested = Signal(int)
    """The index of the view to present from."""

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
        self.resize(theme.px(620), theme.px(500))
        self._theme, self._language = theme, language
        self._chronology, self.views, self._keep = chronology, views, keep
        self._before: list[tuple[ViewsFile, int]] = []
        self.list = QListWidget()
        self.list.setObjectName("views")
        self.list.setAccessibleName(self.tr("Saved views"))
        self._caption = label("", theme)
        self._caption.setObjectName("view_caption")
        self._said = label("", theme, ink="soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(12))
        column.addWidget(label(one_line(in_language(views.title, language), 120), theme))
        column.addWidget(self.list, 1)
        column.addWidget(self._commands())
        column.addWidget(self._caption)
        column.addWidget(self._said)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setObjectName("close")
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.list.itemDoubleClicked.connect(lambda _item: self._show())
        self.list.currentRowChanged.connect(self._chosen)
        self._fill(0)

    def _commands(self) -> QWidget:
        """The buttons, in several lines if large text on a small screen needs them."""
        holder = QWidget()
        flow = FlowLayout(holder, gap_px=self._theme.px(6))
        self._buttons: dict[str, QPushButton] = {}
        for name, text, key, act in (
            ("show_view", self.tr("Show"), "", self._show),
            ("present_views", self.tr("Present from here"), "", self._present),
            ("rename_view", self.tr("Name and caption…"), "F2", self._rename),
            ("view_up", self.tr("Move up"), "Alt+Up", lambda: self._move(-1)),
            ("view_down", self.tr("Move down"), "Alt+Down", lambda: self._move(1)),
            ("delete_view", self.tr("Delete"), "Del", self._delete),
            ("undo_views", self.tr("Undo"), "Ctrl+Z", self._undo),
            ("import_views", self.tr("Import…"), "", self._import),
            ("export_views", self.tr("Save as file…"), "", self._export),
        ):
            button = self._buttons[name] = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(lambda _=False, do=act: do())
            if key:
                keys = QKeySequence(key)
                QShortcut(keys, self, button.click)
                button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
            flow.addWidget(button)
        return holder

    def _fill(self, row: int) -> None:
        self.list.clear()
        for number, view in enumerate(self.views.views, start=1):
            name = one_line(in_language(view.name, self._language), LONGEST_NAME)
            self.list.addItem(f"{number}. {isolated(name)}")
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._chosen(self.list.currentRow())

    def _chosen(self, row: int) -> None:
        """Show the caption of a row, and enable the buttons that apply."""
        count = len(self.views.views)
        for name, possible in (
            *((name, row >= 0) for name in ("show_view", "present_views", "rename_view")),
            ("delete_view", row >= 0),
            ("view_up", row > 0),
            ("view_down", 0 <= row < count - 1),
            ("undo_views", bool(self._before)),
            ("export_views", count > 0),
        ):
            self._buttons[name].setEnabled(possible)
        if not count:
            self._caption.setText(no_view_yet())
        elif row >= 0:
            caption = self.views.views[row].caption
            self._caption.setText(in_language(caption, self._language) if caption else "")

    def _change(self, views: ViewsFile, row: int) -> None:
        self._before.append((self.views, self.list.currentRow()))
        self._become(views, row)

    def _become(self, views: ViewsFile, row: int) -> None:
        self.views = views
        self._fill(row)
        self._said.setText(self._keep(views))

    def _undo(self) -> None:
        if self._before:
            self._become(*self._before.pop())

    def _rename(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        view = self.views.views[row]
        caption = in_language(view.caption, self._language) if view.caption else ""
        naming = ViewNaming(
            self,
            self._theme,
            in_language(view.name, self._language),
            caption,
            self.tr("Rename view"),
            notes=in_language(view.notes, self._language) if view.notes else "",
        )
        if naming.exec():
            changed = renamed(view, self._language, *naming.entered())
            self._change(self.views.with_change(row, changed), row)
        naming.deleteLater()

    def _show(self) -> None:
        if (row := self.list.currentRow()) >= 0:
            self.show_requested.emit(self.views.views[row])
            self.accept()

    def _present(self) -> None:
        if (row := self.list.currentRow()) >= 0:
            self.accept()
            self.present_requested.emit(row)

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
        """Add the views of a file at the end; they replace views of the same name."""
        try:
            found = load_views(path, self._chronology)
        except ChronologyError as error:
            self._said.setText(error.translated(translated))
            return
        views = self.views
        for view in found.views:
            views = views.with_view(view)
        self._change(views, len(views.views) - 1)

    def _export(self) -> None:
        suggested = Path.home() / f"{self._chronology.id}{SUFFIX}"
        path = ask_where_to_save(self, self.tr("Save views"), suggested, SUFFIX)
        if path is None:
            return
        try:
            write_views(path, self.views)
        except OSError as error:
            reason = translated(system_reason(error))
            self._said.setText(self.tr("{0} could not be written: {1}").format(path, reason))
