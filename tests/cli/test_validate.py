"""`validate`: every fault and every piece of advice, each with its place."""

from __future__ import annotations

import json
from pathlib import Path

from peru_timeline import paths
from tests.chronology.made_up import small
from tests.cli.command_line import Run


def test_a_sound_file(run: Run, file: Path) -> None:
    assert run("validate", file) == (
        0,
        f"{file}: 3 events, 2 sources, 2 quotations, no faults\n",
        "",
    )


def test_advice_is_printed_as_warnings_unless_quiet(run: Run, file: Path) -> None:
    raw = small()
    raw["events"][2]["title"] = "x" * 61
    file.write_text(json.dumps(raw), encoding="utf-8")
    said = run("validate", file)
    assert said.status == 0
    assert said.err == (
        'peru-timeline: warning: Event "strike", title: has 61 characters; '
        "a title of at most 60 can be read whole on a slide\n"
    )
    assert run("validate", file, "--quiet").err == ""


def test_many_warnings_are_counted(run: Run, file: Path) -> None:
    raw = small()
    event = {"date": "2005", "title": "x" * 61}
    raw["events"] = [{"id": f"e{n}", **event} for n in range(60)]
    file.write_text(json.dumps(raw), encoding="utf-8")
    *_, last = run("validate", file).err.splitlines()
    assert last == "peru-timeline: warning: … and 10 more"


def test_the_peru_chronology_is_sound(run: Run) -> None:
    said = run("validate", paths.default_chronology())
    assert (said.status, said.err) == (0, "")
    assert said.out.endswith("no faults\n")


def test_warnings_say_where_and_what_mends_it(run: Run, file: Path) -> None:
    raw = small()
    raw["events"][2]["summary"] = {"en": "They struck.", "es": "Hubo huelga, dijo Doe."}
    file.write_text(json.dumps(raw), encoding="utf-8")
    sound = f"{file}: 3 events, 2 sources, 2 quotations, no faults"
    warning = (
        "events[strike].summary.en: the status is “reported”, but nobody says it; say who does"
    )
    assert run("validate", file) == (
        0,
        f"{sound}, 1 warning\n",
        f"peru-timeline: warning: {warning}\n",
    )
    assert run("validate", "--quiet", file) == (0, f"{sound}\n", "")


def test_every_fault_is_printed_with_its_place(run: Run, file: Path) -> None:
    raw = small()
    raw["events"][0]["evidence"][0]["source"] = "gazete"
    raw["events"][2]["importance"] = 9
    file.write_text(json.dumps(raw), encoding="utf-8")
    assert run("validate", file) == (
        1,
        "",
        f"peru-timeline: {file}:\n"
        '  Event "quay-built" (events[0].evidence[0].source): '
        'there is no source "gazete"; did you mean "gazette"?\n'
        '  Event "strike" (events[2].importance): must be at most 3, not 9\n',
    )
    file.write_text(json.dumps(raw, indent=1), encoding="utf-8")
    lines = file.read_text(encoding="utf-8").splitlines()
    source, importance = (
        number
        for number, line in enumerate(lines, start=1)
        if '"gazete"' in line or '"importance": 9' in line
    )
    assert run("validate", file).err == (
        f"peru-timeline: {file}:\n"
        f'  Event "quay-built" (line {source}): there is no source "gazete"; did you mean "gazette"?\n'
        f'  Event "strike" (line {importance}), importance: must be at most 3, not 9\n'
    )


def test_a_file_that_is_none_is_told_in_one_sentence(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "no.chronology"
    assert run("validate", missing) == (
        1,
        "",
        f"peru-timeline: {missing}: the file does not exist; check the name and the folder\n",
    )


def test_nothing_in_a_file_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "\x1b[31mred.chronology"
    raw = small()
    raw["events"][0]["\x1b[2J"] = "\x1b]0;title\x07"
    raw["events"][0]["date"] = "\x1b[2J"
    file.write_text(json.dumps(raw), encoding="utf-8")
    said = run("validate", file)
    assert said.status == 1
    assert "\x1b" not in said.err
    assert "\\x1b[31mred" in said.err
