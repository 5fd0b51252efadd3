"""The command `import`: a file of another program becomes a chronology, and a report says what became of it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peru_timeline.command_line.errors import FileFaultError, UsageError

if TYPE_CHECKING:
    from peru_timeline.chronology.importing.again import Comparison
    from peru_timeline.chronology.importing.importer import Imported

OUT_ENDINGS = (".chronology", ".json")
_MOST_KINDS = 12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `import`."""
    parser.add_argument(
        "file", metavar="IN", type=Path, help="the file to import, or a folder of Markdown files"
    )
    parser.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        type=_out,
        required=True,
        help=f"the chronology to write ({', '.join(OUT_ENDINGS)}); an earlier import of the same file is updated",
    )
    parser.add_argument(
        "--as",
        dest="format",
        metavar="FORMAT",
        default="",
        help="the format, where it is not detected",
    )
    parser.add_argument(
        "--map",
        metavar="FILE",
        type=Path,
        help="which column holds what, as JSON (see docs/import.md)",
    )
    parser.add_argument(
        "--save-map", metavar="FILE", type=Path, help="write the mapping that was used"
    )
    parser.add_argument(
        "--report", metavar="FILE", type=Path, help="write what was understood and lost (.md)"
    )


def _out(text: str) -> Path:
    if Path(text).suffix.lower() not in OUT_ENDINGS:
        raise argparse.ArgumentTypeError(f'"{text}" must end in {" or ".join(OUT_ENDINGS)}')
    return Path(text)


def run(chosen: argparse.Namespace) -> int:
    """Import a file and write the chronology; print what was read."""
    from peru_timeline.chronology.importing.report import kinds_of, report_of, summary_of
    from peru_timeline.files import write_atomically

    if chosen.out.resolve() == chosen.file.resolve():
        raise UsageError("IN and OUT are the same file")
    imported = _imported(chosen)
    content, comparison = _with_earlier(chosen.out, imported)
    write_atomically(chosen.out, content)
    if chosen.report is not None:
        write_atomically(chosen.report, report_of(imported, comparison).encode())
    if chosen.save_map is not None:
        write_atomically(chosen.save_map, imported.source.guessed.as_json().encode())
    for line in summary_of(imported):
        print(_printable(line))
    if comparison is not None:
        print(
            f"{len(comparison.new)} new, {len(comparison.changed)} changed, {len(comparison.same)} the same, "
            f"{len(comparison.gone)} no longer in the file (kept)"
        )
    for loss in imported.losses:
        if not loss.row:
            print(_printable(loss.message))
    for message, count in kinds_of(imported.losses)[:_MOST_KINDS]:
        print(_printable(f"{count} × {message}"))
    print(_printable(chosen.out))
    return 0


def _imported(chosen: argparse.Namespace) -> Imported:
    from peru_timeline.chronology.importing.found import ImportRefusedError
    from peru_timeline.chronology.importing.importer import import_file
    from peru_timeline.chronology.importing.mapping import read_mapping

    place = chosen.file
    try:
        mapping = None
        if chosen.map is not None:
            place = chosen.map
            mapping = read_mapping(chosen.map)
        place = chosen.file
        return import_file(
            chosen.file, chosen.format, mapping, _told if sys.stderr.isatty() else _silent
        )
    except ImportRefusedError as error:
        raise FileFaultError(f"{place}: {error.message}") from None
    finally:
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _silent(_done: int) -> None:
    """Tell nothing."""


def _told(done: int) -> None:
    print(f"\r{done} rows", end="", file=sys.stderr, flush=True)


def _with_earlier(out: Path, imported: Imported) -> tuple[bytes, Comparison | None]:
    """Give what is to be written; where OUT is an earlier import of the same file, both together."""
    import json  # late, as all that only this command needs

    from peru_timeline.chronology.faults.fault import ChronologyError
    from peru_timeline.chronology.importing.again import compare, merge
    from peru_timeline.chronology.importing.importer import as_file
    from peru_timeline.chronology.importing.sentences import ImportWords
    from peru_timeline.chronology.loader import load_chronology, parse_chronology

    if not out.exists():
        return imported.content, None
    try:
        earlier = load_chronology(out)
        before: dict[str, Any] = json.loads(out.read_bytes())
    except (ChronologyError, ValueError):
        raise FileFaultError(f"{out}: {ImportWords.NOT_THE_SAME.of()}") from None
    if earlier.id != imported.chronology.id:
        raise FileFaultError(f"{out}: {ImportWords.NOT_THE_SAME.of()}")
    after: dict[str, Any] = json.loads(imported.content)
    content = as_file(merge(before, after))
    try:
        parse_chronology(content, out)
    except ChronologyError as error:
        raise FileFaultError(str(error)) from None
    return content, compare(before, after)


def _printable(value: object) -> str:
    from peru_timeline.chronology.text import printable

    return printable(str(value))
