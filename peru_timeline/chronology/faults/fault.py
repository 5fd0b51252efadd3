"""What is wrong with a file, and where: a value for each fault, in words that a curator understands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

from pydantic import BaseModel, ValidationError

from peru_timeline.chronology.faults.messages import Message, on_one_line
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.faults.suggestions import did_you_mean
from peru_timeline.chronology.patterns import (
    ID_PATTERN,
    SHA256_PATTERN,
    TAG_PATTERN,
    TEXT_PATTERN,
    URL_PATTERN,
)
from peru_timeline.chronology.text import printable

_LONGEST_SHOWN = 60
_LONGEST_STEP = 120


class Fault(NamedTuple):
    """One fault: its location, such as `events[17].evidence[0].source` or `line 3, column 9`.

    Both are English. The location is a Message too if other languages word it differently. `place` is the location
    in words, where the file is at hand: `Event "cajamarca" (line 32), date`.
    """

    location: str
    message: Message
    place: Message | None = None

    def __str__(self) -> str:
        return f"{self.location}: {self.message}" if self.location else self.message

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return the place in words and the message, in the language of `translate`, which translates messages."""
        message = translate(self.message)
        location = self.place or self.location
        return f"{translate(location)}: {message}" if location else message


class ChronologyError(Exception):
    """A file is not a sound chronology; the text of the exception lists every fault."""

    def __init__(self, path: Path | str, faults: Sequence[Fault]) -> None:
        super().__init__(path, faults)
        self.path = Path(path)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return self.translated(str)

    def translated(self, translate: Callable[[str], str]) -> str:
        """List every fault in the language of `translate`, which translates messages."""
        faults = [fault.translated(translate) for fault in self.faults]
        if len(faults) == 1 and not self.faults[0].location:
            return f"{self.path}: {faults[0]}"
        return "\n".join([f"{self.path}:", *(f"  {fault}" for fault in faults)])


def json_path(location: Iterable[int | str]) -> str:
    """Write a path of keys and positions the usual way: `events[3].title.es`."""
    path = ""
    for step in location:
        if isinstance(step, str) and len(step) > _LONGEST_STEP:
            step = f"{step[:_LONGEST_STEP]}…(+{len(step) - _LONGEST_STEP})"
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return on_one_line(path)


def display_value(value: Any) -> str:
    """Return a value of a file for use in a sentence, shortened."""
    if isinstance(value, dict):
        return Sentences.AN_OBJECT.of()
    if isinstance(value, list):
        return Sentences.A_LIST.of()
    if isinstance(value, str) and len(value) > _LONGEST_SHOWN:
        value = f"{value[:_LONGEST_SHOWN]}…"
    return _scalar_in_json(value)


@lru_cache(maxsize=1024, typed=True)  # a file with masses of faults has few kinds of wrong values
def _scalar_in_json(value: Any) -> str:
    return printable(json.dumps(value, ensure_ascii=False))


def faults_of(
    error: ValidationError,
    model: type[BaseModel],
    at: tuple[int | str, ...] = (),
    *,
    first: int = 0,
    suggest: bool = True,
) -> list[Fault]:
    """Return pydantic's errors as faults, in the order of the file; `at` is the location of the model in it.

    Args:
        error: what pydantic found in the model, or in a piece of a list.
        model: the model, or that of the items.
        at: the location in the file.
        first: the number in the list of the first item of the piece.
        suggest: whether to look for the nearest of the words that are known.

    """
    faults = []
    for found in error.errors(include_url=False):
        steps = _location(found["loc"])
        if first and steps and isinstance(steps[0], int):
            steps = (steps[0] + first, *steps[1:])
        message = _message(dict(found), model, suggest=suggest)
        faults.append(Fault(json_path((*at, *steps)), message))
    return faults


