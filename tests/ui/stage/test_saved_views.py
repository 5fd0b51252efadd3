"""Saved views: naming, keeping, listing."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pptx import Presentation
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.query import Query
from peru_timeline.chronology.views import SavedView, ViewsFile, load_views, own_views_path
from peru_timeline.paths import seeds_dir
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.export.rendering import DeckFiles, story_slides
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.stage.saved_views_dialog import SavedViewsDialog
from peru_timeline.ui.stage.saved_views_file import load_own_views, save_own_views
from peru_timeline.ui.stage.view_naming import ViewNaming, named, renamed
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.subjects import subject_of


def test_views_are_kept_and_the_story_comes_along(opened: OpenChronology) -> None:
    chronology = opened.chronology
    views, trouble = load_own_views(chronology, opened.path)
    assert not trouble
    assert len(views.views) >= 8
    changed = views.with_view(SavedView(name={"en": "Mine"}))
    assert save_own_views(chronology, changed) == ""
    assert own_views_path(chronology).exists()
    assert load_own_views(chronology, opened.path) == (changed, "")


def test_a_damaged_views_file_is_told_and_kept(opened: OpenChronology) -> None:
    place = own_views_path(opened.chronology)
    place.parent.mkdir(parents=True)
    place.write_text("{", "utf-8")
    views, trouble = load_own_views(opened.chronology, opened.path)
    assert views.views == ()
    assert "views.json" in trouble
    assert place.with_name(place.name + ".bad").read_text("utf-8") == "{"
    assert load_own_views(opened.chronology, opened.path)[1] == ""  # said once


def test_a_view_holds_what_is_on_the_screen(qtbot: QtBot, opened: OpenChronology) -> None:
    subject = subject_of(opened, Query(text="oil"), "es").within(
        opened.columns.span or TimeSpan(0, 1)
    )
    dialog = ViewNaming(None, LIGHT, "", "", "Save view", {"Oil"})
    qtbot.addWidget(dialog)
    assert not dialog._save.isEnabled()
    dialog.name.setText("Oil")
    assert "replaces" in dialog._warning.text()
    dialog.name.setText("Petróleo")
    assert dialog._warning.text() == ""
    dialog.caption.setPlainText("Unas palabras")
    view = named(subject.view, "es", *dialog.entered())
    assert view.name == {"es": "Petróleo"}
    assert view.query.text == "oil"
    assert view.days is not None


def test_the_list_of_views_moves_deletes_and_takes(
    qtbot: QtBot, opened: OpenChronology, tmp_path: Path
) -> None:
    story = load_views(seeds_dir() / "peru-1992-2023.views.json", opened.chronology)
    kept: list[object] = []

    def keep(views: object) -> str:
        kept.append(views)
        return ""

    dialog = SavedViewsDialog(None, LIGHT, opened.chronology, story, "en", keep)
    qtbot.addWidget(dialog)
    dialog._move(1)
    assert dialog.views.views[1] == story.views[0]
    dialog._delete()
    assert len(dialog.views.views) == len(story.views) - 1
    dialog.take(seeds_dir() / "peru-1992-2023.views.json")
    assert len(dialog.views.views) == len(story.views)
    dialog.take(tmp_path / "nothing.views.json")
    assert "does not exist" in dialog._said.text()
    assert len(kept) == 3
    for _ in range(3):
        dialog._buttons["undo_views"].click()
    assert dialog.views == story
    assert not dialog._buttons["undo_views"].isEnabled()
    assert kept[-1] == story


def test_a_view_gets_another_name_in_one_language(opened: OpenChronology) -> None:
    story = load_views(seeds_dir() / "peru-1992-2023.views.json", opened.chronology)
    view = renamed(story.views[0], "es", "Otro nombre", "Otras palabras")
    assert view.name == {**story.views[0].name, "es": "Otro nombre"}
    assert view.caption == {**(story.views[0].caption or {}), "es": "Otras palabras"}
    assert renamed(view, "en", "Name", "").caption is None
    assert story.with_view(view).views[0] == view


@pytest.mark.parametrize("with_id", [True, False], ids=["with an id", "from an older file"])
def test_the_slide_of_a_renamed_view_is_renewed_in_place(
    opened: OpenChronology, *, with_id: bool
) -> None:
    views = tuple(
        SavedView(id=f"view-{name}" if with_id else None, name={"en": name}, query=Query(text=name))
        for name in ("chancay", "lithium")
    )
    story = ViewsFile(chronology=opened.chronology.id, title={"en": "T"}, views=views)

    def slides(story: ViewsFile, existing: bytes | None = None) -> tuple[bytes | None, list[str]]:
        files = DeckFiles(existing=existing)
        deck = story_slides(
            story,
            opened.chronology,
            opened.columns,
            opened.facets,
            "en",
            LIGHT,
            files=files,
        )
        found = Presentation(io.BytesIO(deck or b"")).slides
        return deck, [slide.shapes.title.text_frame.text for slide in found]

    before, titles = slides(story)
    assert titles[:2] == ["chancay", "lithium"]
    other = renamed(story.views[0], "en", "A port for China", "")
    after = slides(story.with_change(0, other), before)[1]
    assert after == ["A port for China", *titles[1:]]
