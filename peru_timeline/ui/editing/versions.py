"""Other versions of the open chronology: another file, the last saved state, the file as another program left it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton, QWidget

from peru_timeline.chronology.editing.comparison import compare
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.editing.refusals import RefusedError
from peru_timeline.chronology.editing.taking import (
    Difference,
    change_taking,
    differences_of,
    with_mine,
)
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.json_file import read_bytes
from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.ui.editing.differences_view import DifferencesView
from peru_timeline.ui.editing.editor import Editor, checksum_of
from peru_timeline.ui.look.dialogs import Dialog, plain_message, run_dialog
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import translated
from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.state.view_state import ViewState

LONGEST_NAME = 60
SIZE_PX = (860, 520)
MINE, THEIRS = 2, 3
"""Results of the dialog about a file that another program changed, beside accepted: both."""


class Versions(QObject):
    """Compares the open chronology with other versions, and takes over what the reader chooses."""

    said = Signal(str)
    """What to show in the status line."""
    reload_wanted = Signal()
    """The reader wants the file as it is on the disk, and not what was changed here."""

    def __init__(self, state: ViewState, editor: Editor, window: WindowShell) -> None:
        super().__init__(editor)
        self._state, self._editor, self._window = state, editor, window

    def is_file_changed(self) -> bool:
        """Whether another program changed the file of the chronology since it was read or saved."""
        unsaved, path = self._state.opened.unsaved, self._state.opened.path
        if unsaved is None or not unsaved.has_file:
            return False
        try:
            return checksum_of(read_bytes(path)) != unsaved.checksum
        except ChronologyError:
            return False  # it has gone: saving makes it anew

    def settle(self) -> bool:
        """Ask what becomes of a file that another program changed; return whether mine may be written over it."""
        path = self._state.opened.path
        try:
            content = read_bytes(path)
            parse_chronology(content, path)
        except ChronologyError as error:
            return self._ask_about_faulty(error)
        theirs, mine, base = FileText.of(content), self._editor.file, self._editor.saved_file()
        start = mine if base is None else base
        found = list(with_mine(differences_of(compare(start, theirs), start, theirs), mine))
        dialog = ChangedMeanwhile(self._window, self._theme(), self._state.language, path, found)
        dialog.view.event_chosen.connect(self._show_event)
        result, chosen = run_dialog(dialog), dialog.view.chosen
        if result == THEIRS:
            self.reload_wanted.emit()
            return False
        if result == ChangedMeanwhile.DialogCode.Accepted:
            if not self._take(chosen, self.tr("changes of another program")):
                return False
        elif result != MINE:
            return False
        self._editor.keep_with(checksum_of(content))
        return True

    def compare_with_file(self) -> None:
        """Ask for another version, and show what differs."""
        title = self.tr("Compare with")
        folder = str(self._state.opened.path.parent)
        kinds = self.tr("Chronologies") + " (*.chronology *.json)"
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        if not name:
            return
        path = Path(name)
        try:
            content = read_bytes(path)
            parse_chronology(content, path)
        except ChronologyError as error:
            self._tell(title, error.translated(translated))
            return
        self._show(FileText.of(content), title, path.name, self.tr("taken from {0}"))

    def compare_with_saved(self) -> None:
        """Show what was changed since the chronology was read or saved."""
        saved = self._editor.saved_file()
        if saved is not None:
            title = self.tr("Changed since it was saved")
            self._show(saved, title, self.tr("Saved"), self.tr("back to what was saved"))

    def _show(self, other: FileText, title: str, name: str, act: str) -> None:
        mine = self._editor.file
        found = list(differences_of(compare(mine, other), mine, other))
        if not found:
            self._tell(title, self.tr("Both say the same."))
            return
        name = one_line(name, LONGEST_NAME)
        dialog = CompareDialog(
            self._window, self._theme(), title, (self._state.language, name), found
        )
        dialog.view.event_chosen.connect(self._show_event)
        if run_dialog(dialog) == CompareDialog.DialogCode.Accepted:
            chosen = dialog.view.chosen
            if self._take(chosen, act.format(name)):
                said = self.tr("%n difference(s) taken over", "", len(chosen))
                self.said.emit(said)

    def _take(self, chosen: Sequence[Difference], name: str) -> bool:
        try:
            self._editor.do(change_taking(self._editor.file, chosen), name)
        except RefusedError as error:
            self._tell(self.tr("Not changed"), translated(error.args[0]))
            return False
        return True

    def _ask_about_faulty(self, error: ChronologyError) -> bool:
        text = self.tr(
            "Another program changed the file, and it cannot be read now:\n{0}\nSave yours over it?"
        )
        dialog = plain_message(
            self._window,
            self._theme(),
            self.tr("The file was changed"),
            text.format(translated(error.faults[0].message)),
        )
        dialog.setObjectName("faulty_meanwhile_dialog")
        over = QPushButton(self.tr("Save mine over it"))
        over.setObjectName("mine")
        box = dialog.findChild(QDialogButtonBox)
        if box is not None:
            box.addButton(over, QDialogButtonBox.ButtonRole.DestructiveRole)
        over.clicked.connect(lambda: dialog.done(MINE))
        return run_dialog(dialog) == MINE

    def _show_event(self, name: str) -> None:
        event = self._state.opened.chronology.event_index.get(name)
        if event is not None:
            self._state.select(event)

    def _tell(self, title: str, text: str) -> None:
        run_dialog(plain_message(self._window, self._theme(), title, text))

    def _theme(self) -> Theme:
        return self._window.theme


class ChangedMeanwhile(Dialog):
    """Asks what becomes of a file that another program changed: mine, theirs, or both as chosen."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        language: str,
        path: Path,
        differences: Sequence[Difference],
    ) -> None:
        super().__init__(parent, theme, self.tr("The file was changed"))
        self.setObjectName("changed_meanwhile_dialog")
        self.resize(*map(theme.px, SIZE_PX))
        text = self.tr(
            "Another program changed “{0}” while you were changing it here. What it changed is below; "
            "what both changed is not ticked. Ticked changes can go together with yours."
        )
        self.column.addWidget(label(text.format(one_line(path.name, LONGEST_NAME)), theme))
        captions = self.tr("Before"), self.tr("In the file now")
        self.view = DifferencesView(theme, language, differences, captions)
        self.column.addWidget(self.view, 1)
        for name, said, result in (
            ("both", self.tr("Keep both"), self.DialogCode.Accepted.value),
            ("mine", self.tr("Keep mine only"), MINE),
            ("theirs", self.tr("Keep theirs only"), THEIRS),
        ):
            button = QPushButton(said)
            button.setObjectName(name)
            button.clicked.connect(lambda _=False, value=result: self.done(value))
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.finish()


class CompareDialog(Dialog):
    """Shows what differs from another version; what is ticked can be taken over."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        title: str,
        names: tuple[str, str],
        differences: Sequence[Difference],
    ) -> None:
        """`names` are the language and the name of the other version."""
        super().__init__(parent, theme, title)
        self.setObjectName("compare_dialog")
        self.resize(*map(theme.px, SIZE_PX))
        language, other = names
        count = self.tr("%n difference(s)", "", len(differences))
        self.column.addWidget(label(count, theme, ink="soft"))
        self.view = DifferencesView(theme, language, differences, (self.tr("Here"), other))
        self.column.addWidget(self.view, 1)
        take = QPushButton(self.tr("Take over what is ticked"))
        take.setObjectName("take")
        self.buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.finish()
