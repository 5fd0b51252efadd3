"""Dates in columns are the dates that dates.py reads one by one."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.dates.clock import Moments
from peru_timeline.chronology.dates.event_date import DateError, parse_date
from peru_timeline.chronology.store.date_columns import DateColumns, DateColumnsBuilder
from tests.chronology.dates.ordering import sort_key

PARTS = [
    "", "..", "2004", "2004-02", "2004-02-29", "2005~", "2006-01?", "1999%", "20XX", "2012-1X-05",
    "2012-22", "2012-36", "-0044", "~2004-02", "1950S2", "2004-02-29T10:00:00", "2004-02-29T23:00:00-05:00",
    "2004-02-29T10:00:00.25Z", "XXXX", "XXXX-12", "2X04", "Y17E7",
    "9999-12-31", "Y17000", "2003-02-29", "x", "2004-13", "-0000",
]  # fmt: skip
DATES = [
    *PARTS,
    *(f"{left}/{right}" for left in PARTS for right in PARTS),
    "[2004..2006]", "[..2004]", "[2004-05-06, 2005]", "[2004,2006-02]", "[2004..]", "[]", "[a/b]",
    "[2004-02-29T10:00:00Z..2004-02-29T11:30:00Z]", "[..XXXX]", "[2004,XXXX]", "XXXX-02-30",
    "{2004,2005}", "2004/2005/2006", "9" * 300,
]  # fmt: skip


def columns(*texts: str) -> DateColumns:
    reader = DateColumnsBuilder()
    reader.add(texts)
    return reader.columns()


def assert_is(found: DateColumns, index: int, text: str) -> None:
    date = parse_date(text)
    for field in fields(found):
        owner = date.moments if field.name in Moments._fields else date
        value, expected = getattr(found, field.name)[index], getattr(owner, field.name)
        assert np.isnan(value) if expected is None else value == expected, (text, field.name)
    np.testing.assert_array_equal([keys[index] for keys in found.sort_keys], sort_key(date))
    assert found.is_day[index] == date.is_day
    assert found.approximate[index] == date.approximate


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_read_as_elsewhere_or_refused_as_there(text: str) -> None:
    try:
        parse_date(text)
    except DateError:
        with pytest.raises(DateError):
            columns(text)
    else:
        assert_is(columns(text), 0, text)


GOOD = ["2004", "[2004..2006]", "2001-02-03/2004", "../2004", "2004/", "[..1999-01-01]", "2005~"]


@given(st.lists(st.lists(st.sampled_from(GOOD), max_size=4), max_size=4))
def test_dates_added_bit_by_bit_keep_their_places(parts: list[list[str]]) -> None:
    reader = DateColumnsBuilder()
    for part in parts:
        reader.add(part)
        with pytest.raises(DateError):
            reader.add([*part, "no date"])
    texts = [text for part in parts for text in part]
    order = np.arange(len(texts))[::-1]
    found, turned = reader.columns(), reader.columns().take(order)
    for index, text in enumerate(texts):
        assert_is(found, index, text)
        assert_is(turned, len(texts) - 1 - index, text)
