"""The file the reader's saved views of a chronology are kept in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.views import (
    SUFFIX,
    UnknownIdsError,
    ViewsFile,
    load_views,
    write_views,
)
from peru_timeline.files import put_aside
from peru_timeline.paths import user_data_dir
from peru_timeline.ui.commands.command_table import COMMAND_BY_ID
from peru_timeline.ui.look.wording import translated


def own_views_path(chronology: Chronology) -> Path:
    """Where the reader's views of a chronology are kept."""
    return user_data_dir() / "views" / f"{chronology.id}{SUFFIX}"


def load_own_views(chronology: Chronology, path: Path) -> tuple[ViewsFile, str]:
    """(the reader's views; those beside the chronology's file where there are none; what went wrong, if anything)."""
    empty = ViewsFile(chronology=chronology.id, title=dict(chronology.title))
    for found in (own_views_path(chronology), path.with_name(path.stem + SUFFIX)):
        if found.exists():
            try:
                return load_views(found, chronology), ""
            except UnknownIdsError as error:
                return empty, error.translated(translated)
            except ChronologyError as error:
                if found == own_views_path(chronology):  # another is not ours to move
                    put_aside(found)
                return empty, error.translated(translated)
    return empty, ""


def save_own_views(chronology: Chronology, views: ViewsFile) -> str:
    """Write the reader's views; gives a reason where that is not possible."""
    path = own_views_path(chronology)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_views(path, views)
    except OSError as error:
        return f"{path}: {translated(system_reason(error))}"
    return ""


def no_view_yet() -> str:
    """Say that there is none, and how to make one."""
    said = QCoreApplication.translate(
        "SavedViews", "No view is saved yet: “{0}” saves what you see"
    )
    return said.format(COMMAND_BY_ID["save_view"].label)
