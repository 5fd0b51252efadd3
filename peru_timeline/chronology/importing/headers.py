"""What the names of columns usually mean, in English and Spanish and in the exports of known programs."""

from __future__ import annotations

import re
from itertools import islice

from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.dates.written.understood import Grade
from peru_timeline.chronology.importing.found import Table
from peru_timeline.chronology.importing.mapping import Mapping, Role
from peru_timeline.chronology.importing.parsing.own_columns import OwnColumns, own_columns
from peru_timeline.chronology.text import fold

_NAMES: dict[Role, str] = {
    Role.START: (
        "date|start|start date|startdate|begin|begin date|begins|beginning|from|fecha|fecha inicio"
        "|fecha de inicio|inicio|desde|datetime|date time|event date|when|hdate|date start|datestart"
        "|dates|fechas|cuando|dtstart|start time|starttime|point in time|pointintime|event start"
        "|fecha inicial|day and time|fecha y hora|date from|dia y hora"
    ),
    Role.END: (
        "end|end date|enddate|ends|to|until|till|finish|fin|fecha fin|fecha de fin|fecha final|hasta"
        "|hdate end|date end|dateend|dtend|end time|endtime|event end|termino|fecha de termino"
        "|date to|final|stop|stop date|finish date|closed at|completed at"
    ),
    Role.EDTF: "edtf|edtf date|date edtf|fecha edtf",
    Role.LATEST_START: "latest start|latest start date|lateststart",
    Role.EARLIEST_END: "earliest end|earliest end date|earliestend",
    Role.SHOWN_DATE: "display date|displaydate|date text|fecha mostrada|date as written|fecha como consta",
    Role.YEAR: "year|start year|ano|ano inicio|ano de inicio|yyyy",
    Role.MONTH: "month|start month|mes|mes inicio|mm",
    Role.DAY: "day|start day|dia|dia inicio|dd",
    Role.TIME: "time|hora|hour|hora inicio|hora de inicio",
    Role.END_YEAR: "end year|ano fin|ano final|ano de fin",
    Role.END_MONTH: "end month|mes fin|mes final",
    Role.END_DAY: "end day|dia fin|dia final",
    Role.END_TIME: "hora fin|hora de fin|hora final",
    Role.TITLE: (
        "title|headline|name|event|event name|event title|label|titulo|evento|hecho|nombre|asunto"
        "|subject|heading|message|what|content|acontecimiento|suceso|titular|itemlabel|eventlabel"
        "|short description|hecho o evento|hito|milestone|task|task name|card name|tarea|actividad"
    ),
    Role.SUMMARY: (
        "description|text|details|detail|summary|body|descripcion|detalle|detalles|resumen|texto|desc"
        "|story|long description|itemdescription|narrative|contenido|comentario|explanation|intro text|intro"
    ),
    Role.GROUP: (
        "group|category|section|sector|lane|topic|theme|grupo|categoria|tipo|tema|rubro|phase|fase"
        "|arc|type of event|event type|series|track|linea|area|ambito|categories|timestamp desc"
        "|swimlane|layer|capa|capture lanes|classification|carril"
    ),
    Role.TAGS: "tags|tag|keywords|keyword|labels|etiquetas|etiqueta|palabras clave|hashtags",
    Role.ACTORS: (
        "actors|actor|people|person|persons|participants|participant|who|actores|personas"
        "|participantes|quien|quienes|companies|company|empresa|empresas|organization|organizations"
        "|organisation|organisations|organizacion|countries|country|pais|paises|involved|characters"
        "|character|personajes|viewpoint|parties|partes|entities|members|member|assignee|assignees"
        "|responsable|responsables|miembros|protagonistas|protagonista|attendees|required attendees"
        "|organizer|organiser|meeting organizer"
        "|asistentes|resource names"
    ),
    Role.SOURCES: (
        "sources|source|reference|references|fuente|fuentes|referencia|referencias|citation|citations"
        "|bibliography|bibliografia|cita"
    ),
    Role.LINK: (
        "url|link|links|enlace|enlaces|href|web|website|source url|wikipedia|media|hyperlink|image"
        "|imagen|media url|source link|url fuente|article|vinculo"
    ),
    Role.NOTE: (
        "notes|note|notas|nota|comments|comment|comentarios|remarks|observaciones|location|place"
        "|lugar|ubicacion|media credit|media caption|observacion|city|ciudad|donde|where|region|ort"
    ),
    Role.KEY: (
        "id|key|uid|event id|eventid|uuid|codigo|identifier|item|display id|unique id|no|nr|ref|clave|n|num|numero"
    ),
    Role.STATUS: "status|estado|state|verification status",
    Role.IMPORTANCE: "importance|priority|weight|importancia|relevancia|prioridad|significance|relevance|peso",
    Role.KIND: "type|row type|kind",
    Role.STAMP: "timestamp|epoch|unix time",
    Role.ONGOING: "ongoing|en curso",
}
_OF_AEON = frozenset(("Start Date", "End Date"))
"""Columns of Aeon Timeline's export, along with its durations or its way of writing years before Christ."""
_OWN_ROLES = (
    Role.KEY, Role.START, Role.EDTF, *[Role.TOLD] * 4, Role.TITLE, Role.SUMMARY, Role.ACTORS, Role.GROUP, Role.STATUS,
    *[Role.TOLD] * 3,
)  # fmt: skip
"""Of the columns of our own spreadsheets, in their order."""
_QUALIFIED = re.compile(r" (?:of|for|del?|de la|involved|involucrad[oa]s|concerned)( .*)?$")
_BC_FIRST = re.compile(r"BC \d{1,6}-\d\d?-\d\d?\b.*")
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split("|")}
_ONCE = frozenset(
    (
        Role.START,
        Role.END,
        Role.EDTF,
        Role.TITLE,
        Role.KEY,
        Role.KIND,
        Role.GROUP,
        Role.STATUS,
        Role.IMPORTANCE,
    )
)
_KINDS_OF_ROWS = frozenset(
    ("title", "era", "event", "", "narrative folder", "character", "location")
)
ROWS_TRIED = 200
FEWEST_ROWS_TRIED = 10
MOST_CELLS_TRIED = 4000
"""In all columns together: a thousand columns must not take a thousand times as long as one."""
LONGEST_TITLE_TRIED = 200
_FEWEST_DATES = 0.6


