"""The Python packages that ship: which they are, their licences, what they are built from.

All of it is read from what is installed here, so that it stays true when dependencies change.
"""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path
from typing import Any

from environment import WHEELS

PROGRAM = "peru-timeline"
#: What stands for the SPDX expression where a package says its licence in words.
_IN_WORDS = {
    "The MIT License (MIT)": "MIT",
    "MIT License": "MIT",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: MIT License": "MIT",
}
_TEXTS = ("license", "licence", "copying", "notice", "authors")


def normal_name(name: str) -> str:
    """Return a package's name as package URLs and the index spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def shipped() -> dict[str, metadata.Distribution]:
    """Return the packages that the program needs at run time by normal name, sorted; not the program."""
    found: dict[str, metadata.Distribution] = {}

    def follow(name: str) -> None:
        for required in requires(metadata.distribution(name)):
            if required not in found:
                found[required] = metadata.distribution(required)
                follow(required)

    follow(PROGRAM)
    return dict(sorted(found.items()))


def requires(distribution: metadata.Distribution) -> list[str]:
    """Return the normal names of what a package needs on this system, without extras; sorted."""
    from packaging.requirements import Requirement

    needed = (Requirement(line) for line in distribution.requires or [])
    return sorted(
        {
            normal_name(requirement.name)
            for requirement in needed
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        }
    )


def licence(distribution: metadata.Distribution) -> str:
    """Return a package's licence as an SPDX expression. SystemExit names one that states none."""
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    said = distribution.metadata.json  # `get` of the same has no types
    stated = [str(said.get(field) or "").strip() for field in ("license_expression", "license")]
    classifiers = said.get("classifier") or []
    for text in filter(None, [*stated, *map(str, classifiers)]):
        try:
            return str(canonicalize_license_expression(_IN_WORDS.get(text, text)))
        except InvalidLicenseExpression:
            continue
    name = distribution.metadata["Name"]
    raise SystemExit(f"{name} states no licence that is known here: see {__file__}")


def licence_texts(distribution: metadata.Distribution) -> list[str]:
    """Return the licence files that a package brings, in the order of their paths."""
    inside = (path for path in distribution.files or [] if ".dist-info" in str(path))
    found = sorted((path for path in inside if path.stem.lower().startswith(_TEXTS)), key=str)
    files = [Path(str(path.locate())) for path in found]
    return [file.read_text("utf-8", errors="replace") for file in files if file.is_file()]


def own_bills(distribution: metadata.Distribution) -> list[dict[str, Any]]:
    """Return the CycloneDX bills of materials that a package brings (PEP 770)."""
    inside = [path for path in distribution.files or [] if "/sboms/" in path.as_posix()]
    bills = [json.loads(Path(str(path.locate())).read_text("utf-8")) for path in inside]
    return [bill for bill in bills if bill.get("bomFormat") == "CycloneDX"]


def wheel_hashes() -> dict[str, str]:
    """Return the SHA-256 sums of the wheels that are installed here, by normal name."""
    try:
        known = json.loads(WHEELS.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {normal_name(name): str(digest) for name, digest in known.items()}
