"""Keys, mouse and fingers on the page of Peru in Chromium."""

from __future__ import annotations

import pytest

from tests.browser.driver import Browser
from tests.browser.reading import per_day, press_tool, rows


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


@pytest.mark.parametrize("language", ["English", "Español"])
def test_at_every_width_each_tool_can_be_clicked_and_the_title_has_room(
    page: Browser, language: str
) -> None:
    if language != "English":
        press_tool(page, language)
    for width in (701, 768, 900, 1024, 1100, 1150, 1280, 1440):
        page.resize(width, 800)
        page.rest()
        outside = """
        return [...document.querySelectorAll("#_tools > *")].filter((tool) => {
          const { left, right } = tool.getBoundingClientRect();
          return left < 0 || right > innerWidth;
        }).map((tool) => tool.textContent);
        """
        assert page.run(outside) == [], width
        title = "return document.querySelector('h1').getBoundingClientRect().width"
        assert page.run(title) >= 250, width
    page.resize(768, 1024)
    press_tool(page, "Filt")
    page.run("[...document.querySelectorAll('#_tools button')].at(-3).click()")  # the list
    page.rest()
    edges = "return [...document.querySelectorAll('#_head, #_side')].map((one) => one.getBoundingClientRect())"
    head, side = page.run(edges)
    assert side["top"] == pytest.approx(head["bottom"], abs=1)
    page.resize(512, 300)  # a small window at 200 %: a bar to scroll with, where no finger is
    tools = "const bar = document.querySelector('#_tools'); return "
    assert page.run(tools + "bar.scrollWidth > bar.clientWidth")
    assert page.run(tools + "getComputedStyle(bar).scrollbarWidth") == "thin"
    page.resize(390, 844, touch=True)
    assert page.run(tools + "getComputedStyle(bar).scrollbarWidth") == "none"
