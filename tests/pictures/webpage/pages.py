"""Pages made for tests, taken apart as a browser would."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

from peru_timeline.pictures.webpage.page_data import Story
from peru_timeline.pictures.webpage.page_html import COLOUR_NAMES, Colours, web_page
from tests.pictures.conftest import Opened, by_letters

_NAMES = (*COLOUR_NAMES, *(f"{name}_{n}" for name in ("bloc", "bloc_tint") for n in range(7)))
_ONE = {name.replace("_", "-"): "#123456" for name in _NAMES}
COLOURS = Colours(_ONE, _ONE)


def page_of(opened: Opened, story: Story | None = None, **subject: Any) -> str:
    content = web_page(opened.subject(**subject), by_letters, COLOURS, story)
    assert content is not None
    return content.decode("utf-8")


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="_data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


class Elements(HTMLParser):
    """The elements of a page with the names of their attributes, the addresses of its links, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.kinds: set[tuple[str, tuple[str, ...]]] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []
        self._inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self.kinds.add((tag, tuple(sorted(name for name, _ in attrs))))
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, _tag: str) -> None:
        self._inside = ""

    def handle_data(self, text: str) -> None:
        if self._inside not in ("script", "style"):
            self.text.append(text)
