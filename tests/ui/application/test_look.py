"""Language and colours, and the first start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.timeline.axis.time_span import TimeSpan
from tests.ui.windows import (
    PLAIN,
    TALKS,
    chronology_data,
    open_application,
    open_made_up,
    settle,
    texts,
)


def test_the_language_changes_without_a_restart(whole: Application) -> None:
    whole.state.select(TALKS)
    whole.settings.value = replace(whole.settings.value, language="es")
    settle()
    assert whole.state.language == "es"
    assert "LO QUE DICE LA FUENTE" in texts(whole.window.event_panel)
    assert "Talks on Cerrón (es)" in texts(whole.window.event_panel, "event_title")
    assert whole.window.actions_by_id["quit"].text() == "Salir"
    whole.settings.value = replace(whole.settings.value, language="en")
    settle()
    assert "WHAT THE SOURCE SAYS" in texts(whole.window.event_panel)


def test_plurals_are_right_in_both_languages(whole: Application) -> None:
    state = whole.state
    state.only("sectors", "security")
    state.set_text("visit")
    assert "1 event" in texts(whole.window.top_bar, "search_hits")
    whole.settings.value = replace(whole.settings.value, language="es")
    settle()
    assert "1 hecho" in texts(whole.window.top_bar, "search_hits")
    state.clear_filters()
    state.set_text("trade")
    assert "2 hechos" in texts(whole.window.top_bar, "search_hits")


def test_another_theme_keeps_the_view(whole: Application) -> None:
    timeline = whole.window.timeline
    timeline.show_span(TimeSpan(731_000.0, 733_000.0), animate=False)
    whole.settings.value = replace(whole.settings.value, theme="dark")
    settle()
    assert whole.window.timeline is timeline  # it is restyled in place
    assert whole.window.timeline.visible_span() == TimeSpan(731_000.0, 733_000.0)
    assert whole.shell.theme.is_dark


def test_words_above_the_actors_stay_in_another_theme(whole: Application) -> None:
    typed = whole.window.filters.findChild(QLineEdit, "actor_search")
    assert isinstance(typed, QLineEdit)
    typed.setText("cos")
    whole.settings.value = replace(whole.settings.value, theme="dark")
    settle()
    kept = whole.window.filters.findChild(QLineEdit, "actor_search")
    assert kept is not typed
    assert isinstance(kept, QLineEdit)
    assert kept.text() == "cos"


def test_rebuilding_leaves_nothing_behind(whole: Application) -> None:
    dark = replace(whole.settings.value, theme="dark")
    for settings in (dark, PLAIN, dark, PLAIN):
        whole.settings.value = settings
        settle()
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
    before = len(QApplication.allWidgets())
    for settings in (dark, PLAIN, dark, PLAIN):
        whole.settings.value = settings
        settle()
    QApplication.sendPostedEvents(None, 52)
    assert len(QApplication.allWidgets()) <= before


def test_the_hint_goes_with_the_first_selection(qtbot: QtBot, tmp_path: Path) -> None:
    made = open_application(qtbot, open_made_up(tmp_path), replace(PLAIN, hint_seen=False))
    hint = made.window.notices.findChild(QWidget, "hint")
    assert isinstance(hint, QWidget)
    assert hint.isVisible()
    made.state.select(TALKS)
    assert not hint.isVisible()
    assert made.settings.value.hint_seen
    made.shell.close()


def test_a_chronology_without_events_opens_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    made = open_application(qtbot, open_made_up(tmp_path, {"events": []}))
    notice = made.window.notices.findChild(QWidget, "empty_chronology")
    assert isinstance(notice, QWidget)
    assert notice.isVisible()
    said = "This chronology has no events yet. Ctrl+N makes one, Ctrl+O opens another chronology."
    assert said in texts(made.window.widget)
    made.shell.close()


def test_text_of_a_file_is_never_markup(qtbot: QtBot, tmp_path: Path) -> None:
    bad = "<img src=file:///etc/passwd>" + "x" * 5000
    content = chronology_data()
    for event in content["events"]:
        event["summary"] = bad
    made = open_application(qtbot, open_made_up(tmp_path, content))
    made.state.select(TALKS)
    settle()
    for label in made.window.widget.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or "<img" not in label.text()
    for pushed in made.window.widget.findChildren(QPushButton):
        assert "<img" not in pushed.toolTip()
    made.shell.close()
