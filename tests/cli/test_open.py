"""Which arguments open the window, and on which file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from peru_timeline import system_libraries
from tests.cli.command_line import App, Run


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        ((), None),
        (("open",), None),
        (("open", "my.chronology"), Path("my.chronology")),
        (("my.chronology",), Path("my.chronology")),
        (("--", "-odd-.chronology"), Path("-odd-.chronology")),
    ],
)
def test_what_opens(app: App, run: Run, arguments: Sequence[str], opened: Path | None) -> None:
    assert run(*arguments) == (0, "", "")
    assert app.opened == [opened]


def test_a_file_named_like_a_command_that_is_none(app: App, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "validat"
    file.touch()
    assert run(file).status == 0
    assert app.opened == [file]


def test_a_misspelt_command_is_no_file(app: App, run: Run) -> None:
    said = run("validat", "x")
    assert said.status == 2
    assert 'no command or file "validat"; did you mean "validate"?' in said.err
    assert app.opened == []


def test_what_keeps_qt_from_starting_is_told(
    run: Run, app: App, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_libraries, "check_before_qt", lambda: "There is no display here.")
    for arguments in ((), ("screenshot", "a.png", file)):
        said = run(*arguments)
        assert said == (1, "", "peru-timeline: There is no display here.\n")
    assert app.opened == []
    assert app.pictures == []
