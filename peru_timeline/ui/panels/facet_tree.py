"""The tree of filters, and how its rows are painted: box, glyph, name, count."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from peru_timeline.typefaces import REGULAR, SEMIBOLD
from peru_timeline.ui.look.theme import SMALL_PX, TEXT_PX, TINY_PX, Theme
from peru_timeline.ui.paint.glyphs import paint_glyph
from peru_timeline.ui.paint.text_measure import elided
from peru_timeline.ui.panels.facet_model import BLOC_ROLE, COUNT_ROLE, FACET_ROLE, SECTION_ROLE

_ROW_PX, _SECTION_PX = 24, 34
_BOX_PX, _GLYPH_PX, _GAP_PX = 14, 10, 8
_RIGHT_PX = 18
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _ChecksAlone(QItemSelectionModel):
    """Selects nothing; takes the wish to select a row, without moving to it, as a click on its check box.

    That is what screen readers do: Qt's own action “Toggle” on a row toggles its selection (6.11).
    """

    asked = Signal(QModelIndex)

    def select(self, what: Any, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select nothing. Moving and clicking clear the selection first, screen readers do not."""
        if isinstance(what, QModelIndex) and not command & self.SelectionFlag.Clear:
            self.asked.emit(what)


class FacetTree(QTreeView):
    """A tree whose rows are check boxes: a click anywhere on a row, Space or Enter chooses it.

    “Only this” is offered on the row under the pointer, in the context menu and by Shift+Enter.
    """

    chosen = Signal(QModelIndex)
    only = Signal(QModelIndex)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._checks: _ChecksAlone | None = None
        self.setObjectName("filter_tree")
        self.setAccessibleName(self.tr("Actors, sectors, statuses and sources"))
        # When whole rows are selected, Qt mistakes a row's index below its parent for its index in the tree (6.11).
        self.setSelectionBehavior(QTreeView.SelectionBehavior.SelectItems)
        self.setHeaderHidden(True)
        self.setMouseTracking(True)
        self.setRootIsDecorated(False)  # captions are always open
        self.setIndentation(theme.px(16))
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self._delegate = FacetDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802
        """Show another model, with a selection model that selects nothing."""
        super().setModel(model)
        if model is not None:
            before, self._checks = self._checks, _ChecksAlone(model, self)
            self._checks.asked.connect(self._choose_value)
            self.setSelectionModel(self._checks)
            if before is not None:  # Qt would keep it, and its model, as long as the tree lives
                before.deleteLater()

    def _choose_value(self, index: QModelIndex) -> None:
        if index.data(FACET_ROLE) is not None:
            self.chosen.emit(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the row under the pointer; its arrow only expands it."""
        super().mouseReleaseEvent(event)
        position = event.position().toPoint()
        index = self.indexAt(position)
        if event.button() != Qt.MouseButton.LeftButton or index.data(FACET_ROLE) is None:
            return
        box = self.visualRect(index)
        if position.x() < box.left():
            return
        if position.x() > box.right() - self._delegate.only_width:
            self.only.emit(index)
        else:
            self.chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose with Space or Enter, alone with Shift+Enter."""
        index = self.currentIndex()
        if index.data(FACET_ROLE) is not None and event.key() in (
            Qt.Key.Key_Space,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.only if shift else self.chosen).emit(index)
            return
        super().keyPressEvent(event)

    def _menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if index.data(FACET_ROLE) is None:
            return
        menu = QMenu(self)
        menu.setObjectName("filter_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Only this"), lambda: self.only.emit(index))
        menu.addAction(self.tr("Check or uncheck"), lambda: self.chosen.emit(index))
        menu.popup(self.viewport().mapToGlobal(position))


