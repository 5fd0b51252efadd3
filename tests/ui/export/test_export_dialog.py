"""The export dialog: files are written whole or not at all, and faults are reported."""

from __future__ import annotations

from pathlib import Path

import pptx
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLabel, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.query import Query
from peru_timeline.chronology.views import load_views
from peru_timeline.paths import seeds_dir
from peru_timeline.pictures.export_choice import (
    PICTURES,
    SHEETS,
    WRITTEN,
    ExportChoice,
    load_choice,
    save_choice,
)
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.webpage.page_data import Story
from peru_timeline.ui.export.export_dialog import ExportDialog
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.subjects import subject_of


def dialog_of(qtbot: QtBot, subject: Subject, **choice: object) -> ExportDialog:
    dialog = ExportDialog(None, LIGHT, subject, (1000, 600), ExportChoice(**choice))  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    return dialog


@pytest.mark.parametrize("form", [*PICTURES, "pptx", *SHEETS, "page", *WRITTEN])
def test_each_form_is_written(
    qtbot: QtBot, opened: OpenChronology, tmp_path: Path, form: str
) -> None:
    subject = subject_of(opened, Query(sectors=frozenset({"energy"})))
    dialog = dialog_of(qtbot, subject, form=form, what="whole", scale=1, size="a4")
    path = tmp_path / f"out{dialog.choice.ending}"
    assert dialog.save(path)
    assert path.stat().st_size > 100
    assert list(tmp_path.glob(".*")) == []


def test_a_page_of_too_many_events_is_refused_before_anything_is_saved(
    qtbot: QtBot, subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peru_timeline.pictures.webpage.page_html.MOST_EVENTS", 10)
    dialog = dialog_of(qtbot, subject, form="page", what="whole")
    said = dialog.findChild(QLabel, "export_message")
    saving = dialog.findChild(QPushButton, "export_save")
    assert said is not None
    assert saving is not None
    assert "at most 10 events, not 217" in said.text()
    assert not saving.isEnabled()


@pytest.mark.parametrize(("form", "shown"), [("png", True), ("page", False), ("csv", False)])
def test_nothing_is_called_a_preview_where_there_is_none(
    qtbot: QtBot, subject: Subject, form: str, shown: bool
) -> None:
    heading = dialog_of(qtbot, subject, form=form).findChild(QLabel, "export_heading")
    assert heading is not None
    assert heading.isHidden() is not shown


def test_a_failed_export_leaves_what_was_there(
    qtbot: QtBot, subject: Subject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "old.png"
    path.write_bytes(b"old")
    dialog = dialog_of(qtbot, subject)
    monkeypatch.setattr("peru_timeline.files.os.fsync", full)
    assert not dialog.save(path)
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == ["old.png"]
    assert "No space left" in dialog._message.text()


def test_a_large_picture_can_be_stopped_and_leaves_nothing(
    qtbot: QtBot, subject: Subject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peru_timeline.ui.paint.files.png_file.BAND_PIXELS", 1600 * 100)
    monkeypatch.setattr("peru_timeline.ui.export.export_dialog.WAIT_SHOWN_MS", 0)
    dialog = dialog_of(qtbot, subject, form="png", scale=1)
    dialog.show()

    def stop() -> None:
        waiting = dialog.findChild(QProgressDialog, "export_progress")
        assert waiting is not None
        waiting.cancel()

    QTimer.singleShot(0, dialog, stop)
    assert not dialog.save(tmp_path / "out.png")
    assert list(tmp_path.iterdir()) == []
    assert dialog._message.text() == "Stopped; nothing was written."


def test_what_cannot_be_drawn_is_told_and_not_saved(qtbot: QtBot, subject: Subject) -> None:
    dialog = dialog_of(qtbot, subject, what="span", size="16:9")
    for text in ("soon", "2013", ""):
        dialog.form.chosen._first.setText(text)
        dialog.form.chosen._last.setText("2009")
        dialog.refresh()
        assert not dialog._save.isEnabled()
        assert len(dialog._message.text()) > 10
    dialog.form.chosen._first.setText("2009")
    dialog.form.chosen._last.setText("2013-05")
    dialog.refresh()
    assert dialog._save.isEnabled()
    dialog.form._size.setEditText("17 elephants")
    dialog.refresh()
    assert "not a size" in dialog._message.text()


def test_the_dialog_remembers_its_choices(qtbot: QtBot, subject: Subject, tmp_path: Path) -> None:
    dialog = dialog_of(qtbot, subject, form="svg", size="420x297mm", theme="dark", legend=False)
    assert dialog.choice.form == "svg"
    assert dialog.choice.size == "420x297mm"
    assert not dialog.choice.legend
    save_choice(tmp_path / "export.json", dialog.choice)
    assert load_choice(tmp_path / "export.json")[0] == dialog.choice
    (tmp_path / "export.json").write_text("{", "utf-8")
    assert load_choice(tmp_path / "export.json")[0] == ExportChoice()


def test_slides_take_a_template_and_renew_a_deck(
    qtbot: QtBot, subject: Subject, tmp_path: Path
) -> None:
    template = tmp_path / "ours.pptx"
    pptx.Presentation().save(str(template))
    choice = ExportChoice(form="pptx", events="none", template=str(template))
    dialog = ExportDialog(None, LIGHT, subject, (1600, 900), choice)
    qtbot.addWidget(dialog)
    assert dialog.choice.template == str(template)
    out = tmp_path / "deck.pptx"
    assert dialog.save(out)
    first = len(pptx.Presentation(str(out)).slides)
    assert dialog.save(out)
    assert len(pptx.Presentation(str(out)).slides) == first
    dialog.form._rest.setChecked(True)
    assert dialog.choice.rest
    assert dialog.save(out)
    assert len(pptx.Presentation(str(out)).slides) == first + 1
    before = template.read_bytes()
    assert not dialog.save(template)  # a deck that is not ours
    assert template.read_bytes() == before
    dialog.form._template.take("")
    assert dialog.choice.template == ""
    template.unlink()
    dialog.form._template.take(str(template))
    assert not dialog.save(tmp_path / "other.pptx")
    assert not (tmp_path / "other.pptx").exists()


def test_a_web_page_tells_the_saved_views_if_the_reader_wishes(
    qtbot: QtBot, opened: OpenChronology, tmp_path: Path
) -> None:
    subject = subject_of(opened, Query(sectors=frozenset({"energy"})))
    views = load_views(seeds_dir() / "peru-1992-2023.views.json", opened.chronology)
    choice = ExportChoice(form="page", what="whole")
    dialog = ExportDialog(None, LIGHT, subject, (1000, 600), choice, Story(views, opened.facets))
    qtbot.addWidget(dialog)
    told = dialog.findChild(QCheckBox, "export_story")
    assert told is not None
    assert told.isVisibleTo(dialog)
    caption = (views.views[0].caption or {})["en"]
    for wished in (True, False):
        told.setChecked(wished)
        assert dialog.save(tmp_path / "page.html")
        assert (caption in (tmp_path / "page.html").read_text(encoding="utf-8")) == wished
    picture = dialog_of(qtbot, subject, form="png")
    hidden = picture.findChild(QCheckBox, "export_story")
    assert hidden is not None
    assert not hidden.isVisibleTo(picture)
