"""Hostile files that are no text, or no JSON."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

from tests.chronology.made_up import SMALL
from tests.robust.hostile import TEXT, Hostile, of_bytes, of_text, with_literal


def _zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("x.chronology", TEXT)
    return made.getvalue()


NOT_TEXT = (
    Hostile("empty", of_bytes(b""), ("is empty", "copy")),
    Hostile("white space only", of_bytes(b" \n\t\r\n"), ("is empty", "copy")),
    Hostile("a BOM only", of_bytes(b"\xef\xbb\xbf"), ("is empty", "copy")),
    Hostile(
        "the first byte of a BOM", of_bytes(b"\xef"), ("line 1, column 1", "not encoded in UTF-8")
    ),
    Hostile(
        "two bytes of a BOM", of_bytes(b"\xef\xbb"), ("line 1, column 1", "not encoded in UTF-8")
    ),
    Hostile(
        "a BOM, then Latin-1",
        of_bytes(b'\xef\xbb\xbf{"Per\xfa": 1}'),
        ("line 1, column 6", "not encoded in UTF-8"),
    ),
    Hostile("UTF-16 with a BOM", of_text(TEXT, "utf-16"), ("UTF-16", "save it as UTF-8")),
    Hostile("UTF-16 big-endian", of_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be")), ("UTF-16",)),
    Hostile("UTF-16 without a BOM", of_text(TEXT, "utf-16-le"), ("UTF-16", "UTF-8")),
    Hostile("UTF-16 BE without a BOM", of_text(TEXT, "utf-16-be"), ("UTF-16", "UTF-8")),
    Hostile("UTF-32", of_text(TEXT, "utf-32"), ("UTF-32", "save it as UTF-8")),
    Hostile(
        "Latin-1", of_text(TEXT, "latin-1"), ("line 1, column ", "not encoded in UTF-8", "save it")
    ),
    Hostile("Mac Roman", of_text(TEXT, "mac-roman"), ("line 1, column ", "not encoded in UTF-8")),
    Hostile(
        "Latin-1, indented",
        of_text(json.dumps(SMALL, ensure_ascii=False, indent=1), "latin-1"),
        ("line ", "column ", "not encoded in UTF-8"),
    ),
    Hostile(
        "surrogates as bytes",
        of_bytes(TEXT.encode().replace(b"quay", b"\xed\xa0\x80", 1)),
        ("line 1, column ", "not encoded in UTF-8"),
    ),
    Hostile(
        "overlong bytes",
        of_bytes(TEXT.encode().replace(b"quay", b"\xc0\xaf", 1)),
        ("not encoded in UTF-8",),
    ),
    Hostile(
        "cut inside a letter",
        of_bytes(TEXT.encode().split(b"\xc3")[0] + b"\xc3"),
        ("not encoded in UTF-8",),
    ),
    Hostile("gzip", of_bytes(gzip.compress(TEXT.encode())), ("compressed", "unpack it")),
    Hostile("zip", of_bytes(_zip()), ("compressed", "unpack it")),
    Hostile("a picture", of_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000)), ("not encoded in UTF-8",)),
    Hostile(
        "a program", of_bytes(b"\x7fELF\x02\x01\x01" + bytes(2000)), ("line 1, column 1", "JSON")
    ),
    Hostile("a PDF", of_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), ("not encoded in UTF-8",)),
    Hostile("a web page", of_text("<!DOCTYPE html><title>x</title>"), ("line 1, column 1", "JSON")),
    Hostile("zeros", of_bytes(bytes(1000)), ("line 1, column 1", "JSON")),
    Hostile(
        "random bytes",
        of_bytes(bytes(range(256)) * 40),
        ("line 2, column ", "not encoded in UTF-8"),
    ),
)

SYNTAX = (
    *(
        Hostile(f"cut at {cut} %", of_text(TEXT[: len(TEXT) * cut // 100]),
                ("line 1, column ", "cut off", "copy"))
        for cut in (1, 10, 33, 50, 66, 90, 99)
    ),
    Hostile("cut after a comma", of_text(TEXT[: TEXT.index(",") + 1]), ("cut off",)),
    Hostile("cut inside an escape", of_text(TEXT[:60] + "\\u00"), ("line 1, column ",)),
    Hostile("more after the end", of_text(TEXT + "{}"), ("line 1, column ", "JSON")),
    Hostile("a comma too many", of_text(TEXT[:-1] + ",}"), ("line 1, column ", "JSON")),
    Hostile("comments", of_text("// mine\n" + TEXT), ("line 1, column 1", "JSON")),
    Hostile("single quotes", of_text(TEXT.replace('"', "'")), ("line 1, column 2", "JSON")),
    Hostile("a raw line break in a text", of_text(TEXT.replace("quay", "qu\nay", 1)), ("line 1, col",)),
    Hostile("a raw zero in a text", of_text(TEXT.replace("quay", "qu\0ay", 1)), ("line 1, column ",)),
    Hostile("an unknown escape", of_text(TEXT.replace("quay", "\\x41", 1)), ("line 1, column ",)),
    Hostile("True instead of true", of_text('{"format": True}'), ("line 1, column 12", "JSON")),
    Hostile("NaN", with_literal("events.0.amounts.0.value", "NaN"),
            ("events[0].amounts[0].value", "NaN is not a JSON number")),
    Hostile("Infinity", with_literal("events.0.amounts.0.value", "Infinity"), ("Infinity is not a JSON number",)),
    Hostile("-Infinity", with_literal("events.0.importance", "-Infinity"),
            ("events[0].importance", "-Infinity is not a JSON number")),
    Hostile("NaN as the whole", of_text("NaN"), ("JSON",)),
    Hostile("NaN nested deep", with_literal("events.0.title", "[" * 900 + "NaN" + "]" * 900),
            ("NaN is not a JSON number",)),
    Hostile("1e999", with_literal("events.0.amounts.0.value", "1e999"), ("events[0].amounts[0].value", "finite")),
    Hostile("a million levels of lists", of_bytes(b"[" * 1_000_000), ("nested too deeply", "copy")),
    Hostile("a million levels of objects", of_bytes(b'{"a":' * 1_000_000), ("nested too deeply",)),
    Hostile("a million levels, closed", of_bytes(b"[" * 1_000_000 + b"]" * 1_000_000), ("nested too deeply",)),
    Hostile("a million levels in an event", with_literal("events.0.title", "[" * 1_000_000 + "]" * 1_000_000),
            ("nested too deeply",)),
    Hostile("900 levels in an event", with_literal("events.0.title", "[" * 900 + "]" * 900), ("events[0].title",)),
    Hostile("500 levels and a key twice", with_literal("events.0.title", "[" * 500 + '{"a":1,"a":2}' + "]" * 500),
            ("appears twice",)),
    *(
        Hostile(f"{levels} levels of objects", of_text('{"a":' * levels + "1" + "}" * levels), ())
        for levels in (330, 490, 900, 980, 990, 995, 1000, 5000)
    ),
    Hostile("a number of a million digits", with_literal("events.0.amounts.0.value", "9" * 1_000_000),
            ("thousands of digits", "shorten")),
    Hostile("a fraction of a million digits", with_literal("events.0.importance", "0." + "1" * 1_000_000),
            ("events[0].importance",)),
    Hostile("an exponent of a million digits", with_literal("events.0.amounts.0.value", "1e" + "9" * 1_000_000),
            ("events[0].amounts[0].value",)),
    Hostile("a number of 4,000 digits", with_literal("events.0.amounts.0.value", "9" * 4000),
            ("events[0].amounts[0].value",)),
)  # fmt: skip
