"""What the page's script needs to draw: events, lanes and plans as numbers and short texts, ready for JSON.

Events are numbered as they stand in the page. Texts that are the same in both languages are written once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.arranging.edits import NO_EDITS
from peru_timeline.chronology.dates.unit_wording import month_names
from peru_timeline.chronology.dates.vocabulary import vocabulary
from peru_timeline.chronology.event_dates import short_event_date
from peru_timeline.chronology.models import LONGEST_TITLE, Status
from peru_timeline.chronology.query import Facets
from peru_timeline.chronology.text import LanguageMap, in_language, printable
from peru_timeline.chronology.views import ViewsFile
from peru_timeline.chronology.wording import status_in_words
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.webpage.page_bands import page_bands
from peru_timeline.pictures.webpage.plans import (
    FEW_REFERENCES,
    REFERENCES,
    Reference,
    reference_plans,
)
from peru_timeline.pictures.webpage.words import LANGUAGES, page_words
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import everything, opening_span
from peru_timeline.timeline.lanes import Grouping, LaneChoice, Lanes, build_lanes
from peru_timeline.timeline.layout_input import LayoutInput, build_layout_input
from peru_timeline.timeline.packing.lane_filter import LaneFilter
from peru_timeline.timeline.text_measure import TextMeasure

MANY_EVENTS = 2000
"""A page with more has the lanes that were asked for alone, for a telephone and a desk."""
FLAGS = ("fade_left", "fade_right", "open_left", "open_right", "dotted", "uncertain", "is_dated")
"""Bits of an event's flags, the first is 1."""

Step = Callable[[], None]
"""Called between pieces of work; may raise to stop it."""


@dataclass(frozen=True, slots=True)
class Story:
    """Saved views in the order of telling, and what resolves their queries."""

    views: ViewsFile
    facets: Facets


def page_data(
    subject: Subject, measure: TextMeasure, story: Story | None, step: Step
) -> dict[str, Any]:
    """All numbers and short texts of a page."""
    chronology, columns = subject.chronology, subject.columns
    home = opening_span(chronology, columns)
    whole = everything(home, columns)
    groupings = _groupings(subject, story)
    return {
        "language": subject.language,
        "words": {language: page_words(language)._asdict() for language in LANGUAGES},
        "months": {language: month_names(language, short=True) for language in LANGUAGES},
        "years": {language: _year_words(language) for language in LANGUAGES},
        "home": [home.start, home.end],
        "whole": [whole.start, whole.end],
        "events": _events(subject, step),
        "bands": page_bands(subject.bands, chronology, home, whole),
        "facets": _facets(subject),
        "grouping": subject.grouping.value,
        "sheets": {
            grouping.value: _sheet(subject, grouping, measure, step) for grouping in groupings
        },
        "story": None if story is None else _story(subject, story, home, whole),
    }


def _year_words(language: str) -> dict[str, Any]:
    """How the script writes years on its axis."""
    words = vocabulary(language)
    return {"bce": words.bce, "thousands": words.thousands, "ago": words.years_ago}


def both(texts: LanguageMap) -> str | dict[str, str]:
    """A title or name for the page: as it is, or in both languages where they differ."""
    return _both([_short(in_language(texts, language)) for language in LANGUAGES])


def _short(text: str) -> str:
    """A name as far as anyone reads it; the list below has the whole."""
    shown = printable(text)
    return shown if len(shown) <= LONGEST_TITLE else f"{shown[: LONGEST_TITLE - 1]}…"


def _both(texts: Sequence[str]) -> str | dict[str, str]:
    return texts[0] if texts[0] == texts[1] else dict(zip(LANGUAGES, texts, strict=True))


def _groupings(subject: Subject, story: Story | None) -> list[Grouping]:
    wanted = [subject.grouping]
    if len(subject.events) <= MANY_EVENTS:
        wanted += [Grouping.SECTOR, Grouping.ACTOR, Grouping.NONE]
        wanted += [] if story is None else [Grouping(view.grouping) for view in story.views.views]
    return [grouping for grouping in Grouping if grouping in wanted]


def _numbers(values: NDArray[np.float64]) -> list[float]:
    """Days; whole ones without a decimal point, which is shorter."""
    return [int(value) if value == int(value) else value for value in values.tolist()]


def _events(subject: Subject, step: Step) -> dict[str, Any]:
    chronology, columns, index = subject.chronology, subject.columns, subject.events
    number = {actor.id: i for i, actor in enumerate(chronology.actors)}
    lines = {a.id: [number[line] for line in chronology.ancestors(a.id)] for a in chronology.actors}
    sector_number = {sector.id: i for i, sector in enumerate(chronology.sectors)}
    source_number = {source.id: i for i, source in enumerate(chronology.sources)}
    ids, titles, dates, actors, sectors, sources = [], [], [], [], [], []
    for at in index.tolist():
        step()
        event = chronology.events[at]
        ids.append(event.id)
        titles.append(both(event.title))
        dates.append(_both([short_event_date(event, chronology, lang) for lang in LANGUAGES]))
        taking_part = dict.fromkeys(one for role in event.actors for one in lines[role.actor])
        actors.append(list(taking_part))
        sectors.append([] if event.sector is None else [sector_number[event.sector]])
        sources.append(
            [source_number[name] for name in dict.fromkeys(e.source for e in event.evidence)]
        )
    flags = sum(
        getattr(columns, name)[index].astype(np.int64) << bit for bit, name in enumerate(FLAGS)
    )
    return {
        "id": ids,
        "title": titles,
        "date": dates,
        "actors": actors,
        "sector": sectors,
        "sources": sources,
        "start": _numbers(columns.start[index]),
        "end": _numbers(columns.end[index]),
        "flags": np.asarray(flags).tolist(),
        **{
            name: getattr(columns, name)[index].tolist()
            for name in ("shape", "bloc", "status", "importance")
        },
    }


