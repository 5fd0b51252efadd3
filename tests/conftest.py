"""What every test stands on: no display, and no folder of the person who runs the tests."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import hypothesis
import pytest

# A slow machine is no fault: the tests of properties have no time limit of their own.
hypothesis.settings.register_profile("no deadline", deadline=None)
hypothesis.settings.load_profile("no deadline")
# Set before any QApplication; whoever wants to watch the tests sets QT_QPA_PLATFORM=xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
TESTS_BETWEEN = 25
_TESTS_SEEN = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Let the tests without Qt run where there is none: ``pytest -p no:pytest-qt``."""
    if not pluginmanager.hasplugin("pytest-qt"):
        parser.addini("qt_api", "not used: pytest-qt is switched off")
        parser.addini("qt_log_level_fail", "not used: pytest-qt is switched off")
        parser.addini("qt_log_ignore", "not used: pytest-qt is switched off", type="linelist")


@pytest.fixture(autouse=True)
def isolated_user_dirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings, data, cache and logs of each test in a folder of its own."""
    home = tmp_path / "peru-timeline-home"
    monkeypatch.setenv("PERU_TIMELINE_HOME", str(home))
    # For what Qt itself asks the system for. The cache stays: fontconfig's is shared and costly.
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


def pytest_configure() -> None:
    """Collect between tests alone: on a thread that reads a file Python would take widgets apart."""
    gc.disable()


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Collect what the test left behind, and now and then everything."""
    seen = item.session.stash.get(_TESTS_SEEN, 0) + 1
    item.session.stash[_TESTS_SEEN] = seen
    gc.collect(2 if seen % TESTS_BETWEEN == 0 else 1)


def pytest_sessionfinish() -> None:
    """Take back what a test put on the clipboard.

    PySide6 6.11 ends in a segmentation fault, after the last line of the report, where a QMimeData
    made in Python still lies there: Qt reads it once more when the interpreter is gone.
    """
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and isinstance(gui.QGuiApplication.instance(), gui.QGuiApplication):
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the tree as it is."""
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=Path(__file__).resolve().parent.parent,
        check=True,
        capture_output=True,
    )
    (made,) = target.glob("peru_timeline-*.whl")
    return made
