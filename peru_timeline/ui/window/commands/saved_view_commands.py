"""Saving views, showing them again, and presenting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.look.dialogs import run_dialog
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.commands.subject_on_screen import subject_on_screen

if TYPE_CHECKING:
    from peru_timeline.chronology.views import SavedView
    from peru_timeline.ui.stage.presentation import Presentation


class SavedViewCommands(QObject):
    """Works on the reader's saved views of the open chronology.

    What it needs is imported when a command runs, so that the start does not wait for it.
    """

    message = Signal(str)
    """What to show in the status line."""

    def __init__(self, state: ViewState, timeline: TimelineView) -> None:
        super().__init__(timeline)
        self._state, self._timeline = state, timeline
        self.presentation: Presentation | None = None

    def bindings(self) -> Bindings:
        return {
            "save_view": Binding(self.save_view),
            "saved_views": Binding(self.show_list),
            "present": Binding(self.present),
        }

    def save_view(self) -> None:
        """Ask for a name and save what is on the screen under it."""
        from peru_timeline.pictures.subject import default_view_name
        from peru_timeline.ui.stage.saved_views_file import load_own_views, save_own_views
        from peru_timeline.ui.stage.view_naming import ViewNaming, named

        opened, subject = self._state.opened, subject_on_screen(self._state, self._timeline)
        views, fault = load_own_views(opened.chronology, opened.path)
        # A file that cannot be read still belongs to the reader: it is not overwritten.
        if fault:
            self.message.emit(fault)
            return
        name, title = default_view_name(subject), self.tr("Save view")
        taken = {view.name.get(subject.language, "") for view in views.views}
        dialog = ViewNaming(self._timeline.window(), self._timeline.theme, name, "", title, taken)
        if run_dialog(dialog):
            view = named(subject.view, subject.language, *dialog.entered())
            fault = save_own_views(opened.chronology, views.with_view(view))
            self.message.emit(fault or self.tr("View saved"))

    def show_list(self) -> None:
        """Show the list of saved views."""
        from peru_timeline.ui.stage.saved_views_dialog import SavedViewsDialog
        from peru_timeline.ui.stage.saved_views_file import (
            fault_beside,
            load_own_views,
            save_own_views,
        )

        opened = self._state.opened
        views, fault = load_own_views(opened.chronology, opened.path)
        if fault:
            self.message.emit(fault)
            return
        if beside := fault_beside(opened.chronology, opened.path):
            self.message.emit(beside)
        dialog = SavedViewsDialog(
            self._timeline.window(),
            self._timeline.theme,
            opened.chronology,
            views,
            self._state.language,
            lambda changed: save_own_views(opened.chronology, changed),
        )
        dialog.show_requested.connect(self.show_view)
        dialog.present_requested.connect(self.present)
        run_dialog(dialog)

    def show_view(self, view: SavedView) -> None:
        """Show a saved view in the window."""
        from peru_timeline.timeline.view import view_of

        self._timeline.apply(view_of(view))

    def present(self, start: int = 0) -> None:
        """Present the saved views full screen, from one of them on."""
        from peru_timeline.ui.stage.presentation import Presentation
        from peru_timeline.ui.stage.saved_views_file import (
            fault_beside,
            load_own_views,
            no_view_yet,
        )

        if self.presentation is not None:
            self.presentation.activateWindow()
            return
        opened = self._state.opened
        views, fault = load_own_views(opened.chronology, opened.path)
        if fault or not views.views:
            beside = fault_beside(opened.chronology, opened.path)
            self.message.emit(fault or beside or no_view_yet())
        presentation = Presentation(
            opened,
            views.views or (self._view_on_screen(),),
            self._timeline.theme,
            self._state.language,
            motion=self._timeline.navigation.motion,
        )
        presentation.closed.connect(self._presentation_closed)
        self.presentation = presentation
        presentation.show_view(start, fly=False)
        presentation.begin(self._timeline.screen())

    def _view_on_screen(self) -> SavedView:
        """What the window shows, to be presented where there is no saved view."""
        from peru_timeline.pictures.page_layout import default_subtitle, default_title
        from peru_timeline.ui.stage.view_naming import named

        subject = subject_on_screen(self._state, self._timeline)
        title, caption = default_title(subject), default_subtitle(subject)
        return named(subject.view, subject.language, title, caption)

    def follow_look(self) -> None:
        """The window has another theme or language: a presentation takes it over."""
        if self.presentation is not None:
            self.presentation.set_look(self._timeline.theme, self._state.language)

    def _presentation_closed(self) -> None:
        self.presentation = None
        self._timeline.window().activateWindow()
        self._timeline.setFocus()
