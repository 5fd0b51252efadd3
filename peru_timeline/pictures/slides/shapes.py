"""Native, editable shapes and text boxes on a slide; lengths in design px."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu, Pt

from peru_timeline.chronology.text import printable
from peru_timeline.pictures.sizes import LONG_SIDE_PX, PX_PER_INCH
from peru_timeline.pictures.slides.office_fonts import SANS_NAME, SERIF_NAME
from peru_timeline.pictures.text_lines import Box

EMU_PER_INCH: Final = 914_400
SPARE = 0.3  # of the width of a line: room for fonts that are wider than Arial
# If a font is missing, PowerPoint takes one of the same class.
_SWISS, _ROMAN = "34", "18"
GLYPHS = (
    MSO_SHAPE.OVAL, MSO_SHAPE.RECTANGLE, MSO_SHAPE.DIAMOND,
    MSO_SHAPE.ISOSCELES_TRIANGLE, MSO_SHAPE.REGULAR_PENTAGON, MSO_SHAPE.HEXAGON, MSO_SHAPE.FLOWCHART_MERGE,
)  # fmt: skip
_GLYPH_SCALE = (1.0, 0.88, 1.24, 1.1, 1.08, 1.06, 1.1)  # so that all look equally large


_DECORATION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def emu(px: float) -> Emu:
    """Design px in English Metric Units."""
    return Emu(round(px / PX_PER_INCH * EMU_PER_INCH))


def points(px: float) -> Pt:
    """Design px as a font size, in tenths of a point."""
    return Pt(round(px / PX_PER_INCH * 72, 1))


def add_rectangle(
    shapes: Any, box: Box, colour: str | None, radius: float = 0.0, name: str = ""
) -> Any:
    """A filled rectangle without an outline; `radius` of its corners in px."""
    kind = MSO_SHAPE.ROUNDED_RECTANGLE if radius else MSO_SHAPE.RECTANGLE
    return _added(shapes, kind, box, colour, radius, name)


def add_glyph(shapes: Any, bloc: int, x: float, y: float, size: float, colour: str) -> Any:
    """A bloc's glyph centred at (x, y)."""
    side = size * _GLYPH_SCALE[bloc]
    box = Box(x - side / 2, y - side / 2, side, side)
    return _added(shapes, GLYPHS[bloc], box, colour, 0.0, "")


def add_chevron(shapes: Any, x: float, y: float, size: float, colour: str) -> Any:
    """An angle that points right, `size` px high, centred at (x, y): a bar that goes on."""
    depth, thick = size / 2, 0.2 * size
    box = Box(x - depth / 2 - thick, y - size / 2, depth + thick, size)
    shape = _added(shapes, MSO_SHAPE.CHEVRON, box, colour, 0.0, "")
    shape.adjustments[0] = depth / box.width
    return shape


def _added(shapes: Any, kind: Any, box: Box, colour: str | None, radius: float, name: str) -> Any:
    width, height = max(box.width, 0.5), max(box.height, 0.5)
    shape = shapes.add_shape(kind, emu(box.left), emu(box.top), emu(width), emu(height))
    if radius:
        shape.adjustments[0] = min(radius / min(width, height), 0.5)
    fill(shape, colour)
    shape.line.fill.background()
    # No effects from the template: shadows would blur thin bars.
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
    if name:
        shape.name = printable(name)
    return shape


_THEME = {"tx1": MSO_THEME_COLOR.TEXT_1, "bg1": MSO_THEME_COLOR.BACKGROUND_1}


def _set_colour(target: Any, colour: str) -> None:
    """Set a colour: RRGGBB, or one of the theme, such as "tx1:0.35"."""
    name, _, brightness = colour.partition(":")
    if name in _THEME:
        target.theme_color = _THEME[name]
        target.brightness = float(brightness or 0)
    else:
        target.rgb = _rgb(colour)


def _rgb(colour: str) -> RGBColor:
    parts = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return RGBColor(*parts)  # type: ignore[no-untyped-call]


def _element(tag: str, **attributes: str) -> Any:
    element: Any = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(name, value)
    return element


def fill(shape: Any, colour: str | None) -> None:
    """Fill with a colour, or not at all."""
    if colour is None:
        shape.fill.background()
    else:
        shape.fill.solid()
        _set_colour(shape.fill.fore_color, colour)


