"""Style: how widgets look in a theme: flat panels, thin lines, a ring around what has the focus.

Widgets say what they are by a property, which the style sheet reads:
``chip`` = filled | outline | link | row, ``ink`` = soft | faint, ``segment`` for the buttons of a group.
"""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from peru_timeline.paths import icons_dir
from peru_timeline.ui.look.theme import SMALL_PX, TEXT_PX, Theme, blend

_Role, _Group = QPalette.ColorRole, QPalette.ColorGroup


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Apply a theme to the whole application, style sheet included."""
    apply_look(app, theme)
    app.setStyleSheet(style_sheet(theme))


def apply_look(app: QApplication, theme: Theme) -> None:
    """Set style, colours and font, without the style sheet.

    With a style sheet, Qt restyles a widget and all below it whenever it gets a parent; without one, a
    window is built three times as fast. Call this before the first widget is made: existing widgets do
    not take over another font.
    """
    apply_colours(app, theme)
    app.setFont(theme.font(TEXT_PX))


def apply_colours(app: QApplication, theme: Theme) -> None:
    """Set style and colours only: all that a window without text needs (loading fonts takes 7 ms)."""
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette_of(theme))


def palette_of(theme: Theme) -> QPalette:
    """The theme's colours in Qt's roles. Disabled text keeps a contrast of 4.5:1, unlike in Fusion's own palette."""
    palette = QPalette()
    roles = {
        _Role.Window: theme.panel,
        _Role.WindowText: theme.ink,
        _Role.Base: theme.raised,
        _Role.AlternateBase: blend(theme.panel, theme.raised, 0.5),
        _Role.Text: theme.ink,
        _Role.Button: theme.raised,
        _Role.ButtonText: theme.ink,
        _Role.BrightText: theme.warning,
        _Role.Highlight: theme.selection,
        _Role.HighlightedText: theme.on_selection,
        _Role.PlaceholderText: theme.ink_faint,
        _Role.ToolTipBase: theme.ink,
        _Role.ToolTipText: theme.ground,
        _Role.Link: theme.accent,
        _Role.LinkVisited: theme.accent,
        _Role.Accent: theme.accent,
        _Role.Light: theme.raised,
        _Role.Midlight: theme.line_soft,
        _Role.Mid: theme.line,
        _Role.Dark: theme.border,
        _Role.Shadow: theme.border,
    }
    for role, colour in roles.items():
        palette.setColor(role, colour)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, theme.ink_faint)
    palette.setColor(_Group.Disabled, _Role.Highlight, theme.pressed)
    palette.setColor(_Group.Disabled, _Role.HighlightedText, theme.ink_soft)
    return palette


def style_sheet(theme: Theme) -> str:
    """The style sheet of the application."""
    px = theme.px
    values = {
        name: _css(colour)
        for name in Theme.__slots__
        if isinstance(colour := getattr(theme, name), QColor)
    }
    sizes = {
        f"px{size}": f"{px(size)}px"
        for size in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 18, 20, 24, 30)
    }
    icons = icons_dir().as_posix()
    on = "dark" if not theme.is_dark else "light"
    return Template(_SHEET).substitute(
        values,
        **sizes,
        small=f"{px(SMALL_PX)}px",
        check=f"{icons}/check-on-{on}.svg",
        down=f"{icons}/chevron-down-grey.svg",
        up=f"{icons}/chevron-up-grey.svg",
        right=f"{icons}/chevron-right-grey.svg",
    )


def _css(colour: QColor) -> str:
    return colour.name()


