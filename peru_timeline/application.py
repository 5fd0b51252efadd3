"""The application: owns settings and state, and puts windows' contents on them into the shell."""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from pyqtgraph.util.garbage_collector import GarbageCollector
from PySide6.QtCore import (
    QEventLoop,
    QLibraryInfo,
    QLocale,
    QObject,
    QTimer,
    QTranslator,
)
from PySide6.QtWidgets import QApplication, QDialog

from peru_timeline import paths
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP
from peru_timeline.files import put_aside
from peru_timeline.settings import (
    Settings,
    SettingsFault,
    WindowGeometry,
    load_settings,
    save_settings,
)
from peru_timeline.timeline.background import Worker
from peru_timeline.ui.look.style import apply_look, apply_theme
from peru_timeline.ui.look.theme import TEXT_PX, Theme, theme_for
from peru_timeline.ui.look.wording import translated
from peru_timeline.ui.session.failures import Failures, log_to
from peru_timeline.ui.session.file_watch import FileWatch
from peru_timeline.ui.session.opening import open_file
from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.state.open_chronology import OpenChronology, open_chronology
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow

LANGUAGES = ("en", "es")
SAVE_AFTER_MS = 1500
SEARCHED_AHEAD_FROM = 5_000
"""Events; the search index of fewer is made in a moment when one first searches."""
# Qt's Spanish says “Control” and “Mayúsculas”; keyboards and our own texts say “Ctrl” and “Mayús”.
KEY_NAMES = (QT_TRANSLATE_NOOP("QShortcut", "Ctrl"), QT_TRANSLATE_NOOP("QShortcut", "Shift"))


def start(
    app: QApplication,
    shell: WindowShell,
    path: Path | None,
    settings_path: Path,
    *,
    clean: bool = False,
) -> Application:
    """Open a chronology, by default that of Peru, in a frame that has been painted.

    `clean`: starts before this one did not finish; the settings are put aside.
    """
    log_to(paths.user_log_dir())
    Failures(app).install()
    settings, fault = load_settings(settings_path)
    if clean and settings_path.exists():
        settings, fault = Settings(), SettingsFault("damaged", str(put_aside(settings_path)))
    opened, error = _try_open(path or paths.default_chronology(), shell)
    if opened is None:
        opened = open_chronology(paths.default_chronology())
    application = Application(app, shell, opened, settings, settings_path)
    application.finish_start(error, fault)
    application.listen()
    return application


def system_language() -> str:
    """Give the first language of the system that the interface speaks."""
    for name in QLocale.system().uiLanguages():
        language = name.replace("_", "-").split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return "en"


