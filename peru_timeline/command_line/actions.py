"""What each command does. Each function imports what it needs, so that most commands never load Qt.

An action takes the parsed arguments and returns the exit status. It may raise FileFaultError, UsageError or OSError.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from peru_timeline import __version__, paths
from peru_timeline.command_line.errors import FileFaultError, UsageError

if TYPE_CHECKING:
    from peru_timeline.chronology.chronology import Chronology

PROGRAM = "peru-timeline"
SILENT_S = 1.0
MOST_WARNINGS = 50


def open_window(chosen: argparse.Namespace) -> int:
    """Open the window; with `--smoke DIR`, run the smoke test instead."""
    if chosen.smoke is not None:
        from peru_timeline.command_line import smoke

        return smoke.run(chosen.smoke, print)
    if not _qt_can_start():
        return 1
    from peru_timeline import startup

    return startup.run(chosen.file)


def validate(chosen: argparse.Namespace) -> int:
    """List every fault in a file with its place, or say that there is none; then the warnings.

    Warnings are what an editor should look at again. They leave the exit status at 0.
    """
    chronology = _load(chosen.file)
    warnings = 0 if chosen.quiet else _warn(chronology, chosen.file)
    held = (
        _counted(len(chronology.events), "event"),
        _counted(len(chronology.sources), "source"),
        _counted(len(chronology.event_columns.sources.values), "quotation"),
    )
    found = f"no faults, {_counted(warnings, 'warning')}" if warnings else "no faults"
    print(f"{_printable(chosen.file)}: {', '.join(held)}, {found}")
    return 0


def _warn(chronology: Chronology, file: Path) -> int:
    """Print the first warnings about a file and return how many there are."""
    from peru_timeline.chronology.faults.fault import Fault
    from peru_timeline.chronology.review.advice import advice
    from peru_timeline.chronology.review.editorial.checks import editorial_remarks

    warnings = [*advice(chronology), *editorial_remarks(chronology, file)]
    for warning in warnings[:MOST_WARNINGS]:
        words = warning.translated(str) if isinstance(warning, Fault) else str(warning)
        complain(f"warning: {words}")
    if len(warnings) > MOST_WARNINGS:
        complain(f"warning: … and {len(warnings) - MOST_WARNINGS} more")
    return len(warnings)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def print_schema(_chosen: argparse.Namespace) -> int:
    """Print the JSON Schema of chronology files."""
    from peru_timeline.chronology.schema import schema_text

    print(schema_text(), end="")
    return 0


def verify_sources(chosen: argparse.Namespace) -> int:
    """Look up every quotation in the documents of a folder."""
    from peru_timeline.chronology.review.documents import read_documents
    from peru_timeline.chronology.review.verification import LARGEST_QUOTED_SHARE, verify

    chronology = _load(chosen.file)
    documents = read_documents(chosen.folder, chronology)
    found = verify(chronology, documents)
    for fault in found.faults:
        complain(fault)
    for source, share in found.overquoted.items():
        complain(
            f"{source}: its quotations cover {share:.0%} of its words, "
            f"more than {LARGEST_QUOTED_SHARE:.0%}"
        )
    if found.unchecked:
        quoted = {evidence.source for event in chronology.events for evidence in event.evidence}
        complain(
            f"{chosen.folder}: {_counted(found.unchecked, 'quotation')} not checked, because the "
            f"folder lacks the full text of {', '.join(sorted(quoted - documents.keys()))}"
        )
    checked, texts = _counted(found.checked, "quotation"), _counted(len(documents), "full text")
    print(f"{checked} looked up in {texts}")
    return 0 if found.is_clean else 1


def add_sources(chosen: argparse.Namespace) -> int:
    """Copy the full texts of the chronology's sources from a folder into the reader's data folder."""
    from peru_timeline.chronology.review.documents import DocumentStore, files_in

    chronology = _load(chosen.file)
    store = DocumentStore(paths.user_data_dir() / "documents")
    added = store.add(files_in(chosen.folder), chronology)
    for name in added.unknown:
        complain(f"{name}: not added, because it is not the full text of any source")
    for source in added.sources:
        print(f"{source}: added")
    if not added.sources:
        complain(f"{chosen.folder}: nothing added, because it holds no source's full text")
    return 0 if added.sources else 1


def write_report(chosen: argparse.Namespace) -> int:
    """Write a review sheet of all events."""
    from peru_timeline.chronology.review.documents import DocumentStore, read_documents
    from peru_timeline.chronology.review.report import report_html, report_markdown
    from peru_timeline.files import write_atomically

    chronology = _load(chosen.file)
    documents = DocumentStore(paths.user_data_dir() / "documents").texts(chronology)
    if chosen.documents is not None:
        documents |= read_documents(chosen.documents, chronology)
    render = report_html if chosen.out.suffix.lower() == ".html" else report_markdown
    text = render(chronology, documents, chosen.language)
    write_atomically(chosen.out, text.encode("utf-8"))
    print(_printable(chosen.out))
    return 0


def install_desktop_entry(_chosen: argparse.Namespace) -> int:
    """Add menu entry, icons and file type for this user."""
    from peru_timeline import desktop_entry

    _check_desktop()
    data = paths.user_share_dir()
    desktop_entry.install(data, _started_as())
    print(_printable(data / desktop_entry.ENTRY))
    return 0


def remove_desktop_entry(_chosen: argparse.Namespace) -> int:
    """Remove what `install_desktop_entry` added."""
    from peru_timeline import desktop_entry

    _check_desktop()
    if not desktop_entry.remove(paths.user_share_dir()):
        complain("there is no menu entry to remove")
    return 0


def _check_desktop() -> None:
    if not sys.platform.startswith("linux"):
        raise UsageError("only Linux needs this; elsewhere the installer adds the menu entry")


def _started_as() -> Path:
    """Return the program that a menu entry can start."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable)
    import sysconfig

    typed = Path(sys.argv[0]).absolute()
    command = typed if typed.name == PROGRAM else Path(sysconfig.get_path("scripts"), PROGRAM)
    if not command.is_file():
        raise UsageError(f"{command}: the program is not installed there")
    # `uvx` and `pipx run` leave nothing else behind.
    if paths.user_caches_dir().resolve() in command.resolve().parents:
        raise UsageError(
            f"{command}: this copy of the program is in a cache and will be deleted; install it first"
        )
    return command


