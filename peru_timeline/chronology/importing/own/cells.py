"""What a changed cell of our own spreadsheets changes in the event of its row."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as ReadOnly
from typing import Any

from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.dates.written.understood import Ways
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.formats.table import table_words
from peru_timeline.chronology.importing.own.definitions import Definitions, shown_tag
from peru_timeline.chronology.importing.parsing.cell_dates import is_edtf
from peru_timeline.chronology.importing.parsing.own_columns import OwnColumns
from peru_timeline.chronology.importing.sentences import ImportWords
from peru_timeline.chronology.models import Status
from peru_timeline.chronology.text import fold
from peru_timeline.chronology.wording import status_in_words


def changed_event(
    event: ReadOnly[str, Any],
    changed: Collection[str],
    cells: ReadOnly[str, str],
    read: ReadOnly[str, Any],
    own: OwnColumns,
    definitions: Definitions,
) -> tuple[dict[str, Any], list[Message]]:
    """Return the event with its changed cells (names of columns), and what could not be taken over.

    `event` is that of the record, empty for a row without one; `read` is the event that the cells alone make.
    """
    words, (name, _, edtf, *_) = table_words(own.language), own.shown
    made: dict[str, Any] = dict(event)
    lost: list[Message] = []
    if name in changed or "id" not in made:
        made["id"] = read["id"]
    if not event or edtf in changed or words.date in changed:
        date = _date(event, changed, cells, read, own) if event else read["date"]
        if date:
            made["date"] = date
        else:
            lost.append(ImportWords.NOT_FROM_CELL.of(edtf if edtf in changed else words.date))
    for column, field in ((words.title, "title"), (words.summary, "summary")):
        if column in changed or (field == "title" and not event):
            made[field] = _text(made.get(field), read.get(field), own.language)
    if words.actors in changed:
        roles = {role["actor"]: role for role in event.get("actors", ())}
        ids = definitions.actors(cells[words.actors])
        made["actors"] = [roles.get(actor, {"actor": actor}) for actor in ids]
    if words.sector in changed:
        sector = cells[words.sector]
        made["sector"] = definitions.sector(sector) if sector else None
    if words.status in changed:
        lost += _take_status(made, cells[words.status], read, own.language)
    unread = (
        (words.amounts, words.language, words.sources) if event else (words.amounts, words.sources)
    )
    lost += [ImportWords.NOT_FROM_CELL.of(column) for column in unread if column in changed]
    return {field: value for field, value in made.items() if value is not None}, lost


def _date(
    event: ReadOnly[str, Any],
    changed: Collection[str],
    cells: ReadOnly[str, str],
    read: ReadOnly[str, Any],
    own: OwnColumns,
) -> str:
    """The date of changed cells; that in EDTF counts, if it is EDTF. Empty if there is none to be read.

    A spreadsheet makes the first of a month of the month alone, and seconds of a time without; nobody meant that.
    """
    words, edtf = own.shown[1], own.shown[2]
    if cells[edtf] in (f"{event.get('date')}-01", f"{event.get('date')}:00"):
        return ""
    if edtf in changed and is_edtf(cells[edtf]):
        return str(read["date"])
    return understand(cells[words], Ways(own.language)).edtf if words in changed else ""


def _text(before: Any, text: Any, language: str) -> Any:
    """Put a text in the place of the one that was shown; None takes it out in all languages.

    A new text is of no stated language: a title or summary has all languages of the chronology, or none.
    """
    if text is None:
        return None
    said = text if isinstance(text, str) else next(iter(text.values()))
    return {**before, shown_tag(before, language): said} if isinstance(before, dict) else said


def _take_status(
    made: dict[str, Any], cell: str, read: ReadOnly[str, Any], language: str
) -> list[Message]:
    """Take over a status in our own words or those of others."""
    ours = {fold(status_in_words(status, language)): status.value for status in Status}
    status = ours.get(fold(cell), read.get("status"))
    if status is not None:
        made["status"] = status
        return []
    return [ImportWords.NOT_FROM_CELL.of(table_words(language).status)] if cell else []