class Application(QObject):
    """Owns settings and state, and the contents of the one window on them."""

    def __init__(
        self,
        app: QApplication,
        shell: WindowShell,
        opened: OpenChronology,
        settings: Settings,
        settings_path: Path | None,
    ) -> None:
        """Fill the shell, but for the timeline; without `settings_path` nothing is remembered."""
        super().__init__()
        self._app, self.shell, self._settings_path = app, shell, settings_path
        self.settings = settings
        self._complained = False
        self._being_read: list[Path] = []  # the last one is wanted
        self._indexing: Worker | None = None
        self._translators: list[QTranslator] = []
        self._watch = FileWatch(self)
        self._watch.changed.connect(self.reload)
        self._save_later = QTimer(self)
        self._save_later.setSingleShot(True)
        self._save_later.setInterval(SAVE_AFTER_MS)
        self._save_later.timeout.connect(self.save)
        self._speak()
        self.state = ViewState(opened)
        self.state.set_language(self._language())
        self.state.set_dim_filtered(settings.dim_filtered)
        shell.file_dropped.connect(self.open)
        shell.closed.connect(self._closed)
        shell.state_changed.connect(self._shell_state_changed)
        apply_look(app, self._theme())
        self.window: MainWindow = self._make_window()

    # --- the window --------------------------------------------------------------------------

    def _make_window(self) -> MainWindow:
        theme = self._theme()
        window = MainWindow(self.state, self.settings, theme, paths.default_chronology())
        window.open_asked.connect(self.open)
        window.reload_asked.connect(self.reload)
        window.settings_changed.connect(self._settings_changed)
        window.rebuild_asked.connect(self.rebuild)
        window.windowTitleChanged.connect(self.shell.setWindowTitle)
        self.shell.theme = theme
        self.shell.setFont(theme.font(TEXT_PX))  # at another text scale; what is in it inherits it
        self.shell.setWindowTitle(window.windowTitle())
        self.shell.setCentralWidget(window)
        return window

    def fill_window(self) -> None:
        """Add the panels and the style that dresses them, and menus to the shell."""
        from peru_timeline.ui.look.icons import program_icon

        self.window.fill()
        self.shell.setWindowIcon(program_icon())
        apply_theme(self._app, self._theme())
        bar = self.window.menus.bar
        self.shell.setMenuBar(bar)
        # One button holds all menus, so that the lanes get the height of a menu bar. Where the
        # system shows menus elsewhere (macOS) they stand there as well.
        bar.setVisible(self.settings.menu_bar_shown or bar.isNativeMenuBar())

    def finish_start(self, error: ChronologyError | None, fault: SettingsFault | None) -> None:
        """Show the timeline where one looked last, then the rest; tell what went wrong."""
        timeline = self.window.add_timeline()
        self._restore_view()
        for _ in range(2):  # once for the places of all parts, once for what the timeline draws
            self._app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.fill_window()
        timeline.pack_ahead()
        gc.freeze()
        self._collector = GarbageCollector()
        self._settle()
        self._watch.watch(self.state.opened.path)
        self._remember_file()
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(self._system_colours_changed)
        with suppress(AttributeError):  # Qt before 6.10 does not know
            hints.accessibility().contrastPreferenceChanged.connect(self._system_colours_changed)
        if error is not None:
            self._show_faults(error)
        if fault is not None:
            self.window.status.say(self._in_words(fault))

    def rebuild(self, settings: Settings) -> None:
        """Make the contents anew, in other colours, another language or another text size."""
        old, view = self.window, self.window.last_view()
        self.settings = settings
        self._speak()
        self.state.set_language(self._language())
        old.setParent(None)
        self.window = self._make_window()
        timeline = self.window.add_timeline()
        self.fill_window()
        timeline.pack_ahead()
        if view is not None:
            self.window.look(view)
        old.deleteLater()
        self._save_later.start()

    def _shell_state_changed(self) -> None:
        if hasattr(self.window, "actions_by_id"):  # not while the window is being made
            self.window.refresh()

    # --- files -------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open another chronology; one with faults is told and what was open stays."""
        self._remember_view()
        opened = self._read(path)
        if opened is None:
            return
        self.state.clear_filters()
        self.state.select(None)
        self._show(opened)
        self._watch.watch(path)
        self._remember_file()
        self._restore_view()

    def _read(self, path: Path) -> OpenChronology | None:
        """Read a chronology; None where it has faults, which are told, or is not wanted any more.

        What is asked for while a large file is being read, before its dialog is shown, is wanted instead.
        """
        self._being_read.append(path)
        place = len(self._being_read)
        try:
            opened, error = _try_open(path, self.shell)
            is_wanted = place == len(self._being_read)
        finally:
            if place == 1:
                self._being_read.clear()
        if not is_wanted:
            return None
        if error is not None:
            self._show_faults(error)
        return opened

    def take_in(self, path: Path) -> None:
        """Open a file that comes from outside this window, and come to the front with it."""
        self.open(path)
        self.shell.come_forward()

    def listen(self) -> None:
        """Take in the files of later starts, where this is the first window."""
        try:
            from peru_timeline.ui.session.hand_over import HandOverServer
        except ImportError:  # QtNetwork, and nothing else of Qt here, needs Kerberos's library
            return
        self._door = HandOverServer(lambda: self._app.activeModalWidget() is None, self)
        self._door.file_handed.connect(self.take_in)
        self._door.listen()

    def _show(self, opened: OpenChronology) -> None:
        self._close_faults()
        self.state.opened.leave()
        self.state.set_opened(opened)
        self._settle()
        gc.collect()  # what was made of the document before has cycles: up to hundreds of MB

    def _settle(self) -> None:
        """Do what was put off until a document was first painted."""
        opened = self.state.opened
        if len(opened.chronology.events) < SEARCHED_AHEAD_FROM:
            return
        if self._indexing is None:
            self._indexing = Worker(lambda: None)
            self._app.aboutToQuit.connect(self._stop_indexing)
        self._indexing.ask([opened.write_load_cache, lambda: opened.search])

    def _stop_indexing(self) -> None:
        self.state.opened.leave()
        if self._indexing is not None:
            self._indexing.end()

    def reload(self) -> None:
        """Read the file again and keep looking where one looked; not while another is being opened."""
        if self._being_read:
            return
        view = self.window.last_view()
        opened = self._read(self.state.opened.path)
        if opened is None:
            return
        self._show(opened)
        if view is not None:
            self.window.look(view)
        self.window.status.say(self.tr("The file was read again"))

    def _show_faults(self, error: ChronologyError) -> None:
        from peru_timeline.ui.look.dialogs import FaultsDialog

        self._close_faults()
        dialog = FaultsDialog(self.window, self._theme(), error)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)

    def _close_faults(self) -> None:
        """Take back what was told of a file: an editor that saves may have made it true no more."""
        for dialog in self.window.findChildren(QDialog, "faults_dialog"):
            dialog.close()

    # --- what is remembered ------------------------------------------------------------------

    def _remember_file(self) -> None:
        path = self.state.opened.path
        if path != paths.default_chronology():
            self._settings_changed(self.settings.with_recent(str(path.absolute())))
            self.window.take_settings(self.settings)

    def _remember_view(self) -> None:
        view = self.window.last_view()
        if view is not None:
            key = self.state.opened.chronology.id
            self.settings = self.settings.with_view(key, view)
            self.window.take_settings(self.settings)

    def _restore_view(self) -> None:
        view = self.settings.views.get(self.state.opened.chronology.id)
        if view is not None:
            self.window.look(view)

    def _settings_changed(self, settings: Settings) -> None:
        self.settings = settings
        self._save_later.start()

    def _closed(self) -> None:
        self._remember_view()
        place = WindowGeometry(**self.shell.geometry_to_remember())
        self.settings = replace(self.settings, window=place)
        self.save()
        self._app.quit()

    def save(self) -> None:
        """Write the settings; where that is not possible it is said once."""
        self._save_later.stop()
        if self._settings_path is None:
            return
        fault = save_settings(self._settings_path, self.settings)
        if fault is not None and not self._complained:
            self._complained = True
            self.window.status.say(self._in_words(fault))

    def _in_words(self, fault: SettingsFault) -> str:
        words = {
            "damaged": self.tr("The settings were damaged and start afresh; the old ones: {0}"),
            "unreadable": self.tr("The settings could not be read: {0}"),
            "unwritable": self.tr("The settings could not be saved: {0}"),
        }
        return words[fault.kind].format(translated(fault.detail))

    # --- surroundings ------------------------------------------------------------------------

    def _language(self) -> str:
        chosen = self.settings.language
        return system_language() if chosen == "system" else chosen

    def _theme(self) -> Theme:
        return theme_for(self.settings.theme, self.settings.text_scale)

    def _speak(self) -> None:
        """Load the translations of the language, those of Qt's own dialogs included."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        language = self._language()
        QLocale.setDefault(QLocale(language))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (
            (f"qtbase_{language}", qt_folder),
            (f"peru_timeline_{language}", str(paths.translations_dir())),
        ):
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)

    def _system_colours_changed(self) -> None:
        if self.settings.theme == "system":
            QTimer.singleShot(0, self, lambda: self.rebuild(self.settings))


def _try_open(
    path: Path, shell: WindowShell
) -> tuple[OpenChronology | None, ChronologyError | None]:
    """Read a chronology, or what is wrong with the file, or neither where the reader stopped it."""
    try:
        return open_file(path, shell), None
    except ChronologyError as error:
        return None, error
