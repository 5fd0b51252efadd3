"""How different two colours look: CAM02-UCS (Luo, Cui and Li 2006) after CIECAM02, and what colour blind eyes see.

Viewing conditions are those usual for sRGB screens: white D65, background 20 %, average surround, adapting
luminance 64/π/5 cd/m². Colour blindness as in Machado, Oliveira and Fernandes 2009, at full severity.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RGB_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
CAT02 = np.array([[0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834]])
HPE = np.array([[0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0.0, 0.0, 1.0]])
WHITE = 100 * RGB_TO_XYZ.sum(axis=1)
ADAPTING, BACKGROUND = 64 / np.pi / 5, 20.0
SURROUND_F, SURROUND_C, SURROUND_NC = 1.0, 0.69, 1.0

SIGHT = {
    "normal": np.eye(3),
    "no red cones": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "no green cones": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "no blue cones": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}


def linear(rgb: tuple[float, float, float]) -> Floats:
    """Light of an sRGB colour (0..1)."""
    value = np.asarray(rgb, dtype=np.float64)
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def seen(rgb: tuple[float, float, float], sight: str) -> Floats:
    """Light as eyes of a kind see it."""
    return np.clip(SIGHT[sight] @ linear(rgb), 0.0, 1.0)


def difference(
    one: tuple[float, float, float], other: tuple[float, float, float], sight: str
) -> float:
    """ΔE of two sRGB colours in CAM02-UCS."""
    return float(np.linalg.norm(_ucs(seen(one, sight)) - _ucs(seen(other, sight))))


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """WCAG 2 contrast, 1..21."""
    dark, light = sorted(float(RGB_TO_XYZ[1] @ linear(c)) for c in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _ucs(light: Floats) -> Floats:
    """(J', a', b')"""
    k = 1 / (5 * ADAPTING + 1)
    f_l = 0.2 * k**4 * 5 * ADAPTING + 0.1 * (1 - k**4) ** 2 * (5 * ADAPTING) ** (1 / 3)
    n = BACKGROUND / WHITE[1]
    n_bb = 0.725 * n**-0.2
    z = 1.48 + np.sqrt(n)
    adapted = _adapted(100 * RGB_TO_XYZ @ light, f_l)
    achromatic = _achromatic(adapted, n_bb)
    white = _achromatic(_adapted(WHITE, f_l), n_bb)
    a = adapted @ np.array([1.0, -12 / 11, 1 / 11])
    b = adapted @ np.array([1.0, 1.0, -2.0]) / 9
    hue = np.arctan2(b, a)
    lightness = 100 * (achromatic / white) ** (SURROUND_C * z)
    eccentricity = (np.cos(hue + 2) + 3.8) / 4
    t = 50000 / 13 * SURROUND_NC * n_bb * eccentricity * np.hypot(a, b)
    t /= adapted @ np.array([1.0, 1.0, 21 / 20])
    chroma = t**0.9 * np.sqrt(lightness / 100) * (1.64 - 0.29**n) ** 0.73
    colourfulness = np.log(1 + 0.0228 * chroma * f_l**0.25) / 0.0228
    return np.array(
        [
            1.7 * lightness / (1 + 0.007 * lightness),
            colourfulness * np.cos(hue),
            colourfulness * np.sin(hue),
        ]
    )


def _adapted(xyz: Floats, f_l: float) -> Floats:
    """Responses of the cones, adapted to the screen's white."""
    degree = SURROUND_F * (1 - np.exp((-ADAPTING - 42) / 92) / 3.6)
    gain = degree * WHITE[1] / (CAT02 @ WHITE) + 1 - degree
    cones = HPE @ np.linalg.solve(CAT02, gain * (CAT02 @ xyz))
    power = (f_l * np.abs(cones) / 100) ** 0.42
    return np.asarray(np.sign(cones) * 400 * power / (power + 27.13) + 0.1)


def _achromatic(adapted: Floats, n_bb: float) -> float:
    return float((adapted @ np.array([2.0, 1.0, 1 / 20]) - 0.305) * n_bb)
