"""The options of `render`, `export` and `screenshot`, and what they ask for; without Qt."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from peru_timeline import paths
from peru_timeline.command_line import picture_options
from peru_timeline.command_line.errors import FileFaultError, UsageError

if TYPE_CHECKING:
    from peru_timeline.chronology.chronology import Chronology
    from peru_timeline.chronology.query import Facets, Query
    from peru_timeline.pictures.subject import Subject
    from peru_timeline.screenshot_options import ScreenshotOptions
    from peru_timeline.timeline.axis.time_span import TimeSpan
    from peru_timeline.timeline.columns import Columns

PICTURES = (".png", ".svg", ".pdf", ".pptx", ".html")
FORMS = (
    "csv", "xlsx", "md", "html", "docx", "json", "bib", "ris", "txt", "apa", "mla", "chicago", "iso690",
    "timelinejs", "timelinejs-sheet", "timeline-project", "markwhen", "icalendar", "simile",
)  # fmt: skip
"""Of `export`; here too, so that the command line need not import their writers."""
STATUSES = ("happened", "reported", "alleged", "planned", "cancelled")
GROUPS = ("sector", "actor", "source", "none")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `render`."""
    parser.add_argument(
        "out",
        metavar="OUT",
        type=_ending(PICTURES),
        help=f"the file to write ({', '.join(PICTURES)})",
    )
    _add_choice(parser)
    parser.add_argument(
        "--group",
        choices=GROUPS,
        default="sector",
        help="what each lane stands for (default: sector)",
    )
    picture_options.add_even_time(parser)
    parser.add_argument("--select", metavar="EVENT", help="select the event with this id")
    parser.add_argument("--title", help="a title other than the chronology's; '' for none")
    parser.add_argument("--subtitle", help="a subtitle other than filter and span; '' for none")
    picture_options.add_look(parser)
    picture_options.add_slides_and_sheets(parser)


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `export`."""
    parser.add_argument(
        "out", metavar="OUT", type=Path, help="the file to write; its ending names the format"
    )
    parser.add_argument(
        "--as",
        dest="form",
        choices=FORMS,
        help="the format, where the ending may mean several: .json is a bibliography, .csv a table",
    )
    _add_choice(parser)


def _add_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, default=paths.default_chronology(),
        help="the chronology (default: the Peru chronology)",
    )  # fmt: skip
    parser.add_argument(
        "--from", dest="first", metavar="DATE", help="the first date shown, such as 2009 or 2012-05"
    )
    parser.add_argument("--to", dest="last", metavar="DATE", help="the last date shown")
    for name in ("actor", "sector", "source"):
        parser.add_argument(
            f"--{name}",
            dest=f"{name}s",
            metavar="ID",
            nargs="+",
            action="extend",
            default=[],
            help=f"show only the events of these {name}s",
        )
    parser.add_argument(
        "--status",
        dest="statuses",
        choices=STATUSES,
        nargs="+",
        action="extend",
        default=[],
        help="show only events with one of these statuses",
    )
    parser.add_argument(
        "--all", action="store_true", help="show only events in which all of these actors take part"
    )
    parser.add_argument(
        "--search", metavar="WORDS", default="", help="show only events with these words"
    )
    parser.add_argument(
        "--language",
        "--lang",
        choices=("en", "es"),
        default="en",
        help="English or Spanish (default: en)",
    )


def _ending(suffixes: tuple[str, ...]) -> Callable[[str], Path]:
    def out(text: str) -> Path:
        if Path(text).suffix.lower() not in suffixes:
            raise argparse.ArgumentTypeError(f'"{text}" must end in {", ".join(suffixes)}')
        return Path(text)

    return out


def opened(path: Path) -> tuple[Chronology, Columns, Facets]:
    """The chronology in a file, with its columns and facets; raises FileFaultError with its faults."""
    from peru_timeline.chronology.faults.fault import ChronologyError
    from peru_timeline.chronology.loader import load_chronology
    from peru_timeline.chronology.query import Facets
    from peru_timeline.chronology.search import SearchIndex
    from peru_timeline.timeline.columns import build_columns

    try:
        chronology = load_chronology(path)
    except ChronologyError as error:
        raise FileFaultError(str(error)) from None
    return (
        chronology,
        build_columns(chronology),
        Facets(chronology, lambda text: SearchIndex(chronology).find(text)),
    )


def subject_of(
    options: argparse.Namespace, chronology: Chronology, columns: Columns, facets: Facets
) -> Subject:
    """What these options ask for; raises UsageError if that is nothing, or an id is unknown."""
    from peru_timeline.pictures.subject import make_subject
    from peru_timeline.timeline.lanes import Grouping
    from peru_timeline.timeline.view import View

    selected = getattr(options, "select", None)
    if selected is not None:
        check_known("event", selected, chronology, "--select")
    view = View(
        span=span_chosen(options.first, options.last, chronology),
        exact=False,
        query=_query(options, chronology),
        grouping=Grouping(getattr(options, "group", "sector")),
        selection=selected,
        even_time=getattr(options, "even_time", False),
    )
    subject = make_subject(chronology, columns, facets, view, options.language)
    if not len(subject.events):
        raise UsageError("no event matches these options; leave some of them out")
    return subject


def view_chosen(
    options: argparse.Namespace, chronology: Chronology, columns: Columns, facets: Facets
) -> Subject:
    """The saved view that --view names, with its words as title and subtitle where none are given.

    Raises FileFaultError with the faults of its file, UsageError if there is no such view.
    """
    from peru_timeline.chronology.faults.fault import ChronologyError
    from peru_timeline.chronology.text import in_language
    from peru_timeline.chronology.views import SUFFIX, load_views, own_views_path
    from peru_timeline.files import exists
    from peru_timeline.pictures.subject import make_subject
    from peru_timeline.timeline.view import view_of

    beside = options.file.with_name(options.file.stem + SUFFIX)
    places = [options.views] if options.views else [own_views_path(chronology), beside]
    found, names = None, []
    for path in places:
        if found is not None or not (options.views or exists(path)):
            continue
        try:
            views = load_views(path, chronology)
        except ChronologyError as error:
            raise FileFaultError(str(error)) from None
        found = views.named(options.view)
        names += [in_language(view.name, options.language) for view in views.views]
    if found is None:
        known = "; ".join(names[:20]) or "none are saved"
        raise UsageError(f'--view: there is no view "{options.view}" ({known})')
    view = replace(view_of(found), even_time=found.even_time or options.even_time)
    if options.title is None:
        options.title = in_language(view.edits.headline or found.name, options.language)
    if options.subtitle is None:
        options.subtitle = in_language(found.caption, options.language) if found.caption else ""
    return make_subject(chronology, columns, facets, view, options.language)


def _query(options: argparse.Namespace, chronology: Chronology) -> Query:
    from peru_timeline.chronology.models import Status
    from peru_timeline.chronology.query import Query

    for name in ("actor", "sector", "source"):
        for value in getattr(options, f"{name}s"):
            check_known(name, value, chronology)
    return Query(
        actors=frozenset(options.actors),
        match="all" if options.all else "any",
        sectors=frozenset(options.sectors),
        statuses=frozenset(Status(status) for status in options.statuses),
        sources=frozenset(options.sources),
        text=options.search,
    )


def check_known(noun: str, value: str, chronology: Chronology, option: str = "") -> None:
    """Raise UsageError if no actor, sector, source or event has this id, naming the nearest by id, name or alias."""
    from peru_timeline.chronology.faults.suggestions import did_you_mean_id

    known = chronology.event_index if noun == "event" else chronology.names_of(f"{noun}s")
    if value not in known:
        near = did_you_mean_id(value, chronology.names_of(f"{noun}s"))
        raise UsageError(f'{option or f"--{noun}"}: no {noun} "{value}"{near}')


def span_chosen(first: str | None, last: str | None, chronology: Chronology) -> TimeSpan | None:
    """The span from the first to the last day of two dates; instead of a missing one, the chronology's own.

    None if both are missing. Raises UsageError if one is not a date, or they do not make a span.
    """
    from peru_timeline.chronology.dates.event_date import DateError, parse_date
    from peru_timeline.timeline.axis.time_span import TimeSpan

    if first is None and last is None:
        return None
    try:
        first_date = parse_date(first) if first is not None else chronology.span
        last_date = parse_date(last) if last is not None else chronology.span
    except DateError as error:
        raise UsageError(f"--from, --to: {error}") from None
    start = first_date.moments.earliest_start if first_date else None
    end = last_date.moments.latest_end if last_date else None
    if start is None or end is None:
        raise UsageError("--from and --to: give both, each with a beginning and an end")
    if end <= start:
        raise UsageError("--from must be earlier than --to")
    return TimeSpan(start, end)


def _span_to_reach(selected: str | None, chronology: Chronology) -> TimeSpan | None:
    """The span around an event that lies outside the opening view; None for any other."""
    from peru_timeline.timeline.columns import build_columns, opening_span
    from peru_timeline.ui.canvas.input.event_navigation import event_span

    if selected is None:
        return None
    columns = build_columns(chronology)
    home, event = opening_span(chronology, columns), chronology.event_index[selected]
    is_in_view = columns.end[event] > home.start and columns.start[event] < home.end
    return None if is_in_view or not columns.is_dated[event] else event_span(columns, event, home)


def screenshot_options(chosen: argparse.Namespace, chronology: Chronology) -> ScreenshotOptions:
    """What a picture of the window is to show."""
    from peru_timeline.chronology.query import Query
    from peru_timeline.screenshot_options import ScreenshotOptions
    from peru_timeline.timeline.lanes import Grouping
    from peru_timeline.timeline.view import View

    if chosen.select is not None:
        check_known("event", chosen.select, chronology, "--select")
    for actor in chosen.actors:
        check_known("actor", actor, chronology)
    return ScreenshotOptions(
        out=chosen.out,
        path=chosen.file,
        chronology=chronology,
        width_px=chosen.size[0],
        height_px=chosen.size[1],
        theme=chosen.theme,
        text_scale=chosen.text_scale,
        language=chosen.language,
        view=View(
            span=span_chosen(chosen.first, chosen.last, chronology)
            or _span_to_reach(chosen.select, chronology),
            query=Query(actors=frozenset(chosen.actors)),
            grouping=Grouping(chosen.group),
            selection=chosen.select,
            even_time=chosen.even_time,
        ),
        regime=chosen.regime,
        panels=chosen.panels,
        shelf=chosen.shelf,
    )
