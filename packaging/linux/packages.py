"""Pack the staged tree as .deb, .run and .rpm."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from freeze import set_times
from linux.needs import deb_depends, rpm_requires
from linux.stage import MAINTAINER, NAME
from tool import run

DESCRIPTION = """\
Description: zoomable timeline of a source-cited chronology
 Peru's dealings with China, the United States, Russia and others from 1992 to
 2023, with what the sources say word for word and with the citation.
 .
 The program works offline and opens other chronologies too.
"""


def debian_architecture() -> str:
    """Name this machine as Debian does."""
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())


def build_deb(root: Path, stage: Path, dist: Path, version: str) -> Path:
    """Pack the tree as a .deb."""
    tree = root / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(stage, tree, symlinks=True)
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        f"Package: {NAME}\nVersion: {version}\nArchitecture: {debian_architecture()}\n"
        f"Maintainer: {MAINTAINER}\n"
        f"Installed-Size: {sum(path.stat().st_size for path in files) // 1024}\n"
        f"Depends: {deb_depends(NAME, tree, root / 'build' / 'shlibdeps')}\n"
        f"Section: education\nPriority: optional\n{DESCRIPTION}",
        encoding="utf-8",
    )
    (tree / "DEBIAN" / "md5sums").write_text(
        "".join(
            f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
            f"  {path.relative_to(tree)}\n"
            for path in files
        ),
        encoding="utf-8",
    )
    set_times(tree, int(os.environ["SOURCE_DATE_EPOCH"]))
    target = dist / f"{NAME}_{version}_{debian_architecture()}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", tree, target)
    return target


def build_run(root: Path, stage: Path, dist: Path, version: str) -> Path:
    """Pack the program as a self-extracting installer for one user."""
    tree = root / "build" / "run"
    shutil.rmtree(tree, ignore_errors=True)
    for part in (Path("usr", "lib", NAME), Path("usr", "share", "man")):
        shutil.copytree(stage / part, tree / part, symlinks=True)
    shutil.copy(root / "packaging" / "linux" / "install.sh", tree / "install.sh")
    (tree / "install.sh").chmod(0o755)
    set_times(tree, int(os.environ["SOURCE_DATE_EPOCH"]))
    target = dist / f"{NAME}-{version}-{platform.machine()}.run"
    day = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), tz=UTC)
    run(
        "makeself",
        *("--gzip", "--complevel", "9n"),  # n: without name and time inside
        *("--nox11", "--nomd5", "--noprogress", "--sha256", "--quiet"),
        *("--packaging-date", day.strftime("%Y-%m-%d"), "--tar-extra"),
        f"--sort=name --owner=0 --group=0 --numeric-owner --mtime=@{int(day.timestamp())}",
        # makeself writes its arguments into the file: relative paths are the same everywhere.
        *(tree.relative_to(root), target.relative_to(root)),
        *(f"Peru Timeline {version}", "./install.sh"),
        cwd=root,
    )
    return target


def build_rpm(root: Path, stage: Path, dist: Path, version: str) -> Path:
    """Pack the tree as an .rpm through nfpm."""
    target = dist / f"{NAME}-{version}.{platform.machine()}.rpm"
    recipe = (root / "packaging" / "linux" / "nfpm.yaml").read_text(encoding="utf-8")
    for key, value in (
        ("VERSION", version),
        ("ARCH", debian_architecture()),
        ("STAGE", str(stage)),
        ("REQUIRES", json.dumps(rpm_requires(stage / "usr" / "lib" / NAME))),  # JSON is YAML
    ):
        recipe = recipe.replace("${" + key + "}", value)
    filled = root / "build" / "nfpm.yaml"
    filled.write_text(recipe, encoding="utf-8")
    nfpm = Path(sys.executable).with_name("nfpm")
    run(nfpm, "package", "--packager", "rpm", "--config", filled, "--target", target)
    return target
