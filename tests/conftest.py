"""What every test relies on: no display is needed, and the developer's own folders stay untouched."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import hypothesis
import pytest

# A slow machine must not fail a test, so property tests have no deadline.
hypothesis.settings.register_profile("no deadline", deadline=None)
hypothesis.settings.load_profile("no deadline")
# Set before any QApplication exists. To watch the tests, set QT_QPA_PLATFORM=xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
TESTS_BETWEEN = 25
_TESTS_SEEN = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Allow ``pytest -p no:pytest-qt``, which runs the tests without Qt where there is none."""
    if not pluginmanager.hasplugin("pytest-qt"):
        parser.addini("qt_api", "not used: pytest-qt is switched off")
        parser.addini("qt_log_level_fail", "not used: pytest-qt is switched off")
        parser.addini("qt_log_ignore", "not used: pytest-qt is switched off", type="linelist")


@pytest.fixture(autouse=True)
def isolated_user_dirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test its own folder for settings, data, cache and logs."""
    home = tmp_path / "peru-timeline-home"
    monkeypatch.setenv("PERU_TIMELINE_HOME", str(home))
    # Qt itself asks for these. The cache stays: fontconfig's is shared and slow to build.
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


def pytest_configure() -> None:
    """Collect garbage only between tests: on a worker thread it would destroy widgets."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """After the fixtures: delete the test's widgets, and collect its garbage or, at times, all of it."""
    _delete_widgets()
    seen = item.session.stash.get(_TESTS_SEEN, 0) + 1
    item.session.stash[_TESTS_SEEN] = seen
    gc.collect(2 if seen % TESTS_BETWEEN == 0 else 1)


def _delete_widgets() -> None:
    """Do what `deleteLater` has put off: Qt itself waits for an event loop, which tests do not run.

    Otherwise the windows of all tests pile up, and each change of style takes longer than the last.
    """
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def pytest_sessionfinish() -> None:
    """Clear the clipboard.

    PySide6 6.11 crashes at exit when a QMimeData made in Python is still on the clipboard: Qt reads
    it once more after the interpreter is gone.
    """
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and isinstance(gui.QGuiApplication.instance(), gui.QGuiApplication):
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the current source tree."""
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=Path(__file__).resolve().parent.parent,
        check=True,
        capture_output=True,
    )
    (made,) = target.glob("peru_timeline-*.whl")
    return made
