"""Bands behind the events of a page, in Chromium."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.browser.driver import Browser
from tests.browser.reading import press_tool

PIXEL = """
const canvas = document.querySelector('#_stage canvas'), ratio = devicePixelRatio || 1;
return [...canvas.getContext('2d').getImageData(arguments[0] * ratio, arguments[1] * ratio, 1, 1).data].slice(0, 3)
"""
STRIP_Y = 51  # of the labels, below the ticks
BELOW_Y = 66  # of the lanes, above the first mark
EVENTS = [
    {"id": f"e{year}", "date": str(year), "title": {"en": f"Event of {year}"}, "status": "happened"}
    for year in (2000, 2019)
]
BAND = {
    "id": "boom",
    "label": {"en": "Boom"},
    "date": "2005-01-01/2010-12-31",
    "colour": "blue",
    "evidence": [{"source": "paper", "quote": "the boom of these few years"}],
}


def opened_with(browser: Browser, folder: Path, bands: list[dict[str, Any]]) -> None:
    made = {
        "format": "chronology/1", "id": "made", "version": "1.0.0", "title": {"en": "Made"}, "span": "2000/2019",
        "sectors": [], "actors": [], "events": EVENTS, "bands": bands,
        "sources": [{"id": "paper", "type": "article-newspaper", "title": "A paper", "issued": "2011"}],
    }  # fmt: skip
    file, page = folder / "made.chronology", folder / "made.html"
    file.write_text(json.dumps(made), encoding="utf-8")
    asked = [sys.executable, "-m", "peru_timeline", "render", str(page), str(file)]
    subprocess.run(asked, check=True, capture_output=True)
    browser.open(page)
    browser.rest()


@pytest.fixture
def banded(desk: Browser, tmp_path: Path) -> Browser:
    opened_with(desk, tmp_path, [BAND])
    return desk


def place_of(page: Browser, year: int) -> float:
    """Px of a year's beginning, the opening view reaching from 2000 to 2019 with a margin of 1.2 %."""
    left, right = page.run(
        "const c = document.querySelector('#_stage canvas'); return [120, c.clientWidth]"
    )
    pad = 20 * 0.012
    return float(left + (right - left) * (year - 2000 + pad) / (20 + 2 * pad))


def test_a_band_is_painted_where_it_lasted(banded: Browser) -> None:
    within, outside = place_of(banded, 2007), place_of(banded, 2014)
    for y in (STRIP_Y, BELOW_Y):
        red, _, blue = banded.run(PIXEL, int(within) + 20, y)
        plain = banded.run(PIXEL, int(outside) + 20, y)
        assert blue > red + 8
        assert abs(plain[2] - plain[0]) < 8


def test_its_label_tells_name_and_dates(banded: Browser) -> None:
    top = banded.run("return document.querySelector('#_stage').getBoundingClientRect().top")
    banded.click_at(place_of(banded, 2007), top + STRIP_Y)
    tip = banded.run(
        "const t = document.querySelector('#_tip'); return t.hidden ? '' : t.innerText"
    )
    assert tip == "Boom · 1 January 2005 to 31 December 2010"
    banded.click_at(place_of(banded, 2014), top + STRIP_Y)
    assert banded.run("return document.querySelector('#_tip').hidden")


def test_the_list_says_what_the_sources_say_of_it(banded: Browser) -> None:
    press_tool(banded, "List")
    told = banded.run("return document.querySelector('#_bands').innerText")
    assert "Boom" in told
    assert "the boom of these few years" in told


def test_without_bands_there_is_no_strip(desk: Browser, tmp_path: Path) -> None:
    opened_with(desk, tmp_path, [])
    assert desk.run("return document.querySelector('#_bands') === null")
    name = desk.run(PIXEL, 20, STRIP_Y)
    assert name != [0, 0, 0]
