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

QUIET_SHARE = 0.72  # of its colour that a mark keeps in the strip at its lane's foot
DIMMED_SHARE = 0.22  # of its colour that an event keeps when the filter leaves it out
STATUSES = tuple(Status)
FILLED = (Status.HAPPENED, Status.REPORTED)
NO_PEN = Qt.PenStyle.NoPen  # looked up once: each look at an enumeration costs 0.5 µs
POINT, FUZZY, RANGE = Shape.POINT, Shape.FUZZY, Shape.RANGE


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
    copies: bool = True  # in a window small marks are copied, on whole pixels


def colour_of(context: PaintContext, mark: Mark) -> QColor:
    """The bloc's colour, dimmed where the filter leaves the event out, quieter at a lane's foot."""
    colour, ground = context.theme.blocs[mark.bloc], context.theme.ground
    if not mark.emphasis:
        return _blended(colour.rgb(), ground.rgb(), DIMMED_SHARE)
    if mark.quiet and mark.emphasis == 1:
        return _blended(colour.rgb(), ground.rgb(), QUIET_SHARE)
    return colour


@cache
def _blended(colour: int, ground: int, share: float) -> QColor:
    return blend(QColor.fromRgb(colour), QColor.fromRgb(ground), share)


def outline_stroke(mark: Mark) -> Stroke:
    """The stroke of a mark's outline, for marks that have one."""
    if mark.dotted:
        return Stroke.DOTTED
    return Stroke.DASHED if STATUSES[mark.status] == Status.CANCELLED else Stroke.SOLID
