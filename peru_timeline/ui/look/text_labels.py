"""Labels for text from files and from the program: plain text, the theme's type, selectable."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QSizePolicy, QWidget

from peru_timeline.ui.look.fonts import REGULAR, SEMIBOLD
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
    """Make a label that wraps; `ink` is "" for full, "soft" or "faint"."""
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
    """Make a section's heading: small, bold, in capitals."""
    return label(text.upper(), theme, px=TINY_PX, weight=SEMIBOLD, ink="soft", selectable=False)


class ElidedLabel(QLabel):
    """One line, cut with “…” where there is no room for all of it; the tooltip tells the rest."""

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
        cut = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 0)
        )
        self.setText(cut)
        self.setToolTip(tooltip(self._whole) if cut != self._whole else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut the text anew."""
        super().resizeEvent(event)
        self._cut()


class FlowLayout(QLayout):
    """Puts widgets in lines, as words are put in lines of text."""

    def __init__(self, parent: QWidget | None = None, gap_px: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap_px
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Qt hands over an item."""
        self._items.append(item)

    def count(self) -> int:
        """Tell Qt how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Give Qt an item; None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Hand an item back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Give the height of all lines at a width, px."""
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Give the size liked best."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Give the least size: one line of whatever width."""
        # As high as the highest, but as narrow as one likes: a part that is wider is cut.
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
