"""The words by which the checks of wording know attribution, hedges and accusations, by language.

Each entry is a regular expression for a whole word or phrase, matched without regard to case. A
language that is not here is not checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EditorialWords:
    """The patterns of one language.

    Attributes:
        unnamed: a source spoken of without its name.
        attribution: says that somebody claims what the sentence tells.
        hedge: says that what the sentence tells is not certain.
        title_hedge: the same in a title, where a speaker before a colon is enough.
        accusation: wrongdoing, or being found guilty or blamed of it.

    """

    unnamed: re.Pattern[str]
    attribution: re.Pattern[str]
    hedge: re.Pattern[str]
    title_hedge: re.Pattern[str]
    accusation: re.Pattern[str]


_HEDGES_EN = (
    "reportedly", "allegedly", "alleged", "supposedly", "relatively", "apparently", "possibly",
    "perhaps", "probably", "likely", "said to", "estimated?", "by one estimate",
)  # fmt: skip
_HEDGES_ES = (
    "presunt[oa]s?", "presuntamente", "supuest[oa]s?", "al parecer", "relativamente",
    "posiblemente", "probablemente", "probable", "quizás?", "tal vez", "se estimaba", "estiman",
    "según se informó", "según una estimación", "habrían?", "estarían?", "sería", "tendría",
)  # fmt: skip
_ATTRIBUTION_EN = (
    "according to", "said", "says?", "told", "wr[io]tes?", "report(?:s|ed|edly)?", "accounts?",
    "alleg(?:es?|ed|edly|ations?)", "accus(?:es?|ed|ations?)", "assert(?:s|ed)", "argue[sd]?",
    "claim(?:s|ed)?", "believed?", "expect(?:s|ed)", "estimated?", "calls?", "called", "counts",
    "describe[sd]", "indicated", "names", "puts", "relays?", "passes on", "speaks? of", "suppose[sd]",
    "warn(?:s|ed)", "announced", "pledged", "remark(?:s|ed)", "asked", "by .{1,30} figures",
    "in .{1,30} words",
)  # fmt: skip
_ATTRIBUTION_ES = (
    "según", "dij(?:o|eron)", "dicen?", "escrib(?:e|ió)", "inform(?:a|ó)", "afirm(?:a|ó)",
    "sost(?:iene|uvo)", "señal(?:a|ó)", "declar(?:a|ó)", "indic(?:a|ó|aron)", "acus\\w+",
    "presunt\\w+", "sostenían", "considera", "estim(?:a|ó|aba)", "llama", "cuenta", "cifra",
    "recoge", "habla de", "supus?o", "supone", "preveía", "prevé", "creían", "esperaban",
    "menciona", "atribuye", "advirtió", "anunció", "prometió", "comentó", "consultad[oa]s?",
    "habrían?", "estarían?", "en .{1,30} palabras", "en palabras de",
)  # fmt: skip

WORDS: Mapping[str, EditorialWords] = {
    "en": EditorialWords(
        unnamed=_any_of(
            f"the {source}"
            for source in (
                "authors?", "articles?", "posts?", "texts?", "newspaper", "paper", "dispatch",
                "blog", "source",
            )
        ),
        attribution=_any_of(_ATTRIBUTION_EN),
        hedge=_any_of(_HEDGES_EN),
        title_hedge=_any_of(
            (
                *_HEDGES_EN, "reported", "allegations?", "alleges?", "accused?", "accuses", "said",
                "believed", "expected", "expects", "criticised", "criticized", "claims?", "may",
                "seen as", "supposes",
            )
        ),
        accusation=_any_of(
            (
                "corrupt(?:ion)?", "brib\\w+", "fraud\\w*", "embezzl\\w+", "launder\\w*",
                "sentenced", "convicted", "imprisoned", "jailed", "impeached", "scandal",
                "wrongdoing", "collusion", "criticism of", "over criticism", "rights violations",
            )
        ),
    ),
    "es": EditorialWords(
        unnamed=_any_of(
            (
                "el autor", "la autora", "los autores", "el artículo", "el texto", "la entrada(?! en vigor)",
                "el diario", "el despacho", "el blog", "la nota", "la fuente",
            )
        ),
        attribution=_any_of(_ATTRIBUTION_ES),
        hedge=_any_of(_HEDGES_ES),
        title_hedge=_any_of(
            (
                *_HEDGES_ES, "report[ae]n?", "acus\\w+", "imputan?", "imputación", "denuncian?",
                "denuncias", "señalan?", "atribuyen", "creen", "critican", "prevén?", "ven",
                "vinculan?", "supone",
                # the conditional, by which Spanish-language newspapers hedge; not nouns in -ería, -aría
                "(?!miner|secretar|auditor|asesor|mayor|tesor|categor|galer)\\w+[aei]rían?",
            )
        ),
        accusation=_any_of(
            (
                "corrup\\w+", "sobornos?", "fraude", "peculado", "colusión", "condena\\w*",
                "encarcel\\w+", "pres[oa]", "escándalo", "blanque\\w+", "lavado de activos",
                "violaciones de derechos", "por las críticas",
            )
        ),
    ),
}  # fmt: skip