_SHEET = """
QToolTip { background: $ink; color: $ground; border: 0; padding: $px4 $px6; }
QMainWindow, QDialog { background: $panel; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QSplitter::handle { background: $line; }
QStatusBar { background: $panel; border-top: 1px solid $line; color: $ink_soft; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $ink_soft; font-size: $small; padding: 0 $px6; }
#top_bar { background: $panel; border: 0; border-bottom: 1px solid $line; }
#filter_panel { background: $panel; border-right: 1px solid $line; }
#event_panel { background: $panel; border: 2px solid $panel; border-left: 1px solid $line; }
#event_panel:focus { border-color: $accent; }
#hit_list { background: $raised; border: 1px solid $border; }
QFrame[drawer] { background: $panel; border: 0; }
QFrame[drawer="filters"] { border-right: 2px solid $ink_faint; }
QFrame[drawer="event"] { border-left: 2px solid $ink_faint; }
QFrame[drawer] #filter_panel { border: 0; }
QFrame[drawer] #event_panel { border-left: 2px solid $panel; }
QFrame[drawer] #event_panel:focus { border-color: $accent; }
#event_page { background: $panel; }
QFrame[notice="true"] { background: $raised; border: 1px solid $border; border-radius: $px8; }
QLabel[ink="soft"] { color: $ink_soft; }
QLabel[ink="faint"] { color: $ink_faint; }
QLabel[ink="fault"] { color: $warning; }

QLineEdit, QComboBox, QAbstractSpinBox {
    background: $raised; color: $ink; border: 1px solid $border; border-radius: $px6;
    padding: $px4 $px8; min-height: $px16; selection-background-color: $selection;
    selection-color: $on_selection; placeholder-text-color: $ink_faint; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: $px3 $px7; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: $px20; border: 0; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: $px12; height: $px12; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: $px12; height: $px12; }
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox::drop-down { border: 0; width: $px16; }
QComboBox::down-arrow { image: url("$down"); width: $px12; height: $px12; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; outline: 0; }

QPushButton {
    background: $raised; color: $ink; border: 1px solid $border; border-radius: $px6;
    padding: $px5 $px14; min-height: $px16; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:disabled, QToolButton:disabled { color: $ink_faint; background: $panel; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; }
QPushButton:focus { padding: $px4 $px12; }
QPushButton:default { background: $selection; color: $on_selection; border-color: $selection; }
QPushButton:default:disabled { background: $panel; color: $ink_faint; border-color: $border; }
QPushButton:default:focus { border-color: $accent; }
QPushButton::menu-indicator {
    image: url("$down"); width: $px12; height: $px12; right: $px6; subcontrol-position: right; }
QToolButton {
    background: transparent; color: $ink_soft; border: 1px solid transparent;
    border-radius: $px5; padding: $px2 $px6; }
QToolButton:checked { background: $pressed; color: $ink; }
QToolButton::menu-indicator { image: none; }

#grouping { background: $raised; border: 1px solid $border; border-radius: $px7; }
QPushButton[segment="true"] {
    background: transparent; color: $ink_soft; border: 2px solid transparent;
    border-radius: $px6; padding: $px4 $px9; }
QPushButton[segment="true"]:hover { background: $hover; color: $ink; }
QPushButton[segment="true"]:checked { background: $selection; color: $on_selection; }
QPushButton[segment="true"]:focus { border: 2px solid $accent; }

QToolButton[chip="filled"], QPushButton[chip="filled"] {
    background: $pressed; color: $ink; border: 1px solid $pressed; border-radius: $px10;
    padding: $px2 $px9; min-height: $px18; }
QToolButton[chip="filled"]:hover, QPushButton[chip="filled"]:hover { background: $hover; }
QLabel[chip="outline"], QToolButton[chip="outline"], QPushButton[chip="outline"] {
    background: transparent; color: $ink_soft; border: 1px solid $border; border-radius: $px10;
    padding: $px2 $px9; min-height: $px18; }
QPushButton[chip="outline"]:checked { background: $selection; color: $on_selection; }
QToolButton[chip="link"], QPushButton[chip="link"] {
    background: transparent; color: $accent; border: 1px solid transparent;
    border-radius: $px10; padding: $px2 $px6; min-height: $px18; }
QToolButton[chip="row"], QPushButton[chip="row"] {
    background: transparent; color: $ink; border: 1px solid transparent; border-radius: $px5;
    padding: $px3 $px4; text-align: left; }
QToolButton[chip]:focus, QPushButton[chip]:focus { border: 2px solid $accent; }

#actor_match { background: transparent; border: 1px solid transparent; color: $ink_soft;
    padding: 0 $px4; min-height: $px24; }
#actor_match:hover { background: $hover; }
#actor_match:focus { border: 2px solid $accent; padding: 0 $px3; }
#quotation_card QToolButton { padding: $px2 $px2 $px2 0; }
#quotation_card { background: $raised; border: 1px solid $line; border-radius: $px8; }

QAbstractItemView {
    background: $panel; color: $ink; border: 0; outline: 0;
    selection-background-color: $pressed; selection-color: $ink; }
QAbstractItemView:focus { outline: 0; }
QTreeView#keys_of_commands::item { padding: $px4 $px6; }
QTreeView#keys_of_commands { border: 2px solid $panel; }
QTreeView#keys_of_commands:focus { border-color: $accent; }
QTreeView::branch { background: $panel; }
QTreeView::branch:has-children:closed { image: url("$right"); }
QTreeView::branch:has-children:open { image: url("$down"); }
QTableView { background: $ground; gridline-color: $line_soft; alternate-background-color: $shade; }
QTableView#event_table { border: 2px solid $ground; }
QTableView#event_table:focus { border-color: $accent; }
QTableView[framed="true"] { border: 2px solid $line; }
QTableView[framed="true"]:focus { border-color: $accent; }
QTableView::item { padding: 0 $px6; }
QTreeView#differences::item { min-height: $px24; }
QHeaderView { background: $panel; }
QHeaderView::section {
    background: $panel; color: $ink_soft; border: 0; border-bottom: 1px solid $line;
    padding: $px5 $px8; }
QTableCornerButton::section { background: $panel; border: 0; }
QTextBrowser, QPlainTextEdit, QTextEdit {
    background: $raised; color: $ink; border: 1px solid $line; border-radius: $px6;
    selection-background-color: $selection; selection-color: $on_selection; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; }
QListView#views { border: 2px solid $panel; }
QListView#views:focus { border-color: $accent; }
QListView#views::item { min-height: $px24; padding: 0 $px6; }
QScrollArea { background: transparent; border: 0; }
QScrollArea#keys_area { border: 2px solid $panel; }
QScrollArea#keys_area:focus { border-color: $accent; }

QCheckBox, QRadioButton { spacing: $px8; min-height: $px24; }
QCheckBox::indicator, QAbstractItemView::indicator, QMenu::indicator {
    width: $px12; height: $px12; border: 1px solid $ink_faint; border-radius: $px3;
    background: $raised; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $ink_soft; border-color: $ink_soft; image: url("$check"); }
QCheckBox::indicator:indeterminate { background: $ink_faint; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; border-radius: $px4; }

QMenuBar { background: $panel; color: $ink; border-bottom: 1px solid $line; }
QMenuBar::item { padding: $px4 $px8; background: transparent; border-radius: $px4; }
QMenuBar::item:selected { background: $pressed; }
QMenu { background: $raised; color: $ink; border: 1px solid $border; padding: $px4; }
QMenu::item { padding: $px5 $px24 $px5 $px24; border-radius: $px4; }
QMenu::item:selected { background: $pressed; color: $ink; }
QMenu::item:disabled { color: $ink_faint; }
QMenu::separator { height: 1px; background: $line; margin: $px4 $px8; }
QMenu::indicator { left: $px6; }
QMenu::indicator:checked { background: $ink_soft; border-color: $ink_soft; image: url("$check"); }

QScrollBar:vertical { background: transparent; width: $px10; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $px10; margin: 0; }
QScrollBar::handle { background: $density_soft; border-radius: $px3; margin: $px2; }
QScrollBar::handle:vertical { min-height: $px30; }
QScrollBar::handle:horizontal { min-width: $px30; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $density; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $pressed; border: 0; border-radius: $px3; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: $px3; }
"""
