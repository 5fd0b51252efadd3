"""The shipped story as slides, in two languages, with and without a template: as Office opens it and people see it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from pptx import Presentation

from peru_timeline.chronology.views import load_views
from peru_timeline.paths import seeds_dir
from peru_timeline.ui.export.rendering import DeckFiles, story_slides
from peru_timeline.ui.look.theme import LIGHT
from tests.pictures.conftest import Opened
from tests.pictures.slides.office_rules import (
    SMALLEST_PX,
    faults_of,
    shapes_without_a_place,
    smallest_text_px,
)
from tests.pictures.slides.test_renewal import template

pytestmark = pytest.mark.usefixtures("qapp")

TEMPLATES = {
    "ours": None,
    "wide": template(12_192_000, 6_858_000, title_height=1_000_000),
    "4:3": template(9_144_000, 6_858_000, title_height=1_000_000),
}


_MADE: dict[tuple[str, str], bytes] = {}  # a deck takes seconds


def story(peru: Opened, language: str, name: str = "ours") -> bytes:
    key = language, name
    if key not in _MADE:
        _MADE[key] = made(peru, language, DeckFiles(TEMPLATES[name], None, rest=language == "en"))
    return _MADE[key]


def made(peru: Opened, language: str, files: DeckFiles) -> bytes:
    views = load_views(seeds_dir() / "peru-1992-2023.views.json", peru.chronology)
    content = story_slides(
        views, peru.chronology, peru.columns, peru.facets, language, LIGHT, files=files
    )
    assert content is not None
    return content


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("ours", "en"),
        ("ours", "es"),
        ("4:3", "es"),
        pytest.param("4:3", "en", marks=pytest.mark.slow),
        pytest.param("wide", "en", marks=pytest.mark.slow),
        pytest.param("wide", "es", marks=pytest.mark.slow),
    ],
)
def test_office_opens_the_story_and_it_can_be_read(peru: Opened, name: str, language: str) -> None:
    content = story(peru, language, name)
    assert faults_of(content) == []
    assert shapes_without_a_place(content) == []
    if (
        name == "ours"
    ):  # a template may be narrower than our slides, and has its own idea of a title
        assert smallest_text_px(content) >= SMALLEST_PX - 0.1


def test_a_renewed_story_is_opened_too(peru: Opened) -> None:
    once = story(peru, "en")
    again = made(peru, "es", DeckFiles(None, once, rest=True))
    assert faults_of(again) == []
    assert len(Presentation(io.BytesIO(again)).slides) >= len(Presentation(io.BytesIO(once)).slides)


def changed(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, change(part) if name == "ppt/slides/slide1.xml" else part)
    return made.getvalue()


@pytest.mark.parametrize(
    ("pattern", "by", "said"),
    [
        (rb'(<p:cNvPr id=")\d+', rb"\g<1>7", "Duplicate"),
        (rb"(<a:prstGeom.*?</a:prstGeom>)(<a:solidFill>.*?</a:solidFill>)", rb"\2\1", "prstGeom"),
    ],
)
def test_what_office_would_repair_is_found(
    peru: Opened, pattern: bytes, by: bytes, said: str
) -> None:
    content = story(peru, "en")
    broken = changed(content, lambda part: re.sub(pattern, by, part, flags=re.DOTALL))
    assert any(said in fault for fault in faults_of(broken))
