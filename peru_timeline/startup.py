"""Starting: first the window shell is painted, then everything else is imported and made.

Importing the models of the chronology, numpy and pyqtgraph takes half a second; a window that is there at once
feels quick.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QBuffer,
    QEvent,
    QEventLoop,
    QIODevice,
    QMessageLogContext,
    QObject,
    QSettings,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from peru_timeline import __version__, paths
from peru_timeline.files import read_small
from peru_timeline.ui.look.theme import shell_theme, theme_for
from peru_timeline.ui.session.termination_signals import TerminationSignals
from peru_timeline.ui.session.unfinished_starts import SETTLED_MS, UnfinishedStarts
from peru_timeline.ui.session.window_shell import WindowShell

if TYPE_CHECKING:
    from peru_timeline.application import Application
    from peru_timeline.screenshot_options import ScreenshotOptions

LARGEST_SETTINGS = 1_000_000
LONGEST_WAIT_MS = 500
"""For the first painting of the shell; a hidden or minimised window is never painted."""


def run(path: Path | None) -> int:
    """Open a window on a chronology, by default that of Peru; return the exit status.

    If the file has faults, they are listed and the Peru chronology is opened instead. If a window of the program
    is already open, it takes over the file, and this start ends.
    """
    app = make_qt_application()
    if path is not None and handed_over(path):
        return 0
    settings_path = paths.user_config_dir() / "settings.json"
    starts = UnfinishedStarts(settings_path.parent)
    clean = starts.begin()
    settings = {} if clean else peek_settings(settings_path)
    theme = shell_theme(str(settings.get("theme")))
    shell = WindowShell(theme)
    place = settings.get("window")
    shell.place_on_screen(place if isinstance(place, dict) else {})
    TerminationSignals(shell).asked.connect(shell.close_unasked)
    starter = Starter(app, shell, path, settings_path, starts, clean=clean)
    shell.show()
    status = app.exec()
    starter.finish()
    return status


def handed_over(path: Path) -> bool:
    """Hand a file over to an open window; return whether one took it."""
    try:
        from peru_timeline.ui.session.hand_over import hand_over
    except ImportError:  # QtNetwork, and nothing else of Qt here, needs Kerberos's library
        return False
    return hand_over(path)


class QtApplication(QApplication):
    """Announces the files that the system asks to open: macOS sends an event instead of an argument."""

    file_asked = Signal(Path)
    first_file: Path | None = None

    def event(self, event: QEvent) -> bool:
        """Announce a file, and keep it: macOS may send it before anybody listens."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.first_file = Path(event.file())
            self.file_asked.emit(self.first_file)
            return True
        return super().event(event)


def make_qt_application() -> QtApplication:
    """Make the application object that every start needs."""
    # Collecting garbage while modules load finds nothing and takes 40 ms; later a timer of the window collects.
    gc.disable()
    # pydantic searches everything installed for plug-ins, which takes 20 ms; none are needed here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    spare_sources()
    forget_places_of_dialogs()
    app = QtApplication(sys.argv[:1])
    app.setApplicationName("peru-timeline")
    app.setApplicationDisplayName("Peru Timeline")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("peru-timeline")
    return app


def spare_sources() -> None:
    """Keep PySide6 from reading the source of every module that is imported, which takes a twelfth of the start.

    It looks there for the name of PySide6, to know in which modules its feature switches (snake_case, true_property)
    would matter; nobody here uses them, and "yes" is what it takes an unknown module for.
    """
    switches: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(switches, "_mod_uses_pyside"):
        switches._mod_uses_pyside = lambda _module: True


def forget_places_of_dialogs() -> None:
    """Keep Qt's file dialogs from their settings file, in which they would list every folder that was visited.

    A damaged file of that name would also hang them. On Windows and macOS the system's own dialogs are used.
    """
    own, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    if sys.platform not in ("win32", "darwin"):
        QSettings.setPath(own, user, os.devnull)  # no folder: nothing can be read or written there


