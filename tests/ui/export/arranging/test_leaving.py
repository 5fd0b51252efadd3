"""Going to another subject and closing: nothing that was arranged is lost unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.views import SavedView, ViewsFile
from peru_timeline.pictures.export_choice import ExportChoice
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.view import View, is_same_look, saved_view, view_of, whole_span
from peru_timeline.ui.export.arranging.parts import Part
from peru_timeline.ui.export.export_dialog import ExportDialog
from peru_timeline.ui.export.subject_fields import KeptViews
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.export.arranging.previews import EVENT, QUERY, SPAN, Kept, index, preview_of
from tests.ui.subjects import subject_of


def highlight(dialog: ExportDialog) -> None:
    dialog.refresh()
    preview_of(dialog).choose(Part("event", index(dialog)))
    QTest.keyClick(preview_of(dialog), Qt.Key.Key_H)


def choose(dialog: ExportDialog, text: str) -> None:
    what = dialog.form.chosen.what
    what.setCurrentIndex(what.findText(text))


def close(dialog: ExportDialog, answer: str) -> str:
    """Close the dialog, answer its question, and return what it asked; "" if it did not."""
    asked = []

    def answered() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            box.findChild(QPushButton, answer).click()  # type: ignore[union-attr]

    QTimer.singleShot(0, answered)
    dialog.reject()
    QApplication.processEvents()
    return "".join(asked)


@pytest.mark.parametrize(
    ("answer", "stays", "saved"),
    [("cancel", True, 0), ("do_not_keep", False, 0), ("keep", False, 1)],
)
def test_closing_asks_for_what_is_not_kept(
    qtbot: QtBot, dialog: ExportDialog, kept: Kept, answer: str, stays: bool, saved: int
) -> None:
    choose(dialog, "View: Chancay")
    highlight(dialog)
    assert "“Chancay”" in close(dialog, answer)
    assert dialog.isVisible() is stays
    assert len(kept.saved) == saved
    if saved:
        (view,) = kept.saved[0].views
        assert view.picture is not None
        assert view.picture.of(EVENT).look == "highlighted"


def test_a_view_that_was_left_is_as_it_was_left_and_asked_for(
    qtbot: QtBot, dialog: ExportDialog, kept: Kept
) -> None:
    choose(dialog, "View: Chancay")
    highlight(dialog)
    choose(dialog, "Whole chronology")
    assert dialog.form.edits.of(EVENT).look is None
    choose(dialog, "View: Chancay")
    assert dialog.form.edits.of(EVENT).look == "highlighted"
    dialog._arranger.undo()
    assert dialog.form.edits.of(EVENT).look is None
    dialog._arranger.redo()
    choose(dialog, "Whole chronology")
    assert "“Chancay”" in close(dialog, "cancel")
    assert dialog.form.chosen.what.currentText() == "View: Chancay"


def test_what_belongs_to_no_view_is_asked_for_too(
    qtbot: QtBot, dialog: ExportDialog, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    highlight(dialog)
    choose(dialog, "View: Chancay")  # the question is of what was left
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args: ("Port", True))
    assert "no saved view" in close(dialog, "keep")
    made = kept.saved[-1].views[-1]
    assert (made.name, made.query) == ({"en": "Port"}, QUERY)
    assert not dialog.isVisible()


def test_nothing_is_asked_where_nothing_would_be_lost(qtbot: QtBot, dialog: ExportDialog) -> None:
    choose(dialog, "View: Chancay")
    choose(dialog, "Whole chronology")
    dialog.form._title.setText("For this picture alone")
    assert close(dialog, "cancel") == ""
    assert not dialog.isVisible()


@pytest.mark.parametrize(("selection", "what"), [(EVENT, "View: Chancay"), (None, "As on screen")])
def test_the_view_that_the_window_shows_is_chosen(
    qtbot: QtBot, opened: OpenChronology, kept: Kept, selection: str | None, what: str
) -> None:
    saved = SavedView.model_validate(
        {"name": {"en": "Chancay"}, "query": {"text": "chancay"}, "span": "2018/2023", "selection": EVENT}
    )  # fmt: skip
    views = ViewsFile(chronology=opened.chronology.id, title={"en": "Mine"}, views=(saved,))
    look = view_of(saved)
    subject = subject_of(opened, QUERY)
    whole = whole_span(opened.chronology, opened.columns)
    shown = replace(look, span=look.drawn_span(whole), exact=True, selection=selection)
    known = KeptViews(views, opened.facets, kept.keep)
    choice = ExportChoice(form="png", style="full")
    made = ExportDialog(None, LIGHT, replace(subject, view=shown), (1000, 600), choice, kept=known)
    qtbot.addWidget(made)
    assert made.form.chosen.what.currentText() == what
    assert made.choice.style == ("audience" if selection else "full")
    assert made.form.draft.headline == ("Chancay" if selection else "Peru 1992–2023")


def test_a_view_that_was_just_saved_is_the_look_on_the_screen() -> None:
    shown = View(span=TimeSpan(736_695.3, 738_886.0), query=QUERY)
    again = view_of(saved_view(shown, {"en": "Mine"}, None))
    assert is_same_look(again, shown, SPAN)
    assert not is_same_look(replace(again, even_time=True), shown, SPAN)
    assert not is_same_look(again, replace(shown, span=SPAN.zoom(1.25, 737_000.0)), SPAN)
