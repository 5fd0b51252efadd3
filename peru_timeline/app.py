"""The composition root: the application object, the settings, the state, the window.

The window's frame is painted before what draws the timeline is imported (pyqtgraph alone takes
0.2 s), so that something stands on the screen as soon as Qt can put it there.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QLocale, QObject, QSocketNotifier, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from peru_timeline import __version__, paths
from peru_timeline.chronology.faults import ChronologyError
from peru_timeline.settings import Settings, WindowPlace, load_settings, save_settings
from peru_timeline.ui.document import Document, open_document
from peru_timeline.ui.failures import Failures, log_to
from peru_timeline.ui.file_watch import FileWatch
from peru_timeline.ui.main_window import MainWindow
from peru_timeline.ui.style import apply_theme
from peru_timeline.ui.theme import Theme, theme_for
from peru_timeline.ui.view_state import ViewState

if TYPE_CHECKING:
    from peru_timeline.screenshot_options import ScreenshotOptions

LANGUAGES = ("en", "es")
SAVE_AFTER_MS = 1500


def run(path: Path | None) -> int:
    """Open a window on a chronology (by default the Peru chronology); return the exit status.

    A file with faults is told, and the Peru chronology opened in its place.
    """
    app = make_application()
    log_to(paths.user_log_dir())
    failures = Failures(app)
    failures.install()
    settings_path = paths.user_config_dir() / "settings.json"
    settings, warning = load_settings(settings_path)
    document, error = _try_open(path or paths.default_chronology())
    if document is None:
        document = open_document(paths.default_chronology())
    program = Program(app, document, settings, settings_path)
    # The frame first; the timeline when that is on the screen.
    QTimer.singleShot(0, program, lambda: program.finish_start(error, warning))
    return app.exec()


def make_application() -> QApplication:
    """Make the application object with what every start needs."""
    # Collecting garbage while modules load finds nothing and costs 40 ms; it is on again after.
    gc.disable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("peru-timeline")
    app.setApplicationDisplayName("Peru Timeline")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("peru-timeline")
    return app


def system_language() -> str:
    """Give the first language of the system that the interface speaks."""
    for name in QLocale.system().uiLanguages():
        language = name.replace("_", "-").split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return "en"


class Program(QObject):
    """Owns settings and state, and the one window on them."""

    def __init__(
        self,
        app: QApplication,
        document: Document,
        settings: Settings,
        settings_path: Path | None,
    ) -> None:
        """Show the frame of a window; without a path for the settings nothing is remembered."""
        super().__init__()
        self._app, self._settings_path = app, settings_path
        self.settings = settings
        self._complained = False
        self._translators: list[QTranslator] = []
        self._watch = FileWatch(self)
        self._watch.changed.connect(self.reload)
        self._save_later = QTimer(self)
        self._save_later.setSingleShot(True)
        self._save_later.setInterval(SAVE_AFTER_MS)
        self._save_later.timeout.connect(self.save)
        self._speak()
        self._dress()
        self.state = ViewState(document)
        self.state.set_language(self._language())
        self.state.set_dim_filtered(settings.dim_filtered)
        self.window = self._show_window()

    # --- starting ----------------------------------------------------------------------------

    def finish_start(self, error: ChronologyError | None, warning: str | None) -> None:
        """Add the timeline to the painted frame, look where one looked last, tell what went wrong."""
        self._app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.window.add_timeline()
        gc.enable()
        gc.freeze()
        self._restore_view()
        self._watch.watch(self.state.document.path)
        self._remember_file()
        self._catch_signals()
        self._app.styleHints().colorSchemeChanged.connect(self._system_colours_changed)
        if error is not None:
            self._show_faults(error)
        if warning:
            self.window.status.say(warning)

    def _show_window(self) -> MainWindow:
        window = MainWindow(self.state, self.settings, self._theme(), paths.default_chronology())
        window.open_asked.connect(self.open)
        window.reload_asked.connect(self.reload)
        window.settings_changed.connect(self._settings_changed)
        window.rebuild_asked.connect(self.rebuild)
        window.closed.connect(self._closed)
        self._place_window(window)
        window.show()
        return window

    def _place_window(self, window: MainWindow) -> None:
        """Put the window where it was, clamped to the screens there are now."""
        place = self.settings.window
        screens = self._app.screens()
        area = self._app.primaryScreen().availableGeometry()
        if place is None:
            window.resize(min(1600, area.width()), min(900, area.height()))
            return
        for screen in screens:
            if screen.geometry().contains(place.x + place.width // 2, place.y + 20):
                area = screen.availableGeometry()
        width, height = min(place.width, area.width()), min(place.height, area.height())
        window.resize(width, height)
        window.move(
            min(max(place.x, area.left()), area.right() - width + 1),
            min(max(place.y, area.top()), area.bottom() - height + 1),
        )
        if place.maximized:
            window.showMaximized()

    def rebuild(self, settings: Settings) -> None:
        """Make the window anew, in other colours, another language or another text size."""
        old, view = self.window, self.window.last_view()
        self._remember_window()
        place = self.settings.window
        self.settings = settings.model_copy(update={"window": place})
        self._speak()
        self._dress()
        self.state.set_language(self._language())
        old.closed.disconnect(self._closed)
        self.window = self._show_window()
        self.window.add_timeline()
        if view is not None:
            self.window.look(view)
        old.close()
        old.deleteLater()
        self._save_later.start()

    # --- files -------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open another chronology; one with faults is told and what was open stays."""
        self._remember_view()
        document, error = _try_open(path)
        if document is None:
            if error is not None:
                self._show_faults(error)
            return
        self.state.clear_filters()
        self.state.select(None)
        self.state.set_document(document)
        self._watch.watch(path)
        self._remember_file()
        self._restore_view()

    def reload(self) -> None:
        """Read the file again and keep looking where one looked."""
        view = self.window.last_view()
        document, error = _try_open(self.state.document.path)
        if document is None:
            if error is not None:
                self._show_faults(error)
            return
        self.state.set_document(document)
        if view is not None:
            self.window.look(view)
        self.window.status.say(self.window.tr("The file was read again"))

    def _show_faults(self, error: ChronologyError) -> None:
        from peru_timeline.ui.dialogs import FaultsDialog

        dialog = FaultsDialog(self.window, self._theme(), error)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)

    # --- what is remembered ------------------------------------------------------------------

    def _remember_file(self) -> None:
        path = self.state.document.path
        if path != paths.default_chronology():
            self._settings_changed(self.settings.with_recent(str(path.absolute())))
            self.window.take_settings(self.settings)

    def _remember_view(self) -> None:
        view = self.window.last_view()
        if view is not None:
            key = self.state.document.chronology.id
            self.settings = self.settings.with_view(key, view)
            self.window.take_settings(self.settings)

    def _restore_view(self) -> None:
        view = self.settings.views.get(self.state.document.chronology.id)
        if view is not None:
            self.window.look(view)

    def _remember_window(self) -> None:
        shape = self.window.normalGeometry()
        if shape.width() >= 200 and shape.height() >= 200:
            place = WindowPlace(
                x=shape.x(),
                y=shape.y(),
                width=shape.width(),
                height=shape.height(),
                maximized=self.window.isMaximized(),
            )
            self.settings = self.settings.model_copy(update={"window": place})

    def _settings_changed(self, settings: Settings) -> None:
        self.settings = settings
        self._save_later.start()

    def _closed(self) -> None:
        self._remember_view()
        self._remember_window()
        self.save()
        self._app.quit()

    def save(self) -> None:
        """Write the settings; where that is not possible it is said once."""
        if self._settings_path is None:
            return
        failure = save_settings(self._settings_path, self.settings)
        if failure and not self._complained:
            self._complained = True
            self.window.status.say(failure)

    # --- surroundings ------------------------------------------------------------------------

    def _language(self) -> str:
        chosen = self.settings.language
        return system_language() if chosen == "system" else chosen

    def _theme(self) -> Theme:
        return theme_for(self.settings.theme, self.settings.text_scale)

    def _dress(self) -> None:
        apply_theme(self._app, self._theme())

    def _speak(self) -> None:
        """Load the translations of the language, Qt's own dialogs included."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        language = self._language()
        QLocale.setDefault(QLocale(language))
        for name in (f"peru_timeline_{language}", f"qtbase_{language}"):
            translator = QTranslator(self)
            if translator.load(name, str(paths.translations_dir())):
                self._app.installTranslator(translator)
                self._translators.append(translator)

    def _system_colours_changed(self) -> None:
        if self.settings.theme == "system":
            QTimer.singleShot(0, self, lambda: self.rebuild(self.settings))

    def _catch_signals(self) -> None:
        """Save and quit on SIGTERM and SIGINT: Python's handlers run only when Qt lets them."""
        if sys.platform == "win32":
            signal.signal(signal.SIGINT, lambda *_: self._close_window())
            self._heartbeat = QTimer(self)
            self._heartbeat.start(250)  # a moment for Python to look at signals
            self._heartbeat.timeout.connect(lambda: None)
            return
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: self._signalled(reading))
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)

    def _signalled(self, reading: int) -> None:
        os.read(reading, 1)
        self._close_window()

    def _close_window(self) -> None:
        self.window.close()


