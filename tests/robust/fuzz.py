"""Throw what a fuzzer makes up at the readers of files, dates, views and settings: ``make fuzz``.

    python -m tests.robust.fuzz [--seconds N] [TARGET…]

Atheris drives the coverage; each target runs in a process of its own for that many seconds. It begins with the hostile
files of the tests and keeps what it finds new in ``build/fuzz``. An input that breaks a rule below is written there and
becomes a row in the tests' tables. Exit status 1 if there is one.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peru_timeline.chronology.faults.fault import ChronologyError

FOLDER = Path("build/fuzz")
INSTRUMENTED = (
    "peru_timeline.chronology.loader",
    "peru_timeline.chronology.dates.wording",
    "peru_timeline.chronology.dates.written.understand",
    "peru_timeline.chronology.importing.importer",
    "peru_timeline.chronology.views",
    "peru_timeline.settings",
)
LARGEST_INPUT = 4096
LONGEST_INPUT_SECONDS = 5


def loader(content: bytes) -> None:
    """Any bytes are a chronology, or every fault is told in words that can be shown."""
    from peru_timeline.chronology.faults.fault import ChronologyError
    from peru_timeline.chronology.loader import parse_chronology

    try:
        chronology = parse_chronology(content, "x")
    except ChronologyError as error:
        _check_words(error)
        return
    assert len(chronology.event_columns.dates.sort_keys[0]) == len(chronology.events)
    for event in chronology.events:
        assert event.id in chronology.event_index
        assert event.model_dump_json()


def dates(content: bytes) -> None:
    """Any text is a date whose bounds are in order and which has words, or a DateError."""
    from peru_timeline.chronology.dates.event_date import DateError, parse_date
    from peru_timeline.chronology.dates.wording import date_in_words, short_date
    from tests.chronology.dates.ordering import sort_key

    try:
        date = parse_date(content.decode("utf-8", "surrogatepass"))
    except (DateError, UnicodeDecodeError) as error:
        if isinstance(error, DateError):
            str(error).encode()
        return
    for first, second in (
        (date.earliest_start, date.latest_start),
        (date.earliest_end, date.latest_end),
        (date.earliest_start, date.latest_end),
    ):
        assert first is None or second is None or first <= second
    assert sort_key(date)[0] <= sort_key(date)[1]
    for language in ("en", "es"):
        assert date_in_words(date, language)
        assert short_date(date, language)


def views(content: bytes) -> None:
    """Any bytes are views of the chronology, or faults are told."""
    from peru_timeline.chronology.faults.fault import ChronologyError
    from peru_timeline.chronology.views import parse_views, views_text
    from tests.chronology.made_up import load, small

    chronology = load(small())
    try:
        found = parse_views(content, "x", chronology)
    except ChronologyError as error:
        _check_words(error)
        return
    assert parse_views(views_text(found).encode(), "x", chronology) == found


def settings(content: bytes) -> None:
    """Any bytes are settings that can be written again, or are put aside."""
    from peru_timeline.settings import Settings, load_settings, save_settings

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_bytes(content)
        found, trouble = load_settings(path)
        assert trouble is None or found == Settings()
        assert save_settings(path, found) is None
        assert load_settings(path) == (found, None)


def written(content: bytes) -> None:
    """Any text is understood as a date that can be read, or as none."""
    from peru_timeline.chronology.dates.event_date import parse_date
    from peru_timeline.chronology.dates.written.understand import understand

    text = content.decode("utf-8", "replace")
    found = understand(text)
    assert found.text == text
    assert not found.edtf or parse_date(found.edtf).edtf == found.edtf
    "".join(found.remarks).encode()


def imports(content: bytes) -> None:
    """Any bytes become a chronology, or are refused in a sentence."""
    from peru_timeline.chronology.importing.found import ImportRefusedError
    from peru_timeline.chronology.importing.importer import import_file
    from peru_timeline.chronology.importing.sentences import ImportWords

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any"
        path.write_bytes(content)
        refused = None
        try:
            found = import_file(path)
        except ImportRefusedError as error:
            refused = error.message
        if refused is None:
            assert len(found.chronology.events) == len(found.rows)
        else:
            assert refused.encode()
            assert refused.template != ImportWords.NOT_SOUND  # that is a fault of ours


def _check_words(error: ChronologyError) -> None:
    """There is at least one fault, each with words, all of which can be written."""
    assert error.faults
    assert all(fault.message for fault in error.faults)
    assert str(error).encode()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "loader": loader, "dates": dates, "views": views, "settings": settings,
    "written": written, "imports": imports,
}  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run the targets one after the other; a line for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--drive", choices=TARGETS, help=argparse.SUPPRESS)
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET")
    options = parser.parse_args(arguments)
    if options.drive:
        _drive(options.drive, options.seconds)
    failed = [name for name in options.targets or TARGETS if not _run(name, options.seconds)]
    for name in failed:
        print(f"{name}: an input broke a rule; it is in {FOLDER / name}")
    return 1 if failed else 0


def _run(name: str, seconds: int) -> bool:
    begin_with(name)
    done = subprocess.run(
        [sys.executable, "-m", "tests.robust.fuzz", "--drive", name, "--seconds", str(seconds)],
        stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    (FOLDER / name / "log").write_text(done.stderr, encoding="utf-8")
    lines = [line for line in done.stderr.splitlines() if line.startswith(("#", "Done"))]
    print(
        f"{name}: {'sound' if done.returncode == 0 else 'FAILED'}; {lines[-1] if lines else done.stderr[-300:]}"
    )
    return done.returncode == 0


def begin_with(name: str) -> None:
    """Write the inputs that a target begins with."""
    from tests.chronology.dates.written.table import rows
    from tests.chronology.importing import files
    from tests.chronology.made_up import SMALL
    from tests.robust.hostile_content import CONTENT
    from tests.robust.hostile_syntax import NOT_TEXT, SYNTAX
    from tests.robust.test_state import GARBAGE

    corpus = FOLDER / name / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    given: list[bytes] = [json.dumps(SMALL).encode(), *GARBAGE.values()]
    if name == "dates":
        given = [text.encode() for text in DATES]
    elif name == "written":
        given = [text.encode() for _, text, _ in rows()]
    elif name == "imports":
        given = [
            value.encode() if isinstance(value, str) else json.dumps(value).encode()
            for key, value in vars(files).items()
            if key.isupper()
        ]
    elif name == "views":
        view = {
            "name": "x",
            "span": "2001/2004",
            "query": {"actors": ["north"], "text": "a"},
            "selection": "strike",
        }
        given.append(
            json.dumps(
                {"format": "views/1", "chronology": "harbour", "title": "x", "views": [view]}
            ).encode()
        )
    elif name == "loader":
        with tempfile.TemporaryDirectory() as folder:
            for hostile in (*NOT_TEXT, *SYNTAX, *CONTENT):
                path = hostile.make(Path(folder))
                given.append(path.read_bytes())
    for number, content in enumerate(given):
        if len(content) <= LARGEST_INPUT:
            (corpus / f"given-{number}").write_bytes(content)
    (FOLDER / name / "words").write_text("\n".join(f'"{word}"' for word in WORDS), encoding="ascii")


DATES = (
    "2013", "2013-11", "2012-05-27", "2002/2021", "1993/..", "2011~", "2009?", "2012-10%", "201X", "2012-XX-05",
    "[2012-10-01..2012-10-07]", "2023-21", "-0044-03-15", "Y-170000002", "/2022-08", "[..2022-08-03]", "{1960,1961}",
    "2004-01-01T10:10:10Z", "0000", "-0001/0001", "1XXX-1X-3X", "[1667,1668..1670]", "2004-06-~11", "\u0662",
)  # fmt: skip
WORDS = (
    "events", "actors", "sources", "sectors", "date", "title", "evidence", "quote", "related", "part_of", "NaN",
    "Infinity", "null", "true", "chronology/1", "views/1", "X", "..", "T00:00:00Z", "Y1", "1e999", "{", "[", "]}", ",",
)  # fmt: skip


def _drive(name: str, seconds: int) -> None:
    import atheris

    with atheris.instrument_imports(include=["peru_timeline"]):
        for module in INSTRUMENTED:
            importlib.import_module(module)

    place = FOLDER / name
    atheris.Setup(
        [
            sys.argv[0], str(place / "corpus"), f"-max_total_time={seconds}", f"-max_len={LARGEST_INPUT}",
            f"-timeout={LONGEST_INPUT_SECONDS}", f"-artifact_prefix={place}/broke-", f"-dict={place / 'words'}",
            "-rss_limit_mb=2000", "-seed=7",
        ],
        TARGETS[name],
    )  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
