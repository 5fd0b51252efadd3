"""The filters at the left: one tree of actors, sectors, statuses and sources with live counts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.ui.facet_model import (
    BLOC_ROLE,
    COUNT_ROLE,
    FACET_ROLE,
    FacetFilter,
    FacetModel,
    index_value,
)
from peru_timeline.ui.fonts import REGULAR, SEMIBOLD
from peru_timeline.ui.glyphs import glyph_path
from peru_timeline.ui.theme import SMALL_PX, TINY_PX, Theme
from peru_timeline.ui.view_state import ViewState

_ROW_PX, _SECTION_PX = 24, 34
_BOX_PX, _GLYPH_PX, _GAP_PX = 14, 10, 8


class FilterPanel(QWidget):
    """Lets the reader choose; the state says what is chosen."""

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("filter_panel")
        self._state = state
        self._search = QLineEdit()
        self._search.setObjectName("actor_search")
        self._search.setPlaceholderText(self.tr("Filter actors…"))
        self._search.setAccessibleName(self.tr("Filter the list of actors"))
        self._search.setClearButtonEnabled(True)
        self._match = QComboBox()
        self._match.setObjectName("actor_match")
        self._match.addItem(self.tr("Any"), "any")
        self._match.addItem(self.tr("All"), "all")
        self._match.setToolTip(
            self.tr("Show events with any of the chosen actors, or only those with all of them")
        )
        self._match.setAccessibleName(self.tr("Any or all of the chosen actors"))
        self._match.activated.connect(self._set_match)
        self._tree = FacetTree(theme)
        self._tree.chosen.connect(self._toggle)
        self._tree.only.connect(self._only)
        self._search.textChanged.connect(self._filter)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(14), theme.px(12), theme.px(12), theme.px(6))
        head.addWidget(self._search, 1)
        head.addWidget(self._match)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._tree, 1)
        self.setFocusProxy(self._search)
        state.document_changed.connect(self._rebuild)
        state.query_changed.connect(self._refresh)
        self._rebuild()

    @property
    def tree(self) -> FacetTree:
        """The tree of all filters."""
        return self._tree

    def _rebuild(self) -> None:
        self._model = FacetModel(self._state)
        self._proxy = FacetFilter(self._model)
        self._tree.setModel(self._proxy)
        self._proxy.set_text(self._search.text())
        for row in range(self._proxy.rowCount()):
            self._tree.expand(self._proxy.index(row, 0))
        self._refresh()

    def _refresh(self) -> None:
        self._model.refresh()
        self._match.setCurrentIndex(self._match.findData(self._state.query.match))

    def _filter(self, text: str) -> None:
        self._proxy.set_text(text)
        if text.strip():
            self._tree.expandRecursively(self._proxy.index(0, 0))

    def _set_match(self) -> None:
        self._state.set_match(self._match.currentData())

    def _toggle(self, index: QModelIndex) -> None:
        found = index_value(index)
        if found is not None:
            checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
            self._state.choose(*found, chosen=checked != Qt.CheckState.Checked)

    def _only(self, index: QModelIndex) -> None:
        found = index_value(index)
        if found is not None:
            self._state.only(*found)


class FacetTree(QTreeView):
    """A tree whose rows are check boxes: a click anywhere, Space or Enter chooses a row.

    “Only this” is offered on the row under the pointer, in the context menu and by Shift+Enter.
    """

    chosen = Signal(QModelIndex)
    only = Signal(QModelIndex)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("filter_tree")
        self.setAccessibleName(self.tr("Filters"))
        self.setHeaderHidden(True)
        self.setMouseTracking(True)
        self.setIndentation(theme.px(14))
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self.setItemDelegate(FacetDelegate(theme, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the row under the pointer; the arrow before it only opens it."""
        super().mouseReleaseEvent(event)
        position = event.position().toPoint()
        index = self.indexAt(position)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        box = self.visualRect(index)
        if index.data(FACET_ROLE) is None or position.x() < box.left():
            if index.data(FACET_ROLE) is None and position.x() >= box.left():
                self.setExpanded(index, not self.isExpanded(index))
            return
        if only_rect(box, self.itemDelegate()).contains(position):
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
        menu.addAction(self.tr("Only this"), lambda: self.only.emit(index))
        menu.addAction(self.tr("Choose or unchoose"), lambda: self.chosen.emit(index))
        menu.exec(self.viewport().mapToGlobal(position))
        menu.deleteLater()


