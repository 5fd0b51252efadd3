"""Starting: the application object and a window's frame on the screen, then all the rest.

The frame is painted before the chronology's models, numpy and pyqtgraph are imported: these take
half a second together, and a window that stands there at once is felt as quick.
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
"""For the frame's first painting; a hidden or minimised window is never painted."""


def run(path: Path | None) -> int:
    """Open a window on a chronology (by default the Peru chronology); return the exit status.

    A file with faults is told, and the Peru chronology opened in its place. Where a window of this
    application is open already, it gets the file, and this start ends.
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
    TerminationSignals(shell).asked.connect(shell.close)
    starter = Starter(app, shell, path, settings_path, starts, clean=clean)
    shell.show()
    status = app.exec()
    starter.finish()
    return status


def handed_over(path: Path) -> bool:
    """Hand a file to the window that is open; whether one took it."""
    try:
        from peru_timeline.ui.session.hand_over import hand_over
    except ImportError:  # QtNetwork, and nothing else of Qt here, needs Kerberos's library
        return False
    return hand_over(path)


class QtApplication(QApplication):
    """Says which files the system asks it to open: macOS names them by an event, not a word."""

    file_asked = Signal(Path)
    first_file: Path | None = None

    def event(self, event: QEvent) -> bool:
        """Keep a file that comes before anybody listens; macOS sends it as soon as it can."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.first_file = Path(event.file())
            self.file_asked.emit(self.first_file)
            return True
        return super().event(event)


def make_qt_application() -> QtApplication:
    """Make the application object with what every start needs."""
    # Collecting garbage while modules load finds nothing and costs 40 ms; later the window collects, by a timer.
    gc.disable()
    # pydantic looks through everything installed for plug-ins: 20 ms, and nobody needs one here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    app = QtApplication(sys.argv[:1])
    app.setApplicationName("peru-timeline")
    app.setApplicationDisplayName("Peru Timeline")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("peru-timeline")
    return app


def peek_settings(settings_path: Path) -> dict[str, Any]:
    """Read the settings as far as the frame needs them, believing nothing; {} where one cannot.

    settings.py reads and checks them whole, but takes far longer to import.
    """
    try:
        found = json.loads(read_small(settings_path, LARGEST_SETTINGS))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


class Starter(QObject):
    """Waits until the frame has been painted, then makes the program in it."""

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
        """`clean`: put the settings aside, since what they restore ended the program before."""
        super().__init__()
        self._app, self._shell, self._path, self._settings_path = app, shell, path, settings_path
        self._starts, self._clean = starts, clean
        self._application: Application | None = None
        self._begun = False
        shell.installEventFilter(self)
        QTimer.singleShot(LONGEST_WAIT_MS, self, self._begin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Begin when the painting that is under way has reached the screen."""
        if event.type() == QEvent.Type.Paint and not self._begun:
            QTimer.singleShot(0, self, self._begin)
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        self._shell.removeEventFilter(self)
        from peru_timeline.application import start

        path = self._path or self._app.first_file
        self._application = start(
            self._app, self._shell, path, self._settings_path, clean=self._clean
        )
        self._app.file_asked.connect(self._application.open_from_outside)
        QTimer.singleShot(SETTLED_MS, self, self.finish)

    def finish(self) -> None:
        """Count the start as one that went well, if the application was made."""
        if self._application is not None:
            self._starts.finish()


def screenshot(options: ScreenshotOptions) -> None:
    """Write a picture of the window as it would stand on a screen; settings are left alone.

    Raises OSError when the picture cannot be written.
    """
    _hush_offscreen()
    app = make_qt_application()
    from peru_timeline.application import Application
    from peru_timeline.files import write_atomically
    from peru_timeline.settings import Settings
    from peru_timeline.ui.look.style import apply_look
    from peru_timeline.ui.state.open_chronology import OpenChronology

    settings = Settings(
        theme=options.theme,
        language=options.language,
        text_scale=1.0,
        hint_seen=True,
        reduce_motion=True,
    )
    theme = theme_for(options.theme, 1.0)
    apply_look(app, theme)
    shell = WindowShell(theme)
    shell.resize(options.width_px, options.height_px)
    application = Application(
        app, shell, OpenChronology(options.path, options.chronology), settings, None
    )
    shell.show()
    window = application.window
    _settle(app)
    application.timeline.apply(options.view, animate=False)
    _settle(app)
    window.show_counts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shell.grab().save(buffer, "PNG")
    write_atomically(options.out, bytes(buffer.data().data()))
    shell.closed.disconnect()
    shell.close()


def _settle(app: QApplication) -> None:
    """Let layouts settle, and the timeline lay out for the size it got."""
    for _ in range(4):
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def _hush_offscreen() -> None:
    """Pass over what the platform without a screen says of every window it cannot move."""

    def write(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not message.startswith("This plugin does not support"):
            print(message, file=sys.stderr)  # noqa: T201

    qInstallMessageHandler(write)
