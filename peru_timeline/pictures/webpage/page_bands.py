"""The bands behind the events of a page: stretches of time with their labels, in days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.models import Band
from peru_timeline.chronology.text import in_language, printable
from peru_timeline.pictures.webpage.words import LANGUAGES
from peru_timeline.timeline.axis.time_bands import BAND_STYLES, TimeBand, edges, time_bands
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan

HOME_PX = 1000.0
"""Width of the opening view: ends of which nobody knows more fade over as many days as in a window that wide."""
LONGEST_LABEL = 200


def page_bands(
    bands: Sequence[Band], chronology: Chronology, home: TimeSpan, whole: TimeSpan
) -> list[dict[str, Any]]:
    """What the script draws of each band that the page can show, the longest first, as the shorter lie on them.

    `days` are its ends, `stops` (place 0..1, strength 0..1) between them, `edges` the days of its firm ends.
    """
    reach = TimeSpan(whole.start - whole.width, whole.end + whole.width)
    scale = TimeScale(reach, 0.0, reach.width * HOME_PX / home.width)
    found = time_bands(bands, scale, LANGUAGES[0], chronology.source_by_id)
    return [_described(drawn, bands[drawn.number], scale) for drawn in found]


def _described(drawn: TimeBand, band: Band, scale: TimeScale) -> dict[str, Any]:
    firm = (
        [drawn.left]
        if drawn.is_line
        else [x + width * (x > drawn.left) for x, width in edges(drawn)]
    )
    return {
        "name": {
            lang: printable(in_language(band.label, lang))[:LONGEST_LABEL] for lang in LANGUAGES
        },
        "date": {lang: date_in_words(band.date, lang) for lang in LANGUAGES},
        "colour": BAND_STYLES.index(band.colour),
        "days": [round(scale.to_day(px), 3) for px in (drawn.left, drawn.right)],
        "stops": [[round(part, 4) for part in stop] for stop in drawn.stops],
        "edges": [round(scale.to_day(px), 3) for px in firm],
        "dash": [4] if drawn.dotted else [],
    }
