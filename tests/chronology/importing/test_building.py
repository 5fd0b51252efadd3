"""Building a chronology from what was found: ids, titles, lanes, status, importance."""

from __future__ import annotations

from pathlib import Path

import pytest

from peru_timeline.chronology.importing.importer import (
    import_file,
)
from peru_timeline.chronology.importing.mapping import Mapping
from peru_timeline.chronology.importing.naming import Ids, slug
from peru_timeline.chronology.importing.words import importance_of, scale_of, status_of
from tests.chronology.importing.imports import content, imported, written


def test_ids_titles_and_lanes(tmp_path: Path) -> None:
    long = "word " * 120
    text = f'date,title,text\n2001,Año,\n2002,Año,\n2003,事件,\n2004,,"Only a text stands here"\n2005,{long},\n'
    made = content(imported(tmp_path, "My file.csv", text))
    assert made["id"] == "my-file"
    assert made["title"] == "My file"
    assert [event["id"] for event in made["events"]][:4] == [
        "ano",
        "ano-2",
        "event-4",
        "only-a-text-stands-here",
    ]
    assert made["events"][3]["title"] == "Only a text stands here"
    assert len(made["events"][4]["title"]) <= 500
    assert made["events"][4]["summary"] == long.strip()
    assert made["sectors"] == []


def test_lanes_come_from_the_most_frequent_tags(tmp_path: Path) -> None:
    text = "date,title,tags\n2001,a,x;y\n2002,b,y\n2003,c,\n"
    made = content(imported(tmp_path, "x.csv", text))
    assert [sector["id"] for sector in made["sectors"]] == ["y", "x"]
    assert [event.get("sector") for event in made["events"]] == ["x", "y", None]
    assert made["events"][0]["notes"][0]["text"] == "#x · #y"


def test_a_language_is_put_on_every_text(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.csv", "fecha,titulo\n12/05/2012,Feria\n", Mapping(language="es"))
    assert content(found)["events"][0]["title"] == {"es": "Feria"}
    assert content(found)["events"][0]["date"] == "2012-05-12"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", ""),
        ("Confirmed", "happened"),
        ("disputed", "alleged"),
        ("Previsto", "planned"),
        ("odd", None),
    ],
)
def test_status(text: str, status: str | None) -> None:
    assert status_of(text) == status


def test_importance_by_the_scale_of_the_file() -> None:
    assert [importance_of(text, scale_of(["1", "9"])) for text in ("1", "5", "9", "x")] == [
        1,
        2,
        3,
        None,
    ]
    assert [importance_of(text, scale_of(["1", "3"])) for text in ("1", "2", "3", "high")] == [
        1,
        2,
        3,
        3,
    ]
    assert importance_of("1/3", 10.0) == 1


def test_slugs() -> None:
    assert slug("Güe, ¿qué?  Año 1850!") == "gue-que-ano-1850"
    assert slug("事件") == ""
    assert len(slug("word " * 50)) <= 80
    ids = Ids()
    assert [ids.new("a", "x"), ids.new("a", "x"), ids.new("", "x"), ids.new("a-2", "x")] == [
        "a",
        "a-2",
        "x",
        "a-2-2",
    ]


def test_progress_is_told_and_can_stop_it(tmp_path: Path) -> None:
    path = written(tmp_path, "x.csv", "date,title\n" + "2001,a\n" * 5000)
    told: list[int] = []
    import_file(path, progress=told.append)
    assert max(told) >= 5000

    def stop(done: int) -> None:
        if done >= 2000:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        import_file(path, progress=stop)
