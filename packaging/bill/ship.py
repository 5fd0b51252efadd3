"""What PyInstaller's recipe asks for: licence texts and bill of materials of what it has collected."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from bill.distributions import shipped
from bill.licences import TEXTS, without_text, write_licences
from bill.native import parts
from bill.sbom import write_sbom

BILL = "sbom.cdx.json"


def ship(
    root: Path, binaries: Iterable[tuple[str, str, str]], target: Path
) -> list[tuple[str, str, str]]:
    """Write both into `target`; return the files as the recipe wants them: place, file, kind.

    `binaries` is PyInstaller's list of native files, of the same form. SystemExit names a library
    whose licence has no text here.
    """
    packages = shipped()
    found = parts([(place, source) for place, source, _kind in binaries], packages)
    write_licences(root, target, packages, found)
    write_sbom(target / BILL, packages, found, root / "seeds")
    bill = json.loads((target / BILL).read_text(encoding="utf-8"))
    if missing := without_text(bill, target):
        raise SystemExit(f"no licence text for {', '.join(missing)}: add it to {TEXTS / 'bundled'}")
    return [
        (f"licences/{path.relative_to(target).as_posix()}", str(path), "DATA")
        for path in sorted(target.rglob("*"))
        if path.is_file()
    ]
