"""Write the licence text of everything that ships into one folder: one file a component."""

from __future__ import annotations

import json
import re
import shutil
import sysconfig
from importlib import metadata
from pathlib import Path
from typing import Any

from bill.distributions import licence, licence_texts
from bill.native import Part

TEXTS = Path(__file__).resolve().parent / "texts"
QT_PARTS = Path(__file__).resolve().parent / "qt_parts.json"


def write_licences(
    root: Path, target: Path, packages: dict[str, metadata.Distribution], parts: list[Part]
) -> None:
    """Fill `target` anew. SystemExit names a component whose text is nowhere to be found.

    Qt's wheels carry no licence texts: those of Qt and of what is inside it stand in texts/, and in
    texts/bundled/ those of libraries that a wheel has inside without saying under which licence.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    shutil.copy(root / "LICENSE", target / "peru-timeline.txt")
    for path in (*TEXTS.glob("*.txt"), *(TEXTS / "bundled").glob("*.txt")):
        shutil.copy(path, target)
    shutil.copytree(TEXTS / "spdx", target / "spdx")
    (target / "qt-third-parties.txt").write_text(qt_third_parties(), encoding="utf-8")
    for path in sorted((root / "resources" / "fonts").glob("*/LICENSE*")):
        shutil.copy(path, target / f"font-{path.parent.name.lower()}.txt")
    _copy_first(target / "cpython.txt", python_licences())
    pyinstaller = licence_texts(metadata.distribution("pyinstaller"))
    (target / "pyinstaller-bootloader.txt").write_text("\n\n".join(pyinstaller), encoding="utf-8")
    for name, package in packages.items():
        texts = licence_texts(package) or _by_expression(licence(package))
        if not texts:
            raise SystemExit(f"{name} brings no licence text, and texts/spdx has none for it")
        (target / f"{name}.txt").write_text("\n\n".join(texts), encoding="utf-8")
    for part in parts:
        if part.texts:
            (target / _file_of(part.name)).write_text("\n\n".join(part.texts), encoding="utf-8")


def without_text(bill: dict[str, Any], target: Path) -> list[str]:
    """Return the libraries in a bill of materials whose licence has no text in the folder `target`.

    It may be a file of its own, part of the text of the package that brings the library, or a text
    that names no holder.
    """
    missing = []
    for part in bill["components"]:
        (said,) = part["licenses"]
        owner = re.search(r"^pkg:generic/.*bundled_by=([\w-]+)$", part["bom-ref"])
        if owner is None or (target / _file_of(part["name"])).is_file():
            continue
        beside = target / f"{owner[1]}.txt"
        text = beside.read_text(encoding="utf-8") if beside.is_file() else ""
        generic = [target / "spdx" / f"{name}.txt" for name in identifiers(said["expression"])]
        qt = part["name"] == "Qt" and (target / "qt-lgpl-3.0.txt").is_file()
        named = re.search(rf"\b{re.escape(part['name'])}", text, re.I)
        if not (named or qt or all(file.is_file() for file in generic)):
            missing.append(part["name"])
    return missing


def _file_of(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower()).strip("-") + ".txt"


def qt_third_parties() -> str:
    """Return the list of what Qt contains: where, whose, under which licence."""
    lines = [
        "Code by third parties inside Qt. The texts of the licences are in the folder spdx.",
        "",
    ]
    for part in json.loads(QT_PARTS.read_text(encoding="utf-8")):
        lines += [
            f"{part['name']} (in {part['used_in']})",
            f"    Licence: {part['licence']}",
            *(f"    {line}" for line in part["copyright"].split("; ")),
            "",
        ]
    return "\n".join(lines)


def identifiers(expression: str) -> list[str]:
    """Return the licences that an SPDX expression names; exceptions are part of their licence."""
    plain = re.sub(r" WITH \S+", "", expression)
    return [word for word in re.split(r"[\s()]+", plain) if word and word not in ("AND", "OR")]


def python_licences() -> list[Path]:
    """Return where Python's licence may be: beside its library, at its root, in Debian's folder."""
    library = Path(sysconfig.get_path("stdlib"))
    version = library.name
    return [
        library / "LICENSE.txt",
        library.parent / "LICENSE.txt",
        Path("/usr/share/doc", f"lib{version}-stdlib", "copyright"),
        Path("/usr/share/doc", version, "copyright"),
    ]


def _by_expression(expression: str) -> list[str]:
    files = [TEXTS / "spdx" / f"{name}.txt" for name in identifiers(expression)]
    return [file.read_text(encoding="utf-8") for file in files if file.is_file()]


def _copy_first(target: Path, candidates: list[Path]) -> None:
    found = next((path for path in candidates if path.is_file()), None)
    if found is None:
        raise SystemExit(f"no licence text for {target.stem}: looked for {candidates}")
    shutil.copy(found, target)
