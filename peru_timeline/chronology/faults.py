"""What is wrong with a file, and where: one value a fault, in words a curator understands."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

from pydantic import BaseModel, ValidationError

from peru_timeline.chronology.patterns import (
    ID_PATTERN,
    SHA256_PATTERN,
    TAG_PATTERN,
    TEXT_PATTERN,
    URL_PATTERN,
)
from peru_timeline.chronology.text import printable

_LONGEST_SHOWN = 60
HALF_A_CHARACTER = "holds half of a character (a lone surrogate), which is no text"
_LONGEST_STEP = 120


class Fault(NamedTuple):
    """One fault: its place, such as `events[17].evidence[0].source` or `line 3, column 9`."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class ChronologyError(Exception):
    """A file that cannot be opened as a chronology; its text lists every fault."""

    def __init__(self, path: Path | str, faults: Sequence[Fault]) -> None:
        super().__init__(path, faults)
        self.path = Path(path)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        if len(self.faults) == 1 and not self.faults[0].place:
            return f"{self.path}: {self.faults[0].message}"
        return "\n".join([f"{self.path}:", *(f"  {fault}" for fault in self.faults)])


def place_of(location: Iterable[int | str]) -> str:
    """Write a path of keys and positions as readers of JSON do: `events[3].title.es`."""
    place = ""
    for step in location:
        if isinstance(step, str) and len(step) > _LONGEST_STEP:
            step = f"{step[:_LONGEST_STEP]}… ({len(step) - _LONGEST_STEP} more signs)"
        place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else step
    return _in_a_line(place)


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Give “; did you mean "x"?” for the nearest known word, or nothing where none is near."""
    near = difflib.get_close_matches(wrong[:200], list(known), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


def shown(value: Any) -> str:
    """Show a value of a file inside a sentence, shortened."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    long = isinstance(value, str) and len(value) > _LONGEST_SHOWN
    text = json.dumps(f"{value[:_LONGEST_SHOWN]}…" if long else value, ensure_ascii=False)
    return printable(text)


def _in_a_line(text: str) -> str:
    return printable(text.replace("\n", "\\n").replace("\t", "\\t"))


def faults_of(
    error: ValidationError, model: type[BaseModel], at: tuple[int | str, ...] = ()
) -> list[Fault]:
    """Put what pydantic found at a place of the file into words, in the order of the file."""
    return [
        Fault(place_of((*at, *_location(found["loc"]))), _message(dict(found), model))
        for found in error.errors(include_url=False)
    ]


_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "dict_type": "an object",
    "mapping_type": "an object of language and text",
    "tuple_type": "a list",
    "frozen_set_type": "a list",
    "dataclass_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "bool_type": "true or false",
}


def _location(location: tuple[int | str, ...]) -> tuple[int | str, ...]:
    # pydantic names "the key of a map" as a further step, which the file has not.
    return location[:-1] if location and location[-1] == "[key]" else location


def _message(found: Mapping[str, Any], model: type[BaseModel]) -> str:
    kind, value, context = found["type"], found["input"], found.get("ctx", {})
    if kind == "missing":
        return "is missing"
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        known = _known_keys(model, found["loc"][:-1])
        return f"unknown key{did_you_mean(str(found['loc'][-1]), known)}"
    if kind in _KINDS:
        return f"must be {_KINDS[kind]}, not {shown(value)}"
    if kind in ("literal_error", "enum"):
        return _one_of(str(context["expected"]), value)
    if kind in ("value_error", "date"):
        return _in_a_line(str(context["error"]))
    if kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        return f"{shown(value)} {_PATTERNS.get(pattern, 'is not as it should be')}"
    if kind in _BOUNDS:
        words, bound = _BOUNDS[kind]
        return f"must be {words} {context[bound]}, not {shown(value)}"
    if kind == "string_unicode":
        return HALF_A_CHARACTER
    if kind in ("string_too_short", "too_short"):
        return "must not be empty"
    if kind == "string_too_long":
        return f"is longer than {context['max_length']} characters"
    return f"{found['msg']}, not {shown(value)}"


_BOUNDS = {
    "greater_than": ("more than", "gt"),
    "greater_than_equal": ("at least", "ge"),
    "less_than_equal": ("at most", "le"),
}
_PATTERNS = {
    ID_PATTERN: "is no id: use small letters, digits and single hyphens, such as ellis-2022",
    SHA256_PATTERN: "is no SHA-256 (64 digits 0–9 a–f)",
    TAG_PATTERN: "is no language tag such as en or es",
    TEXT_PATTERN: "holds nothing to read",
    URL_PATTERN: "is no address on the web; it starts with https:// or http://",
}
_MOST_LISTED = 10


def _one_of(expected: str, value: Any) -> str:
    """Say which words are allowed, unless they are many and one of them is near."""
    allowed = expected.replace("'", '"')
    words = allowed.split('"')[1::2]
    near = did_you_mean(str(value), words)
    if near and len(words) > _MOST_LISTED:
        return f"{shown(value)} is none of the {len(words)} words allowed here{near}"
    return f"must be {allowed}, not {shown(value)}{near}"


def _known_keys(model: type, location: tuple[int | str, ...]) -> list[str]:
    """List the keys a place of the file may have, by walking the models along the path."""
    for step in location:
        known = get_type_hints(model)
        if isinstance(step, str) and step in known:
            inner = _model_in(known[step])
            if inner is None:
                return []
            model = inner
    if is_dataclass(model):
        return [field.name for field in fields(model)]
    return list(model.model_fields) if issubclass(model, BaseModel) else []


def _model_in(annotation: Any) -> type | None:
    if isinstance(annotation, type) and (
        issubclass(annotation, BaseModel) or is_dataclass(annotation)
    ):
        return annotation
    inner = (_model_in(argument) for argument in getattr(annotation, "__args__", ()))
    return next((found for found in inner if found is not None), None)
