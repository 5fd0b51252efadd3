"""A table says of what it is a part: the filter, and the time that was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from peru_timeline.cli import main


@pytest.mark.parametrize(
    ("asked", "ends"),
    [
        (["--from", "2022"], "filter: 2022–2023"),
        (["--to", "2005-06", "--actor", "china"], "filter: China; 1992–2005"),
        (["--actor", "china"], "filter: China"),
        ([], "version 1.1.0"),
    ],
)
def test_the_count_of_a_table_names_filter_and_time(
    tmp_path: Path, asked: list[str], ends: str
) -> None:
    out = tmp_path / "table.md"
    assert main(["export", str(out), *asked]) == 0
    assert out.read_text("utf-8").splitlines()[2].endswith(ends)
