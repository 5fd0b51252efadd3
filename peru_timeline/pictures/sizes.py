"""Sizes of pictures: asked for in pixels or millimetres, composed in design px.

The longer side of a picture for a screen has 1,600 design px: a picture of 3,840 pixels is the same picture, drawn 2.4
times as large. Smaller pictures are composed in their own pixels, so that text is never smaller than 11 px. Paper has
a fixed number of design px per millimetre, so that a larger sheet shows more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from peru_timeline.pictures.refusals import Refusal

LONG_SIDE_PX, SHORT_SIDE_PX = 1600.0, 900.0
FLATTEST = 4.0  # width by height of the flattest screen: two of 16:9 side by side have 3.6
PX_PER_INCH = 120.0  # of screen pictures: 16:9 is then 13.33 × 7.5 inches, a slide
A4_MM = (297.0, 210.0)
PAPER_PX_PER_MM = LONG_SIDE_PX / A4_MM[0]
SMALLEST_PX, LARGEST_PX = 320, 16_384
SMALLEST_MM, LARGEST_MM = 60, 5_000  # a PDF page can be 5.08 m long
LARGEST_PIXELS = 300_000_000  # of a PNG: they take 1.2 GB of memory
MM_PER_INCH = 25.4


class SizeError(ValueError):
    """A size that is not possible; its text is a sentence."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height in design px; at scale 1 a picture has `zoom` pixels per design px."""

    width: float
    height: float
    zoom: float = 1.0
    px_per_inch: float = PX_PER_INCH  # design px

    @property
    def mm(self) -> tuple[float, float]:
        """Width and height on paper."""
        per_mm = self.px_per_inch / MM_PER_INCH
        return self.width / per_mm, self.height / per_mm

    def pixels(self, scale: float) -> tuple[int, int]:
        """Width and height of a PNG in pixels; raises SizeError if there are too many to hold in memory."""
        size = round(self.width * self.zoom * scale), round(self.height * self.zoom * scale)
        if size[0] * size[1] > LARGEST_PIXELS:
            raise SizeError(Refusal.TOO_MANY_PIXELS.of(*size))
        return size


def of_pixels(width: float, height: float) -> PageSize:
    """The size of a picture that has this many pixels at scale 1; raises SizeError."""
    if not (min(width, height) >= SMALLEST_PX and max(width, height) <= LARGEST_PX):
        raise SizeError(Refusal.PIXELS.of(SMALLEST_PX, LARGEST_PX, f"{width:.0f}", f"{height:.0f}"))
    zoom = max(1.0, max(width, height) / LONG_SIDE_PX)
    return PageSize(width / zoom, height / zoom, zoom)


def of_millimetres(width: float, height: float) -> PageSize:
    """The size of a sheet of paper; raises SizeError."""
    if not (min(width, height) >= SMALLEST_MM and max(width, height) <= LARGEST_MM):
        raise SizeError(
            Refusal.MILLIMETRES.of(SMALLEST_MM, LARGEST_MM, f"{width:g}", f"{height:g}")
        )
    per_mm = PAPER_PX_PER_MM
    return PageSize(round(width * per_mm, 3), round(height * per_mm, 3), 1.0, per_mm * MM_PER_INCH)


def a_size(number: int, portrait: bool = False) -> PageSize:
    """A sheet of paper of the ISO sizes A0 to A6."""
    long, short = 1189, 841
    for _ in range(number):
        long, short = short, long // 2
    return of_millimetres(short, long) if portrait else of_millimetres(long, short)


NAMED = {
    "16:9": of_pixels(1600, 900),
    "4:3": of_pixels(1600, 1200),
    **{f"a{n}": a_size(n) for n in range(5)},
    **{f"a{n}-portrait": a_size(n, portrait=True) for n in range(5)},
}
"""The sizes that have names."""

_FREE = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*[x×]\s*(\d{1,6}(?:\.\d{1,3})?)\s*(px|mm)?", re.ASCII)


def for_audience(size: PageSize, short_px: float = SHORT_SIDE_PX) -> PageSize:
    """The same size of picture with 1,600 design px on its longer side: larger or smaller, it looks the same.

    A screen flatter than 16:9 gets more of them, so many that `short_px` are left for its height; a mere strip does
    not, as its letters would be too small to read.
    """
    long, short = max(size.width, size.height), min(size.width, size.height)
    needed = short_px / short if long <= FLATTEST * short else 0.0
    factor = max(LONG_SIDE_PX / long, needed)
    is_paper = size.px_per_inch != PX_PER_INCH
    per_inch = size.px_per_inch * factor if is_paper else PX_PER_INCH
    return PageSize(size.width * factor, size.height * factor, size.zoom / factor, per_inch)


def page_for(size: PageSize, *, titled: bool) -> PageSize:
    """The page of a composition; what a template leaves below its title is 1,600 px wide, as the slide is."""
    return for_audience(size) if titled else for_audience(size, 0.0)


def parse_size(text: str) -> PageSize:
    """Read "16:9", "a4-portrait", "1920x1080" or "420x297mm"; raises SizeError with a sentence."""
    asked = text.strip().lower()
    if asked in NAMED:
        return NAMED[asked]
    match = _FREE.fullmatch(asked)
    if match is None:
        names = ", ".join(NAMED)
        raise SizeError(Refusal.NO_SIZE.of(text[:40], names))
    make = of_millimetres if match[3] == "mm" else of_pixels
    return make(float(match[1]), float(match[2]))
