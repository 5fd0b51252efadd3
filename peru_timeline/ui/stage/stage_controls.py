"""Controls over the stage for who has only a pointer or a finger; they fade while nothing moves."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPropertyAnimation, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QToolButton,
    QWidget,
)

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP
from peru_timeline.pictures.sizes import LONG_SIDE_PX
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.plain_text import tooltip
from peru_timeline.ui.look.theme import Theme

SHOWN_MS, FADE_MS = 2500, 400
ICON_PX, BUTTON_PX = 22, 44  # a finger needs 44 px
_BUTTONS = (
    ("previous_view", "chevron-up", QT_TRANSLATE_NOOP("StageControls", "Previous view (↑)")),
    ("previous_event", "chevron-left", QT_TRANSLATE_NOOP("StageControls", "Previous event (←)")),
    ("next_event", "chevron-right", QT_TRANSLATE_NOOP("StageControls", "Next event (→)")),
    ("next_view", "chevron-down", QT_TRANSLATE_NOOP("StageControls", "Next view (↓)")),
    ("black", "present", QT_TRANSLATE_NOOP("StageControls", "Black screen (B)")),
    ("end", "close", QT_TRANSLATE_NOOP("StageControls", "End (Esc)")),
)


class StageControls(QWidget):
    """A row of buttons; `asked` names the one that was clicked."""

    asked = Signal(str)
    faded = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, motion: bool) -> None:
        super().__init__(parent)
        self.setObjectName("stage_controls")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._motion = motion
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        self._buttons: dict[str, QToolButton] = {}
        for name, _picture, _text in _BUTTONS:
            button = self._buttons[name] = QToolButton()
            button.setObjectName(f"stage_{name}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are the stage's
            button.clicked.connect(lambda _=False, asked=name: self.asked.emit(asked))
            row.addWidget(button)
        self._effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.setEndValue(0.0)
        self._fade.finished.connect(self._away)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(SHOWN_MS)
        self._still.timeout.connect(self.fade)
        self.set_theme(theme)
        self.fit_stage(0)
        self.hide()

    def fit_stage(self, width_px: int) -> None:
        """Be as large as the composition asks for on a stage this wide, but never too small for a finger."""
        factor = max(width_px / LONG_SIDE_PX, 1.0)
        for button in self._buttons.values():
            button.setFixedSize(round(factor * BUTTON_PX), round(factor * BUTTON_PX))
            button.setIconSize(QSize(round(factor * ICON_PX), round(factor * ICON_PX)))

    def set_theme(self, theme: Theme) -> None:
        """Dress in a theme, and say everything in the language of the window."""
        self.setStyleSheet(
            f"#stage_controls {{ background: {theme.panel.name()}; border-radius: 10px; }}"
        )
        for name, picture, text in _BUTTONS:
            said = QCoreApplication.translate("StageControls", text)
            button = self._buttons[name]
            button.setIcon(icon(picture, theme.ink))
            button.setToolTip(tooltip(said))
            button.setAccessibleName(said)

    def wake(self) -> None:
        """Show the controls until nothing has moved for a while."""
        self._fade.stop()
        self._effect.setOpacity(1.0)
        self.show()
        self.raise_()
        self._still.start()

    def fade(self) -> None:
        """Let the controls fade away, or vanish at once where motion is reduced."""
        self._still.stop()
        if self.underMouse():
            self._still.start()
        elif self._motion:
            self._fade.setStartValue(1.0)
            self._fade.start()
        else:
            self._away()

    def _away(self) -> None:
        self.hide()
        self.faded.emit()
