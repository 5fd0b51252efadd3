"""Differences of two versions in words: which item, which field, and what each version says."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.editing.comparison import ItemChange
from peru_timeline.chronology.editing.fields import Path
from peru_timeline.chronology.editing.file_text import HEAD
from peru_timeline.chronology.editing.taking import WHOLE, Difference
from peru_timeline.chronology.text import in_language
from peru_timeline.ui.editing.form.text_field import LANGUAGE_NAMES

translate = QCoreApplication.translate
LONGEST = 300


def item_in_words(item: ItemChange, language: str) -> str:
    """The kind and the title of an item: “Event: Port of Chancay begins”."""
    kinds = {
        HEAD: translate("Differences", "Chronology"),
        "sectors": translate("Differences", "Sector"),
        "actors": translate("Differences", "Actor"),
        "sources": translate("Differences", "Source"),
        "events": translate("Differences", "Event"),
    }
    return f"{kinds.get(item.kind, item.kind)}: {value_in_words(item.title, language) or item.id}"


def field_in_words(each: Difference) -> str:
    """What differs: a field, with its language, or the whole item."""
    if each.path == WHOLE:
        if each.after is None:
            return translate("Differences", "gone")
        return translate("Differences", "new")
    return field_name(each.path)


def field_name(path: Path) -> str:
    """The name of a field in the file, for readers."""
    names = {
        "title": translate("Differences", "Title"),
        "summary": translate("Differences", "Summary"),
        "date": translate("Differences", "Date"),
        "date_note": translate("Differences", "How the date is known"),
        "sector": translate("Differences", "Sector"),
        "status": translate("Differences", "Status"),
        "importance": translate("Differences", "Importance"),
        "actors": translate("Differences", "Actors"),
        "amounts": translate("Differences", "Amounts"),
        "evidence": translate("Differences", "Quotations"),
        "notes": translate("Differences", "Notes"),
        "related": translate("Differences", "Related events"),
        "name": translate("Differences", "Name"),
        "kind": translate("Differences", "Kind"),
        "part_of": translate("Differences", "Part of"),
    }
    said = names.get(path[0], path[0])
    if len(path) > 1 and path[1] != "und":
        said = f"{said} · {LANGUAGE_NAMES.get(path[1], path[1])}"
    return said


def value_in_words(value: Any, language: str) -> str:
    """A value of a file on one line: texts in the reader's language, lists by what stands first in each item."""
    if value is None:
        return ""
    if isinstance(value, list):
        said = "; ".join(_first_of(each, language) for each in value)
    elif isinstance(value, dict):
        said = _first_of(value, language)
    else:
        said = str(value)
    said = " ".join(said.split())
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def _first_of(value: Any, language: str) -> str:
    """What an item of a list says: a text by language, else its first values."""
    if not isinstance(value, dict):
        return str(value)
    if value and all(isinstance(text, str) and len(tag) <= 12 for tag, text in value.items()):
        if language in value or "und" in value:
            return in_language(value, language)
        return ": ".join(value.values())
    parts = [
        _first_of(inner, language) if isinstance(inner, dict) else inner for inner in value.values()
    ]
    return ": ".join(str(part) for part in parts[:3] if not isinstance(part, list))
