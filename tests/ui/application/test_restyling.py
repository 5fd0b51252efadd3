"""Another theme, language or text size while the reader is at work: nothing is lost, nothing is left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.chronology.views import SavedView, ViewsFile
from peru_timeline.ui.panels.facet_tree import FacetTree
from peru_timeline.ui.stage.saved_views_file import save_own_views
from tests.ui.windows import PLAIN, STRIKE, TALKS, open_application, open_made_up, settle, texts

LOOKS: tuple[dict[str, Any], ...] = (
    {"theme": "dark"},
    {"theme": "light"},
    {"language": "es"},
    {"text_scale": 1.5},
)
"""One after the other, each on top of those before."""
DIALOGS = (
    "export",
    "save_view",
    "saved_views",
    "keys",
    "about",
    "change_keys",
    "verify_quotations",
    "show_palette",
    "print_view",
    "read_in_context",
)


@pytest.fixture(autouse=True)
def screen_reader() -> Iterator[None]:
    """Work as with a screen reader on."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def with_views(whole: Application) -> Application:
    """A chronology with two saved views, one of them with a search."""
    chronology = whole.state.opened.chronology
    views = tuple(
        SavedView.model_validate({"name": {"en": name, "es": f"{name} (es)"}, "query": query})
        for name, query in (("First", {}), ("Second", {"text": "port"}))
    )
    file = ViewsFile(chronology=chronology.id, title=dict(chronology.title), views=views)
    assert save_own_views(chronology, file) == ""
    return whole


def change_look(application: Application, change: dict[str, Any]) -> None:
    application.settings.value = replace(application.settings.value, **change)
    settle()
    forget()


