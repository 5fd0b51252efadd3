"""Loading a changed chronology, for the tests of the loader."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.loader import parse_chronology

Change = Callable[[dict[str, Any]], Any]


def faults_of(raw: dict[str, Any] | bytes) -> list[str]:
    content = raw if isinstance(raw, bytes) else json.dumps(raw).encode()
    with pytest.raises(ChronologyError) as caught:
        parse_chronology(content, "made-up.chronology")
    return [str(fault) for fault in caught.value.faults]


def setting(path: str, value: Any) -> Change:
    """Set `events.0.title` and the like; a path may end in a new key."""

    def change(raw: dict[str, Any]) -> None:
        *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        place: Any = raw
        for step in steps:
            place = place[step]
        place[last] = value

    return change