def only_rect(box: QRect, delegate: Any) -> QRect:
    """Give where “only” stands in a row: px of the viewport."""
    width = delegate.only_width
    return QRect(box.right() - width - 8, box.top(), width + 8, box.height())


class FacetDelegate(QStyledItemDelegate):
    """Paints a row: box, glyph, name, count; “only” instead of the count under the pointer."""

    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self._theme = theme
        self._only = self.tr("only")
        self.only_width = theme.px(34)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Any) -> QSize:  # noqa: N802
        """Give the height of a row; a section's head stands off from what is above it."""
        head = index.data(FACET_ROLE) is None
        return QSize(40, self._theme.px(_SECTION_PX if head else _ROW_PX))

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
            painter.setFont(theme.font(TINY_PX, SEMIBOLD))
            painter.setPen(theme.ink_soft)
            line = box.adjusted(0, theme.px(8), 0, 0)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, str(index.data()).upper())
        else:
            self._paint_value(painter, option, index, box)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -3, -1), 4, 4)
        painter.restore()

    def _paint_value(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Any, box: QRect
    ) -> None:
        theme = self._theme
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        bloc = index.data(BLOC_ROLE)
        middle, x = box.center().y() + 1, box.left() + 2
        self._paint_box(painter, x, middle, checked)
        x += theme.px(_BOX_PX + _GAP_PX)
        if bloc is not None:
            painter.save()
            painter.translate(x + theme.px(_GLYPH_PX) / 2, middle)
            painter.fillPath(glyph_path(bloc, theme.px(_GLYPH_PX)), theme.blocs[bloc])
            painter.restore()
            x += theme.px(_GLYPH_PX + _GAP_PX)
        right = box.right() - theme.px(12)
        painter.setFont(theme.font(SMALL_PX, REGULAR, tabular=True))
        if hovered:
            painter.setPen(theme.accent)
            painter.drawText(
                QRect(right - 80, box.top(), 80, box.height()),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                self._only,
            )
        else:
            painter.setPen(theme.ink_faint)
            painter.drawText(
                QRect(right - 80, box.top(), 80, box.height()),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                str(index.data(COUNT_ROLE)),
            )
        painter.setFont(theme.font(SMALL_PX, SEMIBOLD if bloc is not None else REGULAR))
        empty = index.data(COUNT_ROLE) == "0" and checked == Qt.CheckState.Unchecked
        painter.setPen(theme.ink_faint if empty else theme.ink)
        ending = self._only if hovered else str(index.data(COUNT_ROLE))
        room = right - painter.fontMetrics().horizontalAdvance(ending) - theme.px(6) - x
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room
        )
        line = QRect(x, box.top(), room, box.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_box(self, painter: QPainter, x: int, middle: int, checked: Qt.CheckState) -> None:
        theme = self._theme
        size = theme.px(_BOX_PX)
        box = QRect(x, middle - size // 2, size, size)
        if checked == Qt.CheckState.Unchecked:
            # An edge drawn as a larger shape beneath: outlines of rounded boxes are slow.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink_faint)
            painter.drawRoundedRect(box, 3, 3)
            painter.setBrush(theme.raised)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.selection)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QPen(theme.on_selection, max(1.6, size / 8)))
        if checked == Qt.CheckState.PartiallyChecked:
            painter.drawLine(x + size // 4, middle, x + size - size // 4, middle)
            return
        painter.drawLine(x + size // 4, middle, x + size * 5 // 12, middle + size // 5)
        painter.drawLine(
            x + size * 5 // 12, middle + size // 5, x + size * 3 // 4, middle - size // 5
        )
