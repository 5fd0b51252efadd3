"""Reads status and importance from the words and numbers of other programs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from peru_timeline.chronology.models import Status
from peru_timeline.chronology.text import fold

_STATUSES = {
    Status.HAPPENED: "happened|confirmed|verified|done|completed|complete|true|fact|occurred|published|ok|validated|yes"
    "|confirmado|verificado|hecho|ocurrido|realizado|sucedido|cumplido",
    Status.REPORTED: "reported|reportado|informado|according to sources|unconfirmed|sin confirmar",
    Status.ALLEGED: "alleged|disputed|unverified|claimed|presunto|supuesto|alegado|denunciado|contested|developing",
    Status.PLANNED: "planned|plan|future|tentative|scheduled|expected|predicted|planeado|previsto|programado|pendiente"
    "|todo|futuro|upcoming|proposed",
    Status.CANCELLED: "cancelled|canceled|cancelado|anulado|suspendido|abandoned",
}
_BY_WORD = {word: status.value for status, words in _STATUSES.items() for word in words.split("|")}
_LEVELS = {
    3: "high|very high|critical|major|key|essential|alta|alto|muy alta|critica|a|muy importante|importante",
    2: "medium|normal|moderate|media|medio|b|regular",
    1: "low|minor|detail|baja|bajo|c|menor|detalle",
}
_BY_LEVEL = {word: level for level, words in _LEVELS.items() for word in words.split("|")}
_NUMBER = re.compile(r"\d{1,4}(?:\.\d+)?")
_OF_SCALE = re.compile(r"([123])/3")


def status_of(text: str) -> str | None:
    """The status that a word stands for; empty for an empty word, None for an unknown one."""
    if not text.strip():
        return ""
    return _BY_WORD.get(" ".join(fold(text).split()))


def scale_of(texts: Iterable[str]) -> float:
    """Find the top of the scale of importance in a file: 3, 5, 10, 100, or the largest number."""
    largest = max((float(text) for text in set(texts) if _NUMBER.fullmatch(text)), default=3.0)
    return next((scale for scale in (3.0, 5.0, 10.0, 100.0) if largest <= scale), largest)


def importance_of(text: str, scale: float) -> int | None:
    """The importance, 1 to 3, of a word or of a number on a scale; None if it has no meaning."""
    if (match := _OF_SCALE.fullmatch(text)) is not None:
        return int(match[1])
    if _NUMBER.fullmatch(text):
        number = float(text)
        if scale <= 3:
            return min(max(round(number), 1), 3)
        return 3 if number > 0.75 * scale else 2 if number > 0.4 * scale else 1
    return _BY_LEVEL.get(" ".join(fold(text).split()))
