"""axe-core finds no fault of level AA in the page: at a desk, on a telephone, by day, by night, whatever is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.driver import Browser
from tests.browser.packages import package
from tests.browser.reading import press_tool

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_ASK = """
const [tags, done] = arguments;
axe.run(document, { runOnly: tags, resultTypes: ["violations"] }).then(({ violations, passes }) => done({
  faults: violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120))}`),
  passed: passes.length,
}));
"""
STATES: dict[str, Callable[[Browser], None]] = {
    "opened": lambda _: None,
    "event": lambda page: page.run("location.hash = 'chancay-sez'"),
    "filter": lambda page: press_tool(page, "Filter"),
    "search": lambda page: page.press("/", *"port"),
    "shelf": lambda page: press_tool(page, "Date not given"),
    "story": lambda page: press_tool(page, "Story"),
    "list": lambda page: press_tool(page, "List"),
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("device", ["desk", "phone"])
def test_axe_finds_no_fault(
    browser: Browser, request: pytest.FixtureRequest, peru_page: Path, device: str, theme: str
) -> None:
    axe = (package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    request.getfixturevalue(device)
    for state, come in STATES.items():
        browser.media(prefers_color_scheme=theme)
        browser.open(peru_page)
        browser.run("try { localStorage.clear() } catch { }")
        browser.rest()
        come(browser)
        browser.rest()
        browser.run(axe)
        found = browser.run_later(_ASK, LEVELS)
        assert found["faults"] == [], state
        assert found["passed"] > 10
