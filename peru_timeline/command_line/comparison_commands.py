"""`peru-timeline diff` and `merge`: two versions of a chronology, compared and merged event by event."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peru_timeline.command_line.errors import FileFaultError

if TYPE_CHECKING:
    from peru_timeline.chronology.editing.file_text import FileText

_MOST_CONFLICTS = 50


def add_commands(commands: Any) -> None:
    """Add `diff` and `merge` to the sub-commands of a parser."""
    diff = commands.add_parser(
        "diff",
        help="say what differs between two versions of a chronology",
        description="Say what differs, event by event and field by field. "
        "Exit status: 0 if both say the same, 1 if not, 2 if one cannot be read.",
    )
    diff.add_argument("before", metavar="A", type=Path, help="the earlier version")
    diff.add_argument("after", metavar="B", type=Path, help="the later version")
    diff.add_argument("--json", action="store_true", help="print the differences as JSON")
    diff.add_argument(
        "--language", choices=("en", "es"), default="en", help="of the titles (default: en)"
    )
    diff.set_defaults(run=run_diff)
    merge = commands.add_parser(
        "merge",
        help="merge two versions of a chronology",
        description="Merge two versions, event by event and field by field. What both changed in different "
        "ways is a conflict: it is told, and nothing is written unless --mine or --theirs decides.",
    )
    merge.add_argument("mine", metavar="A", type=Path, help="my version; its bytes and order stay")
    merge.add_argument("theirs", metavar="B", type=Path, help="the other version")
    merge.add_argument(
        "-o", "--out", metavar="OUT", type=Path, required=True, help="the chronology to write"
    )
    merge.add_argument(
        "--base", metavar="BASE", type=Path, help="what both were made of; tells who changed what"
    )
    side = merge.add_mutually_exclusive_group()
    for name in ("mine", "theirs"):
        side.add_argument(
            f"--{name}", dest="prefer", action="store_const", const=name,
            help=f"where both changed the same, take {name}",
        )  # fmt: skip
    merge.set_defaults(run=run_merge)


def run_diff(chosen: argparse.Namespace) -> int:
    """Print what differs between two chronologies; 0 if nothing does, 1 if something does, 2 if one is faulty."""
    from peru_timeline.chronology.editing.comparison import compare
    from peru_timeline.chronology.editing.comparison_text import as_json, lines_of, summary_of

    try:
        before, after = _read(chosen.before), _read(chosen.after)
    except FileFaultError as error:  # as with `diff`, 1 means that the files differ
        _complain(str(error))
        return 2
    found = compare(before, after)
    if chosen.json:
        import json

        print(json.dumps(as_json(found), ensure_ascii=False, indent=1))
    else:
        for line in lines_of(found, chosen.language):
            print(line)
        print(summary_of(found))
    return 0 if found.is_empty else 1


def run_merge(chosen: argparse.Namespace) -> int:
    """Merge two chronologies; with a conflict that nothing decides, tell it and write nothing."""
    from peru_timeline.chronology.editing.comparison import compare
    from peru_timeline.chronology.editing.comparison_text import conflict_line, summary_of
    from peru_timeline.chronology.editing.merging import merge
    from peru_timeline.chronology.faults.fault import ChronologyError
    from peru_timeline.chronology.loader import parse_chronology
    from peru_timeline.files import write_atomically

    mine, theirs = _read(chosen.mine), _read(chosen.theirs)
    base = None if chosen.base is None else _read(chosen.base)
    merged = merge(mine, theirs, base, chosen.prefer or "mine")
    for conflict in merged.conflicts[:_MOST_CONFLICTS]:
        decided = f" ({chosen.prefer} taken)" if chosen.prefer else ""
        _complain(f"conflict: {conflict_line(conflict)}{decided}")
    if len(merged.conflicts) > _MOST_CONFLICTS:
        _complain(f"conflict: … and {len(merged.conflicts) - _MOST_CONFLICTS} more")
    if merged.conflicts and chosen.prefer is None:
        _complain("nothing written; mend one of the files, or decide with --mine or --theirs")
        return 1
    try:
        parse_chronology(merged.file.content, chosen.out)
    except ChronologyError as error:
        raise FileFaultError(
            f"nothing written, because the merged file would be faulty\n{error}"
        ) from None
    write_atomically(chosen.out, merged.file.content)
    print(f"{_printable(chosen.out)}: {summary_of(compare(mine, merged.file))}")
    return 0


def _read(path: Path) -> FileText:
    from peru_timeline.chronology.editing.file_text import FileText
    from peru_timeline.chronology.faults.fault import ChronologyError
    from peru_timeline.chronology.json_file import read_bytes
    from peru_timeline.chronology.loader import parse_chronology

    try:
        content = read_bytes(path)
        parse_chronology(content, path)
    except ChronologyError as error:
        raise FileFaultError(str(error)) from None
    return FileText.of(content)


def _complain(text: str) -> None:
    print(f"peru-timeline: {_printable(text)}", file=sys.stderr)


def _printable(value: object) -> str:
    from peru_timeline.chronology.text import printable

    return printable(str(value))
