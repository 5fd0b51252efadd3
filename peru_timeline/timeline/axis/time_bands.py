"""Time bands: stretches of time behind the marks, such as governments, and lines at moments, in pixels.

The same rules as for the dates of events: geometry says how well a date is known. Between the earliest and the latest
day of an end the band fades; an end that is open reaches as far as the newest source of the band, or the edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from peru_timeline.chronology.models import Band, BandColour, EvidencedBand, Source
from peru_timeline.chronology.text import in_language, printable
from peru_timeline.timeline.axis.time_scale import TimeScale

TAIL_PX = 60.0  # beside an end of which only the latest, or only the earliest day is known
BAND_STYLES: tuple[BandColour, ...] = ("red", "blue", "teal", "purple", "olive", "grey")
"""The colours of bands, in the order of the styles of blocs that look the same."""
DASH_PX = 8.0
EDGE_SHARE = 0.6  # of its colour that a firm end has
LABEL_STRIP_PX = 12.0  # height of the strip with the label, at the top of the axis of a scene
LINE_PX = 2.0  # of a moment that is known to the day
BODY_SHARE, CAP_SHARE = 0.1, 0.38
"""Of its colour that a band has on the ground: behind the events, where inks must be read, and behind its label."""


class TimeBand(NamedTuple):
    """One band; x in px of the scale."""

    number: int  # its place among the bands that are asked for
    label: str
    colour: BandColour
    left: float
    right: float
    solid_left: float  # before it the band fades in
    solid_right: float  # after it the band fades out
    is_line: bool = False
    open_left: bool = False  # it begins before what is drawn, or nobody knows when
    open_right: bool = False
    dotted: bool = False  # approximate: firm ends are dashed

    @property
    def stops(self) -> tuple[tuple[float, float], ...]:
        """(place 0..1, strength 0..1) along the band; a firm band has strength 1 everywhere."""
        width = max(self.right - self.left, 1e-6)
        begin = min(max((self.solid_left - self.left) / width, 0.0), 1.0)
        end = max(min((self.solid_right - self.left) / width, 1.0), begin)
        stops = [(0.0, 0.0 if begin > 0 else 1.0)]
        stops += [(begin, 1.0)] if begin > 0 else []
        stops += [(end, 1.0)] if begin < end < 1 else []
        return (*stops, (1.0, 0.0 if end < 1 else 1.0))

    @property
    def fades(self) -> bool:
        """Whether either end fades."""
        return self.solid_left > self.left or self.solid_right < self.right

    def contains(self, x: float, slack: float = 0.0) -> bool:
        """Whether `x` is within the band, or within `slack` px of it."""
        return self.left - slack <= x <= self.right + slack


def time_bands(
    bands: Sequence[Band], scale: TimeScale, language: str, sources: Mapping[str, Source]
) -> tuple[TimeBand, ...]:
    """The bands that are in sight, cut off at the ends of the scale; the longest first, as the shorter lie on them."""
    found = _in_sight(bands, scale, language, sources)
    return tuple(sorted(found, key=lambda band: band.left - band.right))


def _in_sight(
    bands: Sequence[Band], scale: TimeScale, language: str, sources: Mapping[str, Source]
) -> Iterator[TimeBand]:
    for number, band in enumerate(bands):
        ends = _ends(band, scale, sources)
        if ends is None:
            continue
        left, solid_left, solid_right, right = ends
        if right < scale.left_px or left > scale.right_px:
            continue
        is_line = band.date.is_day
        if is_line:
            left = right = solid_left = solid_right = (left + right) / 2
        yield TimeBand(
            number,
            printable(in_language(band.label, language)),
            band.colour,
            max(left, scale.left_px),
            min(right, scale.right_px),
            max(solid_left, scale.left_px),
            min(solid_right, scale.right_px),
            is_line,
            left < scale.left_px or band.date.open_start,
            right > scale.right_px or band.date.open_end,
            band.date.approximate,
        )


def _ends(
    band: Band, scale: TimeScale, sources: Mapping[str, Source]
) -> tuple[float, float, float, float] | None:
    """(begins at the earliest, at the latest; ends at the earliest, at the latest) in px; None if nothing is known."""
    date = band.date
    if date.is_unknown:
        return None
    first, latest, earliest, last = (
        None if day is None else scale.px_of_day(day) for day in date.moments
    )
    if not date.is_span and first is not None and last is not None:
        # What is known of a moment: solid in the middle, fading at both ends.
        third = (last - first) / 3
        return first, first + third, last - third, last
    if date.open_end or (last is None and not date.unknown_end):
        last = earliest = max(_as_of(band, scale, sources), first or scale.left_px)
    elif last is None:
        known = first if latest is None else latest
        earliest, last = known, None if known is None else known + TAIL_PX
    if date.open_start:
        first = latest = min(scale.left_px, scale.right_px if last is None else last)
    elif first is None:
        latest = last if latest is None else min(latest, last or latest)
        first = None if latest is None else latest - TAIL_PX
    if first is None or last is None:
        return None
    latest = first if latest is None else min(max(latest, first), last)
    earliest = last if earliest is None else min(max(earliest, latest), last)
    return first, latest, earliest, last


def _as_of(band: Band, scale: TimeScale, sources: Mapping[str, Source]) -> float:
    """Px of the day up to which a band is known to go on."""
    cited = (
        [sources[item.source] for item in band.evidence] if isinstance(band, EvidencedBand) else []
    )
    days = [
        source.issued.moments.latest_end
        for source in cited
        if source.issued is not None and source.issued.moments.latest_end is not None
    ]
    return scale.px_of_day(max(days)) if days else scale.right_px


def edges(band: TimeBand) -> Iterator[tuple[float, float]]:
    """(x, width) of the thin lines at the firm ends of a band, or of the line that it is."""
    if band.is_line:
        yield band.left - LINE_PX / 2, LINE_PX
        return
    if band.solid_left <= band.left and not band.open_left:
        yield band.left, 1.0
    if band.solid_right >= band.right and not band.open_right:
        yield band.right - 1.0, 1.0


def label_rows(
    bands: Sequence[TimeBand], widths_px: Sequence[float], left: float, right: float, air_px: float
) -> tuple[tuple[float, int], ...]:
    """(x, row) of the label of each band: at its left end, in the first row in which it covers no other."""
    ends: list[float] = []
    found: dict[int, tuple[float, int]] = {}
    for place in sorted(range(len(bands)), key=lambda place: bands[place].left):
        width = widths_px[place]
        x = max(min(bands[place].left + air_px, right - width), left)
        row = next((row for row, end in enumerate(ends) if end + air_px <= x), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = x + width
        found[place] = (x, row)
    return tuple(found[place] for place in range(len(bands)))
