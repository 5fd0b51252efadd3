"""What building the Linux packages needs of Debian: installed where possible, else named."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence

from tool import run

from peru_timeline import system_libraries
from peru_timeline.system_libraries import is_present

#: Program and the Debian package that brings it; nfpm, for the .rpm, comes with the locked packages.
BUILD_TOOLS = {
    "strip": "binutils",
    "patchelf": "patchelf",
    "dpkg-deb": "dpkg",
    "dpkg-shlibdeps": "dpkg-dev",
    "makeself": "makeself",
}
CHECK_TOOLS = {
    "lintian": "lintian",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "makensis": "nsis",
}
#: Library and the Debian package that brings it: dpkg-shlibdeps computes what the program depends
#: on from the packages of the libraries that are here.
BUILD_LIBRARIES = {
    library.soname: library.apt
    for library in (
        *system_libraries.ALWAYS,
        *system_libraries.FOR_X11,
        *system_libraries.FOR_WAYLAND,
    )
} | {"libcups.so.2": "libcups2", "libgssapi_krb5.so.2": "libgssapi-krb5-2"}


def python_library() -> dict[str, str]:
    """Return the library of this Python, which Debian keeps apart, and the package that brings it."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {f"libpython{version}.so.1.0": f"libpython{version}"}


def has_python_library() -> bool:
    """Whether PyInstaller finds the library of this Python."""
    from PyInstaller.depend.bindepend import get_python_library_path
    from PyInstaller.exceptions import PythonLibraryNotFoundError

    try:
        return get_python_library_path() is not None
    except PythonLibraryNotFoundError:
        return False


def get_tools(
    which: Callable[[str], str | None] = shutil.which,
    present: Callable[[str], bool] = is_present,
    has_python: Callable[[], bool] = has_python_library,
) -> None:
    """Install what is missing as root on Debian; elsewhere SystemExit says what to type.

    The tools that only check may be missing where they cannot be installed.
    """
    building = {package for program, package in BUILD_TOOLS.items() if not which(program)}
    building |= {package for soname, package in BUILD_LIBRARIES.items() if not present(soname)}
    if not has_python():
        building |= set(python_library().values())
    checking = {package for program, package in CHECK_TOOLS.items() if not which(program)}
    missing = sorted(building | checking)
    if not missing:
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and which("apt-get"):
        install(missing)
        return
    command = "sudo apt-get install " + " ".join(missing)
    if building:
        raise SystemExit(f"Building the Linux packages needs more than is here: {command}")
    print(f"Not all checks can run; for the others: {command}")


def install(packages: Sequence[str]) -> None:
    """Install Debian packages; SystemExit says what apt-get says."""
    print("installing " + " ".join(packages), flush=True)
    quietly = ("-y", "-qq", "-o=Dpkg::Use-Pty=0", "--no-install-recommends")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run("apt-get", "update", "-qq")
    run("apt-get", "install", *quietly, *packages)
