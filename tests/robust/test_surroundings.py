"""It starts and is usable whatever the locale, the clock, the screen and what the system lacks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="surroundings of POSIX")

NO_FONTS = "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig></fontconfig>"

SURROUNDINGS: Mapping[str, dict[str, str | None]] = {
    "locale C": {"LC_ALL": "C", "LANG": "C"},
    "locale POSIX without UTF-8": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "locale tr_TR": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "locale ar_EG": {"LC_ALL": "ar_EG.UTF-8", "LANG": "ar_EG.UTF-8", "LANGUAGE": "ar"},
    "locale ja_JP": {"LC_ALL": "ja_JP.UTF-8", "LANG": "ja_JP.UTF-8"},
    "locale de_DE": {"LC_ALL": "de_DE.UTF-8"},
    "locale es_PE": {"LC_ALL": "es_PE.UTF-8", "LANGUAGE": "es"},
    "locale in Latin-1": {"LC_ALL": "es_ES.ISO-8859-1"},
    "locale bogus": {"LC_ALL": "xx_YY.nonsense@x", "LANG": "../../etc", "LANGUAGE": ":::x"},
    "clock Kiritimati": {"TZ": "Pacific/Kiritimati"},
    "clock Kathmandu": {"TZ": "Asia/Kathmandu"},
    "clock bogus": {"TZ": ":/nowhere/at all"},
    "clock beyond a day": {"TZ": "XXX-167:59:59"},
    "scale 0.75": {"QT_SCALE_FACTOR": "0.75"},
    "scale 1.25": {"QT_SCALE_FACTOR": "1.25"},
    "scale 2": {"QT_SCALE_FACTOR": "2"},
    "scale bogus": {"QT_SCALE_FACTOR": "wide"},
    "HOME unset": {"HOME": None, "USER": None, "LOGNAME": None, "XDG_CONFIG_HOME": None, "XDG_DATA_HOME": None},
    "HOME nowhere": {"HOME": "/nowhere/at/all"},
    "HOME the root": {"HOME": "/"},
    "HOME a device": {"HOME": "/dev/null", "XDG_CONFIG_HOME": "/dev/null/x"},
    "no D-Bus": {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere", "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"},
    "no OpenGL": {"LIBGL_ALWAYS_SOFTWARE": "1", "LIBGL_DRIVERS_PATH": "/nowhere", "QT_XCB_GL_INTEGRATION": "none"},
    "no fonts": {"FONTCONFIG_FILE": "no-fonts.conf"},
    "a style of the reader's": {"QT_STYLE_OVERRIDE": "windows", "QT_QPA_PLATFORMTHEME": "nonsense"},
    "Python with warnings": {"PYTHONWARNINGS": "default", "PYTHONDEVMODE": "1"},
    "Python without assertions": {"PYTHONOPTIMIZE": "2"},
    "no path": {"PATH": ""},
    "no folder for temporary files": {"TMPDIR": "/nowhere"},
}  # fmt: skip


def session(
    home: Path, changes: Mapping[str, str | None], *, stripped: bool = False
) -> dict[str, Any]:
    """A whole session in these surroundings; what was seen."""
    there = {
        **({} if stripped else os.environ),
        "PERU_TIMELINE_HOME": str(home),
        "QT_QPA_PLATFORM": os.environ["QT_QPA_PLATFORM"],
        **changes,
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.robust.session"],
        env={name: value for name, value in there.items() if value is not None},
        capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    said = done.stderr.decode("utf-8", "replace")
    assert done.returncode == 0, said[-3000:]
    assert "Traceback" not in said
    found: dict[str, Any] = json.loads(done.stdout.decode("utf-8", "replace").splitlines()[-1])
    return found


def assert_usable(found: dict[str, Any]) -> None:
    assert found["document"] == "peru-1992-2023"
    assert len(found["titles"]) == 12
    assert all(found["titles"])
    assert found["in_view"] > 0
    assert found["colours"] > 8, "the window is blank"
    assert found["exported"] > 10_000
    width, height = found["screen"]
    assert found["size"][0] <= width
    assert found["size"][1] <= height


QUICK = ("locale C", "locale ar_EG", "clock bogus", "scale 2", "HOME unset", "no D-Bus", "no fonts")
"""Tried in every run of the tests; the others take a minute or two together."""


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[] if name in QUICK else pytest.mark.slow) for name in SURROUNDINGS],
)
def test_it_starts_and_is_usable(name: str, tmp_path: Path) -> None:
    (tmp_path / "no-fonts.conf").write_text(NO_FONTS, encoding="utf-8")
    changes = dict(SURROUNDINGS[name])
    if "FONTCONFIG_FILE" in changes:
        changes["FONTCONFIG_FILE"] = str(tmp_path / "no-fonts.conf")
        changes["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    assert_usable(session(tmp_path / "home", changes))


def test_it_starts_in_an_environment_that_is_empty(tmp_path: Path) -> None:
    assert_usable(session(tmp_path, {}, stripped=True))


def test_a_home_that_may_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"")  # a file stands where the folders should be
    found = subprocess.run(
        [sys.executable, "-m", "tests.robust.session", "--folder", tmp_path / "elsewhere"],
        env=os.environ | {"PERU_TIMELINE_HOME": str(tmp_path / "home")},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr[-3000:]
    assert "Traceback" not in found.stderr
    assert_usable(json.loads(found.stdout.splitlines()[-1]))


# --- real screens -----------------------------------------------------------------------------

with_xvfb = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")


@pytest.fixture
def screen(request: pytest.FixtureRequest) -> Iterator[str]:
    """An X server with a screen of the size asked for; its DISPLAY."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{request.param}x24", "-nolisten", "tcp",
         "-extension", "GLX"],  # no OpenGL either
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as told:
        display = told.readline().strip()
    try:
        yield f":{display}"
    finally:
        server.terminate()
        server.wait()


@with_xvfb
@pytest.mark.parametrize(
    "screen",
    [
        "1024x600",
        *(
            pytest.param(size, marks=pytest.mark.slow)
            for size in ("640x480", "1920x1080", "3840x2160")
        ),
    ],
    indirect=True,
)
def test_a_screen_of_that_size(screen: str, tmp_path: Path) -> None:
    xcb = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": None}
    found = session(tmp_path, xcb)
    assert_usable(found)


@with_xvfb
@pytest.mark.slow
@pytest.mark.parametrize("screen", ["3840x2160"], indirect=True)
def test_scale_3(screen: str, tmp_path: Path) -> None:
    large = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "3"}
    assert_usable(session(tmp_path, large))


@with_xvfb
@pytest.mark.slow
@pytest.mark.parametrize("screen", ["1024x600"], indirect=True)
def test_a_window_remembered_from_a_screen_that_was_taken_away(screen: str, tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    place = {"x": 5000, "y": 3000, "width": 2500, "height": 1400}
    (config / "settings.json").write_text(json.dumps({"window": place}), encoding="utf-8")
    assert_usable(session(tmp_path, {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}))


def test_no_display_at_all_is_said_in_words(tmp_path: Path) -> None:
    there = {"PATH": os.environ["PATH"], "PERU_TIMELINE_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "peru_timeline"], env=there, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "display" in done.stderr
    assert "Traceback" not in done.stderr
