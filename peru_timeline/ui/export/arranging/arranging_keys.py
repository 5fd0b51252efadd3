"""What keys do to the title that is chosen in the preview."""

from __future__ import annotations

from PySide6.QtCore import Qt

from peru_timeline.chronology.arranging.edits import PictureEdits
from peru_timeline.pictures.arranging.moves import by_rows, switched, to_side
from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.subject import Subject

_KEYS = Qt.Key
SWITCHES = (_KEYS.Key_Space, _KEYS.Key_Delete, _KEYS.Key_Backspace)
REMOVES = (_KEYS.Key_Delete, _KEYS.Key_Backspace)
KNOWN = (
    *SWITCHES, _KEYS.Key_Left, _KEYS.Key_Right, _KEYS.Key_Up, _KEYS.Key_Down, _KEYS.Key_H, _KEYS.Key_D,
)  # fmt: skip
"""Keys that a part may know: H highlights, D dims, arrows move."""


def decided_by_key(
    subject: Subject, composition: Composition, event: int, key: int
) -> PictureEdits:
    """What one of the known keys decides of an event."""
    edits = subject.edits
    name = subject.chronology.events[event].id
    look = edits.of(name).look
    if key in SWITCHES:
        return switched(subject, composition, event)
    if key in (_KEYS.Key_Left, _KEYS.Key_Right):
        return to_side(subject, event, "left" if key == _KEYS.Key_Left else "right")
    if key in (_KEYS.Key_Up, _KEYS.Key_Down):
        return by_rows(subject, composition, event, -1 if key == _KEYS.Key_Up else 1)
    if key == _KEYS.Key_H:
        return edits.highlighting(None if look == "highlighted" else name)
    return edits.with_event(name, look=None if look == "dimmed" else "dimmed")
