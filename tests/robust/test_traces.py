"""What the system sees of a whole session: which files are opened, and that no network socket is."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

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
_PORT = re.compile(r"connect\(.*AF_INET6?, sin6?_port=htons\((\d+)\)")
CANARY = "canary.png"
UNTOLD = ".profile", "letter", "notes.bin"
"""Files beside the open one, whose names do not tell what they are."""


class Traced(NamedTuple):
    """What the system saw of a session, and what the session says it did."""

    opened: set[str]
    """Files and folders outside those of the program and of the system."""
    sockets: set[str]
    addresses: set[str]
    """Where sockets of the network were to be connected to."""
    started: int
    found: dict[str, Any]


def traced(tmp_path: Path, *arguments: str) -> Traced:
    """Trace a session on a file whose texts name a picture beside it."""
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (home / "documents").mkdir(parents=True)
    file, canary = elsewhere / "hostile.chronology", elsewhere / CANARY
    canary.write_bytes(b"\x89PNG\r\n\x1a\n")
    for name in UNTOLD:
        (elsewhere / name).write_bytes(b"#!/bin/sh\n")
    text = f"<img src='{canary.as_uri()}'>"
    assert text != TEXTS["picture"]
    file.write_text(json.dumps(saying(text)), encoding="utf-8")
    trace = tmp_path / "trace"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=open,openat,openat2,socket,connect,execve", "-o", trace,
         sys.executable, "-m", "tests.robust.session", file, *arguments],
        env=os.environ | {"PERU_TIMELINE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "HOME": str(elsewhere)},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    opened = {found[1] for line in lines if (found := _OPENED.search(line))}
    caches = (str(Path.home() / ".cache"), os.environ.get("XDG_CACHE_HOME", "/nowhere"))
    own = (
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
    looked_at = {str(elsewhere), str(tmp_path), "/", "/tmp"}
    return Traced(
        {path for path in strangers if not path.startswith(own)} - looked_at,
        {found[1] for line in lines if (found := _SOCKET.search(line))},
        {found[1] for line in lines if (found := _PORT.search(line))},
        len([line for line in lines if "execve(" in line and "= 0" in line]),
        json.loads(done.stdout.splitlines()[-1]),
    )


def test_no_file_elsewhere_and_no_network_socket(tmp_path: Path) -> None:
    seen = traced(tmp_path)
    assert seen.opened == set()
    assert seen.sockets <= {"AF_UNIX"}
    assert seen.started == 1


def test_dialogs_open_no_file_elsewhere_and_only_printing_asks_the_print_service(
    tmp_path: Path,
) -> None:
    """Every command once: what SECURITY.md says of printing and of dialogs is all there is."""
    seen = traced(tmp_path, "--dialogs")
    assert {"print_preview", "QPrintDialog", "export_dialog", "about_dialog", "QFileDialog"} <= set(
        seen.found["dialogs"]
    )
    assert seen.found["imported"] == 2
    assert seen.found["printed"] > 1000
    # Qt's own file dialogs look into files whose names do not tell what they are, for an icon.
    beside = {str(tmp_path / "elsewhere" / name) for name in UNTOLD}
    written = str(
        tmp_path / "elsewhere" / ".hostile.chronology."
    )  # “Save”, before it takes the name
    assert {path for path in seen.opened - beside if not path.startswith(written)} == set()
    assert seen.addresses <= {"631"}
    assert seen.started == 1


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
