"""vis-timeline in headless Chromium: installing it, and running one case.

The browser paints without a GPU, as our program does. The first view is timed from the start of the navigation, so the
start of the browser does not count.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FOLDER = Path("build/peers")
LIBRARY = FOLDER / "node_modules" / "vis-timeline"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless=new", "--disable-gpu", "--no-default-browser-check",
    "--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-sync",
    "--window-size=1600,900",
    # A frame follows as soon as the last one is painted, without waiting for a screen refresh.
    "--run-all-compositor-stages-before-draw", "--disable-frame-rate-limit", "--disable-gpu-vsync",
)  # fmt: skip
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}


class MissingError(Exception):
    """This machine lacks something that the comparison needs; the message says what."""


def browser() -> str:
    """The path of a Chromium. Raises MissingError if there is none."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise MissingError(
            "the comparison needs Chromium, which is not installed (apt-get install chromium)"
        )
    return found


def install() -> str:
    """Install the locked vis-timeline, if it is missing, and return its version. Raises MissingError."""
    npm = shutil.which("npm")
    if npm is None:
        raise MissingError("the comparison needs npm, which is not installed (apt-get install npm)")
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = (HERE / "package-lock.json").read_bytes()
    stamp = FOLDER / "package-lock.json"
    if not LIBRARY.is_dir() or not stamp.exists() or stamp.read_bytes() != wanted:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, FOLDER / name)
        command = [npm, "ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
        if done.returncode:
            stamp.unlink(missing_ok=True)
            raise MissingError(
                f"npm could not install vis-timeline; check the network connection\n{done.stderr}"
            )
    return str(json.loads((LIBRARY / "package.json").read_bytes())["version"])


def run(case: dict[str, Any], longest_s: float) -> dict[str, Any]:
    """The result of the page: "first_ms", and "frames" as [kind, ms]; empty if it took longer than `longest_s`."""
    found: dict[str, Any] = {}
    answered = threading.Event()
    with (
        _served(case, found, answered) as address,
        tempfile.TemporaryDirectory(
            ignore_cleanup_errors=True  # the browser's child processes still write for a moment
        ) as profile,
    ):
        command = [browser(), *FLAGS, f"--user-data-dir={profile}", f"{address}/page.html"]
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as child:
            until = time.monotonic() + longest_s
            while not answered.wait(0.2) and child.poll() is None and time.monotonic() < until:
                pass
            if not answered.is_set() and child.poll() is not None:
                raise RuntimeError(f"the browser exited by itself, with status {child.returncode}")
            child.terminate()
    if "error" in found:
        raise RuntimeError(f"vis-timeline failed: {found['error']}")
    return found


@contextmanager
def _served(
    case: dict[str, Any], found: dict[str, Any], answered: threading.Event
) -> Iterator[str]:
    """Serve the page and the case to this machine only, and yield the address."""
    handler = partial(_Handler, json.dumps(case).encode(), found, answered)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    def __init__(
        self, case: bytes, found: dict[str, Any], answered: threading.Event, *rest: Any
    ) -> None:
        self._case, self._found, self._answered = case, found, answered
        super().__init__(*rest)

    def do_GET(self) -> None:
        if self.path == "/case.json":
            self._answer("application/json", self._case)
            return
        page, library = self.path == "/page.html", LIBRARY.resolve()
        path = HERE / "page.html" if page else (library / self.path[len("/vis/") :]).resolve()
        if path.is_file() and (page or path.is_relative_to(library)):
            self._answer(TYPES.get(path.suffix, "application/octet-stream"), path.read_bytes())
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        self._found |= json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._answer("text/plain", b"")
        self._answered.set()

    def _answer(self, kind: str, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: Any) -> None:
        """Log nothing."""
