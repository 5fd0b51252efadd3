"""Views as files of saved views keep them, and back."""

from __future__ import annotations

from peru_timeline.chronology.text import LanguageMap
from peru_timeline.chronology.views import SavedView, span_of_days
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.view import View


def view_of(saved: SavedView) -> View:
    """The look at a chronology that a saved view keeps."""
    return View(
        span=None if saved.days is None else TimeSpan(*map(float, saved.days)),
        exact=False,
        query=saved.query,
        grouping=Grouping(saved.grouping),
        selection=saved.selection,
    )


def saved_view(view: View, name: LanguageMap, caption: LanguageMap | None) -> SavedView:
    """Save a look at a chronology under a name; its span is widened to whole days."""
    return SavedView(
        name=name,
        caption=caption,
        span=None if view.span is None else span_of_days(view.span.start, view.span.end),
        query=view.query,
        grouping=view.grouping.value,
        selection=view.selection,
    )
