"""TimelineJS's own reader shows the slides of our JSON, in Chromium and without a network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.formats.exchange.formats import EXCHANGE_FORMATS
from peru_timeline.chronology.text import in_language
from tests.browser.driver import Browser
from tests.browser.packages import package
from tests.chronology.formats.exchange.test_exchange_formats import HARD_TITLES
from tests.chronology.made_up import with_events
from tests.pictures.conftest import Opened

_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="{folder}/css/timeline.css"><script src="{folder}/js/timeline.js"></script></head>
<body><div id="timeline" style="width:1200px;height:700px"></div>
<script>window.timeline = new TL.Timeline("timeline", {data}, {{ script_path: "{folder}/js" }});</script></body></html>
"""
_SLIDES = """
const done = arguments[0];
const look = (tries) => {
  const found = [...document.querySelectorAll(".tl-slide")];
  if (!tries || (window.timeline.ready && found.length)) {
    done(found.map((slide) => [slide.querySelector(".tl-headline")?.textContent.trim() || "",
      slide.querySelector(".tl-headline-date")?.textContent.trim() || "", slide.textContent]));
  } else setTimeout(() => look(tries - 1), 100);
};
look(200);
"""
DATES = [
    "2012-05-27",
    "2012-05",
    "2012",
    "-0043-03-15",
    "2009/2010-03",
    "2014/..",
    "0476-09-04",
    "2012~",
]


def shown(browser: Browser, chronology: Chronology, folder: Path) -> list[tuple[str, str, str]]:
    """(headline, date, whole text) of each slide."""
    written = EXCHANGE_FORMATS["timelinejs"].write(chronology, range(len(chronology.events)), "en")
    data = json.dumps(json.loads(written)).replace("<", "\\u003c")
    page = folder / "timelinejs.html"
    reader = (package("@knight-lab/timelinejs") / "dist").as_uri()
    page.write_text(_PAGE.format(folder=reader, data=data), encoding="utf-8")
    browser.open(page)
    return [tuple(slide) for slide in browser.run_later(_SLIDES)]


def test_the_slides_are_our_events_with_their_dates(desk: Browser, tmp_path: Path) -> None:
    chronology = with_events(*({"date": date, "title": f"On {date}"} for date in DATES))
    slides = shown(desk, chronology, tmp_path)
    dated = {headline: date for headline, date, _ in slides}
    assert set(dated) >= {f"On {date}" for date in DATES}
    assert dated["On 2012-05-27"] == "27 May 2012"
    assert dated["On -0043-03-15"] == "15 March 44 BCE"


@pytest.mark.parametrize("title", HARD_TITLES)
def test_a_title_that_looks_like_something_else_is_text(
    desk: Browser, tmp_path: Path, title: str
) -> None:
    chronology = with_events({"title": title, "summary": title})
    slides = shown(desk, chronology, tmp_path)
    assert title in [" ".join(headline.split()) for headline, _, _ in slides]
    assert desk.run("return document.querySelectorAll('.tl-slide script').length") == 0


def test_all_of_peru_is_shown(desk: Browser, peru: Opened, tmp_path: Path) -> None:
    slides = shown(desk, peru.chronology, tmp_path)
    told = {headline for headline, _, _ in slides}
    dated = [e for at, e in enumerate(peru.chronology.events) if peru.columns.is_dated[at]]
    missing = [e.id for e in dated if in_language(e.title, "en") not in told]
    assert missing == []
    asked = [address for address in desk.requests(refused=False) if address.startswith("http")]
    assert all("fonts" in address for address in asked)  # its own typefaces, which it does without
