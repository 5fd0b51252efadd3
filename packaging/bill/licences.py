"""Write the licence text of everything that ships into one folder: one file a component."""

from __future__ import annotations

import json
import re
import shutil
import sysconfig
from importlib import metadata
from pathlib import Path

from bill.distributions import licence, licence_texts
from bill.native import Part

TEXTS = Path(__file__).resolve().parent / "texts"
QT_PARTS = Path(__file__).resolve().parent / "qt_parts.json"


def write_licences(
    root: Path, target: Path, packages: dict[str, metadata.Distribution], parts: list[Part]
) -> None:
    """Fill `target` anew. SystemExit names a component whose text is nowhere to be found.

    Qt's wheels carry no licence texts: those of Qt and of what is inside it stand in texts/.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    shutil.copy(root / "LICENSE", target / "peru-timeline.txt")
    for path in TEXTS.glob("*.txt"):
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
            file = re.sub(r"\W+", "-", part.name.lower()).strip("-")
            (target / f"{file}.txt").write_text("\n\n".join(part.texts), encoding="utf-8")


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
