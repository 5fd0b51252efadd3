"""Quoting documents in the whole program: from an empty chronology to events with words from a note and from a PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.text import in_language
from peru_timeline.ui.state.open_chronology import open_chronology
from tests.chronology.documents.pdfs import pdf_of
from tests.ui.editing.answering import answer
from tests.ui.window.quotes import EMPTY, FIRST, NOTE, SECOND, THIRD, button, opened, said, select
from tests.ui.windows import PLAIN, open_application, open_made_up, settle, texts


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> Application:
    path = tmp_path / "mine.chronology"
    path.write_text(EMPTY, encoding="utf-8")
    return open_application(qtbot, open_chronology(path), path=tmp_path / "settings.json")


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


def test_from_nothing_to_quotations_from_a_note_and_a_pdf(
    whole: Application, note: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.pdf"
    report.write_bytes(pdf_of(["Nothing."], [f"On 3 June 2012 {THIRD} to", "the navy of Peru."]))
    window, path = whole.window, whole.state.opened.path
    dialog = opened(whole, note)
    assert not button(dialog, "new_from_quote").isEnabled()
    select(dialog, FIRST)
    assert said(dialog).startswith("10 words · Ships, ¶ 2 · 0 % of the text quoted now, 3")
    assert not button(dialog, "add_quote").isEnabled()  # there is no event yet
    button(dialog, "new_from_quote").click()
    assert window.event_panel.form is not None  # its title and date are written next
    assert window.actions_by_id["undo"].text() == "Undo: new event from a quotation"
    select(dialog, SECOND)
    button(dialog, "add_quote").click()
    dialog = opened(whole, report)
    select(dialog, THIRD)
    assert "6 words · p. 2, ¶ 1" in said(dialog)
    button(dialog, "add_quote").click()
    window.actions_by_id["save"].trigger()

    saved = load_chronology(path)
    (event,) = saved.events
    assert [(e.quote, e.section, e.paragraph) for e in event.evidence] == [
        (FIRST, "Ships", 2),
        (SECOND, "Money", 1),
        (THIRD, "p. 2", 1),
    ]
    gazette, navy = saved.sources
    assert (gazette.author, gazette.publisher, gazette.language) == (
        ("Ana Paz",),
        "The Gazette",
        "en",
    )
    assert gazette.issued is not None
    assert gazette.issued.edtf == "2012-05-27"
    assert gazette.document is not None
    assert (gazette.document.file, gazette.document.words) == ("note.md", 29)
    assert in_language(navy.title or {}, "en") == "A report"
    assert NOTE[-60:] not in path.read_text(encoding="utf-8")  # the text stays on this machine

    whole.open(path)  # reopened: known by its checksum, found again
    note.rename(tmp_path / "another name.md")
    dialog = opened(whole, tmp_path / "another name.md")
    assert dialog.source == gazette.id
    assert [s.cursor.selectedText() for s in dialog.view.extraSelections()] == [FIRST, SECOND]
    checked = window.texts.verification()
    assert (checked.checked, checked.unchecked, checked.faults) == (3, 0, ())


def test_quoting_is_one_step_that_undo_takes_back(whole: Application, note: Path) -> None:
    dialog = opened(whole, note)
    select(dialog, FIRST)
    button(dialog, "new_from_quote").click()
    assert (len(whole.state.opened.chronology.events), dialog.source) == (1, "the-gazette-2012")
    whole.window.actions_by_id["undo"].trigger()
    assert (len(whole.state.opened.chronology.events), dialog.source) == (0, None)
    assert whole.state.opened.chronology.sources == ()
    assert dialog.tabs.count() == 2  # the fields of the source are asked for again


def test_what_is_no_quotation_is_told_with_numbers(whole: Application, note: Path) -> None:
    dialog = opened(whole, note)
    assert said(dialog) == "Select 5 to 40 words to quote them. 0 quotations from this text."
    for words, told in (
        ("the first", "Not a quotation: has 2 words; a quotation must have 5 to 40."),
        (NOTE[NOTE.index("Nothing") : NOTE.index("the first")], "lies within one paragraph"),
    ):
        select(dialog, words)
        assert told in said(dialog)
        assert not button(dialog, "new_from_quote").isEnabled()
    select(dialog, "In May 2012 " + FIRST + " of Chancay.")
    assert "15 words" in said(dialog)
    assert "too much, please quote less" in said(dialog)


def test_the_citation_is_a_proposal_that_the_reader_corrects(
    whole: Application, note: Path
) -> None:
    dialog = opened(whole, note)
    assert texts(dialog, "cited") == [
        "New source: Ana Paz, The harbour of Chancay, The Gazette, 2012-05-27"
    ]
    issued = dialog.findChild(QLineEdit, "issued")
    assert isinstance(issued, QLineEdit)
    dialog.tabs.setCurrentWidget(dialog.fields)
    issued.selectAll()
    QTest.keyClicks(issued, "c. May")
    select(dialog, FIRST)
    told = answer("close")
    button(dialog, "new_from_quote").click()
    settle()
    assert told == ["message_dialog"]  # no date; nothing was changed
    assert whole.state.opened.unsaved is None
    issued.selectAll()
    QTest.keyClicks(issued, "early May 2012")
    button(dialog, "new_from_quote").click()
    (source,) = whole.state.opened.chronology.sources
    assert source.issued is not None
    assert source.issued.edtf == "[2012-05-01..2012-05-10]"


def test_marks_lead_to_events_and_cards_back_to_the_place(whole: Application, note: Path) -> None:
    dialog = opened(whole, note)
    select(dialog, FIRST)
    button(dialog, "new_from_quote").click()
    select(dialog, SECOND)
    button(dialog, "new_from_quote").click()
    events = whole.state.opened.chronology.event_index
    whole.state.select(None)
    cursor = dialog.view.textCursor()
    cursor.setPosition(dialog.view.toPlainText().index("loan"))
    dialog.view.setTextCursor(cursor)
    at = dialog.view.cursorRect().center() + QPoint(3, 0)
    QTest.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert whole.state.selection == events["new-event-2"]
    QTest.keyClick(dialog, Qt.Key.Key_F6)  # the next after the last is the first
    assert whole.state.selection == events["new-event"]
    whole.window.texts.show_context(events["new-event-2"], 0)
    assert dialog.view.extraSelections()[-1].cursor.selectedText() == SECOND


def test_what_cannot_be_read_is_told(whole: Application, tmp_path: Path) -> None:
    for name, content in (("a.pdf", b"%PDF-1.4 and no more"), ("a.txt", b"\0\1")):
        (tmp_path / name).write_bytes(content)
        told = answer("close")
        whole.window.quoting.open(tmp_path / name)
        assert told == ["message_dialog"]
    told = answer("close")
    whole.window.quoting.open(tmp_path / "nowhere.md")
    assert told == ["message_dialog"]
    assert whole.window.quoting.dialog is None


def test_what_was_copied_in_a_browser_brings_its_address(whole: Application) -> None:
    copied = QMimeData()
    copied.setHtml(f"<html><body><!--StartFragment--><p>{SECOND} at last.</p><!--EndFragment-->")
    copied.setText(SECOND)
    copied.setData("chromium/x-source-url", b"https://example.org/loan")
    QGuiApplication.clipboard().setMimeData(copied)
    whole.window.actions_by_id["quote_clipboard"].trigger()
    dialog = whole.window.quoting.dialog
    assert dialog is not None
    select(dialog, SECOND)
    button(dialog, "new_from_quote").click()
    (source,) = whole.state.opened.chronology.sources
    assert source.url == "https://example.org/loan"
    assert "Copied from the web on 2" in str(source.note)
    QGuiApplication.clipboard().clear()
    told = answer("close")
    whole.window.actions_by_id["quote_clipboard"].trigger()
    assert told == ["message_dialog"]


def test_a_document_closes_with_its_chronology(
    qtbot: QtBot, whole: Application, note: Path, tmp_path: Path
) -> None:
    dialog = opened(whole, note)
    (tmp_path / "other").mkdir()
    whole.open(open_made_up(tmp_path / "other").path)
    qtbot.waitUntil(lambda: whole.window.quoting.dialog is None)
    assert not dialog.isVisible()


def test_the_file_is_asked_for(
    whole: Application, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(note), ""))
    whole.window.actions_by_id["quote_document"].trigger()
    assert whole.window.quoting.dialog is not None


@pytest.mark.parametrize(
    ("name", "pressed", "is_quoted"),
    [("a.pdf", None, True), ("a.md", "quote", True), ("a.md", "close", False)],
)
def test_a_document_that_is_dropped_is_quoted(
    whole: Application, tmp_path: Path, name: str, pressed: str | None, is_quoted: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(pdf_of([FIRST]) if name == "a.pdf" else NOTE.encode())
    told = [] if pressed is None else answer(pressed)
    whole.shell.file_dropped.emit(path)
    settle()
    assert told == ([] if pressed is None else ["dropped_dialog"])
    assert (whole.window.quoting.dialog is not None) == is_quoted


def test_a_list_of_events_that_is_dropped_is_imported(
    whole: Application, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported: list[Path] = []
    monkeypatch.setattr(whole.files._imports, "start", imported.append)
    answer("import")
    whole.shell.file_dropped.emit(note)
    assert imported == [note]
    assert whole.window.quoting.dialog is None


def test_a_small_screen_and_large_text_leave_room_for_the_text(
    qtbot: QtBot, tmp_path: Path, note: Path
) -> None:
    settings = replace(PLAIN, text_scale=2.0)
    (tmp_path / "made").mkdir()
    whole = open_application(qtbot, open_made_up(tmp_path / "made"), settings)
    whole.shell.resize(1024, 600)
    settle()
    dialog = opened(whole, note)
    room = whole.shell.frameGeometry()  # as small as the parts of the window let it be
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert dialog.view.height() >= 3 * dialog.view.fontMetrics().height()
