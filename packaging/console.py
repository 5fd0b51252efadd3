"""Running programs in the foreground, and messages on stderr. Only the standard library."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn


def call(
    program: Sequence[object],
    more_environment: Mapping[str, str] | None = None,
    *,
    check: bool = False,
    quiet: bool = False,
) -> int:
    """Run a program and return its exit status.

    With `check`, a failure ends this process with a message. With `quiet`, the output of the
    program is shown only after such a failure.
    """
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
        stop("This command failed: " + " ".join(str(part) for part in program))
    return done.returncode


def say(text: str) -> None:
    """Print a message about what happens now."""
    print(f"== {text}", file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    """Print the reason for stopping, and exit with status 1."""
    say(text)
    raise SystemExit(1)
