"""Where the reader's saved views are, and one of them by its name."""

from __future__ import annotations

from pathlib import Path

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.views import SUFFIX, SavedView, ViewsFile
from peru_timeline.paths import user_data_dir


def own_views_path(chronology: Chronology) -> Path:
    """The path of the file with the reader's views of a chronology."""
    return user_data_dir() / "views" / f"{chronology.id}{SUFFIX}"


def view_named(views: ViewsFile, name: str) -> SavedView | None:
    """The view with this name in any language; capitals do not matter where no other differs by them alone."""
    exact = (view for view in views.views if name in view.name.values())
    folded = (
        view
        for view in views.views
        if name.casefold() in (each.casefold() for each in view.name.values())
    )
    return next(exact, None) or next(folded, None)
