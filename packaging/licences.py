"""Collect the licence text of everything that ships: one folder, one file a component."""

from __future__ import annotations

import shutil
import sysconfig
from importlib import metadata
from pathlib import Path

#: Top-level distributions; what they depend on is followed.
PROGRAM = "peru-timeline"
_NAMES = ("license", "licence", "copying", "notice", "authors")


def shipped_distributions() -> list[metadata.Distribution]:
    """Give the program's distributions at run time, each once, sorted by name; not the program."""
    from packaging.requirements import Requirement

    seen: dict[str, metadata.Distribution] = {}

    def follow(name: str) -> None:
        for line in metadata.distribution(name).requires or []:
            requirement = Requirement(line)
            if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
                continue
            key = requirement.name.lower().replace("_", "-")
            if key not in seen:
                seen[key] = metadata.distribution(requirement.name)
                follow(requirement.name)

    follow(PROGRAM)
    return [seen[key] for key in sorted(seen)]


def collect_licences(root: Path, target: Path) -> None:
    """Write the licence texts into `target`; raises FileNotFoundError where one has none.

    Qt's wheels carry no licence texts, so the LGPL-3 and GPL-3 they are under stand in
    packaging/licences/ beside this module, with Qt's own attributions.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    shutil.copy(root / "LICENSE", target / "peru-timeline.txt")
    for path in sorted((root / "packaging" / "licences").iterdir()):
        shutil.copy(path, target / path.name)
    for path in sorted((root / "resources" / "fonts").rglob("*")):
        if path.is_file() and path.stem.lower().startswith(_NAMES):
            shutil.copy(path, target / f"font-{path.parent.name}.txt".lower().replace(" ", "-"))
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():
        shutil.copy(python, target / "cpython.txt")
    for distribution in shipped_distributions():
        texts = licence_texts(distribution)
        name = distribution.metadata["Name"].lower().replace("_", "-")
        if texts:
            (target / f"{name}.txt").write_text("\n\n".join(texts), encoding="utf-8")
        elif not name.startswith(("pyside6", "shiboken6")):
            declared = declared_licence(distribution)
            if not declared:
                raise FileNotFoundError(f"{name} says nothing of its licence")
            (target / f"{name}.txt").write_text(f"{name}: {declared}\n", encoding="utf-8")


def declared_licence(distribution: metadata.Distribution) -> str:
    """Give what a distribution's metadata says of its licence, in one line; empty for nothing."""
    said = distribution.metadata.json  # `get` of the same has no types
    for field in ("license_expression", "license"):
        value = str(said.get(field) or "").strip()
        if value:
            return value.splitlines()[0]
    return ""


def licence_texts(distribution: metadata.Distribution) -> list[str]:
    """Give the licence files that a distribution's metadata carries, in path order."""
    found = sorted(
        (path for path in distribution.files or [] if path.stem.lower().startswith(_NAMES)),
        key=str,
    )
    return [
        path.locate().read_text(encoding="utf-8", errors="replace")  # type: ignore[attr-defined]
        for path in found
        if ".dist-info" in str(path) and Path(str(path.locate())).is_file()
    ]
