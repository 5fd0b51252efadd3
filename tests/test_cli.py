"""The command line: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import peru_timeline
from peru_timeline import cli, paths, system_libraries
from peru_timeline.chronology.dates.calendar import day_from_civil
from peru_timeline.chronology.schema import schema_text
from peru_timeline.screenshot_options import ScreenshotOptions
from peru_timeline.timeline.lanes import Grouping
from tests.chronology.made_up import SMALL, small
from tests.chronology.review.test_documents import DOCUMENT, GOOD, chronology_of


class Said(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Said]


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


class App:
    """Stands for startup.py, so that no window opens; notes what it was asked for."""

    def __init__(self) -> None:
        self.opened: list[Path | None] = []
        self.pictures: list[ScreenshotOptions] = []

    def run(self, path: Path | None) -> int:
        self.opened.append(path)
        return 0

    def screenshot(self, options: ScreenshotOptions) -> None:
        self.pictures.append(options)


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> App:
    stand_in = App()
    monkeypatch.setitem(sys.modules, "peru_timeline.startup", stand_in)
    monkeypatch.setattr(peru_timeline, "startup", stand_in, raising=False)
    monkeypatch.setattr(system_libraries, "check_before_qt", lambda: None)
    return stand_in


# --- open ------------------------------------------------------------------------------------


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


# --- validate --------------------------------------------------------------------------------


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
        "peru-timeline: warning: events[strike].title.und: has 61 characters; "
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
        '  events[0].evidence[0].source: no source "gazete"; did you mean "gazette"?\n'
        "  events[2].importance: must be at most 3, not 9\n",
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


WITHOUT_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"):
            raise ImportError(f"{name} is forbidden here")

sys.meta_path.insert(0, NoQt())
from peru_timeline.cli import main
sys.exit(main(sys.argv[1:]))
"""


def without_qt(*arguments: object, module: str = WITHOUT_QT) -> Said:
    done = subprocess.run(
        [sys.executable, "-c", module, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=None,
        timeout=60,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def test_commands_without_a_window_run_where_qt_cannot_be_imported(
    file: Path, tmp_path: Path
) -> None:
    assert without_qt("validate", file).status == 0
    assert without_qt("validate", tmp_path).status == 1
    assert without_qt("schema").out == schema_text()
    assert without_qt("--version").out.startswith("Peru Timeline")
    assert without_qt("report", file, "-o", tmp_path / "sheet.md").status == 0
    assert without_qt("sources", "verify", tmp_path, file).status == 1


def test_the_module_runs_as_a_program(file: Path) -> None:
    command = [sys.executable, "-m", "peru_timeline", "validate", str(file)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0


def test_the_window_starts_without_what_only_other_commands_need() -> None:
    heavy = ("pydantic", "numpy", "PySide6", "json")
    program = (
        "import sys; import peru_timeline.cli as cli; cli._parser();"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    assert without_qt(module=program).out == "[]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_who_goes_away_gets_no_traceback() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "peru_timeline", "schema"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_in_a_sentence() -> None:
    command = [sys.executable, "-m", "peru_timeline", "schema"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


# --- sources ---------------------------------------------------------------------------------


@pytest.fixture
def quoted(tmp_path: Path) -> Path:
    """A chronology whose only quotations are of a document in the folder `texts` beside it."""
    chronology = chronology_of(GOOD)
    path = tmp_path / "quoted.chronology"
    path.write_text(chronology.model_dump_json(exclude_unset=True), encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "any name.txt").write_bytes(DOCUMENT.encode())
    return path


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


# --- report ----------------------------------------------------------------------------------


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


# --- screenshot ------------------------------------------------------------------------------


def test_screenshot_passes_on_what_was_asked(run: Run, app: App, file: Path) -> None:
    arguments = [
        *("screenshot", "out.png", file, "--size", "1200x800", "--theme", "dark"),
        *("--select", "strike", "--from", "2003", "--to", "2006-08"),
        *("--actor", "south", "north", "--actor", "port-office", "--group", "actor"),
        *("--language", "es"),
    ]
    assert run(*arguments) == (0, "", "")
    (options,) = app.pictures
    assert options == ScreenshotOptions(
        out=Path("out.png"),
        path=file,
        chronology=options.chronology,
        width_px=1200,
        height_px=800,
        theme="dark",
        language="es",
        event=2,
        span=(day_from_civil(2003, 1, 1), day_from_civil(2006, 9, 1)),
        actors=frozenset({"south", "north", "port-office"}),
        grouping="actor",
    )
    assert options.chronology.id == "harbour"


def test_screenshot_of_the_opening_view(run: Run, app: App) -> None:
    run("screenshot", "out.png")
    (options,) = app.pictures
    assert options.path == paths.default_chronology()
    assert (options.width_px, options.height_px, options.theme) == (1600, 900, "light")
    assert (options.event, options.span, options.actors) == (None, None, frozenset())


def test_one_end_of_the_span_is_the_chronologys(run: Run, app: App, file: Path) -> None:
    run("screenshot", "out.png", file, "--from", "2005")
    run("screenshot", "out.png", file, "--to", "2005")
    assert [options.span for options in app.pictures] == [
        (day_from_civil(2005, 1, 1), day_from_civil(2011, 1, 1)),
        (day_from_civil(2001, 1, 1), day_from_civil(2006, 1, 1)),
    ]


def test_groups_are_those_of_the_timeline() -> None:
    text = Path(cli.__file__).read_text(encoding="utf-8")
    (typed,) = re.findall(r'"--group", choices=\(([^)]*)\)', text)
    assert re.findall(r'"(\w+)"', typed) == [group.value for group in Grouping]


# --- wrong usage -----------------------------------------------------------------------------


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
        (("screenshot", "a.png", "FILE", "--select", "strik"), 'did you mean "strike"?'),
        (("screenshot", "a.png", "FILE", "--actor", "sout"), 'did you mean "south"?'),
        (("screenshot", "a.png", "FILE", "--from", "2013-02-30"), "there is no such day"),
        (("screenshot", "a.png", "FILE", "--from", "2006", "--to", "2003"), "before the last"),
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


# --- versions and help -----------------------------------------------------------------------


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


def test_a_terminal_that_knows_only_ascii_is_no_reason_to_stop(file: Path) -> None:
    raw: dict[str, Any] = small()
    raw["events"][0]["date"] = "mañana"
    file.write_text(json.dumps(raw), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "peru_timeline", "validate", str(file)],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": "", "SYSTEMROOT": "C:\\Windows"},
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert b"ma\\xf1ana" in done.stderr
    assert b"Traceback" not in done.stderr
