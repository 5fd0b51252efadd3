"""Made-up chronologies of any size: ``python -m benchmarks.made_up EVENTS [FILE]``.

The same size always gives the same file. Three events in five last for some time, the others are moments; most are in
a few crowded years. Titles, actors, sectors, sources and quotations are composed from lists of words, and an event
takes about 600 bytes. Events are in order of date.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from bisect import bisect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_civil

FOLDER = Path("build/made-up")
SEED = 7
SPANS = 0.6
FIRST_YEAR, LAST_YEAR = 1900, 2025
CROWDED_YEARS = ((1992, 4), (2001, 2), (2009, 3), (2013, 2), (2021, 2))
"""The middle of each crowded period, and its standard deviation, in years."""

SECTORS = (
    "Trade", "Mining", "Energy", "Ports and roads", "Military", "Diplomacy", "Finance",
    "Health", "Courts", "Elections", "Science", "Culture",
)  # fmt: skip
BLOCS = ("China", "Peru", "United States", "Russia", "Other states", "International bodies")
ACTORS = 300
SOURCES = 400
BODIES = (
    "Ministry of", "Bank of", "Institute for", "Port Authority of", "Court of", "Company for",
    "Council of", "Agency for", "Union of", "Chamber of", "University of", "Commission on",
)  # fmt: skip
FIELDS = (
    "Trade", "Copper", "Harbours", "Defence", "Justice", "Fisheries", "Energy", "Health", "Roads",
    "Water", "Science", "the North", "the South", "Credit", "Telecommunications", "Labour",
)  # fmt: skip
DOINGS = (
    "signs a loan for", "begins work on", "suspends", "is accused over", "buys a share of",
    "announces", "inspects", "wins the tender for", "opens", "withdraws from", "asks for more of",
    "strikes against", "reports on", "pays for", "renews the contract for", "denies the sale of",
)  # fmt: skip
THINGS = (
    "the port of Chancay", "the Toromocho mine", "a railway to the coast", "patrol boats",
    "the gas pipeline", "a satellite station", "vaccines", "the free-trade talks", "a dam",
    "the Cerro Verde plant", "fishing quotas", "a hospital in Piura", "radar sets", "rural roads",
    "the Las Bambas road", "an anchovy fleet", "the electoral roll", "customs software",
)  # fmt: skip
PLACES = (
    "Lima", "Callao", "Arequipa", "Cusco", "Piura", "Trujillo", "Iquitos", "Tacna", "Puno",
    "Huancayo", "Beijing", "Washington", "Moscow", "Geneva", "Áncash", "Junín",
)  # fmt: skip
QUOTED = (
    "according to officials", "which had been expected for months", "after two rounds of talks",
    "for about forty million dollars", "despite protests in the region", "as the court had ruled",
    "people close to the matter said", "in the presence of both ministers", "without a tender",
    "the first of its kind in the country", "until further notice", "under an older agreement",
)  # fmt: skip
STATUSES = ("happened", "reported", "alleged", "planned", "cancelled")
STATUS_SHARES = (0.6, 0.85, 0.92, 0.98)  # cumulative shares of all statuses but the last
ROLES = ("buyer", "seller", "lender", "contractor", "witness", "regulator")


def made_up(events: int) -> Path:
    """Return the path of a chronology with this number of events; write the file if it is missing."""
    edition = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    path = FOLDER / f"{events}-{edition}.chronology"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, events)
    return path


def write(path: Path, events: int, seed: int = SEED) -> None:
    """Write a chronology with this number of events."""
    partial = path.with_name(path.name + ".part")
    with partial.open("w", encoding="utf-8") as file:
        file.write(_json(_head(events))[:-1])
        file.write(', "events": [\n')
        for number, event in enumerate(_events(events, seed)):
            file.write(",\n" if number else "")
            file.write(_json(event))
        file.write("\n]}\n")
    partial.replace(path)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _head(events: int) -> dict[str, Any]:
    return {
        "format": "chronology/1",
        "id": f"made-up-{events}",
        "version": "1.0.0",
        "title": {"en": f"Made up, {events} events"},
        "sectors": [{"id": _slug(name), "name": {"en": name}} for name in SECTORS],
        "actors": _actors(),
        "sources": [
            {
                "id": f"source-{number}",
                "type": "article-newspaper" if number % 3 else "report",
                "title": {"en": f"On {THINGS[number % len(THINGS)]}, part {number}"},
                "publisher": f"The {PLACES[number % len(PLACES)]} {('Gazette', 'Post')[number % 2]}",
                "issued": f"{2000 + number % 25}-{1 + number % 12:02}",
            }
            for number in range(SOURCES)
        ],
    }


def _actors() -> list[dict[str, Any]]:
    """The blocs, then the bodies that belong to them; every fourth body belongs to another body."""
    blocs = [{"id": _slug(name), "name": {"en": name}, "kind": "state"} for name in BLOCS]
    bodies = [
        {
            "id": f"body-{number}",
            "name": {"en": _actor_name(number)},
            "kind": "agency",
            "part_of": f"body-{number // 2}"
            if number > 11 and number % 4 == 3
            else blocs[number % 6]["id"],
            "aliases": [f"B{number}"],
        }
        for number in range(len(blocs), ACTORS)
    ]
    return [*blocs, *bodies]


def _actor_name(number: int) -> str:
    if number < len(BLOCS):
        return BLOCS[number]
    body, field = BODIES[number % len(BODIES)], FIELDS[number // len(BODIES) % len(FIELDS)]
    return f"{body} {field}"


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _events(count: int, seed: int) -> Iterator[dict[str, Any]]:
    random = np.random.default_rng(seed)
    crowd = np.array(CROWDED_YEARS)[random.integers(0, len(CROWDED_YEARS), count)]
    year = np.where(
        random.random(count) < 0.85,
        random.normal(crowd[:, 0], crowd[:, 1]),
        random.uniform(FIRST_YEAR, LAST_YEAR, count),
    ).clip(FIRST_YEAR, LAST_YEAR)
    start = np.sort(((year - 2000) * 365.2425).astype(np.int64)) + day_from_civil(2000, 1, 1)
    lasting = np.exp(random.normal(5.5, 1.3, count)).astype(np.int64) + 1
    is_span = random.random(count) < SPANS
    # A few actors and sources occur often, most occur rarely.
    often = random.beta(0.7, 2.5, (count, 4))
    chance = random.random((count, 6))
    choice = random.integers(0, 1_000_000, (count, 8))
    for number in range(count):
        yield _event(
            number,
            _date(int(start[number]), int(lasting[number]), bool(is_span[number]), chance[number]),
            often[number].tolist(),
            chance[number].tolist(),
            choice[number].tolist(),
        )


def _event(
    number: int, date: str, often: list[float], chance: list[float], choice: list[int]
) -> dict[str, Any]:
    actors = [
        int(often[part] * ACTORS) for part in range(1 + (chance[0] < 0.6) + (chance[1] < 0.2))
    ]
    thing = THINGS[choice[0] % len(THINGS)]
    place = PLACES[choice[1] % len(PLACES)]
    title = f"{_actor_name(actors[0])} {DOINGS[choice[2] % len(DOINGS)]} {thing}"
    quote = (
        f"{thing} in {place}, {QUOTED[choice[3] % len(QUOTED)]}, {QUOTED[choice[4] % len(QUOTED)]}"
    )
    event: dict[str, Any] = {
        "id": f"{_slug(place.translate(_PLAIN))}-{number}",
        "date": date,
        "title": {"en": title[:60].rstrip()},
        "summary": {"en": f"{title} in {place}, {QUOTED[choice[5] % len(QUOTED)]}."},
        "sector": _slug(SECTORS[choice[6] % len(SECTORS)]),
        "actors": [
            {"actor": _actor_id(actor)}
            | ({"role": {"en": ROLES[actor % len(ROLES)]}} if part else {})
            for part, actor in enumerate(dict.fromkeys(actors))
        ],
        "status": STATUSES[bisect(STATUS_SHARES, chance[2])],
        "importance": 1 + (chance[3] > 0.35) + (chance[3] > 0.8),
        "evidence": [
            {
                "source": f"source-{int(often[3] * SOURCES)}",
                "quote": quote,
                "paragraph": 1 + choice[7] % 40,
            }
        ],
    }
    if chance[4] < 0.1:
        event["amounts"] = [{"value": choice[7], "unit": "USD", "of": {"en": "cost"}}]
    if chance[4] > 0.95:
        event["notes"] = [{"kind": "context", "text": {"en": "Other papers name a later day."}}]
    return event


_PLAIN = str.maketrans("Áí", "Ai")


@cache
def _actor_id(number: int) -> str:
    return _slug(BLOCS[number]) if number < len(BLOCS) else f"body-{number}"


def _date(start: int, lasting: int, is_span: bool, chance: Any) -> str:
    """A date in EDTF: most are known to the day, others to the month or year; some are open or approximate."""
    known = float(chance[5])
    mark = "~" if known > 0.97 else "?" if known > 0.95 else ""
    begin = _part(start, known) + mark
    if not is_span:
        return begin
    if known < 0.03:
        return f"{begin}/.."
    if known < 0.05:
        return f"/{begin}"
    return f"{begin}/{_part(start + lasting, float(chance[4]))}"


def _part(day: int, known: float) -> str:
    year, month, of_month = civil_from_day(day)
    if known > 0.85:
        return f"{year:04}"
    if known > 0.65:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{of_month:02}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.made_up", description=__doc__)
    parser.add_argument("events", type=int)
    parser.add_argument(
        "file", nargs="?", type=Path, help="the file to write (default: one in build/made-up)"
    )
    arguments = parser.parse_args()
    if arguments.file is None:
        print(made_up(arguments.events))
    else:
        write(arguments.file, arguments.events)


if __name__ == "__main__":
    main()
