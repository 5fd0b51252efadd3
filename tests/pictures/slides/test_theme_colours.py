"""Templates with a dark ground: what is drawn on them is seen there."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Emu

from peru_timeline.pictures.slides.template import template_of
from peru_timeline.pictures.slides.theme_colours import Colours, colours_of
from peru_timeline.ui.export.rendering import palette_of
from peru_timeline.ui.look.theme import LIGHT

NAVY = "101830"
colour: Any = RGBColor  # python-pptx has no types


def deck(*, swapped: bool = False, ground: Any = None, on_layout: bool = False) -> Any:
    """A deck with its title on top; `swapped` has white text on black, as dark themes have."""
    presentation: Any = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(12_192_000), Emu(6_858_000)
    master = presentation.slide_master
    for layout in presentation.slide_layouts:
        for shape in layout.placeholders:
            if "TITLE" in shape.placeholder_format.type.name:
                shape.left, shape.top, shape.width, shape.height = map(
                    Emu, (9**6, 9**5, 9**7, 9**6)
                )
    if swapped:
        names = master._element.find(qn("p:clrMap"))
        names.set("bg1", "dk1")
        names.set("tx1", "lt1")
    if ground is not None:
        place = presentation.slide_layouts.get_by_name("Title Only") if on_layout else master
        fill = place.background.fill
        fill.solid()
        if isinstance(ground, str):
            fill.fore_color.rgb = colour(*bytes.fromhex(ground))
        else:
            fill.fore_color.theme_color = ground
    return presentation


@pytest.mark.parametrize(
    ("presentation", "colours", "is_dark"),
    [
        (deck(), ("FFFFFF", "000000"), False),
        (deck(swapped=True), ("000000", "FFFFFF"), True),
        (deck(swapped=True, ground=NAVY), (NAVY, "FFFFFF"), True),
        (deck(swapped=True, ground=NAVY, on_layout=True), (NAVY, "FFFFFF"), True),
        (deck(ground="FFF8E0"), ("FFF8E0", "000000"), False),
        (deck(ground=MSO_THEME_COLOR.BACKGROUND_2), ("EEECE1", "000000"), False),
    ],
)
def test_ground_and_text(presentation: Any, colours: tuple[str, str], is_dark: bool) -> None:
    found = colours_of(presentation.slide_layouts.get_by_name("Title Only"))
    assert found == Colours(*colours)
    assert found.is_dark is is_dark


def test_on_a_dark_ground_lines_are_faint_and_frames_are_dark() -> None:
    made = io.BytesIO()
    deck(swapped=True, ground=NAVY).save(made)
    palette = template_of(made.getvalue()).palette(palette_of(LIGHT))
    assert (palette.ground, palette.paper, palette.ink) == ("", NAVY, "tx1")

    def brightness(colour: str) -> int:
        return sum(int(colour[i : i + 2], 16) for i in (0, 2, 4))

    order = [palette.shade, palette.line_soft, palette.line, palette.density, palette.ink_faint]
    values = [brightness(NAVY), *map(brightness, [*order, palette.ink_soft])]
    assert values == sorted(set(values))


def test_our_own_slides_are_blended_on_their_ground() -> None:
    palette = palette_of(LIGHT)
    assert palette.paper == palette.ground
