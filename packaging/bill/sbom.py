"""Write the bill of materials (CycloneDX 1.6) of what ships: each part, its licence, hash and place."""

from __future__ import annotations

import importlib
import json
import os
import platform
import re
import uuid
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from bill.distributions import PROGRAM, licence, own_bills, requires, wheel_hashes
from bill.licences import QT_PARTS
from bill.native import LICENCES, PILLOW_KNOWS, Part, digest, version_of
from bill.purl import canonical, purl

from peru_timeline import HOMEPAGE, __version__

Component = dict[str, Any]
Tree = dict[str, list[str]]
"""The reference of each component, and those of the components it depends on."""

#: Libraries that a wheel has compiled into its own: name, licence, and the attribute of one of its
#: modules, or the function there, that tells the version.
_COMPILED_IN = {
    "isal": (("isa-l", "BSD-3-Clause", "isal", "ISAL_VERSION"),),
    "lxml": (
        ("libxml2", "MIT", "lxml.etree", "LIBXML_COMPILED_VERSION"),
        ("libxslt", "MIT", "lxml.etree", "LIBXSLT_COMPILED_VERSION"),
        ("libiconv", "LGPL-2.1-or-later", "lxml.etree", "ICONV_COMPILED_VERSION"),
    ),
    "pyyaml": (("libyaml", "MIT", "yaml._yaml", "get_version_string"),),
}
#: What zlib leaves in whatever it is compiled into.
_ZLIB = re.compile(rb"deflate (\d+(?:\.\d+)+) Copyright")


def component(kind: str, name: str, version: str, expression: str, **more: Any) -> Component:
    """Describe one component in CycloneDX's terms; `expression` is an SPDX expression."""
    return {
        "type": kind,
        "bom-ref": more.get("purl") or f"{kind}:{name}@{version}",
        "name": name,
        **({"version": version} if version else {}),
        "licenses": [{"expression": expression}],
        **more,
    }


def sha256(content: str) -> dict[str, str]:
    """Return a SHA-256 sum in CycloneDX's terms."""
    return {"alg": "SHA-256", "content": content}


def write_sbom(
    target: Path, packages: dict[str, metadata.Distribution], parts: list[Part], seeds: Path
) -> None:
    """Write the bill; its time is SOURCE_DATE_EPOCH and its number a hash, so that builds are the same."""
    made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), tz=UTC)
    program = component(
        "application",
        "Peru Timeline",
        __version__,
        "MIT",
        purl=purl("pypi", PROGRAM, version=__version__),
        externalReferences=[{"type": "website", "url": HOMEPAGE}],
    )
    tree: Tree = {}
    found = [*python_packages(packages, parts, tree), *native_parts(parts, tree), *data(seeds)]
    found += [*platforms(), *qt_parts(tree)]
    tree[program["bom-ref"]] = [
        *(python_ref(packages, name) for name in requires(metadata.distribution(PROGRAM))),
        *(part["bom-ref"] for part in found if part["type"] in ("platform", "data", "application")),
    ]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": made.strftime("%Y-%m-%dT%H:%M:%SZ"), "component": program},
        "components": sorted(found, key=lambda part: part["bom-ref"]),
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(set(needed))} for ref, needed in sorted(tree.items())
        ],
    }
    write_bill(bill, target)


