"""The steps of the wizard without a window: questions about dates, lists, updates."""

from __future__ import annotations

from pathlib import Path

import pytest

from peru_timeline.chronology.importing.found import ImportRefusedError, no_progress
from peru_timeline.chronology.importing.importer import Source
from peru_timeline.chronology.importing.mapping import Countdown, Mapping
from peru_timeline.ui.importing import steps
from peru_timeline.ui.importing.date_questions import asked_of, own_answers
from peru_timeline.ui.importing.lists import lists_of
from peru_timeline.ui.importing.remembered import Remembered
from peru_timeline.ui.importing.steps import Choice, Earlier
from tests.ui.importing.wizards import EVENTS, write


def understood(path: Path, **changes: object) -> tuple[Source, steps.Understanding]:
    read = steps.read(path, "", None, Remembered(path.parent / "none"), no_progress)
    mapping = read.mapping.model_copy(update=changes)
    return read.source, steps.understand_all(read.source, mapping, no_progress)


def result_of(
    path: Path, choice: Choice | None = None, earlier: Earlier | None = None
) -> steps.Result:
    source, understanding = understood(path)
    return steps.make_result(source, understanding, choice or Choice(), earlier, no_progress)


def dates(*texts: str) -> str:
    return "Date,Title\n" + "".join(f"{text},Event {i}\n" for i, text in enumerate(texts))


@pytest.mark.parametrize(
    ("texts", "way", "undecided", "why"),
    [
        (("03/04/2012",), "order", "Not known", "Rows 2: “03/04/2012” may be"),
        (("03/04/2012", "13/04/2012"), "order", "As the column shows: Day first (d/m/y)", ""),
        (
            ("03/04/2012", "13/04/2012", "04/13/2012"),
            "order",
            "Not known",
            "Other dates of the column can only be: Day first (d/m/y): 1; Month first (m/d/y): 1.",
        ),
        (("44927", "44928", "44930"), "bare", "As the column shows: Days of a spreadsheet (1900)", ""),
        (("3 May 12", "4 May 13"), "century", "Not known", "Rows 2, 3: “3 May 12” may be"),
        (
            ("1961-01-01T00:00:00Z", "1962-05-03T00:00:00Z", "1970-01-01T00:00:00Z"),
            "january",
            "Not known",
            "may be 1961 or 1 January 1961",
        ),
    ],
)  # fmt: skip
def test_a_question_says_what_it_is_about(
    tmp_path: Path, texts: tuple[str, ...], way: str, undecided: str, why: str
) -> None:
    _, understanding = understood(write(tmp_path, dates(*texts)))
    asked = {each.way: each for each in asked_of(understanding, "en")}
    assert asked[way].undecided == undecided
    assert why in asked[way].why


def test_the_first_of_january_can_be_a_day(tmp_path: Path) -> None:
    texts = ("1961-01-01T00:00:00Z", "1962-05-03T00:00:00Z", "1970-01-01T00:00:00Z")
    _, understanding = understood(write(tmp_path, dates(*texts)), january=False)
    assert understanding.dated.questions == ()
    assert [date.edtf[:10] for date in understanding.dated.dates] == [text[:10] for text in texts]


def test_clear_dates_are_not_asked_about(tmp_path: Path) -> None:
    _, understanding = understood(write(tmp_path, dates("c. 1850", "May 1861")))
    assert asked_of(understanding, "en") == []
    assert own_answers(understanding, "en") == []


def test_numbers_that_count_down_can_be_years(tmp_path: Path) -> None:
    rows = "".join(f"{90 - i},{80 - i},Event {i}\n" for i in range(8))
    path = write(tmp_path, f"Start,End,Title\n{rows}")
    _, understanding = understood(path)
    (asked,) = asked_of(understanding, "en")
    assert asked.undecided == "As the column shows: Millions of years ago"
    _, understanding = understood(path, countdown=Countdown.NO)
    (asked,) = (each for each in asked_of(understanding, "en") if each.way == "countdown")
    assert asked.answer is Countdown.NO


