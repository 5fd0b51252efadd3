"""`peru-timeline bundle` and `verify`: evidence bundles, which say whether every quotation still stands."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from peru_timeline import paths
from peru_timeline.command_line.errors import FileFaultError


def add_commands(commands: Any) -> None:
    """Add `bundle` and `verify` to the sub-commands of a parser."""
    bundle = commands.add_parser("bundle", help="pack a chronology with its evidence into a ZIP")
    bundle.set_defaults(run=write_bundle)
    bundle.add_argument("out", metavar="OUT.zip", type=_zip, help="the bundle to write")
    bundle.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        type=Path,
        default=paths.default_chronology(),
        help="the chronology (default: the Peru chronology)",
    )
    bundle.add_argument(
        "--documents",
        metavar="DIR",
        type=Path,
        help="also pack the full texts of its sources that are in this folder",
    )
    verify = commands.add_parser("verify", help="say whether every quotation of a bundle stands")
    verify.set_defaults(run=verify_bundle)
    verify.add_argument("bundle", metavar="BUNDLE", type=Path, help="the bundle, packed or not")


def write_bundle(options: argparse.Namespace) -> int:
    """Pack a chronology that has no faults; raises FileFaultError or OSError."""
    from peru_timeline.chronology.faults.fault import ChronologyError
    from peru_timeline.chronology.loader import load_chronology
    from peru_timeline.chronology.review.bundle import pack_bundle
    from peru_timeline.chronology.review.documents import document_contents
    from peru_timeline.files import write_atomically

    try:
        chronology = load_chronology(options.file)
    except ChronologyError as error:
        raise FileFaultError(str(error)) from None
    documents = (
        {} if options.documents is None else document_contents(options.documents, chronology)
    )
    packed = pack_bundle(options.file.read_bytes(), options.file.name, chronology, documents)
    write_atomically(options.out, packed)
    sys.stdout.write(f"{options.out}: the chronology and {len(documents)} full texts\n")
    return 0


def verify_bundle(options: argparse.Namespace) -> int:
    """Say whether every quotation of a bundle still stands; raises FileFaultError for what is no bundle."""
    from peru_timeline.chronology.review.bundle import BundleError, check_bundle
    from peru_timeline.chronology.text import printable

    try:
        found = check_bundle(options.bundle)
    except BundleError as error:
        raise FileFaultError(f"{printable(str(options.bundle))}: {printable(str(error))}") from None
    for sentence in found.wrong:
        sys.stderr.write(f"{printable(sentence)}\n")
    if found.wrong:
        verdict = "not as it was packed"
    elif found.looked_up == found.quotations:
        verdict = "every quotation stands"
    else:  # of a quotation without its document nobody can say whether it stands
        verdict = "nothing was changed" + (", and those stand" if found.looked_up else "")
    sys.stdout.write(
        f"{found.quotations} quotations, {found.looked_up} looked up in their documents: {verdict}\n"
        f"SHA-256 of the manifest: {found.manifest}\n"
    )
    return 1 if found.wrong else 0


def _zip(text: str) -> Path:
    if Path(text).suffix.lower() != ".zip":
        raise argparse.ArgumentTypeError(f'"{text}" must end in .zip')
    return Path(text)
