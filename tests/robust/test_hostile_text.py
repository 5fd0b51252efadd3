"""Text of a file is shown as text: no markup, nothing read, nothing fetched, and soon."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QMessageBox,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.panels.quotation_card import open_address, web_address
from peru_timeline.ui.state.open_chronology import OpenChronology
from peru_timeline.ui.window.about_dialog import AboutDialog
from tests.chronology.made_up import small
from tests.robust.hostile_texts import ADDRESSES, CANARY, TEXTS, TURNED_DOWN, saying
from tests.ui.windows import open_application, settle

STEP_ALLOWED_SECONDS = 1.0
SLACK = 12.0
"""The promise is a second a step; on a machine with other work the test allows this much more."""


def open_with_text(qtbot: QtBot, text: str) -> Application:
    content = json.dumps(saying(text)).encode()
    return open_application(
        qtbot, OpenChronology(Path("x.chronology"), parse_chronology(content, "x"))
    )


def looked_at(whole: Application) -> Iterator[tuple[str, QWidget]]:
    """Bring up every part that shows text of the file, one after the other."""
    state, window = whole.state, whole.window
    yield "opened", window.widget
    window.actions_by_id["toggle_table"].trigger()
    yield "table", window.widget
    for event in range(len(state.opened.chronology.events)):
        state.select(event)
        yield f"event {event}", window.widget
    state.set_text("more")
    yield "search", window.widget
    state.set_text("")
    state.only("actors", "north")
    yield "filter", window.widget
    state.clear_filters()
    about = AboutDialog(window.widget, LIGHT, state.opened.chronology, "en")
    about.show()
    yield "about", about
    about.close()


def rich_texts(root: QWidget) -> list[str]:
    """What stands somewhere where Qt would read markup, and has markup of the file in it."""
    found: list[str] = []
    widgets = [root, *root.findChildren(QWidget)]
    for widget in widgets:
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            found += _with_markup(widget.text(), f"label {widget.objectName()}")
        if isinstance(widget, QMessageBox | QTextEdit):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
        for tip in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
            found += _with_markup(tip, f"tip of {widget.objectName()}")
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += [
                words
                for index in _indexes(widget)
                for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole)
                for words in _with_markup(index.data(role), f"tip in {widget.objectName()}")
            ]
    for action in root.findChildren(QAction):
        found += _with_markup(action.toolTip(), f"action {action.objectName()}")
    return found


def _indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    waiting = [QModelIndex()]
    while waiting:
        parent = waiting.pop()
        model = view.model()
        for row in range(model.rowCount(parent)):
            for column in range(model.columnCount(parent)):
                index = model.index(row, column, parent)
                yield index
                if column == 0:
                    waiting.append(index)


def _with_markup(text: object, where: str) -> list[str]:
    marks = _OUR_MARKUP.sub("", text) if isinstance(text, str) else ""
    return [f"{where}: {marks[:80]}"] if _MARKUP.search(marks) else []


_OUR_MARKUP = re.compile(r'</?span>|<span style="background-color:#[0-9a-f]{6}">')
_MARKUP = re.compile("<[A-Za-z/!]")


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_shown_as_text_everywhere_and_soon(qtbot: QtBot, name: str) -> None:
    begun = time.process_time()
    whole = open_with_text(qtbot, TEXTS[name])
    took = {}
    for step, root in looked_at(whole):
        settle()
        assert rich_texts(root) == [], step
        took[step] = time.process_time() - begun
        begun = time.process_time()
    slow = {step: s for step, s in took.items() if s > STEP_ALLOWED_SECONDS * SLACK}
    assert not slow


def test_the_check_itself_finds_markup(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = QLabel(TEXTS["picture"], parent)
    label.setToolTip("<b>x</b>")
    assert len(rich_texts(parent)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="times of access as on POSIX")
def test_the_pictures_that_texts_name_are_not_read(qtbot: QtBot, tmp_path: Path) -> None:
    canary = tmp_path / "canary.png"
    canary.write_bytes(b"\x89PNG\r\n\x1a\n")

    def age() -> float:
        os.utime(canary, (0, 10**9))  # read once, the time of access would be that of now
        return canary.stat().st_atime

    age()
    canary.read_bytes()
    if canary.stat().st_atime == 0:
        pytest.skip("this file system keeps no time of access")
    assert age() == 0
    for name in ("picture", "picture in capitals", "background", "whole page", "qt template"):
        whole = open_with_text(qtbot, TEXTS[name].replace(CANARY, canary.as_uri()))
        for step, root in looked_at(whole):
            settle()
            for widget in (root, *root.findChildren(QWidget)):
                if widget.toolTip():
                    made = QLabel(widget.toolTip())  # what a tooltip is made of
                    made.resize(made.sizeHint())
                    made.grab()
            assert canary.stat().st_atime == 0, (name, step)


# --- links ------------------------------------------------------------------------------------


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the browser."""
    handed: list[str] = []

    def take(url: QUrl) -> bool:
        handed.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return handed


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_such_address_reaches_the_browser(address: str, browser: list[str]) -> None:
    assert web_address(address) is None
    open_address(address)
    assert browser == []


