"""The rules of the house: the size of folders, modules and functions, what rooms say of themselves, and
whether every link and path in a document leads somewhere."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "peru_timeline"
MOST_MODULES = 15
LONGEST_MODULE = 300
LONGEST_FUNCTION = 60
LEAST_WORDS = 10
"""A docstring of a room with fewer words cannot say what lives there."""

MODULES = sorted(
    path
    for top in ("benchmarks", "packaging", "peru_timeline", "tests")
    for path in (ROOT / top).rglob("*.py")
)
PACKAGES = sorted(path.parent for path in PROGRAM.rglob("__init__.py"))
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(
            page
            for top in ("docs", "packaging", "resources", "seeds")
            for page in (ROOT / top).glob("*.md")
        ),
    ]
)
FIRST_PARTS = {path.name for folder in (ROOT, PROGRAM) for path in folder.iterdir()}
MADE = {"build", "dist", ".venv", "__pycache__"}
"""Folders that commands create; a fresh clone does not have them."""
FILE = re.compile(r"([\w-]+/)*[\w.-]+\.(py|md|toml|lock|sh|spec|nsi)")
PATH = re.compile(r"(\.\./)?[\w.-]+(/[\w.-]+)+/?")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(module: Path) -> Iterator[tuple[str, int]]:
    """(name, number of lines) of each function, decorators included."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min(part.lineno for part in (node, *node.decorator_list))
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - first + 1


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def paths_named(text: str) -> Iterator[tuple[str, str]]:
    """(room, path) for what is in backquotes and reads as a path of this repository.

    In a table, paths are below the room that the first cell of their row names; elsewhere the room is "".
    """
    for line in text.splitlines():
        first_cell = re.match(r"\| `([\w/]+/)` \|", line)
        for quoted in re.findall(r"`([^`]+)`", line):
            top = quoted.removeprefix("../").split("/")[0]
            is_path = PATH.fullmatch(quoted) and top in FIRST_PARTS - MADE
            if FILE.fullmatch(quoted) or is_path:
                yield (first_cell[1] if first_cell else ""), quoted


@pytest.mark.parametrize("folder", PACKAGES, ids=name)
def test_a_folder_has_few_modules(folder: Path) -> None:
    modules = [path.name for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MOST_MODULES, modules


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_and_its_functions_are_short(module: Path) -> None:
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_MODULE
    assert [found for found in functions(module) if found[1] > LONGEST_FUNCTION] == []


def test_every_folder_of_modules_is_a_package() -> None:
    assert {module.parent for module in PROGRAM.rglob("*.py")} == set(PACKAGES)


@pytest.mark.parametrize("folder", PACKAGES, ids=name)
def test_a_room_says_what_lives_there(folder: Path) -> None:
    text = (folder / "__init__.py").read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(text)) or ""
    assert len(docstring.split()) >= LEAST_WORDS


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    for target in (target for target in targets if "://" not in target):
        file, _, anchor = target.partition("#")
        linked = page.parent / file if file else page
        assert linked.exists(), target
        assert not anchor or anchor in anchors(linked), target


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_path_named_in_a_document_exists(page: Path) -> None:
    named = set(paths_named(page.read_text(encoding="utf-8")))
    lost = [
        path
        for room, path in sorted(named)
        if not any((base / path).exists() for base in (page.parent, ROOT, PROGRAM, PROGRAM / room))
    ]
    assert lost == []


def test_the_architecture_shows_the_layers_of_the_contract() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    shown = re.search(r"^    __main__ → (.|\n)*?\n\n", page, re.M)
    assert shown is not None
    assert " ".join(shown[0].split()) == " → ".join(re.sub(r"[()]", "", layer) for layer in layers)


def test_the_architecture_lists_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `([\w/]+)/` \|", page, re.M))
    rooms = {folder.relative_to(PROGRAM).as_posix() for folder in PACKAGES} - {".", "ui"}
    assert {room for room in rooms if room.count("/") < 2} <= listed
