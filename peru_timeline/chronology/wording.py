"""Words for the fixed values of a chronology, in English and Spanish; other languages read English."""

from __future__ import annotations

from collections.abc import Mapping

from peru_timeline.chronology.models import Status

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


def status_in_words(status: Status, language: str) -> str:
    """Return a status as it stands within a sentence; `language` is a BCP 47 tag such as es-PE."""
    return _STATUSES.get(language.split("-")[0].lower(), _STATUSES["en"])[status]
