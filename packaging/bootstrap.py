"""The commands behind the Makefile: each sets up what is missing, then does one thing.

    python3 packaging/bootstrap.py COMMAND [ARGUMENT ...]

COMMAND is one of: run, test, test-slow, fuzz, soak, lint, bench, bench-peers, package, lock, setup.
A fresh clone needs nothing but Python: this script uses only the standard library.
"""

from __future__ import annotations

import os
import shutil
import sys

from console import call, say, stop
from environment import (  # puts the root on sys.path
    LOCKS,
    RELEASE_LOCK,
    ROOT,
    VENV,
    VENV_PYTHON,
    set_up,
)

from peru_timeline import system_libraries

OLDEST_PYTHON = (3, 11)
BUILD = ROOT / "build"
PICTURE = BUILD / "peru-timeline.png"
LOCK_TOOL = "uv>=0.5,<1"


def main(arguments: list[str]) -> int:
    """Run the command named by the first argument, and return its exit status."""
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
        "release-check": command_release_check,
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
    """Open the program or, without a display, make a picture of its window."""
    set_up("runtime", os.environ)
    if system_libraries.has_display():
        return call([VENV_PYTHON, "-m", "peru_timeline", *arguments])
    say("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).")
    say("Making a picture of the window instead:")
    BUILD.mkdir(exist_ok=True)
    status = call(
        [VENV_PYTHON, "-m", "peru_timeline", "screenshot", PICTURE.relative_to(ROOT), *arguments],
        {"QT_QPA_PLATFORM": "offscreen"},
    )
    if status == 0:
        print(PICTURE.relative_to(ROOT))
    return status


def command_test(arguments: list[str]) -> int:
    """Run every check and every test, even after a failure, so that one run shows all of them."""
    lint_status = command_lint([])
    say("pytest")
    # On all cores, unless the arguments (such as -n 0) say otherwise. A core that has nothing left
    # to do takes over tests from another one.
    cores = ["-n", "auto", "--dist", "worksteal"]
    test_status = call([VENV_PYTHON, "-m", "pytest", *cores, *arguments], offscreen())
    if lint_status and not test_status:
        say("The tests passed, but a check before them failed: see above.")
    return test_status or lint_status


def command_test_slow(arguments: list[str]) -> int:
    """Run the slow tests: kills, traces of system calls, a short soak test."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "-m", "pytest", "-m", "slow", *arguments], offscreen())


def command_fuzz(arguments: list[str]) -> int:
    """Fuzz the file readers, by default for a minute each."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "-m", "tests.robust.fuzz", *arguments])


def command_soak(arguments: list[str]) -> int:
    """Run the soak test, which uses the program for a long time and looks for leaks."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "-m", "tests.robust.soak", *arguments], offscreen())


def command_lint(_arguments: list[str]) -> int:
    """Check style, types and import contracts."""
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
    """Run the benchmarks."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "-m", "benchmarks", *arguments])


def command_bench_peers(_arguments: list[str]) -> int:
    """Run the benchmarks against vis-timeline."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "-m", "benchmarks.peers"])


def command_package(arguments: list[str]) -> int:
    """Freeze the program and build the installers into dist/."""
    set_up("dev", offscreen())
    return call([VENV_PYTHON, "packaging/package.py", *arguments])


def command_release_check(arguments: list[str]) -> int:
    """Check everything that a release needs, without publishing anything."""
    set_up("dev", offscreen())
    release_env = BUILD / "release-env"
    release_python = release_env / VENV_PYTHON.relative_to(VENV)
    if not release_python.exists():
        call([sys.executable, "-m", "venv", release_env], check=True)
    pip = [release_python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    call([*pip, "--require-hashes", "-r", RELEASE_LOCK], check=True)
    return call([VENV_PYTHON, "packaging/release/check.py", release_python.parent, *arguments])


def command_setup(_arguments: list[str]) -> int:
    """Set up .venv for development."""
    set_up("dev", offscreen())
    return 0


def command_lock(arguments: list[str]) -> int:
    """Compile the lock files from pyproject.toml, for every system and Python version at once."""
    set_up("dev", offscreen())
    lock_env = BUILD / "lock-env"
    if not lock_env.is_dir():
        call([sys.executable, "-m", "venv", lock_env], check=True)
    lock_python = lock_env / VENV_PYTHON.relative_to(VENV)
    call([lock_python, "-m", "pip", "install", "-q", LOCK_TOOL], check=True)
    compile_lock = [
        *(lock_python, "-m", "uv", "pip", "compile", "-q", *arguments),
        *("--universal", "--python-version", "3.11", "--generate-hashes"),
        *("--custom-compile-command", "make lock"),
    ]
    project, developing, running = "pyproject.toml", LOCKS["dev"].name, LOCKS["runtime"].name
    call([*compile_lock, project, "--group", "dev", "-o", developing], check=True)
    # The first file constrains the second, so the two can never disagree.
    call([*compile_lock, project, "-c", developing, "-o", running], check=True)
    call([*compile_lock, "--group", "release", "-o", RELEASE_LOCK.name], check=True)
    return 0


# --- choosing a Python -----------------------------------------------------------------------


def run_with_newer_python() -> int:
    """Run this script again with a newer Python, if one is installed."""
    found = (shutil.which(name) for name in ("python3.13", "python3.12", "python3.11"))
    newer = next((path for path in found if path and not call([path, "-c", ""])), None)
    if newer is None:
        here = ".".join(str(part) for part in sys.version_info[:2])
        stop(
            f"Peru Timeline needs Python 3.11 or later, but {sys.executable} is {here}.\n"
            "Install a newer one and name it: make run PYTHON=/path/to/python3.12"
        )
    return call([newer, __file__, *sys.argv[1:]])


def offscreen() -> dict[str, str]:
    """The environment for the tests, which need no display."""
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ}


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
