"""Outlines of letters for SVG, each letter once: the picture looks the same where our typefaces are not."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainterPath, QTextLayout

_LETTERS = {
    QPainterPath.ElementType.MoveToElement: "M",
    QPainterPath.ElementType.LineToElement: "L",
    QPainterPath.ElementType.CurveToElement: "C",
    QPainterPath.ElementType.CurveToDataElement: " ",
}


class Outlines:
    """The letters of one picture; `definitions` has the outline of each, `drawn` refers to them."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str, float, int], str] = {}
        self._paths: list[str] = []

    def drawn(self, text: str, font: QFont, x: str, baseline: str, fill: str) -> str:
        """The text as outlines, its beginning at (x, baseline); hidden from screen readers, which read the text."""
        layout = QTextLayout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(len(text))
        layout.endLayout()
        down = line.ascent()
        letters = []
        for run in line.glyphRuns():
            raw = run.rawFont()
            key = (raw.familyName(), raw.styleName(), raw.pixelSize())
            for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
                name = self._name((*key, glyph), raw.pathForGlyph(glyph))
                if name:
                    moved = f' y="{_number(at.y() - down)}"' if abs(at.y() - down) > 0.01 else ""
                    letters.append(f'<use xlink:href="#{name}" x="{_number(at.x())}"{moved}/>')
        return (
            f'<g fill="{fill}" stroke="none" aria-hidden="true" '
            f'transform="translate({x},{baseline})">{"".join(letters)}</g>'
        )

    def _name(self, key: tuple[str, str, float, int], path: QPainterPath) -> str:
        """The id of a letter's outline; empty for a letter without one, such as a space."""
        if key not in self._names:
            self._names[key] = "" if path.isEmpty() else f"l{len(self._paths)}"
            if not path.isEmpty():
                self._paths.append(f'<path id="l{len(self._paths)}" d="{_data(path)}"/>')
        return self._names[key]

    def definitions(self) -> str:
        """The outlines that the drawn texts refer to."""
        return "".join(self._paths)


def _data(path: QPainterPath) -> str:
    parts: list[str] = []
    begun = False
    for number in range(path.elementCount()):
        element = path.elementAt(number)
        letter = _LETTERS[element.type]
        if letter == "M":
            parts.append("Z" if begun else "")
            begun = True
        point = QPointF(element.x, element.y)
        parts.append(f"{letter}{_number(point.x())} {_number(point.y())}")
    return "".join(parts) + "Z"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
