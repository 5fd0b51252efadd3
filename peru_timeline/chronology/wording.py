"""Words for the fixed values of a chronology, in English and Spanish; other languages read English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from peru_timeline.chronology.models import Status

_Words = TypeVar("_Words")
_STATUSES: Mapping[str, Mapping[Status, str]] = {
    "en": {status: status.value for status in Status},
    "es": {
        Status.HAPPENED: "ocurrió",
        Status.REPORTED: "según informes",
        Status.ALLEGED: "presunto",
        Status.PLANNED: "previsto",
        Status.CANCELLED: "cancelado",
    },
}
_TONGUES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "en": "in English",
        "es": "in Spanish",
        "pt": "in Portuguese",
        "fr": "in French",
        "de": "in German",
        "it": "in Italian",
        "zh": "in Chinese",
        "ja": "in Japanese",
        "ru": "in Russian",
        "ar": "in Arabic",
        "qu": "in Quechua",
        "ay": "in Aymara",
    },
    "es": {
        "en": "en inglés",
        "es": "en español",
        "pt": "en portugués",
        "fr": "en francés",
        "de": "en alemán",
        "it": "en italiano",
        "zh": "en chino",
        "ja": "en japonés",
        "ru": "en ruso",
        "ar": "en árabe",
        "qu": "en quechua",
        "ay": "en aimara",
    },
}


def foreign_tongue(tag: str | None, language: str) -> str:
    """In which language a quotation is, if it is not that of the reader: “in English”; else nothing."""
    spoken, read = (tag or "").split("-")[0].lower(), language.split("-")[0].lower()
    return "" if spoken == read else _TONGUES.get(read, _TONGUES["en"]).get(spoken, "")


_RELATIONS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    # How another event relates to this one: where this event says so, and where the other does.
    "en": {
        "follows": ("before this", "after this"),
        "part_of": ("this is part of it", "part of this"),
        "reverses": ("reversed by this", "reverses this"),
        "responds_to": ("this responds to it", "responds to this"),
        "causes": ("caused by this, as claimed", "cause of this, as claimed"),
        "same_matter": ("same matter", "same matter"),
    },
    "es": {
        "follows": ("anterior a este", "posterior a este"),
        "part_of": ("este es parte de aquel", "parte de este"),
        "reverses": ("revertido por este", "revierte este"),
        "responds_to": ("este responde a él", "responde a este"),
        "causes": ("causado por este, según la fuente", "causa de este, según la fuente"),
        "same_matter": ("mismo asunto", "mismo asunto"),
    },
}
_SIGNS = {"USD": "US$ {}", "PEN": "S/ {}", "EUR": "€ {}", "percent": "{} %"}
_UNITS: Mapping[str, Mapping[str, str]] = {
    "en": {"events": "cases"},  # the others are English words already
    "es": {
        "aircraft": "aeronaves",
        "annexes": "anexos",
        "berths": "amarraderos",
        "boats": "lanchas",
        "chapters": "capítulos",
        "companies": "empresas",
        "contracts": "contratos",
        "events": "casos",
        "institutes": "institutos",
        "masks": "mascarillas",
        "mines": "minas",
        "people": "personas",
        "rounds": "rondas",
        "scholarships": "becas",
        "tests": "pruebas",
        "thermometers": "termómetros",
        "vehicles": "vehículos",
        "workdays": "días de trabajo",
    },
}


def _of(words: Mapping[str, _Words], language: str) -> _Words:
    return words.get(language.split("-")[0].lower(), words["en"])


def status_in_words(status: Status, language: str) -> str:
    """Return a status as it stands within a sentence; `language` is a BCP 47 tag such as es-PE."""
    return _of(_STATUSES, language)[status]


def relation_in_words(relation: str, language: str, *, back: bool = False) -> str:
    """Return how another event relates to this one; `back` if the other event states the relation."""
    return _of(_RELATIONS, language)[relation][back]


def with_unit(number: str, unit: str, language: str) -> str:
    """Return a figure with its unit, “US$ 5” or “5 tests”; a unit that is not known here stays as it is."""
    if unit in _SIGNS:
        return _SIGNS[unit].format(number)
    return f"{number} {_of(_UNITS, language).get(unit, unit)}"
