"""The legend explains marks without titles, where there are any."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.query import Query
from peru_timeline.pictures.legend import SMALL_PX, legend_keys
from tests.pictures.conftest import Opened, by_letters


@pytest.mark.parametrize(("sector", "explained"), [(None, True), ("fishing", False)])
def test_small_marks_are_explained_where_they_may_occur(
    peru: Opened, sector: str | None, explained: bool
) -> None:
    query = Query() if sector is None else Query(sectors=frozenset({sector}))
    keys = legend_keys(peru.subject(query), None, 0.0, 600.0, by_letters)
    small = [key for key in keys if key.mark is not None and key.mark.height == SMALL_PX]
    assert [key.meaning.text for key in small] == ["no room for its title here"] * explained
