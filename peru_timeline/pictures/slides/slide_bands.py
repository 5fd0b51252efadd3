"""Bands on a slide, as native shapes; their colours are blended, so that they survive being flattened."""

from __future__ import annotations

import itertools
from typing import Any

from peru_timeline.pictures.composition.composition import BandDrawn
from peru_timeline.pictures.slides.palette import Palette, blended
from peru_timeline.pictures.slides.shapes import add_rectangle, fill_fading, outline
from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.axis.time_bands import (
    BAND_STYLES,
    BODY_SHARE,
    CAP_SHARE,
    EDGE_SHARE,
    edges,
)


def draw_band(shapes: Any, drawn: BandDrawn, palette: Palette) -> None:
    """Draw the body of a band, the strip of its label, and its firm ends."""
    band, ground = drawn.band, palette.paper
    colour = palette.blocs[BAND_STYLES.index(band.colour)]
    if not band.is_line:
        for box, share in ((drawn.body, BODY_SHARE), (drawn.cap, CAP_SHARE)):
            for (begin, strength), (end, other) in itertools.pairwise(band.stops):
                # A piece for each stretch: LibreOffice draws uneven gradients in one colour.
                part = box._replace(
                    left=box.left + begin * box.width, width=(end - begin) * box.width
                )
                shape = add_rectangle(
                    shapes, part, blended(colour, ground, share * strength), name=band.label
                )
                if strength != other:
                    colours = (blended(colour, ground, share * each) for each in (strength, other))
                    fill_fading(shape, list(zip((0.0, 1.0), colours, strict=True)))
    edge = colour if band.is_line else blended(colour, ground, EDGE_SHARE)
    for x, width in edges(band):
        line = Box(x, drawn.body.top, width, drawn.body.height)
        shape = add_rectangle(shapes, line, None if band.dotted else edge, name=band.label)
        if band.dotted:
            outline(shape, edge, width, "dash")
