"""A browser, the page of Peru as the program writes it, and packages of other authors."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from peru_timeline.paths import seeds_dir
from tests.browser.driver import CHROMIUM, DRIVER, MISSING, Browser, chromium
from tests.pictures.conftest import peru as peru

STORY = seeds_dir() / "peru-1992-2023.views.json"


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None or DRIVER is None:
        pytest.skip(MISSING)
    with chromium(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def desk(browser: Browser) -> Browser:
    browser.media()
    browser.script(allowed=True)
    browser.resize(1440, 900)
    return browser


@pytest.fixture
def phone(browser: Browser) -> Browser:
    browser.media()
    browser.script(allowed=True)
    browser.resize(390, 844, touch=True)
    return browser


@pytest.fixture(scope="session")
def peru_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of Peru with its story, written by the program in a process of its own."""
    page = tmp_path_factory.mktemp("page") / "peru.html"
    asked = [sys.executable, "-m", "peru_timeline", "render", str(page), "--story", str(STORY)]
    subprocess.run(asked, check=True, capture_output=True)
    return page


@pytest.fixture
def page(desk: Browser, peru_page: Path) -> Browser:
    desk.open(peru_page)
    desk.run("try { localStorage.clear() } catch { }")
    desk.open(peru_page)
    desk.rest()
    return desk


@pytest.fixture
def small_page(phone: Browser, peru_page: Path) -> Browser:
    phone.open(peru_page)
    phone.rest()
    return phone
