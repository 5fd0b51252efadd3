"""The presentation: saved views full screen, view by view and event by event, with the speaker's view beside it."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from peru_timeline.chronology.views import SavedView
from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.composition.talk import Step, Talk
from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.sizes import LONG_SIDE_PX, PageSize
from peru_timeline.pictures.slides.office_fonts import OFFICE_MEASURES
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import reason_of
from peru_timeline.ui.paint.audience.picture_painting import MEASURES
from peru_timeline.ui.stage.screens import places
from peru_timeline.ui.stage.speaker_notes import notes_of
from peru_timeline.ui.stage.speaker_view import SpeakerView
from peru_timeline.ui.stage.stage_canvas import StageCanvas
from peru_timeline.ui.stage.stage_controls import StageControls
from peru_timeline.ui.stage.stage_keys import TypedNumber
from peru_timeline.ui.stage.window_role import tell_as_window
from peru_timeline.ui.state.open_chronology import OpenChronology

CONTROLS_GAP_PX = 18


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
        tell_as_window(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Presentation"))
        self._opened, self._views, self._motion, self.theme = opened, views, motion, theme
        self.talk = self._talk_in(language)
        self.step = self.talk.opening(0)
        self.speaker: SpeakerView | None = None
        self._typed = TypedNumber()
        self._swapped = False
        self._window_screen: QScreen | None = None
        self._gone: QScreen | None = (
            None  # Qt may still list a screen while it says that it is removed
        )
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._prepare_next)
        self.canvas = StageCanvas(theme, language, self)
        self.controls = StageControls(theme, self, motion=motion)
        self.canvas.turned.connect(
            lambda way: self.do("next_event" if way > 0 else "previous_event")
        )
        self.canvas.view_turned.connect(
            lambda way: self.do("next_view" if way > 0 else "previous_view")
        )
        self.canvas.event_chosen.connect(lambda event: self.go(Step(self.step.view, event)))
        self.canvas.moved.connect(self._wake)
        self.canvas.resized.connect(lambda: self.go(self.step, fly=False))
        self.controls.asked.connect(self.do)
        self.controls.faded.connect(lambda: self.canvas.show_spot(None))
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_removed)
            application.screenAdded.connect(self._screen_added)

    def _talk_in(self, language: str) -> Talk:
        opened = self._opened
        return Talk(
            self._views,
            opened.chronology,
            opened.columns,
            opened.facets,
            language,
            MEASURES,
            OFFICE_MEASURES,
        )

    @property
    def at(self) -> int:
        """The index of the view that is shown."""
        return self.step.view

    # --- what is shown -----------------------------------------------------------------------

    def page_size(self) -> PageSize:
        """The size of a composition that fills the screen."""
        longer = max(self.canvas.width(), self.canvas.height(), 1)
        factor = LONG_SIDE_PX / longer
        return PageSize(max(self.canvas.width(), 1) * factor, max(self.canvas.height(), 1) * factor)

    def show_view(self, position: int, *, fly: bool = True) -> None:
        """Show the view at an index; beyond the ends, the first or the last one."""
        self.go(self.talk.near(position), fly=fly)

    def go(self, step: Step, *, fly: bool = True) -> None:
        """Show a step; a flight leads to another view, where motion is wanted."""
        flies = fly and self._motion and self.isVisible() and step.view != self.step.view
        self.step = step
        self.canvas.set_black(False)
        try:
            composition = self.talk.composition(step, self.page_size())
        except PageError as error:
            self.canvas.fly_to(None, reason_of(error), fly=False)
            return
        self.canvas.fly_to(composition, fly=flies)
        self._tell_speaker(composition)
        self._soon.start()

    def _prepare_next(self) -> None:
        """Compose what probably comes next, and paint the very next step, while nobody waits for it."""
        size = self.page_size()
        with contextlib.suppress(PageError):
            following = self.talk.forward(self.step, size)
            self.canvas.paint_ahead(self.talk.composition(following, size))
            self.talk.composition(self.talk.near(self.step.view + 1), size)

    def _tell_speaker(self, composition: Composition) -> None:
        if self.speaker is None:
            return
        size = self.page_size()
        following = self.talk.forward(self.step, size)
        after = None if following == self.step else self.talk.composition(following, size)
        place = f"{self.step.view + 1} / {len(self.talk)}"
        self.speaker.show_step(composition, after, notes_of(self.talk, self.step), place)

    def set_look(self, theme: Theme, language: str) -> None:
        """Go on in another theme or language, at the step that is shown."""
        self.theme = theme
        self.setWindowTitle(self.tr("Presentation"))
        if language != self.talk.language:
            self.talk = self._talk_in(language)
        self.canvas.language = language
        self.canvas.set_theme(theme)
        self.controls.set_theme(theme)
        if self.speaker is not None:
            self.speaker.set_theme(theme)
        self.go(self.step, fly=False)

    # --- what is done ------------------------------------------------------------------------

    def do(self, action: str) -> None:
        """Do what a key, a button or a finger asks for."""
        talk, step = self.talk, self.step
        if action == "end":
            self.close()
        elif action == "black":
            self.canvas.set_black(not self.canvas.is_black)
        elif action == "swap":
            self._swapped = not self._swapped
            self._place()
        elif self.canvas.is_black:
            self.canvas.set_black(False)
        elif action in ("next_event", "previous_event"):
            turn = talk.forward if action == "next_event" else talk.back
            try:
                self.go(turn(step, self.page_size()))
            except PageError as error:
                self.canvas.fly_to(None, reason_of(error), fly=False)
        else:
            views = {
                "next_view": step.view + 1,
                "previous_view": step.view - 1,
                "first_view": 0,
                "last_view": len(talk) - 1,
            }
            position = views.get(action)
            self.show_view(self._typed.take() - 1 if position is None else position)

    def _wake(self) -> None:
        if not self.canvas.is_black:
            self.controls.wake()

    # --- screens -----------------------------------------------------------------------------

    def begin(self, window_screen: QScreen | None) -> None:
        """Fill the screen of the audience; `window_screen` is where the window of the program is."""
        self._window_screen = window_screen
        self._place()

    def _place(self) -> None:
        """Put both windows on their screens; with a single one the speaker's view is away."""
        screens = [screen for screen in QGuiApplication.screens() if screen is not self._gone]
        audience, speaker = places(screens, self._window_screen, swapped=self._swapped)
        if speaker is None and self.speaker is not None:
            self.speaker.closed.disconnect(self.close)
            self.speaker.close()
            self.speaker.deleteLater()
            self.speaker = None
        if speaker is not None:
            if self.speaker is None:
                self.speaker = self._new_speaker()
            _fill(self.speaker, screens[speaker])
        _fill(self, screens[audience])
        self.activateWindow()
        self.go(self.step, fly=False)

    def _new_speaker(self) -> SpeakerView:
        made = SpeakerView(self.theme)
        made.key_pressed.connect(self.keyPressEvent)
        made.asked.connect(self.do)
        made.closed.connect(self.close)
        return made

    def _screen_removed(self, screen: QScreen) -> None:
        """A screen was taken away: the talk goes on with those there are."""
        self._gone = screen
        if self.isVisible():
            self._place()

    def _screen_added(self, _screen: QScreen) -> None:
        """Another screen: it becomes that of the audience."""
        self._gone = None
        if self.isVisible():
            self._place()

    # --- what Qt calls -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Turn views and events, jump, darken, or end."""
        action = self._typed.action(event.key(), event.text())
        if action is None:
            super().keyPressEvent(event)
        elif action:
            self.do(action)
            self._typed.text = ""
        self.canvas.show_number(self._typed.text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the canvas the whole window, and the controls their place over it."""
        super().resizeEvent(event)
        self.canvas.setGeometry(self.rect())
        self.controls.fit_stage(self.width())
        size = self.controls.sizeHint()
        left = (self.width() - size.width()) // 2
        top = self.height() - size.height() - CONTROLS_GAP_PX
        self.controls.setGeometry(left, top, size.width(), size.height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Keep the keys when the window becomes the active one again."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.setFocus()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Close the speaker's view too, and announce it to whoever opened the presentation."""
        self.canvas.stop()
        self._soon.stop()
        if self.speaker is not None:
            self.speaker.closed.disconnect(self.close)
            self.speaker.close()
            self.speaker.deleteLater()
            self.speaker = None
        self.closed.emit()
        event.accept()


def _fill(window: QWidget, screen: QScreen) -> None:
    """Show a window full screen on a screen; in another it must be put there first."""
    if window.screen() is not screen or not window.isFullScreen():
        window.setGeometry(screen.geometry())
        window.setScreen(screen)
    window.showFullScreen()
