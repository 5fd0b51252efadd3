"""What each command does. A command's imports stand within it: Qt is only for those that show.

Each action takes what was typed and gives the exit status. FileFaultError, UsageError and OSError
are for the caller to tell.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from peru_timeline import __version__, paths
from peru_timeline.usage import FileFaultError

if TYPE_CHECKING:
    from peru_timeline.chronology.models import Chronology
    from peru_timeline.screenshot_options import ScreenshotOptions

PROGRAM = "peru-timeline"
SILENT_S = 1.0


def open_window(chosen: argparse.Namespace) -> int:
    """Open the window; with `--smoke DIR` try the program instead."""
    if chosen.smoke is not None:
        from peru_timeline import smoke

        return smoke.run(chosen.smoke, print)
    if not _qt_can_start():
        return 1
    from peru_timeline import startup

    return startup.run(chosen.file)


def validate(chosen: argparse.Namespace) -> int:
    """Name every fault of a file with its place, or say that there is none."""
    chronology = _load(chosen.file)
    held = (
        _counted(len(chronology.events), "event"),
        _counted(len(chronology.sources), "source"),
        _counted(len(chronology.facts.sources.values), "quotation"),
    )
    print(f"{_printable(chosen.file)}: {', '.join(held)}, no fault")
    return 0


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def print_schema(_chosen: argparse.Namespace) -> int:
    """Print the JSON Schema of chronology files."""
    from peru_timeline.chronology.schema import schema_text

    print(schema_text(), end="")
    return 0


def verify_sources(chosen: argparse.Namespace) -> int:
    """Look up every quotation in the documents of a folder."""
    from peru_timeline.chronology.review.documents import documents_in
    from peru_timeline.chronology.review.verification import LARGEST_QUOTED_SHARE, verify

    chronology = _load(chosen.file)
    documents = documents_in(chosen.folder, chronology)
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
            f"{chosen.folder}: {found.unchecked} quotations not checked; "
            f"no document there is the text of {', '.join(sorted(quoted - documents.keys()))}"
        )
    print(f"{found.checked} quotations looked up in {len(documents)} documents")
    return 0 if found.is_clean else 1


def add_sources(chosen: argparse.Namespace) -> int:
    """Copy the documents of a folder that are sources into the reader's own folder."""
    from peru_timeline.chronology.review.documents import DocumentStore, files_in

    chronology = _load(chosen.file)
    store = DocumentStore(paths.user_data_dir() / "documents")
    added = store.add(files_in(chosen.folder), chronology)
    for name in added.unknown:
        complain(f"{name}: is the text of no source of the chronology; left alone")
    for source in added.sources:
        print(f"{source}: added")
    if not added.sources:
        complain(f"{chosen.folder}: nothing added; no file there is a source's text")
    return 0 if added.sources else 1


def write_report(chosen: argparse.Namespace) -> int:
    """Write a review sheet of all events."""
    from peru_timeline.chronology.review.documents import DocumentStore, documents_in
    from peru_timeline.chronology.review.report import report_html, report_markdown
    from peru_timeline.files import write_atomically

    chronology = _load(chosen.file)
    documents = DocumentStore(paths.user_data_dir() / "documents").texts(chronology)
    if chosen.documents is not None:
        documents |= documents_in(chosen.documents, chronology)
    render = report_html if chosen.out.suffix.lower() == ".html" else report_markdown
    text = render(chronology, documents, chosen.language)
    write_atomically(chosen.out, text.encode("utf-8"))
    print(_printable(chosen.out))
    return 0


def make_screenshot(chosen: argparse.Namespace) -> int:
    """Make a picture of the window."""
    options = _screenshot_options(chosen, _load(chosen.file))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not _qt_can_start():
        return 1
    from peru_timeline import startup

    startup.screenshot(options)
    return 0


def _screenshot_options(chosen: argparse.Namespace, chronology: Chronology) -> ScreenshotOptions:
    from peru_timeline.render_options import check_known, days_chosen
    from peru_timeline.screenshot_options import ScreenshotOptions

    if chosen.select is not None:
        check_known("--select", "event", chosen.select, chronology.event_index)
    for actor in chosen.actors:
        check_known("--actor", "actor", actor, chronology.actor_by_id)
    return ScreenshotOptions(
        out=chosen.out,
        path=chosen.file,
        chronology=chronology,
        width_px=chosen.size[0],
        height_px=chosen.size[1],
        theme=chosen.theme,
        language=chosen.language,
        event=None if chosen.select is None else chronology.event_index[chosen.select],
        span=days_chosen(chosen.first, chosen.last, chronology),
        actors=frozenset(chosen.actors),
        grouping=chosen.group,
    )


def _load(path: Path) -> Chronology:
    from peru_timeline.chronology.faults.fault import ChronologyError
    from peru_timeline.chronology.loader import load_chronology

    told = _Told() if sys.stderr.isatty() else None
    try:
        return load_chronology(path, told)
    except ChronologyError as error:
        raise FileFaultError(str(error)) from None
    finally:
        if told is not None:
            told.wipe()


class _Told:
    """Tells on a terminal how far the reading of a file is, once it takes longer than a second."""

    def __init__(self) -> None:
        self._begin, self._longest = time.monotonic(), 0

    def __call__(self, done: int, everything: int) -> None:
        if time.monotonic() - self._begin > SILENT_S:
            text = f"{done} of {everything} events"
            self._longest = max(self._longest, len(text))
            print(f"\r{text}", end="", file=sys.stderr, flush=True)

    def wipe(self) -> None:
        """Leave no trace."""
        if self._longest:
            print(f"\r{' ' * self._longest}\r", end="", file=sys.stderr, flush=True)


def _qt_can_start() -> bool:
    from peru_timeline.system_libraries import check_before_qt

    obstacle = check_before_qt()
    if obstacle is not None:
        complain(obstacle)
    return obstacle is None


def versions() -> list[str]:
    """Say which program, chronology, Python and Qt these are, without loading Qt; and what Qt lacks."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from peru_timeline.system_libraries import explain, missing, needed

    try:
        qt = f"Qt {version('PySide6-Essentials')} (PySide6-Essentials)"
    except PackageNotFoundError:
        qt = "Qt: PySide6-Essentials is not installed here"
    try:
        chronology = _load(paths.default_chronology())
        content = f"Chronology {chronology.id} {chronology.version}"
    except Exception as error:  # whatever ails it: --version is asked for when things are broken
        content = f"Chronology cannot be read: {_printable(error).splitlines()[0]}"
    return [
        f"Peru Timeline {__version__}",
        content,
        f"Python {platform.python_version()}",
        qt,
        *([explain(lacking)] if (lacking := missing(needed())) else []),
    ]


def complain(message: object) -> None:
    """Say a sentence on stderr, with the program's name before it."""
    print(f"{PROGRAM}: {_printable(message)}", file=sys.stderr)


def _printable(value: object) -> str:
    from peru_timeline.chronology.text import printable

    return printable(str(value))
