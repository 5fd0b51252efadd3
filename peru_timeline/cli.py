"""The command line. Nothing here imports Qt, or a chronology, before a command needs it.

Exit status: 0 as asked; 1 a fault in a file or on this machine; 2 wrong usage.
"""

from __future__ import annotations

import argparse
import difflib
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from peru_timeline import __version__, paths

if TYPE_CHECKING:
    from peru_timeline.chronology.models import Chronology
    from peru_timeline.screenshot_options import ScreenshotOptions

PROGRAM = "peru-timeline"
COMMANDS = ("open", "validate", "schema", "sources", "report", "screenshot")
SMALLEST_PX, LARGEST_PX = 320, 16_384


class UsageError(Exception):
    """What was typed makes no sense for this chronology; the message is a sentence."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (by default the one the program was started with)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal without ü or “ is no reason to stop
            stream.reconfigure(errors="backslashreplace")
    typed = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    chosen = parser.parse_args(_with_command(typed, parser))
    from peru_timeline.chronology.faults import ChronologyError

    try:
        return int(chosen.run(chosen))
    except UsageError as error:
        parser.error(str(error))
    except ChronologyError as error:
        _complain(str(error))
    except BrokenPipeError:  # the reader closed `| head`; say nothing more, at exit neither
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        _complain(f"{error.filename or 'a file'}: {error.strerror or error}")
    except KeyboardInterrupt:
        return 130
    return 1


def _with_command(typed: list[str], parser: argparse.ArgumentParser) -> list[str]:
    """Put the command `open` before a bare file name, or before nothing at all."""
    if not typed:
        return ["open"]
    first = typed[0]
    if first == "--":
        return ["open", *typed]
    if first in COMMANDS or first.startswith("-"):
        return typed
    near = difflib.get_close_matches(first, COMMANDS, n=1)
    if near and not Path(first).exists():
        parser.error(f'no command or file "{first}"; did you mean "{near[0]}"?')
    return ["open", *typed]


# --- what can be typed -----------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        _complain(f"{message} (see {self.prog} --help)")
        sys.exit(2)


class _Version(argparse.Action):
    def __call__(self, *_arguments: Any) -> NoReturn:
        print("\n".join(_versions()))
        sys.exit(0)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=PROGRAM,
        description="A zoomable timeline of Peru's dealings with China, the United States, Russia "
        "and others, with what the sources say. Without a command it opens the window.",
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, help="show versions of program, data and libraries"
    )
    # Not required: else an unknown option is answered by "COMMAND is required".
    commands = parser.add_subparsers(metavar="COMMAND")
    parser.set_defaults(run=_open, file=None)

    opening = commands.add_parser("open", help="open a chronology in the window")
    opening.add_argument("file", metavar="FILE", nargs="?", type=Path)
    opening.set_defaults(run=_open)

    validate = commands.add_parser("validate", help="name every fault of a file with its place")
    validate.add_argument("file", metavar="FILE", type=Path)
    validate.set_defaults(run=_validate)

    schema = commands.add_parser("schema", help="print the JSON Schema of chronology files")
    schema.set_defaults(run=_schema)

    sources = commands.add_parser("sources", help="full texts of the sources: verify, add")
    actions = sources.add_subparsers(metavar="ACTION", required=True)
    verify = actions.add_parser("verify", help="look up each quotation in the documents in DIR")
    verify.set_defaults(run=_verify_sources)
    add = actions.add_parser("add", help="copy matching documents from DIR to read in context")
    add.set_defaults(run=_add_sources)
    for action in (verify, add):
        action.add_argument("folder", metavar="DIR", type=Path)
        _add_file(action)

    report = commands.add_parser("report", help="write a review sheet of all events")
    _add_file(report)
    report.add_argument(
        "-o", "--out", metavar="OUT", type=_out((".html", ".md")), required=True, help=".html, .md"
    )
    report.add_argument(
        "--documents", metavar="DIR", type=Path, help="a folder with full texts not added yet"
    )
    _add_language(report)
    report.set_defaults(run=_report)

    _add_screenshot(commands)
    return parser


def _add_screenshot(commands: Any) -> None:
    picture = commands.add_parser("screenshot", help="make a picture of the window (PNG)")
    picture.add_argument("out", metavar="OUT.png", type=_out((".png",)))
    _add_file(picture)
    picture.add_argument("--size", metavar="WxH", type=_size, default=(1600, 900), help="in pixels")
    picture.add_argument("--theme", choices=("light", "dark"), default="light")
    picture.add_argument("--select", metavar="EVENT", help="id of the event to select")
    picture.add_argument("--from", dest="first", metavar="DATE", help="such as 2009 or 2012-05")
    picture.add_argument("--to", dest="last", metavar="DATE", help="that date included")
    picture.add_argument(
        "--actor", dest="actors", metavar="ID", nargs="+", action="extend", default=[]
    )
    picture.add_argument("--group", choices=("sector", "actor", "source", "none"), default="sector")
    _add_language(picture)
    picture.set_defaults(run=_screenshot)


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        type=Path,
        default=paths.default_chronology(),
        help="the chronology; the Peru chronology where none is given",
    )


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=("en", "es"), default="en")


def _out(suffixes: tuple[str, ...]) -> Any:
    def out(text: str) -> Path:
        if Path(text).suffix.lower() not in suffixes:
            raise argparse.ArgumentTypeError(f'"{text}" must end in {" or ".join(suffixes)}')
        return Path(text)

    return out


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and len(text) < 16):
        raise argparse.ArgumentTypeError(f'"{text}" is no size such as 1600x900')
    size = int(width), int(height)
    if min(size) < SMALLEST_PX or max(size) > LARGEST_PX:
        raise argparse.ArgumentTypeError(
            f'"{text}" is out of range: {SMALLEST_PX} to {LARGEST_PX} pixels each way'
        )
    return size


# --- what is done ----------------------------------------------------------------------------


def _open(chosen: argparse.Namespace) -> int:
    if not _qt_can_start():
        return 1
    from peru_timeline import app

    return app.run(chosen.file)


def _validate(chosen: argparse.Namespace) -> int:
    chronology = _load(chosen.file)
    quotations = sum(len(event.evidence) for event in chronology.events)
    print(
        f"{_printable(chosen.file)}: {len(chronology.events)} events, "
        f"{len(chronology.sources)} sources, {quotations} quotations, no fault"
    )
    return 0


def _schema(_chosen: argparse.Namespace) -> int:
    from peru_timeline.chronology.schema import schema_text

    print(schema_text(), end="")
    return 0


def _verify_sources(chosen: argparse.Namespace) -> int:
    from peru_timeline.chronology.documents import documents_in
    from peru_timeline.chronology.verification import LARGEST_QUOTED_SHARE, verify

    chronology = _load(chosen.file)
    documents = documents_in(chosen.folder, chronology)
    found = verify(chronology, documents)
    for fault in found.faults:
        _complain(fault)
    for source, share in found.overquoted.items():
        _complain(
            f"{source}: its quotations cover {share:.0%} of its words, "
            f"more than {LARGEST_QUOTED_SHARE:.0%}"
        )
    if found.unchecked:
        quoted = {evidence.source for event in chronology.events for evidence in event.evidence}
        _complain(
            f"{chosen.folder}: {found.unchecked} quotations not checked; "
            f"no document there is the text of {', '.join(sorted(quoted - documents.keys()))}"
        )
    print(f"{found.checked} quotations looked up in {len(documents)} documents")
    return 0 if found.is_clean else 1


def _add_sources(chosen: argparse.Namespace) -> int:
    from peru_timeline.chronology.documents import DocumentStore, files_in

    chronology = _load(chosen.file)
    store = DocumentStore(paths.user_data_dir() / "documents")
    added = store.add(files_in(chosen.folder), chronology)
    for name in added.unknown:
        _complain(f"{name}: is the text of no source of the chronology; left alone")
    for source in added.sources:
        print(f"{source}: added")
    if not added.sources:
        _complain(f"{chosen.folder}: nothing added; no file there is a source's text")
    return 0 if added.sources else 1


def _report(chosen: argparse.Namespace) -> int:
    from peru_timeline.chronology.documents import DocumentStore, documents_in
    from peru_timeline.chronology.report import report_html, report_markdown
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


def _screenshot(chosen: argparse.Namespace) -> int:
    options = _screenshot_options(chosen, _load(chosen.file))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not _qt_can_start():
        return 1
    from peru_timeline import app

    app.screenshot(options)
    return 0


def _screenshot_options(chosen: argparse.Namespace, chronology: Chronology) -> ScreenshotOptions:
    from peru_timeline.chronology.faults import did_you_mean
    from peru_timeline.screenshot_options import ScreenshotOptions

    event = chronology.event_index.get(chosen.select)
    if chosen.select is not None and event is None:
        near = did_you_mean(chosen.select, chronology.event_index)
        raise UsageError(f'--select: no event "{chosen.select}"{near}')
    for actor in chosen.actors:
        if actor not in chronology.actor_by_id:
            near = did_you_mean(actor, chronology.actor_by_id)
            raise UsageError(f'--actor: no actor "{actor}"{near}')
    return ScreenshotOptions(
        out=chosen.out,
        path=chosen.file,
        chronology=chronology,
        width_px=chosen.size[0],
        height_px=chosen.size[1],
        theme=chosen.theme,
        language=chosen.language,
        event=event,
        span=_span(chosen.first, chosen.last, chronology),
        actors=frozenset(chosen.actors),
        grouping=chosen.group,
    )


def _span(first: str | None, last: str | None, chronology: Chronology) -> tuple[int, int] | None:
    """Give the half-open days from one date to another; a missing one is the chronology's own."""
    from peru_timeline.chronology.dates import DateError, parse_date

    if first is None and last is None:
        return None
    try:
        first_date = parse_date(first) if first is not None else chronology.span
        last_date = parse_date(last) if last is not None else chronology.span
    except DateError as error:
        raise UsageError(f"--from, --to: {error}") from None
    start = first_date.earliest_start if first_date else None
    end = last_date.latest_end if last_date else None
    if start is None or end is None:
        raise UsageError("--from and --to: give both, each with a beginning and an end")
    if end <= start:
        raise UsageError("--from and --to: the first day shown must come before the last")
    return start, end


def _load(path: Path) -> Chronology:
    from peru_timeline.chronology.loader import load_chronology

    return load_chronology(path)


def _qt_can_start() -> bool:
    from peru_timeline.system_libraries import check_before_qt

    obstacle = check_before_qt()
    if obstacle is not None:
        _complain(obstacle)
    return obstacle is None


def _versions() -> list[str]:
    from importlib.metadata import PackageNotFoundError, version

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
    ]


def _complain(message: object) -> None:
    print(f"{PROGRAM}: {_printable(message)}", file=sys.stderr)


def _printable(value: object) -> str:
    from peru_timeline.chronology.text import printable

    return printable(str(value))