def guess_mapping(table: Table) -> Mapping:
    """Guess what each column holds: by its name, then by its cells."""
    if (own := own_columns(table.columns)) is not None:
        return _of_own_table(own, table)
    columns = _by_names(table)
    roles = set(columns.values())
    if not roles & {Role.START, Role.EDTF, Role.YEAR}:
        columns |= _times_as_dates(table, columns) or _date_column(table, columns)
    if Role.TITLE not in roles:
        columns |= _title_column(table, columns)
    return Mapping(columns=columns, year_first=_is_of_aeon(table))


def _of_own_table(own: OwnColumns, table: Table) -> Mapping:
    roles = dict(zip(own.shown, _OWN_ROLES, strict=True)) | dict.fromkeys(own.records, Role.RECORD)
    columns = {name: roles.get(name, Role.UNUSED) for name in table.columns}
    return Mapping(columns=columns, language=own.language)


def _is_of_aeon(table: Table) -> bool:
    return set(table.columns) >= _OF_AEON and (
        "Duration" in table.columns
        or any(
            _BC_FIRST.fullmatch(cell) for cell in _cells(table, table.columns.index("Start Date"))
        )
    )


def _times_as_dates(table: Table, columns: dict[str, Role]) -> dict[str, Role]:
    """Take a column called “time” or “timestamp” for that of dates where no other is; one of counts stays as it is."""
    for name, role in columns.items():
        if role in (Role.TIME, Role.STAMP):
            cells = _cells(table, table.columns.index(name))
            counts = bool(cells) and all(cell.isdecimal() for cell in cells)
            return {name: Role.STAMP if counts else Role.START}
    return {}


def _folded(name: str) -> str:
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)  # startDate
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(split)).split())


