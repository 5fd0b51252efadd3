"""What a page holds of the bands behind its events."""

from __future__ import annotations

from typing import Any

import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.models import ChronologyFile
from peru_timeline.chronology.views import ViewsFile
from peru_timeline.pictures.webpage.page_data import Story
from tests.pictures.conftest import Opened, opened
from tests.pictures.webpage.pages import Elements, data_of, page_of

FIRM = [[0.0, 1.0], [1.0, 1.0]]
DAY = {"2005-01-01": 731_947, "2009-01-01": 733_408, "2011-01-01": 734_138}


def made_of(*dates: str) -> Opened:
    """A chronology from 2000 to 2019 with a band of each date."""
    file = ChronologyFile.model_validate(
        {
            "format": "chronology/1", "id": "made", "version": "1.0.0", "title": {"en": "Made"}, "span": "2000/2019",
            "sectors": [], "actors": [],
            "sources": [{"id": "paper", "type": "article-newspaper", "title": "A paper", "issued": "2011"}],
            "events": [{"id": "one", "date": "2000", "title": {"en": "One"}, "status": "happened"}],
            "bands": [
                {
                    "id": f"band-{n}", "label": {"en": f"<b>{n}</b>"}, "date": date, "colour": "blue",
                    "evidence": [{"source": "paper", "quote": "the boom of these few years"}],
                }
                for n, date in enumerate(dates)
            ],
        }
    )  # fmt: skip
    return opened(Chronology.from_file(file))


def band_of(date: str) -> dict[str, Any]:
    (band,) = data_of(page_of(made_of(date)))["bands"]
    return dict(band)


@pytest.mark.parametrize(
    ("date", "days", "edges"),
    [
        ("2005-01-01/2010-12-31", ["2005-01-01", "2011-01-01"], ["2005-01-01", "2011-01-01"]),
        ("2005-01-01/2008", ["2005-01-01", "2009-01-01"], ["2005-01-01"]),
        ("2005-01-01/..", ["2005-01-01", None], ["2005-01-01"]),
        ("../2008-12-31", [None, "2009-01-01"], ["2009-01-01"]),
    ],
)
def test_ends_and_edges_stand_at_their_days(
    date: str, days: list[str | None], edges: list[str]
) -> None:
    band = band_of(date)
    for found, said in zip(band["days"], days, strict=True):
        assert said is None or found == pytest.approx(DAY[said], abs=0.01)
    # An edge is one px of an opening view of 1000 px wide at the most, so some days.
    assert band["edges"] == pytest.approx([DAY[said] for said in edges], abs=0.01)


def test_what_is_not_known_fades_and_what_is_about_is_dashed() -> None:
    assert band_of("2005-01-01/2010-12-31")["stops"] == FIRM
    assert [strength for _, strength in band_of("2005/2010-12-31")["stops"]] == [0.0, 1.0, 1.0]
    assert band_of("2005-01-01~/2010-12-31~")["dash"] == [4]
    assert band_of("2005-01-01/2010-12-31")["dash"] == []


def test_a_moment_is_one_edge() -> None:
    band = band_of("2005-01-01")
    assert band["days"][0] == band["days"][1] == pytest.approx(DAY["2005-01-01"] + 0.5, abs=0.01)
    assert len(band["edges"]) == 1


def test_the_shorter_lie_on_the_longer_and_far_ones_are_left_out() -> None:
    bands = data_of(page_of(made_of("2010/2011", "2001/2018", "-0500/-0100", "3000/4000")))["bands"]
    assert [band["name"]["en"] for band in bands] == ["<b>1</b>", "<b>0</b>"]


def test_the_readable_part_says_what_the_sources_say_of_them() -> None:
    page = page_of(made_of("2005-01-01/2010-12-31"))
    elements = Elements(page)
    text = "".join(elements.text)
    assert "_bands" in elements.ids
    assert "<b>0</b>" in text
    assert "1 January 2005 to 31 December 2010" in text
    assert "the boom of these few years" in text
    assert "_bands" not in Elements(page_of(made_of())).ids


def test_bands_of_a_saved_view_belong_to_its_place_in_the_story() -> None:
    made = made_of()
    views = ViewsFile.model_validate(
        {
            "format": "views/1", "chronology": "made", "title": {"en": "Mine"},
            "views": [
                {"name": {"en": "Plain"}},
                {
                    "name": {"en": "Banded"},
                    "picture": {"bands": [{"label": {"en": "Mine"}, "date": "2005/2006"}]},
                },
            ],
        }
    )  # fmt: skip
    data = data_of(page_of(made, Story(views, made.facets)))
    assert data["bands"] == []
    plain, banded = data["story"]["views"]
    assert plain["bands"] == []
    assert [band["name"]["en"] for band in banded["bands"]] == ["Mine"]
