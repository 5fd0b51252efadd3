"""The file in which the reader's saved views of a chronology are kept."""

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
    """The path of the file with the reader's views of a chronology."""
    return user_data_dir() / "views" / f"{chronology.id}{SUFFIX}"


def load_own_views(chronology: Chronology, path: Path) -> tuple[ViewsFile, str]:
    """Load the reader's views, or if there are none those beside the chronology's file: (views, a fault or "").

    A damaged file of the reader's is put aside.
    """
    empty = ViewsFile(chronology=chronology.id, title=dict(chronology.title))
    for found in (own_views_path(chronology), path.with_name(path.stem + SUFFIX)):
        if found.exists():
            try:
                return load_views(found, chronology), ""
            except UnknownIdsError as error:
                return empty, error.translated(translated)
            except ChronologyError as error:
                if found == own_views_path(chronology):  # a file elsewhere is not ours to move
                    put_aside(found)
                return empty, error.translated(translated)
    return empty, ""


def save_own_views(chronology: Chronology, views: ViewsFile) -> str:
    """Save the reader's views; return why that is not possible, or ""."""
    path = own_views_path(chronology)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_views(path, views)
    except OSError as error:
        return f"{path}: {translated(system_reason(error))}"
    return ""


def no_view_yet() -> str:
    """Says that there are no views yet, and how to save one."""
    said = QCoreApplication.translate(
        "SavedViews", "There are no saved views yet. “{0}” saves what you see."
    )
    return said.format(COMMAND_BY_ID["save_view"].label)
