"""The tools of Debian's that build and check the Linux packages: got where possible, else named."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from recipe import executables

#: Program and the Debian package that brings it; nfpm, for the .rpm, comes with the locked packages.
BUILD_TOOLS = {
    "strip": "binutils",
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


def get_tools(which: Callable[[str], str | None] = shutil.which) -> None:
    """Install what is missing as root on Debian; elsewhere SystemExit says what to type.

    The tools that only check may be missing where they cannot be installed.
    """
    tools = BUILD_TOOLS | CHECK_TOOLS
    missing = sorted({package for program, package in tools.items() if not which(program)})
    if not missing:
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and which("apt-get"):
        print("installing " + " ".join(missing))
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
        subprocess.run(install, env=environment, check=True, stdout=subprocess.DEVNULL)
        return
    command = "sudo apt-get install " + " ".join(missing)
    if any(not which(program) for program in BUILD_TOOLS):
        raise SystemExit(f"Building the Linux packages needs more tools: {command}")
    print(f"Not all checks can run; for the others: {command}")


def check_packages(root: Path, stage: Path, deb: Path, version: str) -> None:
    """Have Debian's and the desktop's own tools look at what was made; CalledProcessError on a fault.

    The Windows installer is compiled on a stand-in for the program, warnings counting as errors.
    """
    share = stage / "usr" / "share"
    run_check("lintian", "--fail-on", "error,warning", "--allow-root", deb)
    run_check("desktop-file-validate", *(share / "applications").iterdir())
    run_check("appstreamcli", "validate", "--no-net", "--pedantic", *(share / "metainfo").iterdir())
    check_windows_installer(root, root / "build" / "nsis", version)


def check_windows_installer(root: Path, work: Path, version: str) -> Path | None:
    """Compile the Windows installer on a stand-in payload below `work`; None without makensis."""
    payload = work / "payload"
    licences = payload / "_internal" / "licences"
    licences.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / "LICENSE", licences)
    for options in executables("win32"):
        (payload / f"{options['name']}.exe").write_bytes(b"MZ")
    output = work / f"peru-timeline-{version}-setup.exe"
    defined = {
        "VERSION": version,
        "PAYLOAD": payload,
        "LICENCE": root / "LICENSE",
        "ICON": root / "resources" / "icons" / "peru-timeline.ico",
        "OUTPUT": output,
    }
    script = root / "packaging" / "windows" / "installer.nsi"
    words = [f"-D{name}={value}" for name, value in defined.items()]
    return output if run_check("makensis", "-V2", "-WX", *words, script) else None


def run_check(program: str, *words: object) -> bool:
    """Run a checking tool, or say that it is not here; whether it ran."""
    if not shutil.which(program):
        print(f"{program}: not installed, so this check was passed over")
        return False
    subprocess.run([program, *map(str, words)], check=True)
    print(f"{program}: clean")
    return True