def peek_settings(settings_path: Path) -> dict[str, Any]:
    """Read the settings without checking them, as far as the shell needs them; {} if that is not possible.

    settings.py checks them, but takes far longer to import.
    """
    try:
        found = json.loads(read_small(settings_path, LARGEST_SETTINGS))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


class Starter(QObject):
    """Waits until the shell has been painted, then makes the application in it."""

    def __init__(
        self,
        app: QtApplication,
        shell: WindowShell,
        path: Path | None,
        settings_path: Path,
        starts: UnfinishedStarts,
        *,
        clean: bool,
    ) -> None:
        """`clean`: put the settings aside, since what they restore may have ended the program before."""
        super().__init__()
        self._app, self._shell, self._path, self._settings_path = app, shell, path, settings_path
        self._starts, self._clean = starts, clean
        self._application: Application | None = None
        self._begun = False
        shell.installEventFilter(self)
        QTimer.singleShot(LONGEST_WAIT_MS, self, self._begin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Begin once the current painting has reached the screen."""
        if event.type() == QEvent.Type.Paint and not self._begun:
            QTimer.singleShot(0, self, self._begin)
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        self._shell.removeEventFilter(self)
        from peru_timeline.application import start
        from peru_timeline.chronology.importing.foreign import is_foreign

        path = self._path or self._app.first_file
        foreign = path if path is not None and is_foreign(path) else None
        self._application = start(
            self._app,
            self._shell,
            None if foreign is not None else path,
            self._settings_path,
            clean=self._clean,
        )
        if (
            foreign is not None
        ):  # over the Peru chronology, so that there is a window to come back to
            self._application.open(foreign)
        self._app.file_asked.connect(self._application.open_from_outside)
        QTimer.singleShot(SETTLED_MS, self, self.finish)

    def finish(self) -> None:
        """Count the start as finished, if the application was made."""
        if self._application is not None:
            self._starts.finish()


def screenshot(options: ScreenshotOptions) -> dict[str, int | float | str]:
    """Write a picture of the window as it would stand on a screen, and return what it holds; settings stay as they are.

    Raises OSError if the picture cannot be written.
    """
    _hush_offscreen()
    app = make_qt_application()
    from peru_timeline.application import Application
    from peru_timeline.files import write_atomically
    from peru_timeline.settings import Settings
    from peru_timeline.timeline.regime import Regime
    from peru_timeline.ui.look.style import apply_look
    from peru_timeline.ui.state.open_chronology import OpenChronology

    settings = Settings(
        theme=options.theme,
        language=options.language,
        text_scale=options.text_scale,
        hint_seen=True,
        reduce_motion=True,
        filters_shown=options.panels == "all",
        event_shown=options.panels == "all",
    )
    theme = theme_for(options.theme, options.text_scale)
    apply_look(app, theme)
    shell = WindowShell(theme)
    shell.resize(options.width_px, options.height_px)
    application = Application(
        app, shell, OpenChronology(options.path, options.chronology), settings, None
    )
    shell.show()
    timeline, window = application.timeline, application.window
    _settle(app)
    timeline.apply(options.view, animate=False)
    if options.regime != "auto":
        timeline.show_regime(Regime(options.regime))
    if options.shelf:
        timeline.toggle_shelf()
    _settle(app)
    window.show_counts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shell.grab().save(buffer, "PNG")
    write_atomically(options.out, bytes(buffer.data().data()))
    counts = timeline.scene.counts
    held = {
        "events": counts.events,
        "in_view": counts.in_view,
        "titled": counts.titled,
        "key_events": counts.key_in_view,
        "key_titled": counts.key_titled,
        "shelf": counts.shelf,
        "cut": counts.cut,
        "height_px": timeline.scene.content_height,
        "regime": timeline.scene.regime.value,
    }
    shell.closed.disconnect()
    shell.close()
    return held


def _settle(app: QApplication) -> None:
    """Let layouts settle, and the timeline lay out for its size."""
    for _ in range(4):
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def _hush_offscreen() -> None:
    """Drop the message that the offscreen platform prints for every window it cannot move."""

    def write(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not message.startswith("This plugin does not support"):
            print(message, file=sys.stderr)  # noqa: T201

    qInstallMessageHandler(write)
