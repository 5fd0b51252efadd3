"""`sources verify` and `sources add`."""

from __future__ import annotations

from pathlib import Path

from peru_timeline import paths
from tests.chronology.review.test_documents import DOCUMENT, chronology_of
from tests.cli.command_line import Run


def test_verify(run: Run, quoted: Path) -> None:
    said = run("sources", "verify", quoted.parent / "texts", quoted)
    assert said == (0, "1 quotation looked up in 1 full text\n", "")


def test_verify_prints_what_does_not_stand_in_its_document(run: Run, quoted: Path) -> None:
    text = quoted.read_text(encoding="utf-8").replace("finished in August", "done in August")
    quoted.write_text(text, encoding="utf-8")
    said = run("sources", "verify", quoted.parent / "texts", quoted)
    assert said.status == 1
    assert said.err.startswith("peru-timeline: quay-built, evidence[0], gazette: not in the doc")


def test_verify_names_the_sources_whose_document_is_not_there(run: Run, file: Path) -> None:
    said = run("sources", "verify", file.parent, file)
    assert (said.status, said.out) == (1, "0 quotations looked up in 0 full texts\n")
    assert "2 quotations not checked" in said.err
    assert "lacks the full text of almanac, gazette" in said.err


def test_verify_names_a_source_that_is_quoted_too_much(
    run: Run, quoted: Path, tmp_path: Path
) -> None:
    document = "one two three four five six seven eight nine ten"
    chronology = chronology_of({"quote": "one two three four five"}, document=document)
    quoted.write_text(chronology.model_dump_json(exclude_unset=True), encoding="utf-8")
    (tmp_path / "texts" / "short.txt").write_bytes(document.encode())
    said = run("sources", "verify", tmp_path / "texts", quoted)
    assert said.status == 1
    assert "gazette: its quotations cover 50% of its words, more than 40%" in said.err


def test_verify_in_a_folder_that_is_not_there(run: Run, file: Path, tmp_path: Path) -> None:
    said = run("sources", "verify", tmp_path / "no", file)
    assert said.status == 1
    assert said.err == f"peru-timeline: {tmp_path / 'no'}: No such file or directory\n"


def test_add_copies_what_matches_and_names_the_rest(run: Run, quoted: Path) -> None:
    folder = quoted.parent / "texts"
    (folder / "stranger.txt").write_text("other words", encoding="utf-8")
    said = run("sources", "add", folder, quoted)
    assert (said.status, said.out) == (0, "gazette: added\n")
    assert "stranger.txt: not added, because it is not the full text of any source" in said.err
    (kept,) = (paths.user_data_dir() / "documents").iterdir()
    assert kept.read_bytes() == DOCUMENT.encode()


def test_add_of_nothing_that_matches(run: Run, file: Path) -> None:
    said = run("sources", "add", file.parent, file)
    assert said.status == 1
    assert "nothing added" in said.err


def test_add_where_the_readers_folder_is_locked(run: Run, quoted: Path) -> None:
    paths.user_data_dir().parent.mkdir(parents=True, exist_ok=True)
    paths.user_data_dir().write_text("a file in the folder's place", encoding="utf-8")
    said = run("sources", "add", quoted.parent / "texts", quoted)
    assert said.status == 1
    assert len(said.err.splitlines()) == 1
    assert "Traceback" not in said.err
