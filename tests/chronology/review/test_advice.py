"""What is advised of a sound chronology."""

from __future__ import annotations

from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.review.advice import advice
from peru_timeline.paths import default_chronology
from tests.chronology.made_up import load, small


def test_a_long_title_is_told_in_each_language_it_is_long_in() -> None:
    raw = small()
    raw["events"][0]["title"] = {"en": "x" * 60, "es": "x" * 61}
    raw["events"][2]["title"] = "x" * 500
    assert list(map(str, advice(load(raw)))) == [
        "events[quay-built].title.es: has 61 characters; a title of at most 60 can be read whole on a slide",
        "events[strike].title.und: has 500 characters; a title of at most 60 can be read whole on a slide",
    ]


def test_the_peru_chronology_needs_none() -> None:
    assert list(advice(load_chronology(default_chronology()))) == []
