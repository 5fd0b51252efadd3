"""Reads XML as a stream: yields the elements asked for, and refuses what could do harm.

Entity definitions are refused, because they can expand without limit or include other files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from peru_timeline.chronology.importing.found import ImportRefusedError
from peru_timeline.chronology.importing.sentences import ImportWords

DEEPEST = 50
LONGEST_TEXT = 2_000_000
MOST_ELEMENTS = 3_000_000
_CHUNK = 65_536


@dataclass(slots=True)
class Element:
    """An element with its content; `line` is where it begins, from 1."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def child(self, name: str) -> str:
        """The text of the first child with a name; empty if there is none."""
        return next((child.text for child in self.children if child.name == name), "")

    def named(self, name: str) -> list[str]:
        """The texts of all children with a name."""
        return [child.text for child in self.children if child.name == name]


def root_name(content: bytes) -> str:
    """The name of the root element; empty if the file is not XML. Raises ImportRefusedError for entities."""
    found: list[str] = []
    parser = _parser(lambda name, _attributes: found.append(name))
    with suppress(expat.ExpatError, LookupError, ValueError):
        parser.Parse(content[:_CHUNK], False)
    return found[0] if found else ""


def elements(
    content: bytes, names: Collection[str], without: Collection[str] = ()
) -> Iterator[Element]:
    """Yield the outermost elements with these names, complete except for the texts of `without`.

    Raises ImportRefusedError for XML that is malformed, too deep or too long, or defines entities.
    """
    reader = _Reader(names, without)
    try:
        for start in range(0, len(content), _CHUNK):
            reader.parser.Parse(content[start : start + _CHUNK], False)
            check_progress(reader.parser, start + _CHUNK)
            yield from reader.take()
        reader.parser.Parse(b"", True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise ImportRefusedError(ImportWords.BROKEN_XML.of(reason, error.lineno)) from None
    except (LookupError, ValueError):
        raise ImportRefusedError(ImportWords.BROKEN_XML.of("unknown encoding", 1)) from None
    yield from reader.take()


def check_progress(parser: expat.XMLParserType, given: int) -> None:
    """Refuse a tag or comment that goes on and on: expat begins it anew with each piece, which takes hours."""
    if given - parser.CurrentByteIndex > LONGEST_TEXT:
        raise ImportRefusedError(ImportWords.LONG_TEXT.of(LONGEST_TEXT // 1_000_000))


def _parser(start: Any) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = _refuse
    parser.UnparsedEntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    return parser


def _refuse(*_arguments: object) -> int:
    raise ImportRefusedError(ImportWords.XML_ENTITIES.of())


class _Reader:
    def __init__(self, names: Collection[str], without: Collection[str]) -> None:
        self._names, self._without = frozenset(names), frozenset(without)
        self._depth = self._count = 0
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._length = 0
        self._done: list[Element] = []
        self.parser = _parser(self._start)
        self.parser.buffer_text = True
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data

    def take(self) -> list[Element]:
        """The elements completed since the last call."""
        done, self._done = self._done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise ImportRefusedError(ImportWords.DEEP.of())
        if self._count > MOST_ELEMENTS:
            raise ImportRefusedError(ImportWords.TOO_MANY_ROWS.of(MOST_ELEMENTS))
        if self._open or name in self._names:
            self._open.append(Element(name, attributes, self.parser.CurrentLineNumber))
            self._texts.append([])

    def _end(self, _name: str) -> None:
        self._depth -= 1
        if not self._open:
            return
        element, texts = self._open.pop(), self._texts.pop()
        if element.name not in self._without:
            element.text = "".join(texts)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._done.append(element)
            self._length = 0

    def _data(self, text: str) -> None:
        if not self._open:
            return
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise ImportRefusedError(ImportWords.LONG_TEXT.of(LONGEST_TEXT // 1_000_000))
        self._texts[-1].append(text)
