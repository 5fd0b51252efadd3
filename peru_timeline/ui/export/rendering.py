"""From a subject to the bytes of a file: pictures, posters and slides, for the dialog and the command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.query import Facets
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.views import ViewsFile
from peru_timeline.pictures.page import PageSpec, compose
from peru_timeline.pictures.poster import PosterSpec, compose_poster
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.pictures.slides.deck import View, deck
from peru_timeline.pictures.subject import Subject, subject_of_view
from peru_timeline.timeline.columns import Columns
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.page_painting import Progress, always, palette_of
from peru_timeline.ui.paint.pdf_file import pdf
from peru_timeline.ui.paint.png_file import png
from peru_timeline.ui.paint.svg_file import svg
from peru_timeline.ui.paint.text_measure import text_width

SLIDE = NAMED["16:9"]


def application() -> QCoreApplication:
    """The application object there is, or one that paints without a window."""
    return QGuiApplication.instance() or QGuiApplication(["peru-timeline"])


def picture(
    subject: Subject,
    form: str,
    spec: PageSpec,
    theme: Theme,
    scale: float,
    progress: Progress = always,
) -> bytes | None:
    """One page as "png", "svg" or "pdf"; None when stopped.

    Raises PageError, SizeError or MemoryError where that cannot be.
    """
    page = compose(subject, spec, text_width)
    if form == "png":
        return png(page, theme, scale, progress)
    if not progress(1, 3):
        return None
    content = svg(page, theme) if form == "svg" else pdf([page], theme)
    return content if progress(3, 3) else None


def poster(
    subject: Subject, spec: PosterSpec, theme: Theme, progress: Progress = always
) -> bytes | None:
    """The sheets as one PDF; None when stopped."""
    sheets = compose_poster(subject, spec, text_width, progress)
    if not sheets:
        return None
    return pdf(sheets, theme, lambda done: progress(done, len(sheets)))


def slides(
    subject: Subject,
    events: Sequence[int],
    spec: PageSpec,
    theme: Theme,
    progress: Progress = always,
) -> bytes | None:
    """An overview slide, one for each of these events, and the sources; None when stopped."""
    page = compose(subject, replace(spec, size=SLIDE), text_width)
    return deck([View(page, subject, tuple(events))], palette_of(theme), text_width, progress)


def story_slides(
    story: ViewsFile,
    chronology: Chronology,
    columns: Columns,
    facets: Facets,
    language: str,
    theme: Theme,
    progress: Progress = always,
) -> bytes | None:
    """A slide for each view of a story, each followed by the event selected in it; None when stopped."""
    views = []
    for saved in story.views:
        subject = subject_of_view(chronology, columns, facets, saved, language)
        name = in_language(saved.name, language)
        caption = in_language(saved.caption, language) if saved.caption else None
        page = compose(subject, PageSpec(SLIDE, name, caption), text_width)
        events = () if subject.selection is None else (subject.selection,)
        views.append(View(page, subject, events, caption or ""))
    return deck(views, palette_of(theme), text_width, progress)
