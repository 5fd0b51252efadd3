"""Turns HTML and Markdown into plain text, and collects the addresses that they link to."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_MARK = re.compile(r"""<(/?)([a-zA-Z][\w:-]{0,40})((?:"[^"]*"|'[^']*'|[^<>"'])*)>""")
_LINK = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_BREAKING = (
    "address article blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table td"
    " th tr ul"
)
_BREAKS = frozenset(_BREAKING.split())
_UNSEEN = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<head>", "</head"))
"""(start, end) of what a reader does not see."""
_BLANKS = re.compile(r"[ \t\f\v\u00a0]+")
_LINES = re.compile(r" ?\n ?")
_MANY_LINES = re.compile(r"\n{3,}")
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]"
)
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\((https?://[^()\s]{1,2000})\)")
_BARE_LINK = re.compile(r"https?://[^\s<>\"')\]]{3,2000}")
LONGEST_URL = 2000


class Plain(NamedTuple):
    """A text without markup, the addresses it linked to, and whether there was any markup."""

    text: str
    links: tuple[str, ...] = ()
    had_marks: bool = False


def plain(text: str) -> Plain:
    """Turn HTML into plain text; plain text is only tidied."""
    if "<" not in text:
        return Plain(tidy(html.unescape(text) if "&" in text else text))
    links: list[str] = []

    def mark(match: re.Match[str]) -> str:
        name = match[2].lower()
        if name == "a" and (link := _LINK.search(match[3])) is not None:
            address = html.unescape(link[1] or link[2] or link[3] or "").strip()
            links.extend([address] if is_url(address) else [])
        return "\n" if name in _BREAKS else ""

    seen = _seen(text)
    if _MARK.search(seen) is None:
        return Plain(tidy(html.unescape(seen)), (), seen != text)
    without = _MARK.sub(mark, re.sub(r"[ \t]*\r?\n[ \t]*", " ", seen))
    return Plain(tidy(html.unescape(without)), tuple(dict.fromkeys(links)), True)


def _seen(text: str) -> str:
    """Cut out comments, scripts and styles."""
    for start, end in _UNSEEN:
        folded = text.lower() if start in text.lower() else ""
        kept, place = [], 0
        while folded and (begin := folded.find(start, place)) >= 0:
            kept.append(text[place:begin])
            stop = folded.find(end, begin)
            place = len(text) if stop < 0 else max(folded.find(">", stop), stop) + 1
        if kept:
            text = "".join(kept) + text[place:]
    return text


def plain_markdown(text: str) -> Plain:
    """Replace Markdown links by their texts; other Markdown stays, because it is readable as it is."""
    links = [match[2] for match in _MARKDOWN_LINK.finditer(text)]
    without = _MARKDOWN_LINK.sub(r"\1", text)
    found = plain(without)
    return Plain(found.text, (*links, *found.links), bool(links) or found.had_marks)


def tidy(text: str) -> str:
    """Remove control characters and superfluous blanks, and unify line breaks."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\v", "\n")
    text = _BLANKS.sub(" ", _CONTROLS.sub("", text))
    return _MANY_LINES.sub("\n\n", _LINES.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """Join a text into one line."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(tidy(text).split())


def links_in(text: str) -> tuple[str, ...]:
    """Find the web addresses in a text."""
    if "://" not in text:
        return ()
    return tuple(dict.fromkeys(match[0].rstrip(".,;:") for match in _BARE_LINK.finditer(text)))


def is_url(text: str) -> bool:
    """Whether a text is a web address that a source may have."""
    return bool(re.fullmatch(r"https?://\S+", text)) and len(text) <= LONGEST_URL
