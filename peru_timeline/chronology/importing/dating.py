"""Interprets the dates of all events together: what is ambiguous in one row may be clear from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.chronology.dates.simple_date import DateError, year_text
from peru_timeline.chronology.dates.written.column import decide_column
from peru_timeline.chronology.dates.written.sentences import DateWords
from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.dates.written.understood import Grade, Understood, Ways
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import (
    READ_BETWEEN,
    Found,
    FoundDate,
    Progress,
)
from peru_timeline.chronology.importing.mapping import Countdown, Mapping
from peru_timeline.chronology.importing.sentences import ImportWords

_MOSTLY = 0.9
_FEWEST_COUNTED = 5
_NOW = ("now", "present", "the present", "today", "ongoing", "presente", "actualidad", "hoy")
_EDTF_NOW = "/.."


@dataclass(frozen=True, slots=True)
class Question:
    """An ambiguity in the dates of a file, asked once for all rows that it concerns.

    Attributes:
        way: "order", "bare", "century" or "january"; empty where each row needs an answer of its own.
        rows: the ambiguous rows.
        example: one of the texts.
        choices: what the text may mean.
        evidence: how many texts of the column support each answer.

    """

    way: str
    rows: tuple[int, ...]
    example: str
    choices: tuple[str, ...]
    evidence: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of each event, in the order of the events, and the questions that remain."""

    dates: tuple[Understood, ...]
    questions: tuple[Question, ...]
    ways: Ways
    losses: tuple[Message, ...] = ()

    def count(self) -> Counter[Grade]:
        """Count the dates by grade."""
        return Counter(date.grade for date in self.dates)


def date_all(found: Found, mapping: Mapping, progress: Progress) -> Dated:
    """Interpret the dates of a file's events."""
    open_dates = [event.date for event in found.events if not event.date.edtf]
    decided = decide_column(_texts(open_dates), mapping.ways)
    counts_down = _counts_down(open_dates, mapping)
    reader = _Reader(decided.ways, counts_down)
    dates = []
    for number, event in enumerate(found.events):
        if number % READ_BETWEEN == 0:
            progress(event.row)
        dates.append(reader.date(event.date))
    questions = _questions(found, dates, decided.evidence)
    losses = (ImportWords.COUNTDOWN.of(),) if counts_down else ()
    return Dated(tuple(dates), tuple(questions), decided.ways, losses)


def _texts(dates: Iterable[FoundDate]) -> Iterator[str]:
    for date in dates:
        yield from filter(None, (date.start, date.end, date.latest_start, date.earliest_end))


def _counts_down(dates: list[FoundDate], mapping: Mapping) -> bool:
    """Whether nearly all starts are larger numbers than their ends, as ages before the present are."""
    if mapping.countdown is not None:
        return mapping.countdown is Countdown.MILLIONS_OF_YEARS
    pairs = [
        (float(_number(d.start)), float(_number(d.end)))
        for d in dates
        if _is_age(d.start) and _is_age(d.end)
    ]
    falling = sum(start > end for start, end in pairs)
    return len(pairs) >= _FEWEST_COUNTED and falling >= _MOSTLY * len(dates)


def _is_age(text: str) -> bool:
    """Whether a text is a number of years ago, with or without a question mark."""
    return _number(text).replace(".", "", 1).isdecimal() and len(text) <= 9


def _number(text: str) -> str:
    return text.strip("? ")


class _Reader:
    def __init__(self, ways: Ways, counts_down: bool) -> None:
        self._ways, self._counts_down = ways, counts_down
        self._known: dict[str, Understood] = {}

    def date(self, found: FoundDate) -> Understood:
        """Interpret the date of one event."""
        if found.edtf:
            loses = any(remark.template == DateWords.TIME_LOST for remark in found.remarks)
            grade = Grade.COARSER if loses else Grade.EXACT
            return Understood(found.text, found.edtf, grade, found.remarks)
        if found.remarks and not found.start:  # it runs backwards
            return Understood(found.text, "", Grade.NOT_READ, found.remarks)
        if self._counts_down and _is_age(found.start):
            return _ages_ago(found)
        start = self._read(found.start)
        if found.latest_start or found.earliest_end:
            return self._between_bounds(found, start)
        if not found.end or found.end == found.start:
            if not found.remarks and start.text == found.text:  # as in most rows of a long table
                return start
            return replace(start, text=found.text, remarks=(*found.remarks, *start.remarks))
        return self._until(found, start, self._read(found.end))

    def _read(self, text: str) -> Understood:
        if text not in self._known:
            self._known[text] = understand(text, self._ways)
        return self._known[text]

    def _until(self, found: FoundDate, start: Understood, end: Understood) -> Understood:
        """Combine start and end."""
        text, remarks = found.text, (*found.remarks, *start.remarks, *end.remarks)
        if found.end.lower() in _NOW and start.edtf:
            own = (*found.remarks, *start.remarks)
            return _checked(text, f"{_edge(start.edtf, 0)}{_EDTF_NOW}", start.grade, own)
        if start.grade is Grade.ASKED or end.grade is Grade.ASKED:
            choices, ways = _choices(start, end), (*start.settled_by, *end.settled_by)
            return Understood(text, "", Grade.ASKED, remarks, choices, tuple(dict.fromkeys(ways)))
        if not end.edtf and end.grade is Grade.NOT_GIVEN:  # also of 9999-12-31
            edtf = (
                f"{_edge(start.edtf, 0)}{_EDTF_NOW}" if end.remarks and start.edtf else start.edtf
            )
            return replace(start, text=text, edtf=edtf, remarks=remarks)
        if not start.edtf:
            grade = Grade.NOT_READ if start.grade is Grade.NOT_READ else end.grade
            return _checked(text, f"/{_edge(end.edtf, 1)}" if end.edtf else "", grade, remarks)
        if not end.edtf:
            lost = (*found.remarks, *start.remarks, ImportWords.EMPTY_END.of(found.end))
            return Understood(text, start.edtf, Grade.COARSER, lost)
        grade = max(start.grade, end.grade, key=(Grade.EXACT, Grade.COARSER).index)
        first, last = _edge(start.edtf, 0), _edge(end.edtf, 1)
        return _checked(text, first if first == last else f"{first}/{last}", grade, remarks)

    def _between_bounds(self, found: FoundDate, start: Understood) -> Understood:
        """Combine the bounds of a start and the bounds of an end."""
        latest, earliest, end = (
            self._read(text) if text else None
            for text in (found.latest_start, found.earliest_end, found.end)
        )
        remarks = (*found.remarks, *start.remarks)
        if not start.edtf:
            return replace(start, text=found.text)
        if end is None and earliest is None and latest is not None and latest.edtf:
            edtf = f"[{_edge(start.edtf, 0)}..{_edge(latest.edtf, 1)}]"
            return _checked(found.text, edtf, start.grade, remarks)
        first = _around(start, latest, 0)
        last = _around(earliest, end, 1)
        told = ImportWords.COARSER_ENDS.of(found.latest_start or "–", found.earliest_end or "–")
        edtf = f"{first}/{last}" if last else first
        return _checked(found.text, edtf, Grade.COARSER, (*remarks, told))


