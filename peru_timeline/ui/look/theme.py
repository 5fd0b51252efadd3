"""Themes: the colours of everything that is drawn, and the steps of type.

Contrast is part of the values: every ink reaches 4.5:1 on every ground it may stand on (7:1 in the theme of high
contrast), every bloc 3:1 on the grounds of the timeline (4.5:1), and any two blocs differ by ΔE 11 (CAM02-UCS) for
normal sight and each kind of colour blindness. tests/ui/look/test_theme.py computes all of it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QFont, QGuiApplication

from peru_timeline.typefaces import REGULAR
from peru_timeline.ui.look.fonts import font_of

# Steps of type, px at text scale 1.
TITLE_PX, HEADING_PX, TEXT_PX, SMALL_PX, TINY_PX = 20.0, 15.0, 13.0, 12.0, 10.5

LARGEST_TEXT_SCALE = 2.0

MOTION_MS = 150
"""The longest that any movement takes."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, at one text scale."""

    name: str
    is_dark: bool
    # grounds
    ground: QColor  # of the timeline
    shade: QColor  # of every other lane
    panel: QColor
    raised: QColor  # cards, fields, buttons
    hover: QColor
    pressed: QColor
    # lines
    line: QColor
    line_soft: QColor
    border: QColor  # around fields, buttons and check boxes; 3:1 where it is all that marks them
    # inks
    ink: QColor
    ink_soft: QColor
    ink_faint: QColor  # counts, placeholders, what is disabled
    # the pill of the selected title, the pressed button of a group
    selection: QColor
    on_selection: QColor
    accent: QColor  # focus and links
    highlight: QColor  # behind searched words, under ink
    warning: QColor
    # the timeline
    guide: QColor
    today: QColor
    density: QColor
    density_soft: QColor  # of what the filter leaves out
    blocs: tuple[QColor, ...]  # by style index, see timeline.columns.BLOC_STYLES
    bloc_tints: tuple[QColor, ...]  # of bars that carry their title inside
    scale: float = 1.0  # the reader's text scale, 1..2

    def px(self, size: float) -> int:
        """`size` px of the design at this text scale, rounded."""
        return max(1, int(size * self.scale + 0.5))

    def font(
        self,
        px: float,
        weight: int = REGULAR,
        serif: bool = False,
        tabular: bool = False,
        italic: bool = False,
    ) -> QFont:
        """A bundled font at this text scale."""
        return font_of(px * self.scale, weight, serif=serif, tabular=tabular, italic=italic)

    def scaled(self, scale: float) -> Theme:
        """The same colours at another text scale."""
        return replace(self, scale=min(max(scale, 1.0), LARGEST_TEXT_SCALE))


def _colours(*values: str) -> tuple[QColor, ...]:
    return tuple(QColor(value) for value in values)


def _tints(blocs: tuple[QColor, ...], ground: QColor, share: float) -> tuple[QColor, ...]:
    """Each bloc's colour mixed into the ground, with opacity `share`."""
    return tuple(blend(bloc, ground, share) for bloc in blocs)


