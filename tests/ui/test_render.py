"""`render` and `export`: every ending, and one clear sentence for whatever cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from peru_timeline.chronology.formats.files import WRITERS, ending_of
from peru_timeline.cli import main
from peru_timeline.command_line import render_options
from peru_timeline.paths import seeds_dir
from peru_timeline.pictures.export_choice import WRITTEN

# Pictures are content with a QGuiApplication, the window's tests in the same process are not.
pytestmark = pytest.mark.usefixtures("qapp")

CHOICE = ["--sector", "energy", "--from", "2009", "--to", "2023"]


@pytest.mark.parametrize("suffix", render_options.PICTURES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_picture(tmp_path: Path, suffix: str, language: str) -> None:
    out = tmp_path / f"out{suffix}"
    assert main(["render", str(out), *CHOICE, "--lang", language]) == 0
    assert out.stat().st_size > 1000


@pytest.mark.parametrize("form", render_options.FORMS)
def test_every_form_of_events(tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out{ending_of(form)}"
    assert main(["export", str(out), *CHOICE, "--as", form]) == 0
    assert out.stat().st_size > 100


def test_the_options_name_all_forms() -> None:
    assert tuple(WRITERS) == render_options.FORMS == WRITTEN


def test_what_a_format_cannot_hold_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path / "out.ics")]) == 0
    assert "without a known beginning, so left out: " in capsys.readouterr().err
    assert main(["export", str(tmp_path / "out.csv")]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("arguments", [["out.xls"], ["out.csv", "--as", "icalendar"], ["out"]])
def test_an_ending_that_says_something_else_is_refused(
    tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["export", str(tmp_path / arguments[0]), *arguments[1:]])
    assert stopped.value.code == 2
    assert "must end in ." in capsys.readouterr().err


@pytest.mark.parametrize(("language", "said"), [("en", "up to 8 ×"), ("es", "hasta 8 ×")])
@pytest.mark.parametrize("style", ["full", "audience"])
def test_a_picture_with_evened_time_says_so(
    tmp_path: Path, language: str, said: str, style: str
) -> None:
    for name, more in (("plain", ()), ("even", ("--even-time",))):
        asked = ["--style", style, "--lang", language, "--text", "live", *more]
        assert main(["render", str(tmp_path / f"{name}.svg"), *asked]) == 0
    assert said in (tmp_path / "even.svg").read_text()
    assert said not in (tmp_path / "plain.svg").read_text()


def test_a_saved_view_and_a_story_can_be_evened_out_too(tmp_path: Path) -> None:
    story = str(seeds_dir() / "peru-1992-2023.views.json")
    view = ["--view", "Generals and arms", "--views", story, "--text", "live", "--style", "full"]
    assert main(["render", str(tmp_path / "view.svg"), *view, "--even-time"]) == 0
    assert "up to 8 ×" in (tmp_path / "view.svg").read_text()
    deck = tmp_path / "story.pptx"
    assert main(["render", str(deck), "--story", story, "--even-time"]) == 0
    first = Presentation(str(deck)).slides[0]
    said = [shape for shape in _shapes(first.shapes) if shape.has_text_frame]
    assert any("up to 8 ×" in shape.text_frame.text for shape in said)


def _shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield from _shapes(shape.shapes) if hasattr(shape, "shapes") else (shape,)


def test_a_web_page_says_that_it_does_not_stretch_time(tmp_path: Path) -> None:
    for name, more in (("plain", ()), ("even", ("--even-time",))):
        assert main(["render", str(tmp_path / f"{name}.html"), *CHOICE, *more]) == 0
    plain, even = (
        (tmp_path / f"{name}.html").read_text(encoding="utf-8").split("<footer")[1]
        for name in ("plain", "even")
    )
    for words in ("Every year is drawn equally long here", "Aquí todos los años ocupan lo mismo"):
        assert words in even
        assert words not in plain


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pptx", ".html"])
def test_the_same_question_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    found = []
    for name in ("one", "two"):
        out = tmp_path / f"{name}{suffix}"
        assert main(["render", str(out), *CHOICE, "--group", "actor"]) == 0
        found.append(out.read_bytes())
    assert found[0] == found[1]


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_another_process_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    found = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}{suffix}"
        subprocess.run(
            [sys.executable, "-m", "peru_timeline", "render", str(out), *CHOICE],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "QT_QPA_PLATFORM": "offscreen"},
        )
        found.append(out.read_bytes())
    assert found[0] == found[1]


def test_posters_and_the_story(tmp_path: Path) -> None:
    poster, strip = tmp_path / "poster.pdf", tmp_path / "strip.pdf"
    assert main(["render", str(poster), "--poster", "2", "--size", "a3"]) == 0
    assert main(["render", str(strip), "--strip", "2000"]) == 0
    story = str(seeds_dir() / "peru-1992-2023.views.json")
    assert main(["render", str(tmp_path / "story.pptx"), "--story", story]) == 0
    assert main(["render", str(tmp_path / "story.html"), "--story", story, *CHOICE]) == 0
    assert (tmp_path / "story.pptx").stat().st_size < 5_000_000


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["out.gif"], "must end in .png"),
        (["out"], "must end in .png"),
        (["nowhere/out.png"], "no such folder"),
        (["out.png", "--actor", "chena"], 'did you mean "china"'),
        (["out.png", "--sector", "minning"], 'did you mean "mining"'),
        (["out.png", "--source", "elis-2022"], 'did you mean "ellis-2022"'),
        (["out.png", "--select", "nothing-here-at-all"], "no event"),
        (["out.png", "--status", "maybe"], "invalid choice"),
        (["out.png", "--size", "10x10"], "pixels each way"),
        (["out.png", "--size", "huge"], "is not a size"),
        (["out.png", "--size", "16384x16384", "--scale", "4"], "too many"),
        (["out.png", "--size", "1600x320"], "no room for a timeline"),
        (["out.png", "--scale", "9"], "not a scale"),
        (["out.png", "--from", "soon"], "--from"),
        (["out.png", "--from", "2013", "--to", "2009"], "must be earlier"),
        (["out.png", "--search", "xyzzy"], "no event matches"),
        (["out.png", "--poster", "2"], ".pdf"),
        (["out.pdf", "--poster", "0"], "1 to 100"),
        (["out.pdf", "--strip", "1"], "60 to 5000 mm"),
        (["out.png", "--story", "x.views.json"], ".pptx"),
        (["out.png", "--views", "x.views.json"], "--view"),
        (["out.pptx", "--story", "x.views.json", "--view", "A"], "leave one of them out"),
    ],
)
def test_one_sentence_and_exit_2(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["render", *arguments])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert words in said
    assert len(said.strip().splitlines()) == 1
    assert not list(tmp_path.glob("*.*"))


def test_a_folder_or_a_full_disk_costs_nothing_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "old.csv"
    out.write_text("old", "utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SystemExit) as ended:
        main(["export", str(out)])
    assert ended.value.code == 2
    assert "No space left" in capsys.readouterr().err
    assert out.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["old.csv"]


def test_a_story_with_faults_is_told_with_their_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    views = tmp_path / "a.views.json"
    views.write_text('{"format": "views/1"}', "utf-8")
    assert main(["render", str(tmp_path / "a.pptx"), "--story", str(views)]) == 1
    assert "is missing" in capsys.readouterr().err


CHANCAY = """{"format": "views/1", "chronology": "peru-1992-2023", "title": {"en": "Mine"}, "views": [
  {"name": {"en": "Chancay", "es": "El puerto"}, "query": {"text": "chancay"}, "span": "2018/2023",
   "picture": {
     "headline": {"en": "A port grows under three governments"},
     "events": [{"event": "chancay-sez", "side": "left"}, {"event": "once-there", "row": 1},
                {"event": "chancay-authorised", "look": "highlighted"},
                {"event": "chancay-tunnel-landslide", "shown": false}],
     "bands": [{"label": "Castillo", "date": "2021-07-28/2022-12-07", "colour": "olive"}]}}]}"""


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "pptx"])
def test_a_view_is_rendered_as_it_was_arranged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    views, out = tmp_path / "mine.views.json", tmp_path / f"out.{ending}"
    views.write_text(CHANCAY, "utf-8")
    asked = ["render", str(out), "--view", "chancay", "--views", str(views)]
    assert main([*asked, "--text", "live"]) == 0
    assert 'What was arranged for event "once-there"' in capsys.readouterr().err
    if ending == "svg":
        said = out.read_text("utf-8")
        for words in (
            "A port grows under three governments",
            "Castillo",
            "Chancay port authorised",
        ):
            assert words in said
        assert "Landslide" not in said
    if ending == "pptx":
        (slide, *_) = Presentation(str(out)).slides
        names = [
            part.name for shape in slide.shapes if shape.shape_type == 6 for part in shape.shapes
        ]
        assert names.count("Castillo") == 5  # body, strip, label, two ends
        assert "Frame" in names


def test_a_view_that_is_not_there_is_told_with_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    views = tmp_path / "mine.views.json"
    views.write_text(CHANCAY, "utf-8")
    with pytest.raises(SystemExit):
        main(["render", str(tmp_path / "a.png"), "--view", "Chanca", "--views", str(views)])
    assert 'no view "Chanca" (Chancay)' in capsys.readouterr().err


def test_views_of_the_file_beside_are_found(tmp_path: Path) -> None:
    assert main(["render", str(tmp_path / "a.png"), "--view", "First footholds"]) == 0


def test_a_story_tells_what_of_its_views_became_impossible(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    views = tmp_path / "mine.views.json"
    views.write_text(CHANCAY, "utf-8")
    assert main(["render", str(tmp_path / "a.pptx"), "--story", str(views)]) == 0
    assert 'Chancay: What was arranged for event "once-there"' in capsys.readouterr().err


@pytest.mark.parametrize(("span", "said"), [([], "2015–2023"), (["--from", "2000"], "2000–2023")])
def test_an_audience_sees_the_time_of_what_was_searched(
    tmp_path: Path, span: list[str], said: str
) -> None:
    out = tmp_path / "out.svg"
    asked = ["--search", "chancay", "--style", "audience", "--text", "live", *span]
    assert main(["render", str(out), *asked]) == 0
    assert said in out.read_text(encoding="utf-8")
