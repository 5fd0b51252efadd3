"""Licence texts and bill of materials: what ships is in both, by name, version, licence and hash."""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FROZEN = ROOT / "dist" / "peru-timeline" / "_internal"
#: Such as pkg:pypi/numpy@2.4.6 or pkg:deb/debian/libffi8@3.4.4-1?arch=amd64
PURL = re.compile(r"pkg:(pypi|cargo|generic|github|deb)/[^\s@]+@[^\s@]+")


@pytest.fixture(autouse=True)
def scripts_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts import each other by their bare names."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def binaries() -> list[tuple[str, str, str]]:
    """What PyInstaller would collect of these wheels: each native file of the packages that ship."""
    from bill.distributions import shipped

    places = [
        (path.as_posix(), str(path.locate()))
        for package in shipped().values()
        for path in package.files or []
        if re.search(r"\.(so|dll|dylib)\b|\.pyd$", path.name)
    ]
    unused = re.compile(r"avif|webp|brotli|sharpyuv|lcms2|harfbuzz|freetype|png|\.libs/libz")
    return [
        (place, file, "BINARY")
        for place, file in places
        if not (place.startswith(("pillow.libs", "PIL/.dylibs")) and unused.search(place))
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    from bill.ship import ship

    target = tmp_path / "licences"
    shipped = ship(ROOT, binaries(), target)
    assert {place for place, _, _ in shipped} == {
        f"licences/{path.relative_to(target).as_posix()}"
        for path in target.rglob("*")
        if path.is_file()
    }
    return target


def bill_of(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "sbom.cdx.json").read_text(encoding="utf-8"))
    return read


def test_each_part_has_a_licence_that_spdx_knows(folder: Path) -> None:
    from packaging.licenses import canonicalize_license_expression

    for part in bill_of(folder)["components"]:
        (said,) = part["licenses"]
        assert canonicalize_license_expression(said["expression"]) == said["expression"], part


def test_each_part_has_a_reference_that_the_tree_knows(folder: Path) -> None:
    bill = bill_of(folder)
    refs = [part["bom-ref"] for part in bill["components"]]
    assert len(refs) == len(set(refs))
    program = bill["metadata"]["component"]["bom-ref"]
    tree = {entry["ref"]: entry["dependsOn"] for entry in bill["dependencies"]}
    assert set(tree) | {ref for needed in tree.values() for ref in needed} <= {*refs, program}
    reached, waiting = set(), [program]
    while waiting:
        ref = waiting.pop()
        if ref not in reached:
            reached.add(ref)
            waiting += tree.get(ref, [])
    assert reached == {*refs, program}
    for part in bill["components"]:
        assert "purl" not in part or PURL.fullmatch(part["purl"]), part


def test_the_bill_names_what_no_package_does(folder: Path) -> None:
    bill = bill_of(folder)
    parts = {part["name"]: part for part in bill["components"]}
    named = {"Qt", "CPython", "Inter", "Source Serif 4", "OpenBLAS", "libjpeg-turbo", "HarfBuzz"}
    assert {*named, "PyInstaller bootloader", "libxml2", "pyo3", "peru-1992-2023"} <= set(parts)
    if sys.platform == "linux":
        assert {"ICU", "libgfortran"} <= set(parts)
        (file,) = (file for file in parts["ICU"]["components"] if "libicudata" in file["name"])
        assert re.fullmatch("[0-9a-f]{64}", file["hashes"][0]["content"])
    assert parts["CPython"]["version"] == ".".join(map(str, sys.version_info[:3]))
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", bill["serialNumber"])
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"


def test_the_same_parts_give_the_same_bill(folder: Path, tmp_path: Path) -> None:
    from bill.ship import ship

    ship(ROOT, binaries(), tmp_path / "again")
    assert bill_of(tmp_path / "again") == bill_of(folder)


def test_each_licence_has_its_text(folder: Path) -> None:
    from bill.distributions import shipped
    from bill.licences import QT_PARTS, identifiers

    names = {path.stem for path in folder.iterdir()}
    assert set(shipped()) <= names
    own = {"peru-timeline", "cpython", "pyinstaller-bootloader", "font-inter", "font-sourceserif4"}
    assert {*own, "qt-lgpl-3.0", "qt-gpl-3.0", "qt-notice", "qt-third-parties"} <= names
    texts = {path.stem for path in (folder / "spdx").iterdir()}
    inside_qt = json.loads(QT_PARTS.read_text(encoding="utf-8"))
    assert {name for part in inside_qt for name in identifiers(part["licence"])} <= texts
    assert {"CC-BY-4.0", "Unicode-DFS-2016"} <= texts
    bundled = "".join(
        (folder / f"{name}.txt").read_text(encoding="utf-8") for name in ("numpy", "pillow", "lxml")
    )
    for word in ("OpenBLAS", "GCC RUNTIME LIBRARY EXCEPTION", "libtiff", "libxml2"):
        assert word.lower() in bundled.lower(), word


@pytest.mark.skipif(not FROZEN.is_dir(), reason="dist/peru-timeline is made by `make package`")
def test_frozen_program_lists_each_of_its_native_files() -> None:
    from bill.distributions import normal_name

    bill = bill_of(FROZEN / "licences")
    listed = {file["name"] for part in bill["components"] for file in part.get("components", [])}
    packages = {normal_name(part["name"]) for part in bill["components"]}
    modules = packages_distributions()
    for path in FROZEN.rglob("*.so*"):
        place = path.relative_to(FROZEN).as_posix()
        owners = {normal_name(name) for name in modules.get(place.split("/")[0], [])}
        own = owners & packages or place.startswith(("python3", "libpython"))
        assert place in listed or own or path.is_symlink(), place
