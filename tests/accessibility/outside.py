"""The program on a display and a D-Bus session of its own, and a screen reader beside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def missing() -> str:
    """What these tests need and the machine does not have; empty when all is there."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is Linux's"
    tools = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
    if not any(Path(place).exists() for place in BUS_LAUNCHERS):
        tools.append("at-spi2-core")
    ask = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(ask, capture_output=True).returncode:
        tools.append("python3-gi and gir1.2-atspi-2.0")
    return f"not here: {', '.join(tools)}" if tools else ""


@contextmanager
def running(*command: str, **options: Any) -> Iterator[subprocess.Popen[str]]:
    """A process for as long as it is needed."""
    with subprocess.Popen(command, text=True, **options) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


class Reader:
    """Asks the screen reader; each method of the same name in reader.py answers."""

    def __init__(self, process: subprocess.Popen[str], program: subprocess.Popen[str]) -> None:
        self._process, self.program = process, program

    def ask(self, *command: str) -> Any:
        """Its answer; what went wrong in it is raised."""
        self._pipe(self._process.stdin).write(json.dumps(command) + "\n")
        self._pipe(self._process.stdin).flush()
        line = self._pipe(self._process.stdout).readline()
        assert self.program.poll() is None, "the program ended"
        answer = json.loads(line)
        assert "error" not in answer, (command, answer)
        return answer["answer"]

    def events(self) -> dict[str, Any]:
        """The painted events by their ids."""
        return {event["id"]: event for event in self.ask("events")}

    @staticmethod
    def _pipe(pipe: IO[str] | None) -> IO[str]:
        assert pipe is not None
        return pipe


@contextmanager
def opened(chronology: Path, home: Path, language: str = "en") -> Iterator[Reader]:
    """The program with a chronology open, read from outside."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "runtime").mkdir(mode=0o700, exist_ok=True)
    with ExitStack() as stack:
        wrote = subprocess.PIPE
        quiet = subprocess.DEVNULL
        x = stack.enter_context(
            running(
                *("Xvfb", "-displayfd", "1", "-screen", "0", "1600x900x24"),
                stdout=wrote,
                stderr=quiet,
            )
        )
        bus = stack.enter_context(
            running(
                *("dbus-daemon", "--session", "--nofork", "--print-address=1"),
                stdout=wrote,
                stderr=quiet,
            )
        )
        environment = {
            **os.environ,
            "DISPLAY": f":{Reader._pipe(x.stdout).readline().strip()}",
            "DBUS_SESSION_BUS_ADDRESS": Reader._pipe(bus.stdout).readline().strip(),
            "XDG_RUNTIME_DIR": str(home / "runtime"),
            "PERU_TIMELINE_HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "C.UTF-8" if language == "en" else "es_PE.UTF-8",
            "LANGUAGE": language,
        }
        log = stack.enter_context((home / "program.log").open("w"))
        program = stack.enter_context(
            running(
                *(sys.executable, "-X", "faulthandler", "-m", "peru_timeline"),
                *("open", str(chronology)),
                env=environment,
                stdout=log,
                stderr=log,
            )
        )
        reader = stack.enter_context(
            running(
                *(SYSTEM_PYTHON, "-W", "ignore", str(READER)),
                env=environment,
                stdin=wrote,
                stdout=wrote,
                stderr=log,
            )
        )
        yield Reader(reader, program)
        assert program.poll() is None, (home / "program.log").read_text()
        program.terminate()
        assert program.wait(20) == 0, (home / "program.log").read_text()
