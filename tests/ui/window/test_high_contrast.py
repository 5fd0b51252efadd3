"""High contrast: whatever is written on the timeline can be read at 7:1 (WCAG AAA), and no colour is pale."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from peru_timeline.timeline.regime import Regime
from peru_timeline.ui.look.theme import CONTRAST
from peru_timeline.ui.paint.text_painting import TextPainter
from peru_timeline.ui.state.open_chronology import OpenChronology
from peru_timeline.ui.state.view_state import ViewState
from tests.ui.look.colour_appearance import contrast
from tests.ui.windows import PLAIN, settle, window

READABLE, DISTINCT, NOT_PALE = 7.0, 4.5, 2.5


def between(one: QColor, other: QColor) -> float:
    pairs = ((c.redF(), c.greenF(), c.blueF()) for c in (one, other))
    return contrast(*pairs)


GROUNDS = ("ground", "shade", "panel", "raised", "hover", "pressed")


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "ink_soft", "ink_faint"])
def test_every_ink_is_readable_on_every_ground(ink: str, ground: str) -> None:
    assert between(getattr(CONTRAST, ink), getattr(CONTRAST, ground)) >= READABLE


@pytest.mark.parametrize("ground", ["ground", "panel", "raised"])
@pytest.mark.parametrize("ink", ["accent", "warning"])
def test_links_and_warnings_are_readable(ink: str, ground: str) -> None:
    assert between(getattr(CONTRAST, ink), getattr(CONTRAST, ground)) >= READABLE


def test_marks_are_strong_and_tints_are_not_pale() -> None:
    for bloc, tint in zip(CONTRAST.blocs, CONTRAST.bloc_tints, strict=True):
        assert between(bloc, CONTRAST.ground) >= DISTINCT
        assert between(tint, CONTRAST.ground) >= NOT_PALE
        assert between(CONTRAST.ink, tint) >= READABLE


@pytest.mark.parametrize("regime", list(Regime))
def test_every_text_of_the_scene_is_readable(
    qtbot: QtBot, opened: OpenChronology, monkeypatch: pytest.MonkeyPatch, regime: Regime
) -> None:
    written: dict[str, QColor] = {}
    draw, draw_right = TextPainter.draw, TextPainter.draw_right

    def record(painter: TextPainter, x: float, y: float, text: str, *rest: object) -> object:
        assert isinstance(rest[-1], QColor)
        written[text] = rest[-1]
        return draw(painter, x, y, text, *rest)  # type: ignore[arg-type]

    def record_right(painter: TextPainter, x: float, y: float, text: str, *rest: object) -> object:
        assert isinstance(rest[-1], QColor)
        written[text] = rest[-1]
        return draw_right(painter, x, y, text, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(TextPainter, "draw", record)
    monkeypatch.setattr(TextPainter, "draw_right", record_right)
    state = ViewState(opened)
    whole = window(qtbot, state, PLAIN, CONTRAST, size=(1600, 900))
    state.set_dim_filtered(True)
    state.only("sectors", "mining")
    state.select(int(np.flatnonzero(state.mask)[3]))
    whole.timeline.show_regime(regime)
    whole.timeline.toggle_shelf()
    settle()
    whole.widget.grab()
    titles = {label.text for label in whole.timeline.scene.labels}
    assert len(titles) >= 3
    assert titles & set(written)
    for text, colour in written.items():
        ground = CONTRAST.ground
        if colour == CONTRAST.on_selection:
            ground = CONTRAST.selection
        assert between(colour, ground) >= READABLE, text