def _facets(subject: Subject) -> dict[str, list[dict[str, Any]]]:
    """What the filter offers, by facet: a number, as events have it, and a name."""
    chronology = subject.chronology
    statuses = [
        {language: status_in_words(status, language).capitalize() for language in LANGUAGES}
        for status in Status
    ]
    titles = [both(source.title) if source.title else source.id for source in chronology.sources]
    named: dict[str, Sequence[Any]] = {
        "status": statuses,
        "sector": [both(sector.name) for sector in chronology.sectors],
        "sources": titles,
    }
    facets = {
        facet: [{"n": n, "name": name} for n, name in enumerate(names)]
        for facet, names in named.items()
    }
    return {**facets, "actors": _actors(subject)}


def _actors(subject: Subject) -> list[dict[str, Any]]:
    """Every actor with its bloc's style and how far below its bloc it stands, in the order of the tree."""
    chronology, styles = subject.chronology, subject.columns.bloc_styles
    number = {actor.id: i for i, actor in enumerate(chronology.actors)}
    made: list[dict[str, Any]] = []

    def below(parent: str | None, depth: int) -> None:
        for actor in chronology.children_of(parent):
            bloc = styles[chronology.bloc_of[actor.id]]
            made.append(
                {"n": number[actor.id], "name": both(actor.name), "depth": depth, "bloc": bloc}
            )
            below(actor.id, depth + 1)

    below(None, 0)
    return made


def references_for(events: int) -> tuple[Reference, ...]:
    """The sizes that a page with so many events has plans for."""
    return REFERENCES if events <= MANY_EVENTS else FEW_REFERENCES


def layout_for(
    subject: Subject, grouping: Grouping, language: str, measure: TextMeasure
) -> tuple[LayoutInput, LaneFilter]:
    """What the plans of a page are made from; the program's own scenes are made from the same."""
    chronology, columns = subject.chronology, subject.columns
    lanes = build_lanes(chronology, grouping, LaneChoice(order=subject.lanes.order))
    made = build_layout_input(chronology, columns, lanes, language, measure)
    return made, LaneFilter(made, subject.shown, False, frozenset())


def _sheet(
    subject: Subject, grouping: Grouping, measure: TextMeasure, step: Step
) -> dict[str, Any]:
    """The lanes of a grouping, where events stand in them, and all plans."""
    number = np.full(len(subject.columns), -1, dtype=np.int64)
    number[subject.events] = np.arange(len(subject.events))
    plans: dict[str, Any] = {}
    for language in LANGUAGES:
        layout_input, lane_filter = layout_for(subject, grouping, language, measure)
        if plans and _same_titles(subject):
            plans[language] = "en"
            continue
        plans[language] = [
            {
                **reference._asdict(),
                "octaves": _stepping(layout_input, lane_filter, reference, step),
            }
            for reference in references_for(len(subject.events))
        ]
    lanes: Lanes = layout_input.lanes
    return {
        "lanes": [
            {"id": i, "name": both(name)} for i, name in zip(lanes.ids, lanes.names, strict=True)
        ],
        "placed": [number[lane.shown].tolist() for lane in lane_filter.lanes],
        "shelf": [number[lane.shelved].tolist() for lane in lane_filter.lanes],
        "plans": plans,
    }


def _stepping(
    layout_input: LayoutInput, lane_filter: LaneFilter, reference: Reference, step: Step
) -> list[dict[str, Any]]:
    octaves = []
    for plan in reference_plans(layout_input, lane_filter, reference):
        step()
        octaves.append(plan)
    return _without_repeats(octaves)


def _without_repeats(octaves: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The octaves, each plan that equals that of the octave before left out: the script takes that one then."""
    kept: dict[str, Any] = {}
    made = []
    for octave in octaves:
        made.append({key: plan for key, plan in octave.items() if kept.get(key) != plan})
        if "o" not in octave:
            made[-1]["o"] = None
        kept = octave
    return made


def _caption(texts: LanguageMap) -> str | dict[str, str]:
    return _both([printable(in_language(texts, language)) for language in LANGUAGES])


def _same_titles(subject: Subject) -> bool:
    """Whether every title is the same in both languages, so that one set of plans serves both."""
    titles: Iterable[LanguageMap] = (
        subject.chronology.events[at].title for at in subject.events.tolist()
    )
    first, second = LANGUAGES
    return all(in_language(title, first) == in_language(title, second) for title in titles)


def _story(subject: Subject, story: Story, home: TimeSpan, whole: TimeSpan) -> dict[str, Any]:
    number = {event: i for i, event in enumerate(subject.events.tolist())}
    index = subject.chronology.event_index
    views = []
    for view in story.views.views:
        chosen = np.flatnonzero(story.facets.select(view.query)).tolist()
        shown = [number[event] for event in chosen if event in number]
        selected = None if view.selection is None else number.get(index[view.selection])
        views.append(
            {
                "name": both(view.name),
                "caption": None if view.caption is None else _caption(view.caption),
                "days": view.days,
                "events": None if len(shown) == len(number) else shown,
                "grouping": view.grouping,
                "selection": selected,
                "bands": page_bands(
                    (view.picture or NO_EDITS).bands, subject.chronology, home, whole
                ),
            }
        )
    return {"title": both(story.views.title), "views": views}
