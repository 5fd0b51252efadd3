"""What a template's slides look like before anything is drawn on them: the colours of their ground and of text."""

from __future__ import annotations

from typing import Any, NamedTuple

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from peru_timeline.pictures.slides.palette import WHITE

BLACK = "000000"


class Colours(NamedTuple):
    """Two colours as RRGGBB."""

    ground: str
    text: str

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return _lightness(self.ground) < _lightness(self.text)


def colours_of(layout: Any) -> Colours:
    """The colours of a layout; of a gradient its first, and of a picture those of the theme, as it cannot be told."""
    master = layout.slide_master
    scheme = _scheme(master)
    mapped = master._element.find(qn("p:clrMap"))
    names = {} if mapped is None else dict(mapped.attrib)

    def named(element: Any) -> str | None:
        """The first colour within an element."""
        if element is not None:
            for colour in element.iter(qn("a:srgbClr"), qn("a:schemeClr"), qn("a:sysClr")):
                value = colour.get("lastClr") or colour.get("val", "")
                found = scheme.get(names.get(value, value), value)
                if _is_colour(found):
                    return str(found).upper()
        return None

    grounds = (part._element.find(f"{qn('p:cSld')}/{qn('p:bg')}") for part in (layout, master))
    found = next((colour for each in grounds if (colour := named(each))), None)
    ground = found or scheme.get(names.get("bg1", "lt1"), WHITE)
    return Colours(ground, scheme.get(names.get("tx1", "dk1"), BLACK))


def _scheme(master: Any) -> dict[str, str]:
    """The colours of the theme by their names, such as "dk1"; empty if there is no theme that can be read."""
    try:
        theme = parse_xml(master.part.part_related_by(RT.THEME).blob)
    except (KeyError, ValueError, AttributeError):
        return {}
    found: dict[str, str] = {}
    for scheme in theme.iter(qn("a:clrScheme")):
        for entry in scheme:
            colour = next(iter(entry), None)
            value = None if colour is None else colour.get("lastClr") or colour.get("val")
            if _is_colour(value):
                found[entry.tag.rpartition("}")[2]] = str(value).upper()
        break
    return found


def _is_colour(value: str | None) -> bool:
    return (
        value is not None and len(value) == 6 and all(c in "0123456789abcdefABCDEF" for c in value)
    )


def _lightness(colour: str) -> float:
    """0 to 255; the weights are those of Rec. 601."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue
