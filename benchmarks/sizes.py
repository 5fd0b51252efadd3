"""How cost grows with the number of events; each size is measured in processes of its own."""

from __future__ import annotations

import tempfile
from typing import NamedTuple

from benchmarks import start
from benchmarks.made_up import made_up
from benchmarks.statistics import in_ms, spread

SIZES = (0, 1_000, 10_000, 100_000, 1_000_000)
"""Numbers of events; 0 stands for the Peru chronology."""
STARTS = {0: 5, 1_000: 5, 10_000: 5, 100_000: 3, 1_000_000: 1}
LONGEST_S = 600


class Goal(NamedTuple):
    """The most a figure may be for the Peru chronology, 10,000, 100,000 and 1,000,000 events."""

    name: str
    unit: str
    most: tuple[float, float, float, float]


GOALS = {
    "frame median": Goal("frame, median", "ms", (4, 5, 7, 8)),
    "frame p95": Goal("frame, 95 %", "ms", (7, 9, 11, 14)),
    "frame worst": Goal("frame, worst", "ms", (20, 25, 33, 50)),
    "first view": Goal("first view, file new", "s", (0.5, 0.6, 1.3, 6)),
    "first view again": Goal("first view, file known", "s", (0.5, 0.6, 1.3, 6)),
    "memory": Goal("memory, first view", "MB", (170, 190, 400, 1_800)),
    "memory peak": Goal("memory, at most", "MB", (170, 190, 400, 1_800)),
    "filter": Goal("filter by an actor", "ms", (8, 15, 60, 250)),
    "search": Goal("search, a key typed", "ms", (8, 15, 60, 250)),
}
WITHOUT_GOAL = {
    "load": ("load", "s"),
    "load again": ("load, file known", "s"),
    "index": ("search index, behind", "s"),
    "filter mask": ("filter, its mask and counts", "ms"),
    "search mask": ("search, its mask alone", "ms"),
    "filter worst": ("filter, worst", "ms"),
    "search worst": ("search, worst", "ms"),
    "export": ("picture of 1920 x 1080", "ms"),
    "stand-ins": ("frames of stand-ins", "%"),
}
GOAL_SIZES = (0, 10_000, 100_000, 1_000_000)


class Measured(NamedTuple):
    """By number of events the figures by name; and the single times in ms of those that are medians."""

    figures: dict[str, dict[str, float]]
    samples: dict[str, list[float]]


def measure(sizes: tuple[int, ...] = SIZES) -> Measured:
    """Measure each size."""
    found, samples = {}, {}
    for size in sizes:
        arguments = [str(made_up(size))] if size else []
        with tempfile.TemporaryDirectory() as home:
            start.prepare(home)
            new = [start.run("ours", home, *arguments)[1] for _ in range(STARTS.get(size, 1))]
            figures, times = used(home, arguments)
            known = [start.run("ours", home, *arguments)[1] for _ in range(STARTS.get(size, 1))]
        figures["first view"] = spread(new).median / 1000
        figures["first view again"] = spread(known).median / 1000
        times |= {"first view": in_ms(new), "first view again": in_ms(known)}
        samples |= {f"{size} events, {name}": taken for name, taken in times.items()}
        found[str(size)] = {name: round(value, 3) for name, value in figures.items()}
    return Measured(found, samples)


def used(home: str, arguments: list[str]) -> tuple[dict[str, float], dict[str, list[float]]]:
    """Run `benchmarks.usage` in a process of its own; it leaves its load cache in `home`."""
    answer = start.answer_of("benchmarks.usage", home, arguments, LONGEST_S)
    return answer["figures"], answer["samples"]


def table(found: dict[str, dict[str, float]]) -> list[str]:
    """A table of every figure at every size; an exclamation mark means a missed goal."""
    titles = [f"{int(size):,}" if int(size) else "Peru" for size in found]
    lines = [f"{'events':30}{'':4}" + "".join(f"{title:>14}" for title in titles)]
    rows = {key: (goal.name, goal.unit) for key, goal in GOALS.items()} | WITHOUT_GOAL
    for key, (name, unit) in rows.items():
        cells = [_cell(figures.get(key), _goal(key, int(size))) for size, figures in found.items()]
        lines.append(f"{name:30}{unit:4}" + "".join(f"{cell:>14}" for cell in cells))
    return [*lines, "(the goal is behind each figure; ! means that it is missed)"]


def _goal(key: str, size: int) -> float | None:
    if key not in GOALS or size not in GOAL_SIZES:
        return None
    return GOALS[key].most[GOAL_SIZES.index(size)]


def _cell(value: float | None, goal: float | None) -> str:
    if value is None:
        return "-"
    shown = f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    if goal is None:
        return shown
    return f"{shown}{'!' if value > goal else ''} ({goal:g})"
