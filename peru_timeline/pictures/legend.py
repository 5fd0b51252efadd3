"""The legend: what occurs in a picture, each with a sample that is drawn like the marks themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.models import Status
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.wording import status_in_words
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import TextLine
from peru_timeline.timeline.columns import GREY_STYLE
from peru_timeline.timeline.drawn_shelf import ShelfItem
from peru_timeline.timeline.scene import Cluster, Mark, Scene, Shape
from peru_timeline.timeline.text_measure import TextMeasure
from peru_timeline.typefaces import REGULAR

KEY_PX, ROW_PX = 13.0, 24.0
GLYPH_PX, BAR_PX, BAR_HEIGHT_PX, CLUSTER_PX = 12.0, 34.0, 11.0, 22.0
GAP_PX, BETWEEN_PX = 8.0, 26.0  # from a sample to its meaning, from one key to the next
SMALL_PX = 5.0  # of a mark without its title
FEW_EVENTS = 20  # so few have room for all titles in nearly any window
_NO_EVENT = -1


class LegendKey(NamedTuple):
    """One entry: a sample (a mark or a cluster in design px, or a few letters) and what it means."""

    mark: Mark | None
    cluster: Cluster | None
    letters: TextLine | None
    meaning: TextLine

    def lowered(self, by: float) -> LegendKey:
        """The same key, `by` px further down."""
        return LegendKey(
            self.mark and self.mark._replace(y=self.mark.y + by),
            self.cluster and self.cluster._replace(y=self.cluster.y + by),
            self.letters and self.letters.lowered(by),
            self.meaning.lowered(by),
        )

    def placed(self, x: float, y: float, zoom: float) -> LegendKey:
        """The same key `zoom` times as large, its origin at (x, y)."""
        mark, cluster = self.mark, self.cluster
        return LegendKey(
            mark
            and mark._replace(
                left=x + zoom * mark.left,
                right=x + zoom * mark.right,
                y=y + zoom * mark.y,
                height=zoom * mark.height,
            ),
            cluster
            and cluster._replace(
                left=x + zoom * cluster.left,
                right=x + zoom * cluster.right,
                y=y + zoom * cluster.y,
                height=zoom * cluster.height,
            ),
            self.letters and self.letters.placed(x, y, zoom),
            self.meaning.placed(x, y, zoom),
        )


class _Entry(NamedTuple):
    """What a key shows, before it has a position."""

    text: str
    bloc: int
    shape: Shape = Shape.POINT
    status: Status = Status.HAPPENED
    arrow: bool = False
    tail: bool = False
    dotted: bool = False
    letters: str = ""
    cluster: bool = False
    small: bool = False


def legend_keys(
    subject: Subject, scene: Scene | None, left: float, width: float, measure: TextMeasure
) -> tuple[LegendKey, ...]:
    """The legend of a scene, in rows counted from y = 0; without a scene, of all that the subject could show."""
    looks = _looks_of(subject) if scene is None else _looks_in(scene)
    clustered = scene is None or bool(scene.clusters)
    entries = _entries(subject, looks, subject.events, clustered=clustered)
    return _in_rows(entries, left, width, measure)


def legend_of_marks(
    subject: Subject, marks: Sequence[Mark], width: float, measure: TextMeasure
) -> tuple[LegendKey, ...]:
    """The legend of these marks alone, in rows counted from (0, 0); all titles are in one weight."""
    looks = _looks_of_marks(subject, marks)
    return _in_rows(_entries(subject, looks, looks.events, quiet=False), 0.0, width, measure)


def _in_rows(
    entries: Sequence[_Entry], left: float, width: float, measure: TextMeasure
) -> tuple[LegendKey, ...]:
    keys: list[LegendKey] = []
    x, row = left, 0
    for entry in entries:
        sample_px = _sample_width(entry, measure)
        text_px = measure(entry.text, KEY_PX, REGULAR)
        if x > left and x + sample_px + GAP_PX + text_px > left + width:
            x, row = left, row + 1
        middle = ROW_PX * (row + 0.5)
        meaning = TextLine(
            x + sample_px + GAP_PX, middle, text_px, entry.text, KEY_PX, REGULAR, "ink_soft"
        )
        keys.append(_key(entry, x, middle, sample_px, meaning))
        x += sample_px + GAP_PX + text_px + BETWEEN_PX
    return tuple(keys)


def legend_height(keys: Sequence[LegendKey]) -> float:
    """Px that the rows of these keys take."""
    return keys[-1].meaning.middle + ROW_PX / 2 if keys else 0.0


class _Looks(NamedTuple):
    """What marks look like: everything that a legend may have to explain."""

    events: NDArray[np.int64]
    blocs: Counter[int]
    shapes: frozenset[int]
    statuses: frozenset[int]
    is_open: bool
    is_dotted: bool
    has_tails: bool = False  # of what has no known beginning
    has_small: bool = False  # marks without titles, at the foot of a lane


def _looks_in(scene: Scene) -> _Looks:
    glyphs: list[Mark | ShelfItem] = [*scene.marks, *scene.shelf.items]
    blocs = Counter(drawn.bloc for drawn in glyphs)
    for cluster in scene.clusters:
        blocs.update(dict.fromkeys(cluster.blocs, 1))
    return _Looks(
        events=np.array([mark.event for mark in scene.marks], np.int64),
        blocs=blocs,
        shapes=frozenset(mark.shape for mark in scene.marks),
        statuses=frozenset(drawn.status for drawn in glyphs),
        is_open=any(mark.arrow_right or mark.arrow_left for mark in scene.marks),
        is_dotted=any(mark.dotted for mark in scene.marks),
        has_small=any(mark.quiet and mark.emphasis > 0 for mark in scene.marks),
    )


def _looks_of_marks(subject: Subject, marks: Sequence[Mark]) -> _Looks:
    dated = [mark for mark in marks if subject.columns.is_dated[mark.event]]
    return _Looks(
        events=np.array([mark.event for mark in marks], np.int64),
        blocs=Counter(mark.bloc for mark in marks),
        shapes=frozenset(mark.shape for mark in dated),
        statuses=frozenset(mark.status for mark in marks),
        is_open=any(mark.arrow_right or mark.arrow_left for mark in marks),
        is_dotted=any(mark.dotted for mark in marks),
        has_tails=len(dated) < len(marks),
    )


def _looks_of(subject: Subject) -> _Looks:
    """What the marks of all events of a subject would look like."""
    columns, events = subject.columns, np.asarray(subject.events, np.int64)
    on_axis = events[columns.is_dated[events]]  # on the shelf a glyph says nothing of the date
    count = np.bincount(columns.bloc[events])
    return _Looks(
        events=events,
        blocs=Counter({bloc: n for bloc, n in enumerate(count.tolist()) if n}),
        shapes=frozenset(np.flatnonzero(np.bincount(columns.shape[on_axis])).tolist()),
        statuses=frozenset(np.flatnonzero(np.bincount(columns.status[events])).tolist()),
        is_open=bool((columns.open_left[on_axis] | columns.open_right[on_axis]).any()),
        is_dotted=bool(columns.dotted[on_axis].any()),
        has_small=len(on_axis) > FEW_EVENTS,
    )


def _entries(
    subject: Subject,
    looks: _Looks,
    leading: NDArray[np.int64],
    *,
    clustered: bool = False,
    quiet: bool = True,
) -> tuple[_Entry, ...]:
    """What is to be explained, in order; the blocs named are those that lead the events `leading`."""
    phrases = phrases_in(subject.language)
    if not looks.blocs:
        return ()
    names = _bloc_names(subject, leading)
    styles = sorted(looks.blocs, key=lambda style: (style == GREY_STYLE, style))  # grey: the rest
    found = [_Entry(names[bloc], bloc) for bloc in styles if bloc in names]
    usual = looks.blocs.most_common(1)[0][0]
    texts = {
        Shape.POINT: phrases.point,
        Shape.FUZZY: phrases.fuzzy,
        Shape.SPAN: phrases.span,
        Shape.RANGE: phrases.range,
    }
    found += [_Entry(texts[shape], usual, shape) for shape in Shape if shape in looks.shapes]
    if looks.has_small:
        found.append(_Entry(phrases.small, usual, small=True))
    if looks.has_tails:
        found.append(_Entry(phrases.tail, usual, Shape.SPAN, tail=True))
    if looks.is_open:
        found.append(_Entry(phrases.open_end, usual, Shape.SPAN, arrow=True))
    if looks.is_dotted:
        found.append(_Entry(phrases.dotted, usual, Shape.SPAN, dotted=True))
    found += _statuses(subject, looks, usual, quiet=quiet)
    if subject.columns.uncertain[looks.events].any():
        found.append(_Entry(phrases.uncertain, usual, letters="?"))
    if clustered:
        found.append(_Entry(phrases.cluster, usual, cluster=True))
    return tuple(found)


def _statuses(subject: Subject, looks: _Looks, bloc: int, *, quiet: bool) -> Iterator[_Entry]:
    phrases, order = phrases_in(subject.language), list(Status)
    statuses = {order[status] for status in looks.statuses}
    detail = (subject.columns.importance[looks.events] == 1).any()
    if quiet and (Status.REPORTED in statuses or detail):
        yield _Entry(phrases.quiet, bloc, letters=phrases.quiet_sample)
    for status in (Status.ALLEGED, Status.PLANNED, Status.CANCELLED):
        if status in statuses:
            yield _Entry(status_in_words(status, subject.language), bloc, Shape.SPAN, status)


def _sample_width(entry: _Entry, measure: TextMeasure) -> float:
    if entry.letters:
        return measure(entry.letters, KEY_PX, REGULAR)
    if entry.cluster:
        return CLUSTER_PX
    return GLYPH_PX if entry.shape == Shape.POINT else BAR_PX


def _key(entry: _Entry, x: float, middle: float, width: float, meaning: TextLine) -> LegendKey:
    if entry.letters:
        letters = TextLine(x, middle, width, entry.letters, KEY_PX, REGULAR, "ink_soft")
        return LegendKey(None, None, letters, meaning)
    if entry.cluster:
        cluster = Cluster(-1, x, x + width, middle, 14.0, 7, -1, (entry.bloc,), (0.0, 0.0))
        return LegendKey(None, cluster, None, meaning)
    point = entry.shape == Shape.POINT
    centre = x + width / 2
    mark = Mark(
        event=_NO_EVENT,
        lane=-1,
        row=0,
        shape=entry.shape,
        left=centre if point else x,
        right=centre if point else x + width,
        y=middle,
        height=SMALL_PX if entry.small else GLYPH_PX if point else BAR_HEIGHT_PX,
        fade_left=entry.shape == Shape.FUZZY or entry.tail,
        fade_right=entry.shape == Shape.FUZZY or entry.arrow,
        arrow_left=False,
        arrow_right=entry.arrow,
        bloc=entry.bloc,
        status=list(Status).index(entry.status),
        dotted=entry.dotted,
        tinted=False,
        emphasis=1,
    )
    return LegendKey(mark, None, None, meaning)


def _bloc_names(subject: Subject, shown: NDArray[np.int64]) -> dict[int, str]:
    """Style -> the blocs of that style that lead one of these events, most frequent first."""
    chronology = subject.chronology
    styles, leads = subject.columns.bloc_styles, Counter[str]()
    actors = chronology.event_columns.actors
    first = actors.starts[shown[actors.lengths[shown] > 0]]
    # Counted in the order of the first event; that order decides between equal counts.
    for actor, count in Counter(actors.values[first].tolist()).items():
        leads[chronology.bloc_of[chronology.actors[actor].id]] += count
    names: dict[int, list[str]] = {}
    for bloc, _ in leads.most_common():
        name = in_language(chronology.actor_by_id[bloc].name, subject.language)
        names.setdefault(styles[bloc], []).append(name)
    return {style: ", ".join(found) for style, found in names.items()}
