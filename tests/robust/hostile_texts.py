"""Texts that try to be more than text, and a chronology that says them at every place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peru_timeline.chronology.text import faulty_sign
from tests.chronology.made_up import small

CANARY = "file:///tmp/peru-timeline-canary.png"
"""A file that nothing may read; tests put their own in its place."""
MEGABYTES_2 = 2_000_000

TEXTS: Mapping[str, str] = {
    "picture": f"<img src='{CANARY}'>",
    "picture in capitals": f'<IMG SRC="{CANARY}" WIDTH=1>',
    "picture cut open": f"<img src={CANARY} ",
    "picture after a line": f"x\n\n<p><img src='{CANARY}'></p>",
    "picture from the web": "<img src='http://127.0.0.1:9/x.png'>",
    "picture on a share": "<img src='\\\\127.0.0.1\\share\\x.png'>",
    "background": f"<body background='{CANARY}'><table background='{CANARY}'><tr><td>x",
    "style": f"<style>@import url('{CANARY}'); * {{background: url({CANARY})}}</style>x",
    "style of a widget": f"}} * {{ image: url({CANARY}); }}",
    "script": "<script>alert(1)</script>",
    "link": "<a href='javascript:alert(1)'>click</a>",
    "link to a file": "<a href='file:///etc/passwd'>click</a>",
    "whole page": f"<!DOCTYPE html><html><body><img src='{CANARY}'></body></html>",
    "rich text only": "<b>bold</b> <font size=9>large</font>",
    "qt template": f"<qt><img src='{CANARY}'></qt>",
    "resource": "<img src=':/qt-project.org/logos/pysidelogo.png'>",
    "data": "<img src='data:image/png;base64,iVBORw0KGgo='>",
    "entities": "&lt;img src=x&gt; &amp; &#60;b&#62; &copy;",
    "mnemonic": "&File &&x && &",
    "percent": "%1 %n %s {0} {x} %%",
    "markdown": f"![x]({CANARY}) [x](javascript:1) `x` # x",
    "formula": "=HYPERLINK(\"http://127.0.0.1/\";\"x\")",
    "bidi override": "abc \u202edcba\u202c \u2066x\u2069 \u200fא\u200e end",
    "bidi unclosed": "\u202e\u202b\u2067 turned",
    "zalgo": "Z" + "\u0300\u0301\u0316\u0489" * 2_000 + "algo",
    "zero width": "a\u200b\u200c\u200d\u2060\ufeffb" * 100,
    "controls": "bell\x07 back\x08 escape\x1b[31m del\x7f c1\x9b",
    "line breaks": "a\rb\r\nc\u2028d\u2029e\x0bf\x0cg\x85h",
    "tabs": "a\tb" * 300,
    "no characters": "\ufffe\uffff\U0001fffe x",
    "hidden words": "seen" + "".join(chr(0xE0000 + ord(sign)) for sign in "unseen"),
    "private and far": "\ue000\U00100000\U000e0001 x",
    "emoji joined": "👩‍👩‍👧‍👦" * 500,
    "Thai without spaces": "ภาษาไทย" * 3_000,
    "Arabic ligature": "\ufdfd" * 300,
    "tall": "꧅" * 500,
    "many lines": "x\n" * 20_000,
    "a word of 2 MB": "x" * MEGABYTES_2,
    "words of 2 MB": "word " * (MEGABYTES_2 // 5),
    "a word of 2 MB, not Latin": "Ж" * MEGABYTES_2,
    "2 MB of accents": "a" + "\u0301" * MEGABYTES_2,
    "2 MB of openers": "<" * MEGABYTES_2,
    "2 MB of ampersands": "&" * MEGABYTES_2,
    "2 MB of right to left": "\u05d0\u202e" * (MEGABYTES_2 // 2),
}  # fmt: skip

ADDRESSES = (
    "javascript:alert(1)", "file:///etc/passwd", "FILE:///etc/passwd", "\\\\host\\share", "//host/share",
    "smb://host/x", "data:text/html,x", "vbscript:x", "ms-settings:x", "about:blank", "", " ", "https://",
    "http:///etc/passwd", "https:///x", "http:javascript:1", "view-source:http://x", "https://user@:80",
    "java\nscript:1", "https://exa mple.org", "https://[::1", "ftp://x/y", "mailto:x@y", "https:\\\\x",
)  # fmt: skip
"""What must never reach the browser, even from a model that was made without being checked."""


TURNED_DOWN = {
    # name: whether a title and whether a longer text may be it
    "bidi override": (False, True),
    "bidi unclosed": (False, True),
    "controls": (False, False),
    "no characters": (False, False),
    "private and far": (False, False),
    "hidden words": (False, False),
    "line breaks": (False, False),
    "tabs": (False, False),
    "many lines": (False, True),
    "picture after a line": (False, True),
    "2 MB of right to left": (False, True),
}


def _without(text: str, *, is_line: bool) -> str:
    while (found := faulty_sign(text, is_line=is_line)) is not None:
        text = text.replace(found[0], "")
    return text


def saying(text: str) -> dict[str, Any]:
    """The small chronology with this text wherever the format allows it.

    What no text of a file may hold is taken out: TURNED_DOWN says which texts are refused as they are.
    """
    raw = small()
    line = _without(text, is_line=True)
    text = _without(text, is_line=False)
    title = line[:60]
    both, short = {"en": text, "es": title}, {"en": title, "es": title}
    lines = {"en": line, "es": title}
    raw |= {"title": lines, "description": both, "version": title}
    for sector in raw["sectors"]:
        sector["name"] = lines
    for actor in raw["actors"][: 1 if len(text) > 100_000 else None]:
        actor |= {"name": lines, "short": lines, "aliases": [title, line]}
    for source in raw["sources"]:
        source |= {"title": lines, "author": [line], "publisher": line, "note": both}
    # Two megabytes at each place would be a file of a hundred: one event has them.
    events = raw["events"][:1] if len(text) > 100_000 else raw["events"]
    for number, event in enumerate(events):
        event |= {"title": short, "summary": both, "date_note": both}
        event["amounts"] = [{"value": 1, "unit": line, "of": lines}]
        event["notes"] = [{"kind": "gap", "text": both}]
        event["actors"] = [{"actor": "north", "role": lines}, {"actor": "harbour-master"}]
        words = text.split()[:30]
        quote = " ".join([*words, "and", "four", "words", "more", str(number)])
        event["evidence"] = [{"source": "gazette", "quote": quote, "section": line}]
    return raw
