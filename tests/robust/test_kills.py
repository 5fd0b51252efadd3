"""A file is whole even if its writer is killed at any moment, or if two processes write it at once."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from peru_timeline.settings import load_settings

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL exists only on POSIX")

WRITER = """
import sys
from pathlib import Path
from peru_timeline.files import write_atomically
from peru_timeline.settings import Settings, save_settings
from peru_timeline.chronology.views import ViewsFile, write_views
folder, number = Path(sys.argv[1]), 0
print("ready", flush=True)
while True:
    number += 1
    text = str(number) * 3000
    save_settings(folder / "settings.json", Settings(recent=(text,)))
    write_views(folder / "x.views.json", ViewsFile(chronology="x", title={"en": text}))
    write_atomically(folder / "export.svg", b"<svg>" + text.encode() + b"</svg>")
"""


def kill_and_check(folder: Path, times: int) -> None:
    """Start a process that writes files, kill it, and check that every file is whole; repeat."""
    seed = random.Random(7)
    for number in range(times):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, folder], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(seed.uniform(0.0, 0.05))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        for path in folder.glob("*.json"):
            json.loads(path.read_bytes())
        settings, trouble = load_settings(folder / "settings.json")
        assert trouble is None, number
        assert len(set(settings.recent)) <= 1
        svg = folder / "export.svg"
        assert not svg.exists() or svg.read_bytes().endswith(b"</svg>"), number


@posix_only
def test_killed_at_any_moment(tmp_path: Path) -> None:
    kill_and_check(tmp_path, 5)


@posix_only
@pytest.mark.slow
def test_killed_at_any_moment_three_hundred_times(tmp_path: Path) -> None:
    kill_and_check(tmp_path, 300)


def test_two_concurrent_writers_never_tear_a_file(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, tmp_path], stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    try:
        for writer in writers:
            assert writer.stdout is not None
            writer.stdout.readline()
        read = 0
        until = time.monotonic() + 60
        while read < 300 and time.monotonic() < until:
            _settings, trouble = load_settings(tmp_path / "settings.json")
            assert trouble is None
            read += 1
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()
            if writer.stdout is not None:
                writer.stdout.close()
