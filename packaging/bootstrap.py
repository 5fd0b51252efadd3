"""Set up what is missing, then run one thing: the program behind the Makefile.

It needs nothing but a Python and its standard library, and on Debian not even all of that: the
parts that Debian keeps in packages of their own are asked for or, as root, installed.

    python3 packaging/bootstrap.py {run,test,lint,bench,bench-peers,package,lock,setup} [arguments]
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

# One list of libraries, for this program and the installed one; it needs no package either.
from peru_timeline import system_libraries  # noqa: E402
from peru_timeline.system_libraries import Library  # noqa: E402

OLDEST_PYTHON = (3, 11)
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "peru-timeline-setup.json"
BUILD = ROOT / "build"
PICTURE = BUILD / "peru-timeline.png"
LOCKS = {"runtime": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
LOCK_TOOL = "uv>=0.5,<1"


def main(arguments: list[str]) -> int:
    """Run the command that the first argument names."""
    if sys.version_info < OLDEST_PYTHON:
        return run_with_newer_python()
    commands = {
        "run": command_run,
        "test": command_test,
        "test-slow": command_test_slow,
        "fuzz": command_fuzz,
        "soak": command_soak,
        "lint": command_lint,
        "bench": command_bench,
        "bench-peers": command_bench_peers,
        "package": command_package,
        "lock": command_lock,
        "setup": command_setup,
    }
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    os.chdir(ROOT)
    return commands[name](rest)


# --- the commands ----------------------------------------------------------------------------


def command_run(arguments: list[str]) -> int:
    """Open the program, or render its opening view where there is no display."""
    set_up("runtime", os.environ)
    if system_libraries.has_display():
        return call([VENV_PYTHON, "-m", "peru_timeline", *arguments])
    say("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).")
    say("The opening view is rendered to a picture instead:")
    BUILD.mkdir(exist_ok=True)
    status = call(
        [VENV_PYTHON, "-m", "peru_timeline", "screenshot", PICTURE.relative_to(ROOT), *arguments],
        {"QT_QPA_PLATFORM": "offscreen"},
    )
    if status == 0:
        print(PICTURE.relative_to(ROOT))
    return status


def command_test(arguments: list[str]) -> int:
    """Check everything; go on after a failure, so that one run shows them all."""
    lint_status = command_lint([])
    say("pytest")
    # On all cores; what is typed after it (-n 0, a file's name) counts for more.
    test_status = call([VENV_PYTHON, "-m", "pytest", "-n", "auto", *arguments], offscreen())
    if lint_status and not test_status:
        say("The tests passed, but the checks before them did not: see above.")
    return test_status or lint_status


def command_test_slow(arguments: list[str]) -> int:
    """Run the tests that take minutes: kills, traces, a short soak."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "-m", "pytest", "-m", "slow", *arguments], offscreen())


def command_fuzz(arguments: list[str]) -> int:
    """Throw made-up input at the readers of files, for a minute each unless told otherwise."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "-m", "tests.robust.fuzz", *arguments])


def command_soak(arguments: list[str]) -> int:
    """Use the program for a long time and see whether anything grows."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "-m", "tests.robust.soak", *arguments], offscreen())


def command_lint(_arguments: list[str]) -> int:
    """Check style, types and who imports whom."""
    set_up("dev", offscreen())
    checks = (
        ("ruff", [VENV_PYTHON, "-m", "ruff", "check"]),
        ("ruff format", [VENV_PYTHON, "-m", "ruff", "format", "--check"]),
        ("mypy --strict", [VENV_PYTHON, "-m", "mypy"]),
        ("import contracts", [VENV_PYTHON.with_name("lint-imports"), "--no-logo"]),
    )
    failed = []
    for name, program in checks:
        say(name)
        if call(program):
            failed.append(name)
    if failed:
        say("Failed: " + ", ".join(failed))
    return 1 if failed else 0


def command_bench(arguments: list[str]) -> int:
    """Measure."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "-m", "benchmarks", *arguments])


def command_bench_peers(_arguments: list[str]) -> int:
    """Measure beside other timeline programs."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "-m", "benchmarks.peers"])


