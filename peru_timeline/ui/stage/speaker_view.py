"""The speaker's view, on the screen that the audience does not see: now and next, notes with citations, and clocks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QLocale, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP
from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.typefaces import SEMIBOLD
from peru_timeline.ui.look.plain_text import displayable
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.stage.composition_view import CompositionView
from peru_timeline.ui.stage.window_role import tell_as_window

NOTES_PX, CLOCK_PX = 17, 24
CLOCK_MS = 1000
_BUTTONS = (
    ("previous_event", QT_TRANSLATE_NOOP("SpeakerView", "◂ Event")),
    ("next_event", QT_TRANSLATE_NOOP("SpeakerView", "Event ▸")),
    ("previous_view", QT_TRANSLATE_NOOP("SpeakerView", "◂ View")),
    ("next_view", QT_TRANSLATE_NOOP("SpeakerView", "View ▸")),
    ("black", QT_TRANSLATE_NOOP("SpeakerView", "Black")),
    ("swap", QT_TRANSLATE_NOOP("SpeakerView", "Swap screens")),
    ("end", QT_TRANSLATE_NOOP("SpeakerView", "End")),
)


class SpeakerView(QWidget):
    """Follows the stage; its keys are those of the stage."""

    key_pressed = Signal(object)
    """A QKeyEvent, for the stage."""
    asked = Signal(str)
    """What a button asks for, as on the controls of the stage."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("speaker_view")
        tell_as_window(self)
        self.now, self.next = CompositionView(theme), CompositionView(theme)
        self.notes = label("", theme, px=NOTES_PX)
        self.notes.setObjectName("speaker_notes")
        self.place = label("", theme, px=NOTES_PX, weight=SEMIBOLD, selectable=False)
        self._next_title = label("", theme, ink="soft", selectable=False)
        self._clock = label("", theme, px=CLOCK_PX, weight=SEMIBOLD, selectable=False)
        self._clock.setObjectName("speaker_clock")
        self._since = QElapsedTimer()
        self._since.start()
        self._tick = QTimer(self)
        self._tick.setInterval(CLOCK_MS)
        self._tick.timeout.connect(self.show_clock)
        self._tick.start()
        self._assemble(theme)
        self.set_theme(theme)
        self.show_clock()

    def _assemble(self, theme: Theme) -> None:
        px = theme.px
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(8), 0)
        column.addWidget(self.notes, 0, Qt.AlignmentFlag.AlignTop)
        scroll.setWidget(inside)
        right = QVBoxLayout()
        right.addWidget(self._next_title)
        right.addWidget(self.next, 3)
        right.addWidget(scroll, 5)
        rows = QHBoxLayout()
        rows.setSpacing(px(18))
        rows.addWidget(self.now, 3)
        rows.addLayout(right, 2)
        foot = QHBoxLayout()
        foot.addWidget(self._clock, 2)
        foot.addWidget(self.place, 2)
        self._buttons: dict[str, QPushButton] = {}
        for name, _text in _BUTTONS:
            button = self._buttons[name] = QPushButton()
            button.setObjectName(f"speaker_{name}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, asked=name: self.asked.emit(asked))
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(18), px(18), px(18), px(14))
        whole.addLayout(rows, 1)
        whole.addLayout(foot)

    def set_theme(self, theme: Theme) -> None:
        """Dress in a theme, and say everything in the language of the window."""
        self.setWindowTitle(self.tr("Speaker’s view"))
        self._next_title.setText(self.tr("Next"))
        for name, text in _BUTTONS:
            self._buttons[name].setText(QCoreApplication.translate("SpeakerView", text))
        self.setStyleSheet(f"#speaker_view {{ background: {theme.ground.name()}; }}")
        for view in (self.now, self.next):
            view.set_theme(theme)
        fonts: tuple[tuple[QLabel, float, int], ...] = (
            (self.notes, NOTES_PX, 400),
            (self.place, NOTES_PX, SEMIBOLD),
            (self._clock, CLOCK_PX, SEMIBOLD),
        )
        for said, px, weight in fonts:
            said.setFont(theme.font(px, weight))

    def show_step(
        self, now: Composition | None, following: Composition | None, notes: str, place: str
    ) -> None:
        """Show what the audience sees, what comes next, and the notes."""
        self.now.show_composition(now)
        self.next.show_composition(following, self.tr("The end"))
        self.notes.setText(displayable(notes))
        self.place.setText(place)

    def show_clock(self) -> None:
        """Show the time of day and the time since the beginning."""
        seconds = self._since.elapsed() // 1000
        minutes, seconds = divmod(int(seconds), 60)
        time = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self._clock.setText(f"{time} · {minutes}:{seconds:02d}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Pass keys on to the stage."""
        self.key_pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closing this window ends the talk."""
        self._tick.stop()
        self.closed.emit()
        event.accept()
