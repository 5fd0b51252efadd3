"""A related event as a button: glyph, date, title."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

from peru_timeline.chronology.models import Event
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.typefaces import MEDIUM
from peru_timeline.ui.look.plain_text import one_line, tooltip
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import SMALL_PX, Theme

DATE_PX = 92


class RelatedButton(QPushButton):
    """Shows the date and title of another event; its tooltip says how it is related."""

    def __init__(
        self, event: Event, date: str, relation: str, theme: Theme, language: str, glyph: QLabel
    ) -> None:
        super().__init__()
        self.setObjectName("related_event")
        self.setProperty("chip", "row")
        title = in_language(event.title, language)
        self.setAccessibleName(f"{isolated(one_line(title))}, {date}, {relation}")
        self.setToolTip(tooltip(f"{isolated(title)} ({relation})"))
        when = label(date, theme, px=SMALL_PX, ink="soft", selectable=False)
        when.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        when.setFixedWidth(theme.px(DATE_PX))
        what = label(title, theme, px=SMALL_PX, weight=MEDIUM, selectable=False)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(3), theme.px(4), theme.px(4), theme.px(4))
        row.setSpacing(theme.px(6))
        for part in (glyph, when, what):
            # A press anywhere on the row is a press of the button.
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addWidget(part, 1 if part is what else 0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """A long title takes more lines in a narrow panel."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of all lines at a width, px."""
        return self._row.heightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The size of its contents."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Allow any width."""
        return QSize(1, self._row.minimumSize().height())
