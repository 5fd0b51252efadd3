"""`screenshot`: what is asked of the window."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from peru_timeline import cli, paths
from peru_timeline.chronology.dates.calendar import day_from_civil
from peru_timeline.chronology.query import Query
from peru_timeline.screenshot_options import ScreenshotOptions
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.view import View
from tests.chronology.made_up import small
from tests.cli.command_line import App, Run


def test_screenshot_passes_on_what_was_asked(run: Run, app: App, file: Path) -> None:
    arguments = [
        *("screenshot", "out.png", file, "--size", "1200x800", "--theme", "contrast"),
        *("--select", "strike", "--from", "2003", "--to", "2006-08"),
        *("--actor", "south", "north", "--actor", "port-office", "--group", "actor"),
        *("--language", "es", "--text-size", "150"),
    ]
    assert run(*arguments) == (0, "", "")
    (options,) = app.pictures
    assert options == ScreenshotOptions(
        out=Path("out.png"),
        path=file,
        chronology=options.chronology,
        width_px=1200,
        height_px=800,
        theme="contrast",
        text_scale=1.5,
        language="es",
        view=View(
            span=TimeSpan(day_from_civil(2003, 1, 1), day_from_civil(2006, 9, 1)),
            query=Query(actors=frozenset({"south", "north", "port-office"})),
            grouping=Grouping.ACTOR,
            selection="strike",
        ),
    )
    assert options.chronology.id == "harbour"


def test_screenshot_of_the_opening_view(run: Run, app: App) -> None:
    run("screenshot", "out.png")
    (options,) = app.pictures
    assert options.path == paths.default_chronology()
    assert (options.width_px, options.height_px, options.theme) == (1600, 900, "light")
    assert options.view == View()


def test_one_end_of_the_span_is_the_chronologys(run: Run, app: App, file: Path) -> None:
    run("screenshot", "out.png", file, "--from", "2005")
    run("screenshot", "out.png", file, "--to", "2005")
    assert [options.view.span for options in app.pictures] == [
        TimeSpan(day_from_civil(2005, 1, 1), day_from_civil(2011, 1, 1)),
        TimeSpan(day_from_civil(2001, 1, 1), day_from_civil(2006, 1, 1)),
    ]


def test_groups_are_those_of_the_timeline() -> None:
    text = Path(cli.__file__).read_text(encoding="utf-8")
    (typed,) = re.findall(r'"--group", choices=\(([^)]*)\)', text)
    assert re.findall(r'"(\w+)"', typed) == [group.value for group in Grouping]


@pytest.mark.parametrize(("date", "day"), [("1582-10-10", 577_731), ("-0054", -19_900)])
def test_a_selected_event_outside_the_opening_view_is_reached(
    run: Run, app: App, tmp_path: Path, date: str, day: int
) -> None:
    raw = small() | {"span": "2010/2023"}
    raw["events"][0]["date"] = date
    raw["events"][0].pop("related", None)
    file = tmp_path / "far.chronology"
    file.write_text(json.dumps(raw), encoding="utf-8")
    assert run("screenshot", "out.png", file, "--select", raw["events"][0]["id"])[0] == 0
    (options,) = app.pictures
    assert options.view.span is not None
    assert options.view.span.start < day < options.view.span.end
