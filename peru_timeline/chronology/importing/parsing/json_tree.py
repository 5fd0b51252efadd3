"""Reads the JSON of other programs: within limits, and as leniently as those programs do."""

from __future__ import annotations

import json
import re
from typing import Any

from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.importing.found import ImportRefusedError
from peru_timeline.chronology.importing.parsing.opening import LONGEST_LINE, Opened, text_of
from peru_timeline.chronology.importing.parsing.script_literals import as_json
from peru_timeline.chronology.importing.sentences import ImportWords

DEEPEST = 60
FEWEST_BYTES_A_VALUE = 6
LARGE = 5_000_000
SCRIPT = re.compile(
    r"(?:\s|//[^\n]*\n)*+(?:(?:(?:export\s+)?(?:var|let|const)\s+)?[\w.$]{1,80}\s*=|export\s+default)\s*"
    r"(?:new\s+[\w.$]{1,80}\s*\()?\s*(?=[\[{])"
)
"""The beginning of a script that assigns a literal to a variable: `var items = new vis.DataSet([`."""


def json_of(opened: Opened, encoding: str = "") -> Any:
    """Read a JSON file, or a script that assigns a literal to a variable; raises ImportRefusedError."""
    text = text_of(opened, encoding)
    if (script := SCRIPT.match(text)) is not None:
        text = text[script.end() :].rstrip("; \t\r\n")
        text = text.removesuffix(")") if script[0].rstrip().endswith("(") else text
    try:
        return parse(text)
    except ImportRefusedError as error:
        if error.message.template != ImportWords.BROKEN_JSON:
            raise
        try:
            return parse(as_json(text))
        except ImportRefusedError:  # of the rewritten text, whose lines are not those of the file
            raise error from None


def parse(text: str) -> Any:
    """Parse JSON; NaN and infinities become None."""
    if len(text) > LARGE and text.count(",") * FEWEST_BYTES_A_VALUE > len(text):
        raise ImportRefusedError(Sentences.HARDLY_ANY_TEXT.of())
    try:
        value = json.loads(text, parse_constant=lambda _name: None)
    except json.JSONDecodeError as error:
        raise ImportRefusedError(ImportWords.BROKEN_JSON.of(error.lineno, error.colno)) from None
    except RecursionError:
        raise ImportRefusedError(ImportWords.DEEP.of()) from None
    except ValueError:  # a number of thousands of digits
        raise ImportRefusedError(Sentences.TOO_MANY_DIGITS.of()) from None
    return value


def text(value: Any) -> str:
    """The text of a JSON value: "" for null, the items of a plain list with "|" between them, other lists as JSON."""
    if value is None or value is True or value is False:
        return "" if value is None else str(value).lower()
    if isinstance(value, str):
        if len(value) > LONGEST_LINE:
            raise ImportRefusedError(ImportWords.LONG_TEXT.of(LONGEST_LINE // 1_000_000))
        return _without_halves(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        return "|".join(text(item).replace("|", "/") for item in value)
    return (
        str(value)
        if isinstance(value, int | float)
        else _without_halves(json.dumps(value, ensure_ascii=False))
    )


def _without_halves(value: str) -> str:
    """Replace lone surrogates with "?"."""
    return (
        value.encode("utf-8", "replace").decode()
        if any("\ud800" <= c <= "\udfff" for c in value)
        else value
    )


def obj(value: Any) -> dict[str, Any]:
    """Return the value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def objects(value: Any) -> list[dict[str, Any]]:
    """Return the objects in a list; empty for anything else."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
