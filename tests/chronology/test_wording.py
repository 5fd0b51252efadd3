"""Statuses, relations and figures in words."""

from __future__ import annotations

from typing import get_args

import pytest

from peru_timeline.chronology.models import RelationKind, Status
from peru_timeline.chronology.wording import relation_in_words, status_in_words, with_unit


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_status_has_words_of_its_own(language: str) -> None:
    words = [status_in_words(status, language) for status in Status]
    assert all(words)
    assert len(set(words)) == len(Status)


def test_languages() -> None:
    assert status_in_words(Status.REPORTED, "es-PE") == "según informes"
    assert status_in_words(Status.REPORTED, "en") == "reported"
    assert status_in_words(Status.REPORTED, "fr") == "reported"


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_relation_has_words_from_both_ends(language: str) -> None:
    words = {
        relation_in_words(kind, language, back=back)
        for kind in get_args(RelationKind)
        for back in (False, True)
    }
    assert len(words) == 2 * len(get_args(RelationKind)) - 1  # the same matter is one from both
    assert relation_in_words("follows", "en") == "before this"
    assert relation_in_words("follows", "es-PE", back=True) == "posterior a este"


@pytest.mark.parametrize(
    ("unit", "english", "spanish"),
    [
        ("USD", "US$ 5", "US$ 5"),
        ("percent", "5 %", "5 %"),
        ("tests", "5 tests", "5 pruebas"),
        ("events", "5 cases", "5 casos"),
        ("{x}", "5 {x}", "5 {x}"),
    ],
)
def test_a_figure_stands_with_its_unit(unit: str, english: str, spanish: str) -> None:
    assert (with_unit("5", unit, "en"), with_unit("5", unit, "es")) == (english, spanish)
