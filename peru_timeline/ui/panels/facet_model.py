"""The filters as a tree model for Qt: a section for each facet, and its values below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.formats.source_dates import source_years
from peru_timeline.chronology.models import Actor, Source, Status
from peru_timeline.chronology.query import Query
from peru_timeline.chronology.text import fold, in_language
from peru_timeline.ui.look.plain_text import one_line, tooltip
from peru_timeline.ui.look.wording import number_in_words, status_name
from peru_timeline.ui.state.view_state import Facet, ViewState

FACET_ROLE = Qt.ItemDataRole.UserRole + 1
VALUE_ROLE = Qt.ItemDataRole.UserRole + 2
COUNT_ROLE = Qt.ItemDataRole.UserRole + 3
BLOC_ROLE = Qt.ItemDataRole.UserRole + 4
SEARCH_ROLE = Qt.ItemDataRole.UserRole + 5
SECTION_ROLE = Qt.ItemDataRole.UserRole + 6
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked  # looking one up takes 0.5 µs
ACCESSIBLE_TEXT = Qt.ItemDataRole.AccessibleTextRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole

LONGEST_WITH_YEAR = 22
"""Characters of a source's name that leave room for its year in the panel."""

ROWS_AT_ONCE = 200
"""Rows of a section that are made at a time: a file may have 30,000 sources, a screen shows thirty."""

FACETS: tuple[Facet, ...] = ("actors", "sectors", "statuses", "sources")


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
        names[source] = f"{name} ({given[name]})" if shared[name] > 1 else name
    return names


def _source_name(source: Source, language: str) -> str:
    title = in_language(source.title, language) if source.title else source.id
    name = (source.publisher or title).removeprefix("The ")
    years = source_years(source.issued, language) if source.issued else ""
    if not years or len(name) > LONGEST_WITH_YEAR:
        return name
    return f"{name}, {years}"


class FacetItem(QStandardItem):
    """One value. Its count changes with every filter, so it is kept here: Qt asks only for those in view."""

    count = ""
    told: Callable[[], str] | None = None
    """Makes the text of its tooltip, when the pointer comes to it."""

    def data(self, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The data of a role."""
        if role == COUNT_ROLE:
            return self.count
        if role == ACCESSIBLE_TEXT:
            return f"{self.text()}, {self.count}"
        if role == TOOLTIP and self.told is not None:
            return tooltip(self.told())
        return super().data(role)


class FacetModel(QStandardItemModel):
    """Every value of every facet, with its count and whether it is chosen."""

    def __init__(self, state: ViewState) -> None:
        super().__init__()
        self._state = state
        self._items: dict[tuple[Facet, str], FacetItem] = {}
        self._states: dict[tuple[Facet, str], Qt.CheckState] = {}
        self._coming: dict[Facet, Iterator[FacetItem]] = {}
        self._made_of = _rows_of(state)
        self._totals = state.opened.facets.counts(Query()).actors
        self._build()
        self.refresh()

    def is_of(self, state: ViewState) -> bool:
        """Whether the rows are those of the chronology that is open now, as after most edits."""
        lists, others = _rows_of(state)
        mine, my_others = self._made_of
        return others == my_others and all(a is b for a, b in zip(lists, mine, strict=True))

    def _build(self) -> None:
        chronology, language = self._state.opened.chronology, self._state.language
        for section in self._sections():
            self.appendRow(section)
        used = _used_statuses(chronology)
        styles = self._state.opened.columns.bloc_styles
        self._coming = {
            "actors": (self._actor(actor, chronology, styles) for actor in chronology.blocs),
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
        for facet in FACETS:
            self._append(facet, ROWS_AT_ONCE)

    def _sources(self, chronology: Chronology, language: str) -> Iterator[FacetItem]:
        for source, name in source_names(chronology, language).items():
            item = self._value("sources", source, name)
            item.told = partial(reference, chronology.source_by_id[source], language)
            yield item

    def _append(self, facet: Facet, most: int | None) -> bool:
        rows = list(islice(self._coming[facet], most))
        if rows:
            self.item(FACETS.index(facet)).appendRows(rows)
        return bool(rows)

    def grow(self, facet: Facet) -> bool:
        """Make further rows of a section; False if it is whole. None of them is made before the reader comes to it."""
        grown = self._append(facet, ROWS_AT_ONCE)
        if grown:
            self.refresh()
        return grown

    def make_all_actors(self) -> None:
        """Make every row of the actors, to be searched."""
        if self._append("actors", None):
            self.refresh()

    def _sections(self) -> Iterator[QStandardItem]:
        for facet in FACETS:
            section = QStandardItem(section_name(facet))
            section.setData(facet, SECTION_ROLE)
            # A caption, which the arrow keys skip.
            section.setFlags(Qt.ItemFlag.NoItemFlags)
            yield section

    def _actor(self, actor: Actor, chronology: Chronology, styles: Mapping[str, int]) -> FacetItem:
        language = self._state.language
        name = in_language(actor.name, language)
        short = in_language(actor.short, language) if actor.short else name
        item = self._value("actors", actor.id, short)
        if short != name:
            item.setToolTip(tooltip(name))
        if actor.part_of is None:
            item.setData(styles[actor.id], BLOC_ROLE)
        words = (*actor.name.values(), *(actor.short or {}).values(), *actor.aliases)
        item.setData(fold(" ".join(words)), SEARCH_ROLE)
        below = sorted(chronology.children_of(actor.id), key=lambda child: -self._totals[child.id])
        if below:  # those with most events first
            item.appendRows([self._actor(child, chronology, styles) for child in below])
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
        query, counts = self._state.query, self._state.counts()
        language = self._state.language
        chosen = {facet: query.chosen(facet) for facet in FACETS}
        of_facet = {facet: getattr(counts, facet) for facet in FACETS}
        adds = {facet: bool(chosen[facet]) and self._adds(facet) for facet in FACETS}
        for (facet, value), item in self._items.items():
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


class FacetFilter(QSortFilterProxyModel):
    """The tree without the actors whose names lack the typed words; other sections stay whole."""

    def __init__(self, model: FacetModel) -> None:
        super().__init__()
        self._words: list[str] = []
        self.setRecursiveFilteringEnabled(True)
        self.setAutoAcceptChildRows(True)
        self._source = (
            model  # every call of sourceModel() from filterAcceptsRow leaks a reference (6.11)
        )
        self.setSourceModel(model)

    def set_text(self, text: str) -> None:
        """Show only actors with all these words in a name or alias; case and accents do not matter."""
        self._words = fold(text).split()
        self.invalidate()

    @property
    def finds_actors(self) -> bool:
        """Whether any actor is left."""
        return any(
            self.index(row, 0).data(SECTION_ROLE) == "actors" for row in range(self.rowCount())
        )

    def filterAcceptsRow(self, row: int, parent: Any) -> bool:  # noqa: N802
        """Whether to show a row."""
        index = self._source.index(row, 0, parent)
        words = index.data(SEARCH_ROLE)
        if words is None:
            # The caption of the actors is shown only above actors that are left.
            return not self._words or index.data(SECTION_ROLE) != "actors"
        return all(word in words for word in self._words)


def index_value(index: QModelIndex) -> tuple[Facet, str] | None:
    """The facet and value that a row stands for, or None for a caption."""
    facet = index.data(FACET_ROLE)
    return None if facet is None else (facet, index.data(VALUE_ROLE))
