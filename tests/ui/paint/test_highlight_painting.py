"""The frame of a highlighted event has the colour of its bloc, on the screen and in files."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from peru_timeline.chronology.arranging.edits import NO_EDITS
from peru_timeline.chronology.query import Query
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import Composition, CompositionSpec
from peru_timeline.pictures.sizes import parse_size
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint.audience.composition_painting import paint_composition
from peru_timeline.ui.paint.audience.picture_painting import MEASURES
from peru_timeline.ui.paint.files.svg_file import svg
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.subjects import subject_of

LEAST_DIFFERENCE = 24  # of a channel, where an edge is smoothed


def painted(composition: Composition, kind: str) -> QImage:
    picture = QImage(1600, 900, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    if kind == "screen":
        paint_composition(painter, composition, LIGHT)
    else:
        text = "live" if kind == "live" else "outlines"
        QSvgRenderer(svg(composition, LIGHT, text)).render(painter)  # type: ignore[arg-type]
    painter.end()
    return picture


@pytest.mark.parametrize("kind", ["screen", "live", "outlines"])
def test_the_frame_has_the_colour_of_the_bloc(opened: OpenChronology, kind: str) -> None:
    subject = subject_of(opened, Query(text="chancay"))
    event = compose_for_audience(subject, CompositionSpec(parse_size("16:9")), MEASURES).events[0]
    edits = NO_EDITS.highlighting(subject.chronology.events[event].id)
    subject = replace(subject, view=replace(subject.view, edits=edits))
    composition = compose_for_audience(subject, CompositionSpec(parse_size("16:9")), MEASURES)
    told = composition.item(event)
    assert told is not None
    picture = painted(composition, kind)
    frame = told.frame
    middle = round(frame.top + frame.height / 2)
    colour = LIGHT.blocs[told.mark.bloc]
    edge = [picture.pixelColor(round(frame.left) + step, middle) for step in range(-3, 4)]
    assert any(_near(found, colour) for found in edge)
    assert all(found.blue() >= colour.blue() - LEAST_DIFFERENCE for found in edge)  # no dark line


def _near(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= LEAST_DIFFERENCE for a, b in pairs)
