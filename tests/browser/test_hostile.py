"""Hostile texts in every field of a page: nothing of them runs, nothing is asked for, nothing breaks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from peru_timeline.chronology.loader import parse_chronology
from tests.browser.driver import Browser
from tests.pictures.conftest import opened
from tests.pictures.webpage.pages import page_of
from tests.robust.hostile_texts import TEXTS, saying

MORE = {
    "script that closes": "</script><script>document.title = 'ran'</script>",
    "data that closes": '"}</script><svg onload="document.title = \'ran\'">',
    "handler": "<img src=x onerror=\"document.title = 'ran'\"><details open ontoggle=\"document.title = 'ran'\">",
    "attribute that closes": "\" autofocus onfocus=\"document.title = 'ran'\" x=\"",
    "style that closes": "</style><style>* { background: url(https://127.0.0.1:9/x) }</style>",
    "comment": "<!-- <script> --!> <!--",
    "frame": "<iframe srcdoc=\"<script>parent.document.title = 'ran'</script>\"></iframe><base href='https://127.0.0.1:9/'>",
    "refresh": "<meta http-equiv='refresh' content='0; url=https://127.0.0.1:9/'>",
    "names of the page": "_stage _data __proto__ constructor",
}  # fmt: skip
_PRESS = """
const buttons = [...document.querySelectorAll("#_tools button")];
buttons.find((button) => button.textContent.startsWith(arguments[0]))?.click();
"""
_ENTER = """
const stage = document.querySelector("#_stage");
stage.focus();
stage.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
"""
LONG = 10_000
"""Letters: of most texts so many are enough; all of the long ones would make pages of 100 MB."""
KINDS = ("sectors", "actors", "sources", "events")


def saying_all(texts: Iterable[str]) -> dict[str, Any]:
    """A chronology that says each text at every place: one after another, with ids of their own."""
    whole: dict[str, Any] = {}
    for number, text in enumerate(texts):
        raw = saying(text)
        written = json.dumps(raw)
        for name in {item["id"] for kind in KINDS for item in raw[kind]}:
            written = written.replace(f'"{name}"', f'"{name}-{number}"')
        made = json.loads(written)
        whole = {**made, **{kind: [*whole.get(kind, ()), *made[kind]] for kind in KINDS}}
    return whole


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([*MORE.values(), *(text[:LONG] for text in TEXTS.values())], id="each text"),
        pytest.param([TEXTS["a word of 2 MB"]], id="a word of 2 MB", marks=pytest.mark.slow),
    ],
)
def test_hostile_texts_are_shown_and_do_nothing(
    desk: Browser, tmp_path: Path, texts: list[str]
) -> None:
    made = opened(parse_chronology(json.dumps(saying_all(texts)).encode(), "x"))
    assert len(made.chronology.events) == 3 * len(texts)
    page = tmp_path / "hostile.html"
    page.write_text(page_of(made), encoding="utf-8")
    desk.open(page)
    desk.rest()
    title = desk.run("return document.title")
    desk.press("/", "a", "Escape")
    for _ in made.chronology.events:
        desk.press("ArrowRight")
        desk.run(_ENTER)
    for tool in ("Filter", "Date not given", "Lanes", "List", "Timeline", "Español"):
        desk.run(_PRESS, tool)
        desk.rest()
    assert desk.run("return document.title") == title != "ran"
    assert desk.run("return location.href").startswith(page.as_uri())
    assert len(desk.run("return timelinePage.rows().marks")) > 0
    assert desk.run("return document.querySelectorAll('#_list article').length") == len(
        made.chronology.events
    )
    allowed = (page.as_uri(), "data:font/")
    assert [address for address in desk.requests() if not address.startswith(allowed)] == []
    assert desk.messages() == []


def test_an_address_that_runs_is_no_link(desk: Browser, tmp_path: Path) -> None:
    chronology = parse_chronology(json.dumps(saying("plain")).encode(), "x")
    sources = [
        source.model_copy(update={"url": address})
        for source, address in zip(
            chronology.sources, ("javascript:alert(1)", "data:text/html,x"), strict=True
        )
    ]
    page = tmp_path / "links.html"
    changed = opened(chronology.model_copy(update={"sources": tuple(sources)}))
    page.write_text(page_of(changed), encoding="utf-8")
    desk.open(page)
    found = set(
        desk.run(
            "return [...document.querySelectorAll('a')].map((a) => `${a.protocol}//${a.pathname}`)"
        )
    )
    assert found <= {page.as_uri()}
