"""Family trees (GEDCOM): the dated facts of persons and families become events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_julian
from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.importing.found import Found, FoundDate, FoundEvent, Progress
from peru_timeline.chronology.importing.parsing.markup import one_line
from peru_timeline.chronology.importing.parsing.opening import Opened, encoding_of, lines_of
from peru_timeline.chronology.importing.sentences import ImportWords

_LINE = re.compile(r"\s*(\d{1,2})\s+(?:(@[^@\s]{1,60}@)\s+)?([A-Za-z_]\w*)(?: (.*))?")
_ESCAPE = re.compile(r"@#D(?:GREGORIAN|JULIAN)@\s*|^(?:GREGORIAN|JULIAN)\s+", re.IGNORECASE)
_JULIAN = re.compile(r".*@#DJULIAN@|JULIAN\s", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_INTERPRETED = re.compile(r"INT\.?\s+(.+?)\s*\(.*\)", re.IGNORECASE)
_NO_EVENTS = frozenset(
    ("CHAN", "SOUR", "NOTE", "OBJE", "REFN", "SUBM", "NAME", "SEX", "FAMC", "FAMS")
)
NAMES = {
    "BIRT": "Birth", "CHR": "Christening", "BAPM": "Baptism", "DEAT": "Death", "BURI": "Burial",
    "CREM": "Cremation", "ADOP": "Adoption", "CONF": "Confirmation", "FCOM": "First communion",
    "GRAD": "Graduation", "EMIG": "Emigration", "IMMI": "Immigration", "NATU": "Naturalisation",
    "CENS": "Census", "PROB": "Probate", "WILL": "Will", "RETI": "Retirement", "OCCU": "Occupation",
    "RESI": "Residence", "EDUC": "Education", "MARR": "Marriage", "MARB": "Banns", "MARC": "Marriage contract",
    "MARL": "Marriage licence", "ENGA": "Engagement", "DIV": "Divorce", "DIVF": "Divorce filed",
    "ANUL": "Annulment", "EVEN": "Event", "FACT": "Fact", "ORDN": "Ordination", "BARM": "Bar mitzvah",
    "BASM": "Bas mitzvah", "BLES": "Blessing", "TITL": "Title", "RELI": "Religion", "PROP": "Property",
}  # fmt: skip


@dataclass(slots=True)
class _Fact:
    row: int
    tag: str
    value: str = ""
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Record:
    mark: str
    tag: str
    name: str = ""
    members: list[str] = field(default_factory=list)
    facts: list[_Fact] = field(default_factory=list)


def read(opened: Opened, progress: Progress, encoding: str = "") -> Found:
    """Read a family tree; raises ImportRefusedError for a line that is too long."""
    records = list(_records(opened, progress, encoding or _encoding(opened)))
    names = {record.mark: record.name for record in records if record.tag == "INDI"}
    events = [event for record in records for event in _events(record, names)]
    return Found(tuple(sorted(events, key=lambda event: event.row)))


def _encoding(opened: Opened) -> str:
    if b"1 CHAR ANSEL" in opened.head or b"1 CHAR ANSI" in opened.head:
        return "utf-8" if encoding_of(opened.content) == "utf-8" else "cp1252"
    return ""


def _records(opened: Opened, progress: Progress, encoding: str) -> Iterator[_Record]:
    record: _Record | None = None
    fact: _Fact | None = None
    last = ""
    for number, line in enumerate(lines_of(opened, encoding), 1):
        if number % 1000 == 0:
            progress(number)
        match = _LINE.fullmatch(line.rstrip("\r\n"))
        if match is None:
            continue
        level, mark, tag, value = int(match[1]), match[2] or "", match[3].upper(), match[4] or ""
        if level == 0:
            if record is not None:
                yield record
            record, fact = _Record(mark, tag), None
        elif record is None or record.tag not in ("INDI", "FAM"):
            continue
        elif level == 1:
            fact = _first_level(record, tag, value, number)
        elif level == 2 and fact is not None:
            fact.fields.setdefault(tag, value)
            last = tag
        elif level == 3 and fact is not None and tag in ("CONT", "CONC"):
            fact.fields[last] = fact.fields.get(last, "") + ("\n" if tag == "CONT" else "") + value
    if record is not None:
        yield record


def _first_level(record: _Record, tag: str, value: str, row: int) -> _Fact:
    if tag == "NAME" and not record.name:
        record.name = one_line(value.replace("/", " "))
    if tag in ("HUSB", "WIFE"):
        record.members.append(value.strip())
    made = _Fact(row, tag, value.strip())
    if tag not in _NO_EVENTS and not tag.startswith("_"):
        record.facts.append(made)
    return made


def _events(record: _Record, names: dict[str, str]) -> Iterator[FoundEvent]:
    people = [record.name] if record.tag == "INDI" else [names.get(m, "") for m in record.members]
    people = [name for name in people if name]
    for fact in record.facts:
        if "DATE" not in fact.fields:
            continue
        kind = one_line(fact.fields.get("TYPE", "")) or NAMES.get(fact.tag, fact.tag)
        value = (
            ""
            if fact.value.upper() in ("", "Y") or fact.value.startswith("@")
            else f" ({fact.value})"
        )
        text = fact.fields["DATE"].strip()
        place, note = one_line(fact.fields.get("PLAC", "")), fact.fields.get("NOTE", "").strip()
        yield FoundEvent(
            row=fact.row,
            title=f"{kind} of {' and '.join(people) or '?'}{one_line(value) and ' ' + one_line(value)}",
            date=_date(text),
            summary="" if note.startswith("@") else note,
            group=NAMES.get(fact.tag, kind),
            actors=tuple(people),
            notes=(place,) if place else (),
        )


def _date(text: str) -> FoundDate:
    plain = _ESCAPE.sub("", text)
    match = _INTERPRETED.fullmatch(plain)
    plain = f"{match[1]}?" if match is not None else plain
    if not _JULIAN.match(text):
        return FoundDate(plain, shown=text)
    if day := _from_julian(understand(plain).edtf):
        return FoundDate(plain, edtf=day, shown=text, remarks=(ImportWords.JULIAN.of(),))
    return FoundDate(plain, shown=text, remarks=(ImportWords.STAYS_JULIAN.of(),))


def _from_julian(edtf: str) -> str:
    """The Gregorian day that a day of the Julian calendar was; empty for anything but a day."""
    match = _DAY.fullmatch(edtf)
    if match is None:
        return ""
    day = day_from_julian(int(match[1]), int(match[2]), int(match[3]))
    year, month, day = civil_from_day(day)
    return f"{year:04}-{month:02}-{day:02}"
