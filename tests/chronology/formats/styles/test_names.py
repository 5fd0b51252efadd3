"""People are ordered by family name; organisations stay whole."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.formats.styles.names import Name, and_others, joined, name_parts


@pytest.mark.parametrize(
    ("written", "family", "given", "initials"),
    [
        ("Kelly Hearn", "Hearn", "Kelly", "Hearn, K."),
        ("Hearn, Kelly", "Hearn", "Kelly", "Hearn, K."),
        ("R. Evan Ellis", "Ellis", "R. Evan", "Ellis, R. E."),
        ("Jean-Paul Roe", "Roe", "Jean-Paul", "Roe, J.-P."),
        ("Simón de la Torre", "de la Torre", "Simón", "de la Torre, S."),
        ("Mora Ávalos, Daniel Luis", "Mora Ávalos", "Daniel Luis", "Mora Ávalos, D. L."),
        ("Ludwig van Beethoven", "van Beethoven", "Ludwig", "van Beethoven, L."),
        ("  Ñusta   Ávalos ", "Ávalos", "Ñusta", "Ávalos, Ñ."),
    ],
)
def test_people(written: str, family: str, given: str, initials: str) -> None:
    name = name_parts(written)
    assert name == Name(family, given)
    assert name.with_initials == initials


@pytest.mark.parametrize(
    ("written", "family", "given"),
    [
        ("Daniel Mora Ávalos", "Mora Ávalos", "Daniel"),
        ("Ana María Rojas Díaz", "Rojas Díaz", "Ana María"),
        ("José de la Riva Agüero", "de la Riva Agüero", "José"),
        ("Ana Rojas", "Rojas", "Ana"),
    ],
)
def test_spanish_people_have_two_family_names(written: str, family: str, given: str) -> None:
    assert name_parts(written, "es-PE") == Name(family, given)


@pytest.mark.parametrize(
    "written",
    [
        "Reuters",
        "CSIS",
        "Ministerio de Defensa",
        "Ministry of Defence, Peru",
        "Human Rights Watch",
        "United Press International",
        "Global Americans",
        "Salt and Pepper",
        "Kelly Hearn, Editor and Publisher",
        "A & B",
        "BBC Mundo",
        "Studio 54",
        "Acme, Inc.",
        "the observer",
        "Six Names In A Very Long Row",
    ],
)
def test_organisations_stay_whole(written: str) -> None:
    assert name_parts(written) == Name(written)
    assert name_parts(written).reversed == name_parts(written).with_initials == written


@pytest.mark.parametrize(
    ("names", "language", "oxford", "told"),
    [
        ([], "en", False, ""),
        (["A"], "en", True, "A"),
        (["A", "B"], "en", True, "A, and B"),
        (["A", "B", "C"], "en", False, "A, B and C"),
        (["A", "B"], "es", True, "A y B"),
        (["A", "Ibáñez"], "es", True, "A e Ibáñez"),
        (["A", "Hierro"], "es", False, "A y Hierro"),
        (["A", "Hinojosa"], "es", False, "A e Hinojosa"),
    ],
)
def test_names_are_joined(names: list[str], language: str, oxford: bool, told: str) -> None:
    assert joined(names, language, oxford=oxford) == told


def test_others_are_told() -> None:
    assert and_others(["A", "B", "C"], 1, " ") == "A et al."
    assert and_others(["A", "B", "C"], 2, ", ") == "A, B, et al."
