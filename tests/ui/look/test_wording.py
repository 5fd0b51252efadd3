"""Faults in Spanish: every sentence there is, and every fault that the other tests know how to make."""

from __future__ import annotations

import errno
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.dates.event_date import DateError, parse_date
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.faults.messages import Message, Template
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.faults.system_reasons import (
    ERRNO_SENTENCES,
    NO_NAME,
    NO_TEXT,
    system_reason,
)
from peru_timeline.chronology.loader import load_chronology, parse_chronology
from peru_timeline.chronology.review.verification import verify
from peru_timeline.chronology.views import parse_views
from peru_timeline.paths import default_chronology, translations_dir
from peru_timeline.pictures.refusals import Refusal
from peru_timeline.pictures.sizes import NAMED, SizeError, of_pixels, parse_size
from peru_timeline.ui.look.wording import reason_of, translated
from peru_timeline.ui.session.faults_dialog import FaultsDialog
from tests.chronology import test_loader, test_loading_any_file, test_views
from tests.chronology.dates import test_event_date
from tests.chronology.made_up import small
from tests.chronology.review import test_documents
from tests.robust.hostile_files import SMALL_FILES
from tests.ui.windows import PLAIN, chronology_data, open_application, open_made_up, settle

ALL_WORDS = [
    *(v for owner in (Sentences, Refusal) for v in vars(owner).values() if isinstance(v, Template)),
    *(NO_NAME, NO_TEXT, *ERRNO_SENTENCES.values()),
]
SAME = {
    Sentences.PARAGRAPH,
    Sentences.ACTOR_NAMED,
    Sentences.SECTOR_NAMED,
    Sentences.PLACE_AND_FIELD,
    Sentences.AND_PATH,
    Sentences.FIELD_FAULT,
}
"""What is written alike in both languages."""


