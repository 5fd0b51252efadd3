"""The filters as a tree model for Qt: a section for each facet, and its values below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.formats.source_dates import source_years
from peru_timeline.chronology.models import Actor, Source, Status
from peru_timeline.chronology.query import ActorSearch, Query
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.ui.look.plain_text import one_line, tooltip
from peru_timeline.ui.look.wording import number_in_words, status_name
from peru_timeline.ui.state.view_state import Facet, ViewState

FACET_ROLE = Qt.ItemDataRole.UserRole + 1
VALUE_ROLE = Qt.ItemDataRole.UserRole + 2
COUNT_ROLE = Qt.ItemDataRole.UserRole + 3
BLOC_ROLE = Qt.ItemDataRole.UserRole + 4
SECTION_ROLE = Qt.ItemDataRole.UserRole + 5
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked  # looking one up takes 0.5 µs
ACCESSIBLE_TEXT = Qt.ItemDataRole.AccessibleTextRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole

LONGEST_WITH_YEAR = 22
"""Characters of a source's name that leave room for its year in the panel."""

ROWS_AT_ONCE = 200
"""Rows below a row that are made at a time: a file may have 30,000 sources, a screen shows thirty."""

FACETS: tuple[Facet, ...] = ("actors", "sectors", "statuses", "sources")

_Value = tuple[Facet, str]
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def section_name(facet: Facet) -> str:
    """The name of a section."""
    names = {
        "actors": QCoreApplication.translate("Facets", "Actors"),
        "sectors": QCoreApplication.translate("Facets", "Sectors"),
        "statuses": QCoreApplication.translate("Facets", "Status"),
        "sources": QCoreApplication.translate("Facets", "Sources"),
    }
    return names[facet]


def source_names(chronology: Chronology, language: str) -> dict[str, str]:
    """A short name for each source: publisher and year, numbered if several share these."""
    plain = {source.id: _source_name(source, language) for source in chronology.sources}
    shared, given = Counter(plain.values()), Counter[str]()
    names: dict[str, str] = {}
    for source, name in plain.items():
        given[name] += 1
        names[source] = f"{isolated(name)} ({given[name]})" if shared[name] > 1 else name
    return names


def _source_name(source: Source, language: str) -> str:
    title = in_language(source.title, language) if source.title else source.id
    name = (source.publisher or title).removeprefix("The ")
    years = source_years(source.issued, language) if source.issued else ""
    if not years or len(name) > LONGEST_WITH_YEAR:
        return name
    return f"{isolated(name)}, {years}"


class _Growing(QStandardItem):
    """A row, and those below it that are not made yet."""

    coming: Iterator[FacetItem] | None = None
    """Makes the rows below; None if there are no more."""

    def grow(self) -> list[FacetItem]:
        """Make some of the rows that are to come below this one."""
        if self.coming is None:
            return []
        made = list(islice(self.coming, ROWS_AT_ONCE))
        if len(made) < ROWS_AT_ONCE:
            self.coming = None
        if made:
            self.appendRows(made)
        return made


