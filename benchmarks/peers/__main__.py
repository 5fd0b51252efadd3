"""Comparison with vis-timeline: ``python -m benchmarks.peers`` prints a table and writes build/bench-peers.json."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from statistics import mean, median
from typing import Any, NamedTuple

from benchmarks import start
from benchmarks.__main__ import machine
from benchmarks.made_up import made_up
from benchmarks.peers import vis

OUT = Path("build/bench-peers.json")
SIZES = (100, 1_000, 10_000)
ROUNDS = {100: 3, 1_000: 3, 10_000: 1}
STEPS = {100: 20, 1_000: 20, 10_000: 5}
FRAMES_S, LONGEST_S = 60.0, 400.0
EPOCH_DAY = 719_163  # 1 January 1970
DAY_MS = 86_400_000.0
PEERS = ("vis", "vis clustered")
KINDS = ("whole", "zoom", "pan")
GOALS = {  # (peer, events, kind of frame or "first view"): how many times faster ours must be
    ("vis", 100, "all"): 3,
    ("vis", 1_000, "all"): 8,
    ("vis", 10_000, "whole"): 100,
    ("vis clustered", 1_000, "all"): 2,
    ("vis clustered", 10_000, "all"): 2,
    ("vis", 1_000, "first view"): 5,
    ("vis", 10_000, "first view"): 50,
}
LIMITS = """\
What this compares: the time from the request for another time span until it is painted, with the same events in the
same groups, in a window of 1600 x 900 without a GPU. vis-timeline creates elements that can be styled and clicked, so
it does more than paint. Its first view is timed from the start of the navigation, ours from the start of the process.
A frame in the browser lasts until the second animation frame after the request, less the time that this takes when only
a dot changes; its frames do not wait for a screen. Ours move as a hand does, sixty steps a second, with the background
thread, as in the program. "all" is the mean of the three kinds. If a size takes too long, fewer moves are made; "-"
means that none was made."""


class Move(NamedTuple):
    """A step to another span, in days."""

    kind: str
    start: float
    end: float


def moves(home: tuple[float, float], steps: int) -> list[Move]:
    """Pan by 1 % over the whole range, zoom in about a point at 70 % of it, and pan there."""
    begin, end = home
    width, found = end - begin, []
    for step in range(1, steps + 1):
        shift = 0.01 * step * width
        found.append(Move("whole", begin + shift, end + shift))
    about = begin + 0.7 * width
    zooms = [
        (about - 0.7 * width / z, about + 0.3 * width / z)
        for z in (1.25**k for k in range(1, steps + 1))
    ]
    found += [Move("zoom", *span) for span in zooms]
    left, right = zooms[-1]
    found += [
        Move("pan", left + 0.01 * k * (right - left), right + 0.01 * k * (right - left))
        for k in range(1, steps + 1)
    ]
    return found


def ours(
    path: Path, steps: int
) -> tuple[tuple[float, float], list[tuple[str, float]], dict[str, Any]]:
    """(the opening view in days, the ms of each move, the events in the format of vis-timeline)."""
    from benchmarks.frames import as_a_hand, opened_timeline
    from peru_timeline.timeline.axis.time_span import TimeSpan
    from peru_timeline.timeline.scene import Shape

    app, view = opened_timeline(path, start.SIZE)
    opened = view.state.opened
    home = (view.layout_input.home.start, view.layout_input.home.end)
    view.pack_ahead()
    times: dict[str, list[float]] = {}
    as_a_hand(app, view, [(m.kind, TimeSpan(m.start, m.end)) for m in moves(home, steps)], times)
    frames = [(kind, 1000 * seconds) for kind in KINDS for seconds in times[kind]]
    view.hide()
    columns, chronology = opened.columns, opened.chronology
    items = [
        {
            "id": i,
            "group": event.sector,
            "content": str(next(iter(event.title.values()))),
            "start": _ms(columns.start[i]),
            **(
                {"type": "point"}
                if columns.shape[i] == Shape.POINT
                else {"end": _ms(columns.end[i])}
            ),
        }
        for i, event in enumerate(chronology.events)
    ]
    groups = [{"id": s.id, "content": str(next(iter(s.name.values())))} for s in chronology.sectors]
    view.deleteLater()
    return home, frames, {"items": items, "groups": groups}


def peer_case(
    data: dict[str, Any], home: tuple[float, float], steps: int, clustered: bool
) -> dict[str, Any]:
    """The input of the page."""
    options: dict[str, Any] = {
        "stack": True,
        "height": "900px",
        "verticalScroll": True,
        "showCurrentTime": False,
    }
    if clustered:
        options["cluster"] = {"maxItems": 1, "fitOnDoubleClick": True}
    spans = [(move.kind, _ms(move.start), _ms(move.end)) for move in moves(home, steps)]
    return {
        **data,
        "home": [*map(_ms, home)],
        "options": options,
        "moves": spans,
        "limit_s": FRAMES_S,
    }


def _ms(day: float) -> float:
    return (float(day) - EPOCH_DAY) * DAY_MS


def measure() -> dict[str, Any]:
    """Run all programs at all sizes, alternately; the result is {events: {program: {kind: median ms}}}."""
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as home_folder:
        start.prepare(home_folder)
        for events in SIZES:
            path, steps = made_up(events), STEPS[events]
            times: dict[tuple[str, str], list[float]] = {}
            for _ in range(ROUNDS[events]):
                seconds = start.run("ours", home_folder, str(path))[1]
                times.setdefault(("ours", "first view"), []).append(1000 * seconds)
                home, frames, data = ours(path, steps)
                _keep(times, "ours", frames)
                for peer in PEERS:
                    case = peer_case(data, home, steps, peer == "vis clustered")
                    answer = vis.run(case, LONGEST_S)
                    if answer:
                        times.setdefault((peer, "first view"), []).append(answer["first_ms"])
                        _keep(times, peer, answer["frames"])
                    _say(f"{events} events, {peer}: done")
            found[str(events)] = {program: _medians(times, program) for program in ("ours", *PEERS)}
    return found


def _medians(times: dict[tuple[str, str], list[float]], program: str) -> dict[str, float]:
    """The median ms of each kind, and their mean as "all" if every kind was measured."""
    found = {kind: round(median(ms), 2) for (who, kind), ms in times.items() if who == program}
    if all(kind in found for kind in KINDS):
        found["all"] = round(mean(found[kind] for kind in KINDS), 2)
    return found


def _keep(times: dict[tuple[str, str], list[float]], program: str, frames: list[Any]) -> None:
    for kind, ms in frames:
        times.setdefault((program, kind), []).append(ms)


def table(found: dict[str, Any]) -> list[str]:
    """A table of the figures in ms, and how many times slower the others are."""
    lines = [
        f"{'events':>7}  {'ms':11}{'ours':>10}{'vis':>12}{'clustered':>12}{'vis/ours':>12}{'clust./ours':>12}"
    ]
    for events, programs in found.items():
        for kind in ("first view", *KINDS, "all"):
            own = programs["ours"][kind]
            peers = [programs[peer].get(kind) for peer in PEERS]
            cells = "".join(f"{ms:12.1f}" if ms is not None else f"{'-':>12}" for ms in peers)
            ratios = "".join(
                f"{ms / own:12.1f}" if ms is not None else f"{'-':>12}" for ms in peers
            )
            lines.append(f"{events:>7}  {kind:11}{own:10.1f}{cells}{ratios}")
    return lines


def goals(found: dict[str, Any]) -> list[str]:
    """A line for each goal, with the measured ratio."""
    lines = []
    for (peer, events, kind), goal in GOALS.items():
        programs = found[str(events)]
        ms = programs[peer].get(kind)
        told = f"{f'{peer}, {events} events, {kind}':38}"
        if ms is None:
            lines.append(f"{told}{'-':>10}     goal {goal} x   NOT MEASURED")
            continue
        ratio = ms / programs["ours"][kind]
        lines.append(
            f"{told}{ratio:10.1f} x   goal {goal} x   {'met' if ratio >= goal else 'MISSED'}"
        )
    return lines


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Run the comparison; the exit status is 2 if something that it needs is missing."""
    try:
        vis.browser()
        version = vis.install()
    except vis.MissingError as error:
        _say(f"bench-peers: {error}")
        return 2
    found = measure()
    report = {"machine": machine(), "vis-timeline": version, "ms": found}
    told = ", ".join(
        f"{name} {value}" for name, value in {**machine(), "vis-timeline": version}.items()
    )
    print("\n".join([told, "", *table(found), "", *goals(found), "", LIMITS]))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(f"\nwritten to {OUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
