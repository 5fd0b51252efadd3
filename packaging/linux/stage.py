"""The tree that every Linux installer packs: `usr/…`, as it will be installed."""

from __future__ import annotations

import gzip
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import changelog
from freeze import set_times

from peru_timeline import HOMEPAGE, desktop_entry

NAME = "peru-timeline"
MAINTAINER = "The Peru Timeline authors <peru-timeline@localhost>"
APP_ID = "io.github.peru_timeline.peru_timeline"
#: Where docs/images can be read on the web. AppStream takes no other address, and a checkout knows none:
#: the release workflow says it, and elsewhere the screenshots are left out.
PICTURES_VARIABLE = "PERU_TIMELINE_PICTURES"
SCREENSHOTS = (
    ("window-light.png", "The whole chronology, and an event with what its source says"),
    ("window-dark.png", "The same window in dark colours"),
)
#: What lintian is told to pass over, where, and why; nothing else is passed over.
LINTIAN_OVERRIDES = """\
# The frozen program carries Python, Qt and what Pillow, lxml and PyYAML are built with, as its licence folder
# and bill of materials say: it must be the same program on every system, and run where none is packaged.
{n}: embedded-library * [{lib}/lib*]
{n}: embedded-library * [{lib}/python3*]
{n}: embedded-library libjpeg [{lib}/PySide6/*]
{n}: embedded-library * [{lib}/pillow.libs/*]
{n}: embedded-library * [{lib}/lxml/*]
{n}: embedded-library libyaml [{lib}/yaml/*]
# Stripping breaks numpy's libraries, which were rewritten after linking.
{n}: unstripped-binary-or-object [{lib}/numpy*]
# ICU's tables hold no code; some of Python's modules call Python alone.
{n}: shared-library-lacks-prerequisites [{lib}/PySide6/Qt/lib/libicudata*]
{n}: library-not-linked-against-libc [{lib}/PySide6/Qt/lib/libicudata*]
{n}: shared-library-lacks-prerequisites [{lib}/python3*]
{n}: library-not-linked-against-libc [{lib}/python3*]
# PyInstaller's starter is built that way, for old systems.
{n}: hardening-no-pie [usr/lib/{n}/{n}]
# The project has no mail address; SECURITY.md in the source says where to report.
{n}: bogus-mail-host Maintainer {n}@localhost
{n}: bogus-mail-host-in-debian-changelog {n}@localhost *
"""


def stage_tree(root: Path, program: Path, stage: Path, version: str) -> Path:
    """Lay out `stage/usr/…` as it will be installed; all Linux installers pack this tree."""
    shutil.rmtree(stage, ignore_errors=True)
    share = stage / "usr" / "share"
    lib = stage / "usr" / "lib" / NAME
    shutil.copytree(program, lib, symlinks=True)
    (stage / "usr" / "bin").mkdir(parents=True)
    (stage / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    linux = root / "packaging" / "linux"
    said = marks(root, version)

    def fill(source: Path, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(filled(source, said), encoding="utf-8")

    fill(linux / f"{APP_ID}.metainfo.xml", share / "metainfo" / f"{APP_ID}.metainfo.xml")
    fill(linux / "copyright", share / "doc" / NAME / "copyright")
    fill(linux / f"{NAME}.1", share / "man" / "man1" / f"{NAME}.1")
    compress(share / "man" / "man1" / f"{NAME}.1")
    (share / "doc" / NAME / "changelog").write_text(debian_changelog(version), encoding="utf-8")
    compress(share / "doc" / NAME / "changelog")
    overrides = share / "lintian" / "overrides" / NAME
    overrides.parent.mkdir(parents=True)
    overrides.write_text(
        LINTIAN_OVERRIDES.format(n=NAME, lib=f"usr/lib/{NAME}/_internal"), encoding="utf-8"
    )
    for source, place in desktop_entry.files():
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, share / place)
    tidy_modes(stage)
    set_times(stage, int(os.environ["SOURCE_DATE_EPOCH"]))
    return stage


def marks(root: Path, version: str) -> dict[str, str]:
    """Return what takes the place of each mark in the files of packaging/linux.

    The day of a release is that of the change log; of anything else, that of the commit.
    """
    committed = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), tz=UTC).date()
    section = changelog.release(root, version)
    day = (section and section.day) or committed
    return {
        "@VERSION@": version,
        "@DATE@": day.isoformat(),
        "@HOMEPAGE@": HOMEPAGE,
        "@SCREENSHOTS@\n": screenshots(os.environ.get(PICTURES_VARIABLE, "")),
    }


def filled(source: Path, said: dict[str, str]) -> str:
    """Return a file's text with its marks replaced."""
    text = source.read_text(encoding="utf-8")
    for mark, words in said.items():
        text = text.replace(mark, words)
    return text


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
        f" -- {MAINTAINER}  "
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
