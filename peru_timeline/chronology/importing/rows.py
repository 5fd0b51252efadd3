"""Makes found events from the rows of a table, by the roles of its columns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache

from peru_timeline.chronology.dates.event_date import UNKNOWN
from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import (
    NO_DATE,
    READ_BETWEEN,
    Found,
    FoundDate,
    FoundEvent,
    FoundSource,
    Progress,
    Skipped,
    Table,
)
from peru_timeline.chronology.importing.mapping import Mapping, Role, check_columns
from peru_timeline.chronology.importing.parsing import json_tree
from peru_timeline.chronology.importing.parsing.cell_dates import (
    CLOCK,
    is_edtf,
    of_parts,
    of_stamp,
    with_time,
    with_year_first,
)
from peru_timeline.chronology.importing.parsing.known_dates import found_between
from peru_timeline.chronology.importing.parsing.markup import (
    Plain,
    is_url,
    links_in,
    one_line,
    plain,
)
from peru_timeline.chronology.importing.sentences import ImportWords

_TRUE = frozenset(("true", "yes", "1", "si", "sí", "x"))
ROWS_TRIED = 500
MOST_WORDS_OF_A_NAME = 4


def found_in(table: Table, mapping: Mapping, progress: Progress) -> Found:
    """Make events from a table; raises ImportRefusedError if the mapping does not fit."""
    check_columns(mapping, table)
    reader = _Reader(table, mapping)
    events: list[FoundEvent] = []
    skipped: list[Skipped] = []
    title, description = mapping.title or table.title, table.description
    for row, cells in zip(table.numbers, table.rows, strict=True):
        if row % READ_BETWEEN == 0:
            progress(row)
        kind = reader.one(cells, Role.KIND).lower()
        if kind == "title":
            title = title or one_line(plain(reader.one(cells, Role.TITLE)).text)
            description = description or plain(reader.one(cells, Role.SUMMARY)).text
            skipped.append(Skipped(row, ImportWords.IS_TITLE.of()))
        elif kind not in ("", "event", "era"):
            skipped.append(
                Skipped(
                    row, ImportWords.NOT_AN_EVENT.of(one_line(reader.one(cells, Role.KIND))[:60])
                )
            )
        else:
            events.append(reader.event(row, cells, is_era=kind == "era"))
    unused = [
        name for name in table.columns if mapping.columns.get(name, Role.UNUSED) is Role.UNUSED
    ]
    unused = [name for name in unused if any(row[table.columns.index(name)] for row in table.rows)]
    losses = (
        *table.losses,
        *([ImportWords.COLUMNS_UNUSED.of(", ".join(unused))] if unused else []),
    )
    return Found(tuple(events), title, description, losses=losses, skipped=tuple(skipped))


class _Reader:
    """Reads rows; knows which cells have which role."""

    def __init__(self, table: Table, mapping: Mapping) -> None:
        place = {name: number for number, name in enumerate(table.columns)}
        self._places = {role: [place[name] for name in mapping.columns_of(role)] for role in Role}
        self._names = table.columns
        self._has_times = bool(self._places[Role.TIME] or self._places[Role.END_TIME])
        self._year_first = mapping.year_first
        rows = table.rows[:ROWS_TRIED]
        self._signs = {
            place: _sign_between([row[place] for row in rows])
            for role in (Role.ACTORS, Role.TAGS)
            for place in self._places[role]
        }

    def one(self, cells: Sequence[str], role: Role) -> str:
        """The first cell with a role that is not empty."""
        for place in self._places[role]:
            if cells[place]:
                return cells[place]
        return ""

    def event(self, row: int, cells: Sequence[str], *, is_era: bool) -> FoundEvent:
        """Make the event from a row."""
        title, texts = plain(self.one(cells, Role.TITLE)), self._texts(cells)
        losses: list[Message] = []
        if title.had_marks or any(text.had_marks for text in texts):
            losses.append(ImportWords.MARKUP.of())
        if is_era:
            losses.append(ImportWords.AN_ERA.of())
        group, *more_groups = map(one_line, self.one(cells, Role.GROUP).split("|"))
        date = self._date(cells)
        if (differs := self._other_time(cells, date)) is not None:
            losses.append(differs)
        links = [link for text in (title, *texts) for link in text.links]
        sources, notes = self._sources(cells), list(self._notes(cells))
        return FoundEvent(
            row=row,
            key=self.one(cells, Role.KEY),
            title=one_line(title.text),
            summary="\n\n".join(text.text for text in texts if text.text),
            date=date,
            group=str(ImportWords.ERAS) if is_era else group,
            tags=(*more_groups, *self._list(cells, Role.TAGS)),
            actors=self._list(cells, Role.ACTORS),
            sources=tuple(sources),
            notes=(*notes, *links),
            status=self.one(cells, Role.STATUS),
            importance="1/3" if is_era else self.one(cells, Role.IMPORTANCE),
            losses=tuple(losses),
        )

    def _other_time(self, cells: Sequence[str], date: FoundDate) -> Message | None:
        """Report a timestamp that falls on another day than the date of the row."""
        stamp = self.one(cells, Role.STAMP)
        if not stamp.isdecimal() or not date.start or date.start == stamp:
            return None
        said, counted = understand(date.start).edtf[:10], of_stamp(stamp)[:10]
        return None if not said or said == counted else ImportWords.TIMES_DIFFER.of(stamp)

    def _texts(self, cells: Sequence[str]) -> list[Plain]:
        return [plain(cells[place]) for place in self._places[Role.SUMMARY] if cells[place]]

    def _list(self, cells: Sequence[str], role: Role) -> tuple[str, ...]:
        names = (
            name
            for place in self._places[role]
            for name in _names_in(cells[place], self._signs[place])
        )
        return tuple(dict.fromkeys(names))

    def _notes(self, cells: Sequence[str]) -> Iterator[str]:
        for place in self._places[Role.NOTE]:
            if cells[place]:
                yield f"{self._names[place]}: {plain(cells[place]).text}"
        if self._places[Role.START]:
            for place in (*self._places[Role.TIME], *self._places[Role.END_TIME]):
                if cells[place] and not CLOCK.fullmatch(cells[place]):  # “at noon”
                    yield f"{self._names[place]}: {one_line(cells[place])}"
        for place in self._places[Role.LINK]:
            if cells[place] and not links_in(cells[place]):
                yield f"{self._names[place]}: {plain(cells[place]).text}"

    def _sources(self, cells: Sequence[str]) -> Iterator[FoundSource]:
        for place in self._places[Role.SOURCES]:
            yield from _sources_in(cells[place])
        for place in self._places[Role.LINK]:
            for link in links_in(cells[place]):
                yield FoundSource(url=link)

    def _date(self, cells: Sequence[str]) -> FoundDate:
        shown = one_line(self.one(cells, Role.SHOWN_DATE))
        if self._places[Role.YEAR] and not self._places[Role.START]:
            found = self._date_of_parts(cells)
        else:
            found = self._date_of_texts(cells)
        if not shown:
            return found
        return FoundDate(
            found.start,
            found.end,
            found.latest_start,
            found.earliest_end,
            found.edtf,
            shown,
            found.remarks,
        )

    def _date_of_texts(self, cells: Sequence[str]) -> FoundDate:
        if is_edtf(edtf := self.one(cells, Role.EDTF)):
            return NO_DATE if edtf == UNKNOWN else FoundDate(edtf, edtf=edtf)
        start, end, latest, earliest = (self.one(cells, role) for role in _DATE_ROLES)
        start = start or edtf
        if self._has_times:
            start, end = self._with_times(cells, start, end)
        stamp = self.one(cells, Role.STAMP)
        if not start and stamp.isdecimal():
            return FoundDate(stamp, edtf=of_stamp(stamp))
        if start and not end and self.one(cells, Role.ONGOING).lower() in _TRUE:
            return FoundDate(start, "now", latest)
        if self._year_first and not latest and not earliest:
            return found_between(with_year_first(start), with_year_first(end), start, end)
        return FoundDate(start, end, latest, earliest)

    def _with_times(self, cells: Sequence[str], start: str, end: str) -> tuple[str, str]:
        """Add the times of day that stand in columns of their own; an end may be of the same day."""
        time, end_time = self.one(cells, Role.TIME), self.one(cells, Role.END_TIME)
        if end_time and not end:
            end = start
        return with_time(start, time), with_time(end, end_time)

    def _date_of_parts(self, cells: Sequence[str]) -> FoundDate:
        remarks: list[Message] = []
        start = [self.one(cells, role) for role in (Role.YEAR, Role.MONTH, Role.DAY)]
        end = [self.one(cells, role) for role in (Role.END_YEAR, Role.END_MONTH, Role.END_DAY)]
        first = of_parts(start, self.one(cells, Role.TIME), remarks)
        last = of_parts(end, self.one(cells, Role.END_TIME), remarks)
        texts = ["-".join(filter(None, parts)) for parts in (start, end)]
        if not first:  # “c. 1850” in the column of years, or the name of a month
            texts[0] = " ".join(filter(None, reversed(start)))
        return found_between(first, last, texts[0], texts[1], tuple(remarks))


_DATE_ROLES = (Role.START, Role.END, Role.LATEST_START, Role.EARLIEST_END)


def _sign_between(cells: Sequence[str]) -> str:
    """Find the delimiter of names in a column; empty if each cell is one name."""
    for sign in ("|", ";", "\n"):
        if any(sign in cell for cell in cells):
            return sign
    parts = [part for cell in cells if "," in cell for part in cell.split(",")]
    short = sum(len(part.split()) <= MOST_WORDS_OF_A_NAME for part in parts)
    return "," if parts and short >= 0.8 * len(parts) else ""


@lru_cache(maxsize=65_536)
def _names_in(cell: str, sign: str) -> tuple[str, ...]:
    if cell.startswith("[") and cell.endswith("]"):
        try:
            value = json.loads(cell.replace("'", '"'))
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, list):
            return tuple(name for item in value if (name := one_line(json_tree.text(item))))
    parts = cell.split(sign) if sign else [cell]
    return tuple(name for part in parts if (name := one_line(plain(part).text)))


def _sources_in(cell: str) -> Iterator[FoundSource]:
    """Read sources: a list of objects with title, url and outlet, or texts with addresses in them."""
    if cell.startswith(("[{", "{")):
        try:
            value = json.loads(cell)
        except (ValueError, RecursionError):
            value = None
        for item in json_tree.objects(value if isinstance(value, list) else [value]):
            texts = {key: one_line(json_tree.text(inner)) for key, inner in item.items()}
            yield FoundSource(
                title=texts.get("title", "") or texts.get("name", ""),
                url=texts.get("url", "") if is_url(texts.get("url", "")) else "",
                publisher=texts.get("outlet", "") or texts.get("publisher", ""),
                issued=texts.get("date", "") or texts.get("published", ""),
            )
        return
    parts = cell.split("|") if "|" in cell else cell.split(";") if "://" not in cell else [cell]
    for part in parts:
        links = links_in(part)
        text = one_line(plain(part).text)
        for link in links:
            text = one_line(text.replace(link, ""))
        if links or text:
            yield FoundSource(title=text.strip(" ,;:()-–"), url=links[0] if links else "")
        for link in links[1:]:
            yield FoundSource(url=link)
