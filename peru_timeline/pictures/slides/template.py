"""The look of a deck: our own, or a template's, whose layouts, title, typefaces and colours of text are then used."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from peru_timeline.chronology.text import printable
from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.refusals import Refusal
from peru_timeline.pictures.sizes import LONG_SIDE_PX, NAMED, PageSize
from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.slides.shapes import emu, use_theme_fonts

_TEMPLATE_TYPE = b"presentationml.template.main+xml"
_DECK_TYPE = b"presentationml.presentation.main+xml"
_FURNITURE = ("DATE", "FOOTER", "SLIDE_NUMBER")
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
        width, height = presentation.slide_width, presentation.slide_height
        below = height - (title.top + title.height)
        if width <= height or below < LEAST_SHARE * height:
            raise PageError(Refusal.NO_LAYOUT.of())
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
        return palette._replace(
            ground="",
            ink="tx1",
            ink_soft="tx1:0.35",
            ink_faint="tx1:0.35",
            line="tx1:0.85",
            line_soft="tx1:0.9",
            shade="bg1:-0.05",
            density="tx1:0.5",
        )

    def write(self, slide: Any, title: str, draw: Callable[[Any], None]) -> None:
        """Write the title where the layout has it, and draw below it."""
        for placeholder in list(slide.placeholders):
            if placeholder is not slide.shapes.title and placeholder._element is not (
                slide.shapes.title._element
            ):
                placeholder._element.getparent().remove(placeholder._element)
        own = {shape._element for shape in slide.shapes}
        slide.shapes.title.text_frame.text = printable(title)
        draw(slide)
        for shape in slide.shapes:
            if shape._element not in own:
                _fit(shape._element, self._factor, self._down)
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
