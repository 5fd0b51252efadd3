"""The preview in which a picture is arranged: its parts can be chosen, dragged, and edited in place.

It only says what the reader did; arranger.py decides what becomes of it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)

from peru_timeline.pictures.arranging.moves import LEAST_DRAG_PX
from peru_timeline.pictures.composition.composition import Composition, Told
from peru_timeline.pictures.composition.picture import Picture
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box
from peru_timeline.ui.canvas.accessible.announcer import announce
from peru_timeline.ui.export.arranging.arranging_keys import KNOWN
from peru_timeline.ui.export.arranging.parts import Part, box_of, part_at, parts_of, words_of
from peru_timeline.ui.export.export_preview import Preview
from peru_timeline.ui.look.plain_text import tooltip
from peru_timeline.ui.look.theme import Theme

GHOST_OPACITY = 0.6  # of a title that is being dragged
RING_PX = 2.0


class ArrangingPreview(Preview):
    """Shows a composition whose parts can be arranged; any other picture it only shows."""

    current_changed = Signal()
    dropped = Signal(int, float, float)
    """An event was dragged so far to the right (px of the page), to this height."""
    stretched = Signal(float, float)
    """A stretch of time was dragged over, from x to x of the page."""
    activated = Signal()
    """Enter or a double click on the current part."""
    pressed_key = Signal(int)
    """A key that the current part may know."""
    menu_asked = Signal(QPointF, QPointF)
    """A menu at a place of the screen, for a point of the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.current: Part | None = None
        self.subject: Subject | None = None
        self._from: QPointF | None = None  # where the button went down, on the page
        self._to = QPointF()
        self._dragged: Told | None = None
        self._is_dragging = False
        self.setMouseTracking(True)

    @property
    def composition(self) -> Composition | None:
        """What can be arranged."""
        return self._page if isinstance(self._page, Composition) else None

    def show_arranged(self, subject: Subject | None, page: Picture | None, theme: Theme) -> None:
        """Show a picture of a subject; the current part stays current."""
        self.subject = subject
        self.show_page(page, theme)
        shown = self.composition
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if shown is None else Qt.FocusPolicy.StrongFocus)
        if shown is None or (self.current and self.current not in parts_of(shown, self.current)):
            self.current = None
        self._tell()

    def choose(self, part: Part | None) -> None:
        """Make a part the current one."""
        self.current = part
        self._tell()
        self.current_changed.emit()
        self.update()

    def _tell(self) -> None:
        """Say to screen readers what the current part is."""
        shown = self.composition
        if shown is None or self.subject is None:
            return
        if self.current is None:
            self.setAccessibleName(shown.description)
            return
        words = words_of(self.subject, shown, self.current)
        if words != self.accessibleName():
            self.setAccessibleName(words)
            announce(self, words)

    # --- keys --------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Go to the part after or before; beyond the ends to the next widget."""
        shown = self.composition
        if shown is not None:
            parts = parts_of(shown, self.current)
            step = 1 if forward else -1
            place = parts.index(self.current) + step if self.current in parts else -1
            if 0 <= place < len(parts):
                self.choose(parts[place])
                return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Begin with the first part, or the last one when going backwards."""
        super().focusInEvent(event)
        shown = self.composition
        if shown is not None:
            parts = parts_of(shown, self.current)
            if event.reason() == Qt.FocusReason.TabFocusReason:
                self.choose(parts[0])
            elif event.reason() == Qt.FocusReason.BacktabFocusReason:
                self.choose(parts[-1])
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Without the focus there is no ring."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Pass on what the current part may know."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if self.current is None or not plain:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.activated.emit()
        elif event.key() in KNOWN:
            self.pressed_key.emit(event.key())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of what is there, or of the current part."""
        shown = self.composition
        if shown is None:
            return
        at = QPointF(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = box_of(shown, self.current) if self.current else None
            frame = self.on_widget(box or shown.area)
            at = frame.center()
        else:
            page = self.on_page(at)
            self.choose(part_at(shown, page.x(), page.y()))
        self.menu_asked.emit(QPointF(self.mapToGlobal(at)), self.on_page(at))

    # --- mouse -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the part at the pointer; a drag may begin there."""
        shown = self.composition
        if shown is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        at = self.on_page(event.position())
        part = part_at(shown, at.x(), at.y())
        self.choose(part)
        self._from = self._to = at
        self._is_dragging = False
        self._dragged = shown.item(part.number) if part and part.kind == "event" else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag a title, or a stretch of time."""
        shown = self.composition
        if shown is None:
            return
        at = self.on_page(event.position())
        if self._from is None:
            part = part_at(shown, at.x(), at.y())
            shape = Qt.CursorShape.PointingHandCursor if part else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.setToolTip(
                tooltip(words_of(self.subject, shown, part)) if part and self.subject else ""
            )
            return
        self._to = at
        moved = (at - self._from).manhattanLength()
        self._is_dragging = self._is_dragging or moved >= LEAST_DRAG_PX
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Say what was dragged where."""
        shown, start = self.composition, self._from
        self._from = None
        if shown is None or start is None:
            super().mouseReleaseEvent(event)
            return
        by = self._to - start
        if self._is_dragging and self._dragged is not None:
            self.dropped.emit(self._dragged.event, by.x(), self._dragged.mark.y + by.y())
        elif self._is_dragging and self.current is None and _is_over_time(shown, start):
            self.stretched.emit(start.x(), self._to.x())
        self._is_dragging, self._dragged = False, None
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Edit a text or a band; switch a title off."""
        shown = self.composition
        if shown is None or event.button() != Qt.MouseButton.LeftButton:
            return
        at = self.on_page(event.position())
        self.choose(part_at(shown, at.x(), at.y()))
        if self.current is not None:
            self.activated.emit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self.setToolTip("")

    # --- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the page, and over it the current part and what is being dragged."""
        super().paintEvent(event)
        shown = self.composition
        if shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = box_of(shown, self.current) if self.current else None
        if box is not None and not (self._is_dragging and self._dragged):
            pen = QPen(self._theme.accent, RING_PX if self.hasFocus() else 1.0)
            painter.setPen(pen)
            painter.drawRoundedRect(self.on_widget(box).adjusted(-2, -2, 2, 2), 4, 4)
        if self._is_dragging and self._from is not None:
            by = self._to - self._from
            if self._dragged is not None:
                self._paint_ghost(painter, self._dragged.frame, by)
            elif _is_over_time(shown, self._from):
                self._paint_stretch(painter, shown)
        painter.end()

    def _paint_ghost(self, painter: QPainter, frame: Box, by: QPointF) -> None:
        moved = self.on_widget(frame._replace(left=frame.left + by.x(), top=frame.top + by.y()))
        painter.setOpacity(GHOST_OPACITY)
        painter.setPen(QPen(self._theme.accent, RING_PX, Qt.PenStyle.DashLine))
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(moved, 4, 4)

    def _paint_stretch(self, painter: QPainter, shown: Composition) -> None:
        left, right = sorted((self._from.x() if self._from else 0.0, self._to.x()))
        area = shown.area
        left, right = max(left, area.left), min(right, area.right)
        box = self.on_widget(Box(left, area.top, right - left, area.height))
        painter.setOpacity(0.25)
        painter.fillRect(QRectF(box), self._theme.accent)


def _is_over_time(shown: Composition, at: QPointF) -> bool:
    """Whether a point of the page is between the axis and the foot of the timeline."""
    area = shown.area
    top = min((line.box.top for line in shown.axis.labels), default=area.top)
    return area.left <= at.x() <= area.right and top <= at.y() <= area.bottom
