"""The look of a deck: our own, or a template's, whose layouts, title, typefaces and colours of text are then used."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from peru_timeline.chronology.text import printable
from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.refusals import Refusal
from peru_timeline.pictures.sizes import LONG_SIDE_PX, NAMED, PageSize
from peru_timeline.pictures.slides.office_fonts import sans_width
from peru_timeline.pictures.slides.palette import WHITE, Palette, blended
from peru_timeline.pictures.slides.shapes import emu, use_theme_fonts
from peru_timeline.pictures.slides.theme_colours import colours_of
from peru_timeline.pictures.text_lines import wrapped
from peru_timeline.typefaces import SEMIBOLD

_TEMPLATE_TYPE = b"presentationml.template.main+xml"
_DECK_TYPE = b"presentationml.presentation.main+xml"
_FURNITURE = ("DATE", "FOOTER", "SLIDE_NUMBER")
NO_WIDER_THAN_ARIAL = frozenset(
    {
        "Aptos", "Arial", "Arial Narrow", "Calibri", "Calibri Light", "Cambria", "Candara", "Corbel",
        "Franklin Gothic Book", "Garamond", "Gill Sans MT", "Helvetica", "Times New Roman",
    }
)  # fmt: skip
"""Typefaces of themes in which what was measured in Arial has room; where a theme has another, Arial stays."""
LARGEST_TITLE_PT, LEAST_TITLE_PT, TITLE_SPARE = 44.0, 18.0, 1.1
DARK_SHARES = (0.8, 0.68, 0.55, 0.22, 0.13, 0.07)
"""Of the colour of text on a dark ground: soft and faint text, counted events, both lines of the grid, the panel."""
DARK_BLOC_SHARE = 0.75  # of the colour of a bloc on a dark ground, the rest is white
LEAST_SHARE = 0.55  # of the height of a slide that must be left below the title


class Template:
    """The program's own look: white, with the title where the composition puts it."""

    page_size: PageSize = NAMED["16:9"]

    def opened(self) -> Any:
        """A new presentation without slides."""
        return Presentation()

    def layout(self, presentation: Any) -> Any:
        """The layout for all slides: one with nothing but a title."""
        return title_layout(presentation)

    def palette(self, palette: Palette) -> Palette:
        """The colours to draw in."""
        return palette

    def write(self, slide: Any, _title: str, draw: Callable[[Any], None]) -> None:
        """Draw on an empty slide; our title is a text box that becomes its title."""
        for placeholder in list(slide.placeholders):
            placeholder._element.getparent().remove(placeholder._element)
        draw(slide)


HOUSE = Template()


class ForeignTemplate(Template):
    """A template of the reader's."""

    def __init__(self, content: bytes) -> None:
        """`content` is that of a .potx or .pptx; raises PageError with a sentence if it has no usable layout."""
        self._content = _as_deck(content)
        presentation = self.opened()
        layout = self.layout(presentation)
        title = next(p for p in layout.placeholders if "TITLE" in p.placeholder_format.type.name)
        self._colours = colours_of(layout)
        width, height = presentation.slide_width, presentation.slide_height
        below = height - (title.top + title.height)
        if width <= height or below < LEAST_SHARE * height:
            raise PageError(Refusal.NO_LAYOUT.of())
        self._has_narrow_font = _body_font(presentation) in NO_WIDER_THAN_ARIAL
        self._factor = width / emu(LONG_SIDE_PX)
        self._down = title.top + title.height
        self.page_size = PageSize(LONG_SIDE_PX, LONG_SIDE_PX * below / width)

    def opened(self) -> Any:
        """The template without the slides in it."""
        presentation = _presentation(self._content)
        ids = presentation.slides._sldIdLst
        for entry in list(ids):
            presentation.part.drop_rel(entry.rId)
            ids.remove(entry)
        return presentation

    def palette(self, palette: Palette) -> Palette:
        """Text and lines in the colours of the theme; blocs keep theirs, as they mean something."""
        ground, text = self._colours
        themed = palette._replace(ground="", paper=ground, ink="tx1", density="tx1:0.5")
        if not self._colours.is_dark:
            return themed._replace(
                ink_soft="tx1:0.35",
                ink_faint="tx1:0.35",
                line="tx1:0.85",
                line_soft="tx1:0.9",
                shade="bg1:-0.05",
            )
        # On a dark ground a lighter text would be no fainter, and what is dark on white could not be seen.
        soft, faint, density, line, line_soft, shade = (
            blended(text, ground, share) for share in DARK_SHARES
        )
        return themed._replace(
            ink_soft=soft,
            ink_faint=faint,
            density=density,
            line=line,
            line_soft=line_soft,
            shade=shade,
            blocs=tuple(blended(bloc, WHITE, DARK_BLOC_SHARE) for bloc in palette.blocs),
        )

    def write(self, slide: Any, title: str, draw: Callable[[Any], None]) -> None:
        """Write the title where the layout has it, and draw below it."""
        for placeholder in list(slide.placeholders):
            if placeholder is not slide.shapes.title and placeholder._element is not (
                slide.shapes.title._element
            ):
                placeholder._element.getparent().remove(placeholder._element)
        own = {shape._element for shape in slide.shapes}
        _write_title(slide, printable(title))
        draw(slide)
        for shape in slide.shapes:
            if shape._element not in own:
                _fit(shape._element, self._factor, self._down)
                if self._has_narrow_font:
                    use_theme_fonts(shape._element)