def _by_names(table: Table) -> dict[str, Role]:
    columns: dict[str, Role] = {}
    taken: set[Role] = set()
    named = {name: _role_of(name) for name in table.columns}
    _tell_times_apart(named)
    found = set(named.values())
    for name, role in named.items():  # where no column says so exactly
        if role is None and (loose := _loose_role_of(name)) not in found:
            named[name] = loose
    for place, (name, role) in enumerate(named.items()):
        if role is Role.KIND and not _is_kind_of_row(table, place):
            role = Role.GROUP
        if role is None or (role in _ONCE and role in taken):
            role = Role.NOTE if role is Role.TITLE else Role.UNUSED
        taken.add(role)
        columns[name] = role
    if Role.YEAR in taken and Role.START in taken:  # a year beside a date says less
        parts = (Role.YEAR, Role.MONTH, Role.DAY)
        columns = {name: Role.UNUSED if role in parts else role for name, role in columns.items()}
    if Role.TITLE not in taken and Role.SUMMARY in taken:  # “Description” alone is the title
        first = next(name for name, role in columns.items() if role is Role.SUMMARY)
        columns[first] = Role.TITLE
    return _without_hidden_names(columns)


def _tell_times_apart(named: dict[str, Role | None]) -> None:
    """Take “Start Time” for the hour of “Start Date” where both are there, as in exports of calendars."""
    for date, time in ((Role.START, Role.TIME), (Role.END, Role.END_TIME)):
        names = [name for name, role in named.items() if role is date]
        hours = [name for name in names if {"time", "hora"} & set(_folded(name).split())]
        if len(names) > 1 and len(hours) == 1 and time not in named.values():
            named[hours[0]] = time


def _role_of(name: str) -> Role | None:
    """The role that a name usually has; “Notes 2”, the second of its name, and Wikidata's “placeLabel” too."""
    folded, bare = _folded(name), _folded(re.sub(r"[(\[].*", "", name))
    for known in (folded, folded.replace(" ", ""), re.sub(r"(?:\s*\d+| label)$", "", bare)):
        if known in _ROLES:
            return _ROLES[known]
    return None


def _loose_role_of(name: str) -> Role | None:
    """The role of the words before “of” or “involved”: “Fecha del hecho”, “Actors involved”."""
    head = _QUALIFIED.sub("", _folded(re.sub(r"[(\[].*", "", name)))
    return _ROLES.get(head)


def _is_kind_of_row(table: Table, place: int) -> bool:
    """Whether a column says what each row is (event, title, person), not what kind of event."""
    kinds = {row[place].lower() for row in islice(table.rows, ROWS_TRIED)}
    return kinds <= _KINDS_OF_ROWS or (
        "event" in kinds and set(table.columns) >= _OF_AEON and len(kinds) > 1
    )


def _without_hidden_names(columns: dict[str, Role]) -> dict[str, Role]:
    """Drop `item` beside `itemLabel`, as Wikidata has them: the second is the one for readers."""
    for name in list(columns):
        if f"{name}Label" in columns and columns[name] is not Role.KEY:
            role = columns[name]
            if columns[f"{name}Label"] in (Role.UNUSED, Role.NOTE):
                columns[f"{name}Label"] = role
            columns[name] = Role.UNUSED
    return columns


def _cells(table: Table, place: int) -> list[str]:
    tried = min(ROWS_TRIED, max(MOST_CELLS_TRIED // len(table.columns), FEWEST_ROWS_TRIED))
    return [row[place] for row in islice(table.rows, tried) if row[place]]


def _date_column(table: Table, columns: dict[str, Role]) -> dict[str, Role]:
    """Find the column that holds the most dates."""
    best, most = "", _FEWEST_DATES
    for place, name in enumerate(table.columns):
        if columns.get(name, Role.UNUSED) is not Role.UNUSED:
            continue
        cells = _cells(table, place)
        dates = sum(
            understand(cell).grade in (Grade.EXACT, Grade.COARSER, Grade.ASKED)
            for cell in cells
            if len(cell) > 2 or not cell.isdecimal()  # the number of a row is no year
        )
        if cells and dates / len(cells) > most:
            best, most = name, dates / len(cells)
    return {best: Role.START} if best else {}


def _title_column(table: Table, columns: dict[str, Role]) -> dict[str, Role]:
    """Find the column whose texts are short and mostly differ."""
    best, most = "", 0.0
    for place, name in enumerate(table.columns):
        if columns.get(name, Role.UNUSED) is not Role.UNUSED:
            continue
        cells = _cells(table, place)
        words = [
            cell
            for cell in cells
            if any(map(str.isalpha, cell)) and len(cell) <= LONGEST_TITLE_TRIED
        ]
        share = len(set(words)) / max(len(cells), 1)
        if share > most:
            best, most = name, share
    return {best: Role.TITLE} if best else {}
