"""The system libraries that Qt needs and a bare Linux may lack, checked before Qt is loaded.

When one is missing, Qt aborts, or fails to import with a message that names only that one. The
installed command and ``packaging/bootstrap.py`` both check here first, so that a reader gets the
whole list with the command that installs it. The lists are what ``readelf -d`` shows for QtGui,
QtWidgets, QtDBus and the platform plug-ins of PySide6 6.11 and 6.12.

This runs before anything is installed, so it imports only the standard library.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple


class Library(NamedTuple):
    """A shared library, and the packages that contain it in Debian and Arch Linux."""

    soname: str
    apt: str
    pacman: str


ALWAYS = (
    Library("libEGL.so.1", "libegl1", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd"),
    Library("libX11.so.6", "libx11-6", "libx11"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype2"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
)

FOR_X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)

FOR_WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
)


def find_program(name: str) -> str | None:
    """Return the path of a program, or None where there is none."""
    import shutil  # takes 5 ms, and is needed only when a library is missing

    return shutil.which(name)


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window can be shown, as far as the environment tells."""
    if not platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


def needed(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> tuple[Library, ...]:
    """The libraries that the platform plug-in needs that Qt will choose here."""
    if not platform.startswith("linux"):
        return ()
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen == "xcb" or (not chosen and environment.get("DISPLAY")):
        return ALWAYS + FOR_X11
    if chosen.startswith("wayland") or (not chosen and environment.get("WAYLAND_DISPLAY")):
        return ALWAYS + FOR_WAYLAND
    return ALWAYS


def is_present(soname: str) -> bool:
    """Whether the system's loader can load a library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(
    libraries: Iterable[Library], present: Callable[[str], bool] = is_present
) -> tuple[Library, ...]:
    """The ``libraries`` that cannot be loaded here."""
    return tuple(library for library in libraries if not present(library.soname))


def install_command(
    libraries: Iterable[Library],
    which: Callable[[str], str | None] = find_program,
    more_apt_packages: Iterable[str] = (),
) -> str | None:
    """The command that installs ``libraries`` here, or None when no known package tool is found.

    RPM systems name their packages differently, but all of them accept the name of the library.
    """
    libraries = tuple(libraries)
    provided = sorted(f"'{library.soname}()(64bit)'" for library in libraries)
    if which("apt-get"):
        packages = sorted({library.apt for library in libraries} | set(more_apt_packages))
        install = "apt-get install -y --no-install-recommends " + " ".join(packages)
        return f"sudo apt-get update && sudo {install}"
    if which("dnf"):
        return "sudo dnf install " + " ".join(provided)
    if which("zypper"):
        return "sudo zypper install " + " ".join(provided)
    if which("pacman"):
        return "sudo pacman -S --needed " + " ".join(sorted({lib.pacman for lib in libraries}))
    return None


def explain(libraries: Iterable[Library], which: Callable[[str], str | None] = find_program) -> str:
    """A message that names the missing libraries and the command that installs them."""
    libraries = tuple(libraries)
    names = ", ".join(library.soname for library in libraries)
    command = install_command(libraries, which)
    if command is None:
        return (
            f"Qt cannot start: this system lacks {names}.\n"
            "Install the packages that contain these libraries with your system's package tool."
        )
    return f"Qt cannot start: this system lacks {names}.\nInstall them with:\n\n    {command}\n"


def check_before_qt(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    present: Callable[[str], bool] = is_present,
    which: Callable[[str], str | None] = find_program,
) -> str | None:
    """A message that says why Qt cannot start here, or None when it can.

    Call it before the first import of PySide6, once ``QT_QPA_PLATFORM`` is settled.
    """
    lacking = missing(needed(environment, platform), present)
    if lacking:
        return explain(lacking, which)
    if not has_display(environment, platform):
        return (
            "There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.\n"
            "To make a picture of the chronology or of the window without a display:\n\n"
            "    peru-timeline render OUT.png\n"
            "    peru-timeline screenshot OUT.png\n"
        )
    return None