def at_other_locations(found: Iterable[Fault], reported: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the faults found at locations without a reported fault."""
    locations = {fault.location for fault in reported}
    return (fault for fault in found if fault.location not in locations)


_TOP_OF_LOCATION = re.compile(r"(\w+)(?:\[(\d+)\])?")


def in_file_order(faults: Iterable[Fault], raw: Mapping[str, Any]) -> list[Fault]:
    """Sort faults in the order of the file, by key and item; those of missing keys come first."""
    position = {key: number for number, key in enumerate(raw)}

    def order(fault: Fault) -> tuple[int, int]:
        match = _TOP_OF_LOCATION.match(fault.location)
        if match is None:
            return -1, -1
        return position.get(match[1], -1), int(match[2] or -1)

    return sorted(faults, key=order)


_KINDS = {
    "string_type": Sentences.A_TEXT,
    "int_type": Sentences.A_WHOLE_NUMBER,
    "int_from_float": Sentences.A_WHOLE_NUMBER,
    "float_type": Sentences.A_NUMBER,
    "number": Sentences.A_NUMBER,
    "finite_number": Sentences.A_FINITE_NUMBER,
    "short_number": Sentences.A_SHORT_NUMBER,
    "dict_type": Sentences.AN_OBJECT,
    "mapping_type": Sentences.A_LANGUAGE_MAP,
    "tuple_type": Sentences.A_LIST,
    "frozen_set_type": Sentences.A_LIST,
    "dataclass_type": Sentences.AN_OBJECT,
    "model_type": Sentences.AN_OBJECT,
    "model_attributes_type": Sentences.AN_OBJECT,
    "bool_type": Sentences.TRUE_OR_FALSE,
}


def _location(location: tuple[int | str, ...]) -> tuple[int | str, ...]:
    # pydantic adds a step for "the key of a map", which is not in the file.
    return location[:-1] if location and location[-1] == "[key]" else location


def _message(found: Mapping[str, Any], model: type[BaseModel], *, suggest: bool) -> Message:
    kind, value, context = found["type"], found["input"], found.get("ctx", {})
    if kind == "missing":
        return Sentences.IS_MISSING.of()
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        known = _known_keys(model, found["loc"][:-1]) if suggest else []
        return Sentences.UNKNOWN_KEY.of(did_you_mean(str(found["loc"][-1]), known))
    if kind in _KINDS:
        return Sentences.MUST_BE.of(_KINDS[kind].of(), display_value(value))
    if kind in ("literal_error", "enum"):
        return _one_of(str(context["expected"]), value, suggest=suggest)
    if kind == "value_error" and isinstance(message := context["error"].args[0], Message):
        return message
    if kind == "string_pattern_mismatch" and (words := _PATTERNS.get(str(context["pattern"]))):
        return words.of(display_value(value))
    if kind in _BOUNDS:
        words, bound = _BOUNDS[kind]
        return words.of(context[bound], display_value(value))
    if kind in _SIGNS:
        return _SIGNS[kind].of(context["sign"], context["place"])
    if kind == "blank":
        return Sentences.NOTHING_TO_READ.of(display_value(value))
    if kind == "string_unicode":
        return Sentences.HALF_A_CHARACTER.of()
    if kind in ("string_too_short", "too_short"):
        return Sentences.MUST_NOT_BE_EMPTY.of()
    if kind == "string_too_long":
        return Sentences.TOO_LONG.of(context["max_length"])
    return Sentences.NOT_AS_IT_SHOULD_BE.of(display_value(value))


_BOUNDS = {
    "greater_than": (Sentences.MUST_BE_MORE_THAN, "gt"),
    "greater_than_equal": (Sentences.MUST_BE_AT_LEAST, "ge"),
    "less_than_equal": (Sentences.MUST_BE_AT_MOST, "le"),
}
_PATTERNS = {
    ID_PATTERN: Sentences.NO_ID,
    SHA256_PATTERN: Sentences.NO_CHECKSUM,
    TAG_PATTERN: Sentences.NO_LANGUAGE_TAG,
    TEXT_PATTERN: Sentences.NOTHING_TO_READ,
    URL_PATTERN: Sentences.NO_ADDRESS,
}
_SIGNS = {"sign_in_line": Sentences.SIGN_IN_LINE, "sign_in_text": Sentences.SIGN_IN_TEXT}
_MOST_LISTED = 10
_LONGEST_COMPARED = 200  # far longer than any of the words allowed


def _one_of(expected: str, value: Any, *, suggest: bool) -> Message:
    """List the values allowed, or the nearest one if there are many."""
    return _none_of(expected, str(value)[:_LONGEST_COMPARED], display_value(value), suggest)


@lru_cache(maxsize=1024)  # a file with masses of faults has few kinds of wrong values
def _none_of(expected: str, written: str, shown: str, suggest: bool) -> Message:
    words = expected.split("'")[1::2]
    near = did_you_mean(written, words) if suggest else ""
    if (near or not suggest) and len(words) > _MOST_LISTED:
        return Sentences.NONE_OF_THE_WORDS.of(shown, len(words), near)
    *others, last = (f'"{word}"' for word in words)
    allowed = Sentences.OR.of(", ".join(others), last) if others else last
    return Sentences.MUST_BE_ONE_OF.of(allowed, shown, near)


def _known_keys(model: type, location: tuple[int | str, ...]) -> list[str]:
    """List the keys allowed at a location, by walking the models along the path."""
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
