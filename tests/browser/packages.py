"""Packages of other authors that tests run in a browser, installed once into build/browser."""

from __future__ import annotations

import os
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
    if not all(_is_same(HERE / file, FOLDER / file) for file in FILES):
        shutil.rmtree(FOLDER, ignore_errors=True)
        _install()
    return FOLDER / "node_modules" / name


def _is_same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


def _install() -> None:
    """Install into a folder of this process, which then takes the place of the common one: others may do the same."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    folder = FOLDER.with_name(f"{FOLDER.name}-{os.getpid()}")
    folder.mkdir(parents=True)
    for file in FILES:
        shutil.copy(HERE / file, folder / file)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=LONGEST_S)
        folder.rename(FOLDER)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        pytest.skip("npm could not install the packages; it needs a network the first time")
    except OSError:
        if not FOLDER.is_dir():
            raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)
