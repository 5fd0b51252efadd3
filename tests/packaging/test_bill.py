"""Licence texts and bill of materials: what ships is in both, by name, version, licence and hash."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FROZEN = ROOT / "dist" / "peru-timeline" / "_internal"


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


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Licences and bill, made once: no test changes them."""
    target = tmp_path_factory.mktemp("bill") / "licences"
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(str(ROOT / "packaging"))
        patched.setenv("SOURCE_DATE_EPOCH", "1700000000")
        from bill.ship import ship

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


@pytest.mark.parametrize(
    ("expected", "words", "more"),
    [
        ("pkg:pypi/numpy@2.4.6", ("pypi", "numpy"), {"version": "2.4.6"}),
        (
            "pkg:deb/debian/zlib1g@1:1.2.13.dfsg-1%2Bb1~u1?arch=amd64",
            ("deb", "debian", "zlib1g"),
            {"version": "1:1.2.13.dfsg-1+b1~u1", "arch": "amd64"},
        ),
        ("pkg:generic/libxcb?bundled_by=pillow", ("generic", "libxcb"), {"bundled_by": "pillow"}),
    ],
)
def test_package_addresses(expected: str, words: tuple[str, ...], more: dict[str, str]) -> None:
    from bill.purl import canonical, purl

    assert purl(*words, **more) == expected
    assert canonical(expected.replace("%2B", "+")) == expected.partition("?")[0]


def test_each_part_has_a_reference_that_the_tree_knows(folder: Path) -> None:
    from bill.purl import canonical

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
        address = part.get("purl", "").partition("?")[0]
        assert address == "" or canonical(address) == address, part


def test_the_bill_names_what_no_package_does(folder: Path) -> None:
    bill = bill_of(folder)
    parts = {part["name"]: part for part in bill["components"]}
    named = {"Qt", "CPython", "Inter", "Source Serif 4", "libjpeg-turbo", "HarfBuzz", "zlib"}
    assert {*named, "PyInstaller bootloader", "libxml2", "pyo3", "peru-1992-2023"} <= set(parts)
    if sys.platform == "linux":  # numpy's wheels for macOS use the system's library instead
        assert {"ICU", "OpenBLAS", "libgfortran"} <= set(parts)
    # The number in a file's name is that of the interface, which Pillow's releases tell apart.
    assert not parts["libjpeg-turbo"]["version"].startswith("62.")
    assert "version" not in parts.get("libXau", {})
    assert parts["CPython"]["version"] == ".".join(map(str, sys.version_info[:3]))
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", bill["serialNumber"])
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"


def test_the_runtime_of_microsoft_is_named_with_its_terms() -> None:
    from bill.native import parts

    beside = [(f"{place}MSVCP140.dll", "C:/x/MSVCP140.dll") for place in ("", "PySide6/")]
    (part,) = parts(beside, {})
    assert part.name == "Microsoft Visual C++ runtime"
    assert set(part.files) == {"MSVCP140.dll", "PySide6/MSVCP140.dll"}
    assert "license-terms" in part.texts[0]


def test_a_library_without_a_licence_text_is_told(folder: Path) -> None:
    from bill.licences import without_text

    bill = bill_of(folder)
    assert without_text(bill, folder) == []
    for name in ("isa-l", "libxml2", "libxslt", "libyaml"):
        assert (folder / f"{name}.txt").is_file()
    ref = "pkg:generic/libnew?bundled_by=numpy"
    new = {"name": "libnew", "bom-ref": ref, "licenses": [{"expression": "MIT-open-group"}]}
    assert without_text({"components": [*bill["components"], new]}, folder) == ["libnew"]


def test_files_get_their_final_hash(folder: Path, tmp_path: Path) -> None:
    from bill.files import add_files

    inside = tmp_path / "inside"
    (inside / "numpy").mkdir(parents=True)
    (inside / "libpython3.11.so.1.0").write_bytes(b"made smaller")
    (inside / "numpy" / "core.so").write_bytes(b"also")
    add_files(folder / "sbom.cdx.json", inside, tmp_path / "bill.json")
    bill = json.loads((tmp_path / "bill.json").read_text(encoding="utf-8"))
    assert bill["serialNumber"] != bill_of(folder)["serialNumber"]
    files = {
        file["name"]: (part["name"], file["hashes"][0]["content"])
        for part in bill["components"]
        for file in part.get("components", ())
    }
    assert files == {
        "libpython3.11.so.1.0": ("CPython", hashlib.sha256(b"made smaller").hexdigest()),
        "numpy/core.so": ("numpy", hashlib.sha256(b"also").hexdigest()),
    }


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
    for word in ("OpenBLAS", "GCC RUNTIME LIBRARY EXCEPTION", "libtiff"):
        assert word.lower() in bundled.lower(), word


@pytest.mark.skipif(not FROZEN.is_dir(), reason="dist/peru-timeline is made by `make package`")
def test_frozen_program_lists_each_of_its_native_files() -> None:
    from bill.files import native_files

    bill = bill_of(FROZEN / "licences")
    listed = {
        file["name"]: file["hashes"][0]["content"]
        for part in bill["components"]
        for file in part.get("components", ())
    }
    files = native_files(FROZEN)
    assert len(files) > 20
    assert set(files) <= set(listed)
    for place, content in listed.items():
        assert hashlib.sha256((FROZEN / place).read_bytes()).hexdigest() == content, place
