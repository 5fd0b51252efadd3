"""What the rows of each list of an event hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.event_dates import short_event_date
from peru_timeline.chronology.models import NoteKind, RelationKind
from peru_timeline.chronology.text import in_language
from peru_timeline.ui.editing.choice_field import Choice
from peru_timeline.ui.editing.event_draft import EventDraft
from peru_timeline.ui.editing.row_inputs import ChoiceInput, LineInput, LookUp, TextInput
from peru_timeline.ui.editing.rows_field import Path, Rows
from peru_timeline.ui.editing.text_field import LANGUAGE_NAMES
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import note_name, relation_name
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

    def events(self) -> Sequence[Choice]:
        """Every event with its date; none where there are very many."""
        chronology, language = self._state.opened.chronology, self._state.language

        def made() -> list[Choice]:
            if len(chronology.events) > MOST_NAMED:
                return []
            return [
                (
                    event.id,
                    f"{in_language(event.title, language)} · "
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


def lists_of_event(
    theme: Theme, draft: EventDraft, names: Names, new_actor: New, new_source: New
) -> tuple[Rows, ...]:
    """The lists of an event in the order of the form."""
    languages = draft.languages

    def in_languages(key: str, caption: str) -> Mapping[Path, LineInput]:
        return {(key, tag): LineInput(_in(caption, tag, languages)) for tag in languages}

    def actors() -> Mapping[Path, Any]:
        who = LookUp(
            translate("EventForm", "Actor"), names.actors, new=translate("EventForm", "New actor")
        )
        who.asked_for_new.connect(lambda typed: new_actor(who, typed))
        return {("actor",): who, **in_languages("role", translate("EventForm", "Role"))}

    def amounts() -> Mapping[Path, Any]:
        return {
            ("value",): LineInput(translate("EventForm", "Number"), number=True),
            ("unit",): LineInput(translate("EventForm", "Unit: USD, percent, km …")),
            **in_languages("of", translate("EventForm", "What it measures")),
        }

    def evidence() -> Mapping[Path, Any]:
        source = LookUp(
            translate("EventForm", "Source"),
            names.sources,
            new=translate("EventForm", "New source"),
        )
        source.asked_for_new.connect(lambda typed: new_source(source, typed))
        return {
            ("source",): source,
            ("quote",): TextInput(translate("EventForm", "Quotation, word for word"), theme),
            ("section",): LineInput(translate("EventForm", "Section or page")),
            ("paragraph",): LineInput(translate("EventForm", "Paragraph, a number"), number=True),
        }

    def notes() -> Mapping[Path, Any]:
        kinds = [(kind, note_name(kind)) for kind in get_args(NoteKind)]
        texts: dict[Path, Any] = {
            ("text", tag): TextInput(_in(translate("EventForm", "Note"), tag, languages), theme)
            for tag in languages
        }
        return {("kind",): ChoiceInput(translate("EventForm", "Kind of note"), kinds), **texts}

    def ties() -> Mapping[Path, Any]:
        kinds = [(kind, relation_name(kind)) for kind in get_args(RelationKind)]
        return {
            ("event",): LookUp(translate("EventForm", "Another event"), names.events),
            ("relation",): ChoiceInput(translate("EventForm", "How it is related"), kinds),
        }

    return (
        Rows(
            "actors",
            translate("EventForm", "Actors"),
            translate("EventForm", "Add an actor"),
            translate("EventForm", "actors of “{0}”"),
            actors,
            ("actor",),
        ),
        Rows(
            "evidence",
            translate("EventForm", "Quotations"),
            translate("EventForm", "Add a quotation"),
            translate("EventForm", "quotations of “{0}”"),
            evidence,
            ("source", "quote"),
        ),
        Rows(
            "amounts",
            translate("EventForm", "Amounts"),
            translate("EventForm", "Add an amount"),
            translate("EventForm", "amounts of “{0}”"),
            amounts,
            ("value", "unit", "of"),
        ),
        Rows(
            "notes",
            translate("EventForm", "Notes"),
            translate("EventForm", "Add a note"),
            translate("EventForm", "notes on “{0}”"),
            notes,
            ("kind", "text"),
        ),
        Rows(
            "related",
            translate("EventForm", "Related events"),
            translate("EventForm", "Add a tie"),
            translate("EventForm", "ties of “{0}”"),
            ties,
            ("event", "relation"),
        ),
    )


def _in(caption: str, tag: str, languages: Sequence[str]) -> str:
    return f"{caption} · {LANGUAGE_NAMES.get(tag, tag)}" if len(languages) > 1 else caption
