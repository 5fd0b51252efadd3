"""What the rows of each list of an event hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.event_dates import short_event_date
from peru_timeline.chronology.models import NoteKind, RelationKind
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.chronology.wording import relation_in_words
from peru_timeline.ui.editing.form.choice_field import Choice
from peru_timeline.ui.editing.form.event_draft import EventDraft
from peru_timeline.ui.editing.form.row_inputs import ChoiceInput, LineInput, LookUp, TextInput
from peru_timeline.ui.editing.form.rows_field import Path, Rows
from peru_timeline.ui.editing.form.text_field import LANGUAGE_NAMES
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import note_name
from peru_timeline.ui.panels.facet_model import source_names
from peru_timeline.ui.state.view_state import ViewState

MOST_NAMED = 5000
"""Events that are offered by title; of more, a tie takes the id of the other."""
translate = QCoreApplication.translate
New = Callable[[LookUp, str], None]
"""Asks for a new item of the name that was typed, and shows it in the input."""


class Names:
    """The names of what an event may refer to, made once for each version of the chronology."""

    def __init__(self, state: ViewState) -> None:
        self._state = state
        self._made: dict[str, tuple[object, Sequence[Choice]]] = {}

    def actors(self) -> Sequence[Choice]:
        """Every actor, with its short name."""
        chronology, language = self._state.opened.chronology, self._state.language

        def made() -> list[Choice]:
            return [(actor.id, in_language(actor.name, language)) for actor in chronology.actors]

        return self._kept("actors", chronology.actors, made)

    def sources(self) -> Sequence[Choice]:
        """Every source."""
        chronology, language = self._state.opened.chronology, self._state.language
        return self._kept(
            "sources",
            chronology.sources,
            lambda: list(source_names(chronology, language).items()),
        )

    def relations(self) -> Sequence[Choice]:
        """Every way in which another event may relate to this one."""
        language = self._state.language
        return [(kind, relation_in_words(kind, language)) for kind in get_args(RelationKind)]

    def events(self) -> Sequence[Choice]:
        """Every event with its date; none where there are very many."""
        chronology, language = self._state.opened.chronology, self._state.language

        def made() -> list[Choice]:
            if len(chronology.events) > MOST_NAMED:
                return []
            return [
                (
                    event.id,
                    f"{isolated(in_language(event.title, language))} · "
                    f"{short_event_date(event, chronology, language)}",
                )
                for event in chronology.events
            ]

        return self._kept("events", chronology, made)

    def _kept(self, kind: str, of: object, make: Callable[[], list[Choice]]) -> Sequence[Choice]:
        known = self._made.get(kind)
        if known is None or known[0] is not of:
            known = self._made[kind] = of, make()
        return known[1]


class EventLists:
    """The lists of an event."""

    def __init__(
        self, theme: Theme, draft: EventDraft, names: Names, new_actor: New, new_source: New
    ) -> None:
        self._theme, self._languages, self._names = theme, draft.languages, names
        self._new_actor, self._new_source = new_actor, new_source

    def all(self) -> tuple[Rows, ...]:
        """Every list, in the order of the form."""
        return (
            Rows(
                "actors",
                translate("EventForm", "Actors"),
                translate("EventForm", "Add an actor"),
                translate("EventForm", "actors of “{0}”"),
                self._actor,
                ("actor",),
            ),
            Rows(
                "evidence",
                translate("EventForm", "Quotations"),
                translate("EventForm", "Add a quotation"),
                translate("EventForm", "quotations of “{0}”"),
                self._quotation,
                ("source", "quote"),
            ),
            Rows(
                "amounts",
                translate("EventForm", "Amounts"),
                translate("EventForm", "Add an amount"),
                translate("EventForm", "amounts of “{0}”"),
                self._amount,
                ("value", "unit", "of"),
            ),
            Rows(
                "notes",
                translate("EventForm", "Notes"),
                translate("EventForm", "Add a note"),
                translate("EventForm", "notes on “{0}”"),
                self._note,
                ("kind", "text"),
            ),
            Rows(
                "related",
                translate("EventForm", "Related events"),
                translate("EventForm", "Add a tie"),
                translate("EventForm", "ties of “{0}”"),
                self._tie,
                ("event", "relation"),
            ),
        )

    def _actor(self) -> Mapping[Path, Any]:
        who = LookUp(
            translate("EventForm", "Actor"),
            self._names.actors,
            new=translate("EventForm", "New actor"),
        )
        who.asked_for_new.connect(lambda typed: self._new_actor(who, typed))
        return {("actor",): who, **self._lines("role", translate("EventForm", "Role"))}

    def _quotation(self) -> Mapping[Path, Any]:
        source = LookUp(
            translate("EventForm", "Source"),
            self._names.sources,
            new=translate("EventForm", "New source"),
        )
        source.asked_for_new.connect(lambda typed: self._new_source(source, typed))
        words = translate("EventForm", "Quotation, word for word")
        paragraph = translate("EventForm", "Paragraph, a number")
        return {
            ("source",): source,
            ("quote",): TextInput(words, self._theme),
            ("section",): LineInput(translate("EventForm", "Section or page")),
            ("paragraph",): LineInput(paragraph, number=True),
        }

    def _amount(self) -> Mapping[Path, Any]:
        return {
            ("value",): LineInput(translate("EventForm", "Number"), number=True),
            ("unit",): LineInput(translate("EventForm", "Unit: USD, percent, km …")),
            **self._lines("of", translate("EventForm", "What it measures")),
        }

    def _note(self) -> Mapping[Path, Any]:
        kinds = [(kind, note_name(kind)) for kind in get_args(NoteKind)]
        note = translate("EventForm", "Note")
        texts: dict[Path, Any] = {
            ("text", tag): TextInput(self._in(note, tag), self._theme) for tag in self._languages
        }
        return {("kind",): ChoiceInput(translate("EventForm", "Kind of note"), kinds), **texts}

    def _tie(self) -> Mapping[Path, Any]:
        kinds = self._names.relations()
        return {
            ("event",): LookUp(translate("EventForm", "Another event"), self._names.events),
            ("relation",): ChoiceInput(translate("EventForm", "How it is related"), kinds),
        }

    def _lines(self, key: str, caption: str) -> Mapping[Path, LineInput]:
        """A line for each language."""
        return {(key, tag): LineInput(self._in(caption, tag)) for tag in self._languages}

    def _in(self, caption: str, tag: str) -> str:
        several = len(self._languages) > 1
        return f"{caption} · {LANGUAGE_NAMES.get(tag, tag)}" if several else caption
