"""English titles with capitals, as MLA and Chicago write them; titles in other languages stay as they are."""

from __future__ import annotations

import re

_SMALL_WORDS = "a an and as at but by for from if in into nor of off on onto or out over per so the to up via vs"
_SMALL = frozenset((*_SMALL_WORDS.split(), "with", "yet"))
_WORD = re.compile(r"[^\s\-–—/]+")
_ENDS_A_PART = (":", "?", "!", ".", "–", "—")


def headline(title: str) -> str:
    """Return “The Evolution of Peru's Challenges: A Study”; words with capitals, such as “iPhone”, stay."""
    words = list(_WORD.finditer(title))
    told, end = [], 0
    for number, match in enumerate(words):
        told.append(title[end : match.start()])
        before = title[: match.start()].rstrip()
        is_edge = number in (0, len(words) - 1) or before.endswith(_ENDS_A_PART)
        told.append(_capital(match[0], is_edge=is_edge))
        end = match.end()
    return "".join(told) + title[end:]


def _capital(word: str, *, is_edge: bool) -> str:
    letters = word.strip("“”‘’\"'().,;:!?[]")
    if any(sign.isupper() or sign.isdigit() for sign in letters):
        return word
    if letters in _SMALL and not is_edge:
        return word
    start = next((place for place, sign in enumerate(word) if sign.isalpha()), None)
    return word if start is None else word[:start] + word[start].upper() + word[start + 1 :]