def make_screenshot(chosen: argparse.Namespace) -> int:
    """Make a picture of the window."""
    from peru_timeline.command_line.render_options import screenshot_options

    options = screenshot_options(chosen, _load(chosen.file))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not _qt_can_start():
        return 1
    from peru_timeline import startup

    counts = startup.screenshot(options)
    if chosen.counts:
        _print_json(counts)
    return 0


def _load(path: Path) -> Chronology:
    from peru_timeline.chronology.faults.fault import ChronologyError
    from peru_timeline.chronology.loader import load_chronology

    progress = _Progress() if sys.stderr.isatty() else None
    try:
        return load_chronology(path, progress)
    except ChronologyError as error:
        raise FileFaultError(str(error)) from None
    finally:
        if progress is not None:
            progress.wipe()


class _Progress:
    """Shows on a terminal how many events have been read, once reading takes longer than a second."""

    def __init__(self) -> None:
        self._begin, self._longest = time.monotonic(), 0

    def __call__(self, done: int, total: int) -> None:
        if time.monotonic() - self._begin > SILENT_S:
            text = f"{done} of {total} events read"
            self._longest = max(self._longest, len(text))
            print(f"\r{text}", end="", file=sys.stderr, flush=True)

    def wipe(self) -> None:
        """Erase what was printed."""
        if self._longest:
            print(f"\r{' ' * self._longest}\r", end="", file=sys.stderr, flush=True)


def _qt_can_start() -> bool:
    from peru_timeline.system_libraries import check_before_qt

    obstacle = check_before_qt()
    if obstacle is not None:
        complain(obstacle)
    return obstacle is None


def versions() -> list[str]:
    """Return the lines of `--version`, with any system library that Qt lacks; Qt is not loaded."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from peru_timeline.system_libraries import explain, missing, needed

    try:
        qt = f"Qt {version('PySide6-Essentials')} (PySide6-Essentials)"
    except PackageNotFoundError:
        qt = "Qt: PySide6-Essentials is not installed"
    try:
        chronology = _load(paths.default_chronology())
        content = f"Chronology {chronology.id} {chronology.version}"
    except Exception as error:  # --version must work even when anything else is broken
        content = f"The chronology cannot be read: {_printable(error).splitlines()[0]}"
    return [
        f"Peru Timeline {__version__}",
        content,
        f"Python {platform.python_version()}",
        qt,
        *([explain(lacking)] if (lacking := missing(needed())) else []),
    ]


def _print_json(value: object) -> None:
    import json

    print(json.dumps(value))


def complain(message: object) -> None:
    """Print a sentence on stderr, after the program's name."""
    print(f"{PROGRAM}: {_printable(message)}", file=sys.stderr)


def _printable(value: object) -> str:
    from peru_timeline.chronology.text import printable

    return printable(str(value))
