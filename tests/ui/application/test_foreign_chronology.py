"""A foreign chronology as they are: long titles, no sectors, hundreds of actors; imported, and seen as it opens."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from peru_timeline.chronology.loader import load_chronology
from peru_timeline.timeline.columns import COLOURED_STYLES, GREY_STYLE, build_columns

EVENTS, ACTORS, LONG_TITLES = 332, 646, 238
TAGS = ("capture", "courts", "finance", "media", "energy", "defence", "elections", "water")
LEADING = (
    "Ann Abbott",
    "Bob Becker",
    "Carla Cruz",
    "Dan Duarte",
    "Eva Evans",
    "Fay Fischer",
    "Gus Gomez",
)
MOST, STEP = 90, 12
"""The first of the leading actors takes part in so many events, each of the others in so many fewer."""
FEWEST_TITLES = 25


def rows() -> Iterator[list[str]]:
    """A row for each event: date, title, tags, actors. Those who take part in one event come first in the file."""
    others = iter([f"Person {number}" for number in range(1, ACTORS - len(LEADING) + 1)])
    tags = cycle(TAGS)
    for number in range(EVENTS):
        lead = [name for place, name in enumerate(LEADING) if number % EVENTS < MOST - STEP * place]
        people = (
            [*lead, *islice(others, 2)] if number >= EVENTS - 40 else [*islice(others, 2), *lead]
        )
        title = f"Case {number}: the council hears what the auditors found"
        title += " in the books of the port authority" if number < LONG_TITLES else ""
        year, day = 1985 + number * 38 // EVENTS, 1 + number % 28
        yield [
            f"{year}-{1 + number % 12:02}-{day:02}",
            title,
            f"{next(tags)}|case",
            "|".join(people),
        ]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The imported chronology, and what its opening view holds."""
    folder = tmp_path_factory.mktemp("foreign")
    table, made = folder / "cases.csv", folder / "cases.chronology"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["date", "title", "tags", "actors"], *rows()])
    called(folder, "import", table, "-o", made)
    said = called(folder, "screenshot", folder / "x.png", made, "--size", "1600x900", "--counts")
    return made, json.loads(said)


def called(folder: Path, *arguments: object) -> str:
    """Run the command line in a process of its own; return what it prints."""
    command = [sys.executable, "-m", "peru_timeline", *map(str, arguments)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PERU_TIMELINE_HOME": str(folder)}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, timeout=300, check=True
    ).stdout


def test_it_opens_with_titles(seen: tuple[Path, dict[str, Any]]) -> None:
    _, counts = seen
    assert counts["events"] == counts["in_view"] == EVENTS
    assert counts["titled"] >= FEWEST_TITLES


def test_nothing_is_refused_for_its_style(seen: tuple[Path, dict[str, Any]]) -> None:
    chronology = load_chronology(seen[0])
    titles = [next(iter(event.title.values())) for event in chronology.events]
    assert len(titles) == EVENTS
    assert sum(len(title) > 60 for title in titles) >= LONG_TITLES
    assert len(chronology.actors) == ACTORS


def test_actors_come_by_number_of_events_and_six_have_a_colour(
    seen: tuple[Path, dict[str, Any]],
) -> None:
    chronology = load_chronology(seen[0])
    counts = Counter(role.actor for event in chronology.events for role in event.actors)
    listed = [counts[actor.id] for actor in chronology.actors]
    assert listed == sorted(listed, reverse=True)
    styles = build_columns(chronology).bloc_styles
    names = {actor.id: next(iter(actor.name.values())) for actor in chronology.actors}
    coloured = [names[bloc] for bloc, style in styles.items() if style != GREY_STYLE]
    assert tuple(coloured) == LEADING[: len(COLOURED_STYLES)]


def test_lanes_come_from_its_tags(seen: tuple[Path, dict[str, Any]]) -> None:
    chronology = load_chronology(seen[0])
    lanes = {next(iter(sector.name.values())) for sector in chronology.sectors}
    assert set(TAGS) <= lanes
    assert all(event.sector is not None for event in chronology.events)
