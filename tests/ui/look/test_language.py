"""The translations of the interface: which are installed, and what becomes of their files meanwhile."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject

from peru_timeline import paths
from peru_timeline.ui.look.language import Translations


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the folder of translations, which the program reads instead of its own."""
    copy = tmp_path / "translations"
    shutil.copytree(paths.translations_dir(), copy)
    monkeypatch.setattr(paths, "translations_dir", lambda: copy)
    yield copy
    QLocale.setDefault(QLocale("en"))


def quit_word() -> str:
    return QCoreApplication.translate("Commands", "Quit")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"\xff" * 4_000_000])
def test_a_file_that_is_written_anew_in_place_changes_nothing(folder: Path, content: bytes) -> None:
    """As an update does to a program that runs. Cut short under a mapping, it was a SIGBUS."""
    owner = QObject()
    translations = Translations(owner)
    translations.use("es")
    with (folder / "peru_timeline_es.qm").open("r+b") as file:
        file.truncate(0)
        file.write(content)
    gc.collect()
    assert quit_word() == "Salir"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    translations.use("en")
    assert quit_word() == "Quit"
    translations.use("es")  # what is there now holds no words, and is left out
    assert quit_word() == "Quit"
    translations.use("en")


@pytest.mark.usefixtures("qapp")
def test_without_a_file_the_words_are_english(folder: Path) -> None:
    (folder / "peru_timeline_es.qm").unlink()
    owner = QObject()
    translations = Translations(owner)
    translations.use("es")
    assert quit_word() == "Quit"
    translations.use("en")
