"""From a subject to the bytes of a picture, poster or slides; the dialog and the command line both use it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QGuiApplication

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.query import Facets
from peru_timeline.chronology.views import ViewsFile
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import CompositionSpec
from peru_timeline.pictures.composition.handout import SHEET, compose_handout
from peru_timeline.pictures.composition.picture import picture_of
from peru_timeline.pictures.composition.talk import Talk
from peru_timeline.pictures.composition.unmet import unmet
from peru_timeline.pictures.page import Page, PageSpec
from peru_timeline.pictures.poster import PosterSpec, compose_poster
from peru_timeline.pictures.progress import Progress, unheard
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.pictures.slides.deck import ViewSlide, deck
from peru_timeline.pictures.slides.office_fonts import OFFICE_MEASURES
from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.slides.template import HOUSE, template_of
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.webpage.page_data import Story
from peru_timeline.pictures.webpage.page_html import COLOUR_NAMES, Colours, web_page
from peru_timeline.timeline.columns import Columns
from peru_timeline.ui.look.theme import DARK, LIGHT, Theme
from peru_timeline.ui.paint.audience.picture_painting import MEASURES
from peru_timeline.ui.paint.files.pdf_file import pdf
from peru_timeline.ui.paint.files.png_file import png
from peru_timeline.ui.paint.files.svg_file import SvgText, svg
from peru_timeline.ui.paint.text_measure import text_width

SLIDE = NAMED["16:9"]


class DeckFiles(NamedTuple):
    """What a deck is made with: the bytes of a template, and those of the deck that is renewed."""

    template: bytes | None = None
    existing: bytes | None = None
    rest: bool = False
    """Whether a second slide tells what has no room on that of a view."""


NO_FILES = DeckFiles()


def palette_of(theme: Theme) -> Palette:
    """The theme's colours, for what is drawn without Qt."""

    def hexadecimal(colour: QColor) -> str:
        return colour.name()[1:].upper()

    single = {
        name: hexadecimal(getattr(theme, name))
        for name in Palette._fields
        if not name.startswith("bloc") and name != "paper"
    }
    return Palette(
        **single,
        paper=single["ground"],
        blocs=tuple(map(hexadecimal, theme.blocs)),
        bloc_tints=tuple(map(hexadecimal, theme.bloc_tints)),
    )


def page_colours() -> Colours:
    """The colours of a web page by day and by night."""

    def by_name(theme: Theme) -> dict[str, str]:
        single = {name.replace("_", "-"): getattr(theme, name).name() for name in COLOUR_NAMES}
        blocs = {f"bloc-{i}": colour.name() for i, colour in enumerate(theme.blocs)}
        tints = {f"bloc-tint-{i}": colour.name() for i, colour in enumerate(theme.bloc_tints)}
        return single | blocs | tints

    return Colours(by_name(LIGHT), by_name(DARK))


def page(
    subject: Subject, story: Story | None = None, progress: Progress = unheard
) -> bytes | None:
    """The events that a subject shows as a web page; None if `progress` stopped the work."""
    return web_page(subject, text_width, page_colours(), story, progress)


def application() -> QCoreApplication:
    """The existing application object, or a new one that can paint but has no windows."""
    return QGuiApplication.instance() or QGuiApplication(["peru-timeline"])


def picture(
    subject: Subject,
    form: str,
    spec: PageSpec,
    theme: Theme,
    scale: float,
    progress: Progress = unheard,
    text: SvgText = "outlines",
) -> bytes | None:
    """One picture as "png", "svg" or "pdf"; None if `progress` stopped the work.

    Raises PageError, SizeError or MemoryError if there is no room for it.
    """
    page = picture_of(subject, spec, MEASURES)
    if form == "png":
        return png(page, theme, scale, progress)
    if not progress(1, 3):
        return None
    content = svg(page, theme, text) if form == "svg" else pdf([page], theme)
    return content if progress(3, 3) else None


def unmet_in(subject: Subject, spec: PageSpec) -> tuple[Message, ...]:
    """What was decided by hand and is not so in a picture of this page."""
    page = picture_of(subject, replace(spec, style="audience"), MEASURES)
    return () if isinstance(page, Page) else unmet(subject, page)


def poster(
    subject: Subject, spec: PosterSpec, theme: Theme, progress: Progress = unheard
) -> bytes | None:
    """All sheets as one PDF; None if `progress` stopped the work."""
    sheets = compose_poster(subject, spec, text_width, progress)
    if not sheets:
        return None
    return pdf(sheets, theme, progress)


def handout(
    subject: Subject, spec: PageSpec, theme: Theme, progress: Progress = unheard
) -> bytes | None:
    """A handout on A4 as PDF; None if `progress` stopped the work."""
    asked = CompositionSpec(SHEET, spec.title, spec.subtitle, legend=spec.legend, sources=spec.foot)
    return pdf(compose_handout(subject, asked, MEASURES), theme, progress)


def slides(
    subject: Subject,
    events: Sequence[int],
    spec: PageSpec,
    theme: Theme,
    progress: Progress = unheard,
    files: DeckFiles = NO_FILES,
) -> bytes | None:
    """A slide of the subject, one for each of these events, and the sources; None if `progress` stopped the work.

    Raises PageError if the template or the deck to be renewed cannot be used.
    """
    template = template_of(files.template)
    asked = CompositionSpec(
        template.page_size,
        spec.title,
        spec.subtitle,
        focus=subject.selection,
        legend=spec.legend,
        sources=spec.foot,
        titled=template is HOUSE,
    )
    composition = compose_for_audience(subject, asked, OFFICE_MEASURES)
    view = ViewSlide("view", composition, subject, tuple(events))
    views = [view, *_second(view, asked)] if files.rest else [view]
    return deck(views, palette_of(theme), progress, template=template, existing=files.existing)


def story_slides(
    story: ViewsFile,
    chronology: Chronology,
    columns: Columns,
    facets: Facets,
    language: str,
    theme: Theme,
    progress: Progress = unheard,
    files: DeckFiles = NO_FILES,
) -> bytes | None:
    """A slide for each view of a story, followed by its selected event; None if `progress` stopped the work.

    Raises PageError if the template or the deck to be renewed cannot be used.
    """
    template = template_of(files.template)
    talk = Talk(story.views, chronology, columns, facets, language, OFFICE_MEASURES)
    views: list[ViewSlide] = []
    for number, key in enumerate(story.keys):
        subject = talk.subject(number)
        asked = talk.slide(number, template.page_size, titled=template is HOUSE)
        composition = compose_for_audience(subject, asked, OFFICE_MEASURES)
        events = () if subject.selection is None else (subject.selection,)
        notes = "\n\n".join(part for part in (talk.notes(number), talk.caption(number)) if part)
        view = ViewSlide(key, composition, subject, events, notes)
        views += [view, *_second(view, asked)] if files.rest else [view]
    return deck(views, palette_of(theme), progress, template=template, existing=files.existing)


def _second(view: ViewSlide, asked: CompositionSpec) -> Iterator[ViewSlide]:
    """A slide for what has no room on that of a view, if there is any; it counts what it leaves out in turn."""
    if not view.composition.left_out:
        return
    again = replace(asked, focus=None, by_hand=view.composition.left_out)
    composition = compose_for_audience(view.subject, again, OFFICE_MEASURES)
    if composition.told:
        yield ViewSlide(f"{view.key}/2", composition, view.subject)
