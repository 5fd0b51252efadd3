"""The templates and samples that come with the program, and a new chronology made of a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from peru_timeline.chronology.importing.naming import slug
from peru_timeline.chronology.text import in_language
from peru_timeline.paths import default_chronology, resources_dir, seeds_dir

TEMPLATES = ("empty", "school-topic", "case-file", "company-history", "life")
"""In the order in which they are offered."""
SAMPLES = ("space-firsts", "photography")
SPREADSHEETS = ("events.xlsx", "events.csv")
ENDING = ".chronology"


@dataclass(frozen=True, slots=True)
class Offered:
    """A chronology that comes with the program, by its title and description in each language."""

    path: Path
    title: Mapping[str, str]
    description: Mapping[str, str]


def templates() -> tuple[Offered, ...]:
    """The chronologies to start from; raises OSError where the program is not whole."""
    return tuple(_offered(resources_dir() / "templates" / f"{name}{ENDING}") for name in TEMPLATES)


def samples() -> tuple[Offered, ...]:
    """The chronologies to look at, that of Peru first; raises OSError where the program is not whole."""
    small = (seeds_dir() / "samples" / f"{name}{ENDING}" for name in SAMPLES)
    return tuple(_offered(path) for path in (default_chronology(), *small))


def spreadsheet(ending: str) -> Path:
    """The table to fill in, as `.xlsx` or `.csv`; importing it reads every column."""
    name = next(name for name in SPREADSHEETS if name.endswith(ending))
    return resources_dir() / "templates" / name


def new_chronology(template: Path, path: Path, language: str) -> bytes:
    """The content of a chronology at `path`, made of a template, in one language; raises OSError.

    It is named after its file: two made of the same template are not taken for one.
    """
    content = _in_one_language(msgspec.json.decode(template.read_bytes()), language)
    made: dict[str, Any] = {**content, "id": slug(path.stem) or content["id"]}
    if name := " ".join(path.stem.replace("_", " ").split()):
        made["title"] = {language: name}
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def _offered(path: Path) -> Offered:
    head = msgspec.json.decode(path.read_bytes(), type=_Head)
    return Offered(path, head.title, head.description)


class _Head(msgspec.Struct):
    title: dict[str, str]
    description: dict[str, str]


def _in_one_language(value: Any, language: str) -> Any:
    """Replace each text of several languages by that in one: a new chronology needs no other."""
    if isinstance(value, list):
        return [_in_one_language(inner, language) for inner in value]
    if not isinstance(value, dict):
        return value
    if value and value.keys() <= _LANGUAGES:
        return {language: in_language(value, language)}
    return {key: _in_one_language(inner, language) for key, inner in value.items()}


_LANGUAGES = frozenset(("en", "es"))
