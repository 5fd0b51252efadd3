"""The repository checks itself: versions, locks and files that must agree, and what the wheel contains."""

from __future__ import annotations

import re
import tomllib
import zipfile
from pathlib import Path

import pytest

from peru_timeline import __version__

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def locked_versions(name: str) -> set[str]:
    """The locked versions, as in ``numpy==2.4.6 ; python_full_version < '3.12'``."""
    lines = read(name).splitlines()
    return {line.rstrip(" \\") for line in lines if re.match(r"[a-z]", line)}


def test_changelog_starts_with_this_version() -> None:
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$", read("CHANGELOG.md"), re.M)
    assert versions[0] == __version__


def test_types_are_checked_the_same_on_every_system() -> None:
    """The workflow runs mypy on Windows and macOS too, where it took our branches for Linux for dead code."""
    mypy = tomllib.loads(read("pyproject.toml"))["tool"]["mypy"]
    assert (mypy["platform"], mypy["python_version"]) == ("linux", "3.11")


def test_the_version_is_in_one_place() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert "version" not in project
    assert "version" in project["dynamic"]


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_version_has_hashes(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z])", read(name))
    for block in blocks[1:]:
        assert "--hash=sha256:" in block, block


@pytest.mark.parametrize("name", LOCKS)
def test_locks_contain_no_address(name: str) -> None:
    assert "://" not in read(name)


def test_the_program_and_its_tests_use_the_same_versions() -> None:
    assert locked_versions("requirements.lock") <= locked_versions("requirements-dev.lock")


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.split(r"[<>=;\s]", line)[0].lower() for line in wanted}
    locked = {line.split("==")[0] for line in locked_versions("requirements-dev.lock")}
    assert names <= locked


def test_pyside6_stays_below_6_12_on_python_3_11() -> None:
    bounds = [
        line for line in locked_versions("requirements-dev.lock") if line.startswith("pyside6")
    ]
    older = next(line for line in bounds if "< '3.12'" in line)
    major, minor = re.findall(r"==(\d+)\.(\d+)", older)[0]
    assert (int(major), int(minor)) < (6, 12)


def test_every_make_target_is_explained_to_contributors() -> None:
    targets = re.findall(r"^([a-z-]+):", read("Makefile"), re.M)
    explained = read("CONTRIBUTING.md")
    assert [name for name in targets if f"make {name}" not in explained] == []


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/install.md"]
)
def test_links_inside_the_repository_lead_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    targets = re.findall(r"\]\(([^)#]+)", read(page))
    broken = [to for to in targets if "://" not in to and not (folder / to).exists()]
    assert broken == []


def test_every_font_has_its_licence_beside_it() -> None:
    families = [path for path in (ROOT / "resources" / "fonts").iterdir() if path.is_dir()]
    assert {path.name for path in families} == {"Arimo", "Inter", "SourceSerif4", "Tinos"}
    for family in families:
        assert list(family.glob("*.ttf"))
        assert "SIL OPEN FONT LICENSE Version 1.1" in read(str(family / "LICENSE.txt"))


@pytest.mark.parametrize("size_px", [16, 24, 32, 48, 64, 128, 256, 512])
def test_the_icon_exists_in_every_size(size_px: int) -> None:
    png = (ROOT / "resources" / "icons" / f"peru-timeline-{size_px}.png").read_bytes()
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == size_px


@pytest.fixture(scope="module")
def wheel_names(wheel: Path) -> set[str]:
    """The names of the files in a wheel built from the current source tree."""
    assert __version__ in wheel.name
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize(
    "name",
    [
        "peru_timeline/__main__.py",
        "peru_timeline/py.typed",
        "peru_timeline/_bundled/seeds/peru-1992-2023.chronology",
        "peru_timeline/_bundled/resources/fonts/Inter/Inter-Regular.ttf",
        "peru_timeline/_bundled/resources/fonts/Inter/LICENSE.txt",
        "peru_timeline/_bundled/resources/fonts/SourceSerif4/SourceSerif4-Regular.ttf",
        "peru_timeline/_bundled/resources/icons/peru-timeline.svg",
    ],
)
def test_the_wheel_contains_what_the_program_reads(wheel_names: set[str], name: str) -> None:
    assert name in wheel_names


def test_the_wheel_contains_every_resource_and_seed(wheel_names: set[str]) -> None:
    for folder in ("resources", "seeds"):
        files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
        expected = {f"peru_timeline/_bundled/{path.relative_to(ROOT).as_posix()}" for path in files}
        assert expected <= wheel_names


def test_the_wheel_contains_no_tests(wheel_names: set[str]) -> None:
    tops = {name.split("/")[0] for name in wheel_names}
    assert tops == {"peru_timeline", f"peru_timeline-{__version__}.dist-info"}
