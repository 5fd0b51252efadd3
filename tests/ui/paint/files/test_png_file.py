"""Pages as PNG."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage

from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.sizes import NAMED, parse_size
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.look.theme import DARK, LIGHT
from peru_timeline.ui.paint.files.png_file import image_of, png
from peru_timeline.ui.paint.text_measure import text_width


def test_png_is_the_same_each_time_and_says_what_it_is(subject: Subject) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    content = png(page, LIGHT, 2)
    assert content is not None
    assert content == png(compose(subject, PageSpec(NAMED["16:9"]), text_width), LIGHT, 2)
    image = QImage.fromData(content)
    assert (image.width(), image.height()) == (3200, 1800)
    assert round(image.dotsPerMeterX() * 0.0254) == 240
    assert b"sRGB" in content[:200]
    assert image.text("Title") == page.title
    assert image.pixelColor(2, 2) == LIGHT.ground


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_png_holds_what_was_painted(subject: Subject, scale: float) -> None:
    page = compose(subject, PageSpec(parse_size("801x603")), text_width)
    painted = image_of(page, DARK, scale)
    content = png(page, DARK, scale)
    assert content is not None
    read = QImage.fromData(content).convertToFormat(QImage.Format.Format_RGB32)
    painted.setColorSpace(read.colorSpace())
    assert read.size() == painted.size()
    assert bytes(read.constBits()) == bytes(painted.constBits())


def pixels(content: bytes | None) -> np.ndarray:
    assert content is not None
    image = QImage.fromData(content).convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).astype(int)


def test_a_png_painted_band_by_band_is_the_one_painted_at_once(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    at_once = pixels(png(page, LIGHT, 1.3))
    monkeypatch.setattr("peru_timeline.ui.paint.files.png_file.BAND_PIXELS", 2080 * 97)
    heard: list[tuple[int, int]] = []

    def progress(done: int, every: int) -> bool:
        heard.append((done, every))
        return True

    difference = np.abs(pixels(png(page, LIGHT, 1.3, progress)) - at_once)
    assert heard == [(number, 13) for number in range(1, 14)]
    # Edges of bars round otherwise by a shade nobody sees.
    assert difference.max() <= 16
    assert (difference > 0).mean() < 0.001


def test_a_png_can_be_stopped(subject: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peru_timeline.ui.paint.files.png_file.BAND_PIXELS", 1600 * 100)
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    assert png(page, LIGHT, 1, lambda done, _every: done < 3) is None