@pytest.fixture
def _spanish(qapp: QCoreApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load("peru_timeline_es", str(translations_dir()))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("_spanish")
@pytest.mark.parametrize("words", ALL_WORDS, ids=str)
def test_every_sentence_is_there_in_spanish_and_takes_its_values(words: Template) -> None:
    places = {int(place) for place in re.findall(r"\{(\d)\}", words)}
    values = [f"<{place}>" for place in range(len(places))]
    told = translated(words.of(*values))
    assert places == set(range(len(places)))
    assert (told == words.of(*values)) == (words in SAME)
    assert all(told.count(value) == 1 for value in values)


# Of the English sentences what stands between the values, where the Spanish has something else.
def english_pieces() -> set[str]:
    spanish = "\n".join(QCoreApplication.translate("Faults", words) for words in ALL_WORDS)
    pieces = {
        piece.strip(' ;:,.()"“”')
        for words in set(ALL_WORDS) - SAME
        for piece in re.split(r"\{\d\}|such as .*", words)
    }
    return {piece for piece in pieces if " " in piece and piece not in spanish}


def all_messages(message: str) -> Iterator[Message]:
    if isinstance(message, Message):
        yield message
        for value in message.values:
            yield from all_messages(value)


def wrong_file(content: bytes) -> ChronologyError:
    with pytest.raises(ChronologyError) as caught:
        parse_chronology(content, "made-up.chronology")
    return caught.value


def files_with_a_fault() -> Iterator[ChronologyError]:
    for change, _ in test_loader.ONE_FAULT:
        raw = small()
        change(raw)
        yield wrong_file(json.dumps(raw).encode())
    for content, _ in test_loading_any_file.NO_CHRONOLOGIES:
        yield wrong_file(content)


def hostile_files(folder: Path) -> Iterator[ChronologyError]:
    for number, hostile in enumerate(SMALL_FILES):
        own = folder / str(number)
        own.mkdir()
        try:
            load_chronology(hostile.make(own))
        except ChronologyError as error:
            yield error


def views_with_a_fault() -> Iterator[ChronologyError]:
    peru = load_chronology(default_chronology())
    contents = [test_views.made(peru, **changes) for changes, _ in test_views.ONE_FAULT]
    contents += [b"[]", b'{"format": "views/2"}', test_views.made(peru, span=7)]
    contents.append(test_views.made(peru).replace(peru.id.encode(), b"another"))
    for content in contents:
        with pytest.raises(ChronologyError) as caught:
            parse_views(content, "a.views.json", peru)
        yield caught.value


def assert_spanish(error: ChronologyError) -> None:
    pieces = english_pieces()
    for fault in error.faults[:50]:
        assert {message.template for message in all_messages(fault.message)} <= set(ALL_WORDS)
        told = fault.translated(translated)
        assert told != str(fault)
        assert not [piece for piece in pieces if piece in told], told


@pytest.mark.usefixtures("_spanish")
def test_a_file_with_a_fault() -> None:
    for error in files_with_a_fault():
        assert_spanish(error)


@pytest.mark.usefixtures("_spanish")
@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of POSIX")
def test_a_hostile_file(tmp_path: Path) -> None:
    errors = list(hostile_files(tmp_path))
    assert len(errors) > 100
    for error in errors:
        assert_spanish(error)


@pytest.mark.usefixtures("_spanish")
def test_a_file_of_views_with_a_fault() -> None:
    for error in views_with_a_fault():
        assert_spanish(error)


@pytest.mark.usefixtures("_spanish")
@pytest.mark.parametrize(("text", "_part"), test_event_date.NO_DATES)
def test_what_is_no_date(text: str, _part: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert isinstance(caught.value.args[0], Message)
    assert reason_of(caught.value) == translated(caught.value.args[0]) != str(caught.value)


@pytest.mark.usefixtures("_spanish")
def test_a_quotation_that_does_not_stand_in_its_document() -> None:
    chronology = test_documents.chronology_of(
        test_documents.GOOD, {"quote": "Tunnels were dug under the harbour"}
    )
    (fault,) = verify(chronology, {"gazette": test_documents.DOCUMENT}).faults
    assert fault.translated(translated) == (
        "quay-built, evidence[1], gazette: "
        "no está en el documento: “Tunnels were dug under the harbour”"
    )


@pytest.mark.usefixtures("_spanish")
def test_a_size_nothing_can_be_drawn_in() -> None:
    with pytest.raises(SizeError) as caught:
        of_pixels(10, 20)
    assert reason_of(caught.value) == "una imagen tiene de 320 a 16384 píxeles por lado, no 10x20"
    with pytest.raises(SizeError) as caught:
        parse_size("{0}")
    names = ", ".join(NAMED)
    assert reason_of(caught.value) == f'"{{0}}" no es un tamaño como 1600x900, 297x210mm, {names}'


@pytest.mark.usefixtures("_spanish")
def test_memory_that_is_not_there() -> None:
    assert reason_of(MemoryError((3, 4))) == "No hay memoria suficiente."


@pytest.mark.usefixtures("_spanish")
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "no hay permiso"),
        (OSError(errno.ENOSPC, "No space left on device"), "no queda espacio en el disco"),
        (OSError(errno.ECHILD, "what only the system knows"), "what only the system knows"),
        (
            UnicodeEncodeError("utf-8", "\ud800", 0, 1, "no"),
            "un texto contiene medio carácter (un sustituto suelto)",
        ),
        (ValueError("embedded null byte"), "ningún archivo puede llamarse así"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_the_system_says(error: OSError | ValueError, words: str) -> None:
    assert translated(system_reason(error)) == words


def test_settings_that_cannot_be_kept(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    place = tmp_path / "in the way" / "settings.json"
    whole = open_application(qtbot, open_made_up(tmp_path), replace(PLAIN, language="es"), place)
    whole.settings.save()
    said = whole.window.status.currentMessage()
    whole.settings.value = PLAIN
    settle()  # takes the Spanish from the application
    assert said == "No se pudieron guardar los ajustes: el archivo ya existe"


def test_the_window_tells_it_in_its_language_and_copies_the_same(
    qtbot: QtBot, tmp_path: Path
) -> None:
    whole = open_application(qtbot, open_made_up(tmp_path), replace(PLAIN, language="es"))
    bad = tmp_path / "bad.chronology"
    bad.write_text(json.dumps(chronology_data() | {"version": 3, "colour": 1}), encoding="utf-8")
    whole.open(bad)
    (dialog,) = [d for d in whole.shell.findChildren(FaultsDialog) if d.isVisible()]
    listed, copy = (
        dialog.findChild(QPlainTextEdit, "faults"),
        dialog.findChild(QWidget, "copy_faults"),
    )
    assert isinstance(listed, QPlainTextEdit)
    assert isinstance(copy, QWidget)
    faults = ["version: debe ser un texto, no 3", "colour: clave desconocida"]
    assert listed.toPlainText().splitlines() == faults
    copy.click()  # type: ignore[attr-defined]
    assert QGuiApplication.clipboard().text() == "\n  ".join([f"{bad}:", *faults])
    dialog.reject()
    whole.settings.value = replace(whole.settings.value, language="en")
    settle()
    whole.state.opened.path.write_text('{"format": ', encoding="utf-8")
    whole.reload()
    (dialog,) = [d for d in whole.shell.findChildren(FaultsDialog) if d.isVisible()]
    listed = dialog.findChild(QPlainTextEdit, "faults")
    assert isinstance(listed, QPlainTextEdit)
    assert listed.toPlainText().startswith("line 1, column 12: the file ends too early")
    dialog.reject()
