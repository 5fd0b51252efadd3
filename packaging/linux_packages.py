"""Build the Linux installers from the frozen program: .deb, .run and .rpm."""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from freeze import set_times

from peru_timeline import desktop_entry

NAME = "peru-timeline"
APP_ID = "io.github.peru_timeline.peru_timeline"
#: Where docs/images can be read on the web. AppStream takes no other address, and a checkout knows none:
#: the release workflow says it, and elsewhere the screenshots are left out.
PICTURES_VARIABLE = "PERU_TIMELINE_PICTURES"
SCREENSHOTS = (
    ("window-light.png", "The whole chronology, and an event with what its source says"),
    ("window-dark.png", "The same window in dark colours"),
)
#: What lintian is told to pass over, and why; of warnings and errors nothing else is passed over.
LINTIAN_OVERRIDES = """\
# The frozen program carries Python, Qt and numpy, as its licence folder and bill of materials say:
# it must be the same program on every system, and run where none of them is packaged.
{n}: embedded-library *
# They come as built by their projects, with search paths beside themselves. Python's own names the
# folder it was built for as well, which readers of this package do not have.
{n}: custom-library-search-path *
# Stripping breaks numpy's libraries, which were rewritten after linking; what can be stripped is.
{n}: unstripped-binary-or-object *
# Qt's tables of Unicode hold no code, and one of Python's modules calls only its own library.
{n}: shared-library-lacks-prerequisites *
{n}: library-not-linked-against-libc *
# PyInstaller's starter is built that way, for old systems.
{n}: hardening-no-pie *
# The project has no mail address; SECURITY.md in the source says where to report.
{n}: bogus-mail-host *
{n}: bogus-mail-host-in-debian-changelog *
"""


def stage_tree(root: Path, program: Path, stage: Path, version: str) -> Path:
    """Lay out `stage/usr/…` as it will be installed; all Linux installers pack this tree."""
    shutil.rmtree(stage, ignore_errors=True)
    share = stage / "usr" / "share"
    lib = stage / "usr" / "lib" / NAME
    shutil.copytree(program, lib, symlinks=True)
    (stage / "usr" / "bin").mkdir(parents=True)
    (stage / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    day = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), tz=UTC).strftime("%Y-%m-%d")
    linux = root / "packaging" / "linux"

    def fill(source: Path, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        for mark, said in (
            ("@VERSION@", version),
            ("@DATE@", day),
            ("@SCREENSHOTS@\n", screenshots(os.environ.get(PICTURES_VARIABLE, ""))),
        ):
            text = text.replace(mark, said)
        target.write_text(text, encoding="utf-8")

    fill(linux / f"{APP_ID}.metainfo.xml", share / "metainfo" / f"{APP_ID}.metainfo.xml")
    fill(linux / "copyright", share / "doc" / NAME / "copyright")
    fill(linux / f"{NAME}.1", share / "man" / "man1" / f"{NAME}.1")
    compress(share / "man" / "man1" / f"{NAME}.1")
    (share / "doc" / NAME / "changelog").write_text(debian_changelog(version), "utf-8")
    compress(share / "doc" / NAME / "changelog")
    overrides = share / "lintian" / "overrides" / NAME
    overrides.parent.mkdir(parents=True)
    overrides.write_text(LINTIAN_OVERRIDES.format(n=NAME), encoding="utf-8")
    for source, place in desktop_entry.files():
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, share / place)
    tidy_modes(stage)
    set_times(stage, int(os.environ["SOURCE_DATE_EPOCH"]))
    return stage


def screenshots(address: str) -> str:
    """Give the screenshots of the AppStream data, on the web below `address`; none without one."""
    if not address:
        return ""
    address = address.rstrip("/")
    pictures = "".join(
        f"    <screenshot>\n      <caption>{caption}</caption>\n"
        f"      <image>{address}/{name}</image>\n    </screenshot>\n"
        for name, caption in SCREENSHOTS
    ).replace("<screenshot>", '<screenshot type="default">', 1)
    return f"  <screenshots>\n{pictures}  </screenshots>\n"


def debian_changelog(version: str) -> str:
    """Give the changelog in Debian's form; what changed stands in CHANGELOG.md."""
    when = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), tz=UTC)
    return (
        f"{NAME} ({version}) stable; urgency=medium\n\n  * Release {version}.\n\n"
        f" -- The Peru Timeline authors <{NAME}@localhost>  "
        f"{when.strftime('%a, %d %b %Y %H:%M:%S +0000')}\n"
    )


def compress(path: Path) -> None:
    """Replace a file by its gzip, without name and time inside."""
    packed = gzip.compress(path.read_bytes(), mtime=0)
    path.with_name(f"{path.name}.gz").write_bytes(packed)
    path.unlink()