def command_package(arguments: list[str]) -> int:
    """Freeze the program and build the installers into dist/."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "packaging/package.py", *arguments])


def command_setup(_arguments: list[str]) -> int:
    """Set up .venv for working on the program."""
    set_up("dev", offscreen())
    return 0


def command_lock(arguments: list[str]) -> int:
    """Renew the lock files from pyproject.toml, for all systems and Pythons at once."""
    set_up("dev", offscreen())
    lock_env = BUILD / "lock-env"
    if not lock_env.is_dir():
        call([sys.executable, "-m", "venv", lock_env], check=True)
    lock_python = lock_env / VENV_PYTHON.relative_to(VENV)
    call([lock_python, "-m", "pip", "install", "-q", LOCK_TOOL], check=True)
    compile_lock = [
        *(lock_python, "-m", "uv", "pip", "compile", "-q", "pyproject.toml"),
        *("--universal", "--python-version", "3.11", "--generate-hashes"),
        *("--custom-compile-command", "make lock"),
    ]
    developing, running = LOCKS["dev"].name, LOCKS["runtime"].name
    call([*compile_lock, "--group", "dev", "-o", developing, *arguments], check=True)
    # The second takes the first's versions, so that the two can never disagree.
    call([*compile_lock, "-c", developing, "-o", running, *arguments], check=True)
    return 0


# --- setting up ------------------------------------------------------------------------------


def set_up(level: str, environment: Mapping[str, str]) -> None:
    """Make .venv hold what the locks say, and the system what Qt needs; quick when they do."""
    lacking = system_libraries.missing(system_libraries.needed(environment))
    ready = is_set_up(level)
    venv_packages = [] if ready else missing_venv_packages()
    if lacking or venv_packages:
        install_system_packages(lacking, venv_packages)
    if not ready:
        make_venv()
        install_locked(level)


def is_set_up(level: str) -> bool:
    """Whether .venv was made from the locks and the metadata as they are now."""
    try:
        done = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return (
        VENV_PYTHON.exists()
        and done.get("from") == fingerprint()
        and done.get("level") in (level, "dev")
    )


def fingerprint() -> str:
    """What .venv is made from, in one line."""
    made_from = hashlib.sha256()
    for path in (ROOT / "pyproject.toml", *LOCKS.values()):
        made_from.update(path.read_bytes())
    return made_from.hexdigest()


def make_venv() -> None:
    """Make .venv anew unless a working one is there."""
    if VENV_PYTHON.exists() and call([VENV_PYTHON, "-m", "pip", "--version"], quiet=True) == 0:
        return
    say("Making the virtual environment .venv")
    call([sys.executable, "-m", "venv", "--clear", VENV], check=True)


def install_locked(level: str) -> None:
    """Install the locked versions, each checked against its hash."""
    say(f"Installing the locked packages into .venv ({LOCKS[level].name}); once, about a minute")
    pip = [VENV_PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    call([*pip, "--require-hashes", "-r", LOCKS[level]], check=True)
    if level == "dev":
        call([*pip, "--no-deps", "--no-build-isolation", "-e", "."], check=True)
    STAMP.write_text(json.dumps({"level": level, "from": fingerprint()}), encoding="utf-8")


def missing_venv_packages() -> list[str]:
    """The Debian packages without which this Python makes no virtual environment."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def install_system_packages(lacking: Sequence[Library], venv_packages: Sequence[str]) -> None:
    """As root on Debian or Ubuntu install them; elsewhere print what to type, and stop."""
    wanted = [library.soname for library in lacking]
    if venv_packages:
        wanted.append("Python's venv and ensurepip")
    say("This system lacks " + ", ".join(wanted) + ".")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        packages = sorted({library.apt for library in lacking} | set(venv_packages))
        say("Installing " + " ".join(packages))
        apt = {"DEBIAN_FRONTEND": "noninteractive"}
        call(["apt-get", "update", "-qq"], apt, check=True)
        call(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
            apt,
            check=True,
            quiet=True,
        )
        return
    command = system_libraries.install_command(lacking, more_apt_packages=venv_packages)
    if command is None or (venv_packages and not shutil.which("apt-get")):
        stop("Install them with your system's package tool, then call make again.")
    stop(f"Install them with this command, then call make again:\n\n    {command}\n")


def run_with_newer_python() -> int:
    """Start this program again under a Python that is new enough, if there is one."""
    found = (shutil.which(name) for name in ("python3.13", "python3.12", "python3.11"))
    newer = next((path for path in found if path and not call([path, "-c", ""])), None)
    if newer is None:
        here = ".".join(str(part) for part in sys.version_info[:2])
        stop(
            f"Peru Timeline needs Python 3.11 or later; {sys.executable} is {here}.\n"
            "Install a newer one and name it: make run PYTHON=/path/to/python3.12"
        )
    return call([newer, __file__, *sys.argv[1:]])


# --- small things ----------------------------------------------------------------------------


def offscreen() -> dict[str, str]:
    """The environment of tests: no display, whatever this machine has."""
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ}


def call(
    program: Sequence[object],
    more_environment: Mapping[str, str] | None = None,
    *,
    check: bool = False,
    quiet: bool = False,
) -> int:
    """Run a program in the foreground; its exit status, or stop here if it must succeed."""
    sys.stdout.flush()
    done = subprocess.run(
        [str(part) for part in program],
        env={**os.environ, **(more_environment or {})},
        check=False,
        text=True,
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
    )
    if check and done.returncode:
        if quiet:
            print(done.stdout, file=sys.stderr)
        stop("This failed: " + " ".join(str(part) for part in program))
    return done.returncode


def say(text: str) -> None:
    """Tell the person at the terminal what happens."""
    print(f"== {text}", file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    """Say why it goes no further, and end."""
    say(text)
    raise SystemExit(1)


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