def fill_fading(shape: Any, stops: Sequence[tuple[float, str]]) -> None:
    """Fill with colours from left to right; stops are (share of the width, colour)."""
    properties = shape._element.spPr
    for old in properties.findall(qn("a:solidFill")) + properties.findall(qn("a:noFill")):
        properties.remove(old)
    gradient = _element("a:gradFill", rotWithShape="1")
    listed = _element("a:gsLst")
    gradient.append(listed)
    for share, colour in stops:
        stop = _element("a:gs", pos=str(round(share * 100_000)))
        stop.append(_element("a:srgbClr", val=colour))
        listed.append(stop)
    gradient.append(_element("a:lin", ang="0", scaled="0"))
    # The schema wants the fill between the geometry and the line.
    properties.find(qn("a:prstGeom")).addnext(gradient)


def fill_hatched(shape: Any, colour: str, ground: str) -> None:
    """Fill with strokes that rise to the right."""
    from pptx.enum.dml import MSO_PATTERN

    shape.fill.patterned()
    shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    _set_colour(shape.fill.fore_color, colour)
    _set_colour(shape.fill.back_color, ground)


def outline(shape: Any, colour: str, px: float, dash: str | None = None) -> None:
    """Draw an outline; `dash` is a name of DrawingML such as "sysDot" or "dash"."""
    _set_colour(shape.line.color, colour)
    shape.line.width = Emu(emu(px))
    if dash is not None:
        line = shape.line._get_or_add_ln()
        line.append(_element("a:prstDash", val=dash))


def add_text(
    shapes: Any,
    box: Box,
    paragraphs: Sequence[Sequence[tuple[str, float, int, str]]],
    *,
    serif: bool = False,
    loose: bool = False,
    right: bool = False,
    top: bool = False,
    name: str = "",
    spacing: float = 1.0,
    line_px: float | None = None,
) -> Any:
    """A text box; each paragraph is a sequence of runs (text, px, weight, colour).

    A `loose` box has a single line and spare room at its end, so that a font wider than the measured one neither
    breaks the line nor moves it (as LibreOffice does without wrapping).
    """
    if loose:
        room = box.left if right else LONG_SIDE_PX - box.right
        more = max(min(SPARE * box.width + 6.0, room), 0.0)
        box = Box(box.left - (more if right else 0), box.top, box.width + more, box.height)
    shape = shapes.add_textbox(emu(box.left), emu(box.top), emu(box.width), emu(box.height))
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP if top else MSO_ANCHOR.MIDDLE
    for number, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        paragraph.line_spacing = spacing if line_px is None else points(line_px)
        for text, px, weight, colour in runs:
            _add_run(paragraph, printable(text), px, weight, colour, serif=serif)
    if name:
        shape.name = printable(name)
    return shape


def _add_run(
    paragraph: Any, text: str, px: float, weight: int, colour: str, *, serif: bool
) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size = points(px)
    run.font.bold = weight >= 600
    _set_colour(run.font.color, colour)
    properties = run._r.get_or_add_rPr()
    name, pitch = (SERIF_NAME, _ROMAN) if serif else (SANS_NAME, _SWISS)
    for tag in ("a:latin", "a:ea", "a:cs"):
        properties.append(_element(tag, typeface=name, pitchFamily=pitch, charset="0"))


def make_title(shape: Any) -> None:
    """Make a text box the title of its slide, for the outline and for screen readers."""
    properties = shape._element.nvSpPr
    properties.find(qn("p:cNvSpPr")).attrib.pop("txBox", None)
    properties.find(qn("p:nvPr")).append(_element("p:ph", type="title"))


def mark_decoration(slide: Any) -> None:
    """Let screen readers skip shapes that say nothing, such as the ground and rules."""
    for shape in slide.shapes:
        properties = next(shape._element.iter(qn("p:cNvPr")))
        says = shape.has_text_frame and shape.text_frame.text.strip()
        if not says and not properties.get("descr"):
            properties.append(parse_xml(_DECORATION))


def describe(shape: Any, text: str) -> None:
    """Set the alternative text of a shape or group."""
    for element in shape._element.iter(qn("p:cNvPr")):
        element.set("descr", printable(text))
        return


def use_theme_fonts(element: Any) -> None:
    """Set the text of a drawn shape in the typefaces of the theme; quotations stay in their serif."""
    for name, of_theme in (("latin", "+mn-lt"), ("ea", "+mn-ea"), ("cs", "+mn-cs")):
        for font in element.iter(qn(f"a:{name}")):
            if font.get("typeface") == SANS_NAME:
                font.attrib.clear()
                font.set("typeface", of_theme)
