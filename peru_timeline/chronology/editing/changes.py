"""Changes of a chronology as values: what was done, which undo and redo keep and a menu names.

A change is applied to the file as bytes. It touches only its own items and those whose references follow, and it never
makes a faulty file: what would is refused, in a sentence. Applying it gives the splices that were made; their inverses,
last first, give back every byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from peru_timeline.chronology.editing.file_text import KINDS, FileText, Splice
from peru_timeline.chronology.editing.head_text import ORDER, key_splice
from peru_timeline.chronology.editing.json_text import rewritten
from peru_timeline.chronology.editing.references import items_that_name, with_renamed_references
from peru_timeline.chronology.editing.refusals import (
    RefusedError,
    refuse_faulty_head,
    refuse_faulty_items,
    refuse_if_named,
)
from peru_timeline.chronology.faults.sentences import Sentences

END = -1
"""The position behind the last item of a list."""


class Edited(NamedTuple):
    """A file after a change, and the splices that made it."""

    file: FileText
    splices: tuple[Splice, ...]

    @property
    def undo(self) -> Undo:
        """The change that takes this one back, byte by byte."""
        return Undo(tuple(splice.inverse() for splice in reversed(self.splices)))


@dataclass(frozen=True, slots=True)
class Add:
    """A new item in one of the lists, before the item that has the position now."""

    kind: str
    item: Any
    position: int = END

    def apply(self, file: FileText) -> Edited:
        """Return the file with the item; raises RefusedError."""
        name = _id_of(self.item)
        if name in file.ids(self.kind):
            raise RefusedError(Sentences.ID_IN_USE.of(name))
        edit = _Edit(file)
        if self.kind not in file.lists:
            edit.do(key_splice(file, self.kind, []))
        count = len(edit.file.ids(self.kind))
        at = count if self.position == END else min(max(self.position, 0), count)
        style, indentation = edit.file.item_style(self.kind)
        text = style.written(self.item, indentation)
        edit.do(edit.file.list_splice(self.kind, at, at, [(name, text)]))
        refuse_faulty_items(edit.file, self.kind, [at])
        return edit.done()


@dataclass(frozen=True, slots=True)
class Replace:
    """Another content for the item of an id; if that content has another id, the references to it follow."""

    kind: str
    id: str
    item: Any

    def apply(self, file: FileText) -> Edited:
        """Return the file with the item replaced; raises RefusedError."""
        at = _position(file, self.kind, self.id)
        name = _id_of(self.item)
        edit = _Edit(file)
        style, indentation = file.item_style(self.kind)
        text = rewritten(file.item_text(self.kind, at), self.item, style, indentation)
        if name != self.id:
            if name in file.ids(self.kind):
                raise RefusedError(Sentences.ID_IN_USE.of(name))
            edit.do(file.list_splice(self.kind, at, at + 1, [(name, text)]))
            edit.follow(self.kind, self.id, name)
        elif text != file.item_text(self.kind, at):
            edit.do(file.list_splice(self.kind, at, at + 1, [(name, text)]))
        refuse_faulty_items(edit.file, self.kind, [at])
        return edit.done()


@dataclass(frozen=True, slots=True)
class Remove:
    """The item of an id taken out; refused while another item names it."""

    kind: str
    id: str

    def apply(self, file: FileText) -> Edited:
        """Return the file without the item; raises RefusedError."""
        at = _position(file, self.kind, self.id)
        refuse_if_named(file, self.kind, self.id)
        edit = _Edit(file)
        edit.do(file.list_splice(self.kind, at, at + 1, []))
        return edit.done()


@dataclass(frozen=True, slots=True)
class Reorder:
    """The item of an id at another position of its list, counted without it."""

    kind: str
    id: str
    position: int

    def apply(self, file: FileText) -> Edited:
        """Return the file with the item moved; raises RefusedError."""
        at = _position(file, self.kind, self.id)
        last = len(file.ids(self.kind)) - 1
        to = last if self.position == END else min(max(self.position, 0), last)
        edit = _Edit(file)
        first, stop = min(at, to), max(at, to) + 1
        order = [place for place in range(first, stop) if place != at]
        order.insert(to - first, at)
        if at != to:
            edit.do(file.list_splice(self.kind, first, stop, order))
        return edit.done()


@dataclass(frozen=True, slots=True)
class SetHead:
    """Another value for a key outside the lists, such as `title` or `span`; None leaves it out."""

    key: str
    value: Any

    def apply(self, file: FileText) -> Edited:
        """Return the file with the key set; raises RefusedError, and ValueError for a key that is none of the head."""
        if self.key in KINDS or self.key not in ORDER:
            raise ValueError(self.key)
        edit = _Edit(file)
        edit.do(key_splice(file, self.key, self.value))
        refuse_faulty_head(edit.file, all_events=self.key == "title")
        return edit.done()


@dataclass(frozen=True, slots=True)
class Together:
    """Several changes as one step: several events at once, or an actor with the event that needs it."""

    changes: tuple[Add | Replace | Remove | Reorder | SetHead, ...]

    def apply(self, file: FileText) -> Edited:
        """Return the file after all changes, or after none: raises RefusedError."""
        splices: list[Splice] = []
        for change in self.changes:
            edited = change.apply(file)
            file = edited.file
            splices += edited.splices
        return Edited(file, tuple(splices))


@dataclass(frozen=True, slots=True)
class Undo:
    """Splices that take back a change, or do it again; they fit the file that the change made, and no other."""

    splices: tuple[Splice, ...]

    def apply(self, file: FileText) -> Edited:
        """Return the file as it was, byte by byte."""
        edit = _Edit(file)
        for splice in self.splices:
            edit.do(splice)
        return edit.done()


Change = Add | Replace | Remove | Reorder | SetHead | Together | Undo


class _Edit:
    """The splices of a change while it is being made."""

    def __init__(self, file: FileText) -> None:
        self.file = file
        self._splices: list[Splice] = []

    def do(self, splice: Splice | None) -> None:
        if splice is not None:
            self._splices.append(splice)
            self.file = self.file.spliced(splice)

    def follow(self, kind: str, old: str, new: str) -> None:
        """Let every reference to an id name another; one splice for each list."""
        named = items_that_name(self.file, kind, old)
        for other, places in named.items():
            first, stop = places[0], places[-1] + 1
            wanted = set(places)
            style, indentation = self.file.item_style(other)
            order: list[int | tuple[str, bytes]] = list(range(first, stop))
            ids = self.file.ids(other)
            for place in wanted:
                item = self.file.item(other, place)
                item = with_renamed_references(other, item, {kind: {old: new}})
                text = rewritten(self.file.item_text(other, place), item, style, indentation)
                order[place - first] = (ids[place], text)
            self.do(self.file.list_splice(other, first, stop, order))

    def done(self) -> Edited:
        return Edited(self.file, tuple(self._splices))


def _position(file: FileText, kind: str, name: str) -> int:
    try:
        return file.ids(kind).index(name)
    except ValueError:
        raise RefusedError(Sentences.ITEM_IS_GONE.of(name)) from None


def _id_of(item: Any) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    if not isinstance(name, str):
        raise RefusedError(Sentences.ITEM_NEEDS_ID.of())
    return name
