"""A chronology as the bytes of its file, and where the items of its lists stand in them.

A change replaces one stretch of bytes. What stands outside keeps its bytes and its order, and the places of all items
are moved along instead of being looked for again: in a file of 100,000 events that is the difference between
milliseconds and a second.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.editing.json_text import (
    Member,
    Style,
    indentation_of,
    members_of,
    style_of,
)
from peru_timeline.chronology.store.event_offsets import find_offsets

KINDS = ("sectors", "actors", "sources", "events")
"""The lists of a chronology."""
HEAD = "head"
"""Everything outside of them."""


class Items(NamedTuple):
    """Items of a list: their ids, and the half-open byte ranges that they stand at."""

    ids: tuple[str, ...]
    begin: NDArray[np.int64]
    end: NDArray[np.int64]

    def moved(self, by: int) -> Items:
        """Return the same items, so many bytes further on."""
        return Items(self.ids, self.begin + by, self.end + by)

    def cut(self, first: int, stop: int) -> Items:
        """Return the items [first, stop)."""
        return Items(self.ids[first:stop], self.begin[first:stop], self.end[first:stop])

    def followed_by(self, others: Items) -> Items:
        """Return these items and then the others."""
        return Items(
            self.ids + others.ids,
            np.concatenate((self.begin, others.begin)),
            np.concatenate((self.end, others.end)),
        )


class ListPlace(NamedTuple):
    """Where a list stands, from its bracket to behind the other one, and its items."""

    begin: int
    end: int
    items: Items

    def moved(self, by: int) -> ListPlace:
        """Return the same list, so many bytes further on."""
        return ListPlace(self.begin + by, self.end + by, self.items.moved(by))


class Splice(NamedTuple):
    """A stretch of bytes that replaces another; its inverse gives back every byte.

    Attributes:
        kind: the list that the stretch is in, or HEAD.
        at: where the stretch begins.
        removed: the bytes that were there.
        inserted: the bytes that come in their place.
        first: the position in the list of the first item concerned.
        before: the items in `removed`, counted from its first byte.
        after: the items in `inserted`.

    """

    kind: str
    at: int
    removed: bytes
    inserted: bytes
    first: int
    before: Items
    after: Items

    def inverse(self) -> Splice:
        """Return what takes this back."""
        return self._replace(
            removed=self.inserted, inserted=self.removed, before=self.after, after=self.before
        )


NO_ITEMS = Items((), np.empty(0, np.int64), np.empty(0, np.int64))


_ESCAPED_ID = re.compile(rb"\\u00(?:2[dD]|3[0-9]|[67])")


class _WithId(msgspec.Struct):
    id: str


@dataclass(frozen=True, slots=True)
class FileText:
    """The bytes of a sound chronology file, and where its lists stand; those that the file omits are not in `lists`."""

    content: bytes
    lists: Mapping[str, ListPlace]
    style: Style
    has_escaped_ids: bool
    """Whether an id may be written with escapes, as no program of ours does: bytes then do not find it."""

    @classmethod
    def of(cls, content: bytes) -> FileText:
        """Take the bytes of a file that has been loaded without fault."""
        lists = {}
        for kind in KINDS:
            offsets = find_offsets(content, kind)
            if offsets is not None:
                begin, end = offsets.list_span
                found = msgspec.json.decode(memoryview(content)[begin:end], type=list[_WithId])
                ids = tuple(item.id for item in found)
                lists[kind] = ListPlace(begin, end, Items(ids, offsets.begin, offsets.end))
        escaped = content.isascii() and b"\\u" in content
        style = style_of(_without_mark(content), ascii_only=escaped)
        return cls(content, lists, style, _ESCAPED_ID.search(content) is not None)

    def ids(self, kind: str) -> tuple[str, ...]:
        """Return the ids of a list, in the order of the file."""
        return self.lists[kind].items.ids if kind in self.lists else ()

    def item_text(self, kind: str, position: int) -> bytes:
        """Return the bytes of an item."""
        items = self.lists[kind].items
        return self.content[items.begin[position] : items.end[position]]

    def item(self, kind: str, position: int) -> Any:
        """Return an item as JSON."""
        return json.loads(self.item_text(kind, position))

    def head_text(self) -> bytes:
        """Return the file with its events left out."""
        if "events" not in self.lists:
            return _without_mark(self.content)
        begin, end, _ = self.lists["events"]
        return _without_mark(b"%b[]%b" % (self.content[:begin], self.content[end:]))

    def head(self) -> dict[str, Any]:
        """Return the file as JSON, with an empty list of events where it has one."""
        found: dict[str, Any] = json.loads(self.head_text())
        return found

    def members(self) -> dict[str, Member]:
        """Return where each key of the file stands."""
        mark = len(self.content) - len(_without_mark(self.content))
        found = members_of(_without_mark(self.content))
        return {key: Member(*(place + mark for place in member)) for key, member in found.items()}

    def item_style(self, kind: str) -> tuple[Style, bytes]:
        """Return how the items of a list are written, and how far they are indented."""
        lead = self.lead(kind)
        items = self.lists[kind].items
        if not items.ids:
            return self.style, indentation_of(lead)
        sample = self.item_text(kind, 0)
        style = style_of(sample, ascii_only=self.style.ascii_only)
        return style._replace(newline=self.style.newline), indentation_of(lead)

    def lead(self, kind: str) -> bytes:
        """Return the white space between the bracket of a list and its first item."""
        place = self.lists[kind]
        if place.items.ids:
            return self.content[place.begin + 1 : int(place.items.begin[0])]
        if self.style.step is None:
            return b""
        return self.style.newline + self.style.step * 2

    def list_splice(
        self, kind: str, first: int, stop: int, order: Sequence[int | tuple[str, bytes]]
    ) -> Splice:
        """Put other items in place of the items [first, stop) of a list.

        `order` names items of the file by position and gives new ones as (id, bytes). The gaps between items stay
        with the item that they precede.
        """
        place = self.lists[kind]
        ids, begin, end = place.items
        count, lead = len(ids), self.lead(kind)
        at = int(end[first - 1]) if first else place.begin + 1
        until = int(begin[stop]) if stop < count else place.end - 1
        comma = b"," + (lead or b" ")
        pieces, places, names, length = [], [], [], 0

        def put(piece: bytes) -> None:
            nonlocal length
            pieces.append(piece)
            length += len(piece)

        def gap(number: int) -> bytes:
            return self.content[int(end[number - 1]) : int(begin[number])] if number else comma

        for number, item in enumerate(order):
            is_first = first == 0 and number == 0
            old = item if isinstance(item, int) else None
            put(lead if is_first else gap(old) if old is not None else comma)
            name, text = (
                item if not isinstance(item, int) else (ids[item], self.item_text(kind, item))
            )
            places.append((length, length + len(text)))
            names.append(name)
            put(text)
        if stop < count:
            put(gap(stop) if first or order else lead)
        elif first or order:
            put(self._tail(place))
        after = Items(tuple(names), *np.array(places, np.int64).reshape(-1, 2).T)
        before = place.items.cut(first, stop).moved(-at)
        return Splice(kind, at, self.content[at:until], b"".join(pieces), first, before, after)

    def _tail(self, place: ListPlace) -> bytes:
        """Return the white space before the closing bracket of a list."""
        if place.items.ids:
            return self.content[int(place.items.end[-1]) : place.end - 1]
        return b"" if self.style.step is None else self.style.newline + self.style.step

    def spliced(self, splice: Splice) -> FileText:
        """Return the file with a stretch replaced."""
        at, until = splice.at, splice.at + len(splice.removed)
        whole = memoryview(self.content)  # slices of bytes would copy a file of 100 MB twice
        content = b"".join((whole[:at], splice.inserted, whole[until:]))
        if splice.kind == HEAD and is_about_a_list(splice):
            return FileText.of(content)
        by = len(splice.inserted) - len(splice.removed)
        lists = {}
        for kind, place in self.lists.items():
            if kind == splice.kind:
                items = place.items.cut(0, splice.first)
                rest = place.items.cut(splice.first + len(splice.before.ids), len(place.items.ids))
                items = items.followed_by(splice.after.moved(at)).followed_by(rest.moved(by))
                lists[kind] = ListPlace(place.begin, place.end + by, items)
            else:
                lists[kind] = place.moved(by) if place.begin >= until else place
        return replace(self, content=content, lists=lists)


def is_about_a_list(splice: Splice) -> bool:
    """Whether a splice outside the lists may add, remove or hold one: then the whole file is looked at anew."""
    return any(b'"%b"' % kind.encode() in splice.removed + splice.inserted for kind in KINDS)


def _without_mark(content: bytes) -> bytes:
    return content.removeprefix(codecs.BOM_UTF8)
