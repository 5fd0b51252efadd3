"""Packages of other authors that tests run in a browser, installed once into build/browser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FOLDER = HERE.parent.parent / "build" / "browser"
FILES = ("package.json", "package-lock.json")
LONGEST_S = 180


def package(name: str) -> Path:
    """The folder of a package; skips the test where npm or a network is missing."""
    found = FOLDER / "node_modules" / name
    if not found.is_dir() or any(
        (HERE / file).read_bytes() != (FOLDER / file).read_bytes() for file in FILES
    ):
        _install()
    return found


def _install() -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file in FILES:
        shutil.copy(HERE / file, FOLDER / file)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0"]
    try:
        subprocess.run(command, cwd=FOLDER, check=True, capture_output=True, timeout=LONGEST_S)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        (FOLDER / FILES[0]).unlink()
        pytest.skip("npm could not install the packages; it needs a network the first time")
