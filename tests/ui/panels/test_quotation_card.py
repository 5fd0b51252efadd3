"""Quotations in the event panel: shown as plain text, copied, cited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.panels.parts import button
from tests.ui.windows import PORT, VISIT


def test_markup_in_a_quotation_is_text(qtbot: QtBot, whole: MainWindow, state: ViewState) -> None:
    state.select(VISIT)
    quotes = whole.event_panel.findChildren(QLabel, "quotation")
    assert quotes[1].textFormat() == Qt.TextFormat.PlainText
    state.set_text("port")

    def marked_card() -> QLabel | None:
        quotes = whole.event_panel.findChildren(QLabel, "quotation")
        return next((q for q in quotes if "Lima" in q.text() and "<span" in q.text()), None)

    qtbot.waitUntil(lambda: marked_card() is not None)
    marked = marked_card()
    assert marked is not None
    assert "&lt;b&gt;came&lt;/b&gt;" in marked.text()
    assert ">port</span>" in marked.text()


def test_copy_gives_quotation_and_citation(whole: MainWindow, state: ViewState) -> None:
    state.select(PORT)
    button(whole.event_panel, "copy_quotation").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“they wrote of Port of Chancay begins at some length”\n— ")
    assert "The Paper" in copied
    assert "https://example.org/paper" in copied


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("As text", "“Report of The Paper”"),
        ("APA", "Report of The Paper. ("),
        ("MLA", "“Report of The Paper.” The Paper"),
        ("Chicago", "“Report of The Paper.” The Paper"),
        ("ISO 690", "Report of The Paper, "),
        ("BibTeX", "@"),
        ("RIS", "TY  - "),
        ("CSL-JSON", "["),
    ],
)
def test_a_source_is_cited_in_every_form(
    whole: MainWindow, state: ViewState, form: str, begins: str
) -> None:
    state.select(PORT)
    cite = button(whole.event_panel, "cite_source")
    assert isinstance(cite, QToolButton)
    action = next(action for action in cite.menu().actions() if action.text() == form)
    action.trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(begins), copied
    assert "https://example.org/paper" in copied


def test_the_form_that_was_copied_last_is_ticked_and_comes_by_enter(
    whole: MainWindow, state: ViewState
) -> None:
    def ticked() -> list[str]:
        menu.aboutToShow.emit()
        return [action.text() for action in menu.actions() if action.isChecked()]

    state.select(PORT)
    cite = button(whole.event_panel, "cite_source")
    assert isinstance(cite, QToolButton)
    menu = cite.menu()
    assert ticked() == ["As text"]
    next(action for action in menu.actions() if action.text() == "MLA").trigger()
    assert ticked() == ["MLA"]
    assert menu.activeAction().text() == "MLA"
    copied = QGuiApplication.clipboard().mimeData()
    assert "<i>The Paper</i>" in copied.html()
    assert "<i>" not in copied.text()
    state.select(VISIT)  # another card
    again = button(whole.event_panel, "cite_source")
    assert isinstance(again, QToolButton)
    menu = again.menu()
    assert ticked() == ["MLA"]


def test_only_sources_with_an_address_can_be_opened(whole: MainWindow, state: ViewState) -> None:
    state.select(VISIT)
    found = whole.event_panel.findChildren(QAbstractButton, "open_source")
    assert len(found) == 1
    assert "https://example.org/paper" in found[0].toolTip()
