"""The native files of the finished program in its bill of materials: each with its place and hash.

The recipe writes the bill before the files are final: some are stripped or made smaller afterwards,
and on macOS they are signed.
"""

from __future__ import annotations

import json
import re
from importlib.metadata import packages_distributions
from pathlib import Path

from bill.distributions import normal_name
from bill.native import digest
from bill.sbom import Component, cpython_ref, sha256, write_bill

_NATIVE = re.compile(r"\.(so|dylib|dll|pyd)(\.[\w.]+)?$", re.I)


def native_files(inside: Path) -> dict[str, Path]:
    """Return the libraries in the folder of a program, by their place there; links are left out."""
    return {
        path.relative_to(inside).as_posix(): path
        for path in sorted(inside.rglob("*"))
        if _NATIVE.search(path.name) and path.is_file() and not path.is_symlink()
    }


def add_files(bill: Path, inside: Path, target: Path) -> None:
    """Write `bill` into `target`, with every native file in `inside` under the part it is of."""
    content = json.loads(bill.read_text(encoding="utf-8"))
    parts: dict[str, Component] = {part["bom-ref"]: part for part in content["components"]}
    owner_of = {
        file["name"]: ref for ref, part in parts.items() for file in part.get("components", ())
    }
    files = native_files(inside)
    files |= {place: inside / place for place in owner_of if (inside / place).is_file()}
    for part in parts.values():
        part.pop("components", None)
    owners = _Owners(parts)
    for place, path in sorted(files.items()):
        part = parts[owner_of.get(place) or owners.of(place)]
        part.setdefault("components", []).append(file_component(place, digest(path)))
    write_bill(content, target)


def file_component(place: str, content: str) -> Component:
    """Describe a file at its place in the program; `content` is its SHA-256 sum."""
    return {
        "type": "file",
        "bom-ref": f"file:{place}",
        "name": place,
        "hashes": [sha256(content)],
    }


class _Owners:
    """Which package a file belongs to: that of its folder, else Python itself."""

    def __init__(self, parts: dict[str, Component]) -> None:
        self._modules = packages_distributions()
        self._packages = {
            normal_name(part["name"]): ref
            for ref, part in parts.items()
            if ref.startswith("pkg:pypi/")
        }
        self._python = cpython_ref()

    def of(self, place: str) -> str:
        folder = place.partition("/")[0] if "/" in place else ""
        for name in self._modules.get(folder, ()):
            if ref := self._packages.get(normal_name(name)):
                return ref
        return self._python
