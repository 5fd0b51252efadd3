"""Whether Office opens a deck: the schemas of ECMA-376 and the rules of Microsoft's SDK, by openxml-audit.

Beside them what both allow and readers see: a shape without a place, text too small for the last row.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.oxml.ns import qn

PX_WIDE = 1600
SMALLEST_PX = 18


def faults_of(content: bytes) -> list[str]:
    """What the schemas and rules find in a deck."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deck.pptx")
        path.write_bytes(content)
        return [str(error) for error in OpenXmlValidator(max_errors=0).validate(str(path)).errors]


def shapes_without_a_place(content: bytes) -> list[str]:
    """Names of shapes with neither a place of their own nor one of the layout."""
    return [
        next(element.iter(qn("p:cNvPr"))).get("name", "")
        for slide in Presentation(io.BytesIO(content)).slides
        for element in slide._element.iter(qn("p:sp"), qn("p:cxnSp"), qn("p:pic"))
        if element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}") is None
        and next(element.iter(qn("p:ph")), None) is None
    ]


def smallest_text_px(content: bytes) -> float:
    """The smallest text of a deck, with the slide 1600 px wide."""
    presentation = Presentation(io.BytesIO(content))
    px_per_point = 12_700 * PX_WIDE / (presentation.slide_width or 1)
    return min(
        int(run.get("sz")) / 100 * px_per_point
        for slide in presentation.slides
        for run in slide._element.iter(qn("a:rPr"))
        if run.get("sz")
    )
