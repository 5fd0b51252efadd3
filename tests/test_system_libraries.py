from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from peru_timeline import system_libraries
from peru_timeline.system_libraries import ALWAYS, FOR_WAYLAND, FOR_X11, Library

EGL = Library("libEGL.so.1", "libegl1", "libglvnd")
GL = Library("libGL.so.1", "libgl1", "libglvnd")


def only(*programs: str) -> Callable[[str], str | None]:
    return lambda name: f"/usr/bin/{name}" if name in programs else None


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", ALWAYS),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", ALWAYS),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, "linux", ALWAYS),
        ({"QT_QPA_PLATFORM": "minimal:enable_fonts"}, "linux", ALWAYS),
        ({"DISPLAY": ":0"}, "linux", ALWAYS + FOR_X11),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", ALWAYS + FOR_X11),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", ALWAYS + FOR_WAYLAND),
        ({"QT_QPA_PLATFORM": "wayland-egl"}, "linux", ALWAYS + FOR_WAYLAND),
        ({"DISPLAY": ":0"}, "win32", ()),
        ({}, "darwin", ()),
    ],
)
def test_only_the_libraries_of_the_chosen_platform_are_needed(
    environment: dict[str, str], platform: str, expected: tuple[Library, ...]
) -> None:
    assert system_libraries.needed(environment, platform) == expected


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_display(environment: dict[str, str], platform: str, expected: bool) -> None:
    assert system_libraries.has_display(environment, platform) is expected


@pytest.mark.parametrize(
    ("programs", "expected"),
    [
        (
            ("apt-get", "dnf"),
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1",
        ),
        (("dnf",), "sudo dnf install 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        (("zypper",), "sudo zypper install 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        (("pacman",), "sudo pacman -S --needed libglvnd"),
        ((), None),
    ],
)
def test_install_command(programs: tuple[str, ...], expected: str | None) -> None:
    assert system_libraries.install_command([EGL, GL], only(*programs)) == expected


def test_every_missing_library_is_named_at_once() -> None:
    message = system_libraries.check_before_qt(
        {"DISPLAY": ":0"},
        "linux",
        present=lambda soname: soname not in {"libEGL.so.1", "libxcb-cursor.so.0"},
        which=only("apt-get"),
    )
    assert message is not None
    assert "libEGL.so.1, libxcb-cursor.so.0" in message
    assert "install -y --no-install-recommends libegl1 libxcb-cursor0" in message


def test_the_message_without_a_known_package_tool() -> None:
    message = system_libraries.explain([EGL], only())
    assert "libEGL.so.1" in message
    assert "package tool" in message


def test_a_missing_display_is_reported_before_qt_aborts() -> None:
    message = system_libraries.check_before_qt({}, "linux", present=lambda soname: True)
    assert message is not None
    assert "peru-timeline render OUT.png" in message


def test_no_message_when_nothing_is_missing() -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    assert (
        system_libraries.check_before_qt(environment, "linux", present=lambda soname: True) is None
    )


def test_each_soname_is_listed_once() -> None:
    sonames = [library.soname for library in ALWAYS + FOR_X11 + FOR_WAYLAND]
    assert len(set(sonames)) == len(sonames)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sonames are Linux's")
def test_the_loader_decides_what_is_present() -> None:
    assert system_libraries.is_present("libc.so.6")
    assert not system_libraries.is_present("libperu-timeline-does-not-exist.so.0")
