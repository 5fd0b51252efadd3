"""Dates that are counted from another event."""

from __future__ import annotations

from pathlib import Path

import pytest

from peru_timeline.chronology.importing.parsing.relative_dates import counted, days_of
from tests.chronology.importing.imports import content, events, imported, losses


@pytest.mark.parametrize(
    ("base", "text", "edtf"),
    [
        ("2021-01-31", "5 days", "2021-01-31/2021-02-05"),
        ("2021-01-31", "after 5 days", "2021-02-05"),
        ("2021-01-31", "after 1 month", "2021-02-28"),
        ("2020-01-31", "after !x 1 month", "2020-02-29"),
        ("2021-12-31", "!x + 1 month", "2022-01-31"),
        ("2021-03", "after 2 weeks", "2021-04-14"),
        ("2021", "after 1 year", "2022-12-31"),
        ("2020-02-29", "after 1 y", "2021-02-28"),
        ("2021-01-10/2021-01-20", "before 1 week", "2021-01-03"),
        ("2021-01-10/2021-01-20", "by !x 3 days", "2021-01-07"),
        ("2021-01-31", "after 3 days - 10 days", "2021-02-03/2021-02-13"),
        ("2021-01-31", "3 days - 1 month", "2021-02-03/2021-03-03"),
        ("0000-01-03", "before 1 week", "-0001"),
        ("2021-01-31", "after lunch", ""),
        ("2021/..", "after 3 days", ""),
        ("", "after 3 days", ""),
    ],
)
def test_what_is_counted(base: str, text: str, edtf: str) -> None:
    assert counted(text, days_of(base)) == edtf


def test_markwhen_counts_from_names_and_from_the_event_before(tmp_path: Path) -> None:
    text = (
        "2021-03-01: Start !start\n2021-04-01: Middle\nid: mid\n2 weeks: Rest\nafter !start 3 days: Talks\n"
        "before !mid 1 week: Notice\nafter !nobody 1 day: Lost\n"
    )
    found = imported(tmp_path, "x.mw", text)
    assert events(found) == [
        ("Start", "2021-03-01"),
        ("Middle", "2021-04-01"),
        ("Rest", "2021-04-01/2021-04-15"),
        ("Talks", "2021-03-04"),
        ("Notice", "2021-03-25"),
        ("Lost", "XXXX"),
    ]
    assert [event["id"] for event in content(found)["events"]][:2] == ["start", "mid"]
    assert losses(found, 4) == ["“2 weeks” is counted from another event; check it"]
