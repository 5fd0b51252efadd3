"""What is read of EDTF, what is called valid without being read, and what is offered for what is not EDTF."""

from __future__ import annotations

import re

import pytest

from peru_timeline.chronology.dates.event_date import DateError, parse_date
from tests.chronology.dates.edtf_table import OFFERED, READ, REFUSED, VALID_BUT_NOT_READ
from tests.chronology.dates.test_event_date import day


def told(text: str) -> str:
    """The sentence with which a date is refused."""
    with pytest.raises(DateError) as refused:
        parse_date(text)
    return str(refused.value)


@pytest.mark.parametrize(("text", "first", "last"), READ)
def test_what_has_a_meaning_is_read(text: str, first: str, last: str) -> None:
    date = parse_date(text)
    end = None if date.latest_end is None else date.latest_end - 1
    assert (date.earliest_start, end) == (day(first or None), day(last or None))
    assert date.edtf == text


@pytest.mark.parametrize(("text", "advice"), VALID_BUT_NOT_READ)
def test_what_is_valid_but_not_read_is_told_so_with_what_to_write(text: str, advice: str) -> None:
    assert re.search(f"is valid EDTF, but is not read here: .*{advice}", told(text))


@pytest.mark.parametrize(("text", "form"), OFFERED)
def test_for_other_forms_the_one_to_write_is_offered(text: str, form: str) -> None:
    assert told(text).endswith(
        f"is not a date in the Extended Date/Time Format (EDTF); write “{form}”"
    )
    assert parse_date(form).edtf == form


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_not_called_valid(text: str) -> None:
    assert "valid EDTF" not in told(text)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("~1921", True, False),
        ("1921-03-?14", False, True),
        ("1921~-03-?14", True, True),
        ("1921-%03", True, True),
        ("192X-03-~14", True, False),
    ],
)
def test_a_mark_at_a_part_counts_for_the_whole_date(
    text: str, approximate: bool, uncertain: bool
) -> None:
    date = parse_date(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


def test_times_are_ordered_by_instant() -> None:
    in_order = [
        "2022-12-06",
        "2022-12-07T00:00:00+14:00",  # still the day before in Greenwich
        "2022-12-07T00:00:00",
        "2022-12-07T00:00:00.5",
        "2022-12-07T09:00:00+02:30",
        "2022-12-07T06:30:00.001Z",
        "2022-12-07T06:30:01",
        "2022-12-07T23:59:59",
        "2022-12-07T12:00:00-12:00",
        "2022-12-08T00:00:00.25",
        "2022-12-08T00:00:01",
    ]
    starts = [parse_date(text).moments.earliest_start or 0 for text in in_order]
    assert starts == sorted(set(starts))


def test_a_moment_with_a_time_lasts_a_second_and_keeps_its_day() -> None:
    date = parse_date("2022-12-07T23:59:59-05:00")
    start, end = date.reach or (0.0, 0.0)
    assert (end - start) * 86_400 == pytest.approx(1, abs=1e-4)
    assert date.earliest_start == date.latest_start == day("2022-12-07")  # as written
    assert int(start) == day("2022-12-08")  # as it is ordered
    assert date.is_day
