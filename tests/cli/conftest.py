"""The command line run in this process, and chronologies to run it on."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import peru_timeline
from peru_timeline import cli, system_libraries
from tests.chronology.made_up import SMALL
from tests.chronology.review.test_documents import DOCUMENT, GOOD, chronology_of
from tests.cli.command_line import App, Run, Said


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def run(*arguments: object) -> Said:
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        return Said(status, *capsys.readouterr())

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.chronology"
    path.write_text(json.dumps(SMALL), encoding="utf-8")
    return path


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> App:
    stand_in = App()
    monkeypatch.setitem(sys.modules, "peru_timeline.startup", stand_in)
    monkeypatch.setattr(peru_timeline, "startup", stand_in, raising=False)
    monkeypatch.setattr(system_libraries, "check_before_qt", lambda: None)
    return stand_in


@pytest.fixture
def quoted(tmp_path: Path) -> Path:
    """A chronology whose only quotations are of a document in the folder `texts` beside it."""
    chronology = chronology_of(GOOD)
    path = tmp_path / "quoted.chronology"
    path.write_text(chronology.model_dump_json(exclude_unset=True), encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "any name.txt").write_bytes(DOCUMENT.encode())
    return path
