"""The presentation: saved views full screen, one after the other, with their captions."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QObject, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.views import SavedView
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.view import view_of
from peru_timeline.typefaces import SEMIBOLD
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.look.plain_text import displayable
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import TEXT_PX, Theme
from peru_timeline.ui.state.open_chronology import OpenChronology
from peru_timeline.ui.state.view_state import ViewState

FLIGHT_MS = 700
TEXT_SCALE = 1.25  # larger than in the window, to be read from the back of a room
_FORWARD = (
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


class Presentation(QWidget):
    """A window with a state of its own, so that the main window stays as it was."""

    closed = Signal()

    def __init__(
        self,
        opened: OpenChronology,
        views: Sequence[SavedView],
        theme: Theme,
        language: str,
        *,
        motion: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("presentation")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Presentation"))
        self._views, self._motion, self._language = tuple(views), motion, language
        self._state = ViewState(opened, self)
        self._state.set_language(language)
        theme = _for_a_room(theme)
        self.timeline = TimelineView(self._state, theme, self)
        self.timeline.overview.hide()
        self.timeline.set_motion(False)  # this window animates by itself
        self.timeline.canvas.installEventFilter(self)
        self._flight = QVariantAnimation(self)
        self._flight.setDuration(FLIGHT_MS)
        self._flight.setStartValue(0.0)
        self._flight.setEndValue(1.0)
        self._flight.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._flight.valueChanged.connect(lambda share: self._fly(float(share)))
        self._from = self._to = self.timeline.visible_span()
        self._name = label("", theme, selectable=False)
        self._name.setObjectName("presentation_name")
        self._caption = label("", theme, ink="soft", selectable=False)
        self._caption.setObjectName("presentation_caption")
        self._number = label("", theme, ink="faint", selectable=False)
        self._number.setObjectName("presentation_place")
        self._assemble()
        self._dress(theme)
        self.at = 0
        self.show_view(0, fly=False)

    def _assemble(self) -> None:
        self._texts = QVBoxLayout()
        self._texts.addWidget(self._name)
        self._texts.addWidget(self._caption)
        self._foot = QHBoxLayout()
        self._foot.addLayout(self._texts, 12)
        self._foot.addWidget(self._number, 1)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.timeline, 1)
        self._column.addLayout(self._foot)

    def _dress(self, theme: Theme) -> None:
        px = theme.px
        self._name.setFont(theme.font(22, SEMIBOLD))
        self._caption.setFont(theme.font(16))
        self._number.setFont(theme.font(TEXT_PX))
        self._texts.setSpacing(px(4))
        self._foot.setContentsMargins(px(28), px(10), px(28), px(16))
        self._column.setContentsMargins(0, px(16), 0, 0)
        self.setStyleSheet(f"#presentation {{ background: {theme.ground.name()}; }}")

    def set_look(self, theme: Theme, language: str) -> None:
        """Go on in another theme or language, at the view that is shown."""
        self._language = language
        self.setWindowTitle(self.tr("Presentation"))
        self._state.set_language(language)
        theme = _for_a_room(theme)
        self.timeline.set_theme(theme)
        self._dress(theme)
        self._show_texts()

    # --- what is shown -----------------------------------------------------------------------

    def show_view(self, position: int, *, fly: bool = True) -> None:
        """Show the view at an index; beyond the ends, the first or the last one."""
        self.at = min(max(position, 0), len(self._views) - 1)
        saved = self._views[self.at]
        view = view_of(saved)
        self._from = self.timeline.visible_span()
        self._state.apply(view)
        self._to = self.timeline.span_of(view)
        self._show_texts()
        self._flight.stop()
        if fly and self._motion and self.isVisible():
            self._flight.start()
        else:
            self._fly(1.0)

    def _show_texts(self) -> None:
        saved = self._views[self.at]
        self._name.setText(displayable(in_language(saved.name, self._language)))
        caption = in_language(saved.caption, self._language) if saved.caption else ""
        self._caption.setText(displayable(caption))
        self._caption.setVisible(bool(caption))
        self._number.setText(f"{self.at + 1} / {len(self._views)}")

    def _fly(self, share: float) -> None:
        self.timeline.show_span(between(self._from, self._to, share), animate=False, remember=False)

    # --- what Qt calls -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Show the next or the previous view; Esc ends the presentation."""
        if not self._turned(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keys meant for the timeline show other views too: here it only shows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._turned(event)
        return super().eventFilter(watched, event)

    def _turned(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in _FORWARD:
            self.show_view(self.at + 1)
        elif key in _BACK:
            self.show_view(self.at - 1)
        elif key == Qt.Key.Key_Home:
            self.show_view(0)
        elif key == Qt.Key.Key_End:
            self.show_view(len(self._views) - 1)
        else:
            return False
        return True

    def closeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Announce the closing to whoever opened the presentation."""
        self._flight.stop()
        self.closed.emit()
        event.accept()


def _for_a_room(theme: Theme) -> Theme:
    return theme.scaled(max(theme.scale, TEXT_SCALE))


def between(start: TimeSpan, end: TimeSpan, share: float) -> TimeSpan:
    """A span on the way from one to another; its width changes by equal factors, as the eye expects of a zoom."""
    if share >= 1 or start.width <= 0 or end.width <= 0:
        return end
    width = math.exp(math.log(start.width) * (1 - share) + math.log(end.width) * share)
    # The middle moves in step with the width, so that zooming in does not overshoot sideways.
    change = end.width - start.width
    moved = (width - start.width) / change if abs(change) > 1e-9 else share
    middle = start.middle * (1 - moved) + end.middle * moved
    return TimeSpan(middle - width / 2, middle + width / 2)
