"""The table of formats for other programs: what each is called, how it is written, what it cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.formats.exchange import (
    icalendar_file,
    markwhen,
    simile,
    timeline_project,
    timelinejs,
)
from peru_timeline.chronology.formats.exchange.losses import Aspect


class ExchangeFormat(NamedTuple):
    """A format that another program reads."""

    ending: str
    write: Callable[[Chronology, Sequence[int], str], bytes]
    unheld: frozenset[Aspect]


EXCHANGE_FORMATS: Mapping[str, ExchangeFormat] = {
    "timelinejs": ExchangeFormat(".json", timelinejs.json_file, timelinejs.UNHELD),
    "timelinejs-sheet": ExchangeFormat(".csv", timelinejs.sheet, timelinejs.UNHELD),
    "timeline-project": ExchangeFormat(
        ".timeline", timeline_project.xml_file, timeline_project.UNHELD
    ),
    "markwhen": ExchangeFormat(".mw", markwhen.text_file, markwhen.UNHELD),
    "icalendar": ExchangeFormat(".ics", icalendar_file.calendar_file, icalendar_file.UNHELD),
    "simile": ExchangeFormat(".json", simile.json_file, simile.UNHELD),
}
"""Name -> format; the names are those of the importer wherever it reads the same file."""
