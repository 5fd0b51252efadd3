"""The bands behind the events of a composition: bodies as high as the timeline, labels in strips below the axis."""

from __future__ import annotations

from collections.abc import Sequence

from peru_timeline.pictures.composition.composition import BandDrawn, Measures, text_line
from peru_timeline.pictures.composition.styles import BAND_LABEL
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box, elided_line
from peru_timeline.timeline.axis.time_bands import TimeBand, label_rows, time_bands
from peru_timeline.timeline.axis.time_scale import TimeScale

CAP_PX, AFTER_CAPS_PX = 27.0, 10.0  # height of a strip with a label; below the lowest
LABEL_AIR_PX = 8.0


def bands_in_sight(subject: Subject, scale: TimeScale) -> tuple[TimeBand, ...]:
    """The bands of a subject, in px of the scale."""
    sources = subject.chronology.source_by_id
    return time_bands(subject.bands, scale, subject.language, sources)


def caps_px(bands: Sequence[TimeBand], scale: TimeScale, measures: Measures) -> float:
    """Px that the labels take below the axis."""
    rows = _rows(bands, scale, measures)
    return CAP_PX * (1 + max(row for _, row in rows)) + AFTER_CAPS_PX if rows else 0.0


def drawn_bands(
    bands: Sequence[TimeBand], scale: TimeScale, top: float, bottom: float, measures: Measures
) -> tuple[BandDrawn, ...]:
    """The bands from `top`, where their labels begin, to `bottom`."""
    found: list[BandDrawn] = []
    for band, (x, row) in zip(bands, _rows(bands, scale, measures), strict=True):
        y = top + CAP_PX * row
        width = band.right - band.left
        label = text_line(band.label, x, y + CAP_PX / 2, BAND_LABEL, measures)
        found.append(
            BandDrawn(
                band,
                Box(band.left, y, width, bottom - y),
                Box(band.left, y, width, CAP_PX),
                elided_line(label, scale.right_px - x, measures.sans),
            )
        )
    return tuple(found)


def _rows(
    bands: Sequence[TimeBand], scale: TimeScale, measures: Measures
) -> tuple[tuple[float, int], ...]:
    widths = [measures.sans(band.label, BAND_LABEL.px, BAND_LABEL.weight) for band in bands]
    return label_rows(bands, widths, scale.left_px, scale.right_px, LABEL_AIR_PX)
