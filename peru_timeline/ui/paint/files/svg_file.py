"""Pictures as SVG.

Letters are drawn as outlines, so that the picture looks the same where our typefaces are not; over them lies the same
text, transparent, to be selected, searched and read aloud. Or the text itself is drawn, with the letters it uses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape, unescape
from typing import Literal

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from peru_timeline.chronology.text import printable
from peru_timeline.pictures.composition.picture import Picture
from peru_timeline.pictures.page import Page
from peru_timeline.pictures.sizes import PX_PER_INCH, PageSize
from peru_timeline.pictures.webpage.letters import letters
from peru_timeline.timeline.metrics import DATE_GAP_PX
from peru_timeline.typefaces import MEDIUM, REGULAR, SANS, SERIF
from peru_timeline.ui.look.fonts import font_of
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.audience.picture_painting import paint_picture
from peru_timeline.ui.paint.files.svg_outlines import Outlines
from peru_timeline.ui.paint.text_measure import serif_width, text_width

SVG_DPI = 96  # the default of QSvgGenerator; others change the size that it writes
SAME_PX = 0.05  # positions that differ less are the same
_AS_WRITTEN = "text{font-variant-ligatures:none}"  # neither calt nor liga, see look.fonts
_FALLBACKS = {
    SANS: f"{SANS}, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif",
    SERIF: f"'{SERIF}', Georgia, 'Times New Roman', 'Liberation Serif', serif",
}
SvgText = Literal["outlines", "live"]
"""How letters are drawn: as outlines under transparent text, or as text."""
_TEXT = re.compile(
    r'<text fill="(?P<fill>[^"]*)" fill-opacity="(?P<opacity>[^"]*)" stroke="none" '
    r'xml:space="preserve" x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" font-family="(?P<family>[^"]*)" '
    r'font-size="(?P<size>[^"]*)" font-weight="(?P<weight>\d+)" font-style="[^"]*"\s*>'
    r"(?P<text>[^<]*)</text>"
)
_ROLE = "graphics-document document"  # an "img" has no parts: its texts would not be read aloud
_EMPTY_GROUP = re.compile(r"<g [^>]*>\s*</g>\s*")
_SIZE = re.compile(r'<svg width="[^"]*" height="[^"]*"')
_HEAD = re.compile(r"<title>.*?</desc>", re.DOTALL)


def svg(page: Picture, theme: Theme, text: SvgText = "outlines") -> bytes:
    """The picture as SVG with the letters that it uses; the same picture always gives the same bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    width, height = page.size.width * page.size.zoom, page.size.height * page.size.zoom
    generator.setViewBox(QRectF(0, 0, page.size.width, page.size.height))
    generator.setSize(QSizeF(width, height).toSize())
    generator.setResolution(SVG_DPI)
    generator.setTitle("title")
    generator.setDescription("description")
    painter = QPainter(generator)
    paint_picture(painter, page, theme, vector=True)
    painter.end()
    written = bytes(buffer.data().data()).decode("utf-8")
    return _finished(written, page, Outlines() if text == "outlines" else None).encode("utf-8")


def _finished(text: str, page: Picture, outlines: Outlines | None) -> str:
    """Qt's SVG with fallback fonts, the width of each text, the letters used, and its exact size."""
    used: dict[tuple[str, int], set[str]] = {}
    ends = _before_marks(page) if isinstance(page, Page) else {}
    text = _TEXT.sub(lambda match: _text_element(match, used, ends, outlines), text)
    shorter = None
    while shorter != text:
        shorter, text = text, _EMPTY_GROUP.sub("", text)
    head = f"<title>{_xml(page.title)}</title>\n<desc>{_xml(page.description)}</desc>"
    faces = "" if outlines else _font_faces(used)
    style = f"<style>{faces}{_AS_WRITTEN}</style>"
    text = _HEAD.sub(lambda _: head, text, count=1)
    text = _SIZE.sub(f'<svg role="{_ROLE}" {_size(page.size)}', text, count=1)
    outlined = outlines.definitions() if outlines else ""
    return text.replace("<defs>", f"{style}\n<defs>{outlined}", 1)


def _size(size: PageSize) -> str:
    """Width and height: paper in millimetres, other pictures in pixels."""
    if size.px_per_inch != PX_PER_INCH:
        width, height = size.mm
        return f'width="{width:.2f}mm" height="{height:.2f}mm"'
    return f'width="{size.width * size.zoom:g}px" height="{size.height * size.zoom:g}px"'


def _before_marks(page: Page) -> dict[str, list[float]]:
    """Text -> the x (scene px) at which it begins, for titles and dates that are to the left of their mark."""
    ends: dict[str, list[float]] = {}
    for label in page.scene.labels:
        mark = page.scene.mark_of(label.event, label.lane)
        if mark is not None and label.x + label.width <= mark.box_left:
            weight = MEDIUM if label.bold else REGULAR
            ends.setdefault(label.text, []).append(label.x)
            after = label.x + text_width(label.text, label.font_px, weight) + DATE_GAP_PX
            ends.setdefault(label.detail, []).append(after)
    return ends


def _text_element(
    match: re.Match[str],
    used: dict[tuple[str, int], set[str]],
    ends: Mapping[str, Sequence[float]],
    outlines: Outlines | None,
) -> str:
    """One line of text.

    `textLength` keeps it as wide as it was laid out in any other font; in programs that ignore it, a title to the
    left of its mark still ends there.
    """
    text, weight, size = unescape(match["text"]), int(match["weight"]), float(match["size"])
    if not text.strip():
        return ""
    family = SERIF if SERIF in match["family"] else SANS
    used.setdefault((family, weight), set()).update(text)
    width = (serif_width if family == SERIF else text_width)(text, size, weight)
    x, anchor = match["x"], ""
    opacity = "" if match["opacity"] == "1" else f' fill-opacity="{match["opacity"]}"'
    drawn = ""
    if outlines is not None:
        opacity = ' fill-opacity="0"'
        font = font_of(size, weight, serif=family == SERIF)
        drawn = outlines.drawn(text, font, x, match["y"], match["fill"])
    elif any(abs(float(x) - begin) < SAME_PX for begin in ends.get(text, ())):
        x, anchor = f"{float(x) + width:.2f}", ' text-anchor="end"'
    return (
        f'{drawn}<text fill="{match["fill"]}"{opacity} stroke="none" x="{x}" y="{match["y"]}"{anchor} '
        f'font-family="{_FALLBACKS[family]}" font-size="{match["size"]}" font-weight="{weight}" '
        f'textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs">{_xml(text)}</text>'
    )


def _xml(text: str) -> str:
    return escape(printable(text), quote=False)


def _font_faces(used: Mapping[tuple[str, int], set[str]]) -> str:
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/woff;base64,"
        f"{letters(family, weight, ''.join(sorted(characters)))})}}"
        for (family, weight), characters in sorted(used.items())
    )
