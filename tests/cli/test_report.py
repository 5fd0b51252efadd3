"""`report`: the review sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command_line import Run


@pytest.mark.parametrize(
    ("name", "start"), [("sheet.html", "<!DOCTYPE html>"), ("sheet.MD", "# Review sheet")]
)
def test_report(run: Run, file: Path, tmp_path: Path, name: str, start: str) -> None:
    out = tmp_path / name
    assert run("report", file, "-o", out) == (0, f"{out}\n", "")
    assert out.read_text(encoding="utf-8").startswith(start)


def test_report_uses_added_documents_and_those_of_a_folder(
    run: Run, quoted: Path, tmp_path: Path
) -> None:
    out = tmp_path / "sheet.md"
    run("report", quoted, "-o", out)
    assert "Paragraphs that no event quotes" not in out.read_text(encoding="utf-8")
    run("report", quoted, "-o", out, "--documents", tmp_path / "texts")
    assert "Paragraphs that no event quotes" in out.read_text(encoding="utf-8")
    out.unlink()
    run("sources", "add", tmp_path / "texts", quoted)
    run("report", quoted, "-o", out, "--language", "es")
    assert "Párrafos que ningún hecho cita" in out.read_text(encoding="utf-8")


def test_report_where_nothing_can_be_written(run: Run, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "no" / "sheet.md"
    said = run("report", file, "-o", out)
    assert said == (1, "", f"peru-timeline: {out}: No such file or directory\n")