def test_rows_with_a_fault_are_listed_first_then_all_losses_then_each_kind(tmp_path: Path) -> None:
    lists = {listed.key: listed for listed in lists_of(result_of(write(tmp_path)))}
    assert [line.row for line in lists["faults"].lines] == [2, 2, 3, 4]
    assert list(lists)[:2] == ["faults", "losses"]
    assert len(lists["losses"].lines) == sum(
        len(lines.lines) for key, lines in lists.items() if key not in ("faults", "losses")
    )
    assert [line.title for line in lists["faults"].lines] == [
        "Talks begin", "Talks begin", "Port planned", "Old pact",
    ]  # fmt: skip


def test_a_preview_is_made_of_the_first_rows(tmp_path: Path) -> None:
    many = dates(*["1850"] * (steps.SAMPLE_ROWS + 5))
    read = steps.read(write(tmp_path, many), "", None, Remembered(tmp_path), no_progress)
    preview = steps.preview(read.source, read.mapping, no_progress)
    assert len(preview.opened.chronology.events) == steps.SAMPLE_ROWS
    assert not preview.of_all
    with pytest.raises(ImportRefusedError):
        steps.preview(read.source, Mapping(), no_progress)


@pytest.mark.parametrize(("name", "updates"), [("events.csv", True), ("events (1).csv", True)])
def test_a_download_of_another_name_is_recognised_by_its_events(
    tmp_path: Path, name: str, updates: bool
) -> None:
    first = result_of(write(tmp_path))
    earlier = Earlier(tmp_path / "events.chronology", first.content, "Events")
    newer = write(tmp_path, EVENTS + "e,1999,Fifth,Ports,Peru,\n", name)
    result = result_of(newer, earlier=earlier)
    assert result.is_update is updates
    assert result.chronology.id == "events"
    assert len(result.chronology.events) == 5


@pytest.mark.parametrize(
    ("rows", "compared"),
    [
        (EVENTS + "e,1999,Fifth,Ports,Peru,\n", True),
        ("Id,Date,Title\nb,1999,Other\nx,2000,Unlike\ny,2001,Unlike\n", False),
    ],
)
def test_another_file_never_updates_by_default(tmp_path: Path, rows: str, compared: bool) -> None:
    """Where most events agree the reader may choose to; a few that agree by chance are no reason to ask."""
    first = result_of(write(tmp_path))
    earlier = Earlier(tmp_path / "events.chronology", first.content, "Events")
    other = write(tmp_path, rows, "another.csv")
    result = result_of(other, earlier=earlier)
    assert not result.is_update
    assert (result.comparison is not None) is compared
    assert result.chronology.id == "another"
    if compared:
        assert result_of(other, Choice(update=True), earlier).chronology.id == "events"


def test_a_file_of_the_same_name_with_other_events_is_not_taken_for_a_newer_version(
    tmp_path: Path,
) -> None:
    first = result_of(write(tmp_path))
    earlier = Earlier(tmp_path / "events.chronology", first.content, "Events")
    newer = write(tmp_path, "Id,Date,Title\nb,1999,Other\nx,2000,Unlike\n")
    result = result_of(newer, earlier=earlier)
    assert not result.is_update
    assert result.comparison is not None


def test_what_has_nothing_in_common_is_a_new_chronology(tmp_path: Path) -> None:
    first = result_of(write(tmp_path))
    earlier = Earlier(tmp_path / "events.chronology", first.content, "Events")
    result = result_of(write(tmp_path, dates("1850", "1851"), "other.csv"), earlier=earlier)
    assert not result.is_update
    assert len(result.chronology.events) == 2


def test_what_was_added_since_stays_when_a_newer_version_comes(tmp_path: Path) -> None:
    first = result_of(write(tmp_path))
    edited = first.content.replace(b'"Port planned"', b'"Port planned","importance":3')
    earlier = Earlier(tmp_path / "events.chronology", edited, "Events")
    result = result_of(write(tmp_path), earlier=earlier)
    by_id = {event.id: event for event in result.chronology.events}
    assert by_id["b"].importance == 3