def _try_open(path: Path) -> tuple[Document | None, ChronologyError | None]:
    try:
        return open_document(path), None
    except ChronologyError as error:
        return None, error


def screenshot(options: ScreenshotOptions) -> None:
    """Write a picture of the window as it would stand on a screen; settings are left alone.

    Raises OSError when the picture cannot be written.
    """
    from PySide6.QtCore import QBuffer, QIODevice

    from peru_timeline.files import write_atomically
    from peru_timeline.timeline.lanes import Grouping
    from peru_timeline.timeline.span import TimeSpan

    app = make_application()
    settings = Settings(
        theme=options.theme,
        language=options.language,
        text_scale=1.0,
        hint_seen=True,
        reduce_motion=True,
    )
    program = Program(app, Document(options.path, options.chronology), settings, None)
    window, state = program.window, program.state
    window.resize(options.width_px, options.height_px)
    window.add_timeline()
    app.processEvents()
    state.set_grouping(Grouping(options.grouping))
    state.set_query(state.query.model_copy(update={"actors": options.actors}))
    if options.span is not None and window.timeline is not None:
        window.timeline.show_span(TimeSpan(*map(float, options.span)), animate=False)
    if options.event is not None:
        state.select(options.event)
    for _ in range(4):  # layouts settle, then the timeline lays out for its size
        app.processEvents()
    picture = window.grab()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    write_atomically(options.out, bytes(buffer.data().data()))
    window.closed.disconnect()
    window.close()
