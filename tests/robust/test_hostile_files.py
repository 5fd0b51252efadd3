"""A hostile file gets a sentence with place and remedy, soon and cheaply; what was open stays open."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.importing.foreign import is_foreign
from peru_timeline.chronology.loader import load_chronology, parse_chronology
from peru_timeline.ui.importing.import_dialog import ImportDialog
from peru_timeline.ui.session.faults_dialog import FaultsDialog
from tests.chronology.made_up import SMALL
from tests.robust.hostile import Hostile, with_value
from tests.robust.hostile_files import ALL, BY_NAME, HUGE, SMALL_FILES
from tests.robust.measured import MEGABYTES, SECONDS
from tests.ui.windows import open_application, open_made_up

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="pipes, devices and limits of POSIX"
)


Measured = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def validated(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """Each hostile file given to `peru-timeline validate`: what it said and what it cost."""
    paths = {h.name: str(h.make(tmp_path_factory.mktemp("hostile"))) for h in ALL}
    done = subprocess.run(
        [sys.executable, "-m", "tests.robust.measured", "-"],
        input=json.dumps(list(paths.values())),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=600,
    )
    return dict(zip(paths, json.loads(done.stdout), strict=True))


@pytest.mark.xdist_group("hostile files")
def test_the_command_line_says_place_and_remedy(validated: Measured) -> None:
    wrong = {
        name: (found["status"], missing, found["said"][:300])
        for name, found in validated.items()
        if (missing := [words for words in BY_NAME[name].says if words not in found["said"]])
        or found["status"] != 1
    }
    assert not wrong


@pytest.mark.xdist_group("hostile files")
def test_no_answer_is_a_trace_or_steers_the_terminal(validated: Measured) -> None:
    for name, found in validated.items():
        assert "Traceback" not in found["said"], name
        assert "UNCAUGHT" not in found["said"], name
        assert not set(found["said"]) & set("\x00\x07\x08\x1b\x7f\x9b"), name


@pytest.mark.xdist_group("hostile files")
def test_each_costs_little_time_and_memory(validated: Measured) -> None:
    dear = {
        name: (found["seconds"], found["megabytes"])
        for name, found in validated.items()
        if found["seconds"] > SECONDS or found["megabytes"] > MEGABYTES
    }
    assert not dear


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> Application:
    return open_application(qtbot, open_made_up(tmp_path))


def told_in_the_window(whole: Application, path: Path) -> str:
    """Open a file as the reader does; the text of the one dialog that says why it cannot be."""
    whole.open(path)
    dialogs = [d for d in whole.shell.findChildren(FaultsDialog) if d.isVisible()]
    assert len(dialogs) == 1
    faults = dialogs[0].findChild(QPlainTextEdit, "faults")
    assert faults is not None
    said: str = faults.toPlainText()
    dialogs[0].reject()
    return said


def test_the_window_says_the_same_and_what_was_open_stays(
    whole: Application, tmp_path: Path
) -> None:
    before = whole.state.opened
    for number, hostile in enumerate((*SMALL_FILES, *HUGE)):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = hostile.make(folder)
        if is_foreign(
            path
        ):  # neither its name nor its beginning is a chronology's: the wizard takes it
            whole.open(path)
            (wizard,) = (d for d in whole.shell.findChildren(ImportDialog) if d.isVisible())
            wizard.reject()
        else:
            said = told_in_the_window(whole, path)
            assert [words for words in hostile.says if words not in said] == [], hostile.name
        assert whole.state.opened is before, hostile.name
        with contextlib.suppress(OSError):  # 65 MB each; some are no files of ours
            (folder / "hostile.chronology").unlink()


@pytest.mark.parametrize(
    "name", ["a FIFO", "a number of a million digits", "a lone surrogate in a date"]
)
def test_the_program_itself_says_it_on_stderr(name: str, tmp_path: Path) -> None:
    path = BY_NAME[name].make(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "peru_timeline", "validate", path],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("peru-timeline: ")
    assert all(words in done.stderr for words in BY_NAME[name].says)


# --- what looks odd and is sound --------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + json.dumps(SMALL).encode(),
        json.dumps(SMALL, indent=8).replace("\n", "\r\n").encode(),
        b"\n\n\t " + json.dumps(SMALL).encode() + b"\n\n",
        json.dumps(with_value("events.0.summary", "emoji \U0001f3f4 joined a\u200db")).encode(),
        json.dumps(with_value("description", {"en": "x" * 3_000_000, "es": "x"})).encode(),
        json.dumps(with_value("events.0.date", "Y999999999999")).encode(),
        json.dumps(with_value("events.0.amounts.0.value", -1e29)).encode(),
        json.dumps(with_value("events", [])).encode(),
    ],
    ids=["BOM", "CRLF", "blanks around", "emoji", "3 MB text", "far year", "1e29", "no events"],
)
def test_what_is_odd_but_sound_opens(content: bytes) -> None:
    assert parse_chronology(content, "x").id == "harbour"


def places(value: Any, path: str = "") -> list[str]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [
        place
        for key, inner in items
        for name in [f"{path}.{key}".lstrip(".")]
        for place in [name, *(places(inner, name) if isinstance(inner, dict | list) else ())]
    ]


OTHER_KINDS: tuple[Any, ...] = (
    None,
    True,
    0,
    -1.5,
    "",
    " ",
    "x",
    [],
    {},
    [[]],
    [None],
    {"": ""},
    {"en": None},
    10**40,
)


@pytest.mark.parametrize("kind", OTHER_KINDS, ids=repr)
def test_another_kind_at_every_place_loads_or_is_told_with_its_place(kind: Any) -> None:
    for place in places(SMALL):
        try:
            parse_chronology(json.dumps(with_value(place, kind)).encode(), "x")
        except ChronologyError as error:
            told = [fault.message for fault in error.faults]
            if not told or not all(told):
                pytest.fail(f"{place}: an error without words")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "locked.chronology"
    path.write_text("{}", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ChronologyError, match="ask for the right to read it"):
        load_chronology(path)


def test_a_file_that_became_a_pipe_after_the_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = tmp_path / "sound"
    sound.write_bytes(b"{}")
    looked = sound.stat()
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(Path, "stat", lambda *_a, **_k: looked)
    with pytest.raises(ChronologyError):
        load_chronology(tmp_path / "pipe")


def test_names_of_the_table_are_unique() -> None:
    assert len(BY_NAME) == len(ALL) > 150
    assert all(isinstance(hostile, Hostile) for hostile in ALL)
