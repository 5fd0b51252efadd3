"""Dates of events in words, with what their sources add."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.event_dates import event_date_in_words, short_event_date
from tests.chronology.made_up import load, small


@pytest.mark.parametrize(
    ("edtf", "issued", "words", "briefly", "spanish"),
    [
        ("/2022-08", "2022-08-03", "as of August 2022", "as of Aug 2022", "a agosto de 2022"),
        ("/2021-07", "2022-08-03", "until July 2021, start not known", "until Jul 2021", None),
        ("[..2022-08-03]", "2022-08-03", "some time before 3 August 2022", "by Aug 2022", None),
        ("[..2010]", "2022-08-03", "2010 or earlier", "by 2010", None),
        ("[2016..2022-08-03]", "2022-08-03", None, None, None),
        ("XXXX", "2022-08-03", "date not given", "date not given", "sin fecha indicada"),
        ("2013-11", "2022-08-03", "November 2013", "Nov 2013", "noviembre de 2013"),
    ],
)
def test_what_a_source_tells_of_an_open_beginning(
    edtf: str, issued: str, words: str | None, briefly: str | None, spanish: str | None
) -> None:
    raw = small()
    raw["sources"][0]["issued"] = issued
    raw["events"] = [raw["events"][0] | {"date": edtf}]
    raw["events"][0]["related"] = []
    chronology = load(raw)
    event = chronology.events[0]
    if words is not None:
        assert event_date_in_words(event, chronology, "en") == words
        assert short_event_date(event, chronology, "en") == briefly
    if spanish is not None:
        assert event_date_in_words(event, chronology, "es") == spanish


def test_an_event_without_a_date_comes_last() -> None:
    raw = small()
    undated = raw["events"][0]
    del undated["date"]
    chronology = load(raw)
    assert chronology.events[-1].id == undated["id"]
    assert chronology.events[-1].date.is_unknown
