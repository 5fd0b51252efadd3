"""Running the tools of a build. What fails is told in one sentence, in the tool's own words."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

LONGEST, LAST_LINES = 400, 3


def run(
    program: str | Path,
    *words: object,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    hint: str = "",
) -> str:
    """Run a tool and return what it printed; SystemExit says why it failed, and then `hint`.

    `environment` takes the place of this process's own.
    """
    try:
        done = subprocess.run(
            [str(program), *map(str, words)],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise SystemExit(failure(program, "it is not installed", hint)) from None
    if done.returncode:
        said = own_words(done.stderr) or own_words(done.stdout)
        raise SystemExit(failure(program, said or f"exit status {done.returncode}", hint))
    return done.stdout


def failure(program: str | Path, said: str, hint: str = "") -> str:
    """Return the sentence about a tool that failed."""
    return " ".join(filter(None, [f"{Path(program).name} failed: {said}", hint]))


def own_words(output: str) -> str:
    """Return the lines of a tool's output that name an error, else the last ones; in one line."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower() or line.startswith(("E:", "W:"))]
    said = "; ".join(dict.fromkeys(errors or lines[-LAST_LINES:]))
    return said if len(said) <= LONGEST else said[:LONGEST] + " …"
