"""Menu entry, file type and icons on Linux, for one user: `peru-timeline desktop install|remove`.

An installer package brings these along; a program installed by pipx or uv has none until its
reader asks. Nothing here imports Qt.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from peru_timeline import paths

NAME = "peru-timeline"
FILE_TYPE_ICON = "application-x-chronology+json"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ENTRY = Path("applications", f"{NAME}.desktop")
FILE_TYPE = Path("mime", "packages", f"{NAME}-mime.xml")

#: What the desktop's own tools make of these files; of no use once nothing else is there.
_MIME_INDEX = (
    *("aliases", "generic-icons", "globs", "globs2", "icons", "magic", "mime.cache"),
    *("subclasses", "treemagic", "types", "version", "XMLnamespaces"),
)


def files() -> Iterator[tuple[Path, Path]]:
    """Yield each file of ours and where it goes, relative to a data folder such as /usr/share."""
    source = paths.resources_dir() / "desktop"
    yield source / ENTRY.name, ENTRY
    yield source / FILE_TYPE.name, FILE_TYPE
    icons, hicolor = paths.icons_dir(), Path("icons", "hicolor")
    for folder, name in (("apps", NAME), ("mimetypes", FILE_TYPE_ICON)):
        for size in ICON_SIZES:
            icon = hicolor / f"{size}x{size}" / folder / f"{name}.png"
            yield icons / f"{NAME}-{size}.png", icon
        yield icons / f"{NAME}.svg", hicolor / "scalable" / folder / f"{name}.svg"


def install(data: Path, command: Path) -> None:
    """Put the files below `data`; the menu entry starts `command`. Raises OSError."""
    for source, place in files():
        target = data / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    entry = data / ENTRY
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace(f"Exec={NAME}", f"Exec={exec_word(command)}"), encoding="utf-8")
    _refresh(data)


def remove(data: Path) -> bool:
    """Take the files away from below `data`, and what is empty without them; whether any was there.

    Raises OSError.
    """
    found = [data / place for _, place in files() if (data / place).is_file()]
    for path in found:
        path.unlink()
    if found:
        _refresh(data)
        _remove_empty(data)
    return bool(found)


def exec_word(command: Path) -> str:
    """Quote a program's path for the key Exec of a desktop entry.

    The Desktop Entry Specification wants it in double quotes, with a backslash before each of
    `"`, backtick, `$` and backslash; every backslash is then doubled, as in any value; `%` begins
    a field code.
    """
    quoted = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in str(command))
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'


def _refresh(data: Path) -> None:
    """Have the desktop read its folders again, with those of its tools that are here."""
    for tool, *words in (
        ("update-mime-database", data / "mime"),
        ("update-desktop-database", data / "applications"),
        ("gtk-update-icon-cache", "-q", "-t", "-f", data / "icons" / "hicolor"),
    ):
        if shutil.which(tool):
            subprocess.run([tool, *map(str, words)], check=False, capture_output=True)


def _remove_empty(data: Path) -> None:
    """Remove indices of nothing, and folders that hold nothing."""
    packages, applications = data / "mime" / "packages", data / "applications"
    icons = data / "icons" / "hicolor"
    if not any(packages.glob("*")):
        for name in _MIME_INDEX:
            (data / "mime" / name).unlink(missing_ok=True)
    if [path.name for path in applications.glob("*")] == ["mimeinfo.cache"]:
        (applications / "mimeinfo.cache").unlink()
    if [path.name for path in icons.rglob("*") if path.is_file()] == ["icon-theme.cache"]:
        (icons / "icon-theme.cache").unlink()
    for top in (data / "mime", data / "icons", applications):
        for folder in sorted((top, *top.rglob("*")), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
