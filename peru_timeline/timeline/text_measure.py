"""Measuring text without knowing any fonts: the one protocol, and shortening by it."""

from __future__ import annotations

from typing import Protocol

ELLIPSIS = "…"
NARROWEST_LETTER_EM = 0.2  # no letter of the bundled font is narrower on average


class TextMeasure(Protocol):
    """Measures one line of text; passed in, so that layout needs no fonts and no Qt."""

    def __call__(self, text: str, font_px: float, weight: int, /) -> float:
        """Width of `text` in px, in a font of `font_px` pixels and CSS `weight`."""


def elided(
    text: str,
    font_px: float,
    weight: int,
    width_px: float,
    measure: TextMeasure,
    suffix: str = "",
) -> str:
    """`text` + `suffix`, the text shortened with "…" where both together are wider than `width_px`.

    The suffix is never shortened. Only as much of `text` as could fit is measured, so a word of 300,000 letters
    costs no more than a short one.
    """
    longest = max(int(width_px / (NARROWEST_LETTER_EM * font_px)) + 1, 0)
    if len(text) <= longest and measure(text + suffix, font_px, weight) <= width_px:
        return text + suffix
    low, high = 0, min(len(text), longest)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + ELLIPSIS + suffix, font_px, weight) <= width_px:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS + suffix
