"""The page of Peru in Chromium, from disk and without a network: what a reader sees and does."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

import pypdf
import pytest

from peru_timeline.chronology.query import Query
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.views import load_views
from tests.browser.conftest import STORY
from tests.browser.driver import Browser
from tests.pictures.conftest import Opened

FACETS = ("status", "sector", "actors", "sources")
CHANCAY = "chancay-sez"


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


def printed(browser: Browser) -> str:
    """The text that the page has on paper."""
    content = base64.b64decode(browser.tools("Page.printToPDF")["data"])
    sheets = pypdf.PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())


def letters(said: str) -> str:
    """A text without white space, which paper breaks anywhere."""
    return "".join(said.split())


@pytest.fixture
def page(desk: Browser, peru_page: Path) -> Browser:
    desk.open(peru_page)
    desk.run("try { localStorage.clear() } catch { }")
    desk.open(peru_page)
    desk.rest()
    return desk


@pytest.fixture
def small_page(phone: Browser, peru_page: Path) -> Browser:
    phone.open(peru_page)
    phone.rest()
    return phone


def test_nothing_is_asked_of_a_network_and_nothing_fails(page: Browser) -> None:
    press_tool(page, "Filter")
    page.press("Escape", "ArrowRight", "Enter")
    asked = [address for address in page.requests() if not address.startswith("data:")]
    assert all(address.startswith("file:") and "peru.html" in address for address in asked)
    assert page.messages() == []


def test_the_policy_lets_nothing_else_run(page: Browser) -> None:
    found = page.run_later(
        """
        const done = arguments[0], told = {};
        const script = document.createElement("script");
        script.textContent = "window.ran = 1";
        document.body.append(script);
        const link = document.createElement("a");
        link.setAttribute("onclick", "window.ran = 2");
        document.body.append(link);
        link.click();
        const picture = new Image();
        picture.src = "https://example.org/x.png";
        document.body.append(picture);
        setTimeout(() => { try { new Function("window.ran = 3")(); } catch { told.functions = "refused"; } });
        fetch("https://example.org/").then(() => { told.fetched = 1; done(told); }, () => setTimeout(() => {
          told.ran = window.ran || 0;
          done(told);
        }, 50));
        """
    )
    assert found == {"functions": "refused", "ran": 0}
    assert not [address for address in page.requests(refused=False) if address.startswith("http")]


@pytest.mark.parametrize("facet", FACETS)
def test_a_filter_of_each_facet_leaves_what_the_program_leaves(
    page: Browser, peru: Opened, facet: str
) -> None:
    chronology = peru.chronology
    press_tool(page, "Filter")
    sets = page.run("return [...document.querySelectorAll('#_side fieldset')].length")
    assert sets == len(FACETS)
    number = FACETS.index(facet) + 1
    page.click(f"#_side fieldset:nth-of-type({number}) label")
    name = text(page, f"#_side fieldset:nth-of-type({number}) label .name")
    items = {
        "status": {"Happened": "happened"},
        "sector": {in_language(s.name, "en"): s.id for s in chronology.sectors},
        "actors": {in_language(a.name, "en"): a.id for a in chronology.actors},
        "sources": {in_language(s.title or {}, "en"): s.id for s in chronology.sources},
    }[facet]
    query = {
        "status": Query(statuses=frozenset({items[name]})),  # type: ignore[arg-type]
        "sector": Query(sectors=frozenset({items[name]})),
        "actors": Query(actors=frozenset({items[name]})),
        "sources": Query(sources=frozenset({items[name]})),
    }[facet]
    left = {chronology.events[int(at)].id for at in peru.facets.select(query).nonzero()[0]}
    assert shown(page) == left
    assert 0 < len(left) < len(chronology.events)
    assert f"{len(left)} of {len(chronology.events)} events" in text(page, "#_status")
    assert {event for event, *_ in rows(page)["marks"]} <= left
    page.click("#_status button")
    assert len(shown(page)) == len(chronology.events)


def test_search_finds_and_enter_goes_from_one_to_the_next(page: Browser) -> None:
    page.press("/", *"chancay")
    assert "events found" in text(page, "#_side h2")
    assert page.run("return document.querySelectorAll('#_side .row').length") > 5
    page.press("Enter")
    first = rows(page)["selected"]
    page.press("Enter")
    assert rows(page)["selected"] != first
    assert (
        "chancay"
        in page.run("return document.getElementById(arguments[0]).textContent", first).lower()
    )
    page.press("Escape")
    assert page.run("return document.querySelector('#_side').hidden")


def test_the_shelf_has_the_events_without_a_date(page: Browser, peru: Opened) -> None:
    press_tool(page, "Date not given")
    undated = int((~peru.columns.is_dated).sum())
    assert (
        page.run(
            "return new Set([...document.querySelectorAll('#_side .row')].map((r) => r.innerText)).size"
        )
        <= undated
    )
    page.click("#_side .row")
    assert page.run("return document.querySelector('#_side article h3') !== null")


def test_the_story_shows_what_its_views_show(page: Browser, peru: Opened) -> None:
    views = load_views(STORY, peru.chronology).views
    press_tool(page, "Story")
    for number, view in enumerate(views, 1):
        assert in_language(view.name, "en") in text(page, "#_caption")
        assert f"{number} of {len(views)}" in text(page, "#_caption")
        chosen = peru.facets.select(view.query).nonzero()[0]
        assert shown(page) == {peru.chronology.events[int(at)].id for at in chosen}
        if number < len(views):
            page.click("#_caption button:nth-of-type(2)")
    page.press("Escape")
    assert len(shown(page)) == len(peru.chronology.events)


def test_both_languages(page: Browser) -> None:
    english = rows(page)["titles"]
    press_tool(page, "Español")
    assert page.run("return document.documentElement.lang") == "es"
    assert "Línea de tiempo" in page.run("return document.querySelector('#_stage').ariaLabel")
    assert "Filtro" in text(page, "#_tools")
    assert {title[4] for title in rows(page)["titles"]}.isdisjoint(
        {title[4] for title in english if "Las Bambas" in title[4]}
    )
    press_tool(page, "English")
    assert rows(page)["titles"] == english


def test_light_and_dark_follow_the_reader_and_are_remembered(
    page: Browser, peru_page: Path
) -> None:
    ground = "return getComputedStyle(document.documentElement).backgroundColor"
    light = page.run(ground)
    page.media(prefers_color_scheme="dark")
    dark = page.run(ground)
    assert dark != light
    press_tool(page, "Light")
    assert page.run(ground) == light
    page.open(peru_page)
    assert page.run(ground) == light


def test_an_address_opens_its_event(desk: Browser, peru_page: Path, peru: Opened) -> None:
    desk.open(peru_page, f"#{CHANCAY}")
    desk.rest()
    event = peru.chronology.events[peru.chronology.event_index[CHANCAY]]
    assert rows(desk)["selected"] == CHANCAY
    assert in_language(event.title, "en") in text(desk, "#_side")
    assert event.evidence[0].quote in text(desk, "#_side")
    assert CHANCAY in {found for found, *_ in rows(desk)["marks"]}


def test_keys_alone_lead_everywhere(page: Browser) -> None:
    reached = []
    for _ in range(20):
        page.press("Tab")
        reached.append(
            page.run("const a = document.activeElement; return a.id || a.textContent || a.tagName")
        )
        if reached[-1] == "_stage":
            break
    assert reached[0] == "_search"
    assert reached[-1] == "_stage"
    before = per_day(page)
    page.press("+")
    assert per_day(page) == pytest.approx(2 * before)
    page.press("Home")
    assert per_day(page) == pytest.approx(before)
    page.press("ArrowRight")
    first = rows(page)["selected"]
    page.press("ArrowRight", "ArrowLeft")
    assert rows(page)["selected"] == first
    page.press("Enter")
    assert page.run("return document.activeElement.id") == "_side"
    assert (
        page.run("return getComputedStyle(document.querySelector('#_side article')).display")
        != "none"
    )
    page.press("Escape")
    assert page.run("return document.activeElement.id") == "_stage"


def test_wheel_drag_and_strip_move_the_view(page: Browser) -> None:
    home, scale = rows(page)["view"], per_day(page)
    page.wheel(900, 400, -500)
    assert per_day(page) == pytest.approx(4 * scale, rel=0.01)
    before = rows(page)["view"]["start"]
    page.drag([(900, 400), (800, 400), (700, 400)])
    assert rows(page)["view"]["start"] == pytest.approx(before + 200 / per_day(page), rel=1e-6)
    strip = page.run(
        "const r = document.querySelector('#_overview').getBoundingClientRect(); return [r.top + 20, r.width]"
    )
    page.click_at(strip[1] * 0.25, strip[0])
    view = rows(page)["view"]
    assert (view["start"] + view["end"]) / 2 < (home["start"] + home["end"]) / 2
    page.drag([(strip[1] * 0.25, strip[0]), (strip[1] * 0.75, strip[0])])
    moved = rows(page)["view"]
    assert moved["start"] > view["start"]
    assert moved["end"] - moved["start"] == pytest.approx(view["end"] - view["start"])


def test_two_fingers_zoom_one_finger_drags_and_a_tap_opens(small_page: Browser) -> None:
    scale = per_day(small_page)
    small_page.drag([(150, 400), (100, 400)], [(250, 400), (300, 400)], kind="touch")
    assert per_day(small_page) == pytest.approx(2 * scale, rel=0.1)
    before = rows(small_page)["view"]["start"]
    small_page.drag([(250, 500), (200, 500), (150, 500)], kind="touch")
    assert rows(small_page)["view"]["start"] > before
    while (start := rows(small_page)["view"]["start"]) != before:  # a flick glides on
        before = start
        small_page.rest()
    event, x, y, width, _ = rows(small_page)["titles"][0]
    top = small_page.run("return document.querySelector('#_stage').getBoundingClientRect().top")
    small_page.drag([(x + width / 2, top + y)], kind="touch")
    assert rows(small_page)["selected"] == event
    assert small_page.run("return document.querySelector('#_side article h3') !== null")


def test_on_a_telephone_nothing_stands_out_of_the_window(small_page: Browser) -> None:
    assert small_page.run("return document.documentElement.scrollWidth") == 390
    press_tool(small_page, "Filter")
    assert small_page.run("return document.documentElement.scrollWidth") == 390
    press_tool(small_page, "List")
    assert small_page.run("return document.documentElement.scrollWidth") == 390


def test_without_javascript_it_is_a_list_with_sources(
    desk: Browser, peru_page: Path, peru: Opened
) -> None:
    desk.script(allowed=False)
    desk.open(peru_page)
    told = printed(desk)
    desk.script(allowed=True)
    for event in peru.chronology.events:
        assert in_language(event.title, "en") in told
        for evidence in event.evidence:
            assert letters(evidence.quote) in letters(told)
    for source in peru.chronology.sources:
        assert source.url is None or letters(source.url) in letters(told)
    assert "Show all events" not in told


def test_printed_it_is_a_list_of_what_the_filter_shows(page: Browser, peru: Opened) -> None:
    press_tool(page, "Filter")
    page.run(
        "[...document.querySelectorAll('#_side label')].find((l) => l.innerText.startsWith('Mining')).click()"
    )
    told = printed(page)
    mining = peru.facets.select(Query(sectors=frozenset({"mining"})))
    for at, event in enumerate(peru.chronology.events):
        title = in_language(event.title, "en")
        if mining[at]:
            assert title in told, title
    assert "Show all events" not in told
    assert in_language(peru.chronology.events[int((~mining).argmax())].title, "en") not in told
