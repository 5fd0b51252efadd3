"""`peru-timeline render` and `export`: pictures, slides, web pages, tables, bibliographies, all without a display.

Nothing here imports Qt before a picture is drawn.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from peru_timeline.command_line.errors import FileFaultError, UsageError
from peru_timeline.command_line.render_options import opened, subject_of, view_chosen

if TYPE_CHECKING:
    from peru_timeline.chronology.chronology import Chronology
    from peru_timeline.chronology.query import Facets
    from peru_timeline.chronology.views import ViewsFile
    from peru_timeline.pictures.page import PageSpec, Style
    from peru_timeline.pictures.sizes import PageSize
    from peru_timeline.pictures.subject import Subject
    from peru_timeline.timeline.columns import Columns
    from peru_timeline.ui.export.rendering import DeckFiles
    from peru_timeline.ui.look.theme import Theme


def run(options: argparse.Namespace) -> int:
    """Write a picture, slides, a poster or a web page, whole or not at all; raises UsageError with a sentence."""
    from peru_timeline.pictures.page import PageError
    from peru_timeline.pictures.sizes import SizeError

    suffix = options.out.suffix.lower()
    _check(options, suffix)
    _check_folder(options.out)
    try:
        content, told = _content(options, suffix)
    except (PageError, SizeError, MemoryError) as error:
        raise UsageError(str(error)) from None
    _write(options.out, content)
    for sentence in told:
        sys.stderr.write(f"{sentence}\n")
    return 0


def run_export(options: argparse.Namespace) -> int:
    """Write the chosen events as a table, a bibliography or a file of another program; tell what it cannot hold."""
    from peru_timeline.chronology.formats.files import WRITERS, ending_of, form_of, losses_of
    from peru_timeline.pictures.subject import filter_in_words, span_in_words

    form = options.form or form_of(options.out.suffix)
    if form is None or options.out.suffix.lower() != ending_of(form):
        endings = ", ".join(
            dict.fromkeys(map(ending_of, [options.form] if options.form else WRITERS))
        )
        raise UsageError(f'"{options.out.name}" must end in {endings}')

    chronology, columns, facets = opened(options.file)
    subject = subject_of(options, chronology, columns, facets)
    _check_folder(options.out)
    events = subject.events.tolist()
    try:
        named = [filter_in_words(subject.query, chronology, options.language)]
        if subject.view.span is not None:
            named.append(span_in_words(subject.view.span, options.language))
        filtered = "; ".join(part for part in named if part)
        content = WRITERS[form](chronology, events, options.language, filtered)
    except ValueError as error:
        raise UsageError(str(error)) from None
    _write(options.out, content)
    for loss in losses_of(form, chronology, events):
        sys.stderr.write(f"{loss}\n")
    return 0


def _check(options: argparse.Namespace, suffix: str) -> None:
    if options.story and suffix not in (".pptx", ".html"):
        raise UsageError("--story makes slides or a web page: OUT must end in .pptx or .html")
    if options.story and options.view is not None:
        raise UsageError("--story shows every view of a file, --view one; leave one of them out")
    if options.views is not None and options.view is None:
        raise UsageError("--views names a file; say with --view which of its views to show")
    if options.events and suffix != ".pptx":
        raise UsageError("--events chooses slides: OUT must end in .pptx")
    if options.template and suffix != ".pptx":
        raise UsageError("--template is for slides: OUT must end in .pptx")
    if options.handout and suffix != ".pdf":
        raise UsageError("--handout makes sheets of paper: OUT must end in .pdf")
    if (options.poster is not None or options.strip is not None) and suffix != ".pdf":
        raise UsageError("--poster and --strip make sheets of paper: OUT must end in .pdf")


def _check_folder(out: Path) -> None:
    if not out.parent.is_dir():
        raise UsageError(f"{out.parent}: there is no such folder")
    if out.is_dir():
        raise UsageError(f"{out} is a folder; name a file in it")


def _write(out: Path, content: bytes) -> None:
    from peru_timeline.chronology.text import printable
    from peru_timeline.files import write_atomically

    try:
        write_atomically(out, content)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror or error}") from None
    sys.stdout.write(f"{printable(str(out))}\n")


def _content(options: argparse.Namespace, suffix: str) -> tuple[bytes, list[str]]:
    """The bytes of the file, and what of an arrangement became impossible."""
    from peru_timeline.chronology.query import Query
    from peru_timeline.pictures.sizes import parse_size

    size = parse_size(options.size)
    chronology, columns, facets = opened(options.file)
    if options.view is None:
        subject = subject_of(options, chronology, columns, facets)
        before_people = suffix == ".pptx" or options.handout or options.style == "audience"
        if before_people and subject.view.span is None and subject.query != Query():
            subject = subject.around_its_events()
    else:
        subject = view_chosen(options, chronology, columns, facets)
    told: list[str] = []
    application = _qt_without_display()
    from peru_timeline.ui.look.theme import theme_for

    theme = theme_for(options.theme, 1.0)
    if options.poster is not None or options.strip is not None:
        content = _poster(options, subject, size, theme)
    elif options.handout:
        from peru_timeline.ui.export.rendering import handout

        content = handout(subject, _page_spec(options, size), theme)
    elif suffix == ".html":
        content = _web_page(options, subject, facets)
    elif options.story is not None:
        content = _story(options, chronology, columns, facets, theme)
    else:
        content = _picture(options, suffix, subject, size, theme)
    if options.view is not None and suffix != ".html":
        from peru_timeline.ui.export.rendering import unmet_in

        told = [*map(str, unmet_in(subject, _page_spec(options, size)))]
    elif options.story is not None and suffix == ".pptx":
        told = _unmet_in_story(options, chronology, columns, facets)
    del application
    return content or b"", told


def _unmet_in_story(
    options: argparse.Namespace, chronology: Chronology, columns: Columns, facets: Facets
) -> list[str]:
    """What of the arrangement of each view of a story became impossible, with the name of the view."""
    from peru_timeline.chronology.text import in_language
    from peru_timeline.pictures.subject import make_subject
    from peru_timeline.timeline.view import view_of
    from peru_timeline.ui.export.rendering import SLIDE, unmet_in

    language, told = options.language, []
    for saved in _views(options, chronology).views:
        if saved.picture is not None:
            subject = make_subject(chronology, columns, facets, view_of(saved), language)
            name = in_language(saved.name, language)
            spec = _page_spec(options, SLIDE)
            told += [f"{name}: {sentence}" for sentence in unmet_in(subject, spec)]
    return told


def _deck_files(options: argparse.Namespace) -> DeckFiles:
    """The template, and the deck of the same name if there is one: our slides in it are made anew."""
    from peru_timeline.ui.export.rendering import DeckFiles

    found: list[bytes | None] = []
    for path, must_exist in ((options.template, True), (options.out, False)):
        try:
            found.append(None if path is None else path.read_bytes())
        except FileNotFoundError:
            if must_exist:
                raise UsageError(f"{path}: there is no such file") from None
            found.append(None)
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror or error}") from None
    template, existing = found
    return DeckFiles(template, existing, options.rest)


def _poster(
    options: argparse.Namespace, subject: Subject, size: PageSize, theme: Theme
) -> bytes | None:
    from peru_timeline.pictures.poster import PosterSpec
    from peru_timeline.ui.export.rendering import poster

    across = 1 if options.poster is None else options.poster
    spec = PosterSpec(_page_spec(options, size), across, options.strip)
    return poster(subject, spec, theme)


def _story(
    options: argparse.Namespace,
    chronology: Chronology,
    columns: Columns,
    facets: Facets,
    theme: Theme,
) -> bytes | None:
    from peru_timeline.ui.export.rendering import story_slides

    story, files = _views(options, chronology), _deck_files(options)
    if options.even_time:
        views = tuple(view.model_copy(update={"even_time": True}) for view in story.views)
        story = story.model_copy(update={"views": views})
    return story_slides(story, chronology, columns, facets, options.language, theme, files=files)


def _web_page(options: argparse.Namespace, subject: Subject, facets: Facets) -> bytes | None:
    from peru_timeline.pictures.webpage.page_data import Story
    from peru_timeline.ui.export.rendering import page

    told = options.story is not None
    return page(subject, Story(_views(options, subject.chronology), facets) if told else None)


def _views(options: argparse.Namespace, chronology: Chronology) -> ViewsFile:
    """The views that --story names."""
    from peru_timeline.chronology.faults.fault import ChronologyError
    from peru_timeline.chronology.views import load_views

    try:
        story = load_views(options.story, chronology)
    except ChronologyError as error:
        raise FileFaultError(str(error)) from None
    if not story.views:
        raise UsageError(f"{options.story}: contains no views")
    return story


def _picture(
    options: argparse.Namespace, suffix: str, subject: Subject, size: PageSize, theme: Theme
) -> bytes | None:
    from peru_timeline.ui.export.rendering import picture, slides

    spec = _page_spec(options, size)
    if suffix == ".pptx":
        events = _slide_events(options, subject)
        return slides(subject, events, spec, theme, files=_deck_files(options))
    return picture(subject, suffix[1:], spec, theme, options.scale, text=options.text)


def _page_spec(options: argparse.Namespace, size: PageSize) -> PageSpec:
    from peru_timeline.pictures.page import PageSpec

    legend, foot = not options.no_legend, not options.no_foot
    style: Style = options.style or ("full" if options.view is None else "audience")
    return PageSpec(size, options.title, options.subtitle, legend, foot, style)


def _slide_events(options: argparse.Namespace, subject: Subject) -> list[int]:
    selected = [] if subject.selection is None else [subject.selection]
    chosen = options.events or ("selected" if selected else "shown")
    shown: list[int] = subject.events.tolist()
    return {"none": [], "selected": selected, "shown": shown}[chosen]


def _qt_without_display() -> object:
    """Start as much of Qt as fonts and painting need; the caller must keep what is returned until it is done."""
    from peru_timeline.system_libraries import check_before_qt

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if obstacle := check_before_qt():
        raise UsageError(obstacle)
    from peru_timeline.ui.export.rendering import application

    return application()