def forget() -> None:
    """Delete what is to be deleted later: Qt itself waits for the event loop."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def in_dialog(act: Callable[[], None], work: Callable[[QDialog], None]) -> None:
    """Open a modal dialog, work in it, and close it."""
    seen: list[QWidget] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog)
        try:
            work(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)
    act()
    assert seen


def typed_in(dialog: QDialog) -> list[str]:
    """What is in every field of a dialog that takes text."""
    return [
        field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        for field in fields(dialog)
    ]


def fields(dialog: QDialog) -> list[QLineEdit | QPlainTextEdit]:
    if isinstance(dialog, QPrintPreviewDialog):
        return []  # its fields say how large the paper is shown
    lines = [field for field in dialog.findChildren(QLineEdit) if not field.isReadOnly()]
    texts = [field for field in dialog.findChildren(QPlainTextEdit) if not field.isReadOnly()]
    return [*lines, *texts]


def with_full_text(application: Application) -> None:
    """Select an event whose quotation can be read in context."""
    application.window.texts._texts = {"paper": "they wrote of Talks on Cerrón at some length"}
    application.state.select(TALKS)
    application.window.refresh()


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_stays_open_with_what_was_typed(with_views: Application, name: str) -> None:
    whole = with_views
    with_full_text(whole)

    def work(dialog: QDialog) -> None:
        for number, field in enumerate(fields(dialog)):
            if isinstance(field, QPlainTextEdit):
                field.setPlainText(f"typed {number}")
            elif field.validator() is None and field.objectName() != "qt_spinbox_lineedit":
                field.setText(f"e{number}")
        before = typed_in(dialog)
        for change in LOOKS:
            change_look(whole, change)
            assert dialog.isVisible()
            assert typed_in(dialog) == before
            assert dialog.palette().window() == QApplication.palette().window()
            whole.state.select(STRIKE if whole.state.selection == TALKS else TALKS)
            settle()

    in_dialog(whole.window.actions_by_id[name].trigger, work)
    settle()
    assert whole.timeline.theme.scale == 1.5
    assert whole.window.actions_by_id["quit"].text() == "Salir"
    with_full_text(whole)  # and every command still works
    again = DIALOGS[(DIALOGS.index(name) + 1) % len(DIALOGS)]
    in_dialog(whole.window.actions_by_id[again].trigger, lambda _dialog: None)
    whole.shell.close()


def test_what_a_dialog_does_in_the_end_is_done(with_views: Application) -> None:
    """A view is saved under the name that was typed before dusk."""
    whole = with_views

    def work(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit, "view_name")
        assert isinstance(field, QLineEdit)
        field.setText("Before dusk")
        change_look(whole, {"theme": "dark"})
        dialog.accept()

    in_dialog(whole.window.saved_views.save_view, work)
    assert whole.window.status.currentMessage() == "View saved"

    def look(dialog: QDialog) -> None:
        names = dialog.findChild(QWidget, "views")
        assert "Before dusk" in names.item(2).text()  # type: ignore[union-attr]

    in_dialog(whole.window.saved_views.show_list, look)
    whole.shell.close()


def test_the_stage_takes_over_another_look_and_stays(with_views: Application) -> None:
    whole = with_views
    whole.window.saved_views.present(1)
    shown = whole.window.saved_views.presentation
    assert shown is not None
    speaker = shown.speaker = shown._new_speaker()  # as with a second screen
    settle()
    assert "Next" in texts(speaker)
    for change in LOOKS:
        change_look(whole, change)
        assert shown.isVisible()
        assert shown.at == 1
        composition = shown.canvas.composition
        assert composition is not None
        assert len(composition.told) + len(composition.left_out) == 2
    assert shown.talk.language == "es"
    assert shown.canvas.accessibleName().startswith("Línea de tiempo «Second (es)»")
    assert not shown.canvas.theme.is_dark
    assert speaker.windowTitle() == "Vista del orador"
    assert "A continuación" in texts(speaker)
    button = speaker.findChild(QPushButton, "speaker_previous_event")
    assert isinstance(button, QPushButton)
    assert button.text() == "◂ Hecho"
    shown.show_view(0)
    shown.close()
    settle()
    assert whole.window.saved_views.presentation is None
    whole.shell.close()


def test_the_reader_stays_where_they_were(whole: Application) -> None:
    whole.shell.activateWindow()
    whole.state.set_text("tra")
    search = whole.window.top_bar.search
    search.setFocus()
    search.setCursorPosition(1)
    tree = whole.window.filters.findChild(FacetTree)
    assert isinstance(tree, FacetTree)
    tree.collapseAll()
    china = tree.model().index(0, 0, tree.model().index(0, 0))
    tree.setExpanded(china.parent(), True)
    tree.setExpanded(china, True)
    whole.timeline.zoom(3)
    whole.timeline.toggle_shelf()
    lanes = whole.timeline._live.lanes
    for change in LOOKS:
        change_look(whole, change)
        now = whole.window.top_bar.search
        assert now is not search
        assert (now.text(), now.cursorPosition()) == ("tra", 1)
        assert whole.shell.focusWidget() is now
        again = whole.window.filters.findChild(FacetTree)
        assert isinstance(again, FacetTree)
        unfolded = again.model().index(0, 0, again.model().index(0, 0))
        assert again.isExpanded(unfolded)
        assert not again.isExpanded(again.model().index(1, 0, unfolded.parent()))
        assert whole.timeline._live.lanes == lanes
    whole.timeline.navigation.back()  # views to come back to are kept, too
    whole.shell.close()


def picture(application: Application) -> QImage:
    application.timeline.canvas.setFocus()
    settle()
    application.window.show_counts()  # they follow a moment later
    settle()
    return application.shell.grab().toImage()


@pytest.mark.parametrize("last", range(1, len(LOOKS) + 1))
def test_what_is_restyled_looks_as_if_it_had_started_so(
    qtbot: QtBot, tmp_path: Path, last: int
) -> None:
    restyled = open_application(qtbot, open_made_up(tmp_path))
    settings = PLAIN
    for change in LOOKS[:last]:
        settings = replace(settings, **change)
        change_look(restyled, change)
    restyled.timeline.refit_lanes()
    before = picture(restyled)
    restyled.shell.hide()
    fresh = open_application(qtbot, open_made_up(tmp_path), settings)
    assert picture(fresh) == before
    restyled.shell.close()
    fresh.shell.close()


def heard(application: Application) -> list[int]:
    """How many listen to each signal of what lives as long as the program."""
    state = application.state
    return [
        *(
            state.receivers(SIGNAL(f"{name}()"))
            for name in (
                "chronology_changed",
                "query_changed",
                "selection_changed",
                "grouping_changed",
                "appearance_changed",
                "keys_changed",
            )
        ),
        application.settings.receivers(SIGNAL("changed()")),
        application.window.exports.receivers(SIGNAL("message(QString)")),
        application.shell.receivers(SIGNAL("state_changed()")),
        sum(
            action.receivers(SIGNAL("changed()"))
            for action in application.window.actions_by_id.values()
        ),
    ]


def test_connections_end_with_their_receivers(whole: Application) -> None:
    for change in LOOKS:
        change_look(whole, change)
    before, widgets = heard(whole), len(QApplication.allWidgets())
    objects = len(whole.findChildren(QObject)) + len(whole.timeline.findChildren(QObject))
    for round_ in range(5):
        for change in LOOKS[: 2 + round_ % 2]:
            change_look(whole, change)
            whole.state.set_text("port" if round_ % 2 else "")
            whole.state.select(round_)
            settle()
    assert heard(whole) == before
    assert len(QApplication.allWidgets()) <= widgets
    after = len(whole.findChildren(QObject)) + len(whole.timeline.findChildren(QObject))
    assert after <= objects
    whole.shell.close()
