"""Exporting, printing, saving views and presenting: what the window's commands of these names do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from peru_timeline.chronology.formats.bibliography import bibtex, csl_json, ris
from peru_timeline.chronology.formats.table import cited_sources
from peru_timeline.chronology.views import SavedView
from peru_timeline.paths import user_config_dir
from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.export_choice import load_choice, save_choice
from peru_timeline.pictures.page import Page, PageSpec
from peru_timeline.pictures.sizes import PageSize
from peru_timeline.pictures.subject import Subject, default_view_name
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.look.theme import LIGHT, Theme
from peru_timeline.ui.state.view_state import ViewState

if TYPE_CHECKING:
    from peru_timeline.ui.canvas.timeline_view import TimelineView


class ExportCommands(QObject):
    """Of one window; dialogs are made when they are asked for."""

    said = Signal(str)
    """Something to tell in the status line."""

    def __init__(
        self, window: QWidget, state: ViewState, theme: Theme, timeline: TimelineView
    ) -> None:
        super().__init__(window)
        self._window, self._state, self._theme, self._timeline = window, state, theme, timeline
        self.presentation: QWidget | None = None

    def subject(self) -> Subject:
        """What is on the screen."""
        state, opened = self._state, self._state.opened
        return Subject(
            chronology=opened.chronology,
            columns=opened.columns,
            query=state.query,
            mask=state.mask,
            span=self._timeline.visible_span(),
            exact=True,
            grouping=state.grouping,
            selection=state.selection,
            language=state.language,
        )

    def export(self, span: TimeSpan | None = None) -> None:
        """Ask what to export, of a span or of what is on the screen."""
        from peru_timeline.ui.export.export_dialog import ExportDialog

        remembered = user_config_dir() / "export.json"
        screen = self._timeline.width(), self._timeline.height()
        choice, damaged = load_choice(remembered)
        if damaged is not None:
            said = QCoreApplication.translate(
                "Application", "The settings were damaged and start afresh; the old ones: {0}"
            )
            self.said.emit(said.format(damaged))
        dialog = ExportDialog(self._window, self._theme, self.subject(), screen, choice)
        if span is not None:
            dialog.form.choose_span(span)
        dialog.exec()
        save_choice(remembered, dialog.choice)
        dialog.deleteLater()

    def print_view(self) -> None:
        """Print what is on the screen, with a preview."""
        from peru_timeline.ui.export.printing import print_with_preview
        from peru_timeline.ui.paint.text_measure import text_width

        subject = self.subject()

        def composed(size: PageSize) -> Page:
            return compose(subject, PageSpec(size), text_width)

        print_with_preview(self._window, self.tr("Print"), composed, LIGHT)

    def copy_bibliography(self, form: str) -> None:
        """Put the sources of the selected event, or of all shown, on the clipboard: "json", "bib", "ris"."""
        from PySide6.QtGui import QGuiApplication

        subject = self.subject()
        events = subject.events.tolist() if subject.selection is None else [subject.selection]
        sources = cited_sources(subject.chronology, events)
        write = {"json": csl_json, "bib": bibtex, "ris": ris}[form]
        QGuiApplication.clipboard().setText(write(sources, subject.language))
        self.said.emit(self.tr("Copied: %n source(s)", "", len(sources)))

    # --- views -------------------------------------------------------------------------------

    def save_view(self) -> None:
        """Ask for a name and keep what is on the screen under it."""
        from peru_timeline.ui.stage.saved_views_dialog import keep_views, open_views
        from peru_timeline.ui.stage.view_naming import ViewNaming, view_of

        opened, subject = self._state.opened, self.subject()
        views, trouble = open_views(opened.chronology, opened.path)
        # A file that cannot be read is the reader's all the same: it is not written over.
        if trouble:
            self.said.emit(trouble)
            return
        name, title = default_view_name(subject), self.tr("Save view")
        taken = {view.name.get(subject.language, "") for view in views.views}
        dialog = ViewNaming(self._window, self._theme, name, "", title, taken)
        if dialog.exec():
            view = view_of(subject, *dialog.words())
            self.said.emit(
                keep_views(opened.chronology, views.with_view(view)) or self.tr("View saved")
            )
        dialog.deleteLater()

    def show_views(self) -> None:
        """Show the list of saved views."""
        from peru_timeline.ui.stage.saved_views_dialog import (
            SavedViewsDialog,
            keep_views,
            open_views,
        )

        opened = self._state.opened
        views, trouble = open_views(opened.chronology, opened.path)
        if trouble:
            self.said.emit(trouble)
            return
        dialog = SavedViewsDialog(
            self._window,
            self._theme,
            opened.chronology,
            views,
            self._state.language,
            lambda changed: keep_views(opened.chronology, changed),
        )
        dialog.show_asked.connect(self.look)
        dialog.present_asked.connect(self.present)
        dialog.exec()
        dialog.deleteLater()

    def look(self, view: SavedView) -> None:
        """Show a saved view in the window."""
        chronology = self._state.opened.chronology
        selection = chronology.event_index.get(view.selection) if view.selection else None
        self._state.restore(view.query, Grouping(view.grouping), selection)
        if view.days is None:
            self._timeline.fit()
        else:
            self._timeline.show_span(TimeSpan(*map(float, view.days)).pad(0.012))

    def present(self, start: int = 0) -> None:
        """Present the saved views full screen, from one of them on."""
        from peru_timeline.ui.stage.presentation import Presentation
        from peru_timeline.ui.stage.saved_views_dialog import no_view_yet, open_views

        opened = self._state.opened
        views, trouble = open_views(opened.chronology, opened.path)
        if trouble or not views.views:
            self.said.emit(trouble or no_view_yet())
            return
        presentation = Presentation(
            opened,
            views.views,
            self._theme,
            self._state.language,
            motion=self._timeline.navigation.motion,
        )
        presentation.closed.connect(self._presented)
        self.presentation = presentation
        presentation.show_view(start, fly=False)
        presentation.showFullScreen()

    def _presented(self) -> None:
        self.presentation = None
        self._window.activateWindow()
        self._timeline.setFocus()
