"""Whether the system asks programs to reduce motion. Qt does not say (6.11), so each system is asked directly."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ENVIRONMENT_SWITCH = "GTK_ENABLE_ANIMATIONS"


@cache
def system_asks_for_less_motion() -> bool:
    """Whether the reader has set this for the whole system; False if that cannot be found out."""
    if sys.platform == "win32":
        return _windows_asks()
    home = Path.home()
    if sys.platform == "darwin":
        return _mac_asks(home / "Library/Preferences/com.apple.universalaccess.plist")
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    return _linux_asks(os.environ, config) or _portal_asks()


if sys.platform == "win32":

    def _windows_asks() -> bool:
        import ctypes

        enabled = ctypes.c_int(1)
        get_client_area_animation = 0x1042
        ctypes.windll.user32.SystemParametersInfoW(
            get_client_area_animation, 0, ctypes.byref(enabled), 0
        )
        return not enabled.value


def _mac_asks(preferences: Path) -> bool:
    import plistlib

    try:
        with preferences.open("rb") as file:
            return bool(plistlib.load(file).get("reduceMotion", False))
    except (OSError, ValueError, plistlib.InvalidFileException):
        return False


def _linux_asks(environment: Mapping[str, str], config: Path) -> bool:
    """Read the settings files of GTK and KDE."""
    from configparser import ConfigParser, Error

    if environment.get(ENVIRONMENT_SWITCH) == "0":
        return True
    places = (
        ("gtk-4.0/settings.ini", "Settings", "gtk-enable-animations"),
        ("gtk-3.0/settings.ini", "Settings", "gtk-enable-animations"),
        ("kdeglobals", "KDE", "AnimationDurationFactor"),
    )
    for name, section, key in places:
        parser = ConfigParser(interpolation=None, strict=False)
        try:
            parser.read(config / name, encoding="utf-8")
            value = parser.get(section, key, fallback="1").strip().lower()
        except (Error, OSError, UnicodeDecodeError):
            continue
        if value in ("0", "false", "0.0"):
            return True
    return False


def _portal_asks() -> bool:
    """Ask for GNOME's switch through the desktop portal; wait at most 0.2 s, the usual answer takes milliseconds."""
    try:
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage
    except ImportError:
        return False
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    portal = "org.freedesktop.portal"
    call = QDBusMessage.createMethodCall(
        f"{portal}.Desktop",
        f"/{portal.replace('.', '/')}/desktop",
        f"{portal}.Settings",
        "ReadOne",
    )
    call.setArguments(["org.gnome.desktop.interface", "enable-animations"])
    answer = bus.call(call, QDBus.CallMode.Block, 200).arguments()
    return answer[:1] == [False]
