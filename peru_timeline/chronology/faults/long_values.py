"""Finds the faults of values with long lists a thousand items at a time.

pydantic keeps every fault of a value until it has seen all of it: a list of a million faulty items would fill the
memory.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError

from peru_timeline.chronology.faults.fault import Fault, faults_of, json_path
from peru_timeline.chronology.faults.sentences import Sentences

LONG = 1000
"""Items of a list, or keys of an object, that are examined together."""
_Steps = tuple[int | str, ...]


def faults_in_pieces(
    value: Any, model: type[BaseModel], at: _Steps = (), *, suggest: bool = True
) -> Iterator[Fault]:
    """Yield the faults that a model finds in a value, in the order of its lists; `at` is its location in the file."""
    short = yield from _shortened(value, model, at)
    try:
        model.model_validate(short)
    except ValidationError as error:
        yield from faults_of(error, model, at, suggest=suggest)


def _shortened(value: Any, annotation: Any, at: _Steps) -> Generator[Fault, None, Any]:
    """Yield the faults of the long parts of a value, and return the value without these parts."""
    if not isinstance(value, dict | list):  # as most values are
        return value
    kind = _essence(annotation)
    if isinstance(value, dict) and (is_dataclass(kind) or _is_model(kind)):
        known = _fields(kind)
        kept = {}
        for number, (key, part) in enumerate(value.items()):
            if key in known and isinstance(part, dict | list):  # only these may be long
                kept[key] = yield from _shortened(part, known[key], (*at, key))
            elif key in known or number < LONG:
                kept[key] = part
            else:
                yield Fault(json_path((*at, key)), Sentences.UNKNOWN_KEY.of(""))
        return kept
    if isinstance(value, dict) and len(value) > LONG:
        items = list(value.items())
        for first in range(0, len(items), LONG):
            yield from _of_piece(dict(items[first : first + LONG]), annotation, kind, at)
        return {"en": "x"}  # a sound text in place of this one
    if isinstance(value, list) and get_origin(kind) in (tuple, frozenset):
        return (yield from _shortened_list(value, get_args(kind)[0], at))
    return value


def _shortened_list(value: list[Any], item: Any, at: _Steps) -> Generator[Fault, None, list[Any]]:
    essence = _essence(item)
    if len(value) <= LONG:
        kept: list[Any] = []
        for number, each in enumerate(value):
            is_short = not isinstance(each, dict | list)
            kept.append(each if is_short else (yield from _shortened(each, essence, (*at, number))))
        return kept
    for first in range(0, len(value), LONG):
        piece: list[Any] = []
        for number, each in enumerate(value[first : first + LONG], start=first):
            is_short = not isinstance(each, dict | list)
            piece.append(
                each if is_short else (yield from _shortened(each, essence, (*at, number)))
            )
        yield from _of_piece(piece, tuple[item, ...], essence, at, first)
    return []


def _of_piece(
    piece: Any, annotation: Any, model: Any, at: _Steps, first: int = 0
) -> Iterator[Fault]:
    try:
        _adapter(annotation).validate_python(piece)
    except ValidationError as error:
        model = model if _is_model(model) else BaseModel
        yield from faults_of(error, model, at, first=first, suggest=not first)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


@lru_cache(maxsize=64)
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


@lru_cache(maxsize=64)
def _fields(model: Any) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    names = [field.name for field in fields(model)] if is_dataclass(model) else model.model_fields
    return {name: hints[name] for name in names}


def _essence(annotation: Any) -> Any:
    """Return the type without its annotations and without None."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(each for each in get_args(annotation) if each is not type(None))
        else:
            return annotation
