"""The bar at the top: title, search, grouping, and the commands used most."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.typefaces import SEMIBOLD
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.text_labels import ElidedLabel
from peru_timeline.ui.look.theme import HEADING_PX, SMALL_PX, Theme
from peru_timeline.ui.panels.search_field import SearchField
from peru_timeline.ui.state.view_state import ViewState

CONTROL_PX = 32
NARROWEST_PX, USUAL_PX = 340, 400
"""Width of title, search and menu button: the least, and below which no further buttons are shown."""


class TopBar(QFrame):
    """Title, search, grouping, and buttons for actions."""

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self.setAccessibleName(self.tr("Title, search and buttons"))
        self._state, self._theme = state, theme
        self._extras: list[QPushButton] = []
        self._followed: list[tuple[QAbstractButton, QAction]] = []
        self.search = SearchField(state, theme)
        self.search.setFixedHeight(theme.px(CONTROL_PX))
        self.search.setMaximumWidth(theme.px(430))
        self._title = ElidedLabel(theme, px=HEADING_PX, weight=SEMIBOLD)
        self._title.setObjectName("chronology_title")
        self._subtitle = ElidedLabel(theme, px=SMALL_PX, ink="soft")
        self._subtitle.setObjectName("chronology_line")
        heading = QVBoxLayout()
        heading.setSpacing(theme.px(1))
        heading.addStretch(1)
        heading.addWidget(self._title)
        heading.addWidget(self._subtitle)
        heading.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(20), 0, theme.px(14), 0)
        self._row.setSpacing(theme.px(8))
        self._drawer_buttons = [self._drawer_button(name) for name in ("filter", "book")]
        self._row.addWidget(self._drawer_buttons[0])
        self._row.addLayout(heading, 11)
        self._row.addSpacing(theme.px(12))
        self._row.addWidget(self.search, 14)
        self._row.addSpacing(theme.px(10))
        self._add_grouping()
        self._row.addStretch(1)
        self._buttons_end = self._row.count()
        self._row.addWidget(self._drawer_buttons[1])
        state.chronology_changed.connect(self._show_title)
        self._show_title()

    def add_button(self, action: QAction, text: str) -> QPushButton:
        """Add a button at the right for an action, under a short name."""
        button = QPushButton(text)
        button.setObjectName(f"button_{action.objectName()}")
        button.setAccessibleName(action.text().replace("&", ""))
        self._follow(button, action)
        button.setFixedHeight(self._theme.px(CONTROL_PX))
        button.clicked.connect(action.trigger)
        self._row.insertWidget(self._buttons_end, button)
        self._buttons_end += 1
        self._extras.append(button)
        return button

    def add_drawer_buttons(self, filters: QAction, event: QAction) -> None:
        """Let the two buttons at the ends open and close the drawers; the actions do it."""
        for button, action in zip(self._drawer_buttons, (filters, event), strict=True):
            button.setAccessibleName(action.text().replace("&", ""))
            button.clicked.connect(action.trigger)
            self._follow(button, action)
            self._show_actions()

    def show_drawer_buttons(self, shown: bool) -> None:
        """Show the two buttons, or hide them where the panels are beside the timeline."""
        for button in self._drawer_buttons:
            button.setVisible(shown)
        self._fit()

    def _drawer_button(self, name: str) -> QToolButton:
        button = self._tool_button(name)
        button.setObjectName(f"drawer_button_{name}")
        button.setProperty("opens_drawer", True)
        button.setCheckable(True)
        button.hide()
        return button

    def _tool_button(self, name: str) -> QToolButton:
        """Make a square button with a picture."""
        button = QToolButton()
        button.setIcon(icon(name, self._theme.ink))
        size = self._theme.px(CONTROL_PX)
        button.setFixedSize(size, size)
        button.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _follow(self, button: QAbstractButton, action: QAction) -> None:
        """Let a button show what an action says of itself; the action outlives this bar."""
        self._followed.append((button, action))
        action.changed.connect(self._show_actions)

    def _show_actions(self) -> None:
        for button, action in self._followed:
            button.setToolTip(action.toolTip())
            button.setChecked(action.isChecked())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Allow a window too narrow for all buttons: those that do not fit are hidden."""
        return QSize(self._theme.px(NARROWEST_PX), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Hide the buttons that do not fit; the menu has the same commands."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins, gap = self._row.contentsMargins(), self._theme.px(8)
        room = self.width() - margins.left() - margins.right() - self._theme.px(USUAL_PX)
        for opener in self._drawer_buttons:
            room -= 0 if opener.isHidden() else opener.width() + gap
        segments = self._grouping.sizeHint().width()
        self._grouping.setVisible(segments <= room)
        self._grouping_menu.setVisible(segments > room)
        room -= (
            min(segments, self._grouping_menu.sizeHint().width()) if segments > room else segments
        )
        for button in self._extras:
            room -= button.sizeHint().width() + gap
            button.setVisible(room >= 0)

    def add_menu(self, menu: QMenu, action: QAction) -> QToolButton:
        """Add the button that opens all menus, at the right edge; `action` opens it by a key."""
        button = self._tool_button("menu")
        button.setObjectName("menu_button")
        button.setAccessibleName(self.tr("Menu"))
        self._follow(button, action)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        self._row.addWidget(button)
        return button

    def _show_title(self) -> None:
        chronology, language = self._state.opened.chronology, self._state.language
        self._title.show_text(in_language(chronology.title, language))
        about = in_language(chronology.description, language) if chronology.description else ""
        sources = self.tr("%n source(s)", "", len(chronology.sources))
        self._subtitle.show_text(
            " · ".join(part for part in (isolated(one_line(about, 90)), sources) if part)
        )

    def _add_grouping(self) -> None:
        group = QButtonGroup(self)
        group_box = QFrame()
        group_box.setObjectName("grouping")
        group_box.setAccessibleName(self.tr("Group the lanes by"))
        row = QHBoxLayout(group_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons: dict[Grouping, QPushButton] = {}
        for grouping, name in grouping_names().items():
            button = QPushButton(name)
            button.setObjectName(f"group_by_{grouping}")
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setFixedHeight(self._theme.px(CONTROL_PX - 2))
            hint = self.tr("Group the lanes by: {0}").format(name)
            button.setToolTip(hint)
            # One of several, to a screen reader too; the tooltip is its description.
            button.setAutoExclusive(True)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, by=grouping: self._state.set_grouping(by))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[grouping] = button
        group_box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._grouping = group_box
        self._row.addWidget(group_box)
        self._row.addWidget(self._make_grouping_menu())
        self._state.grouping_changed.connect(self._show_grouping)
        self._show_grouping()

    def _make_grouping_menu(self) -> QPushButton:
        """One button with a menu, in place of the segments where they have no room."""
        self._grouping_menu = QPushButton()
        self._grouping_menu.setObjectName("group_by")
        self._grouping_menu.setAccessibleName(self.tr("Group the lanes by"))
        self._grouping_menu.setToolTip(self.tr("Group the lanes by"))
        self._grouping_menu.setFixedHeight(self._theme.px(CONTROL_PX))
        menu = QMenu(self._grouping_menu)
        menu.setObjectName("group_by_menu")
        menu.setAccessibleName(self.tr("Group the lanes by"))
        for grouping, name in grouping_names().items():
            action = menu.addAction(name)
            action.triggered.connect(partial(self._state.set_grouping, grouping))
        self._grouping_menu.setMenu(menu)
        self._grouping_menu.hide()
        return self._grouping_menu

    def _show_grouping(self) -> None:
        self._buttons[self._state.grouping].setChecked(True)
        self._grouping_menu.setText(grouping_names()[self._state.grouping])


def grouping_names() -> dict[Grouping, str]:
    """The names of the groupings."""
    return {
        Grouping.SECTOR: QCoreApplication.translate("TopBar", "Sector"),
        Grouping.ACTOR: QCoreApplication.translate("TopBar", "Actor"),
        Grouping.SOURCE: QCoreApplication.translate("TopBar", "Source"),
        Grouping.NONE: QCoreApplication.translate("TopBar", "None"),
    }
