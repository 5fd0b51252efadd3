from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.pictures.composition.axis import axis_of, rest_of
from peru_timeline.pictures.composition.composition import Measures
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from tests.pictures.conftest import Opened, by_letters

MEASURES = Measures(by_letters, by_letters)


def span(text: str) -> TimeSpan:
    date = parse_date(text)
    assert date.earliest_start is not None
    assert date.latest_end is not None
    return TimeSpan(float(date.earliest_start), float(date.latest_end))


@pytest.mark.parametrize(
    ("dates", "width", "labels"),
    [
        ("2023-05/2023-12", 900.0, ["May 2023", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]),
        ("2010/2012", 900.0, ["2010", "Apr", "Jul", "Oct", "2011", "Apr", "Jul", "Oct", "2012"]),
        ("1992/2003", 700.0, ["1992", "93", "94", "1995", "96", "97", "98", "99", "2000"]),
        ("2022-12-01/2022-12-31", 900.0, ["Dec 2022", "8", "15", "22"]),
    ],
)
def test_one_line_of_labels_names_each_unit_once(
    dates: str, width: float, labels: list[str]
) -> None:
    axis = axis_of(TimeScale(span(dates), 100.0, 100.0 + width), 50.0, "en", MEASURES)
    said = [line.text for line in sorted(axis.labels, key=lambda line: line.x)]
    assert said[: len(labels)] == labels
    ordered = sorted(axis.labels, key=lambda line: line.x)
    for one, other in itertools.pairwise(ordered):
        assert one.x + one.width < other.x
    assert ordered[-1].x + ordered[-1].width <= 100.0 + width


def test_bars_count_every_event_that_is_left_out(peru: Opened) -> None:
    subject = peru.subject()
    scale = TimeScale(subject.drawn_span, 0.0, 900.0)
    assert rest_of(subject, (), scale, 500.0) == ()
    bars = rest_of(subject, tuple(subject.events.tolist()), scale, 500.0)
    assert all(bar.bottom == pytest.approx(500.0) for bar in bars)
    assert all(bar.left >= 0 and bar.right <= 900.0 for bar in bars)
    assert len(bars) > 20


def test_an_evened_out_axis_is_shaded_behind_its_labels(peru: Opened) -> None:
    subject = peru.subject()
    subject = replace(subject, view=replace(subject.view, even_time=True))
    axis = axis_of(subject.scale(0.0, 1500.0), 50.0, "en", MEASURES)
    assert {part.times for _, part in axis.shaded} <= {2, 4, 8}
    assert axis.shaded
    for box, part in axis.shaded:
        assert box.left == part.left
        assert box.right == pytest.approx(part.right)
        assert all(box.top <= line.middle <= box.bottom for line in axis.labels)
    plain = axis_of(peru.subject().scale(0.0, 1500.0), 50.0, "en", MEASURES)
    assert plain.shaded == ()
