"""The chronologies that the benchmarks make up."""

from __future__ import annotations

from pathlib import Path

from benchmarks.made_up import write
from peru_timeline.chronology.loader import load_chronology


def test_a_made_up_chronology_is_valid_and_has_the_promised_shape(tmp_path: Path) -> None:
    path = tmp_path / "made-up.chronology"
    write(path, 1000)
    chronology = load_chronology(path)
    spans = sum(event.date.is_span for event in chronology.events)
    assert len(chronology.events) == 1000
    assert 550 < spans < 650
    assert sum(len(event.actors) > 1 for event in chronology.events) > 300


def test_the_same_number_of_events_makes_the_same_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one.chronology", tmp_path / "other.chronology"
    write(one, 50)
    write(other, 50)
    assert one.read_bytes() == other.read_bytes()
