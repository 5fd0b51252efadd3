"""What PyInstaller's own code makes of the recipe's values for macOS and Windows, tried on any system."""

from __future__ import annotations

import plistlib
import subprocess
import sys
import types
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

#: A program of one line, bundled with the recipe's values. BUNDLE works on macOS alone: here it is
#: told that this is one, and that there is nothing to sign.
SPEC = """
import sys, types
sys.path[:0] = [{packaging!r}]
import recipe
from PyInstaller.building import osx
analysis = Analysis([{script!r}])
(options,) = recipe.executables("darwin")
program = EXE(PYZ(analysis.pure), analysis.scripts, exclude_binaries=True, **options)
folder = COLLECT(program, name=recipe.NAME)
osx.is_darwin = True
osx.osxutils = types.SimpleNamespace(
    sign_binary=lambda *words, **more: None, remove_signature_from_binary=lambda *words: None
)
BUNDLE(folder, icon={icon!r}, **recipe.bundle("1.2.3"))
"""


@pytest.fixture(autouse=True)
def scripts_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts import each other by their bare names."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))


@pytest.mark.skipif(sys.platform == "win32", reason="BUNDLE makes symbolic links")
def test_the_bundle_has_a_menu_and_a_version(tmp_path: Path) -> None:
    script, spec = tmp_path / "program.py", tmp_path / "program.spec"
    script.write_text("print()\n", encoding="utf-8")
    spec.write_text(
        SPEC.format(
            packaging=str(ROOT / "packaging"),
            script=str(script),
            icon=str(ROOT / "resources" / "icons" / "peru-timeline.icns"),
        ),
        encoding="utf-8",
    )
    pyinstaller = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR"]
    made = [f"--distpath={tmp_path / 'dist'}", f"--workpath={tmp_path / 'build'}", str(spec)]
    subprocess.run([*pyinstaller, *made], cwd=tmp_path, check=True, timeout=180)
    app = tmp_path / "dist" / "Peru Timeline.app" / "Contents"
    said = plistlib.loads((app / "Info.plist").read_bytes())
    assert "LSBackgroundOnly" not in said
    assert said["CFBundleShortVersionString"] == said["CFBundleVersion"] == "1.2.3"
    assert said["NSHighResolutionCapable"] is True
    assert said["CFBundleIdentifier"] == "io.github.peru-timeline.PeruTimeline"
    assert said["CFBundleDocumentTypes"][0]["CFBundleTypeExtensions"] == ["chronology"]
    assert (app / "MacOS" / said["CFBundleExecutable"]).is_file()
    assert (app / "Resources" / said["CFBundleIconFile"]).is_file()


def test_windows_gets_a_console_executable_beside_the_windowed_one() -> None:
    from recipe import executables

    console = {options["name"]: options["console"] for options in executables("win32")}
    assert console == {"peru-timeline": True, "Peru Timeline": False}


def test_pyinstaller_reads_the_version_resource(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PyInstaller import compat
    from recipe import version_resource

    # Only reading and writing executables needs these two, which exist on Windows alone.
    monkeypatch.setitem(sys.modules, "pefile", types.ModuleType("pefile"))
    monkeypatch.setattr(compat, "win32api", None, raising=False)
    from PyInstaller.utils.win32 import versioninfo

    file = tmp_path / "peru-timeline.version"
    file.write_text(version_resource("1.20.3", "Peru Timeline"), encoding="utf-8")
    read = versioninfo.load_version_info_from_text_file(str(file))
    assert (read.ffi.fileVersionMS, read.ffi.fileVersionLS) == (1 << 16 | 20, 3 << 16)
    (table,) = read.kids[0].kids
    said = {string.name: string.val for string in table.kids}
    assert said["ProductVersion"] == said["FileVersion"] == "1.20.3"
    assert said["OriginalFilename"] == "Peru Timeline.exe"
    assert read.toRaw()  # what is written into the executable