def test_an_address_is_shown_first_and_opened_by_a_click_alone(
    qtbot: QtBot, browser: list[str]
) -> None:
    whole = open_with_text(qtbot, "x")
    for _step, _root in looked_at(whole):
        settle()
    whole.state.select(1)
    settle()
    assert browser == []
    (button,) = whole.window.widget.findChildren(QToolButton, "open_source")[-1:]
    assert "https://example.org/quay" in button.toolTip()
    assert "https://example.org/quay" in button.accessibleDescription()
    button.click()
    assert browser == ["https://example.org/quay"]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://bank.example@evil.example/x", None),
        ("https://user:secret@evil.example/x", None),
        ("https://xn--pple-43d.example/", "https://xn--pple-43d.example/"),
        ("https://\u0430pple.example/", "https://xn--pple-43d.example/"),
        ("https://evil.example/\u202egnp.x", "https://evil.example/%E2%80%AEgnp.x"),
    ],
)
def test_the_address_shown_is_the_one_opened(address: str, shown: str | None) -> None:
    found = web_address(address)
    assert (found and shown_address(found)) == shown


def shown_address(url: QUrl) -> str:
    from peru_timeline.ui.panels.quotation_card import address_in_words

    return address_in_words(url)


# --- the whole program ------------------------------------------------------------------------

Allowed = Callable[[str], bool]


def folders_of_the_program() -> tuple[str, ...]:
    here = Path(__file__).resolve().parents[2]
    return (
        str(here),
        sys.prefix,
        sys.base_prefix,
        os.path.realpath(sys.prefix),
        "/dev/null",
        "/proc/self",
    )


def session(
    file: Path, home: Path, *arguments: str, wrap: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*wrap, sys.executable, "-m", "tests.robust.session", str(file), *arguments],
        env=os.environ | {"PERU_TIMELINE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


@pytest.fixture
def hostile_file(tmp_path: Path) -> Path:
    path = tmp_path / "elsewhere" / "hostile.chronology"
    path.parent.mkdir()
    path.write_text(json.dumps(saying(TEXTS["picture"])), encoding="utf-8")
    return path


def test_python_opens_nothing_elsewhere_and_no_socket(hostile_file: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = session(hostile_file, home, "--watch")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["document"] == "harbour"
    allowed = (*folders_of_the_program(), str(home), str(hostile_file))
    assert [path for path in found["opened"] if not path.startswith(allowed)] == []
    assert found["sockets"] == []
    assert [found for found in found["started"] if "dlopen (None" not in found] == []


@pytest.mark.parametrize("name", TURNED_DOWN)
def test_texts_that_would_turn_or_hide_what_stands_beside_them_are_refused(name: str) -> None:
    for path, is_welcome in zip(("title", "summary"), TURNED_DOWN[name], strict=True):
        raw = small()
        raw["events"][0][path] = {"en": TEXTS[name][:400], "es": "x"}
        if is_welcome:
            assert parse_chronology(json.dumps(raw).encode(), "x").id == raw["id"]
        else:
            place = rf'Event "quay-built" \(events\[0\]\.{path}\.en\): contains U\+'
            with pytest.raises(ChronologyError, match=place):
                parse_chronology(json.dumps(raw).encode(), "x")
