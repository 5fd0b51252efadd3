"""Every kind of installation finds the chronology, fonts, translations and story that ship with the program."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FROZEN = (
    ROOT / "dist" / "peru-timeline" / ("peru-timeline.exe" if os.name == "nt" else "peru-timeline")
)
STORY = "peru-1992-2023.views.json"
LOOK = f"""if True:
    from PySide6.QtCore import QCoreApplication, QTranslator
    from PySide6.QtGui import QFontDatabase, QGuiApplication
    app = QGuiApplication([])
    from peru_timeline import __file__ as package, paths
    from peru_timeline.chronology.loader import load_chronology
    chronology = load_chronology(paths.default_chronology())
    assert chronology.id == "peru-1992-2023"
    for font in sorted(paths.fonts_dir().rglob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(font)) >= 0, font
    assert {{"Inter", "Source Serif 4"}} <= set(QFontDatabase.families())
    spanish = QTranslator()
    assert spanish.load("peru_timeline_es", str(paths.translations_dir()))
    app.installTranslator(spanish)
    assert QCoreApplication.translate("About", "Chronology") == "Cronología"
    assert (paths.seeds_dir() / "{STORY}").is_file()
    print(package)
"""


def look(python: Path | str, folder: Path, *paths_to_add: Path) -> Path:
    """Let an interpreter look for everything from an empty folder; return where its package is."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment["PYTHONPATH"] = os.pathsep.join(map(str, paths_to_add))
    done = subprocess.run(
        [str(python), "-c", LOOK],
        cwd=folder,
        env=environment | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


def test_source_tree(tmp_path: Path) -> None:
    assert look(sys.executable, tmp_path, ROOT) == ROOT / "peru_timeline" / "__init__.py"


def test_wheel(tmp_path: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    # First on the path, ahead of the editable install of the source tree.
    assert look(sys.executable, tmp_path, tmp_path / "site").is_relative_to(tmp_path / "site")


def test_pip_install_in_an_empty_environment(tmp_path: Path) -> None:
    """The libraries come from this environment, so that the test needs no network."""
    venv.create(tmp_path / "env", with_pip=False, symlinks=os.name != "nt")
    python = tmp_path / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    words = ["install", "-q", "--no-deps", "--no-build-isolation", "--no-index", str(ROOT)]
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), *words],
        env=os.environ | {"PYTHONPATH": sysconfig.get_path("purelib")},
        check=True,
        capture_output=True,
    )
    (site,) = (tmp_path / "env").rglob("site-packages")
    found = look(python, tmp_path, site, Path(sysconfig.get_path("purelib")))
    assert found.is_relative_to(tmp_path / "env")
    command = python.with_name("peru-timeline.exe" if os.name == "nt" else "peru-timeline")
    assert command.is_file()


def files_to_import(folder: Path) -> list[str]:
    """Write one small file of each kind that a library reads: each must have come along whole."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["date", "title"])
    sheet.append(["2009-03-04", "The quay"])
    book.save(folder / "sheet.xlsx")
    texts = {
        "table.csv": "date,title\n2009-03-04,The quay\n",
        "calendar.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "DTSTAMP:20090304T000000Z\r\nDTSTART;TZID=America/Lima:20090304T100000\r\nSUMMARY:The quay\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n",
        "notes.md": "---\ntitle: The quay\ndate: 2009-03-04\n---\n\nIt was built.\n",
    }
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    return ["sheet.xlsx", *texts]


@pytest.mark.skipif(not FROZEN.is_file(), reason="`make package` has not built dist/peru-timeline")
def test_frozen_program(tmp_path: Path) -> None:
    """It has no interpreter to run a script with, so its output must show what it finds."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    def run(*words: str) -> str:
        done = subprocess.run(
            [str(FROZEN), *words],
            cwd=tmp_path,
            env=environment | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "Chronology peru-1992-2023" in run("--version")
    run("render", "picture.svg", "--language", "es")
    picture = (tmp_path / "picture.svg").read_text(encoding="utf-8")
    assert "Inter" in picture
    assert "Perú 1992–2023" in picture
    inside = FROZEN.parent / "_internal"
    run("render", "story.pptx", "--story", str(next(inside.rglob(STORY))))
    assert (tmp_path / "story.pptx").stat().st_size > 10_000
    for name in files_to_import(tmp_path):
        run("import", name, "-o", f"{name}.chronology")
        run("validate", f"{name}.chronology")
    run("screenshot", "window.png", "--language", "es")
    assert list(inside.rglob("peru_timeline_es.qm"))
    assert (inside / "licences" / "sbom.cdx.json").is_file()
