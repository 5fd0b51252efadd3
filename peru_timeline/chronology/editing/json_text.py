"""JSON written in the style of the file around it, so that a version-control diff shows only what changed."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

import msgspec

from peru_timeline.chronology.store.event_offsets import offset_in

_LAST_LINE = re.compile(rb"(\r?\n)([ \t]*)[^\n]*\Z")
_FIRST_MEMBER = re.compile(rb'\{(\s*)"(?:[^"\\]|\\.)*"(\s*:\s*)')


class Style(NamedTuple):
    """How values are written: `step` is the indentation of one level; None writes all on one line."""

    newline: bytes = b"\n"
    step: bytes | None = b" "
    colon: bytes = b": "
    comma: bytes = b", "
    ascii_only: bool = False

    def written(self, value: Any, indentation: bytes = b"") -> bytes:
        """Return a value as JSON, whose lines after the first begin with `indentation`."""
        text = json.dumps(
            value,
            ensure_ascii=self.ascii_only,
            indent=None if self.step is None else self.step.decode(),
            separators=(self.comma.decode() if self.step is None else ",", self.colon.decode()),
        )
        return text.encode().replace(b"\n", self.newline + indentation)


def style_of(sample: bytes, *, ascii_only: bool = False) -> Style:
    """Recognise the style of a JSON object from its beginning; `sample` may be much longer."""
    first = _FIRST_MEMBER.match(sample[:100_000])
    if first is None:
        return Style(ascii_only=ascii_only)
    lead, colon = first[1], first[2]
    line = _LAST_LINE.search(lead)
    if line is None:
        comma = b", " if re.search(rb"[\"\d\]}el], ", sample[:100_000]) else b","
        return Style(b"\n", None, colon, comma, ascii_only)
    # What the closing brace is indented by tells how deep the object itself stands.
    closing = _LAST_LINE.search(sample[-1000:].rstrip())
    outside = closing[2] if closing is not None and len(closing[2]) < len(line[2]) else b""
    return Style(line[1], line[2][len(outside) :], colon, b", ", ascii_only)


def indentation_of(lead: bytes) -> bytes:
    """Return what the line is indented by that white space ends on."""
    found = _LAST_LINE.search(lead)
    return found[2] if found is not None else b""


class Member(NamedTuple):
    """Where a member of an object stands: its key begins at `begin`, its value at `value`."""

    begin: int
    value: int
    end: int


def members_of(text: bytes) -> dict[str, Member]:
    """Return where each member of a JSON object stands in its text."""
    found: dict[str, Member] = {}
    end = text.index(b"{") + 1
    for key, raw in msgspec.json.decode(text, type=dict[str, msgspec.Raw]).items():
        value = offset_in(text, raw)
        found[key] = Member(text.index(b'"', end), value, value + len(memoryview(raw)))
        end = found[key].end
    return found


def rewritten(text: bytes, value: Any, style: Style, indentation: bytes = b"") -> bytes:
    """Return the JSON of a value that replaces that of `text`; the parts that stay the same keep their bytes."""
    before = json.loads(text)
    if _same(before, value):
        return text
    if isinstance(before, dict) and isinstance(value, dict) and before and value:
        shared = [key for key in before if key in value]
        if shared == [key for key in value if key in before]:
            return _object(text, value, style)
    if isinstance(before, list) and isinstance(value, list) and before and value:
        return _list(text, before, value, style)
    return style.written(value, indentation)


def _same(one: Any, other: Any) -> bool:
    """Tell 1, 1.0 and True apart, which Python holds equal."""
    return one == other and json.dumps(one) == json.dumps(other)


def _object(text: bytes, value: dict[str, Any], style: Style) -> bytes:
    members = members_of(text)
    first = next(iter(members.values()))
    lead = text[text.index(b"{") + 1 : first.begin]
    begun = text[first.begin : first.value]
    colon = begun[begun.rindex(b'"') + 1 :]
    inner = _inner(style, lead, [text[place.value : place.end] for place in members.values()])
    indentation = indentation_of(lead)
    parts, end_before = [], {}
    end = first.begin
    for key, member in members.items():
        end_before[key], end = end, member.end
    for key, part in value.items():
        old = members.get(key)
        if old is None:
            name = json.dumps(key, ensure_ascii=style.ascii_only).encode()
            parts.append((b"," + lead, name + colon + inner.written(part, indentation)))
            continue
        kept = rewritten(text[old.value : old.end], part, inner, indentation)
        gap = text[end_before[key] : old.begin] or b"," + lead
        parts.append((gap, text[old.begin : old.value] + kept))
    return b"{%b%b%b" % (lead, _joined(parts), text[end:])


def _list(text: bytes, before: list[Any], value: list[Any], style: Style) -> bytes:
    raws = msgspec.json.decode(text, type=list[msgspec.Raw])
    begins = [offset_in(text, raw) for raw in raws]
    ends = [begin + len(memoryview(raw)) for begin, raw in zip(begins, raws, strict=True)]
    lead = text[text.index(b"[") + 1 : begins[0]]
    inner = _inner(style, lead, [text[begins[0] : ends[0]]])
    # Without a line break after the bracket, the gap between two items shows what separates them.
    between = text[ends[0] : begins[1]] if len(begins) > 1 else b"," + (lead or b" ")
    indentation = indentation_of(lead)
    head = _common(before, value)
    tail = _common(before[head:][::-1], value[head:][::-1])
    parts = []
    for number, part in enumerate(value):
        old = number if number < head else number - len(value) + len(before)
        is_kept = number < head or number >= len(value) - tail
        if not is_kept and len(before) == len(value):
            is_kept, old = True, number
        if is_kept:
            gap = text[ends[old - 1] : begins[old]] if old else between
            kept = rewritten(text[begins[old] : ends[old]], part, inner, indentation)
            parts.append((gap, kept))
        else:
            parts.append((between, inner.written(part, indentation)))
    return b"[%b%b%b" % (lead, _joined(parts), text[ends[-1] :])


def _inner(style: Style, lead: bytes, siblings: list[bytes]) -> Style:
    """Return the style inside an object or list: that of the parts that are there."""
    nested = next((part for part in siblings if part[:1] in b"{[" and len(part) > 2), b"\n")
    return style if b"\n" in lead and b"\n" in nested else style._replace(step=None)


def _joined(parts: list[tuple[bytes, bytes]]) -> bytes:
    """Join parts with the gap before each; the first has none."""
    return b"".join(gap + part for gap, part in parts).removeprefix(parts[0][0])


def _common(one: list[Any], other: list[Any]) -> int:
    """Return the number of items at the beginning that both lists share."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if not _same(first, second):
            break
        count += 1
    return count
