"""What the stage paints before it is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.composition.talk import Step
from peru_timeline.ui.look.theme import DARK
from peru_timeline.ui.stage.presentation import Presentation


def picture(stage: Presentation) -> QImage:
    return stage.canvas.grab().toImage()


def test_what_was_painted_ahead_is_copied_and_looks_the_same(
    stage: Presentation, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[Composition] = []
    paint = stage.canvas._paint

    def counted(painter: QPainter, composition: Composition) -> None:
        painted.append(composition)
        paint(painter, composition)

    monkeypatch.setattr(stage.canvas, "_paint", counted)
    for _ in range(3):
        stage._prepare_next()
        stage.do("next_event")
        painted.clear()
        ahead = picture(stage)
        assert not painted
        stage.canvas.forget()
        assert picture(stage) == ahead
        assert painted


def test_nothing_painted_ahead_outlives_another_look_or_size(stage: Presentation) -> None:
    size = stage.page_size()
    following = stage.talk.composition(stage.talk.forward(stage.step, size), size)
    stage.canvas.paint_ahead(following)
    stage.canvas.set_theme(DARK)
    stage.canvas.show_composition(following)
    dark = picture(stage)
    assert dark.pixelColor(2, 2) == DARK.ground
    stage.canvas.paint_ahead(stage.talk.composition(Step(1), size))
    stage.resize(1000, 700)
    assert picture(stage).size() == stage.canvas.size()
