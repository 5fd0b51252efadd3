"""Where the program's own files and the reader's folders are.

``resources/`` and ``seeds/`` lie beside the package in the source tree, and inside it
(``peru_timeline/_bundled/``) in a wheel and in the frozen program. Only this module knows that;
all others ask it.

Nothing here creates a folder or opens a file. A locked-down machine may lack the reader's folders,
and the caller decides what to do about it.
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
"""Environment variable: a single folder for settings, data, cache and logs, for tests and trials."""

_PACKAGE_DIR = Path(__file__).resolve().parent
_BUNDLE_NAME = "_bundled"


def resources_dir() -> Path:
    """Return the folder of icons, fonts and translations."""
    return _root() / "resources"


def seeds_dir() -> Path:
    """Return the folder of the chronology that comes with the program."""
    return _root() / "seeds"


def fonts_dir() -> Path:
    """Return the folder that has a sub-folder for each bundled font family."""
    return resources_dir() / "fonts"


def icons_dir() -> Path:
    """Return the folder of the program's icon and of the interface's line icons."""
    return resources_dir() / "icons"


def translations_dir() -> Path:
    """Return the folder of the translations that Qt loads (``.qm``)."""
    return resources_dir() / "translations"


def default_chronology() -> Path:
    """Return the path of the Peru chronology, which opens when the reader names no other."""
    return seeds_dir() / DEFAULT_CHRONOLOGY_NAME


def licences_dir() -> Path | None:
    """Return the folder with the licence of each component of the frozen program, or None elsewhere.

    In any other install the components are separate packages that carry their own licences.
    """
    frozen_at = getattr(sys, "_MEIPASS", None)
    return None if frozen_at is None else Path(frozen_at) / "licences"


def user_config_dir() -> Path:
    """Return the folder for settings; it may not exist yet."""
    return _user_dir("config", platformdirs.user_config_path)


def user_data_dir() -> Path:
    """Return the folder for the full texts that the reader adds; it may not exist yet."""
    return _user_dir("data", platformdirs.user_data_path)


def user_cache_dir() -> Path:
    """Return the folder for what can be computed again; it may not exist yet."""
    return _user_dir("cache", platformdirs.user_cache_path)


def user_log_dir() -> Path:
    """Return the folder for reports of unexpected errors; it may not exist yet."""
    return _user_dir("log", platformdirs.user_log_path)


def user_share_dir() -> Path:
    """Return where a Linux desktop looks for this user's menu entries, icons and file types."""
    return Path(platformdirs.user_data_path())


def user_caches_dir() -> Path:
    """Return the folder of every program's cache, in which nothing is meant to stay."""
    return Path(platformdirs.user_cache_path())


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