class FacetItem(_Growing):
    """One value. Its count changes with every filter, so it is kept here: Qt asks only for those in view."""

    count = ""
    told: Callable[[], str] | None = None
    """Makes the text of its tooltip, when the pointer comes to it."""

    def data(self, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The data of a role."""
        if role == COUNT_ROLE:
            return self.count
        if role == ACCESSIBLE_TEXT:
            return f"{isolated(self.text())}, {self.count}"
        if role == TOOLTIP and self.told is not None:
            return tooltip(self.told())
        return super().data(role)


class FacetModel(QStandardItemModel):
    """The values of every facet, with their counts and whether they are chosen, made as the reader comes to them.

    Qt fetches the first rows below one that is expanded; `grow` makes further ones. Actors come with `find_actors`.
    """

    def __init__(self, state: ViewState) -> None:
        super().__init__()
        self._state = state
        self._items: dict[_Value, FacetItem] = {}
        self._states: dict[_Value, Qt.CheckState] = {}
        self._made_of = _rows_of(state)
        self._totals = state.opened.facets.counts(Query()).actors
        self._search = ActorSearch(state.opened.chronology)
        self._found: Callable[[str], bool] | None = None
        self._sections = [_section(facet) for facet in FACETS]
        for section in self._sections:
            self.appendRow(section)
        self._fill()

    def is_of(self, state: ViewState) -> bool:
        """Whether the rows are those of the chronology that is open now, as after most edits."""
        lists, others = _rows_of(state)
        mine, my_others = self._made_of
        return others == my_others and all(a is b for a, b in zip(lists, mine, strict=True))

    def _fill(self) -> None:
        chronology, language = self._state.opened.chronology, self._state.language
        used = _used_statuses(chronology)
        coming: dict[Facet, Iterator[FacetItem]] = {
            "sectors": (
                self._value("sectors", sector.id, in_language(sector.name, language))
                for sector in chronology.sectors
            ),
            "statuses": (
                self._value("statuses", status, status_name(status, language))
                for number, status in enumerate(Status)
                if used[number]
            ),
            "sources": self._sources(chronology, language),
        }
        for facet, rows in coming.items():
            section = self._sections[FACETS.index(facet)]
            section.coming = rows
            section.grow()

    def _sources(self, chronology: Chronology, language: str) -> Iterator[FacetItem]:
        for source, name in source_names(chronology, language).items():
            item = self._value("sources", source, name)
            item.told = partial(reference, chronology.source_by_id[source], language)
            yield item

    def grow(self, parent: QModelIndex) -> bool:
        """Make further rows below a row; False if there are no more."""
        item = self.itemFromIndex(parent)
        made = item.grow() if isinstance(item, _Growing) else []
        if made:
            self._refresh(((item.data(FACET_ROLE), item.data(VALUE_ROLE)), item) for item in made)
        return bool(made)

    def hasChildren(self, parent: _Index = _NOWHERE) -> bool:  # noqa: N802
        """Whether there are rows below a row, made or not."""
        return super().hasChildren(parent) or self.canFetchMore(parent)

    def canFetchMore(self, parent: _Index) -> bool:  # noqa: N802
        """Whether no row below a row is made yet. Qt fetches again and again while this is true."""
        item = self.itemFromIndex(parent) if parent.isValid() else None
        return isinstance(item, _Growing) and item.coming is not None and not item.hasChildren()

    def fetchMore(self, parent: _Index) -> None:  # noqa: N802
        """Make the first rows below a row."""
        self.grow(parent)  # type: ignore[arg-type]  # Qt gives either kind of index

    def made(self, facet: Facet) -> Iterator[tuple[str, QModelIndex]]:
        """Give the values of a facet that have rows by now, with their rows."""
        return (
            (value, item.index()) for (which, value), item in self._items.items() if which == facet
        )

    def find_actors(self, text: str) -> bool:
        """Show only actors with all these words in a name or alias, with those above and below them; whether any is."""
        self._found = self._search.found(text) if text.strip() else None
        section = self._sections[0]
        for key in [key for key in self._items if key[0] == "actors"]:
            del self._items[key], self._states[key]
        section.removeRows(0, section.rowCount())
        section.coming = self._actors(self._state.opened.chronology.blocs)
        self.grow(section.index())
        return section.hasChildren()

    def _actors(self, actors: Iterable[Actor]) -> Iterator[FacetItem]:
        found = self._found
        return (self._actor(actor) for actor in actors if found is None or found(actor.id))

    def _actor(self, actor: Actor) -> FacetItem:
        opened, language = self._state.opened, self._state.language
        name = in_language(actor.name, language)
        short = in_language(actor.short, language) if actor.short else name
        item = self._value("actors", actor.id, short)
        if short != name:
            item.setToolTip(tooltip(name))
        if actor.part_of is None:
            item.setData(opened.columns.bloc_styles[actor.id], BLOC_ROLE)
        below = opened.chronology.children_of(actor.id)
        if self._found is not None:
            below = tuple(child for child in below if self._found(child.id))
        if below:  # those with most events first
            item.coming = self._actors(sorted(below, key=lambda child: -self._totals[child.id]))
        return item

    def _value(self, facet: Facet, value: str, name: str) -> FacetItem:
        item = FacetItem(one_line(name))
        item.setEditable(False)
        item.setCheckable(True)
        item.setData(facet, FACET_ROLE)
        item.setData(value, VALUE_ROLE)
        self._items[facet, value] = item
        self._states[facet, value] = UNCHECKED
        return item

    def refresh(self) -> None:
        """Take over choice and counts from the state; the view must repaint to show the counts."""
        self._refresh(self._items.items())

    def _refresh(self, items: Iterable[tuple[_Value, FacetItem]]) -> None:
        query, counts = self._state.query, self._state.counts()
        language = self._state.language
        chosen = {facet: query.chosen(facet) for facet in FACETS}
        of_facet = {facet: getattr(counts, facet) for facet in FACETS}
        adds = {facet: bool(chosen[facet]) and self._adds(facet) for facet in FACETS}
        for (facet, value), item in items:
            count, state = of_facet[facet][value], self._check_state(facet, value, chosen[facet])
            # A click on what is below a chosen actor takes events away.
            added = adds[facet] and count and state != CHECKED
            number = number_in_words(count, language) if count > 999 else str(count)
            item.count = f"+{number}" if added else number
            if self._states[facet, value] != state:
                self._states[facet, value] = state
                item.setCheckState(state)

    def _adds(self, facet: Facet) -> bool:
        """Whether choosing one more value adds events rather than removing some."""
        return facet != "actors" or self._state.query.match == "any"

    def _check_state(self, facet: Facet, value: str, chosen: frozenset[str]) -> Qt.CheckState:
        if value in chosen:
            return CHECKED
        if facet != "actors" or not chosen:
            return UNCHECKED
        chronology = self._state.opened.chronology
        if not chosen.isdisjoint(chronology.ancestors(value)):
            return CHECKED
        if any(value in chronology.ancestors(actor) for actor in chosen):
            return Qt.CheckState.PartiallyChecked
        return UNCHECKED


def _used_statuses(chronology: Chronology) -> list[bool]:
    counts = np.bincount(chronology.event_columns.status, minlength=len(Status))
    used: list[bool] = (counts > 0).tolist()
    return used


def _rows_of(state: ViewState) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """What the rows are made of: lists, which stay the same objects, and what is compared."""
    chronology = state.opened.chronology
    lists = chronology.actors, chronology.sectors, chronology.sources
    styles = dict(state.opened.columns.bloc_styles)
    return lists, (state.language, styles, _used_statuses(chronology))


def _section(facet: Facet) -> _Growing:
    section = _Growing(section_name(facet))
    section.setData(facet, SECTION_ROLE)
    # A caption, which the arrow keys skip.
    section.setFlags(Qt.ItemFlag.NoItemFlags)
    return section


def index_value(index: QModelIndex) -> tuple[Facet, str] | None:
    """The facet and value that a row stands for, or None for a caption."""
    facet = index.data(FACET_ROLE)
    return None if facet is None else (facet, index.data(VALUE_ROLE))
