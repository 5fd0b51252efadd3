"""Palette: the colours of a slide as hexadecimal text."""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """Colours under the names of the theme; `blocs` and `bloc_tints` by style index.

    `ground` is drawn under everything, unless it is empty; `paper` is what then is there, on which colours are blended.
    A colour is RRGGBB, or that of a template's theme with a change of its brightness, such as "tx1:0.35".
    """

    ground: str
    shade: str
    raised: str
    line: str
    line_soft: str
    ink: str
    ink_soft: str
    ink_faint: str
    selection: str
    on_selection: str
    guide: str
    density: str
    blocs: tuple[str, ...]
    bloc_tints: tuple[str, ...]
    paper: str = "FFFFFF"


WHITE = "FFFFFF"


def blended(colour: str, ground: str, share: float) -> str:
    """What `colour` looks like on `ground` at opacity `share`."""
    pairs = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(c * share + g * (1 - share)):02X}" for c, g in pairs)
