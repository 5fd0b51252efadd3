"""A drawer: a side panel that lies over the timeline, since the window has no room beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from peru_timeline.settings import DrawerName
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme

LARGEST_SHARE = 0.8
"""Of the window: what stays in sight beside a drawer can be clicked to close it."""
CLOSE_PX, ICON_PX = 28, 16


def drawer_title(name: DrawerName) -> str:
    """The heading of a drawer."""
    titles = {
        "filters": QCoreApplication.translate("Drawer", "Filters"),
        "event": QCoreApplication.translate("Drawer", "Selected event"),
    }
    return titles[name]


class Drawer(QFrame):
    """Holds a panel, under a heading with a button that closes it: the filters at the left, the event at the right."""

    closed = Signal()
    """The reader wants it closed."""

    def __init__(self, parent: QWidget, theme: Theme, name: DrawerName) -> None:
        super().__init__(parent)
        self.setObjectName(f"drawer_{name}")
        self.setProperty("drawer", name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(drawer_title(name))
        self._theme, self._is_left = theme, name == "filters"
        self.panel: QWidget | None = None
        px = theme.px
        heading = label(drawer_title(name), theme, selectable=False)
        heading.setObjectName("drawer_title")
        close = QToolButton()
        close.setObjectName(f"close_{name}")
        close.setIcon(icon("close", theme.ink_soft))
        close.setIconSize(QSize(px(ICON_PX), px(ICON_PX)))
        close.setFixedSize(px(CLOSE_PX), px(CLOSE_PX))
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAccessibleName(self.tr("Close: {0}").format(drawer_title(name)))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(px(19), px(4), px(8), px(4))
        head.addWidget(heading, 1)
        head.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self.hide()

    def hold(self, panel: QWidget) -> None:
        """Take a panel in."""
        self.panel = panel
        self._column.addWidget(panel, 1)
        panel.show()

    def release(self) -> QWidget | None:
        """Give the panel back, hidden and without a parent."""
        panel, self.panel = self.panel, None
        if panel is not None:
            panel.hide()
            self._column.removeWidget(panel)
        return panel

    def place(self, area: QRect, width_px: int) -> None:
        """Lie at the drawer's own side of an area."""
        width = min(width_px, round(LARGEST_SHARE * area.width()))
        left = area.left() if self._is_left else area.right() + 1 - width
        self.setGeometry(left, area.top(), width, area.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Close with Esc, whatever the reader has made of that key elsewhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Keep what is clicked here from what is beneath, where it would close the drawer."""
        event.accept()