def _ages_ago(found: FoundDate) -> Understood:
    """Read numbers of millions of years; EDTF has no mark for so distant a year that is uncertain."""
    texts = [text for text in (found.start, found.end) if _is_age(text)]
    years = [year_text(-round(float(_number(text)) * 1_000_000)) for text in texts]
    is_uncertain = any("?" in text for text in texts)
    remarks = (*found.remarks, *([DateWords.PART_LOST.of("?")] if is_uncertain else []))
    grade = Grade.COARSER if is_uncertain else Grade.EXACT
    return _checked(found.text, "/".join(dict.fromkeys(years)), grade, remarks)


def _checked(text: str, edtf: str, grade: Grade, remarks: tuple[Message, ...]) -> Understood:
    """Return the date, or none with a remark if it runs backwards."""
    if not edtf:
        return Understood(text, "", Grade.NOT_READ if grade is Grade.EXACT else grade, remarks)
    try:
        parse_date(edtf)
    except DateError:
        return Understood(text, "", Grade.NOT_READ, (*remarks, ImportWords.BACKWARDS.of()))
    return Understood(text, edtf, grade, remarks)


def _edge(edtf: str, end: int) -> str:
    """Return the simple date at which a date begins (0) or ends (1)."""
    if edtf.startswith("["):
        parts = edtf.strip("[]").replace("..", ",").split(",")
        return parts[-end] or parts[end - 1]
    edges = [part for part in edtf.split("/") if part.strip(".")]
    return edges[-end]


def _choices(start: Understood, end: Understood) -> tuple[str, ...]:
    """List what start and end may mean together if both are read in the same way."""
    starts, ends = start.choices or (start.edtf,), end.choices or (end.edtf,)
    pairs = (
        zip(starts, ends, strict=False)
        if len(starts) == len(ends)
        else ((s, e) for s in starts for e in ends)
    )
    made = [f"{first}/{last}" for first, last in pairs if first and last]
    return tuple(edtf for edtf in made if _checked("", edtf, Grade.EXACT, ()).edtf)


def _around(one: Understood | None, other: Understood | None, end: int) -> str:
    """Return the month or year that contains both dates or, failing that, the outer of the two as approximate."""
    known = [date.edtf for date in (one, other) if date is not None and date.edtf]
    if not known:
        return ""
    edges = [_edge(edtf, end) for edtf in known]
    first, last = edges[0], edges[-1]
    if first == last:
        return first
    for length in (7, 4):
        if first[:length] == last[:length] and not first.startswith(("-", "Y")):
            return first[:length]
    outer = (first, last)[end].partition("T")[0].rstrip("~?%")
    return outer if outer.startswith("Y") else f"{outer}~"


def _questions(
    found: Found, dates: list[Understood], evidence: tuple[tuple[str, str, int], ...]
) -> Iterator[Question]:
    """Group the ambiguous rows by the question that settles them."""
    rows: dict[str, list[int]] = {}
    examples: dict[str, Understood] = {}
    for event, date in zip(found.events, dates, strict=True):
        if date.grade is Grade.ASKED:
            for way in date.settled_by or ("",):
                rows.setdefault(way, []).append(event.row)
                examples.setdefault(way, date)
    for way, its_rows in rows.items():
        shown = tuple((answer, count) for name, answer, count in evidence if name == way)
        yield Question(way, tuple(its_rows), examples[way].text, examples[way].choices, shown)
