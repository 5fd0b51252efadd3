"""Qt sorts with the smaller data of ICU as it does with the whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORDS = (
    "ñandú",
    "nube",
    "ola",
    "Ñuñoa",
    "ábaco",
    "abad",
    "Zorro",
    "zorro",
    "llama",
    "luz",
    "chile",
    "cobre",
)
SORT = f"""if True:
    import json, os
    from PySide6.QtCore import QCollator, QLocale
    sorted_words = {{}}
    for name in ("en", "en_GB", "es", "es_PE", "de", "C"):
        for numeric in (False, True):
            collator = QCollator(QLocale(name))
            collator.setNumericMode(numeric)
            words = {WORDS!r} + tuple(str(n) for n in range(0, 200, 7))
            sorted_words[f"{{name}} {{numeric}}"] = sorted(words, key=collator.sortKey)
    loaded = {{line.split()[-1] for line in open("/proc/self/maps") if "libicudata" in line}}
    assert loaded == {{os.environ["LD_PRELOAD"]}}, loaded
    print(json.dumps([sorted_words, "ñandú straße".upper(), QLocale("es_PE").toUpper("ñandú")]))
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("ld"),
    reason="needs binutils, and Qt's ICU for Linux",
)


@pytest.fixture(autouse=True)
def scripts_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts import each other by their bare names."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    import PySide6

    (found,) = Path(PySide6.__file__).parent.glob("Qt/lib/libicudata.so.*")
    return Path(shutil.copy(found, tmp_path))


def sorted_with(library: Path) -> object:
    done = subprocess.run(
        [sys.executable, "-c", SORT],
        env=os.environ | {"LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_an_archive_is_written_as_it_is_read(library: Path, tmp_path: Path) -> None:
    from linux.icu_data import read_archive, shrink, wanted

    symbol, whole = read_archive(library)
    shrink(library, tmp_path / "work")
    assert library.stat().st_size < 4_000_000
    smaller_symbol, smaller = read_archive(library)
    assert smaller_symbol == symbol
    kept = {name for name in whole if not name or wanted(name)}
    assert set(smaller) == kept
    for name in kept:  # the last ones of either end with padding
        assert smaller[name].startswith(whole[name].rstrip(b"\xaa"))


def test_words_sort_the_same(library: Path, tmp_path: Path) -> None:
    from linux.icu_data import shrink

    before = sorted_with(library)
    shrink(library, tmp_path / "work")
    assert sorted_with(library) == before
