"""The virtual environment of a checkout, and the system packages that it needs.

Only the standard library, and on Debian not even all of that: Debian keeps `venv` in a package of
its own, which is named here, or installed when this runs as root.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from console import call, say, stop

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

# The installed program checks the same libraries; that module needs no package either.
from peru_timeline import system_libraries  # noqa: E402  # only after the path is set above
from peru_timeline.system_libraries import Library  # noqa: E402  # the same

VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "peru-timeline-setup.json"
WHEELS = VENV / "peru-timeline-wheels.json"
"""The SHA-256 sums of the wheels in .venv, by package: the bill of materials names them."""
LOCKS = {"runtime": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
RELEASE_LOCK = ROOT / "requirements-release.lock"


def set_up(level: str, environment: Mapping[str, str]) -> None:
    """Install what is missing of the locked packages and of the system libraries that Qt needs.

    `level` is "runtime" or "dev". When nothing is missing, this takes a fraction of a second.
    """
    lacking = system_libraries.missing(system_libraries.needed(environment))
    ready = is_set_up(level)
    venv_packages = [] if ready else missing_venv_packages()
    if lacking or venv_packages:
        install_system_packages(lacking, venv_packages)
    if not ready:
        make_venv()
        install_locked(level)


def is_set_up(level: str) -> bool:
    """Whether .venv was installed from the current lock files and pyproject.toml."""
    try:
        done = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return (
        VENV_PYTHON.exists()
        and WHEELS.exists()
        and done.get("from") == fingerprint()
        and done.get("level") in (level, "dev")
    )


def fingerprint() -> str:
    """A checksum of the files that .venv is installed from."""
    made_from = hashlib.sha256()
    for path in (ROOT / "pyproject.toml", *LOCKS.values()):
        made_from.update(path.read_bytes())
    return made_from.hexdigest()


def make_venv() -> None:
    """Create .venv, unless a working one exists."""
    if (
        VENV_PYTHON.exists()
        and WHEELS.exists()
        and call([VENV_PYTHON, "-m", "pip", "--version"], quiet=True) == 0
    ):
        return
    say("Creating the virtual environment .venv")
    call([sys.executable, "-m", "venv", "--clear", VENV], check=True)


def install_locked(level: str) -> None:
    """Install the locked versions, each checked against its hash."""
    say(f"Installing the packages in {LOCKS[level].name} into .venv (once; about a minute)")
    pip = [VENV_PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    report = VENV / "pip-report.json"
    call([*pip, "--report", report, "--require-hashes", "-r", LOCKS[level]], check=True)
    keep_wheel_hashes(report)
    if level == "dev":
        call([*pip, "--no-deps", "--no-build-isolation", "-e", "."], check=True)
    STAMP.write_text(json.dumps({"level": level, "from": fingerprint()}), encoding="utf-8")


def keep_wheel_hashes(report: Path) -> None:
    """Add to WHEELS what pip has just installed, by its report."""
    known = json.loads(WHEELS.read_text(encoding="utf-8")) if WHEELS.exists() else {}
    for item in json.loads(report.read_text(encoding="utf-8"))["install"]:
        hashes = item["download_info"].get("archive_info", {}).get("hashes", {})
        known[item["metadata"]["name"]] = hashes.get("sha256", "")
    WHEELS.write_text(json.dumps(known, indent=1, sort_keys=True), encoding="utf-8")
    report.unlink()


def missing_venv_packages() -> list[str]:
    """The Debian packages that this Python needs to create a virtual environment."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def install_system_packages(lacking: Sequence[Library], venv_packages: Sequence[str]) -> None:
    """Install system packages as root on Debian or Ubuntu; elsewhere print the command and stop."""
    wanted = [library.soname for library in lacking]
    if venv_packages:
        wanted.append("Python's venv and ensurepip")
    say("This system lacks " + ", ".join(wanted) + ".")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        packages = sorted({library.apt for library in lacking} | set(venv_packages))
        say("Installing " + " ".join(packages))
        apt = {"DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
        call(["apt-get", "update", "-qq"], apt, check=True)
        call(install, apt, check=True, quiet=True)
        return
    command = system_libraries.install_command(lacking, more_apt_packages=venv_packages)
    if command is None or (venv_packages and not shutil.which("apt-get")):
        stop("Install them with your system's package tool, then run make again.")
    stop(f"Install them with this command, then run make again:\n\n    {command}\n")
