from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.text import fold, in_language, printable


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        ({"en": "Peru", "es": "Perú"}, "es", "Perú"),
        ({"en": "Peru", "es": "Perú"}, "es-PE", "Perú"),
        ({"es": "Perú", "es-PE": "Perú, pues"}, "es-PE", "Perú, pues"),
        ({"en": "Peru", "es": "Perú"}, "qu", "Peru"),
        ({"es": "Perú", "und": "PERU"}, "fr", "PERU"),
        ({"es": "Perú", "qu": "Piruw"}, "fr", "Perú"),
        ({}, "en", ""),
    ],
)
def test_the_readers_language_or_the_nearest(
    texts: dict[str, str], language: str, expected: str
) -> None:
    assert in_language(texts, language) == expected


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Cerrón", "cerron"), ("ÑANDÚ", "nandu"), ("Straße", "strasse"), ("PERU 1992", "peru 1992")],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\ud800b", "a\\ud800b"),
        ("Perú — “¿sí?”\u00a0…\n\t", "Perú — “¿sí?”\u00a0…\n\t"),
        ("می‌خواهم 👩‍🚀", "می‌خواهم 👩‍🚀"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown
