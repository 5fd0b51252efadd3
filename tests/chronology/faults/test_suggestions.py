"""An unknown id suggests the nearest by id, name, short form, alias or initials."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.faults.suggestions import (
    MOST_COMPARISONS,
    Suggestions,
    did_you_mean,
    did_you_mean_id,
)

NAMES = {
    "united-states": ("United States", "Estados Unidos"),
    "peru": ("Peru", "Perú"),
    "mof": ("Ministry of Finance", "Treasury"),
    "cnpc": ("China National Petroleum Corporation", "China's oil company"),
}


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("us", "united-states"),
        ("US", "united-states"),
        ("eu", "united-states"),
        ("united-state", "united-states"),
        ("estados unidos", "united-states"),
        ("Perú", "peru"),
        ("treasurry", "mof"),
        ("chinas oil company", "cnpc"),
    ],
)
def test_the_nearest_id_is_told(wrong: str, near: str) -> None:
    assert did_you_mean_id(wrong, NAMES) == f'; did you mean "{near}"?'


def test_nothing_is_told_where_nothing_is_near() -> None:
    assert did_you_mean_id("zzz", NAMES) == ""
    assert did_you_mean("zzz", NAMES) == ""
    assert did_you_mean_id("us", {}) == ""


def test_a_file_has_only_so_many_comparisons() -> None:
    suggestions = Suggestions()
    many = {f"actor-{number}": () for number in range(MOST_COMPARISONS // 2 - 10)}
    assert suggestions.nearest("actors", "per", NAMES) == '; did you mean "peru"?'
    for wrong in ("actor-1x", "actor-2x"):
        assert suggestions.nearest("actors", wrong, many)
    assert suggestions.nearest("actors", "actor-3x", many) == ""
    assert suggestions.nearest("actors", "per", NAMES)  # found before
