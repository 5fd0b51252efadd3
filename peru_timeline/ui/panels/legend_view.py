"""The legend in the panel, the same as below pictures."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from peru_timeline.pictures.legend import LegendKey, legend_height, legend_keys
from peru_timeline.pictures.subject import Subject, make_subject
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.view import View
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.page_painting import paint_legend
from peru_timeline.ui.paint.text_measure import elided, text_width
from peru_timeline.ui.state.open_chronology import OpenChronology

LIKED_PX = 300


class LegendView(QWidget):
    """Shows what the marks mean, in as many rows as its width needs."""

    def __init__(self, opened: OpenChronology, language: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("legend")
        self._theme = theme
        self._subject = _whole(opened, language)
        self._keys: tuple[LegendKey, ...] = ()
        self._keys_at: dict[float, tuple[LegendKey, ...]] = {}  # by width, as Qt asks often
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("What the marks mean"))
        meanings = (key.meaning.text for key in self._keys_for(10_000))
        self.setAccessibleDescription(", ".join(meanings))

    def _keys_for(self, width: float) -> tuple[LegendKey, ...]:
        """The keys of the legend, in rows of this width."""
        if self._subject is None:
            return ()
        if width not in self._keys_at:
            room = width / self._theme.scale
            keys = legend_keys(self._subject, None, 0.0, room, text_width)
            self._keys_at[width] = tuple(_within(key, room) for key in keys)
        return self._keys_at[width]

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """A narrower panel needs more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of all rows at this width, px."""
        return round(legend_height(self._keys_for(width)) * self._theme.scale)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Any width will do; the height follows from it."""
        return QSize(LIKED_PX, self.heightForWidth(LIKED_PX))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Any width will do."""
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange the keys in rows of the new width."""
        super().resizeEvent(event)
        self._keys = self._keys_for(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the samples as the timeline's own marks, and their words."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:  # a painter left open ends the whole program
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._theme.scale, self._theme.scale)
        paint_legend(painter, self._keys, self._theme)


def _within(key: LegendKey, width: float) -> LegendKey:
    """The key, its words shortened where a whole row has no room for them."""
    words = key.meaning
    shown = elided(words.text, words.px, words.weight, width - words.x)
    return key._replace(meaning=words._replace(text=shown))


def _whole(opened: OpenChronology, language: str) -> Subject | None:
    """All of a chronology, or None where it has no events."""
    span = opened.columns.span
    if span is None:
        return None
    view = View(span, grouping=Grouping.NONE)
    return make_subject(opened.chronology, opened.columns, opened.facets, view, language)
