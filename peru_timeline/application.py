"""The application: owns settings and state, and fills the window that is on the screen."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pyqtgraph.util.garbage_collector import GarbageCollector
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from peru_timeline import paths
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.files import exists, put_aside
from peru_timeline.settings import (
    Settings,
    SettingsFault,
    WindowGeometry,
    load_settings,
)
from peru_timeline.ui.look.language import Translations, language_for
from peru_timeline.ui.look.style import apply_look, apply_theme
from peru_timeline.ui.look.theme import TEXT_PX, Theme, theme_for
from peru_timeline.ui.session.failures import Failures, log_to
from peru_timeline.ui.session.opening import try_open
from peru_timeline.ui.session.settings_faults import settings_fault_in_words
from peru_timeline.ui.session.taking_over import take_over
from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.state.open_chronology import OpenChronology, open_chronology
from peru_timeline.ui.state.settings_store import SettingsStore
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window import same_place
from peru_timeline.ui.window.open_files import OpenFiles
from peru_timeline.ui.window.timeline_setup import make_timeline
from peru_timeline.ui.window.window_layout import WindowLayout

if TYPE_CHECKING:
    from peru_timeline.ui.window.main_window import MainWindow


def start(
    qt: QApplication,
    shell: WindowShell,
    path: Path | None,
    settings_path: Path,
    *,
    clean: bool = False,
) -> Application:
    """Open a chronology, by default that of Peru, in a shell that has been painted.

    `clean`: the starts before this one did not finish, so the settings are put aside.
    """
    log_to(paths.user_log_dir())
    Failures(qt).install()
    settings, settings_fault = load_settings(settings_path)
    if clean and exists(settings_path):
        settings = Settings()
        settings_fault = SettingsFault("damaged", str(put_aside(settings_path)))
    opened, error = try_open(path or paths.default_chronology(), shell)
    if opened is None:
        opened = open_chronology(paths.default_chronology())
    application = Application(qt, shell, opened, settings, settings_path)
    application.finish_start(error, settings_fault)
    take_over(application, lambda: qt.activeModalWidget() is None, application.open_from_outside)
    return application


class Application(QObject):
    """Owns settings, state and the contents of the one window."""

    def __init__(
        self,
        qt: QApplication,
        shell: WindowShell,
        opened: OpenChronology,
        settings: Settings,
        settings_path: Path | None,
    ) -> None:
        """Put the timeline into the shell. Without `settings_path` nothing is remembered."""
        super().__init__()
        self._qt, self.shell = qt, shell
        self._translations = Translations(self)
        self.settings = SettingsStore(settings, settings_path, self)
        self.state = ViewState(opened)
        self.state.set_dim_filtered(settings.dim_filtered)
        self._speak()
        self._look = self._chosen_look()
        shell.file_dropped.connect(self._take_dropped)
        shell.closed.connect(self._closed)
        apply_look(qt, self._theme())
        self._lay_out()
        self.timeline = make_timeline(self.state, settings, self._theme())
        self._layout.put_timeline(self.timeline)
        self.files = OpenFiles(shell, self.state, self.settings, self.timeline)
        self.files.said.connect(self._say)
        self.files.noticed.connect(self._tell_of_file)
        self.files.saving.saved.connect(self._tell_untaken)
        shell.may_close = self.files.saving.may_leave
        self._window: MainWindow | None = None
        self.settings.changed.connect(self._rebuild_soon)
        self.settings.save_failed.connect(self._show_settings_fault)

    # --- the window --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Put blanks into the shell where the parts will be."""
        theme, settings = self._theme(), self.settings.value
        self.shell.theme = theme
        self.shell.setFont(theme.font(TEXT_PX))  # at another text scale; what is in it inherits it
        self._layout = WindowLayout(settings, theme)
        self._layout.windowTitleChanged.connect(self.shell.setWindowTitle)
        self.shell.setCentralWidget(self._layout)

    @property
    def window(self) -> MainWindow:
        """What is around the timeline, made when first asked for: the timeline is painted before it."""
        if self._window is None:
            self._window = self._make_window()
        return self._window

    def _make_window(self) -> MainWindow:
        from peru_timeline.ui.look.icons import program_icon
        from peru_timeline.ui.window.main_window import MainWindow

        theme, default = self._theme(), paths.default_chronology()
        window = MainWindow(self._layout, self.timeline, self.state, self.settings, theme, default)
        window.open_requested.connect(self.open)
        self.files.follow(window.files, window.editor)
        window.editing.may_edit = self.files.saving.may_edit
        self.files.saving.settle = window.editing.commit
        self.shell.setWindowIcon(program_icon())
        self.shell.state_changed.connect(window.refresh)
        apply_theme(self._qt, theme)
        self._show_menus(window)
        return window

    def _show_menus(self, window: MainWindow) -> None:
        self.shell.setWindowTitle(window.title)
        self.shell.setMenuBar(window.menus.bar)
        window.menus.show_bar(self.settings.value.menu_bar_shown)

    def finish_start(
        self, error: ChronologyError | None, settings_fault: SettingsFault | None
    ) -> None:
        """Paint the timeline at its last view, then make the rest; report what went wrong."""
        self.files.restore_view()
        for _ in range(2):  # once for the layout, once for what the timeline draws
            self._qt.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        _ = self.window
        self.timeline.pack_ahead()
        gc.freeze()
        self._collector = GarbageCollector()
        self.files.follow_opened()
        hints = self._qt.styleHints()
        hints.colorSchemeChanged.connect(self._system_colours_changed)
        with suppress(AttributeError):  # Qt before 6.10 does not know
            hints.accessibility().contrastPreferenceChanged.connect(self._system_colours_changed)
        if error is not None:
            self.files.show_faults(error)
        self._show_settings_fault(settings_fault)
        QTimer.singleShot(0, self.files, self.files.offer_left_behind)

    def rebuild(self) -> None:
        """Show everything in other colours, another language or another text size.

        The panels are made anew where they were. The timeline, open dialogs and a presentation stay.
        """
        window, before = self.window, self._layout
        window.editing.detach()
        place = same_place.place_in(before)
        self._look, scale = self._chosen_look(), self.timeline.theme.scale
        self._speak()
        theme = self._theme()
        self._lay_out()
        self._layout.put_timeline(self.timeline)
        same_place.discard(before)
        self.timeline.set_theme(theme)
        apply_theme(self._qt, theme)
        window.furnish(self._layout, theme)
        self._show_menus(window)
        self._layout.show()  # by itself Qt does so later, and the window would be empty until then
        same_place.rescale_dialogs(theme.scale / scale)
        same_place.restore_place(self._layout, place)

    # --- files -------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open another chronology, or import a file."""
        self.files.open(path)

    def _take_dropped(self, path: Path) -> None:
        """Quote a document that was dropped, and open any other file."""
        if not self.window.quoting.take_dropped(path):
            self.open(path)

    def open_from_outside(self, path: Path) -> None:
        """Open a file that another program names, and bring the window to the front."""
        self.open(path)
        self.shell.come_forward()

    def reload(self) -> None:
        """Read the file again and keep the view."""
        self.files.reload()

    def _tell_untaken(self) -> None:
        """Say after saving what was typed and is not in the file, with a way there."""
        editing = self.window.editing
        if count := editing.count_untaken():
            said = self.tr(
                "%n field(s) hold text that is not understood and not in the file.", "", count
            )
            self._tell_of_file(said, self.tr("Go there"), editing.go_to_untaken)

    def _tell_of_file(self, text: str, action: str, act: Callable[[], object] | None) -> None:
        if self._window is not None:
            self._window.notices.tell_of_file(text, action, act)

    def _say(self, text: str) -> None:
        self.window.status.say(text)

    def _closed(self) -> None:
        self.files.remember_view()
        geometry = WindowGeometry(**self.shell.geometry_to_remember())
        self.settings.value = replace(self.settings.value, window=geometry)
        self.settings.save()
        self._qt.quit()

    def _rebuild_soon(self) -> None:
        # Later, since the panels go: the menu that asked for it must be done first.
        QTimer.singleShot(0, self, self._rebuild_if_needed)

    def _rebuild_if_needed(self) -> None:
        if self._chosen_look() != self._look:
            self.rebuild()

    def _show_settings_fault(self, fault: SettingsFault | None) -> None:
        if fault is not None and self._window is not None:
            self._window.status.say(settings_fault_in_words(fault))

    # --- look and language -------------------------------------------------------------------

    def _chosen_look(self) -> tuple[str, str, float | None]:
        """What the contents must be made again for."""
        settings = self.settings.value
        return settings.theme, settings.language, settings.text_scale

    def _theme(self) -> Theme:
        return theme_for(self.settings.value.theme, self.settings.value.text_scale)

    def _speak(self) -> None:
        language = language_for(self.settings.value.language)
        self._translations.use(language)
        self.state.set_language(language)

    def _system_colours_changed(self) -> None:
        if self.settings.value.theme == "system":
            QTimer.singleShot(0, self, self.rebuild)
