"""What of the edits of a picture became impossible, as sentences: for whoever exports it after the data changed."""

from __future__ import annotations

from collections.abc import Iterator

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP, Message
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.subject import Subject


class Unmet:
    """The sentences; one event is named, several are counted."""

    GONE_ONE = QT_TRANSLATE_NOOP(
        "Faults", 'What was arranged for event "{0}" is kept, but it is gone.'
    )
    GONE = QT_TRANSLATE_NOOP(
        "Faults", "What was arranged for {0} events is kept, but they are gone."
    )
    OUTSIDE_ONE = QT_TRANSLATE_NOOP(
        "Faults", "“{0}” was switched on, but the view does not show it."
    )
    OUTSIDE = QT_TRANSLATE_NOOP(
        "Faults", "{0} titles were switched on, but the view does not show them."
    )
    NO_ROOM_ONE = QT_TRANSLATE_NOOP("Faults", "“{0}” was switched on, but has no room.")
    NO_ROOM = QT_TRANSLATE_NOOP("Faults", "{0} titles were switched on, but have no room.")
    SIDE_ONE = QT_TRANSLATE_NOOP(
        "Faults", "“{0}” has no room on the chosen side of its mark and stands on the other."
    )
    SIDE = QT_TRANSLATE_NOOP(
        "Faults",
        "{0} titles have no room on the chosen side of their marks and stand on the other.",
    )
    ROW_ONE = QT_TRANSLATE_NOOP(
        "Faults", "“{0}” has no room in the chosen row and stands in another."
    )
    ROW = QT_TRANSLATE_NOOP(
        "Faults", "{0} titles have no room in the chosen rows and stand in others."
    )
    BAND_ONE = QT_TRANSLATE_NOOP("Faults", "“{0}” lies outside the time that is shown.")
    BAND = QT_TRANSLATE_NOOP("Faults", "{0} bands lie outside the time that is shown.")


def unmet(subject: Subject, composition: Composition) -> tuple[Message, ...]:
    """What was decided by hand and is not so in the composition, in a sentence for each kind."""
    return tuple(_sentences(subject, composition))


def _sentences(subject: Subject, composition: Composition) -> Iterator[Message]:
    index, language = subject.chronology.event_index, subject.language
    edits = subject.edits
    themes = [name for theme in edits.themes for name in theme.events]
    gone = dict.fromkeys(
        name for name in (*(edit.event for edit in edits.events), *themes) if name not in index
    )
    told = {item.event: item for item in composition.told}
    outside: list[str] = []
    no_room: list[str] = []
    sides: list[str] = []
    rows: list[str] = []
    for edit in edits.events:
        if edit.event in gone or edit.shown is False:
            continue
        event = index[edit.event]
        title = isolated(in_language(subject.chronology.events[event].title, language))
        item = told.get(event)
        if item is None:
            if edit.shown:
                (no_room if subject.shown[event] else outside).append(title)
            continue
        if edit.side not in (None, item.side):
            sides.append(title)
        if item.displaced:
            rows.append(title)
    drawn = {band.band.number for band in composition.bands}
    own = len(subject.chronology.bands)
    bands = [
        isolated(in_language(band.label, language))
        for number, band in enumerate(edits.bands, start=own)
        if number not in drawn
    ]
    for names, one, several in (
        ([*gone], Unmet.GONE_ONE, Unmet.GONE),
        (outside, Unmet.OUTSIDE_ONE, Unmet.OUTSIDE),
        (no_room, Unmet.NO_ROOM_ONE, Unmet.NO_ROOM),
        (sides, Unmet.SIDE_ONE, Unmet.SIDE),
        (rows, Unmet.ROW_ONE, Unmet.ROW),
        (bands, Unmet.BAND_ONE, Unmet.BAND),
    ):
        if names:
            yield one.of(names[0]) if len(names) == 1 else several.of(len(names))
