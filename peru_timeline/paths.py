"""Where the program's own files and the reader's folders are.

``resources/`` and ``seeds/`` lie beside the package in the source tree and inside it
(``peru_timeline/_bundled/``) in a wheel and in the frozen program. This is the one module that
knows; everybody else asks here.

Nothing here creates a folder or opens a file: a locked-down machine may have none of the
reader's folders, and that must be the caller's decision to bear.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs

APP_NAME = "peru-timeline"
DEFAULT_CHRONOLOGY_NAME = "peru-1992-2023.chronology"

HOME_VARIABLE = "PERU_TIMELINE_HOME"
"""Environment variable: keep settings, data, cache and logs in this one folder instead."""

_PACKAGE_DIR = Path(__file__).resolve().parent
_BUNDLE_NAME = "_bundled"


def resources_dir() -> Path:
    """Return the folder of icons, fonts and translations."""
    return _root() / "resources"


def seeds_dir() -> Path:
    """Return the folder of the chronologies that come with the program."""
    return _root() / "seeds"


def fonts_dir() -> Path:
    """Return the folder with one sub-folder for each bundled font family."""
    return resources_dir() / "fonts"


def icons_dir() -> Path:
    """Return the folder of the program's icon and the line icons of its interface."""
    return resources_dir() / "icons"


def translations_dir() -> Path:
    """Return the folder of Qt's compiled translations (``.qm``)."""
    return resources_dir() / "translations"


def default_chronology() -> Path:
    """Return the chronology that opens when the reader names no other."""
    return seeds_dir() / DEFAULT_CHRONOLOGY_NAME


def licences_dir() -> Path | None:
    """Return the folder with the licence of each part of the frozen program; None for another.

    Elsewhere the parts are packages of their own, each with its licence.
    """
    frozen_at = getattr(sys, "_MEIPASS", None)
    return None if frozen_at is None else Path(frozen_at) / "licences"


def user_config_dir() -> Path:
    """Return where settings are kept; the folder may not exist yet."""
    return _user_dir("config", platformdirs.user_config_path)


def user_data_dir() -> Path:
    """Return where documents that the reader adds are kept; it may not exist yet."""
    return _user_dir("data", platformdirs.user_data_path)


def user_cache_dir() -> Path:
    """Return where things are kept that can be made again; it may not exist yet."""
    return _user_dir("cache", platformdirs.user_cache_path)


def user_log_dir() -> Path:
    """Return where reports of failures are written; it may not exist yet."""
    return _user_dir("log", platformdirs.user_log_path)


def _root() -> Path:
    """Return the folder that holds ``resources/`` and ``seeds/``."""
    frozen_at = getattr(sys, "_MEIPASS", None)
    if frozen_at is not None:
        return Path(frozen_at) / "peru_timeline" / _BUNDLE_NAME
    bundle = _PACKAGE_DIR / _BUNDLE_NAME
    return bundle if bundle.is_dir() else _PACKAGE_DIR.parent


def _user_dir(name: str, standard: Callable[..., Path]) -> Path:
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).expanduser() / name
    return standard(APP_NAME, appauthor=False)
