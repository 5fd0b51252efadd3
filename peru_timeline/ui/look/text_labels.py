"""Labels in plain text, for text from files and from the program, in the theme's fonts."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QSizePolicy, QWidget

from peru_timeline.typefaces import REGULAR, SEMIBOLD
from peru_timeline.ui.look.plain_text import displayable, one_line, tooltip
from peru_timeline.ui.look.theme import TEXT_PX, TINY_PX, Theme


def label(
    text: str,
    theme: Theme,
    *,
    px: float = TEXT_PX,
    weight: int = REGULAR,
    ink: str = "",
    serif: bool = False,
    selectable: bool = True,
) -> QLabel:
    """Make a label that wraps its text; `ink` is "" for full, "soft" or "faint"."""
    made = QLabel(displayable(text))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setFont(theme.font(px, weight, serif=serif))
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if ink:
        made.setProperty("ink", ink)
    return made


def heading(text: str, theme: Theme) -> QLabel:
    """Make the heading of a section: small, bold, in capitals."""
    return label(text.upper(), theme, px=TINY_PX, weight=SEMIBOLD, ink="soft", selectable=False)


class ElidedLabel(QLabel):
    """One line, cut with “…” where it does not fit; the tooltip shows all of it."""

    def __init__(self, theme: Theme, *, px: float, weight: int = REGULAR, ink: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(px, weight))
        self.setProperty("ink", ink)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = one_line(text)
        self.setAccessibleName(self._whole)
        self._cut()

    def _cut(self) -> None:
        # What a style sheet keeps free at either side is not in `width()`.
        room = self.contentsRect().width()
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(room, 0))
        self.setText(cut)
        self.setToolTip(tooltip(self._whole) if cut != self._whole else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut the text to the new width."""
        super().resizeEvent(event)
        self._cut()


class FlowLayout(QLayout):
    """Flows widgets from left to right and line to line, like words in a text."""

    def __init__(self, parent: QWidget | None = None, gap_px: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap_px
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Take over an item from Qt."""
        self._items.append(item)

    def count(self) -> int:
        """The number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The item at an index; None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Remove and return an item; None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of all lines at a width, px."""
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The preferred size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """The smallest size: one line, however narrow."""
        # As high as the highest item but as narrow as need be: a wider item is cut.
        margins = self.contentsMargins()
        height = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(1, height + margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        whole, margins = rect, self.contentsMargins()
        rect = whole.marginsRemoved(margins)
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(rect.width(), 1)))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if apply:
                item.setGeometry(QRect(x, y, size.width(), size.height()))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line + margins.bottom() - whole.y()
