"""A page of many parts, made when the reader comes to them: what a file holds has no bound, the screen has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtWidgets import QVBoxLayout, QWidget

from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import SMALL_PX, Theme

AT_ONCE = 5
"""Parts made at a time, in a column of their own: so another part moves five others, not ten thousand."""


class GrowingPage(QWidget):
    """A column of parts. Those of `_parts` follow as far as `grow_to` says."""

    def __init__(self, theme: Theme, top_px: float, spacing_px: float) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        self._spacing = px(spacing_px)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(22), px(top_px), px(18), px(18))
        self._column.setSpacing(self._spacing)
        self._coming: Iterator[QWidget] | None = None
        self._more = label(self.tr("More below…"), theme, px=SMALL_PX, ink="faint")
        self._more.setObjectName("more_below")
        self._more.hide()

    def _let_follow(self, parts: Iterator[QWidget]) -> None:
        """Put these below what is in the column, when the reader comes to them."""
        self._coming = parts
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self._grow()

    @property
    def is_whole(self) -> bool:
        """Whether all parts are made."""
        return self._coming is None

    def grow_to(self, bottom_px: int, width_px: int) -> None:
        """Make parts until the page, in this width, reaches down to `bottom_px`, or ends."""
        while self._coming is not None and self._height(width_px) < bottom_px:
            self._grow()

    def _height(self, width_px: int) -> int:
        height = self._column.totalHeightForWidth(width_px)
        return height if height >= 0 else self._column.totalSizeHint().height()

    def _grow(self) -> None:
        if self._coming is None:
            return
        parts = list(islice(self._coming, AT_ONCE))
        if parts:
            group = QWidget()
            column = QVBoxLayout(group)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self._spacing)
            for part in parts:
                column.addWidget(part)
            self._column.insertWidget(self._column.indexOf(self._more), group)
            group.show()  # by itself Qt does so later, and until then it counts as having no height
        if len(parts) < AT_ONCE:
            self._coming = None
        self._more.setVisible(self._coming is not None)
