from __future__ import annotations

import itertools
from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from pytestqt.qtbot import QtBot

from peru_timeline.typefaces import BOLD, MEDIUM, REGULAR, SANS, SEMIBOLD, SERIF
from peru_timeline.ui.look.fonts import font_of, load_family
from peru_timeline.ui.look.style import palette_of, style_sheet
from peru_timeline.ui.look.theme import LIGHT, THEMES, Theme, blend, text_scale, theme_for
from tests.ui.look.colour_appearance import SIGHT, contrast, difference

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def between(one: QColor, other: QColor) -> float:
    return contrast(rgb(one), rgb(other))


@every_theme
@pytest.mark.parametrize("ink", ["ink", "ink_soft", "ink_faint", "accent", "warning"])
def test_text_is_readable_on_every_ground(theme: Theme, ink: str) -> None:
    for ground in ("ground", "shade", "panel", "raised", "hover", "pressed"):
        if ground == "pressed" and ink in ("accent", "warning"):
            continue  # links and warnings never stand on a pressed button
        assert between(getattr(theme, ink), getattr(theme, ground)) >= 4.5, ground


@every_theme
def test_text_is_readable_on_what_is_chosen(theme: Theme) -> None:
    assert between(theme.on_selection, theme.selection) >= 4.5
    assert between(theme.ink, theme.highlight) >= 4.5
    assert between(theme.ground, theme.ink) >= 4.5  # tooltips
    for tint in theme.bloc_tints:
        assert between(theme.ink, tint) >= 4.5


@every_theme
def test_what_is_disabled_and_placeholders_are_readable_too(qapp: object, theme: Theme) -> None:
    palette = palette_of(theme)
    base = palette.color(QPalette.ColorRole.Base)
    assert between(palette.color(QPalette.ColorRole.PlaceholderText), base) >= 4.5
    disabled = QPalette.ColorGroup.Disabled
    pairs = (("WindowText", "Window"), ("Text", "Base"), ("ButtonText", "Button"))
    for ink, ground in pairs:
        written = palette.color(disabled, getattr(QPalette.ColorRole, ink))
        behind = palette.color(disabled, getattr(QPalette.ColorRole, ground))
        assert between(written, behind) >= 4.5, ink


@every_theme
def test_marks_stand_out_from_the_grounds_of_the_timeline(theme: Theme) -> None:
    for ground in (theme.ground, theme.shade):
        for bloc in theme.blocs:
            assert between(bloc, ground) >= 3
        for line in (theme.guide, theme.today, theme.density):
            assert between(line, ground) >= 3


@every_theme
@pytest.mark.parametrize("sight", SIGHT)
def test_any_two_blocs_look_different_to_all_eyes(theme: Theme, sight: str) -> None:
    for one, other in itertools.combinations(theme.blocs, 2):
        assert difference(rgb(one), rgb(other), sight) >= 11, (one.name(), other.name())


def test_colour_differences_are_those_of_the_published_formulas() -> None:
    # computed with colorspacious 1.1.2: deltaE(..., input_space="sRGB1"), CVD severity 100
    red, blue = rgb(LIGHT.blocs[0]), rgb(LIGHT.blocs[1])
    assert difference(red, red, "normal") == 0
    assert difference((0, 0, 0), (1, 1, 1), "normal") == pytest.approx(100, abs=0.1)
    assert difference(red, blue, "normal") == pytest.approx(RED_BLUE["normal"], abs=0.02)
    assert difference(red, blue, "no green cones") == pytest.approx(
        RED_BLUE["no green cones"], abs=0.02
    )


RED_BLUE = {"normal": 61.734, "no green cones": 49.826}


@pytest.mark.parametrize("weight", [REGULAR, MEDIUM, SEMIBOLD, BOLD])
def test_the_bundled_sans_has_its_weights(qtbot: QtBot, weight: int) -> None:
    assert SANS in load_family(SANS)
    found = QFontInfo(font_of(13, weight))
    assert (found.family(), found.weight(), found.pixelSize()) == (SANS, weight, 13)


def test_the_bundled_serif_is_found(qtbot: QtBot) -> None:
    assert SERIF in load_family(SERIF)
    assert QFontInfo(font_of(15, serif=True)).family() == SERIF


def test_sizes_follow_the_text_scale_up_to_twice(qtbot: QtBot) -> None:
    assert LIGHT.font(13).pixelSize() == 13
    assert LIGHT.scaled(1.5).font(12).pixelSize() == 18
    assert LIGHT.scaled(5).px(10) == 20
    assert LIGHT.scaled(0.5).scale == 1


@pytest.mark.parametrize(
    ("dpi", "points", "platform", "scale"),
    [
        (96, 9, "xcb", 1.0),
        (144, 11, "wayland", 1.5),
        (96, 9, "windows", 1.0),
        (96, 13.5, "windows", 1.5),
        (72, 13, "cocoa", 1.0),
        (72, 9, "offscreen", 1.0),
        (400, 9, "xcb", 2.0),
    ],
)
def test_text_scale_of_systems(dpi: float, points: float, platform: str, scale: float) -> None:
    assert text_scale(dpi, points, platform) == scale


def test_the_system_names_a_theme(qtbot: QtBot) -> None:
    assert theme_for("system").name in THEMES
    assert theme_for("dark", 1.25).scale == 1.25


@every_theme
def test_the_style_sheet_knows_all_its_values(qtbot: QtBot, theme: Theme) -> None:
    assert "$" not in style_sheet(theme)


def test_every_colour_of_a_theme_is_one() -> None:
    for theme in THEMES.values():
        for field in fields(theme):
            value = getattr(theme, field.name)
            if isinstance(value, QColor):
                assert value.isValid(), field.name


def test_blending_keeps_the_share() -> None:
    assert blend(QColor("#000000"), QColor("#FFFFFF"), 0.5).name() == "#808080"
