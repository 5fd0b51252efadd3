"""Hostile files: files that nobody should have to open, with words that the answer to each must contain.

The words name the place and the remedy, so a message that loses either fails the test.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from tests.robust.hostile import Hostile, event, sparse, streamed
from tests.robust.hostile_content import CONTENT
from tests.robust.hostile_masses import MASSES
from tests.robust.hostile_paths import NO_FILE
from tests.robust.hostile_syntax import NOT_TEXT, SYNTAX

MEGABYTES_65 = 65_000_000
HEAD = b'{"format": "chronology/1", "id": "x", "version": "1", "title": "x", "sectors": [], '

HUGE = (
    Hostile("65 MB of spaces", streamed(lambda: [b" " * MEGABYTES_65]), ("is not a chronology", "choose")),
    Hostile("65 MB of zeros", sparse(MEGABYTES_65), ("is not a chronology",)),
    Hostile("1.9 GB of zeros", sparse(1_900_000_000), ("larger than", "split it")),
    Hostile("8 EB", sparse(2**43), ("larger than", "split it")),
    Hostile("65 MB of brackets", streamed(lambda: [b"[" * MEGABYTES_65]), ("is not a chronology",)),
    Hostile("65 MB without an end", streamed(lambda: [HEAD, b'"description": "', b"x" * MEGABYTES_65]),
            ("line 1, column ", "cut off")),
    Hostile("65 MB of empty lists",
            streamed(lambda: [HEAD, b'"events": [[]', b",[]" * (MEGABYTES_65 // 3), b"]}"]), ("hardly any text",)),
    Hostile("65 MB of numbers",
            streamed(lambda: [HEAD, b'"events": [1', b",1" * (MEGABYTES_65 // 2), b"]}"]), ("hardly any text",)),
    Hostile("65 MB of short texts",
            streamed(lambda: [HEAD, b'"events": ["ab"', b',"ab"' * (MEGABYTES_65 // 5), b"]}"]), ("hardly any text",)),
    Hostile("65 MB of one key",
            streamed(lambda: [HEAD, b'"a":1', b',"a":1' * (MEGABYTES_65 // 6), b"}"]), ("hardly any text",)),
    Hostile("65 MB cut off",
            streamed(lambda: [HEAD, b'"events": [', *([json.dumps(event(title="x" * 900)).encode() + b","]
                                                       * (MEGABYTES_65 // 960))]), ("cut off",)),
)  # fmt: skip

SMALL_FILES: tuple[Hostile, ...] = (*NOT_TEXT, *SYNTAX, *CONTENT, *MASSES, *NO_FILE)
ALL: tuple[Hostile, ...] = (*SMALL_FILES, *HUGE)
BY_NAME: Mapping[str, Hostile] = {hostile.name: hostile for hostile in ALL}
