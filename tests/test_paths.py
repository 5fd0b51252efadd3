from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from peru_timeline import paths

ROOT = Path(__file__).resolve().parent.parent


def test_source_tree_finds_resources_and_seeds_beside_the_package() -> None:
    assert paths.resources_dir() == ROOT / "resources"
    assert paths.seeds_dir() == ROOT / "seeds"
    assert paths.default_chronology().parent == paths.seeds_dir()


@pytest.mark.parametrize(
    "folder",
    [paths.resources_dir, paths.seeds_dir, paths.fonts_dir, paths.icons_dir],
)
def test_bundled_folders_exist(folder: object) -> None:
    assert callable(folder)
    assert folder().is_dir()


def test_default_chronology_exists() -> None:
    assert paths.default_chronology().is_file()


def test_installed_package_finds_its_bundled_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "peru_timeline"
    (package / "_bundled").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE_DIR", package)
    assert paths.resources_dir() == package / "_bundled" / "resources"
    assert paths.seeds_dir() == package / "_bundled" / "seeds"


def test_frozen_program_finds_its_unpacked_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.seeds_dir() == tmp_path / "peru_timeline" / "_bundled" / "seeds"
    assert paths.licences_dir() == tmp_path / "licences"


def test_only_the_frozen_program_has_a_licence_folder() -> None:
    assert paths.licences_dir() is None


def test_the_home_variable_names_one_folder_for_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "stick"))
    assert paths.user_config_dir() == tmp_path / "stick" / "config"
    assert paths.user_data_dir() == tmp_path / "stick" / "data"
    assert paths.user_cache_dir() == tmp_path / "stick" / "cache"
    assert paths.user_log_dir() == tmp_path / "stick" / "log"


def test_the_default_is_the_systems_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    folders = [
        paths.user_config_dir(),
        paths.user_data_dir(),
        paths.user_cache_dir(),
        paths.user_log_dir(),
    ]
    assert len(set(folders)) == len(folders)
    for folder in folders:
        assert folder.is_absolute()
        assert paths.APP_NAME in folder.parts


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG folders are Linux's")
def test_settings_follow_xdg_on_linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert paths.user_config_dir() == tmp_path / "peru-timeline"


def test_asking_for_a_folder_does_not_create_it(isolated_user_dirs: Path) -> None:
    paths.user_config_dir()
    paths.user_cache_dir()
    assert not isolated_user_dirs.exists()


def test_tests_never_touch_the_settings_of_the_developer(isolated_user_dirs: Path) -> None:
    assert os.environ[paths.HOME_VARIABLE] == str(isolated_user_dirs)
    assert paths.user_config_dir().is_relative_to(isolated_user_dirs)
