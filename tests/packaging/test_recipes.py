"""The recipes of the installers, as far as they can be tested without building one."""

from __future__ import annotations

import os
import re
import shutil
import struct
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture(autouse=True)
def scripts_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts import each other by their bare names, so their folder must be on the path."""
    monkeypatch.syspath_prepend(str(PACKAGING))


@pytest.mark.parametrize("name", ["release.yml", "test.yml"])
def test_every_foreign_action_is_pinned_to_a_commit(name: str) -> None:
    text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert len(used) >= {"release.yml": 5, "test.yml": 3}[name]
    assert [
        line for line in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", line)
    ] == []


def test_the_metadata_has_screenshots_when_their_address_is_known() -> None:
    from linux.stage import APP_ID, screenshots

    recipe = (PACKAGING / "linux" / f"{APP_ID}.metainfo.xml").read_text(encoding="utf-8")
    without = ElementTree.fromstring(recipe.replace("@SCREENSHOTS@\n", screenshots("")))
    assert without.find("screenshots") is None
    assert without.findtext("id") == APP_ID
    filled = recipe.replace("@SCREENSHOTS@\n", screenshots("https://example.org/images/"))
    addresses = [image.text or "" for image in ElementTree.fromstring(filled).iter("image")]
    assert len(addresses) == 2
    for address in addresses:
        assert address.startswith("https://example.org/images/")
        assert (ROOT / "docs" / "images" / address.rsplit("/", 1)[1]).is_file()


def test_what_building_lacks_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    from linux.tools import get_tools

    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit, match=r"sudo apt-get install .*dpkg-dev.* makeself"):
        get_tools(which=lambda name: None)
    with pytest.raises(SystemExit, match=r"sudo apt-get install libcups2 libpython3\.\d+"):
        get_tools(
            which=lambda name: name,
            present=lambda soname: soname != "libcups.so.2",
            has_python=lambda: False,
        )


def test_tools_that_only_check_may_be_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from linux.tools import CHECK_TOOLS, get_tools

    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    get_tools(
        which=lambda name: None if name in CHECK_TOOLS else f"/usr/bin/{name}",
        present=lambda soname: True,
        has_python=lambda: True,
    )
    assert (
        "sudo apt-get install appstream desktop-file-utils lintian nsis" in capsys.readouterr().out
    )


def test_a_tool_that_fails_is_told_in_its_own_words() -> None:
    from tool import run

    said = "print('working'); raise SystemExit('dpkg-shlibdeps: error: no libcups.so.2')"
    with pytest.raises(SystemExit) as stopped:
        run(sys.executable, "-c", said, hint="Install the package that has it.")
    name = Path(sys.executable).name
    assert stopped.value.code == (
        f"{name} failed: dpkg-shlibdeps: error: no libcups.so.2 Install the package that has it."
    )
    with pytest.raises(SystemExit, match="no-such-tool failed: it is not installed"):
        run("no-such-tool")


def test_the_change_log_is_read() -> None:
    from changelog import releases

    text = "# Changelog\n\n## [Unreleased]\n\n- B\n\n## [1.0.0] - 2026-01-02\n\n### Added\n\n- A\n"
    unreleased, first = releases(text)
    assert unreleased == ("Unreleased", None, "- B")
    assert first == ("1.0.0", date(2026, 1, 2), "### Added\n\n- A")


@pytest.mark.skipif(not shutil.which("makensis"), reason="makensis is not installed")
def test_the_windows_installer_compiles_without_a_warning(tmp_path: Path) -> None:
    from linux.checks import check_windows_installer

    made = check_windows_installer(ROOT, tmp_path, "1.2.3")
    assert made is not None
    assert made.read_bytes().startswith(b"MZ")


def test_file_times_can_be_set_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There os.utime refuses to leave links alone, whether there is one or not."""
    from freeze import set_times

    utime = os.utime

    def on_windows(path: Path, times: tuple[int, int], *, follow_symlinks: bool = True) -> None:
        if not follow_symlinks:
            raise NotImplementedError("utime: follow_symlinks unavailable on this platform")
        utime(path, times)

    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").touch()
    monkeypatch.setattr(os, "utime", on_windows)
    set_times(tmp_path, 1_700_000_000)
    assert (tmp_path / "folder" / "file").stat().st_mtime == 1_700_000_000


def test_installers_of_an_earlier_version_do_not_stay(tmp_path: Path) -> None:
    """Checks and trials take whatever installer is in dist/."""
    from package import remove_earlier

    for version in ("1.2.3", "1.2.4"):
        (tmp_path / f"peru-timeline_{version}_amd64.deb").touch()
        (tmp_path / f"peru-timeline-{version}-linux-x86_64.cdx.json").touch()
    (tmp_path / "peru-timeline").mkdir()
    remove_earlier(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["peru-timeline"]


def test_the_windows_installer_separates_folders_as_its_compiler_does_on_windows() -> None:
    """Elsewhere the compiler turns backslashes around; there it does not find "folder/*.*"."""
    script = (PACKAGING / "windows" / "installer.nsi").read_text(encoding="utf-8")
    lines = (line.strip() for line in script.splitlines())
    quoted = [name for line in lines if line[:1] != ";" for name in re.findall('"([^"]*)"', line)]
    assert r"${PAYLOAD}\*.*" in quoted
    assert [name for name in quoted if "/" in name.replace("/S", "")] == [
        "application/x-chronology+json"
    ]


def test_the_icons_of_windows_and_macos_have_every_size() -> None:
    icons = ROOT / "resources" / "icons"
    ico = (icons / "peru-timeline.ico").read_bytes()
    (count,) = struct.unpack_from("<4xH", ico)
    sizes = {ico[6 + 16 * number] or 256 for number in range(count)}
    assert sizes == {16, 24, 32, 48, 64, 128, 256}
    assert (icons / "peru-timeline.icns").read_bytes().startswith(b"icns")
