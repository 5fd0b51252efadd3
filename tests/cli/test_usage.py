"""Wrong usage, `--version` and `--help`."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import peru_timeline
from peru_timeline import cli, paths
from tests.cli.command_line import App, Run


@pytest.mark.parametrize(
    ("arguments", "part_of_message"),
    [
        (("--bogus",), "unrecognized arguments: --bogus"),
        (("open", "a", "b"), "unrecognized arguments: b"),
        (("validate",), "required: FILE"),
        (("sources",), "required: ACTION"),
        (("sources", "verify"), "required: DIR"),
        (("report",), "-o/--out"),
        (("report", "-o", "sheet.pdf"), '"sheet.pdf" must end in .html or .md'),
        (("screenshot",), "required: OUT.png"),
        (("screenshot", "a.jpg"), '"a.jpg" must end in .png'),
        (
            ("screenshot", "a.png", "--size", "big"),
            '"big" is not a size; type one such as 1600x900',
        ),
        (
            ("screenshot", "a.png", "--size", "1600x"),
            '"1600x" is not a size; type one such as 1600x900',
        ),
        (("screenshot", "a.png", "--size", "10x10"), "320 to 16384 pixels"),
        (("screenshot", "a.png", "--size", "99999x900"), "320 to 16384 pixels"),
        (("screenshot", "a.png", "--theme", "pink"), "invalid choice: 'pink'"),
        (("screenshot", "a.png", "--text-size", "90"), "from 100 to 200"),
        (("screenshot", "a.png", "--text-size", "big"), "from 100 to 200"),
        (("screenshot", "a.png", "FILE", "--select", "strik"), 'did you mean "strike"?'),
        (("screenshot", "a.png", "FILE", "--actor", "sout"), 'did you mean "south"?'),
        (("screenshot", "a.png", "FILE", "--from", "2013-02-30"), "there is no such day"),
        (
            ("screenshot", "a.png", "FILE", "--from", "2006", "--to", "2003"),
            "--from must be earlier than --to",
        ),
        (("screenshot", "a.png", "FILE", "--from", "/2003"), "give both"),
    ],
)
def test_wrong_usage_is_one_sentence(
    run: Run, app: App, file: Path, arguments: Sequence[str], part_of_message: str
) -> None:
    said = run(*(file if argument == "FILE" else argument for argument in arguments))
    assert (said.status, said.out) == (2, "")
    assert len(said.err.splitlines()) == 1
    assert said.err.startswith("peru-timeline: ")
    assert part_of_message in said.err
    assert app.pictures == []


def test_version(run: Run) -> None:
    said = run("--version")
    assert said.status == 0
    program, chronology, python, qt = said.out.splitlines()
    assert program == f"Peru Timeline {peru_timeline.__version__}"
    assert re.fullmatch(r"Chronology peru-1992-2023 \d+\.\d+\.\d+", chronology)
    assert python == f"Python {sys.version.split()[0]}"
    assert re.match(r"Qt 6\.\d+", qt)


def test_version_when_the_chronology_is_broken(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "default_chronology", lambda: tmp_path / "no.chronology")
    said = run("--version")
    assert said.status == 0
    assert "The chronology cannot be read: " in said.out


def test_help_names_every_command(run: Run) -> None:
    said = run("--help")
    assert said.status == 0
    assert [name for name in cli.COMMANDS if name not in said.out] == []


def test_each_command_has_help(run: Run) -> None:
    for command in cli.COMMANDS:
        assert run(command, "--help").status == 0
