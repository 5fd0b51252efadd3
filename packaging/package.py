"""Freeze the program, try it, and build the installers of this system: what `make package` runs.

Everything lands in `dist/`: the frozen program, its installers (on Linux a .deb, a .run and an
.rpm), the bill of materials and the SHA-256 sums.
The same commit gives the same bytes: file times are the commit's (SOURCE_DATE_EPOCH), hashes are
not randomised, archives are written in sorted order.
"""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

import recipe  # noqa: E402  # the folder is no package: it is put on the path above
from bill.files import add_files  # noqa: E402
from bill.ship import BILL  # noqa: E402
from freeze import freeze, smoke  # noqa: E402
from linux.checks import check_packages, check_program  # noqa: E402
from linux.elf import needed_from_system, oldest_glibc  # noqa: E402
from linux.packages import build_deb, build_rpm, build_run  # noqa: E402
from linux.stage import stage_tree  # noqa: E402
from linux.tools import get_tools  # noqa: E402
from macos.disk_image import build_image  # noqa: E402
from macos.signing import identity  # noqa: E402
from windows.installer import build_installer  # noqa: E402

from peru_timeline import __version__  # noqa: E402


def commit_time() -> str:
    """Seconds since 1970 of the commit that is built, for every file time that ships."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    shown = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    # A source archive has no history: the changelog's release day would be no better than this.
    return shown.stdout.strip() or "1767225600"


def write_sums(files: list[Path], target: Path) -> None:
    """Write SHA-256 sums in the form that `sha256sum --check` reads."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    target.write_text("".join(lines), encoding="ascii")


def remove_earlier(dist: Path) -> None:
    """Remove the installers of an earlier build, which may be those of another version."""
    for kind in ("*.deb", "*.rpm", "*.run", "*-setup.exe", "*.dmg", "*.cdx.json", "SHA256SUMS"):
        for path in dist.glob(kind):
            path.unlink()


def main(arguments: list[str]) -> int:
    """Run the steps in order; with `--freeze-only` stop after the smoke test."""
    os.environ["SOURCE_DATE_EPOCH"] = commit_time()
    os.environ["PYTHONHASHSEED"] = "0"
    # Packed in parallel, the bytes would depend on the machine.
    os.environ["DPKG_DEB_THREADS_MAX"] = "1"
    dist = ROOT / "dist"
    if sys.platform == "linux":
        get_tools()
    certificate = identity() if sys.platform == "darwin" else None
    if certificate is not None:
        os.environ["APPLE_IDENTITY"] = certificate
    remove_earlier(dist)
    program = freeze(ROOT, dist)
    smoke(program, ROOT / "build" / "smoke")
    tests = [sys.executable, "-m", "pytest", "-q", "tests/packaging", "-k", "frozen"]
    if subprocess.run(tests, cwd=ROOT, check=False).returncode:
        raise SystemExit("The frozen program does not pass its test: see above.")
    if "--freeze-only" in arguments:
        return 0
    made = installers(program, dist, certificate)
    bill = dist / f"peru-timeline-{__version__}-{system()}.cdx.json"
    inside = program / "_internal"
    if sys.platform == "darwin":
        inside = dist / recipe.bundle(__version__)["name"] / "Contents" / "Frameworks"
    add_files(ROOT / "build" / "licences" / BILL, inside, bill)
    write_sums([*made, bill], dist / "SHA256SUMS")
    for path in made:
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1e6:.1f} MB")
    return 0


def system() -> str:
    """Return this system and processor, as the names of files have them."""
    name = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    return f"{name}-{platform.machine().lower().replace('amd64', 'x86_64')}"


def installers(program: Path, dist: Path, certificate: str | None) -> list[Path]:
    """Build the installers of this system from the frozen program."""
    if sys.platform == "win32":
        return [build_installer(ROOT, program, dist, __version__)]
    if sys.platform == "darwin":
        image = dist / f"peru-timeline-{__version__}-{system()}.dmg"
        return [build_image(dist / recipe.bundle(__version__)["name"], image, certificate)]
    check_program(program)
    stage = stage_tree(ROOT, program, ROOT / "build" / "stage", __version__)
    made = [
        build_deb(ROOT, stage, dist, __version__),
        build_run(ROOT, stage, dist, __version__),
        build_rpm(ROOT, stage, dist, __version__),
    ]
    check_packages(ROOT, stage, made[0], __version__)
    glibc = ".".join(map(str, oldest_glibc(needed_from_system(program))))
    installed = sum(path.stat().st_size for path in stage.rglob("*") if not path.is_symlink())
    print(f"needs glibc {glibc} or later; {installed / 1e6:.1f} MB installed")
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
