"""Pages as PDF: vectors, in which text can be searched and copied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from peru_timeline.chronology.text import printable
from peru_timeline.pictures.composition.picture import Picture
from peru_timeline.pictures.phrases import PROGRAM
from peru_timeline.pictures.progress import Progress, unheard
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.audience.picture_painting import paint_picture

DOTS_PER_INCH = 1200
POINTS_PER_INCH = 72

_CODE = rb"<[0-9A-F]{4}>"
_MEANINGS = re.compile(rb"\[(?:" + _CODE + rb" )+\]|\n(" + _CODE + rb") \1 " + _CODE + rb"\n")
"""In a PDF that Qt writes: the characters that some glyphs of a font stand for, or one glyph, as hexadecimal codes."""

_MEANT = {
    "\t": " ",
    "\N{MODIFIER LETTER APOSTROPHE}": "\N{RIGHT SINGLE QUOTATION MARK}",
    "\N{MODIFIER LETTER DOUBLE APOSTROPHE}": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{LATIN SMALL LETTER IOTA}": "\N{GREEK SMALL LETTER IOTA}",
}
"""Of characters that share a glyph of Inter, Qt 6.11 takes the first; the second is the one that people write."""


def pdf(pages: Sequence[Picture], theme: Theme, progress: Progress = unheard) -> bytes | None:
    """Pages of any sizes as one PDF; None if `progress` stopped the work."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(printable(pages[0].title))
    writer.setCreator(PROGRAM)
    writer.setResolution(DOTS_PER_INCH)
    painter = QPainter()
    for number, page in enumerate(pages):
        _set_size(writer, page)
        if number == 0:
            painter.begin(writer)
        else:
            writer.newPage()
        painter.save()
        zoom = DOTS_PER_INCH / page.size.px_per_inch
        painter.scale(zoom, zoom)
        paint_picture(painter, page, theme, vector=True)
        painter.restore()
        if not progress(number + 1, len(pages)):
            painter.end()
            return None
    painter.end()
    return _with_meanings(bytes(buffer.data().data()))


def _set_size(writer: QPdfWriter, page: Picture) -> None:
    # In points: QPageSize takes millimetres, but rounds them to whole points on the way.
    width, height = (
        side / page.size.px_per_inch * POINTS_PER_INCH
        for side in (page.size.width, page.size.height)
    )
    size = QPageSize(
        QSizeF(width, height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))


def _with_meanings(content: bytes) -> bytes:
    """The PDF, its glyphs mapped to the characters that were meant; nothing in it moves."""

    def corrected(match: re.Match[bytes]) -> bytes:
        codes = match[0]
        for taken, meant in _MEANT.items():
            codes = codes.replace(b"<%04X>" % ord(taken), b"<%04X>" % ord(meant))
        return codes

    return _MEANINGS.sub(corrected, content)
