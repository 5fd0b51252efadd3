"""Who wrote a source, as bibliographies order names: people by their family name, organisations as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Name(NamedTuple):
    """The parts of a name; of an organisation `family` is all of it."""

    family: str
    given: str = ""

    @property
    def reversed(self) -> str:
        """“Hearn, Kelly”."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def in_order(self) -> str:
        """“Kelly Hearn”."""
        return f"{self.given} {self.family}" if self.given else self.family

    @property
    def with_initials(self) -> str:
        """“Hearn, K. L.”; a double name keeps its hyphen, “Roe, J.-P.”."""
        words = (
            "-".join(f"{part[0]}." for part in word.split("-") if part)
            for word in self.given.split()
        )
        return f"{self.family}, {' '.join(words)}" if self.given else self.family


_LONGEST_NAME = 5  # words
_PARTICLE_WORDS = "de del la las los el da das do dos di della du des le van von der den ter zu y e bin ibn al ben"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_ORGANISATIONS = """
    academy academia administration administración agency agencia alliance alianza archive archives archivo army
    assembly asamblea association asociación authority autoridad bank banco board bureau center centre centro chamber
    cámara church iglesia clinic club college colegio commission comisión committee comité company compañía
    confederation confederación congress congreso consortium consorcio cooperative cooperativa corporation corporación
    council consejo court corte department departamento diario directorate dirección editorial embassy embajada
    enterprise empresa federation federación force forces foundation fundación fuerza fuerzas fund fondo gazette gaceta
    global government gobierno group grupo herald house institute instituto institution international internacional
    journal lab laboratory laboratorio league liga library biblioteca magazine media ministry ministerio mission misión
    monitor museum museo national nacional network navy news newspaper noticias observatory observatorio office oficina
    organisation organization organización orquesta orchestra parliament parlamento party partido police policía post
    presidency presidencia press prensa program programme programa project proyecto publications publishing radio
    red registry report reports review revista school escuela secretariat secretaría secretaria senate senado service
    services servicio servicios society sociedad star state states estado estados studies estudios syndicate sindicato
    team telegraph television televisión times tribunal tribune trust union unión united unidas unidos university
    universidad watch weekly world works workers embassy global editors editores redacción staff
    inc ltd llc plc gmbh corp co sa sac eirl
"""
_OF_ORGANISATIONS = frozenset(_ORGANISATIONS.split())
_BEFORE_E = re.compile("h?[ií](?!e)", re.IGNORECASE)  # “y” becomes “e”, but “y Hierro”
_ORGANISATION_SIGNS = re.compile(
    r"[\d&/()@]|\b(?:and|of|the|for|on|in|para|sobre)\b", re.IGNORECASE
)


def name_parts(name: str, language: str = "en") -> Name:
    """Split a name as it is written in a chronology, “Kelly Hearn” or “Hearn, Kelly”.

    Organisations stay whole: one word, a word that only organisations have, capitals (“CSIS”), signs, figures. In
    Spanish the last two of three words and more are family names; elsewhere the last one, with its particles.
    """
    whole = " ".join(name.split())
    family, comma, given = whole.partition(", ")
    if comma and _is_person(f"{given} {family}") and "," not in given:
        return Name(family, given)
    words = whole.split()
    if comma or len(words) < 2 or not _is_person(whole):
        return Name(whole)
    return _split(words, 2 if language.startswith("es") and len(words) > 2 else 1)


def joined(names: Sequence[str], language: str, *, oxford: bool = False) -> str:
    """Join names in words, “A, B and C”; English styles may have a comma before the last: “A, and B”."""
    if len(names) < 2:
        return "".join(names)
    if language.startswith("es"):
        word = "e" if _BEFORE_E.match(names[-1]) else "y"
        return f"{', '.join(names[:-1])} {word} {names[-1]}"
    return f"{', '.join(names[:-1])}{',' if oxford else ''} and {names[-1]}"


def and_others(names: Sequence[str], shown: int, gap: str) -> str:
    """Name the first few and say that there are others."""
    return f"{', '.join(names[:shown])}{gap}et al."


def _is_person(name: str) -> bool:
    words = name.replace(",", "").split()
    if not 2 <= len(words) <= _LONGEST_NAME or _ORGANISATION_SIGNS.search(name):
        return False
    if any(word.strip(".").lower() in _OF_ORGANISATIONS for word in words):
        return False
    names = [word for word in words if word.lower() not in _PARTICLES]
    if len(names) < 2 or any(len(word) > 1 and word.isalpha() and word.isupper() for word in names):
        return False
    return all(word[0].isupper() for word in names)


def _split(words: list[str], families: int) -> Name:
    """Cut before the family names and the particles that stand before them."""
    start, left = len(words), families
    while start > 1 and (left > 0 or words[start - 1].lower() in _PARTICLES):
        start -= 1
        left -= words[start].lower() not in _PARTICLES
    return Name(" ".join(words[start:]), " ".join(words[:start]))
