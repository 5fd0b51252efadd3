"""The words by which the checks of wording know attribution, hedges and accusations, by language.

Each phrase is a regular expression in small letters for a whole word or phrase. A language that is
not here is not checked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


class Phrases:
    """Phrases to look for in a text, whole and without regard to case."""

    __slots__ = ("_pattern",)

    def __init__(self, *phrases: str, not_after: tuple[str, ...] = ()) -> None:
        """Look for `phrases`, but not where one of the words `not_after` stands before them."""
        before = "".join(f"(?<!{word})" for word in not_after)
        self._pattern = re.compile(rf"\b{before}(?:{'|'.join(phrases)})\b")

    def find(self, text: str) -> str:
        """Return the first phrase that stands in a text, as written there, or ""."""
        small = text.lower()  # five times as fast as to match without regard to case
        found = self._pattern.search(small)
        if found is None:
            return ""
        return text[slice(*found.span())] if len(small) == len(text) else found[0]


@dataclass(frozen=True, slots=True)
class EditorialWords:
    """The phrases of one language.

    Attributes:
        unnamed: a source spoken of without its name.
        attribution: says that somebody claims what the sentence tells.
        hedge: says that what the sentence tells is not certain.
        estimate: says that a figure is not certain.
        title_hedge: either in a title, or a word that makes it a claim or an intention.
        accusation: wrongdoing, or being found guilty or blamed of it.

    """

    unnamed: Phrases
    attribution: Phrases
    hedge: Phrases
    estimate: Phrases
    title_hedge: Phrases
    accusation: Phrases


_HEDGES_EN = (
    "reportedly", "allegedly", "alleged", "supposedly", "relatively", "apparently", "possibly",
    "perhaps", "probably", "likely", "(?:is|are|was|were|be|been) said to",
)  # fmt: skip
_ESTIMATES_EN = ("estimated?", "by one estimate")
_HEDGES_ES = (
    "presunt[oa]s?", "presuntamente", "supuest[oa]s?", "al parecer", "relativamente",
    "posiblemente", "probablemente", "probable", "quizás?", "tal vez", "según se informó",
    "habrían?", "estarían?", "sería", "tendría",
)  # fmt: skip
_ESTIMATES_ES = ("se estimaba", "estiman", "según una estimación")
_ATTRIBUTION_EN = (
    "according to", "said", "says?", "told", "wr[io]tes?", "report(?:s|ed|edly)?", "accounts?",
    "alleg(?:es?|ed|edly|ations?)", "accus(?:es?|ed|ations?)", "assert(?:s|ed)", "argue[sd]?",
    "claim(?:s|ed)?", "believed?", "expect(?:s|ed)", "estimate[sd]?", "calls?", "called", "counts",
    "describe[sd]", "indicated?s?", "names", "puts", "relays?", "passes on", "speaks? of",
    "suppose[sd]", "warn(?:s|ed)", "announce[sd]", "pledge[sd]", "remark(?:s|ed)", "asked",
    "state[sd]", "declare[sd]", "maintain(?:s|ed)?", "insist(?:s|ed)?", "testif(?:y|ies|ied)",
    "suspect(?:s|ed)?", "suggest(?:s|ed)?", "den(?:y|ies|ied)", "confirm(?:s|ed)", "explain(?:s|ed)",
    "not(?:es|ed)", "adds", "added", "quote[sd]", "cit(?:es|ed|ing)", "rumou?red", "by .{1,30} figures",
    "in .{1,30} (?:words|view|opinion)",
)  # fmt: skip
_ATTRIBUTION_ES = (
    "según", "de acuerdo con", "dij(?:o|eron)", "dicen?", "escrib(?:e|en|ió|ieron)",
    "(?:inform|afirm|señal|declar|indic|asegur|manifest|denunci|revel|public|report|confirm"
    "|explic|anunci|coment|neg|opin|estim|precis)(?:a|an|ó|aron|aba|aban)",
    "sost(?:iene|ienen|uvo|uvieron|enían?)", "acus\\w+", "presunt\\w+", "consideran?", "llaman?",
    "cuenta", "cifra", "recoge", "habla de", "supus?o", "supone", "preveían?", "prevén?",
    "cree[ns]?", "creían?", "esperaban", "menciona", "atribuyen?", "advierten?",
    "advirti(?:ó|eron)", "prometi(?:ó|eron)", "insist(?:e|en|ió|ieron)", "añad(?:e|ió)", "nieg(?:a|an)",
    "testific(?:a|ó|aron)", "sospechan?", "consultad[oa]s?", "habrían?", "estarían?", "a juicio de",
    "en .{1,30} palabras", "en palabras de", "en opinión de",
)  # fmt: skip

WORDS: Mapping[str, EditorialWords] = {
    "en": EditorialWords(
        unnamed=Phrases(
            "the (?:authors?|articles?|posts?|texts?|newspaper|paper|dispatch|blog|source)(?! of| mill| office)"
        ),
        attribution=Phrases(*_ATTRIBUTION_EN),
        hedge=Phrases(*_HEDGES_EN),
        estimate=Phrases(*_ESTIMATES_EN),
        title_hedge=Phrases(
            *_HEDGES_EN, *_ESTIMATES_EN, "reported", "allegations?", "alleges?", "accused?",
            "accuses", "said", "believed", "expected", "expects", "criticised", "criticized",
            "claims?", "may", "might", "could", "seen as", "supposes", "suspected", "unconfirmed",
            "announces?", "announced", "promises?", "pledges?", "plans?", "planned", "proposes?",
        ),
        accusation=Phrases(
            "corrupt(?:ion)?", "brib\\w+", "fraud\\w*", "embezzl\\w+", "launder\\w*", "sentenced",
            "convicted", "imprisoned", "jailed", "impeached", "scandal", "wrongdoing", "collusion",
            "criticism of", "over criticism", "rights violations",
            not_after=("anti-", "against ", "against the "),
        ),
    ),
    "es": EditorialWords(
        unnamed=Phrases(
            "la entrada(?! en vigor| del?\\b)",
            "(?:el autor|la autora|los autores|el artículo|el texto|el diario|el despacho|el blog|la nota|la fuente)"
            "(?! del?\\b)",
        ),
        attribution=Phrases(*_ATTRIBUTION_ES),
        hedge=Phrases(*_HEDGES_ES),
        estimate=Phrases(*_ESTIMATES_ES),
        title_hedge=Phrases(
            *_HEDGES_ES, *_ESTIMATES_ES, "report[ae]n?", "acus\\w+", "imputan?", "imputación",
            "denuncian?", "denuncias", "señalan?", "atribuyen", "creen", "critican", "prevén?",
            "ven", "vinculan?", "supone", "anuncian?", "prometen?", "planean?", "proponen?",
            "busca", "buscan",
            # the conditional, by which Spanish-language newspapers hedge; not nouns in -ería, -aría
            "(?!miner|secretar|auditor|asesor|mayor|tesor|categor|galer)\\w+[aei]rían?",
        ),
        accusation=Phrases(
            "corrup\\w+", "sobornos?", "fraude", "peculado", "colusión", "condenad[oa]s?",
            "conden(?:an?|ó|aron) a (?:prisión|cárcel|cadena|\\d+)", "encarcel\\w+", "presos?",
            "escándalo", "blanque\\w+", "lavado de activos", "violaciones de derechos",
            "por las críticas",
            not_after=("contra ", "contra el ", "contra la ", "contra los "),
        ),
    ),
}  # fmt: skip
