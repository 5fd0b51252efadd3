"""The document: everything of the chronology as text, one script and one style that its policy names, and no more."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace

import pytest

from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.chronology.query import Query
from peru_timeline.chronology.text import in_language, printable
from peru_timeline.chronology.views import load_views
from peru_timeline.paths import resources_dir, seeds_dir
from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.webpage import page_html
from peru_timeline.pictures.webpage.articles import escaped, flowing, source_link
from peru_timeline.pictures.webpage.lean import lean_script, lean_style
from peru_timeline.pictures.webpage.page_data import Story, layout_for
from peru_timeline.pictures.webpage.page_html import SCRIPTS, STYLE, script, web_page
from peru_timeline.pictures.webpage.words import LANGUAGES, page_words
from peru_timeline.timeline.lanes import Grouping, LaneChoice
from tests.pictures.conftest import Opened, by_letters, opened
from tests.pictures.webpage.pages import COLOURS, Elements, data_of, page_of
from tests.robust.hostile_texts import ADDRESSES, TEXTS, saying

ENERGY = Query(sectors=frozenset({"energy"}))
MOST_BYTES = 60_000
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "script", "section", "footer", "h1", "h2", "h3",
    "h4", "p", "span", "article", "ul", "ol", "li", "a", "figure", "blockquote", "figcaption", "wbr",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "dir", "href", "rel", "target", "type",
}  # fmt: skip


@pytest.fixture(scope="module")
def energy(peru: Opened) -> str:
    return page_of(peru, query=ENERGY)


def test_every_event_is_told_without_the_script(peru: Opened) -> None:
    page = page_of(peru)
    elements = Elements(page)
    text = "".join(elements.text)
    for event in peru.chronology.events:
        assert event.id in elements.ids
        for language in LANGUAGES:
            assert in_language(event.title, language) in text
        for evidence in event.evidence:
            assert evidence.quote in text
    for source in peru.chronology.sources:
        assert source.url is None or source.url in elements.links


def test_the_page_holds_what_the_filter_shows(peru: Opened, energy: str) -> None:
    shown = [peru.chronology.events[i].id for i in peru.subject(ENERGY).events]
    assert data_of(energy)["events"]["id"] == shown
    assert [i for i in Elements(energy).ids if not i.startswith("_")] == shown


def test_links_lead_to_events_of_the_page_or_to_the_web(peru: Opened) -> None:
    elements = Elements(page_of(peru))
    for link in elements.links:
        assert link.startswith("https://") or link.removeprefix("#") in elements.ids


def test_the_policy_names_the_style_and_the_script_by_their_checksums(energy: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', energy)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; ")
    for kind, pattern in (
        ("script", r"<script>(.*?)</script>"),
        ("style", r"<style>(.*?)</style>"),
    ):
        (written,) = re.findall(pattern, energy, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(written.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy[1]
    assert "http:" not in energy.split("<body>")[0]


def test_the_notice_names_the_licence_that_is_known(peru: Opened, energy: str) -> None:
    other = opened(peru.chronology.model_copy(update={"id": "other"}))
    ours = "".join(Elements(energy).text)
    theirs = "".join(Elements(page_of(other, query=ENERGY)).text)
    assert ("CC BY 4.0" in ours, "CC BY 4.0" in theirs) == (True, False)
    assert "Quotations belong to their authors" in theirs


def test_the_same_subject_gives_the_same_bytes(peru: Opened, energy: str) -> None:
    assert page_of(peru, query=ENERGY) == energy


def test_script_and_style_are_small() -> None:
    style = (resources_dir() / "webpage" / STYLE).read_text(encoding="utf-8")
    assert len(script().encode()) + len(lean_style(style).encode()) <= MOST_BYTES


def test_only_spaces_that_mean_nothing_are_left_out() -> None:
    style = ':lang(en) .es, .js > a {\n  color: red;\n}\n.a::before { content: "x ; y"; }'
    assert lean_style(style) == ':lang(en) .es,.js>a{\ncolor:red;\n}\n.a::before{content:"x ; y";}'
    block = 'while (x) {\n  if (y + 1) { y += 1; }\n}\nreturn "a; }";'
    assert lean_script(block) == 'while(x){if(y+1){y+=1}}return "a; }";'
    code = '  // why\n  const a = (x) => ("b = c" + x - -1) ? `${ x } : y` : 2;'
    assert lean_script(code) == 'const a=(x)=>("b = c" + x - -1)?`${ x } : y`:2;'


def test_names_of_the_script_become_short_where_they_are_nothing_but_names() -> None:
    code = "const inner = 1, kept = 2;\nfunction outer(first) {\n  return `${first} kept` + inner + a.first2;\n}\n"
    assert (
        lean_script(code) == "const $B=1,kept=2;function $C($A){return `${$A} kept` + $B+a.first2}"
    )
    held = "const other = { alone, named: 1, method() { return x.dotted; } }, alone = 1, dotted = 2, named = 3;"
    made = lean_script(held)
    assert all(name in made for name in ("alone", "named", "dotted"))
    assert "other" not in made


def test_a_word_without_end_may_break_and_stays_the_same_text(peru: Opened) -> None:
    word = "x" * 5_001
    made = flowing(f"a < b {word} c")
    assert made.replace("<wbr>", "") == escaped(f"a < b {word} c")
    assert max(map(len, made.split("<wbr>"))) <= 1_010
    assert flowing("short & sweet") == "short &amp; sweet"


def test_every_word_that_the_script_asks_for_exists() -> None:
    written = "".join((resources_dir() / "webpage" / name).read_text() for name in SCRIPTS)
    asked = set(re.findall(r"\b(?:w|words\(\))\.([a-z_]+)", written))
    assert asked
    assert asked - {"months", "thousands", "ago", "bce"} <= set(page_words("en")._fields)


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_text_at_every_place(name: str) -> None:
    # Two million characters in twenty places make a page of 100 MB, which takes long to take apart: once is enough.
    text = TEXTS[name] if name == "a word of 2 MB" else TEXTS[name][:50_000]
    raw = saying(text)
    made = opened(parse_chronology(json.dumps(raw).encode(), "x"))
    page = page_of(made)
    elements = Elements(page)
    assert {tag for tag, _ in elements.kinds} <= TAGS
    assert {attribute for _, names in elements.kinds for attribute in names} <= ATTRIBUTES
    assert len(re.findall("<script", page)) == 2
    assert not any(ord(c) < 32 and c not in "\n\t" for c in page)
    title = data_of(page)["events"]["title"][0]
    wanted = [printable(in_language(made.chronology.events[0].title, lang)) for lang in LANGUAGES]
    assert (
        [title] * 2 if isinstance(title, str) else [title[lang] for lang in LANGUAGES]
    ) == wanted
    assert set(made.chronology.event_index) <= set(elements.ids)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_other_address_than_one_of_the_web_becomes_a_link(peru: Opened, address: str) -> None:
    source = peru.chronology.sources[0].model_copy(update={"url": address})
    link = source_link(source)
    assert re.fullmatch(r'( <a href="https?://[^"<>]*"[^<]*>[^<]*</a>)?', link)


def test_a_story_tells_its_views_in_order(peru: Opened) -> None:
    views = load_views(seeds_dir() / "peru-1992-2023.views.json", peru.chronology)
    told = data_of(page_of(peru, Story(views, peru.facets)))["story"]["views"]
    assert [view["name"] for view in told] == [dict(view.name) for view in views.views]
    for view, saved in zip(told, views.views, strict=True):
        chosen = peru.facets.select(saved.query).nonzero()[0].tolist()
        assert (view["events"] or list(range(len(peru.chronology.events)))) == chosen


def test_more_events_than_a_browser_shows_well_are_refused(
    peru: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_html, "MOST_EVENTS", 10)
    with pytest.raises(PageError, match="at most 10 events, not 217"):
        page_of(peru)


def test_the_work_can_be_stopped(peru: Opened) -> None:
    assert web_page(peru.subject(), by_letters, COLOURS, progress=lambda *_: False) is None


def test_lanes_stand_in_the_order_that_the_reader_gave_them(peru: Opened) -> None:
    subject = replace(peru.subject(), lanes=LaneChoice(order=("health", "energy")))
    layout_input, _ = layout_for(subject, Grouping.SECTOR, "en", by_letters)
    assert layout_input.lanes.ids[:2] == ("health", "energy")
