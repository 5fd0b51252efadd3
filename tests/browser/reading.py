"""What tests read from a page that is open, and press in it."""

from __future__ import annotations

import base64
import io
from typing import Any

import pypdf

from tests.browser.driver import Browser


def rows(browser: Browser) -> dict[str, Any]:
    """What the page has drawn."""
    found: dict[str, Any] = browser.run("return timelinePage.rows()")
    return found


def per_day(browser: Browser) -> float:
    view = rows(browser)["view"]
    return float((view["right"] - view["left"]) / (view["end"] - view["start"]))


def shown(browser: Browser) -> set[str]:
    """The events that the list leaves, which is what the filter leaves."""
    code = (
        'return [...document.querySelectorAll("#_list article:not([hidden])")].map((one) => one.id)'
    )
    return set(browser.run(code))


def text(browser: Browser, css: str) -> str:
    """What is written, in the language shown."""
    return str(browser.run("return document.querySelector(arguments[0])?.innerText || ''", css))


def press_tool(browser: Browser, name: str) -> None:
    code = "[...document.querySelectorAll('#_tools button')].findIndex((b) => b.textContent.startsWith(arguments[0]))"
    number = browser.run(f"return {code}", name)
    assert number >= 0, name
    browser.run(
        "document.querySelectorAll('#_tools button')[arguments[0]].scrollIntoView()", number
    )
    browser.run(
        f"const i = {code}; document.querySelectorAll('#_tools button')[i].dataset.wanted = '1'",
        name,
    )
    browser.click("#_tools [data-wanted]")
    browser.run("delete document.querySelector('[data-wanted]')?.dataset.wanted")


def sheets(browser: Browser) -> list[str]:
    """The text on each sheet of paper that the page fills."""
    content = base64.b64decode(browser.tools("Page.printToPDF")["data"])
    return [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(content)).pages]


def printed(browser: Browser) -> str:
    """The text that the page has on paper."""
    return " ".join(" ".join(sheets(browser)).split())


def letters(said: str) -> str:
    """A text without white space, which paper breaks anywhere."""
    return "".join(said.split())
