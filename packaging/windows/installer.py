"""Build the installer for Windows from the frozen program; sign program, installer and uninstaller."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from recipe import executables
from tool import run
from windows.sign import CERTIFICATE, sign

NSIS = Path(r"C:\Program Files (x86)\NSIS\makensis.exe")


def build_installer(root: Path, program: Path, dist: Path, version: str) -> Path:
    """Return the installer; SystemExit says why it failed."""
    sign([program / f"{options['name']}.exe" for options in executables("win32")])
    return compile_installer(root, program, dist / f"peru-timeline-{version}-setup.exe", version)


def compile_installer(root: Path, payload: Path, output: Path, version: str) -> Path:
    """Compile the script on the folder `payload`, warnings counting as errors."""
    defined: dict[str, object] = {
        "VERSION": version,
        "PAYLOAD": payload,
        "LICENCE": root / "LICENSE",
        "ICON": root / "resources" / "icons" / "peru-timeline.ico",
        "OUTPUT": output,
    }
    if os.environ.get(CERTIFICATE):  # the compiler calls this on the uninstaller and on its output
        script = root / "packaging" / "windows" / "sign.py"
        defined["SIGN"] = f'"{sys.executable}" "{script}"'
    words = [f"-D{name}={value}" for name, value in defined.items()]
    makensis = shutil.which("makensis") or NSIS
    run(makensis, "-V2", "-WX", *words, root / "packaging" / "windows" / "installer.nsi")
    return output
