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
    own_views_path,
    write_views,
)
from peru_timeline.files import exists, put_aside
from peru_timeline.ui.commands.command_table import COMMAND_BY_ID
from peru_timeline.ui.look.wording import translated


def load_own_views(chronology: Chronology, path: Path) -> tuple[ViewsFile, str]:
    """Load the reader's views, or if there are none those beside the chronology's file: (views, a fault or "").

    A damaged file of the reader's is put aside. Faults of the other one do not keep the reader from saving views of
    their own; `fault_beside` tells them.
    """
    own, empty = own_views_path(chronology), _no_views(chronology)
    if exists(own):
        try:
            return load_views(own, chronology), ""
        except UnknownIdsError as error:
            return empty, error.translated(translated)
        except ChronologyError as error:
            put_aside(own)
            return empty, error.translated(translated)
    return _load_beside(chronology, path)[0], ""


def fault_beside(chronology: Chronology, path: Path) -> str:
    """Say why the views beside the chronology's file are not among the reader's, or ""."""
    return "" if exists(own_views_path(chronology)) else _load_beside(chronology, path)[1]


def _load_beside(chronology: Chronology, path: Path) -> tuple[ViewsFile, str]:
    beside = path.with_name(path.stem + SUFFIX)
    if not exists(beside):
        return _no_views(chronology), ""
    try:
        return load_views(beside, chronology), ""
    except ChronologyError as error:
        return _no_views(chronology), error.translated(translated)


def _no_views(chronology: Chronology) -> ViewsFile:
    return ViewsFile(chronology=chronology.id, title=dict(chronology.title))


def save_own_views(chronology: Chronology, views: ViewsFile) -> str:
    """Save the reader's views; return why that is not possible, or ""."""
    path = own_views_path(chronology)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_views(path, views, private=True)
    except OSError as error:
        return f"{path}: {translated(system_reason(error))}"
    return ""


def no_view_yet() -> str:
    """Says that there are no views yet, and how to save one."""
    said = QCoreApplication.translate(
        "SavedViews", "There are no saved views yet. “{0}” saves what you see."
    )
    return said.format(COMMAND_BY_ID["save_view"].label)
