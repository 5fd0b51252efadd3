"""A whole session of the program in a process of its own, as a reader has one, and what came of it.

    python -m tests.robust.session FILE [--watch] [--stay] [--dialogs]

It starts as `peru-timeline FILE` does, looks at every event, searches, shows the table, exports, and closes. The last
line of its output is JSON: what was seen. With --watch Python's audit events name every file opened and every socket.
With --dialogs it runs every command, closes each dialog, prints to a file and imports a table.
With --stay it prints "ready" and works on until it is told to end by a signal.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from peru_timeline.application import Application

OPENED: set[str] = set()
SOCKETS: list[str] = []
STARTED: list[str] = []


def watch() -> None:
    """Note what Python opens, connects to and starts, from now on."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
            OPENED.add(os.path.realpath(os.fsdecode(arguments[0])))
        elif event.startswith(("socket.", "urllib", "http.", "ftplib", "smtplib", "webbrowser")):
            SOCKETS.append(f"{event} {arguments!r}")
        elif event in (
            "subprocess.Popen",
            "os.system",
            "os.exec",
            "os.posix_spawn",
            "ctypes.dlopen",
        ):
            STARTED.append(f"{event} {arguments[:1]!r}")

    sys.addaudithook(hook)


def run(path: Path | None, act: Callable[[Application], None]) -> int:
    """Start the program as the command line does; `act` is called when its window is filled."""
    from PySide6.QtCore import QTimer

    from peru_timeline import startup

    class Watched(startup.Starter):
        def _begin(self) -> None:
            had = self._begun
            super()._begin()
            application = self._application
            if not had and application is not None:
                QTimer.singleShot(0, self, lambda: act(application))

    startup.Starter = Watched  # type: ignore[misc]  # the one place where a test can take hold of it
    return startup.run(path)


def live(application: Application, folder: Path) -> dict[str, Any]:
    """Look at everything once, as a reader would; give what was seen."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication, QLabel

    from peru_timeline.pictures.page import PageSpec
    from peru_timeline.pictures.sizes import parse_size
    from peru_timeline.ui.export import rendering as exporting
    from peru_timeline.ui.look.theme import LIGHT

    def settle() -> None:
        for _ in range(4):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    settle()
    state, window = application.state, application.window
    titles: list[str] = []
    for event in range(min(len(state.opened.chronology.events), 12)):
        state.select(event)
        settle()
        titles += [label.text() for label in window.widget.findChildren(QLabel, "event_title")][-1:]
    state.set_query(state.query.__class__(text="port"))
    settle()
    state.clear_filters()
    timeline = window.timeline
    span = timeline.visible_span()
    timeline.show_span(span.zoom(4.0, (span.start + span.end) / 2), animate=False)
    settle()
    picture = application.shell.grab()
    written = folder / "exported.svg"
    content = exporting.picture(
        window.exports.subject(), "svg", PageSpec(parse_size("16:9")), LIGHT, 1.0
    )
    from peru_timeline.files import write_atomically

    assert content is not None
    write_atomically(written, content)
    return {
        "document": state.opened.chronology.id,
        "titles": titles,
        "size": [application.shell.width(), application.shell.height()],
        "screen": [
            application.shell.screen().availableGeometry().width(),
            application.shell.screen().availableGeometry().height(),
        ],
        "colours": len({picture.toImage().pixel(x, y) for x in range(0, picture.width(), 7)
                        for y in range(0, picture.height(), 7)}),
        "in_view": timeline.scene.counts.in_view,
        "exported": len(content),
    }  # fmt: skip


def use_dialogs(application: Application, folder: Path) -> dict[str, Any]:
    """Open every dialog, print and import; give what was seen."""
    from tests.robust.dialogs import Dialogs

    dialogs = Dialogs(application, folder)
    dialogs.run_all()
    imported = dialogs.import_table(folder / "table.csv")
    printed = (folder / "printed.pdf").read_bytes()
    application.shell.may_close = lambda: True  # an event was made, and is not to be saved
    return {"dialogs": sorted(set(dialogs.seen)), "imported": imported, "printed": len(printed)}


def main() -> int:
    """Do as the arguments say."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--watch", action="store_true")
    parser.add_argument("--stay", action="store_true")
    parser.add_argument("--dialogs", action="store_true")
    parser.add_argument("--folder", type=Path, default=Path(os.environ["PERU_TIMELINE_HOME"]))
    options = parser.parse_args()
    if options.watch:
        watch()
    found: dict[str, Any] = {}

    def act(application: Application) -> None:
        try:
            options.folder.mkdir(parents=True, exist_ok=True)
            found.update(live(application, options.folder))
            if options.dialogs:
                found.update(use_dialogs(application, options.folder))
        finally:
            if options.stay:
                print("ready", flush=True)
            else:
                application.shell.close()

    status = run(options.file, act)
    found |= {"opened": sorted(OPENED), "sockets": SOCKETS, "started": STARTED}
    print(json.dumps(found))
    return status


if __name__ == "__main__":
    sys.exit(main())
