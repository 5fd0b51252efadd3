"""What the texts of a column tell of each other."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.dates.written.column import decide_column
from peru_timeline.chronology.dates.written.understood import BareNumbers, NumberOrder, Ways


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/04/2012", "13/04/2012"], NumberOrder.DAY_FIRST),
        (["03/04/2012", "04/13/2012"], NumberOrder.MONTH_FIRST),
        (["03/04/2012", "13/04/2012", "04/13/2012"], None),
        (["03/04/2012", "05/05/2012", "2012-04-13"], None),
        (["03/04/2012", "2020-05-01", "2031-12-25"], None),  # of which 20 and 31 are no days
        (["3-4-12", "from 1/5/12 to 31/5/12"], NumberOrder.DAY_FIRST),
        ([], None),
    ],
)
def test_the_order_of_day_and_month(texts: list[str], order: NumberOrder | None) -> None:
    assert decide_column(texts).ways.order is order


def test_what_speaks_for_each_order_is_counted() -> None:
    found = decide_column(["13/04/2012", "14/04/2012", "04/13/2012"])
    assert found.evidence == (("order", "d/m/y", 2), ("order", "m/d/y", 1))


@pytest.mark.parametrize(
    ("texts", "bare"),
    [
        (["43", "61", "122", "1066"], BareNumbers.YEARS),
        (["43", "55 BC"], BareNumbers.YEARS),
        (["44927", "44928", ""], BareNumbers.DAYS_1900),
        (["44927.5", "45000.25"], BareNumbers.DAYS_1900),
        (["44927", "1999"], None),
        (["98", "99", "2001"], None),
        (["1998", "1999"], None),
        (["May 2012"], None),
    ],
)
def test_what_bare_numbers_are(texts: list[str], bare: BareNumbers | None) -> None:
    assert decide_column(texts).ways.bare is bare


@pytest.mark.parametrize(
    ("texts", "january"),
    [
        (["1961-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1980-01-01T00:00:00Z"], True),
        (["1961-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1980-05-03T00:00:00Z"], None),
        (["1961-01-01T00:00:00Z", *(f"1980-05-{day:02}T00:00:00Z" for day in range(1, 29))], False),
        (["1961-01-01", "1962-01-01"], False),
    ],
)
def test_whether_the_first_of_january_is_a_year(texts: list[str], january: bool | None) -> None:
    assert decide_column(texts).ways.january is january


def test_what_is_known_already_stays() -> None:
    ways = Ways(order=NumberOrder.MONTH_FIRST, bare=BareNumbers.DAYS_1904, january=True)
    assert decide_column(["13/04/2012", "44927"], ways).ways == ways