def write_bill(bill: Component, target: Path) -> None:
    """Write a bill, whose serial number is a hash of what it says."""
    said = {key: value for key, value in bill.items() if key != "serialNumber"}
    content = json.dumps(said, sort_keys=True, ensure_ascii=False)
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{HOMEPAGE}#{content}")
    numbered = {"serialNumber": f"urn:uuid:{number}", **said}
    target.write_text(json.dumps(numbered, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def python_ref(packages: dict[str, metadata.Distribution], name: str) -> str:
    """Return the package URL of a Python package, which is its reference too."""
    return purl("pypi", name, version=packages[name].version)


def python_packages(
    packages: dict[str, metadata.Distribution], parts: list[Part], tree: Tree
) -> list[Component]:
    """Return the Python packages and what is compiled into them."""
    hashes = wheel_hashes()
    found = []
    for name, package in packages.items():
        ref = python_ref(packages, name)
        more: dict[str, Any] = {"purl": ref}
        if name in hashes:
            more["hashes"] = [sha256(hashes[name])]
        found.append(
            component(
                "library", package.metadata["Name"], package.version, licence(package), **more
            )
        )
        beside = {part.name for part in parts if part.owner == name}
        inside = [*compiled_in(name, package, beside), *crates_in(package)]
        found += inside
        needed = [python_ref(packages, other) for other in requires(package)]
        tree[ref] = needed + [part["bom-ref"] for part in inside]
    return found


def compiled_in(name: str, package: metadata.Distribution, beside: set[str]) -> list[Component]:
    """Return the libraries that a wheel has inside its own; those in `beside` are files of their own."""
    told: list[tuple[str, str, str]] = []
    for library, expression, module, attribute in _COMPILED_IN.get(name, ()):
        said = getattr(importlib.import_module(module), attribute)
        said = said() if callable(said) else said
        version = said if isinstance(said, str) else ".".join(map(str, said))
        told.append((library, expression, version))
    if name == "pillow":
        told += [(library, LICENCES[library], version_of(library)) for library in PILLOW_KNOWS]
    if version := zlib_in(package):
        told.append(("zlib", "Zlib", version))
    return [
        component(
            "library",
            library,
            version,
            expression,
            purl=purl("generic", library.lower(), version=version, bundled_by=name),
        )
        for library, expression, version in told
        # The C library's own iconv says that its version is 0.0.
        if library not in beside and version not in ("", "0.0")
    ]


def zlib_in(package: metadata.Distribution) -> str:
    """Return the version of the zlib that is compiled into a wheel; "" for none.

    Qt's is among the code by third parties inside Qt.
    """
    if package.metadata["Name"].lower().startswith("pyside6"):
        return ""
    for path in package.files or []:
        is_native = re.search(r"\.(so|pyd)$", path.name)
        if is_native and (found := _ZLIB.search(Path(str(path.locate())).read_bytes())):
            return found[1].decode("ascii")
    return ""


def crates_in(package: metadata.Distribution) -> list[Component]:
    """Return the Rust crates that a wheel's own bill names."""
    crates: dict[str, Component] = {}
    for bill in own_bills(package):
        for part in bill.get("components", []):
            if str(part.get("purl", "")).startswith("pkg:cargo/"):
                ref = canonical(part["purl"])
                hashes = {"hashes": part["hashes"]} if part.get("hashes") else {}
                crates[ref] = component(
                    "library", part["name"], part["version"], _expression(part), purl=ref, **hashes
                )
    return [crates[ref] for ref in sorted(crates)]


def _expression(part: Component) -> str:
    said = [entry.get("expression") or entry["license"].get("id") for entry in part["licenses"]]
    return " AND ".join(f"({one})" if " " in one and len(said) > 1 else one for one in said)


def native_parts(parts: list[Part], tree: Tree) -> list[Component]:
    """Return the libraries that ship beside the packages, with the files of each."""
    found = []
    for part in parts:
        name = part.name.lower().replace(" ", "-")
        # Two wheels may bundle the same library, each in its own version.
        ref = part.debian or purl("generic", name, version=part.version, bundled_by=part.owner)
        # bill/files.py adds the hashes once the files are final.
        files = [
            {"type": "file", "bom-ref": f"file:{place}", "name": place}
            for place in sorted(part.files)
        ]
        found.append(
            component("library", part.name, part.version, part.licence, purl=ref, components=files)
        )
        tree.setdefault(_owner_ref(part.owner), []).append(ref)
    return found


def _owner_ref(owner: str) -> str:
    if owner == "python":
        return cpython_ref()
    return purl("pypi", owner, version=metadata.version(owner))


def cpython_ref() -> str:
    """Return the package URL of the Python that the program is built with."""
    return purl("generic", "cpython", version=platform.python_version())


def platforms() -> list[Component]:
    """Return what runs the program: CPython, and PyInstaller's starter."""
    python, starter = platform.python_version(), metadata.version("pyinstaller")
    wheel = wheel_hashes().get("pyinstaller")
    hashes = {"hashes": [sha256(wheel)]} if wheel else {}
    return [
        component("platform", "CPython", python, "Python-2.0.1", purl=cpython_ref()),
        component(
            "application",
            "PyInstaller bootloader",
            starter,
            "GPL-2.0-or-later WITH Bootloader-exception",
            purl=purl("pypi", "pyinstaller", version=starter),
            **hashes,
        ),
    ]


def qt_parts(tree: Tree) -> list[Component]:
    """Return the code by third parties inside Qt, whose versions are those of Qt's own release."""
    qt = metadata.version("PySide6-Essentials")
    found = [
        component("library", part["name"], f"in Qt {qt}", part["licence"])
        for part in json.loads(QT_PARTS.read_text(encoding="utf-8"))
    ]
    tree.setdefault(purl("generic", "qt", version=qt, bundled_by="pyside6-essentials"), []).extend(
        part["bom-ref"] for part in found
    )
    return found


def data(seeds: Path) -> list[Component]:
    """Return the fonts and the chronologies that come with the program."""
    chronologies = []
    for path in sorted(seeds.glob("*.chronology")):
        said = json.loads(path.read_text(encoding="utf-8"))
        hashes = [sha256(digest(path))]
        chronologies.append(
            component("data", said["id"], str(said["version"]), "CC-BY-4.0", hashes=hashes)
        )
    return [*chronologies, *fonts(seeds.parent / "resources" / "fonts")]


def fonts(folder: Path) -> list[Component]:
    """Return the families of type that come with the program, with the files of each."""
    found = []
    for name, version, *source in (
        ("Inter", "4.1", "rsms", "inter", "v4.1"),
        ("Source Serif 4", "4.005", "adobe-fonts", "source-serif", "4.005R"),
        ("Arimo", "1.33", "googlefonts", "Arimo", "v1.33"),
        ("Tinos", "1.33", "googlefonts", "Tinos", "v1.33"),
    ):
        owner, repository, tag = source
        places = (
            f"peru_timeline/_bundled/resources/{path.relative_to(folder.parent).as_posix()}"
            for path in sorted((folder / name.replace(" ", "")).glob("*.ttf"))
        )
        files = [{"type": "file", "bom-ref": f"file:{place}", "name": place} for place in places]
        ref = purl("github", owner, repository, version=tag)
        found.append(component("data", name, version, "OFL-1.1", purl=ref, components=files))
    return found
