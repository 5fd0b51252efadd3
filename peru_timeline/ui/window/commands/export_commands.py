"""Exporting, printing, and copying sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from peru_timeline.paths import user_config_dir
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.commands.subject_on_screen import subject_on_screen

if TYPE_CHECKING:
    from peru_timeline.chronology.formats.styles.references import Style
    from peru_timeline.chronology.models import Source
    from peru_timeline.pictures.page import Page
    from peru_timeline.pictures.sizes import PageSize
    from peru_timeline.pictures.subject import Subject
    from peru_timeline.pictures.webpage.page_data import Story
    from peru_timeline.ui.export.subject_fields import KeptViews

BibliographyFormat = Literal["json", "bib", "ris"]


class ExportCommands(QObject):
    """Makes pictures, slides, tables and bibliographies of what is on the screen.

    What it needs is imported when a command runs, so that the start does not wait for it.
    """

    message = Signal(str)
    """What to show in the status line."""

    def __init__(self, state: ViewState, timeline: TimelineView) -> None:
        super().__init__(timeline)
        self._state, self._timeline = state, timeline

    def bindings(self) -> Bindings:
        return {
            "export": Binding(self.export),
            "print_view": Binding(self.print_view),
            "copy_bibtex": Binding(lambda: self.copy_bibliography("bib")),
            "copy_ris": Binding(lambda: self.copy_bibliography("ris")),
            "copy_csl": Binding(lambda: self.copy_bibliography("json")),
            "copy_apa": Binding(lambda: self.copy_references("apa")),
            "copy_mla": Binding(lambda: self.copy_references("mla")),
            "copy_chicago": Binding(lambda: self.copy_references("chicago")),
            "copy_iso690": Binding(lambda: self.copy_references("iso690")),
        }

    def subject(self) -> Subject:
        """What is on the screen."""
        return subject_on_screen(self._state, self._timeline)

    def export(self, span: TimeSpan | None = None) -> None:
        """Ask what to export, of a span or of what is on the screen."""
        from peru_timeline.pictures.export_choice import load_choice, save_choice
        from peru_timeline.ui.export.export_dialog import ExportDialog

        remembered = user_config_dir() / "export.json"
        screen = self._timeline.width(), self._timeline.height()
        choice, damaged = load_choice(remembered)
        if damaged is not None:
            self.message.emit(
                self.tr("The settings were damaged and have been reset. The old file: {0}").format(
                    damaged
                )
            )
        dialog = ExportDialog(
            self._timeline.window(),
            self._timeline.theme,
            self.subject(),
            screen,
            choice,
            self._story(),
            self._kept(),
        )
        if span is not None:
            dialog.form.choose_span(span)
        dialog.exec()
        save_choice(remembered, dialog.choice)
        dialog.deleteLater()

    def _story(self) -> Story | None:
        """The reader's saved views, for a web page; None where there are none or their file has faults."""
        from peru_timeline.pictures.webpage.page_data import Story
        from peru_timeline.ui.stage.saved_views_file import load_own_views

        opened = self._state.opened
        views, _ = load_own_views(opened.chronology, opened.path)
        return Story(views, opened.facets) if views.views else None

    def _kept(self) -> KeptViews | None:
        """The reader's saved views, to arrange their pictures; None if their file has faults."""
        from peru_timeline.ui.export.subject_fields import KeptViews
        from peru_timeline.ui.stage.saved_views_file import load_own_views, save_own_views

        opened = self._state.opened
        views, fault = load_own_views(opened.chronology, opened.path)
        if fault:
            return None
        return KeptViews(
            views, opened.facets, lambda changed: save_own_views(opened.chronology, changed)
        )

    def print_view(self) -> None:
        """Print what is on the screen, with a preview."""
        from peru_timeline.pictures.compose import compose
        from peru_timeline.pictures.page import PageSpec
        from peru_timeline.ui.export.printing import print_with_preview
        from peru_timeline.ui.paint.text_measure import text_width

        subject = self.subject()

        def composed(size: PageSize) -> Page:
            return compose(subject, PageSpec(size), text_width)

        print_with_preview(self._timeline.window(), self.tr("Print"), composed, LIGHT)

    def copy_bibliography(self, form: BibliographyFormat) -> None:
        """Copy the sources of the selected event, or of all events shown, to the clipboard."""
        from peru_timeline.chronology.formats.bibliography import bibtex, csl_json, ris

        sources = self._sources()
        write = {"json": csl_json, "bib": bibtex, "ris": ris}[form]
        QGuiApplication.clipboard().setText(write(sources, self._state.language))
        self.message.emit(self.tr("Copied: %n source(s)", "", len(sources)))

    def copy_references(self, style: Style) -> None:
        """Copy the same sources as a style of citation has them, with italics for programs that take them."""
        from peru_timeline.chronology.formats.styles.references import styled
        from peru_timeline.ui.look.rich_clipboard import copy_references

        sources = self._sources()
        copy_references(styled(sources, style, self._state.language))
        self.message.emit(self.tr("Copied: %n source(s)", "", len(sources)))

    def _sources(self) -> tuple[Source, ...]:
        """The sources of the selected event, or of all events shown."""
        from peru_timeline.chronology.formats.table import cited_sources

        subject = self.subject()
        events = subject.events.tolist() if subject.selection is None else [subject.selection]
        return cited_sources(subject.chronology, events)