def template_of(content: bytes | None) -> Template:
    """The template in the bytes of a file; ours for None."""
    return HOUSE if content is None else ForeignTemplate(content)


def title_layout(presentation: Any) -> Any:
    """The layout with a title and the fewest other things; raises PageError if none has a title."""
    found = []
    for number, layout in enumerate(presentation.slide_layouts):
        names = [placeholder.placeholder_format.type.name for placeholder in layout.placeholders]
        content = [name for name in names if name not in _FURNITURE]
        if any("TITLE" in name and "SUBTITLE" not in name for name in content):
            found.append((layout._element.get("type") != "titleOnly", len(content), number, layout))
    if not found:
        raise PageError(Refusal.NO_LAYOUT.of())
    return min(found, key=lambda entry: entry[:3])[3]


def _write_title(slide: Any, title: str) -> None:
    """Write the title in its placeholder, so small that it fits: layouts expect shorter ones."""
    shape = slide.shapes.title
    shape.text_frame.text = title
    width, height = shape.width.pt, shape.height.pt
    size = LARGEST_TITLE_PT
    while size > LEAST_TITLE_PT:
        lines = wrapped(title, TITLE_SPARE * size, SEMIBOLD, width, sans_width)
        if len(lines) * 1.2 * size <= height:
            break
        size -= 1.0
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)


def _body_font(presentation: Any) -> str:
    """The typeface of text in the theme; empty if it cannot be told."""
    try:
        theme = presentation.slide_master.part.part_related_by(RT.THEME)
        fonts = parse_xml(theme.blob).iter(qn("a:minorFont"))
        return str(next(fonts).find(qn("a:latin")).get("typeface"))
    except (KeyError, StopIteration, AttributeError, ValueError):
        return ""


def _fit(element: Any, factor: float, down: int) -> None:
    """Scale a drawn shape about the slide's corner and move it down."""
    top = next((x for x in element.iter(qn("a:xfrm"))), None)
    for tag, names in (
        ("a:off", ("x", "y")),
        ("a:chOff", ("x", "y")),
        ("a:ext", ("cx", "cy")),
        ("a:chExt", ("cx", "cy")),
        ("a:ln", ("w",)),
        ("a:rPr", ("sz",)),
        ("a:endParaRPr", ("sz",)),
        ("a:spcPts", ("val",)),
    ):
        for part in element.iter(qn(tag)):
            for name in names:
                if part.get(name) is not None:
                    part.set(name, str(round(int(part.get(name)) * factor)))
    if top is not None:
        off = top.find(qn("a:off"))
        off.set("y", str(int(off.get("y")) + down))


def _as_deck(content: bytes) -> bytes:
    """A template as a deck: python-pptx opens only those."""
    made = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as source,
            zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for name in source.namelist():
                part = source.read(name)
                if name == "[Content_Types].xml":
                    part = part.replace(_TEMPLATE_TYPE, _DECK_TYPE)
                target.writestr(name, part)
    except (zipfile.BadZipFile, RuntimeError, OSError):
        raise PageError(Refusal.NOT_A_DECK.of()) from None
    return made.getvalue()


def _presentation(content: bytes) -> Any:
    try:
        return Presentation(io.BytesIO(content))
    except Exception:  # python-pptx raises whatever XML and packages raise
        raise PageError(Refusal.NOT_A_DECK.of()) from None
