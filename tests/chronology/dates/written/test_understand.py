"""What people write for dates, and what it means."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.dates.written.understood import (
    BareNumbers,
    Grade,
    NumberOrder,
    Understood,
    Ways,
)
from tests.chronology.dates.written.table import rows


@pytest.mark.parametrize(("language", "text", "edtf"), rows())
def test_what_is_understood_exactly(language: str, text: str, edtf: str) -> None:
    found = understand(text, Ways(language=language))
    assert (found.edtf, found.grade, found.text) == (edtf, Grade.EXACT, text)
    assert parse_date(edtf).edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "n.d.",
        "N/A",
        "unknown",
        "TBD",
        "?",
        "—",
        "s. f.",
        "sin fecha",
        "(unknown)",
        "XXXX",
    ],
)
def test_what_says_that_there_is_no_date(text: str) -> None:
    assert understand(text) == Understood(text, "", Grade.NOT_GIVEN)


@pytest.mark.parametrize("text", ["0001-01-01", "0001-01-01T00:00:00", "0000-00-00", "9999-12-31"])
def test_fillers_are_told(text: str) -> None:
    found = understand(text)
    assert (found.edtf, found.grade) == ("", Grade.NOT_GIVEN)
    assert text in found.remarks[0]


@pytest.mark.parametrize(
    "text",
    [
        "Easter 1916", "May", "27 May", "2,000", "Feb 30, 2012", "31/11/2012", "2012-02-30", "32/13/2012",
        "Nov - Jan 2020", "1850 and 1852", "201205", "25:00 on 3 May 2012", "13 May 1969 10:00-12:00", "1234 19:01:01",
        "12 May 2012 3 June", "00000", "1850 1860 1870", "x" * 5000, "siglo", "before", "Q5 2020", "\x00",
    ],
)  # fmt: skip
def test_what_is_not_understood_gives_no_date_and_says_why(text: str) -> None:
    found = understand(text)
    assert (found.edtf, found.grade) == ("", Grade.NOT_READ)
    assert len(found.remarks) == 1


def test_an_impossible_day_is_named() -> None:
    assert understand("30 Feb 2012").remarks == ("there is no day 2012-02-30",)


ASKED: list[tuple[str, str, set[str], tuple[str, ...]]] = [
    ("03/04/2012", "[2012-03-04,2012-04-03]", {"2012-03-04", "2012-04-03"}, ("order",)),
    ("3/4/12", "", {"1912-04-03", "2012-04-03", "1912-03-04", "2012-03-04"}, ("order", "century")),
    ("27-May-12", "", {"1912-05-27", "2012-05-27"}, ("century",)),
    ("99", "", {"0099", "1999", "2099"}, ("bare",)),
    ("44927", "", {"2023-01-01", "Y44927"}, ("bare",)),
    ("los años veinte", "", {"192X", "202X"}, ("century",)),
    ("1900s", "", {"190X", "19XX"}, ()),
    ("early 1900s", "", {"[1900..1902]", "[1901..1933]"}, ()),
    ("mid-1800s", "", {"[1803..1806]", "[1834..1867]"}, ()),
    ("300s BC", "", {"[-0308..-0299]", "-02XX"}, ()),
    ("Feb '03", "", {"1903-02", "2003-02"}, ("century",)),
    ("2020-21", "", {"2020-21", "2020/2021"}, ()),
    ("1908/09", "", {"1908-09", "1908/1909"}, ()),
    ("-55", "[-0055,-0054]", {"-0054", "-0055"}, ()),
    ("\N{MINUS SIGN}55", "[-0055,-0054]", {"-0054", "-0055"}, ()),
    ("May-12", "", {"1912-05", "2012-05"}, ("century",)),
    ("Dec-99", "", {"1999-12", "2099-12"}, ("century",)),
    ("196?", "", {"196X", "0196?"}, ()),
    ("196-", "", {"196X", "0196/.."}, ()),
    ("12/99", "", {"1999-12", "2099-12"}, ("century",)),
    ("100 BC to 50", "", {"-0099/-0049", "-0099/0050"}, ()),
]


@pytest.mark.parametrize(("text", "edtf", "choices", "settled_by"), ASKED)
def test_what_has_several_meanings_is_asked(
    text: str, edtf: str, choices: set[str], settled_by: tuple[str, ...]
) -> None:
    found = understand(text)
    assert (found.grade, found.edtf, set(found.choices)) == (Grade.ASKED, edtf, choices)
    assert found.settled_by == settled_by
    assert len(found.remarks) == 1


@pytest.mark.parametrize(
    ("text", "ways", "edtf"),
    [
        ("03/04/2012", Ways(order=NumberOrder.DAY_FIRST), "2012-04-03"),
        ("03/04/2012", Ways(order=NumberOrder.MONTH_FIRST), "2012-03-04"),
        ("03/04/2012", Ways(language="es", order=NumberOrder.MONTH_FIRST), "2012-03-04"),
        ("3/4/12", Ways(order=NumberOrder.MONTH_FIRST, century=1930), "2012-03-04"),
        ("3/4/31", Ways(order=NumberOrder.MONTH_FIRST, century=1930), "1931-03-04"),
        ("27-May-12", Ways(century=1900), "1912-05-27"),
        ("43", Ways(bare=BareNumbers.YEARS), "0043"),
        ("c. 43", Ways(bare=BareNumbers.YEARS), "0043~"),
        ("44927", Ways(bare=BareNumbers.DAYS_1900), "2023-01-01"),
        ("44927.75", Ways(bare=BareNumbers.DAYS_1900), "2023-01-01T18:00:00"),
        ("43465", Ways(bare=BareNumbers.DAYS_1904), "2023-01-01"),
        ("61", Ways(bare=BareNumbers.DAYS_1900), "1900-03-01"),
        ("1366000000000000", Ways(bare=BareNumbers.MICROSECONDS), "2013-04-15T04:26:40Z"),
        ("1961-01-01T00:00:00Z", Ways(january=True), "1961"),
        ("1961-01-01T00:00:00Z", Ways(), "1961-01-01"),
    ],
)
def test_ways_settle_what_is_open(text: str, ways: Ways, edtf: str) -> None:
    found = understand(text, ways)
    assert (found.edtf, found.grade) == (edtf, Grade.EXACT)


def test_a_first_of_january_at_midnight_may_be_the_year() -> None:
    found = understand("1961-01-01T00:00:00Z", Ways(january=None))
    assert (found.grade, found.edtf) == (Grade.ASKED, "1961")
    assert found.choices == ("1961", "1961-01-01")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Monday, May 27, 2012", "2012-05-27 was a Sunday, not a Monday"),
        ("Viernes 05 al Domingo 08 de Enero 2023", "2023-01-05 was a Thursday, not a Friday"),
        ("spring 1821", "read as a season of the northern half of the world"),
        (
            "10 August 1570",
            "taken as written; days before 15 October 1582 may be of the Julian calendar",
        ),
        ("03.04.2012", "read with the day first"),
        ("early May 2012", "“early” is read as [2012-05-01..2012-05-10]"),
        ("4th century", "read as one moment in that time, not as something that lasted"),
        ("11 Feb 1731/32", "the year is written twice, old style and new; the later one is taken"),
    ],
)
def test_what_is_told(text: str, told: str) -> None:
    assert told in understand(text).remarks


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("early spring 2012", "2012-21"),
        ("c. 3 May 2012 14:30", "2012-05-03~"),
        ("3 May 12000 BC", "Y-11999"),
        ("5 May 1850, evening", "1850-05-05"),
        ("madrugada del 5 de mayo de 1850", "1850-05-05"),
        ("1 January 1700 (O.S.)", "1700-01-01"),
    ],
)
def test_what_edtf_cannot_say_is_told_as_lost(text: str, edtf: str) -> None:
    found = understand(text)
    assert (found.edtf, found.grade) == (edtf, Grade.COARSER)
    assert found.remarks


WORDS = (
    "c.|early|May|mayo|12|2012|1850s|BC|a.C.|siglo|XVI|-|–|/|to|al|between|and|y|or|?|27/05/2012|14:30|since|before"
    "|Q2|spring|Monday|de|05|99|1850-60|,|.|(|)|[|]|mid|T|Z|+|3rd|century|±|half|million years ago|now"
)


@given(
    st.one_of(
        st.text(max_size=40), st.lists(st.sampled_from(WORDS.split("|")), max_size=7).map(" ".join)
    )
)
def test_whatever_is_written_is_answered_with_a_date_that_can_be_read(text: str) -> None:
    found = understand(text)
    assert found.text == text
    if found.edtf:
        assert parse_date(found.edtf).edtf == found.edtf
    assert (found.grade is Grade.ASKED) == bool(found.choices)
    assert found.edtf or found.grade in (Grade.NOT_GIVEN, Grade.NOT_READ, Grade.ASKED)


SHARED = Path(__file__).parents[5] / "shared" / "foreign" / "dates.tsv"


@pytest.mark.skipif(not SHARED.exists(), reason="the table of real dates lies beside the project")
def test_the_table_of_real_dates() -> None:
    wrong, asked = [], 0
    lines = SHARED.read_text(encoding="utf-8").splitlines()[1:]
    for line in lines:
        text, language, accepted, remark, *_ = [*line.split("\t"), "", "", ""]
        bare = BareNumbers.YEARS if remark == "in a column of years" else None
        if "serial" in remark:
            bare = BareNumbers.DAYS_1900
        found = understand(text, Ways(language=language, bare=bare))
        answer = "?" if found.grade is Grade.ASKED else found.edtf
        if answer not in accepted.split("|"):
            wrong += [] if answer == "?" else [(text, answer)]
            asked += answer == "?"
    assert not wrong
    assert asked <= len(lines) / 20
