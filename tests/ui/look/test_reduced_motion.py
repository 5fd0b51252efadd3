from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from peru_timeline.ui.look import reduced_motion as motion


def test_a_switch_in_the_environment(tmp_path: Path) -> None:
    assert motion._linux_asks({motion.ENVIRONMENT_SWITCH: "0"}, tmp_path)
    assert not motion._linux_asks({}, tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "asks"),
    [
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=1\n", False),
        ("kdeglobals", "not a settings file", False),
    ],
)
def test_settings_files_of_desktops(tmp_path: Path, name: str, content: str, asks: bool) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    assert motion._linux_asks({}, tmp_path) is asks


def test_settings_of_macos(tmp_path: Path) -> None:
    path = tmp_path / "universalaccess.plist"
    assert not motion._mac_asks(path)
    path.write_bytes(plistlib.dumps({"reduceMotion": True}))
    assert motion._mac_asks(path)
    path.write_bytes(b"garbage")
    assert not motion._mac_asks(path)


def test_asking_the_system_does_not_fail() -> None:
    assert motion.system_asks_for_less_motion() in (True, False)
