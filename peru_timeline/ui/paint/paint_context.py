"""What painters of marks share: where they paint, what colours and edges mean."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from peru_timeline.chronology.models import Status
from peru_timeline.timeline.scene import Mark, Shape
from peru_timeline.ui.look.theme import Theme, blend

EDGE_PX = 1.6
DIMMED = 0.22
STATUSES = tuple(Status)
FILLED = (Status.HAPPENED, Status.REPORTED)
NO_PEN = Qt.PenStyle.NoPen  # looked up once: an enumeration costs 0.5 µs a look
POINT, FUZZY, TAIL = Shape.POINT, Shape.FUZZY, Shape.TAIL


class Line(IntEnum):
    """How an edge is drawn, and what is hatched."""

    FIRM = 0
    DOTTED = 1
    DASHED = 2
    HATCHED = 3


PERIODS = {Line.DOTTED: (3.0, 0.42), Line.DASHED: (7.0, 0.55), Line.HATCHED: (3.2, 0.3)}
"""(px after which it repeats, share of it that is drawn)."""


class Place(NamedTuple):
    """Where and with what marks are painted."""

    painter: QPainter
    theme: Theme
    left: float  # px between which time is drawn
    right: float
    vector: bool


def colour_of(place: Place, mark: Mark) -> QColor:
    """The bloc's colour; hardly any of it where the filter leaves the event out."""
    colour = place.theme.blocs[mark.bloc]
    return colour if mark.emphasis else _dimmed_of(colour.rgb(), place.theme.ground.rgb())


@cache
def _dimmed_of(colour: int, ground: int) -> QColor:
    return blend(QColor.fromRgb(colour), QColor.fromRgb(ground), DIMMED)


def line_of(mark: Mark) -> Line:
    """How the edge of a mark that has one is drawn."""
    if mark.dotted:
        return Line.DOTTED
    return Line.DASHED if STATUSES[mark.status] == Status.CANCELLED else Line.FIRM
