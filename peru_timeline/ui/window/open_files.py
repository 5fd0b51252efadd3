"""Which file is open: opening, reloading, saving and watching it, and remembering its view."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from peru_timeline import paths
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.importing.foreign import is_foreign
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.editing.editor import Editor, bytes_of
from peru_timeline.ui.editing.keeping import Keeping
from peru_timeline.ui.editing.versions import Versions
from peru_timeline.ui.importing.starter import ImportStarter
from peru_timeline.ui.session.chronology_reader import ChronologyReader
from peru_timeline.ui.session.deferred_work import DeferredWork
from peru_timeline.ui.session.file_watch import FileWatch
from peru_timeline.ui.session.opening import try_open
from peru_timeline.ui.session.saving import Saving
from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.state.open_chronology import OpenChronology
from peru_timeline.ui.state.settings_store import SettingsStore
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.commands.file_commands import FileCommands


class OpenFiles(QObject):
    """Opens one chronology after another in a window."""

    said = Signal(str)
    """What to show in the status line."""
    noticed = Signal(str, str, object)
    """What is to be told about the file in a notice: the sentence, what its button says, and what that does."""
    saved = Signal()
    """What is open is in its file now."""

    def __init__(
        self,
        shell: WindowShell,
        state: ViewState,
        settings: SettingsStore,
        timeline: TimelineView,
    ) -> None:
        super().__init__(shell)
        self._shell, self._state = shell, state
        self._settings, self._timeline = settings, timeline
        self._reader = ChronologyReader(shell)
        self._deferred = DeferredWork()
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._file_changed)
        self.saving = Saving(shell, state)
        self.saving.saved.connect(self._saved)
        self.saving.copied.connect(self._copied)
        self.saving.said.connect(self.said)
        self._imports = ImportStarter(shell, state, self.saving.may_leave)
        self._imports.made.connect(self._take)
        state.chronology_edited.connect(self._follow_edit)

    def follow(self, commands: FileCommands, editor: Editor) -> None:
        """Do what the commands ask for, tell the editor what is saved, and keep what it does."""
        commands.import_requested.connect(self._imports.start)
        commands.save_requested.connect(self.saving.save)
        commands.save_as_requested.connect(self.saving.save_as)
        commands.save_copy_requested.connect(self.saving.save_copy)
        commands.reload_requested.connect(self.reload)
        self.saved.connect(editor.keep_as_saved)
        self._keeping = Keeping(self._state, editor, self)
        self._keeping.said.connect(self.said)
        self._keeping.restored.connect(self._take)
        self.saving.discarded.connect(self._keeping.forget)
        self._shell.closed.connect(self._keeping.close)
        self.versions = Versions(self._state, editor, self._shell)
        self.versions.said.connect(self.said)
        self.versions.reload_wanted.connect(self._take_from_disk)
        self.saving.may_replace = self._may_replace
        commands.compare_requested.connect(self.versions.compare_with_file)
        commands.compare_saved_requested.connect(self.versions.compare_with_saved)

    def offer_left_behind(self) -> None:
        """Ask for what was not saved when the program ended."""
        self._keeping.offer(self._shell)

    def open(self, path: Path) -> None:
        """Open another chronology, or import a file; where it has faults, they are listed and what was open stays."""
        if is_foreign(path):
            self._imports.start(path)
        elif self.saving.may_leave():
            opened = self._reader.read(path)
            if opened is not None:
                self._take(opened)

    def reload(self) -> None:
        """Read the file again and keep the view; not while another file is being opened."""
        if not self._reader.is_reading and self._state.opened.unsaved is None:
            self._take_from_disk()

    def _take_from_disk(self) -> None:
        opened = self._reader.read(self._state.opened.path)
        if opened is not None:
            self._take_read(opened)

    def _take_read(self, opened: OpenChronology) -> None:
        view = self._timeline.view()
        self._show(opened)
        self._timeline.apply(view, animate=False, remember=False)
        self.said.emit(self.tr("The file was reloaded"))

    def _file_changed(self) -> None:
        """Follow another program that writes the file; nothing modal comes up, as it may not have done yet."""
        if self._reader.is_reading:
            return
        if self._state.opened.unsaved is not None:
            if self.versions.is_file_changed():
                said = self.tr("Another program changed the file. Your changes are not saved yet.")
                self.noticed.emit(said, self.tr("Look at it…"), self.versions.settle)
            return
        opened, error = try_open(self._state.opened.path, self._shell)
        if error is not None:
            said = self.tr(
                "The file has %n fault(s) now; what was open stays.", "", len(error.faults)
            )
            self.noticed.emit(said, self.tr("Show them"), partial(self.show_faults, error))
        elif opened is not None and bytes_of(opened) != bytes_of(self._state.opened):
            self._take_read(opened)

    def _may_replace(self) -> bool:
        return not self.versions.is_file_changed() or self.versions.settle()

    def show_faults(self, error: ChronologyError) -> None:
        """List the faults of a file that could not be opened."""
        self._reader.show_faults(error)

    def follow_opened(self) -> None:
        """Watch the file of what is open, remember it, and do what waited for it."""
        self._deferred.begin(self._state.opened)
        unsaved = self._state.opened.unsaved
        path = self._state.opened.path if unsaved is None or unsaved.has_file else None
        self._watch.watch(path)
        self.noticed.emit("", "", None)
        if path is not None and path != paths.default_chronology():
            self._settings.value = self._settings.value.with_recent(str(path.absolute()))

    def remember_view(self) -> None:
        """Remember how the chronology is looked at, for the next time."""
        settings, key = self._settings.value, self._state.opened.chronology.id
        self._settings.value = settings.with_view(key, self._timeline.view())

    def restore_view(self) -> None:
        """Look at the chronology as the last time."""
        view = self._settings.value.view_of(self._state.opened.chronology.id)
        if view is not None:
            self._timeline.apply(view, animate=False, remember=False)

    def _take(self, opened: OpenChronology) -> None:
        self.remember_view()
        self._state.clear_filters()
        self._state.set_even_time(False)
        self._state.select(None)
        self._show(opened)
        self.restore_view()

    def _show(self, opened: OpenChronology) -> None:
        self._reader.close_faults()
        self._state.opened.close()
        self._state.set_opened(opened)
        self.follow_opened()
        gc.collect()  # what was made for the chronology before has cycles: up to hundreds of MB

    def _saved(self, path: Path) -> None:
        self._imports.saved(path)
        self._state.edit(self._state.opened.kept_in(path))
        self.saved.emit()
        self.follow_opened()
        self.said.emit(self.tr("Saved: {0}").format(path))

    def _copied(self, path: Path) -> None:
        self.said.emit(self.tr("Copy saved: {0}").format(path))

    def _follow_edit(self) -> None:
        self._deferred.search_ahead(self._state.opened)
