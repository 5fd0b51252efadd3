"""The page of Peru in Chromium, from disk and without a network: what a reader sees and does."""

from __future__ import annotations

from pathlib import Path

import pytest

from peru_timeline.chronology.query import Query
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.views import load_views
from peru_timeline.cli import main
from tests.browser.conftest import STORY
from tests.browser.driver import Browser
from tests.browser.reading import letters, press_tool, printed, rows, sheets, shown, text
from tests.pictures.conftest import Opened

FACETS = ("status", "sector", "actors", "sources")
CHANCAY = "chancay-sez"


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


def test_where_there_is_room_a_card_tells_each_event(page: Browser, peru: Opened) -> None:
    press_tool(page, "Filter")
    code = "[...document.querySelectorAll('#_side label')].find((l) => l.innerText.startsWith('Mining')).click()"
    page.run(code)
    page.press("Escape")
    page.run("timelinePage.show(738155, 738520)")  # 2022
    found = rows(page)
    cards, titles = found["cards"], found["titles"]
    assert len(cards) == len([mark for mark in found["marks"] if mark[2] >= 0]) > 3
    boxes = [(x, y, x + wide, y + high) for _, x, y, wide, high in cards]
    boxes += [(x, y - 8, x + wide, y + 8) for _, x, y, wide, _ in titles]
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:number]:
            assert right <= other[0] or left >= other[2] or bottom <= other[1] or top >= other[3]
    event, x, y, wide, high = cards[-1]
    top = page.run("return document.querySelector('#_stage').getBoundingClientRect().top")
    page.click_at(x + wide / 2, top + y + high / 2)
    assert rows(page)["selected"] == event
    assert len(rows(page)["cards"]) > 0
    press_tool(page, "Español")
    page.run("timelinePage.show(738155, 738520)")
    assert len(rows(page)["cards"]) > 3


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


def test_the_name_of_what_is_chosen_covers_no_other_where_rows_stand_close(
    desk: Browser, tmp_path: Path
) -> None:
    made = tmp_path / "china.html"
    assert main(["render", str(made), "--actor", "china", "--story", str(STORY)]) == 0
    desk.open(made)
    desk.rest()
    press_tool(desk, "Story")
    found = rows(desk)
    x, y = next((one[1], one[2]) for one in found["titles"] if one[0] == found["selected"])
    apart = min(abs(y - one[2]) for one in found["titles"] if abs(y - one[2]) > 1)
    assert apart < 15
    code = """
    const [x, y] = arguments, pen = document.querySelector("#_stage canvas").getContext("2d");
    const colour = (dy) => pen.getImageData(x, y + dy, 1, 1).data.join();
    let high = 1;
    for (const way of [-1, 1]) for (let dy = way; colour(dy) === colour(0); dy += way) high += 1;
    return high;
    """
    assert apart / 2 < desk.run(code, round(x - 2), round(y)) < apart + 2


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


def test_all_lanes_stand_on_paper_by_day_and_nothing_below_them(page: Browser) -> None:
    page.media(prefers_color_scheme="dark")
    height = "return document.querySelector('#_stage canvas').height"
    before, dark = page.run(height), page.run("return document.documentElement.className")
    page.resize(1440, 500)
    page.rest()
    page.run("dispatchEvent(new Event('beforeprint'))")
    on_paper = page.run(height)
    lanes = {lane for _, lane, *_ in rows(page)["marks"]}
    ground = (
        "const pen = document.querySelector('#_stage canvas').getContext('2d');"
        "return [...pen.getImageData(700, arguments[0], 1, 1).data]"
    )
    assert on_paper > 500
    assert len(lanes) == 10
    assert min(page.run(ground, on_paper - 3)[:3]) > 200
    page.run("dispatchEvent(new Event('afterprint'))")
    assert page.run(height) < 500
    assert page.run("return document.documentElement.className") == dark
    page.resize(1440, 900)
    page.rest()
    assert page.run(height) == before


def test_on_a_telephone_an_address_shows_its_event_above_what_is_told_of_it(
    phone: Browser, peru_page: Path
) -> None:
    phone.open(peru_page, f"#{CHANCAY}")
    phone.rest()
    found = {event: y for event, _, y, *_ in rows(phone)["titles"]}
    top = phone.run("return document.querySelector('#_stage').getBoundingClientRect().top")
    sheet = phone.run("return document.querySelector('#_side').getBoundingClientRect().top")
    assert top + 44 < top + found[CHANCAY] < sheet - 5


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


def test_on_paper_events_follow_one_another_without_gaps(page: Browser, peru: Opened) -> None:
    assert len(sheets(page)) * 3 < len(peru.chronology.events)
