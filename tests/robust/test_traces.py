"""What the system sees of a whole session: which files are opened, and that no network socket is."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.robust.hostile_texts import TEXTS, saying

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]

HERE = Path(__file__).resolve().parents[2]
SYSTEM = (
    "/usr/",
    "/lib",
    "/etc/",
    "/proc/",
    "/sys/",
    "/dev/",
    "/var/cache/fontconfig",
    "/var/lib/dbus/machine-id",
    "/run/",
    "/bin/",
)
_OPENED = re.compile(r'open(?:at|at2)?\((?:AT_FDCWD(?:<[^>]*>)?, )?"([^"]+)".*= \d+')
_SOCKET = re.compile(r"socket\((AF_\w+)")


def test_no_file_elsewhere_and_no_network_socket(tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    elsewhere.mkdir()
    file, canary = elsewhere / "hostile.chronology", elsewhere / "canary.png"
    canary.write_bytes(b"\x89PNG\r\n\x1a\n")
    text = f"<img src='{canary.as_uri()}'>"
    assert text != TEXTS["picture"]
    file.write_text(json.dumps(saying(text)), encoding="utf-8")
    trace = tmp_path / "trace"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=open,openat,openat2,socket,connect,execve", "-o", trace,
         sys.executable, "-m", "tests.robust.session", file],
        env=os.environ | {"PERU_TIMELINE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    opened = {found[1] for line in lines if (found := _OPENED.search(line))}
    caches = (str(Path.home() / ".cache"), os.environ.get("XDG_CACHE_HOME", "/nowhere"))
    allowed = (
        str(HERE),
        str(home),
        sys.prefix,
        sys.base_prefix,
        str(file),
        *SYSTEM,
        *caches,
        "/tmp/qipc",
    )
    strangers = {str(Path(path).absolute()) for path in opened if path != "."}
    # The folder of the open file is watched, so it is looked at; nothing else in it is opened.
    assert {path for path in strangers if not path.startswith(allowed)} <= {
        str(elsewhere),
        str(tmp_path),
        "/",
        "/tmp",
    }
    assert str(canary) not in opened
    sockets = {found[1] for line in lines if (found := _SOCKET.search(line))}
    assert sockets <= {"AF_UNIX"}
    started = [line for line in lines if "execve(" in line and "= 0" in line]
    assert len(started) == 1


def test_a_short_soak() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.robust.soak", "--opens", "60", "--frames", "3000", "--exports", "60",
         "--looks", "60"],
        capture_output=True, text=True, timeout=1200, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]


@pytest.mark.skipif(sys.platform != "linux", reason="atheris has no wheel there")
def test_a_short_fuzz() -> None:
    pytest.importorskip("atheris")
    done = subprocess.run(
        [sys.executable, "-m", "tests.robust.fuzz", "--seconds", "20"],
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
