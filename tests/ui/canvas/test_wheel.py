"""Wheels and touch pads: every form in which systems report them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.canvas.input.wheel import Asked, Turn, Wheel
from peru_timeline.ui.canvas.overview_strip import OverviewStrip
from peru_timeline.ui.look.theme import LIGHT

NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PLAIN, BEGIN, UPDATE, END, MOMENTUM = (
    Qt.ScrollPhase.NoScrollPhase,
    Qt.ScrollPhase.ScrollBegin,
    Qt.ScrollPhase.ScrollUpdate,
    Qt.ScrollPhase.ScrollEnd,
    Qt.ScrollPhase.ScrollMomentum,
)
PAD = QPointingDevice(
    "pad", 1, QInputDevice.DeviceType.TouchPad, QPointingDevice.PointerType.Finger,
    QInputDevice.Capability.PixelScroll, 2, 0,
)  # fmt: skip

Step = tuple[tuple[int, int], tuple[int, int], Qt.KeyboardModifier, Qt.ScrollPhase]
"""(pixelDelta, angleDelta, modifiers, phase)"""


def turned(step: Step, device: QPointingDevice | None = None) -> QWheelEvent:
    pixels, angle, modifiers, phase = step
    at, buttons = QPointF(300, 30), Qt.MouseButton.NoButton
    shape = (at, at, QPoint(*pixels), QPoint(*angle), buttons, modifiers, phase, False)
    if device is None:
        return QWheelEvent(*shape)
    return QWheelEvent(*shape, Qt.MouseEventSource.MouseEventNotSynthesized, device)


@pytest.mark.parametrize(
    ("step", "asked"),
    [
        (((0, 0), (0, 120), NONE, PLAIN), Turn(Asked.TURN, 0, 1)),
        (((0, 0), (0, -60), NONE, PLAIN), Turn(Asked.TURN, 0, -0.5)),
        (((0, 0), (120, 0), NONE, PLAIN), Turn(Asked.SHARE, 1, 0)),
        (((0, 0), (0, 120), SHIFT, PLAIN), Turn(Asked.SHARE, 0, 1)),
        (((0, 0), (0, 120), CTRL, PLAIN), Turn(Asked.ZOOM, 0, 1)),
        (((0, 60), (0, 0), CTRL, UPDATE), Turn(Asked.ZOOM, 0, 1)),
        (((60, 0), (0, 0), CTRL, UPDATE), Turn(Asked.ZOOM, 1, 0)),
        (((5, -7), (10, -14), NONE, UPDATE), Turn(Asked.PAN, 5, -7)),
        (((5, -7), (0, 0), NONE, PLAIN), Turn(Asked.PAN, 5, -7)),
        (((0, 0), (0, 0), NONE, BEGIN), None),
        (((0, 0), (0, 0), NONE, END), None),
        (((0, 0), (0, 0), CTRL, PLAIN), None),
        (((0, 0), (0, 0), SHIFT, PLAIN), None),
        (((0, 0), (0, 120), NONE, MOMENTUM), Turn(Asked.PAN, 0, 60)),
    ],
)
def test_one_event(step: Step, asked: Turn | None) -> None:
    assert Wheel().read(turned(step)) == asked


def test_a_touch_pad_without_pixels_pans() -> None:
    assert Wheel().read(turned(((0, 0), (0, 20), NONE, PLAIN), PAD)) == Turn(Asked.PAN, 0, 10)


@pytest.mark.parametrize(
    ("fingers", "rolling", "asked"),
    [
        (NONE, CTRL, Asked.PAN),  # Ctrl pressed while it rolls on changes nothing
        (NONE, SHIFT, Asked.PAN),
        (CTRL, CTRL, None),  # and a zoom does not roll on
        (CTRL, NONE, None),
        (SHIFT, NONE, Asked.SHARE),
    ],
)
def test_what_rolls_on_goes_on_as_it_began(
    fingers: Qt.KeyboardModifier, rolling: Qt.KeyboardModifier, asked: Asked | None
) -> None:
    wheel = Wheel()
    wheel.read(turned(((0, 0), (0, 0), fingers, BEGIN)))
    wheel.read(turned(((0, 9), (0, 18), fingers, UPDATE)))
    found = wheel.read(turned(((0, 6), (0, 12), rolling, MOMENTUM)))
    assert (None if found is None else found.asked) is asked
    after = wheel.read(turned(((0, 6), (0, 12), CTRL, UPDATE)))
    assert after is not None
    assert after.asked is Asked.ZOOM


@pytest.fixture
def strip(qtbot: QtBot) -> OverviewStrip:
    made = OverviewStrip(LIGHT)
    qtbot.addWidget(made)
    made.resize(750, 58)
    made._home = TimeSpan(0.0, 600.0)  # a day is a pixel
    made.set_visible_span(TimeSpan(200.0, 300.0))
    return made


@pytest.mark.parametrize(
    ("step", "span", "zoom"),
    [
        (((30, 0), (0, 0), NONE, UPDATE), TimeSpan(170.0, 270.0), None),
        (((0, -30), (0, 0), NONE, UPDATE), TimeSpan(230.0, 330.0), None),
        (((0, 30), (0, 60), CTRL, MOMENTUM), TimeSpan(170.0, 270.0), None),
        (((0, 0), (120, 0), NONE, PLAIN), TimeSpan(140.0, 240.0), None),
        (((0, 0), (0, 120), NONE, PLAIN), None, 1.0),
        (((0, 60), (0, 0), CTRL, UPDATE), None, 1.0),
        (((0, 0), (0, 0), NONE, BEGIN), None, None),
    ],
)
def test_over_the_overview(
    strip: OverviewStrip, step: Step, span: TimeSpan | None, zoom: float | None
) -> None:
    spans: list[TimeSpan] = []
    zooms: list[float] = []
    strip.span_requested.connect(lambda asked, _glide: spans.append(asked))
    strip.zoom_requested.connect(zooms.append)
    QApplication.sendEvent(strip, turned(step))
    assert spans == ([] if span is None else [span])
    assert zooms == ([] if zoom is None else [zoom])
