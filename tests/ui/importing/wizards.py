"""Wizards on small files, and how to wait for them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from peru_timeline.ui.importing.import_dialog import ImportDialog
from peru_timeline.ui.importing.pages.text_table import TextTable
from peru_timeline.ui.importing.remembered import Remembered
from peru_timeline.ui.importing.steps import Earlier, Result
from peru_timeline.ui.look.theme import LIGHT, Theme

EVENTS = (
    "Id,Date,Title,Topic,Who,Text\n"
    "a,03/04/2012,Talks begin,Trade,Peru; China,They <b>met</b>.\n"
    "b,05/06/2013,Port planned,Ports,COSCO,\n"
    "c,Whitsun 1901,Old pact,Trade,Peru,\n"
    "d,c. 1850,First ship,Ports,Peru,\n"
)
"""Two dates of which day and month may be swapped, one that nobody understands, and one that is clear."""
TIMELINE_PROJECT = """<?xml version="1.0" encoding="utf-8"?>
<timeline><version>2.3.1 (test 2018)</version><categories><category><name>War</name><color>255,0,0</color>
</category></categories><events>
<event><start>1914-07-28 00:00:00</start><end>1918-11-11 00:00:00</end>
<text>Great War</text><category>War</category></event>
<event><start>1939-09-01 00:00:00</start><end>1945-09-02 00:00:00</end>
<text>Second War</text><category>War</category></event>
</events></timeline>
"""
FOUND, COLUMNS, DATES, RESULT = range(4)


def write(tmp_path: Path, content: str = EVENTS, name: str = "events.csv") -> Path:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return path


def wizard(
    qtbot: QtBot,
    path: Path,
    earlier: Earlier | None = None,
    *,
    theme: Theme = LIGHT,
    language: str = "en",
) -> ImportDialog:
    """A wizard on a file that has been read."""
    remembered = Remembered(path.parent / "remembered")
    made = ImportDialog(None, theme, language, path, remembered, earlier)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    wait(qtbot, made)
    return made


def wait(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Until nothing is computed any more."""
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20_000)


def go_on(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Press Next, and wait for the page."""
    assert dialog.footer.next.isEnabled()
    dialog.footer.next.click()
    wait(qtbot, dialog)


def go_to(qtbot: QtBot, dialog: ImportDialog, page: int) -> None:
    """Press Next until a page is shown."""
    while dialog.page != page:
        go_on(qtbot, dialog)


def combo(dialog: ImportDialog, name: str) -> QComboBox:
    found = dialog.findChild(QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def choose(qtbot: QtBot, dialog: ImportDialog, name: str, answer: object) -> None:
    """Choose an answer as a reader does, and wait for what follows."""
    box = combo(dialog, name)
    place = next(i for i in range(box.count()) if box.itemData(i) == answer)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    wait(qtbot, dialog)


def made_of(dialog: ImportDialog) -> Result:
    assert dialog.made is not None
    return dialog.made


def cells(table: TextTable) -> list[list[str]]:
    columns = range(table.table.columnCount())
    return [[table.table.text(row, c) for c in columns] for row in range(table.table.rowCount())]