class FacetDelegate(QStyledItemDelegate):
    """Paints a row: box, glyph, name, and the count, which becomes “only” under the pointer."""

    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self._theme = theme
        self._only = self.tr("only")
        self.only_width = theme.px(52)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Any) -> QSize:  # noqa: N802
        """The height of a row; a caption keeps a distance from what is above it."""
        if index.data(FACET_ROLE) is not None:
            return QSize(40, self._theme.px(_ROW_PX))
        # The caption of the actors is above the field that filters them (FilterPanel).
        unseen = index.data(SECTION_ROLE) == "actors"
        return QSize(40, 1 if unseen else self._theme.px(_SECTION_PX))

    def editorEvent(  # noqa: N802
        self, _event: QEvent, _model: Any, _option: QStyleOptionViewItem, _index: Any
    ) -> bool:
        """Leave every event to the tree: the state alone decides what is checked."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """Paint one row."""
        theme, box = self._theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(FACET_ROLE) is None:
            if index.data(SECTION_ROLE) != "actors":
                painter.setFont(theme.font(TINY_PX, SEMIBOLD))
                painter.setPen(theme.ink_soft)
                line = box.adjusted(theme.px(19), theme.px(8), 0, 0)
                painter.drawText(line, _MIDDLE, str(index.data()).upper())
        else:
            self._paint_value(painter, option, index, box)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -theme.px(9), -1), 4, 4)
        painter.restore()

    def _paint_value(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Any, box: QRect
    ) -> None:
        theme = self._theme
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        bloc = index.data(BLOC_ROLE)
        middle, x = box.center().y() + 1, box.left() + theme.px(4)
        fill = theme.selection if bloc is None else theme.blocs[bloc]
        self._paint_box(painter, x, middle, checked, fill)
        x += theme.px(_BOX_PX + _GAP_PX)
        if bloc is not None:
            size = theme.px(_GLYPH_PX)
            paint_glyph(painter, theme, bloc, x + size / 2, middle, size)
            x += size + theme.px(_GAP_PX)
        room = self._paint_end(painter, index, box, hovered=hovered) - x
        bold = bloc is not None
        text_px, weight = (TEXT_PX, SEMIBOLD) if bold else (SMALL_PX, REGULAR)
        painter.setFont(theme.font(text_px, weight))
        empty = index.data(COUNT_ROLE) == "0" and checked == Qt.CheckState.Unchecked
        painter.setPen(theme.ink_faint if empty else theme.ink)
        name = elided(str(index.data()), text_px * theme.scale, weight, room)
        painter.drawText(QRect(x, box.top(), room, box.height()), _MIDDLE, name)

    def _paint_end(self, painter: QPainter, index: Any, box: QRect, *, hovered: bool) -> int:
        """Paint the count, or “only”; return the x at which the name must end."""
        theme = self._theme
        text = self._only if hovered else str(index.data(COUNT_ROLE))
        painter.setFont(theme.font(SMALL_PX, REGULAR, tabular=True))
        painter.setPen(theme.accent if hovered else theme.ink_faint)
        right = box.right() - theme.px(_RIGHT_PX)
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(QRect(right - width, box.top(), width + 1, box.height()), _MIDDLE, text)
        return right - width - theme.px(6)

    def _paint_box(
        self, painter: QPainter, x: int, middle: int, checked: Qt.CheckState, fill: QColor
    ) -> None:
        theme = self._theme
        size = theme.px(_BOX_PX)
        box = QRect(x, middle - size // 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        if checked == Qt.CheckState.Unchecked:
            # An edge drawn as a larger shape beneath: outlines of rounded boxes are slow.
            painter.setBrush(theme.ink_faint)
            painter.drawRoundedRect(box, 3, 3)
            painter.setBrush(theme.raised)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2)
            return
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QPen(theme.on_selection, max(1.6, size / 8)))
        if checked == Qt.CheckState.PartiallyChecked:
            painter.drawLine(x + size // 4, middle, x + size - size // 4, middle)
            return
        low = x + size * 5 // 12, middle + size // 5
        painter.drawLine(x + size // 4, middle, *low)
        painter.drawLine(*low, x + size * 3 // 4, middle - size // 5)