def blend(colour: QColor, ground: QColor, share: float) -> QColor:
    """What `colour`, laid on `ground` with opacity `share`, looks like."""
    return QColor.fromRgbF(
        *(
            c * share + g * (1 - share)
            for c, g in zip(colour.getRgbF()[:3], ground.getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )


_LIGHT_BLOCS = _colours("#E64844", "#0377BA", "#00A19C", "#AA3377", "#826F00", "#7D7D78", "#2D1E6E")
_DARK_BLOCS = _colours("#EE6A50", "#5093D6", "#3DBFAE", "#CA61A6", "#D9C45A", "#8F8F8A", "#B9E4FF")

_CONTRAST_BLOCS = _colours(
    "#C82326", "#245F95", "#004557", "#94213E", "#101500", "#606060", "#371E6C"
)
# As strong as black letters inside a bar allow: 7.5:1.
_CONTRAST_TINTS = _colours(
    "#DF8182", "#7C9FBF", "#7EA1AA", "#C78A9A", "#999C93", "#9B9B9B", "#A195BA"
)

LIGHT = Theme(
    name="light",
    is_dark=False,
    ground=QColor("#FFFFFF"),
    shade=QColor("#FAFAF8"),
    panel=QColor("#F7F7F5"),
    raised=QColor("#FFFFFF"),
    hover=QColor("#EFEFEC"),
    pressed=QColor("#E6E5E1"),
    line=QColor("#E4E3DF"),
    line_soft=QColor("#F1F0ED"),
    border=QColor("#D9D8D3"),
    ink=QColor("#1C1C1A"),
    ink_soft=QColor("#5D5C57"),
    ink_faint=QColor("#676661"),
    selection=QColor("#1C1C1A"),
    on_selection=QColor("#FFFFFF"),
    accent=QColor("#1D63C9"),
    highlight=QColor("#FFE9A8"),
    warning=QColor("#A33A00"),
    guide=QColor("#8A8983"),
    today=QColor("#1D63C9"),
    density=QColor("#858480"),
    density_soft=QColor("#DCDBD7"),
    blocs=_LIGHT_BLOCS,
    bloc_tints=_tints(_LIGHT_BLOCS, QColor("#FFFFFF"), 0.36),
)

DARK = Theme(
    name="dark",
    is_dark=True,
    ground=QColor("#17181A"),
    shade=QColor("#1A1B1D"),
    panel=QColor("#1D1E21"),
    raised=QColor("#232529"),
    hover=QColor("#26282C"),
    pressed=QColor("#2F3135"),
    line=QColor("#2F3135"),
    line_soft=QColor("#222427"),
    border=QColor("#3A3C41"),
    ink=QColor("#ECEBE7"),
    ink_soft=QColor("#A9A8A2"),
    ink_faint=QColor("#9C9B95"),
    selection=QColor("#ECEBE7"),
    on_selection=QColor("#17181A"),
    accent=QColor("#7FB0FF"),
    highlight=QColor("#5A4A12"),
    warning=QColor("#FFA070"),
    guide=QColor("#84837E"),
    today=QColor("#7FB0FF"),
    density=QColor("#7B7A75"),
    density_soft=QColor("#36383C"),
    blocs=_DARK_BLOCS,
    bloc_tints=_tints(_DARK_BLOCS, QColor("#17181A"), 0.35),
)

CONTRAST = replace(
    LIGHT,
    name="contrast",
    shade=QColor("#FFFFFF"),
    panel=QColor("#FFFFFF"),
    hover=QColor("#EDEDED"),
    pressed=QColor("#DDDDDD"),
    line=QColor("#949494"),
    line_soft=QColor("#E2E2E2"),
    border=QColor("#000000"),
    ink=QColor("#000000"),
    ink_soft=QColor("#000000"),
    ink_faint=QColor("#333333"),
    selection=QColor("#000000"),
    accent=QColor("#0040A8"),
    guide=QColor("#000000"),
    today=QColor("#0040A8"),
    density=QColor("#4A4A4A"),
    density_soft=QColor("#C4C4C4"),
    warning=QColor("#8A2E00"),
    blocs=_CONTRAST_BLOCS,
    bloc_tints=_CONTRAST_TINTS,
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}
SYSTEM = "system"


def theme_for(name: str, scale: float | None = None) -> Theme:
    """The theme called "light", "dark" or "contrast"; for "system", the one the system asks for now.

    `scale` is the text scale; by default that of the system.
    """
    theme = THEMES[system_theme_name() if name == SYSTEM else name]
    return theme.scaled(system_text_scale() if scale is None else scale)


def shell_theme(name: str) -> Theme:
    """The theme of the first window to be painted; for "system", light or dark by the system's palette.

    Asking Qt directly would make Python load all of Qt's enumerations: 20 ms, a seventh of the time to the first
    window.
    """
    if name in THEMES:
        return theme_for(name)
    window = QGuiApplication.palette().window().color()
    return theme_for(DARK.name if window.lightness() < 128 else LIGHT.name)


def system_theme_name() -> str:
    """The name of the theme that the system asks for."""
    from PySide6.QtCore import Qt  # see shell_theme

    hints = QGuiApplication.styleHints()
    with suppress(AttributeError):  # Qt before 6.10 does not know
        preference = hints.accessibility().contrastPreference()
        if preference == Qt.ContrastPreference.HighContrast:
            return CONTRAST.name
    return DARK.name if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT.name


def system_text_scale() -> float:
    """How much larger than usual the system shows text, 1 to 2.

    Desktops on Linux say so through the resolution (usually 96 dots per inch), Windows through the size of the
    system font (usually 9 points); macOS has no such setting.
    """
    screens = QGuiApplication.screens()
    dpi = screens[0].logicalDotsPerInch() if screens else 96.0
    return text_scale(dpi, QGuiApplication.font().pointSizeF(), QGuiApplication.platformName())


def text_scale(dpi: float, point_size: float, platform: str) -> float:
    """The text scale that follows from a platform's resolution and font size."""
    if platform == "cocoa":
        return 1.0
    scale = dpi / 96.0
    if platform == "windows" and point_size > 0:
        scale *= point_size / 9.0
    return min(max(round(scale, 2), 1.0), LARGEST_TEXT_SCALE)
