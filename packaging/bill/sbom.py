"""Write the bill of materials (CycloneDX 1.6) of what ships: each part, its licence, hash and place."""

from __future__ import annotations

import importlib
import json
import os
import platform
import uuid
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from bill.distributions import PROGRAM, licence, own_bills, requires, wheel_hashes
from bill.licences import QT_PARTS
from bill.native import Part, digest

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
    ),
    "pyyaml": (("libyaml", "MIT", "yaml._yaml", "get_version_string"),),
}


def component(kind: str, name: str, version: str, expression: str, **more: Any) -> Component:
    """Describe one component in CycloneDX's terms; `expression` is an SPDX expression."""
    return {
        "type": kind,
        "bom-ref": more.get("purl") or f"{kind}:{name}@{version}",
        "name": name,
        "version": version,
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
        purl=f"pkg:pypi/{PROGRAM}@{__version__}",
        externalReferences=[{"type": "website", "url": HOMEPAGE}],
    )
    tree: Tree = {}
    found = [*python_packages(packages, tree), *native_parts(parts, tree), *data(seeds)]
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
    content = json.dumps(bill, sort_keys=True, ensure_ascii=False)
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{HOMEPAGE}#{content}")
    numbered = {"serialNumber": f"urn:uuid:{number}", **bill}
    target.write_text(json.dumps(numbered, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def python_ref(packages: dict[str, metadata.Distribution], name: str) -> str:
    """Return the package URL of a Python package, which is its reference too."""
    return f"pkg:pypi/{name}@{packages[name].version}"


def python_packages(packages: dict[str, metadata.Distribution], tree: Tree) -> list[Component]:
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
        inside = compiled_in(name, package)
        found += inside
        needed = [python_ref(packages, other) for other in requires(package)]
        tree[ref] = needed + [part["bom-ref"] for part in inside]
    return found


def compiled_in(name: str, package: metadata.Distribution) -> list[Component]:
    """Return what a wheel has inside its own libraries; of Rust crates it brings a bill itself."""
    libraries = []
    for library, expression, module, attribute in _COMPILED_IN.get(name, ()):
        said = getattr(importlib.import_module(module), attribute)
        said = said() if callable(said) else said
        version = said if isinstance(said, str) else ".".join(map(str, said))
        purl = f"pkg:generic/{library}@{version}"
        libraries.append(component("library", library, version, expression, purl=purl))
    crates: dict[str, Component] = {}
    for bill in own_bills(package):
        for part in bill.get("components", []):
            purl = str(part.get("purl", "")).partition("?")[0]
            if purl.startswith("pkg:cargo/"):
                hashes = {"hashes": part["hashes"]} if part.get("hashes") else {}
                crates[purl] = component(
                    "library", part["name"], part["version"], _expression(part), purl=purl, **hashes
                )
    return libraries + [crates[purl] for purl in sorted(crates)]


def _expression(part: Component) -> str:
    said = [entry.get("expression") or entry["license"].get("id") for entry in part["licenses"]]
    return " AND ".join(f"({one})" if " " in one and len(said) > 1 else one for one in said)


def native_parts(parts: list[Part], tree: Tree) -> list[Component]:
    """Return the libraries that ship beside the packages, with the files of each."""
    found = []
    for part in parts:
        name = part.name.lower().replace(" ", "-")
        # Two wheels may bundle the same library, each in its own version.
        purl = part.debian or f"pkg:generic/{name}@{part.version}?bundled_by={part.owner}"
        files = [
            {
                "type": "file",
                "bom-ref": f"file:{place}",
                "name": place,
                "hashes": [sha256(digest(source))],
            }
            for place, source in sorted(part.files.items())
        ]
        found.append(
            component("library", part.name, part.version, part.licence, purl=purl, components=files)
        )
        tree.setdefault(_owner_ref(part.owner), []).append(purl)
    return found


def _owner_ref(owner: str) -> str:
    if owner == "python":
        return f"pkg:generic/cpython@{platform.python_version()}"
    return f"pkg:pypi/{owner}@{metadata.version(owner)}"


def platforms() -> list[Component]:
    """Return what runs the program: CPython, and PyInstaller's starter."""
    python, starter = platform.python_version(), metadata.version("pyinstaller")
    wheel = wheel_hashes().get("pyinstaller")
    hashes = {"hashes": [sha256(wheel)]} if wheel else {}
    return [
        component(
            "platform", "CPython", python, "Python-2.0.1", purl=f"pkg:generic/cpython@{python}"
        ),
        component(
            "application",
            "PyInstaller bootloader",
            starter,
            "GPL-2.0-or-later WITH Bootloader-exception",
            purl=f"pkg:pypi/pyinstaller@{starter}",
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
    tree.setdefault(f"pkg:generic/qt@{qt}?bundled_by=pyside6-essentials", []).extend(
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
    inter, serif = "pkg:github/rsms/inter@v4.1", "pkg:github/adobe-fonts/source-serif@4.005R"
    return [
        *chronologies,
        component("data", "Inter", "4.1", "OFL-1.1", purl=inter),
        component("data", "Source Serif 4", "4.005", "OFL-1.1", purl=serif),
    ]
