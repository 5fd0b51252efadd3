"""Files nobody should have to open: how each is made, and words of what must be said of it.

The words hold the place and the remedy, so a message that loses either fails the test.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.chronology.made_up import SMALL, small

Make = Callable[[Path], Path]


class Hostile(NamedTuple):
    """One file: its name in the tests, what makes it in a folder, words of the answer to it."""

    name: str
    make: Make
    says: tuple[str, ...]


def _bytes(content: bytes) -> Make:
    def make(folder: Path) -> Path:
        path = folder / "hostile.chronology"
        path.write_bytes(content)
        return path

    return make


def _streamed(pieces: Callable[[], Any]) -> Make:
    """A file too large to keep in the table of tests."""

    def make(folder: Path) -> Path:
        path = folder / "hostile.chronology"
        with path.open("wb") as file:
            for piece in pieces():
                file.write(piece)
        return path

    return make


def _sparse(size: int, head: bytes = b"") -> Make:
    """A file of that many bytes, which takes no room on the disk: zeros after the head."""

    def make(folder: Path) -> Path:
        path = folder / "hostile.chronology"
        with path.open("wb") as file:
            file.write(head)
            file.truncate(size)
        return path

    return make


def _text(text: str, encoding: str = "utf-8") -> Make:
    return _bytes(text.encode(encoding))


def with_value(steps: str, value: Any) -> dict[str, Any]:
    """The small chronology with another value at `events.0.title` or the like."""
    raw = small()
    *way, last = [int(step) if step.isdigit() else step for step in steps.split(".")]
    place: Any = raw
    for step in way:
        place = place[step]
    place[last] = value
    return raw


def _with(steps: str, value: Any) -> Make:
    return _text(json.dumps(with_value(steps, value)))


def _with_literal(steps: str, literal: str) -> Make:
    """A value that json.dumps would not write, letter for letter."""
    text = json.dumps(with_value(steps, "@@"))
    return _text(text.replace('"@@"', literal))


def _instead(change: Callable[[dict[str, Any]], None]) -> Make:
    raw = small()
    change(raw)
    return _text(json.dumps(raw))


TEXT = json.dumps(SMALL, ensure_ascii=False)
MEGABYTES_65 = 65_000_000
HEAD = b'{"format": "chronology/1", "id": "x", "version": "1", "title": "x", "sectors": [], '


def _chain(length: int) -> Make:
    """Actors each of which is part of the next: a tree as deep as there are actors."""

    def change(raw: dict[str, Any]) -> None:
        raw["actors"] += [
            {"id": f"a{n}", "name": "A", "kind": "group", "part_of": f"a{n + 1}"}
            for n in range(length)
        ]
        raw["actors"].append({"id": f"a{length}", "name": "A", "kind": "group"})

    return _instead(change)


def _ring(length: int) -> Make:
    def change(raw: dict[str, Any]) -> None:
        raw["actors"] += [
            {"id": f"a{n}", "name": "A", "kind": "group", "part_of": f"a{(n + 1) % length}"}
            for n in range(length)
        ]

    return _instead(change)


def _zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("x.chronology", TEXT)
    return made.getvalue()


def _event(**changes: Any) -> dict[str, Any]:
    return {"id": "x", "date": "2005", "title": "x", "sector": "trade", **changes}


WHOLES: tuple[Any, ...] = (None, True, 0, "chronology/1", [], [SMALL])

FORMATS: tuple[Any, ...] = (None, 1, 1.5, True, [], {}, "", "chronology", "x" * 100_000)

NOT_TEXT = (
    Hostile("empty", _bytes(b""), ("is empty", "copy")),
    Hostile("white space only", _bytes(b" \n\t\r\n"), ("is empty", "copy")),
    Hostile("a BOM only", _bytes(b"\xef\xbb\xbf"), ("is empty", "copy")),
    Hostile("the first byte of a BOM", _bytes(b"\xef"), ("line 1, column 1", "not UTF-8")),
    Hostile("two bytes of a BOM", _bytes(b"\xef\xbb"), ("line 1, column 1", "not UTF-8")),
    Hostile(
        "a BOM, then Latin-1",
        _bytes(b'\xef\xbb\xbf{"Per\xfa": 1}'),
        ("line 1, column 6", "not UTF-8"),
    ),
    Hostile("UTF-16 with a BOM", _text(TEXT, "utf-16"), ("UTF-16", "save it as UTF-8")),
    Hostile("UTF-16 big-endian", _bytes(b"\xfe\xff" + TEXT.encode("utf-16-be")), ("UTF-16",)),
    Hostile("UTF-16 without a BOM", _text(TEXT, "utf-16-le"), ("UTF-16", "UTF-8")),
    Hostile("UTF-16 BE without a BOM", _text(TEXT, "utf-16-be"), ("UTF-16", "UTF-8")),
    Hostile("UTF-32", _text(TEXT, "utf-32"), ("UTF-32", "save it as UTF-8")),
    Hostile("Latin-1", _text(TEXT, "latin-1"), ("line 1, column ", "not UTF-8", "save it")),
    Hostile("Mac Roman", _text(TEXT, "mac-roman"), ("line 1, column ", "not UTF-8")),
    Hostile(
        "Latin-1, indented",
        _text(json.dumps(SMALL, ensure_ascii=False, indent=1), "latin-1"),
        ("line ", "column ", "not UTF-8"),
    ),
    Hostile(
        "surrogates as bytes",
        _bytes(TEXT.encode().replace(b"quay", b"\xed\xa0\x80", 1)),
        ("line 1, column ", "not UTF-8"),
    ),
    Hostile(
        "overlong bytes", _bytes(TEXT.encode().replace(b"quay", b"\xc0\xaf", 1)), ("not UTF-8",)
    ),
    Hostile(
        "cut inside a letter", _bytes(TEXT.encode().split(b"\xc3")[0] + b"\xc3"), ("not UTF-8",)
    ),
    Hostile("gzip", _bytes(gzip.compress(TEXT.encode())), ("compressed", "unpack it")),
    Hostile("zip", _bytes(_zip()), ("compressed", "unpack it")),
    Hostile("a picture", _bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000)), ("not UTF-8",)),
    Hostile(
        "a program", _bytes(b"\x7fELF\x02\x01\x01" + bytes(2000)), ("line 1, column 1", "JSON")
    ),
    Hostile("a PDF", _bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), ("not UTF-8",)),
    Hostile("a web page", _text("<!DOCTYPE html><title>x</title>"), ("line 1, column 1", "JSON")),
    Hostile("zeros", _bytes(bytes(1000)), ("line 1, column 1", "JSON")),
    Hostile("random bytes", _bytes(bytes(range(256)) * 40), ("line 2, column ", "not UTF-8")),
)

SYNTAX = (
    *(
        Hostile(f"cut at {cut} %", _text(TEXT[: len(TEXT) * cut // 100]),
                ("line 1, column ", "cut off", "copy"))
        for cut in (1, 10, 33, 50, 66, 90, 99)
    ),
    Hostile("cut after a comma", _text(TEXT[: TEXT.index(",") + 1]), ("cut off",)),
    Hostile("cut inside an escape", _text(TEXT[:60] + "\\u00"), ("line 1, column ",)),
    Hostile("more after the end", _text(TEXT + "{}"), ("line 1, column ", "JSON")),
    Hostile("a comma too many", _text(TEXT[:-1] + ",}"), ("line 1, column ", "JSON")),
    Hostile("comments", _text("// mine\n" + TEXT), ("line 1, column 1", "JSON")),
    Hostile("single quotes", _text(TEXT.replace('"', "'")), ("line 1, column 2", "JSON")),
    Hostile("a raw line break in a text", _text(TEXT.replace("quay", "qu\nay", 1)), ("line 1, col",)),
    Hostile("a raw zero in a text", _text(TEXT.replace("quay", "qu\0ay", 1)), ("line 1, column ",)),
    Hostile("an unknown escape", _text(TEXT.replace("quay", "\\x41", 1)), ("line 1, column ",)),
    Hostile("True instead of true", _text('{"format": True}'), ("line 1, column 12", "JSON")),
    Hostile("NaN", _with_literal("events.0.amounts.0.value", "NaN"),
            ("events[0].amounts[0].value", "NaN is no number")),
    Hostile("Infinity", _with_literal("events.0.amounts.0.value", "Infinity"), ("Infinity is no number",)),
    Hostile("-Infinity", _with_literal("events.0.importance", "-Infinity"),
            ("events[0].importance", "-Infinity is no number")),
    Hostile("NaN as the whole", _text("NaN"), ("JSON",)),
    Hostile("NaN nested deep", _with_literal("events.0.title", "[" * 900 + "NaN" + "]" * 900), ("NaN is no number",)),
    Hostile("1e999", _with_literal("events.0.amounts.0.value", "1e999"), ("events[0].amounts[0].value", "finite")),
    Hostile("a million levels of lists", _bytes(b"[" * 1_000_000), ("nested too deeply", "copy")),
    Hostile("a million levels of objects", _bytes(b'{"a":' * 1_000_000), ("nested too deeply",)),
    Hostile("a million levels, closed", _bytes(b"[" * 1_000_000 + b"]" * 1_000_000), ("nested too deeply",)),
    Hostile("a million levels in an event", _with_literal("events.0.title", "[" * 1_000_000 + "]" * 1_000_000),
            ("nested too deeply",)),
    Hostile("900 levels in an event", _with_literal("events.0.title", "[" * 900 + "]" * 900), ("events[0].title",)),
    Hostile("500 levels and a key twice", _with_literal("events.0.title", "[" * 500 + '{"a":1,"a":2}' + "]" * 500),
            ("stands twice",)),
    *(
        Hostile(f"{levels} levels of objects", _text('{"a":' * levels + "1" + "}" * levels), ())
        for levels in (330, 490, 900, 980, 990, 995, 1000, 5000)
    ),
    Hostile("a number of a million digits", _with_literal("events.0.amounts.0.value", "9" * 1_000_000),
            ("thousands of digits", "shorten")),
    Hostile("a fraction of a million digits", _with_literal("events.0.importance", "0." + "1" * 1_000_000),
            ("events[0].importance",)),
    Hostile("an exponent of a million digits", _with_literal("events.0.amounts.0.value", "1e" + "9" * 1_000_000),
            ("events[0].amounts[0].value",)),
    Hostile("a number of 4,000 digits", _with_literal("events.0.amounts.0.value", "9" * 4000),
            ("events[0].amounts[0].value",)),
)  # fmt: skip

CONTENT = (
    Hostile("a lone surrogate in a title", _with_literal("events.0.title", '"\\ud800"'),
            ("events[0].title", "lone surrogate")),
    Hostile("surrogates the wrong way round", _with_literal("events.0.summary", '"\\udc00\\ud800"'),
            ("events[0].summary", "lone surrogate")),
    Hostile("a lone surrogate in a key", _text(TEXT.replace('"version"', '"v\\udfff"', 1)),
            ("the key", "lone surrogate")),
    Hostile("a lone surrogate in an id", _with_literal("events.0.id", '"\\ud800"'), ("events[0].id",)),
    Hostile("a lone surrogate in a reference", _with_literal("events.0.sector", '"\\ud800"'), ("events[0].sector",)),
    Hostile("a lone surrogate in a date", _with_literal("events.0.date", '"\\ud800"'), ("events[0].date",)),
    Hostile("a lone surrogate in a URL", _with_literal("sources.0.url", '"https://\\ud800"'), ("sources[0].url",)),
    Hostile("a lone surrogate in the format", _with_literal("format", '"\\ud800"'), ("format", "chronology/1")),
    Hostile("format twice", _text(TEXT.replace("{", '{"format": "chronology/1", ', 1)), ('"format" stands twice',)),
    Hostile("a key twice in an event", _text(TEXT.replace('"date":', '"date": "2001", "date":', 1)),
            ("events[0]", '"date" stands twice')),
    Hostile("an event's id twice", _with("events.1.id", "quay-built"), ("events[1].id", "used before", "events[0]")),
    Hostile("an actor's id twice", _with("actors.1.id", "north"), ("actors[1].id", "used before")),
    Hostile("a source's id twice", _with("sources.1.id", "gazette"), ("sources[1].id", "used before")),
    Hostile("a sector's id twice", _with("sectors.1.id", "trade"), ("sectors[1].id", "used before")),
    Hostile("a later version", _with("format", "chronology/2"), ("format", "chronology/1", "newer version")),
    Hostile("a version far ahead", _with("format", "chronology/9999999999"), ("format", "newer version")),
    Hostile("another format", _with("format", "views/1"), ("format", 'must be "chronology/1"')),
    *(
        Hostile(f"format {value!r}"[:60], _with("format", value), ("format",))
        for value in FORMATS
    ),
    *(
        Hostile(f"{json.dumps(value)[:20]} as the whole", _text(json.dumps(value)), ("no chronology object",))
        for value in WHOLES
    ),
    Hostile("an empty object", _text("{}"), ("format", "is missing")),
    Hostile("GeoJSON", _text('{"type": "FeatureCollection", "features": []}'), ("format", "is missing")),
    Hostile("nothing but a format", _text('{"format": "chronology/1"}'), ("title: is missing",)),
    Hostile("an unknown key", _with("events.0.titel", "x"), ("events[0].titel", 'did you mean "title"')),
    Hostile("a key of 2 MB", _with("x" * 2_000_000, 1), ("…(+", "unknown key")),
    Hostile("a key with control signs", _with("a\x1b[31m\n\x07", 1), ("unknown key",)),
    Hostile("an id of 2 MB", _with("events.0.id", "a" * 2_000_000), ("events[0].id", "longer than 120")),
    Hostile("an id of 2 MB in no language", _with("events.0.id", "é" * 2_000_000), ("events[0].id", "longer than 120")),
    Hostile("an id made to stall", _with("events.0.id", "a-" * 50_000 + "!"), ("events[0].id",)),
    Hostile("an id that leaves its folder", _with("id", "../../etc/passwd"), ("id:", "is no id")),
    Hostile("a reference of 2 MB", _with("events.0.sector", "trade" * 400_000), ("events[0].sector",)),
    Hostile("a date of 2 MB", _with("events.0.date", "2" * 2_000_000), ("events[0].date", "2013-11")),
    Hostile("a date backwards", _with("events.0.date", "2010/2001"), ("events[0].date", "backwards")),
    Hostile("no day", _with("events.0.date", "2011-02-30"), ("events[0].date", "no such day")),
    Hostile("a date in other digits", _with("events.0.date", "٢٠١١"), ("events[0].date", "such as 2013")),
    Hostile("a date that is open on both sides", _with("events.0.date", "../.."), ("events[0].date",)),
    Hostile("a date nested", _with("events.0.date", "[[2001]]"), ("events[0].date",)),
    Hostile("a language of 2 MB", _with("events.0.title", {"x" * 2_000_000: "x"}), ("events[0].title",)),
    Hostile("a title of 2 MB", _with("events.0.title", "x" * 2_000_000), ("events[0].title", "at most 500")),
    Hostile("a quotation of 2 MB", _with("events.0.evidence.0.quote", "x " * 1_000_000),
            ("events[0].evidence[0].quote", "words")),
    *(
        Hostile(f"a link to {link[:12]}", _with("sources.0.url", link), ("sources[0].url", "https://"))
        for link in ("javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "//host/share", "data:text/html,x",
                     "ftp://x", "HTTPS://x", "smb://x/y", " https://x", "https://a b")
    ),
    Hostile("an actor part of itself", _with("actors.0.part_of", "north"), ("actors[0].part_of", "part of itself")),
    Hostile("a ring of actors", _with("actors.0.part_of", "harbour-master"), ("part_of", "part of itself")),
    Hostile("a ring of 5,000 actors", _ring(5000), ("actors[4].part_of", "part of itself")),
    Hostile("a tree of actors 20,000 deep", _chain(20_000), ("part_of", "levels")),
    Hostile("ids that nobody has, 3,000 times",
            _instead(lambda raw: raw["events"].extend(
                _event(id=f"e{n}", sector=f"trad{n}") for n in range(3000))),
            ("events[3].sector", "did you mean")),
    Hostile("30,000 faults",
            _instead(lambda raw: raw.update(events=[_event(id=f"e{n}", importance=9) for n in range(30_000)])),
            ("events[0].importance", "at most 3")),
    Hostile("50,000 things of the wrong type",
            _instead(lambda raw: raw.update(events=[0] * 50_000)), ("events[0]", "must be an object")),
)  # fmt: skip

HUGE = (
    Hostile("65 MB of spaces", _streamed(lambda: [b" " * MEGABYTES_65]), ("is no chronology", "choose")),
    Hostile("65 MB of zeros", _sparse(MEGABYTES_65), ("is no chronology",)),
    Hostile("1.9 GB of zeros", _sparse(1_900_000_000), ("larger than", "split it")),
    Hostile("8 EB", _sparse(2**43), ("larger than", "split it")),
    Hostile("65 MB of brackets", _streamed(lambda: [b"[" * MEGABYTES_65]), ("is no chronology",)),
    Hostile("65 MB without an end", _streamed(lambda: [HEAD, b'"description": "', b"x" * MEGABYTES_65]),
            ("line 1, column ", "cut off")),
    Hostile("65 MB of empty lists",
            _streamed(lambda: [HEAD, b'"events": [[]', b",[]" * (MEGABYTES_65 // 3), b"]}"]), ("hardly any text",)),
    Hostile("65 MB of numbers",
            _streamed(lambda: [HEAD, b'"events": [1', b",1" * (MEGABYTES_65 // 2), b"]}"]), ("hardly any text",)),
    Hostile("65 MB of short texts",
            _streamed(lambda: [HEAD, b'"events": ["ab"', b',"ab"' * (MEGABYTES_65 // 5), b"]}"]), ("hardly any text",)),
    Hostile("65 MB of one key",
            _streamed(lambda: [HEAD, b'"a":1', b',"a":1' * (MEGABYTES_65 // 6), b"}"]), ("hardly any text",)),
    Hostile("65 MB cut off",
            _streamed(lambda: [HEAD, b'"events": [', *([json.dumps(_event(title="x" * 900)).encode() + b","]
                                                       * (MEGABYTES_65 // 960))]), ("cut off",)),
)  # fmt: skip


# --- no ordinary file -------------------------------------------------------------------------


def _folder(folder: Path) -> Path:
    return folder


def _fifo(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def _socket(folder: Path) -> Path:
    path = folder / "s"
    here = Path.cwd()
    os.chdir(folder)  # a socket's address has room for 100 letters
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("s")
    finally:
        os.chdir(here)
    return path


def _loop(folder: Path) -> Path:
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    return folder / "a"


def _dangling(folder: Path) -> Path:
    (folder / "a").symlink_to(folder / "nothing")
    return folder / "a"


def _link_to_pipe(folder: Path) -> Path:
    (folder / "a").symlink_to(_fifo(folder))
    return folder / "a"


def _below_a_file(folder: Path) -> Path:
    (folder / "file").write_bytes(b"")
    return folder / "file" / "x.chronology"


def _named(name: str) -> Make:
    return lambda folder: folder / name


def _device(name: str) -> Make:
    return lambda _folder: Path(name)


NO_FILE = (
    Hostile("a folder", _folder, ("is a folder", "choose a chronology file")),
    Hostile("a FIFO", _fifo, ("no ordinary file", "choose a file")),
    Hostile("a link to a FIFO", _link_to_pipe, ("no ordinary file", "choose a file")),
    Hostile("a socket", _socket, ("no ordinary file", "choose a file")),
    Hostile("/dev/zero", _device("/dev/zero"), ("no ordinary file", "choose a file")),
    Hostile("/dev/null", _device("/dev/null"), ("no ordinary file", "choose a file")),
    Hostile("/dev/tty", _device("/dev/tty"), ("no ordinary file",)),
    Hostile("/proc/self/mem", _device("/proc/self/mem"), ("cannot be read",)),
    Hostile("/proc/self/environ", _device("/proc/self/status"), ("line 1, column 1", "JSON")),
    Hostile("links in a ring", _loop, ("cannot be read", "links")),
    Hostile("a link to nothing", _dangling, ("does not exist", "check the name")),
    Hostile("no file", _named("nothing.chronology"), ("does not exist", "check the name")),
    Hostile("below a file", _below_a_file, ("cannot be read",)),
    Hostile("a name of 5,000 letters", _named("x" * 5000), ("cannot be read",)),
    Hostile("a name that steers the terminal", _named("a\x1b[31m\nb"), ("does not exist",)),
    Hostile("a name in no encoding", _named("a\udcff\udcfe"), ("does not exist",)),
)

SMALL_FILES: tuple[Hostile, ...] = (*NOT_TEXT, *SYNTAX, *CONTENT, *NO_FILE)
ALL: tuple[Hostile, ...] = (*SMALL_FILES, *HUGE)
BY_NAME: Mapping[str, Hostile] = {hostile.name: hostile for hostile in ALL}
