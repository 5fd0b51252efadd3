"""Slides of a chronology with bands, and of a view that was arranged by hand: as Office opens them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from peru_timeline.cli import main
from peru_timeline.paths import default_chronology
from tests.pictures.slides.office_rules import (
    SMALLEST_PX,
    faults_of,
    shapes_without_a_place,
    smallest_text_px,
)
from tests.pictures.slides.test_renewal import template

pytestmark = pytest.mark.usefixtures("qapp")

QUOTED = "chancay-authorised"
DATES = {
    "era": "2016-07-28/2021-07-28",
    "guess": "2012~/2014?",
    "open": "2019/..",
    "day": "2022-12-07",
}
COLOURS = {"era": "blue", "guess": "olive", "open": "red", "day": "grey"}
PICTURE: dict[str, Any] = {
    "headline": {"en": "A port <for> China & others"},
    "events": [
        {"event": QUOTED, "look": "highlighted", "side": "left"},
        {"event": "chancay-residents-protest", "look": "dimmed", "row": 1},
    ],
    "bands": [
        {
            "label": {"en": "A very long name of a government, longer than its years"},
            "date": "2018",
        },
        {"label": {"en": "Election"}, "date": "2021-06-06"},
    ],
    "themes": [{"name": {"en": "Contracts"}, "events": [QUOTED]}],
}


@pytest.fixture(scope="module")
def with_bands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Peru chronology with bands of every kind, and a view that was arranged by hand beside it."""
    folder = tmp_path_factory.mktemp("bands")
    content = json.loads(default_chronology().read_text(encoding="utf-8"))
    event = next(event for event in content["events"] if event["id"] == QUOTED)
    content["bands"] = [
        {
            "id": name,
            "label": {"en": f"Band {name}", "es": f"Franja {name}"},
            "date": date,
            "colour": COLOURS[name],
            "evidence": event["evidence"][:1],
        }
        for name, date in DATES.items()
    ]
    path = folder / "banded.chronology"
    path.write_text(json.dumps(content), encoding="utf-8")
    view = {
        "id": "arranged",
        "name": {"en": "Arranged"},
        "span": "2015/2023",
        "query": {"text": "chancay"},
        "selection": QUOTED,
        "picture": PICTURE,
    }
    views = {
        "format": "views/1",
        "chronology": content["id"],
        "title": {"en": "T"},
        "views": [view],
    }
    (folder / "banded.views.json").write_text(json.dumps(views), encoding="utf-8")
    return path


@pytest.mark.parametrize("has_template", [False, True])
@pytest.mark.parametrize(
    "asked",
    [
        ["--search", "chancay", "--events", "none"],
        ["--view", "Arranged"],
        ["--even-time", "--lang", "es", "--sector", "mining", "--events", "none"],
    ],
    ids=["bands", "arranged", "stretched"],
)
def test_office_opens_slides_with_bands(
    with_bands: Path, tmp_path: Path, asked: list[str], has_template: bool
) -> None:
    out, form = tmp_path / "out.pptx", tmp_path / "form.pptx"
    if has_template:
        form.write_bytes(template(9_144_000, 6_858_000, title_height=1_000_000))
        asked = [*asked, "--template", str(form)]
    assert main(["render", str(out), str(with_bands), *asked]) == 0
    content = out.read_bytes()
    assert faults_of(content) == []
    assert shapes_without_a_place(content) == []
    if not has_template:
        assert smallest_text_px(content) >= SMALLEST_PX - 0.1
    said = "".join(
        text.text or ""
        for text in Presentation(str(out)).slides[0]._element.iter()
        if text.tag.endswith("}t")
    )
    assert ("Franja era" if "es" in asked else "Band era") in said
