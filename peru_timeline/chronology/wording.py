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


def status_in_words(status: Status, language: str) -> str:
    """Return a status as it stands within a sentence; `language` is a BCP 47 tag such as es-PE."""
    return _STATUSES.get(language.split("-")[0].lower(), _STATUSES["en"])[status]
