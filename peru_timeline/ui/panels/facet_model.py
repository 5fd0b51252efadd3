"""The filters as a tree model for Qt: a section for each facet, and its values below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
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
        self._totals = state.opened.facets.counts(Query()).actors
        self._build()
        self.refresh()

    def _build(self) -> None:
        chronology, language = self._state.opened.chronology, self._state.language
        for facet, section in zip(FACETS, self._sections(), strict=True):
            self.appendRow(section)
            if facet == "actors":
                styles = self._state.opened.columns.bloc_styles
                for actor in chronology.blocs:
                    self._add_actor(section, actor, chronology, styles)
        _, sectors, statuses, sources = self._sections_built()
        for sector in chronology.sectors:
            self._add(sectors, "sectors", sector.id, in_language(sector.name, language))
        used = np.bincount(chronology.event_columns.status, minlength=len(Status)) > 0
        for number, status in enumerate(Status):
            if used[number]:
                self._add(statuses, "statuses", status, status_name(status, language))
        for source, name in source_names(chronology, language).items():
            item = self._add(sources, "sources", source, name)
            item.told = partial(reference, chronology.source_by_id[source], language)

    def _sections(self) -> Iterator[QStandardItem]:
        for facet in FACETS:
            section = QStandardItem(section_name(facet))
            section.setData(facet, SECTION_ROLE)
            # A caption, which the arrow keys skip.
            section.setFlags(Qt.ItemFlag.NoItemFlags)
            yield section

    def _sections_built(self) -> tuple[QStandardItem, ...]:
        return tuple(self.item(row) for row in range(self.rowCount()))

    def _add_actor(
        self,
        parent: QStandardItem,
        actor: Actor,
        chronology: Chronology,
        styles: Mapping[str, int],
    ) -> None:
        language = self._state.language
        name = in_language(actor.name, language)
        short = in_language(actor.short, language) if actor.short else name
        item = self._add(parent, "actors", actor.id, short)
        if short != name:
            item.setToolTip(tooltip(name))
        if actor.part_of is None:
            item.setData(styles[actor.id], BLOC_ROLE)
        words = (*actor.name.values(), *(actor.short or {}).values(), *actor.aliases)
        item.setData(fold(" ".join(words)), SEARCH_ROLE)
        below = sorted(chronology.children_of(actor.id), key=lambda child: -self._totals[child.id])
        for child in below:  # those with most events first
            self._add_actor(item, child, chronology, styles)

    def _add(self, parent: QStandardItem, facet: Facet, value: str, name: str) -> FacetItem:
        item = FacetItem(one_line(name))
        item.setEditable(False)
        item.setCheckable(True)
        item.setData(facet, FACET_ROLE)
        item.setData(value, VALUE_ROLE)
        parent.appendRow(item)
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
