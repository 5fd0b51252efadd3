"""The application as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from peru_timeline.settings import Settings, load_settings
from tests.ui.windows import open_made_up


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "peru_timeline", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        check=False,
    )


def test_screenshot_gives_a_picture_of_the_size_asked(tmp_path: Path) -> None:
    out, file = tmp_path / "out.png", open_made_up(tmp_path).path
    done = run("screenshot", str(out), str(file), "--size", "1280x720", "--select", "talks")
    assert (done.returncode, done.stderr) == (0, "")
    header = out.read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (1280, 720)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
def test_sigterm_saves_and_quits(tmp_path: Path) -> None:
    home = tmp_path / "home"
    started = subprocess.Popen(
        [sys.executable, "-m", "peru_timeline", str(open_made_up(tmp_path).path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PERU_TIMELINE_HOME": str(home)},
    )
    settings = home / "config" / "settings.json"
    try:
        for _ in range(200):  # the list of recent files is saved when the window stands
            if settings.exists():
                break
            try:
                started.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
            break
        settings.unlink()
        started.terminate()
        _, errors = started.communicate(timeout=20)
    finally:
        started.kill()
    assert started.returncode == 0, errors
    assert load_settings(settings)[0].window is not None


def test_settings_are_isolated() -> None:
    assert Settings().theme == "system"
