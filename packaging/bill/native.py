"""Libraries that ship beside the Python packages: which project each file is of, and its licence.

Files come from three places: a wheel that bundles them, Qt inside PySide6's wheel, and on Linux
the system that the program is built on.
"""

from __future__ import annotations

import hashlib
import platform
import re
import subprocess
import sys
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from bill.purl import purl

#: What a file is named, what it is, and under which licence.
_BUNDLED = (
    (r"(lib)?(scipy_)?openblas", "OpenBLAS", "BSD-3-Clause AND BSD-3-Clause-Open-MPI"),
    (r"libgfortran", "libgfortran", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    (r"libgcc_s", "libgcc", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    (r"libquadmath", "libquadmath", "LGPL-2.1-or-later"),
    (r"libjpeg", "libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib"),
    (r"libtiff", "libtiff", "libtiff"),
    (r"libopenjp2", "OpenJPEG", "BSD-2-Clause"),
    (r"liblzma", "XZ Utils", "0BSD"),
    (r"libzstd", "Zstandard", "BSD-3-Clause OR GPL-2.0-only"),
    (r"libxcb", "libxcb", "X11"),
    (r"libXau", "libXau", "MIT-open-group"),
    (r"libicu", "ICU", "Unicode-DFS-2016"),
    (r"libexpat", "Expat", "MIT"),
    (r"libffi", "libffi", "MIT"),
    (r"libbz2", "bzip2", "bzip2-1.0.6"),
    (r"libuuid", "libuuid", "BSD-3-Clause"),
    (r"libmpdec", "mpdecimal", "BSD-2-Clause"),
    (r"libz\b.*zlib-ng|zlib-ng", "zlib-ng", "Zlib"),
    (r"libz\b", "zlib", "Zlib"),
    (
        r"(msvcp|vcruntime|concrt|vccorlib)140",
        "Microsoft Visual C++ runtime",
        "LicenseRef-Microsoft-Runtime",
    ),
)
LICENCES = {name: licence for _, name, licence in _BUNDLED}
#: The files of these bear the version of the project; elsewhere it is that of the interface alone.
_NAMED_BY_VERSION = ("OpenJPEG", "XZ Utils", "Zstandard")
#: What Pillow calls the libraries it knows the version of.
PILLOW_KNOWS = {
    "libjpeg-turbo": "libjpeg_turbo",
    "libtiff": "libtiff",
    "OpenJPEG": "jpg_2000",
    "zlib-ng": "zlib_ng",
}
_MICROSOFT = """\
Microsoft Visual C++ runtime, (c) Microsoft Corporation. All rights reserved.

These files are "Distributable Code" of Microsoft Visual Studio. They are passed on unmodified, for use with this
program, under the Microsoft Software License Terms: https://visualstudio.microsoft.com/license-terms/
"""
_QT = re.compile(r"PySide6/(Qt/|Qt6|plugins/|opengl|d3d)")


@dataclass
class Part:
    """A project's files in the program."""

    name: str
    version: str
    """Empty where nothing tells it."""
    licence: str
    owner: str
    """Normal name of the Python package that bundles it; "python" for what Python itself needs."""
    files: dict[str, Path] = field(default_factory=dict)
    """Where each file lies in the program, and the file that it is made from."""
    debian: str = ""
    """The package URL of the Debian package it comes from; empty for none."""
    texts: list[str] = field(default_factory=list)
    """Licence texts that no other part of the program carries."""


def parts(
    binaries: list[tuple[str, str]], packages: dict[str, metadata.Distribution]
) -> list[Part]:
    """Sort native files, as (place in the program, file), into parts; sorted by owner and name.

    What belongs to a Python package or to Python itself is no part. SystemExit names a file of
    Linux's that nothing here knows.
    """
    owners = {
        str(Path(str(path.locate())).resolve()): name
        for name, package in packages.items()
        for path in package.files or []
    }
    found: dict[tuple[str, str], Part] = {}
    for place, source in sorted(binaries):
        place = place.replace("\\", "/")
        owner = owners.get(str(Path(source).resolve()), "python")
        part = _part_of(place, Path(source), owner, packages)
        if part is not None:
            kept = found.setdefault((part.owner, part.name), part)
            kept.files[place] = Path(source)
    return [found[key] for key in sorted(found)]


def digest(path: Path) -> str:
    """Return a file's SHA-256 sum."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _part_of(
    place: str, source: Path, owner: str, packages: dict[str, metadata.Distribution]
) -> Part | None:
    if _QT.match(place) and "libicu" not in place:
        return Part("Qt", packages["pyside6-essentials"].version, "LGPL-3.0-only", owner)
    known = next((row for row in _BUNDLED if re.match(row[0], source.name, re.I)), None)
    is_beside = owner == "python" and "/" not in place  # a system's library, or Python's own
    is_microsoft = known is not None and known[2] == "LicenseRef-Microsoft-Runtime"
    is_bundled = ".libs/" in place or ".dylibs/" in place or "libicu" in place or is_microsoft
    if not (is_beside or is_bundled):
        return None
    if known is None:
        # The wheels of other systems, and Python there, bring libraries that are listed nowhere.
        if sys.platform == "linux" and not source.name.startswith("libpython"):
            raise SystemExit(f"{place}: packaging/bill/native.py does not say what this is")
        return None
    _, name, licence = known
    part = Part(name, version_of(name, source.name), licence, owner)
    if is_microsoft:
        part.texts = [_MICROSOFT]
    return _from_debian(part, source) if is_beside and sys.platform == "linux" else part


def version_of(name: str, file: str = "") -> str:
    """Return the version of a library that a wheel brings, from the wheel or the file's name; or ""."""
    if name == "OpenBLAS":
        return _openblas_version()
    if name in PILLOW_KNOWS:
        from PIL import features

        return str(features.version(PILLOW_KNOWS[name]) or "")
    found = re.search(r"\.so\.([\d.]+)$|[.-]([\d.]+)\.(?:dylib|dll)$", file)
    number = (found[1] or found[2]) if found and name in _NAMED_BY_VERSION else ""
    return number if "." in number else ""


def _openblas_version() -> str:
    """Return what numpy says of the OpenBLAS in its wheel, whose file name has no version."""
    import numpy

    said: Any = numpy.show_config(mode="dicts")  # its type names none of the keys below
    return str(said["Build Dependencies"]["blas"]["version"])


def _from_debian(part: Part, source: Path) -> Part:
    """Fill in version, package URL and licence text from the Debian package that has the library."""
    real = source.resolve()
    for path in (real, Path("/usr", *real.parts[1:]), Path("/", *real.parts[2:])):
        owned = _dpkg("--search", str(path))
        if owned:
            break
    else:
        return part
    package = owned.partition(":")[0]
    version, architecture = _dpkg(
        "--show", "--showformat=${Version} ${Architecture}", package
    ).split()
    part.version = version
    system = platform.freedesktop_os_release()["ID"]
    part.debian = purl("deb", system, package, version=version, arch=architecture)
    text = Path("/usr/share/doc", package, "copyright")
    if text.is_file():
        part.texts = [text.read_text(encoding="utf-8", errors="replace")]
    return part


def _dpkg(*words: str) -> str:
    try:
        done = subprocess.run(["dpkg-query", *words], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
