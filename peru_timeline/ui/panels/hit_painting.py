"""How a hit of the search is painted: title and date, and below them why it was found."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from peru_timeline.chronology.search import Reason, matched_spans
from peru_timeline.typefaces import REGULAR, SEMIBOLD
from peru_timeline.ui.look.theme import SMALL_PX, TEXT_PX, Theme
from peru_timeline.ui.paint.glyphs import paint_glyph

ROW_PX, SIDE_PX, GLYPH_PX, GAP_PX = 46, 12, 10, 8
ELLIPSIS, BETWEEN = "…", "  ·  "


class Hit(NamedTuple):
    """What is told of one event that was found."""

    title: str
    date: str
    bloc: int  # style index
    search: str
    reasons: tuple[tuple[str, Reason], ...]  # each with the name of its place
    about: str = ""  # the beginning of the summary, where the title is the only reason


class _Pen(NamedTuple):
    """Where a line is written, and how far it may go."""

    x: int
    right: int
    top: int
    height: int


class HitDelegate(QStyledItemDelegate):
    """Paints a row of two lines; the words that were found have a ground of their own."""

    def __init__(self, theme: Theme, role: int, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role
        self.row_px = theme.px(ROW_PX)

    def sizeHint(  # noqa: N802
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are equally high."""
        return QSize(40, self.row_px)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        theme, px, box = self._theme, self._theme.px, QRect(option.rect)
        hit: Hit = index.data(self._role)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.pressed)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.hover)
        half = box.height() // 2
        left, right = box.left() + px(SIDE_PX), box.right() - px(SIDE_PX)
        glyph = px(GLYPH_PX)
        paint_glyph(painter, theme, hit.bloc, left + glyph / 2, box.top() + half * 0.55, glyph)
        left += glyph + px(GAP_PX)
        painter.setFont(theme.font(SMALL_PX, REGULAR))
        date_px = painter.fontMetrics().horizontalAdvance(hit.date)
        painter.setPen(theme.ink_soft)
        top = box.top() + px(3)
        painter.drawText(
            QRect(right - date_px, top, date_px + 1, half), Qt.AlignmentFlag.AlignVCenter, hit.date
        )
        painter.setFont(theme.font(TEXT_PX, SEMIBOLD))
        pen = _Pen(left, right - date_px - px(2 * GAP_PX), top, half)
        self._write(painter, pen, hit.title, matched_spans(hit.title, hit.search), theme.ink)
        painter.setFont(theme.font(SMALL_PX, REGULAR))
        pen = _Pen(left, right, box.top() + half - px(2), half)
        for number, (place, reason) in enumerate(hit.reasons):
            lead = "" if number == 0 else BETWEEN
            lead += f"{place}: " if reason.text else place
            pen = self._write(painter, pen, lead, (), theme.ink_soft)
            if reason.text:
                pen = self._write(painter, pen, reason.text, reason.spans, theme.ink)
        if hit.about:
            self._write(painter, pen, f"{BETWEEN}{hit.about}", (), theme.ink_soft)
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        pen: _Pen,
        text: str,
        spans: list[tuple[int, int]] | tuple[tuple[int, int], ...],
        ink: QColor,
    ) -> _Pen:
        """Write as much of a text as there is room for; return where the next one begins."""
        metrics = painter.fontMetrics()
        shown = _fitting(text, metrics, pen.right - pen.x)
        if not shown:
            return pen._replace(right=pen.x)
        for start, end in spans:
            if start < len(shown):
                x = pen.x + metrics.horizontalAdvance(shown[:start])
                width = metrics.horizontalAdvance(shown[start:end])
                height = metrics.height()
                top = pen.top + (pen.height - height) // 2
                painter.fillRect(x, top, width, height, self._theme.highlight)
        painter.setPen(ink)
        line = QRect(pen.x, pen.top, pen.right - pen.x + 1, pen.height)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        right = pen.right if shown == text else pen.x  # after a text that was cut nothing follows
        return pen._replace(x=pen.x + metrics.horizontalAdvance(shown), right=right)


def _fitting(text: str, metrics: QFontMetrics, room: int) -> str:
    """A text, or its beginning with “…”; empty where not even that fits."""
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
    return "" if shown == ELLIPSIS else str(shown)