def tidy_modes(stage: Path) -> None:
    """Make modes those of a package: folders and programs 755, all else 644."""
    for path in stage.rglob("*"):
        if path.is_symlink():
            continue
        is_program = path == stage / "usr" / "lib" / NAME / NAME
        path.chmod(0o755 if path.is_dir() or is_program else 0o644)
    stage.chmod(0o755)


def debian_architecture() -> str:
    """Name this machine as Debian does."""
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())


def shared_library_depends(root: Path, tree: Path) -> str:
    """Compute the packages that the frozen program's libraries need from the system.

    Raises RuntimeError with what dpkg-shlibdeps says, such as a library that is not installed
    here and so belongs to no package it knows.
    """
    work = root / "build" / "shlibdeps"
    shutil.rmtree(work, ignore_errors=True)
    (work / "debian").mkdir(parents=True)
    (work / "debian" / "control").write_text(
        f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n"
    )
    lib = tree / "usr" / "lib" / NAME
    libraries = [p for p in sorted(lib.rglob("*.so*")) if p.is_file() and not p.is_symlink()]
    binaries = [str(lib / NAME), *map(str, libraries)]
    private = sorted({str(p.parent) for p in libraries})
    shown = subprocess.run(
        [
            "dpkg-shlibdeps",
            "-O",
            "--ignore-missing-info",
            *(f"-l{folder}" for folder in private),
            *(f"-e{binary}" for binary in binaries),
        ],
        cwd=work,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"shlibs:Depends=(.*)", shown.stdout)
    computed = found.group(1) if found else ""
    # These two register the file type and the menu entry.
    return ", ".join(filter(None, [computed, "shared-mime-info", "desktop-file-utils"]))


def build_deb(root: Path, stage: Path, dist: Path, version: str) -> Path:
    """Pack the tree as a .deb."""
    tree = root / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(stage, tree, symlinks=True)
    size = sum(p.lstat().st_size for p in tree.rglob("*") if not p.is_symlink()) // 1024
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()  # dpkg-shlibdeps knows the root of a package's tree by it
    control.write_text(
        f"Package: {NAME}\nVersion: {version}\nArchitecture: {debian_architecture()}\n"
        f"Maintainer: The Peru Timeline authors <{NAME}@localhost>\n"
        f"Installed-Size: {size}\nDepends: {shared_library_depends(root, tree)}\n"
        "Section: education\nPriority: optional\n"
        "Description: zoomable timeline of a source-cited chronology\n"
        " Peru's dealings with China, the United States, Russia and others from 1992 to\n"
        " 2023, with what the sources say word for word and with the citation.\n"
        " .\n"
        " The program works offline and opens other chronologies too.\n",
        encoding="utf-8",
    )
    (tree / "DEBIAN" / "md5sums").write_text(
        "".join(
            f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree)}\n"
            for path in sorted((tree / "usr").rglob("*"))
            if path.is_file() and not path.is_symlink()
        ),
        encoding="utf-8",
    )
    set_times(tree, int(os.environ["SOURCE_DATE_EPOCH"]))
    target = dist / f"{NAME}_{version}_{debian_architecture()}.deb"
    subprocess.run(
        [
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "-z9",
            "--build",
            str(tree),
            str(target),
        ],
        check=True,
    )
    return target


def build_run(root: Path, stage: Path, dist: Path, version: str) -> Path:
    """Pack the tree as a self-extracting installer for one user."""
    tree = root / "build" / "run"
    shutil.rmtree(tree, ignore_errors=True)
    for part in (Path("usr", "lib", NAME), Path("usr", "share", "man")):
        shutil.copytree(stage / part, tree / part, symlinks=True)
    shutil.copy(root / "packaging" / "linux" / "install.sh", tree / "install.sh")
    (tree / "install.sh").chmod(0o755)
    set_times(tree, int(os.environ["SOURCE_DATE_EPOCH"]))
    target = dist / f"{NAME}-{version}-{platform.machine()}.run"
    day = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), tz=UTC)
    subprocess.run(
        [
            "makeself",
            "--gzip",
            "--nox11",
            "--nomd5",
            "--noprogress",
            "--sha256",
            "--quiet",
            "--packaging-date",
            day.strftime("%Y-%m-%d"),
            "--tar-extra",
            f"--sort=name --owner=0 --group=0 --numeric-owner --mtime=@{int(day.timestamp())}",
            # It writes its words into the file: paths from here on, so that they are the same everywhere.
            str(tree.relative_to(root)),
            str(target.relative_to(root)),
            f"Peru Timeline {version}",
            "./install.sh",
        ],
        cwd=root,
        check=True,
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
    ):
        recipe = recipe.replace("${" + key + "}", value)
    filled = root / "build" / "nfpm.yaml"
    filled.write_text(recipe, encoding="utf-8")
    subprocess.run(
        [
            str(Path(sys.executable).with_name("nfpm")),
            "package",
            "--packager",
            "rpm",
            "--config",
            str(filled),
            "--target",
            str(target),
        ],
        check=True,
    )
    return target
