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
    (r"libz\b", "zlib", "Zlib"),
)
_QT = re.compile(r"PySide6/(Qt/|Qt6|plugins/|opengl|d3d)")


@dataclass
class Part:
    """A project's files in the program."""

    name: str
    version: str
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
    known = next((row for row in _BUNDLED if re.match(row[0], source.name)), None)
    is_beside = owner == "python" and "/" not in place  # a system's library, or Python's own
    is_bundled = ".libs/" in place or ".dylibs/" in place or "libicu" in place
    if not (is_beside or is_bundled):
        return None
    if known is None:
        # The wheels of other systems, and Python there, bring libraries that are listed nowhere.
        if sys.platform == "linux" and not source.name.startswith("libpython"):
            raise SystemExit(f"{place}: packaging/bill/native.py does not say what this is")
        return None
    _, name, licence = known
    if is_beside and sys.platform == "linux":
        return _from_debian(Part(name, _version(source.name), licence, owner), source)
    version = _openblas_version() if name == "OpenBLAS" else _version(source.name)
    return Part(name, version, licence, owner)


def _openblas_version() -> str:
    """Return what numpy says of the OpenBLAS in its wheel, whose file name has no version."""
    import numpy

    said: Any = numpy.show_config(mode="dicts")  # its type names none of the keys below
    return str(said["Build Dependencies"]["blas"]["version"])


def _version(file: str) -> str:
    """Return the version that a library's file name ends with; "unknown" for none."""
    found = re.search(r"\.so\.([\d.]+)$|[.-]([\d.]+)\.(?:dylib|dll)$", file)
    return (found[1] or found[2]) if found else "unknown"


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
    part.debian = f"pkg:deb/{system}/{package}@{version.replace(':', '%3A')}?arch={architecture}"
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
