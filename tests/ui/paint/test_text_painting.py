from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter

from peru_timeline.typefaces import MEDIUM
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint import text_painting
from peru_timeline.ui.paint.text_measure import elided, text_width
from peru_timeline.ui.paint.text_painting import TextPainter
from tests.ui.paint.scenes import (
    on_widget,
)

pytestmark = pytest.mark.usefixtures("qapp")


def test_text_is_measured_as_it_is_painted() -> None:
    assert text_width("What happened", 12.0, MEDIUM) > text_width("What happened", 12.0) > 50


def test_text_is_cut_to_its_room() -> None:
    cut = elided("A very long name of a lane indeed", 12.0, 400, 80)
    assert cut.endswith("…")
    assert text_width(cut, 12.0) <= 80
    assert len(elided("x" * 300_000, 12.0, 400, 80)) < 300


def test_the_pictures_of_text_take_little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_painting, "MOST_BYTES", 100_000)

    def paint(painter: QPainter) -> None:
        text = TextPainter(painter)
        for i in range(500):
            for _ in range(2):
                text.draw(0, 10, f"number {i}", 12.0, 400, LIGHT.ink)

    on_widget(paint, (100, 30), 1.0)
    lines = [line for known in text_painting._pictures.values() for line in known.values()]
    pictures = [line for line in lines if line is not None]
    assert pictures
    assert sum(4 * line.width() * line.height() for line in pictures) < 110_000


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_copied_text_looks_like_text(ratio: float) -> None:
    def paint(painter: QPainter) -> None:
        TextPainter(painter).draw(10, 20, "Copied, quickly", 12.0, 500, LIGHT.ink)

    first, _, copied = (on_widget(paint, (200, 40), ratio) for _ in range(3))
    pairs = zip(bytes(first.constBits()), bytes(copied.constBits()), strict=True)
    assert sum(abs(one - other) for one, other in pairs) / first.sizeInBytes() < 1
