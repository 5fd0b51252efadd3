"""A date as the timeline would draw it: one mark on a short stretch of time."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.models import ChronologyHead, Event
from peru_timeline.chronology.store.event_store import store_events
from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import build_columns
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.lanes import Grouping, build_lanes
from peru_timeline.timeline.layout_input import build_layout_input
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import Scene
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.scene_painting import Part, paint_scene
from peru_timeline.ui.paint.text_measure import text_width

LANE_PX = 34.0
AIR = 1.2
"""Left and right of the mark, as a share of its length."""
LEAST_DAYS = 20.0


class MarkPreview(QWidget):
    """Paints one date; nothing where there is none on the axis."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self.setObjectName("mark_preview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme, self._language = theme, language
        self._event: Event | None = None
        self._head: ChronologyHead | None = None

    def sizeHint(self) -> QSize:  # noqa: N802
        """The height of an axis and one row."""
        return QSize(100, self._theme.px(AXIS_HEIGHT_PX + LANE_PX))

    def show_date(
        self, date: EventDate | None, like: Event | None, chronology: ChronologyHead
    ) -> None:
        """Draw another date, in the colour and outline of an event; None draws nothing."""
        self._head = chronology
        shown = date is not None and date.reach is not None and like is not None
        self._event = None
        if shown and like is not None:
            kept = {"date": date, "evidence": (), "related": ()}
            self._event = like.model_copy(update=kept)
        self.setVisible(self._event is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Lay the mark out for the width that there is, and paint it."""
        scene, scale = self._scene(), self._theme.scale
        if scene is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.ground)
        painter.scale(scale, scale)
        painter.translate(0.0, AXIS_HEIGHT_PX)
        paint_scene(painter, scene, self._theme, Part.AXIS | Part.LANES)
        painter.end()

    def _scene(self) -> Scene | None:
        event, head = self._event, self._head
        width = self.width() / self._theme.scale
        if event is None or head is None or event.date.reach is None or width < 1:
            return None
        alone = Chronology.of(head, store_events(head, [event]))
        columns, lanes = build_columns(alone), build_lanes(alone, Grouping.NONE)
        begin, end = event.date.reach
        span = TimeSpan(begin, max(end, begin + 1)).pad(AIR)
        if span.width < LEAST_DAYS:
            span = span.pad((LEAST_DAYS / span.width - 1) / 2)
        sheet = build_layout_input(alone, columns, lanes, self._language, text_width)
        at = TimeScale(span, 0.0, width)
        return lay_out(arrange(sheet, at, LANE_PX), at)
