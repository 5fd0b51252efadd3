"""What the painters of marks share: where they paint, and what colours and outlines mean."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from peru_timeline.chronology.models import Status
from peru_timeline.timeline.scene import Mark, Shape
from peru_timeline.ui.look.theme import Theme, blend

DIMMED_SHARE = 0.22  # of its colour that an event keeps when the filter leaves it out
STATUSES = tuple(Status)
FILLED = (Status.HAPPENED, Status.REPORTED)
NO_PEN = Qt.PenStyle.NoPen  # looked up once: each look at an enumeration costs 0.5 µs
POINT, FUZZY, TAIL = Shape.POINT, Shape.FUZZY, Shape.TAIL


class Stroke(IntEnum):
    """How an outline is drawn, or, for HATCHED, an inside."""

    SOLID = 0
    DOTTED = 1
    DASHED = 2
    HATCHED = 3


PERIODS = {Stroke.DOTTED: (3.0, 0.42), Stroke.DASHED: (7.0, 0.55), Stroke.HATCHED: (3.2, 0.3)}
"""(px after which the pattern repeats, share of them that is drawn)."""


class PaintContext(NamedTuple):
    """What a mark is painted with, and between which x (scene px) time is drawn."""

    painter: QPainter
    theme: Theme
    left: float
    right: float
    vector: bool  # for SVG and PDF


def colour_of(context: PaintContext, mark: Mark) -> QColor:
    """The bloc's colour, dimmed where the filter leaves the event out."""
    colour = context.theme.blocs[mark.bloc]
    return colour if mark.emphasis else _dimmed(colour.rgb(), context.theme.ground.rgb())


@cache
def _dimmed(colour: int, ground: int) -> QColor:
    return blend(QColor.fromRgb(colour), QColor.fromRgb(ground), DIMMED_SHARE)


def outline_stroke(mark: Mark) -> Stroke:
    """The stroke of a mark's outline, for marks that have one."""
    if mark.dotted:
        return Stroke.DOTTED
    return Stroke.DASHED if STATUSES[mark.status] == Status.CANCELLED else Stroke.SOLID
