"""Importing a table of 100,000 rows by the command line, in a process of its own: time and memory.

A sixth of the rows each has a date of another kind; one row in ten lasts; texts have HTML, two actors and a link.
"""

from __future__ import annotations

import csv
import os
import random
import sys
import tempfile
import time
from pathlib import Path

ROWS = 100_000
GOAL_S = 10.0
GOAL_MB = 600.0
_MONTHS = ("May", "June", "March")


def measure(rows: int = ROWS) -> dict[str, float]:
    """Seconds on the clock and of the processor, peak megabytes, rows."""
    with tempfile.TemporaryDirectory() as folder:
        table, out = Path(folder, "table.csv"), Path(folder, "table.chronology")
        write_table(table, rows)
        begun = time.monotonic()
        arguments = [sys.executable, "-m", "peru_timeline", "import", str(table), "-o", str(out)]
        child = os.spawnv(os.P_NOWAIT, sys.executable, arguments)
        _, status, used = os.wait4(child, 0)
        if os.waitstatus_to_exitcode(status):
            raise RuntimeError("the import failed")
        return {
            "wall_s": time.monotonic() - begun,
            "processor_s": used.ru_utime + used.ru_stime,
            "megabytes": used.ru_maxrss / 1000,
            "rows": rows,
        }


def write_table(path: Path, rows: int) -> None:
    """Make up a table."""
    chance = random.Random(1)
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["Date", "End", "Title", "Description", "Category", "Actors", "URL", "Id"])
        for row in range(rows):
            year, day = chance.randint(1500, 2023), chance.randint(1, 28)
            dates = (
                f"{year}-{chance.randint(1, 12):02}-{day:02}",
                f"{chance.randint(13, 28)}/{chance.randint(1, 12)}/{year}",
                f"c. {year}",
                f"{chance.choice(_MONTHS)} {year}",
                f"{day} May {year}",
                str(year),
            )
            table.writerow(
                [
                    dates[row % len(dates)],
                    year + 1 if row % 10 == 0 else "",
                    f"Event number {row} of something",
                    f"Some text about it, <b>bold</b> and so on, number {row}. " * 2,
                    f"Category {chance.randint(1, 12)}",
                    f"Actor {chance.randint(1, 350)}; Actor {chance.randint(351, 700)}",
                    f"https://example.org/{row % 3000}",
                    f"k{row}",
                ]
            )


if __name__ == "__main__":
    print(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
