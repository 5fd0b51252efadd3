"""Running the pure part of the page's script with Node.js, where the system has it."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from peru_timeline.paths import resources_dir

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="Node.js is not installed")
_ANSWER = """
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const measure = (text, px, weight) => text.length * px * (weight < 600 ? 0.52 : 0.56);
process.stdout.write(JSON.stringify(answer(given)));
"""


def run(answer: str, given: Any) -> Any:
    """What the function `answer` of a piece of script makes of `given`, with layout.js at hand."""
    layout = (resources_dir() / "webpage" / "layout.js").read_text(encoding="utf-8")
    assert NODE is not None
    found = subprocess.run(
        [NODE, "-e", f'"use strict";\n{layout}\n{answer}\n{_ANSWER}'],
        input=json.dumps(given).encode(),
        capture_output=True,
        check=True,
    )
    return json.loads(found.stdout)


def check_syntax(code: str) -> str:
    """What Node.js says against a script; empty if nothing."""
    assert NODE is not None
    found = subprocess.run(
        [NODE, "--check", "-"], input=code.encode(), capture_output=True, check=False
    )
    return found.stderr.decode()
