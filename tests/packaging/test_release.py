"""What `make release-check` compares, and the manifests it fills in."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from peru_timeline import HOMEPAGE

ROOT = Path(__file__).resolve().parents[2]
CHANGES = "# Changelog\n\n{unreleased}## [1.2.3] - 2026-01-02\n\n### Added\n\n- A\n"
DATA = "io.github.peru_timeline.peru_timeline.metainfo.xml"


@pytest.fixture(autouse=True)
def scripts_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts import each other by their bare names."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As much of a checkout as the comparison of versions reads, at version 1.2.3."""
    from release import check

    (tmp_path / "packaging" / "linux").mkdir(parents=True)
    recipe = ROOT / "packaging" / "linux" / DATA
    (tmp_path / "packaging" / "linux" / DATA).write_bytes(recipe.read_bytes())
    (tmp_path / "CHANGELOG.md").write_text(CHANGES.format(unreleased=""), encoding="utf-8")
    monkeypatch.setattr(check, "ROOT", tmp_path)
    monkeypatch.setattr(check, "__version__", "1.2.3")
    return tmp_path


def test_versions_that_agree(checkout: Path) -> None:
    from release.check import version_agrees

    assert version_agrees(None) == "1.2.3 of 2026-01-02"
    assert version_agrees("v1.2.3") == "1.2.3 of 2026-01-02"


def test_versions_that_do_not(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from release import check

    with pytest.raises(SystemExit, match=r"the tag v1\.2\.4 is not v1\.2\.3"):
        check.version_agrees("v1.2.4")
    waiting = CHANGES.format(unreleased="## [Unreleased]\n\n- B\n\n")
    (checkout / "CHANGELOG.md").write_text(waiting, encoding="utf-8")
    with pytest.raises(SystemExit, match=r"has changes under \[Unreleased\]"):
        check.version_agrees(None)
    (checkout / "CHANGELOG.md").write_text(CHANGES.format(unreleased=""), encoding="utf-8")
    monkeypatch.setattr(check, "__version__", "1.3.0")
    with pytest.raises(SystemExit, match=r"is not that of 1\.3\.0"):
        check.version_agrees(None)


def test_a_check_that_fails_is_told_and_the_next_one_runs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from release.check import passes

    def fails() -> str:
        raise SystemExit("the reason")

    assert not passes("first", fails)
    assert passes("second", lambda: "fine")
    assert capsys.readouterr().out == "FAILED  first: the reason\nok      second: fine\n"


def test_manifests_are_filled_in(tmp_path: Path) -> None:
    from release.manifests import fill_manifests

    asked: list[str] = []

    def sum_of(file: str) -> str:
        asked.append(file)
        return "0" * 64

    made = fill_manifests(tmp_path, "1.2.3", sum_of)
    texts = {path.name: path.read_text(encoding="utf-8") for path in made}
    assert [name for name, text in texts.items() if re.search(r"@[A-Z]", text)] == []
    assert sorted(asked) == [
        "peru-timeline-1.2.3-macos-arm64.dmg",
        "peru-timeline-1.2.3-macos-x86_64.dmg",
        "peru-timeline-1.2.3-setup.exe",
        "peru-timeline_1.2.3_amd64.deb",
    ]
    installer = yaml.safe_load(texts["PeruTimeline.PeruTimeline.installer.yaml"])
    assert installer["PackageVersion"] == "1.2.3"
    assert installer["Installers"][0]["InstallerSha256"] == "0" * 64
    flatpak = yaml.safe_load(texts["io.github.peru_timeline.peru_timeline.yaml"])
    (source,) = flatpak["modules"][0]["sources"]
    assert source["url"].startswith(f"{HOMEPAGE}/releases/download/v1.2.3/")
    assert not [word for word in flatpak["finish-args"] if "network" in word]


def test_what_a_winget_manifest_is_of_is_the_same_in_all_three(tmp_path: Path) -> None:
    from release.manifests import fill_manifests

    made = fill_manifests(tmp_path, "1.2.3", lambda file: "0" * 64)
    said = [
        yaml.safe_load(path.read_text("utf-8")) for path in made if path.parent.name == "winget"
    ]
    assert {one["ManifestType"] for one in said} == {"version", "installer", "defaultLocale"}
    for key in ("PackageIdentifier", "PackageVersion", "ManifestVersion"):
        assert len({str(one[key]) for one in said}) == 1


def test_installers_of_another_version_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from release import check

    monkeypatch.setattr(check, "DIST", tmp_path)
    monkeypatch.setattr(check, "__version__", "1.2.3")
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  peru-timeline_1.2.2_amd64.deb\n", "ascii")
    with pytest.raises(SystemExit, match=r"_1\.2\.2_amd64\.deb is not of 1\.2\.3: run"):
        check.installers(tmp_path)


def test_a_file_without_a_sum_is_told(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").touch()
    script = ROOT / "packaging" / "release" / "manifests.py"
    done = subprocess.run(
        [sys.executable, script, tmp_path, tmp_path / "out"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("SHA256SUMS has no line for peru-timeline_")


def test_every_installer_states_the_same_licences(tmp_path: Path) -> None:
    from release.manifests import fill_manifests

    packaging = ROOT / "packaging"
    rpm = (packaging / "linux" / "nfpm.yaml").read_text(encoding="utf-8")
    data = (packaging / "linux" / DATA).read_text(encoding="utf-8")
    made = fill_manifests(tmp_path, "1.2.3", lambda file: "0" * 64)
    (winget,) = (path for path in made if "locale" in path.name)
    said = [
        re.search(r"^license: (.*)$", rpm, re.M),
        re.search(r"<project_license>(.*)</project_license>", data),
        re.search(r"^License: (.*)$", winget.read_text(encoding="utf-8"), re.M),
    ]
    assert {found and found[1] for found in said} == {
        "MIT AND CC-BY-4.0 AND LGPL-3.0-only AND OFL-1.1"
    }
