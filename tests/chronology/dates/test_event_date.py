"""EDTF text to bounds. In the tables days are written as ISO dates and both ends are included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.dates.calendar import day_from_civil
from peru_timeline.chronology.dates.event_date import DateError, EventDate, Precision, parse_date
from tests.chronology.dates.ordering import sort_key
from tests.chronology.dates.strategies import marked, plain

Bounds = tuple[str | None, str | None, str | None, str | None]


def day(text: str | None) -> int | None:
    if text is None:
        return None
    year, month, number = text.rsplit("-", 2)
    return day_from_civil(int(year), int(month), int(number))


def bounds(date: EventDate) -> tuple[int | None, int | None, int | None, int | None]:
    """The four bounds with the exclusive ends made inclusive."""
    first_end = None if date.earliest_end is None else date.earliest_end - 1
    last_end = None if date.latest_end is None else date.latest_end - 1
    return date.earliest_start, date.latest_start, first_end, last_end


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2013", "2013-01-01", "2013-12-31", Precision.YEAR),
        ("2013-11", "2013-11-01", "2013-11-30", Precision.MONTH),
        ("2012-02", "2012-02-01", "2012-02-29", Precision.MONTH),
        ("2012-05-27", "2012-05-27", "2012-05-27", Precision.DAY),
        ("2011~", "2011-01-01", "2011-12-31", Precision.YEAR),
        ("2009?", "2009-01-01", "2009-12-31", Precision.YEAR),
        ("2012-10%", "2012-10-01", "2012-10-31", Precision.MONTH),
        ("201X", "2010-01-01", "2019-12-31", Precision.DECADE),
        ("20XX", "2000-01-01", "2099-12-31", Precision.CENTURY),
        ("2XXX", "2000-01-01", "2999-12-31", Precision.RANGE),
        ("201X~", "2010-01-01", "2019-12-31", Precision.DECADE),
        ("2012-XX", "2012-01-01", "2012-12-31", Precision.YEAR),
        ("2012-02-XX", "2012-02-01", "2012-02-29", Precision.MONTH),
        ("2012-XX-05", "2012-01-05", "2012-12-05", Precision.RANGE),
        ("2012-XX-31", "2012-01-31", "2012-12-31", Precision.RANGE),
        ("2012-1X-05", "2012-10-05", "2012-12-05", Precision.RANGE),
        ("2012-02-2X", "2012-02-20", "2012-02-29", Precision.RANGE),
        ("201X-02-29", "2012-02-29", "2016-02-29", Precision.RANGE),
        ("2023-21", "2023-03-01", "2023-05-31", Precision.SEASON),
        ("2023-22", "2023-06-01", "2023-08-31", Precision.SEASON),
        ("2023-23", "2023-09-01", "2023-11-30", Precision.SEASON),
        ("2023-24", "2023-12-01", "2024-02-29", Precision.SEASON),
        ("0000", "0-01-01", "0-12-31", Precision.YEAR),
        ("-0043", "-43-01-01", "-43-12-31", Precision.YEAR),
        ("-0043-03-15", "-43-03-15", "-43-03-15", Precision.DAY),
        ("-201X", "-2019-01-01", "-2010-12-31", Precision.RANGE),
        ("Y12345", "12345-01-01", "12345-12-31", Precision.YEAR),
        ("Y-12345", "-12345-01-01", "-12345-12-31", Precision.YEAR),
        ("2012-05-27T10:00:00Z", "2012-05-27", "2012-05-27", Precision.DAY),
        ("[2012-10-01..2012-10-07]", "2012-10-01", "2012-10-07", Precision.RANGE),
        ("[2012-10-01..2012-10-31]", "2012-10-01", "2012-10-31", Precision.MONTH),
        ("[2010,2012]", "2010-01-01", "2012-12-31", Precision.RANGE),
        ("[2012,2010]", "2010-01-01", "2012-12-31", Precision.RANGE),
        ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", Precision.RANGE),
    ],
)
def test_one_moment(text: str, first: str, last: str, precision: Precision) -> None:
    date = parse_date(text)
    assert not date.is_span
    assert bounds(date) == (day(first), day(last), day(first), day(last))
    assert date.start_precision is date.end_precision is precision
    assert date.is_day == (precision is Precision.DAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2009/2010", ("2009-01-01", "2009-12-31", "2010-01-01", "2010-12-31")),
        ("2020-12/2022-08", ("2020-12-01", "2020-12-31", "2022-08-01", "2022-08-31")),
        ("2012-05-01/2012-05-03", ("2012-05-01", "2012-05-01", "2012-05-03", "2012-05-03")),
        # It ended in 2012, so it began by then; it began in May, so it did not end before May.
        ("2012-05/2012", ("2012-05-01", "2012-05-31", "2012-05-01", "2012-12-31")),
        ("2012/2012-05", ("2012-01-01", "2012-05-31", "2012-05-01", "2012-05-31")),
        ("201X/2014", ("2010-01-01", "2014-12-31", "2014-01-01", "2014-12-31")),
        ("-0044/-0042", ("-44-01-01", "-44-12-31", "-42-01-01", "-42-12-31")),
        ("1993/..", ("1993-01-01", "1993-12-31", "1993-01-01", None)),
        ("2010/", ("2010-01-01", "2010-12-31", "2010-01-01", None)),
        ("../2010", (None, "2010-12-31", "2010-01-01", "2010-12-31")),
        ("/2022-08", (None, "2022-08-31", "2022-08-01", "2022-08-31")),
    ],
)
def test_something_that_lasted(text: str, expected: Bounds) -> None:
    date = parse_date(text)
    assert date.is_span
    assert bounds(date) == tuple(day(text) for text in expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[..2022-08-03]", (None, "2022-08-03", None, "2022-08-03")),
        ("[..2022]", (None, "2022-12-31", None, "2022-12-31")),
        ("[2010,..2005]", (None, "2010-12-31", None, "2010-12-31")),
        ("[1984-05..]", ("1984-05-01", None, "1984-05-01", None)),
    ],
)
def test_one_moment_with_one_bound(text: str, expected: Bounds) -> None:
    date = parse_date(text)
    assert not date.is_span
    assert bounds(date) == tuple(day(text) for text in expected)
    assert (date.unknown_start, date.unknown_end) == (expected[0] is None, expected[1] is None)


FLAGS = (
    "approximate_start", "approximate_end", "uncertain_start", "uncertain_end",
    "open_start", "open_end", "unknown_start", "unknown_end",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("2013", set()),
        ("2011~", {"approximate_start", "approximate_end"}),
        ("2009?", {"uncertain_start", "uncertain_end"}),
        ("2012%", {"approximate_start", "approximate_end", "uncertain_start", "uncertain_end"}),
        ("2010~/2012", {"approximate_start"}),
        ("2010/2012-05~", {"approximate_end"}),
        ("2010?/2012%", {"uncertain_start", "approximate_end", "uncertain_end"}),
        ("201X?", {"uncertain_start", "uncertain_end"}),
        ("2023-21~", {"approximate_start", "approximate_end"}),
        ("1993/..", {"open_end"}),
        ("../2010", {"open_start"}),
        ("2010/", {"unknown_end"}),
        ("/2022-08-03~", {"unknown_start", "approximate_end"}),
        ("[..2022-08-03]", {"unknown_start"}),
        ("[..2022~]", {"unknown_start", "approximate_start", "approximate_end"}),
        ("[2010?,2012]", {"uncertain_start", "uncertain_end"}),
    ],
)
def test_marks(text: str, flags: set[str]) -> None:
    date = parse_date(text)
    assert {flag for flag in FLAGS if getattr(date, flag)} == flags
    assert date.approximate == any(flag.startswith("approximate") for flag in flags)
    assert date.uncertain == any(flag.startswith("uncertain") for flag in flags)


NO_DATES: list[tuple[str, str]] = [
    ("2013-02-30", "no such day"),
    ("2013-02-00", "no such day"),
    ("1900-02-29", "no such day"),
    ("2012-02-3X", "no such day"),
    ("1900-02-29/1901", "no such day"),
    ("[1900-02-29..1901]", "no such day"),
    ("XXXX-02-30", "no such day"),
    ("2013-13", "not a date"),
    ("2013-00", "not a date"),
    ("2013-1", "not a date"),
    ("13", "not a date"),
    ("", "not a date"),
    (" 2013", "not a date"),
    ("2013 ", "not a date"),
    ("2013\n", "not a date"),
    ("٢٠١٣", "not a date"),
    ("12345", "not a date"),
    ("Y2013", "not a date"),
    ("May 2012", "not a date"),
    ("2010/open", "not a date"),
    ("2023-42", "not a date"),
    ("-0000", "written 0000"),
    ("-0000-05-01", "written 0000"),
    ("2014/2012", "runs backwards"),
    ("2012-10/2012-05-27", "runs backwards"),
    ("[2014..2012]", "runs backwards"),
    ("2010/2011/2012", "more than one slash"),
    ("/", "valid EDTF, but is not read here: it names neither a beginning nor an end"),
    ("../..", "valid EDTF, but is not read here: it names neither a beginning nor an end"),
    ("../", "valid EDTF, but is not read here: it names neither a beginning nor an end"),
    ("[]", "not a one-of set"),
    ("[2010,2012", "not a one-of set"),
    ("[", "not a one-of set"),
    ("[..]", "names no day"),
    ("[..2010,2012..]", "valid EDTF, but is not read here: it is open at both ends"),
    ("{2010,2012}", "valid EDTF, but is not read here: it names several dates"),
    ("Y1234567890123", "valid EDTF, but is not read here: a year may have at most 12 digits"),
    ("1700-02-29", "only in the Julian one; write 1700-03-11"),
    ("[" + "2010," * 100 + "2011]", "short text"),
]


@pytest.mark.parametrize(("text", "part_of_message"), NO_DATES)
def test_faults_are_told_in_a_sentence(text: str, part_of_message: str) -> None:
    with pytest.raises(DateError, match=part_of_message):
        parse_date(text)


# --- properties ------------------------------------------------------------------------------

ends = st.one_of(marked, st.sampled_from(["201X", "2023-24", "2012-XX-05", "", ".."]))
any_date = st.one_of(
    marked,
    st.tuples(ends, ends).map("/".join),
    st.lists(plain, min_size=1, max_size=3).map(lambda parts: f"[{','.join(parts)}]"),
    st.tuples(plain, plain).map(lambda pair: f"[{pair[0]}..{pair[1]}]"),
    plain.map(lambda text: f"[..{text}]"),
    plain.map(lambda text: f"[{text}..]"),
)


@given(any_date)
def test_bounds_are_in_order(text: str) -> None:
    try:
        date = parse_date(text)
    except DateError:
        return
    earliest_start, latest_start, earliest_end, latest_end = bounds(date)
    pairs = [
        (earliest_start, latest_start),
        (earliest_end, latest_end),
        (earliest_start, earliest_end),
        (latest_start, latest_end),
        (earliest_start, latest_end),
    ]
    for low, high in pairs:
        assert low is None or high is None or low <= high
    assert not (earliest_start is None and latest_start is None)
    assert not (earliest_end is None and latest_end is None)
    assert date.edtf == text
    assert sort_key(date)[0] <= sort_key(date)[1]


@given(st.text(alphabet="0123456789XY-/.[],~?%TZ: ", max_size=24))
def test_whatever_is_written_is_a_date_or_told_in_a_sentence(text: str) -> None:
    message, written = "", text
    try:
        written = parse_date(text).edtf
    except DateError as error:
        message = str(error) or pytest.fail("an error without a sentence")
    assert message or written == text


def test_order_is_by_beginning_then_by_end() -> None:
    in_order = ["2004-01-01", "2004", "2004/2005", "[..2004-07-01]", "/2005", "2006"]
    dates = [parse_date(text) for text in in_order]
    assert sorted(dates, key=sort_key) == dates
