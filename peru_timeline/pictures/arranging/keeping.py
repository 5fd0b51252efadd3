"""Keeping a draft with its view, or as a new view."""

from __future__ import annotations

from peru_timeline.chronology.arranging.edits import NO_EDITS
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.views import ViewsFile
from peru_timeline.pictures.arranging.history import Draft
from peru_timeline.pictures.subject import Subject
from peru_timeline.timeline.view import saved_view


def kept_in(
    views: ViewsFile, position: int | None, name: str, subject: Subject, draft: Draft
) -> tuple[ViewsFile, int]:
    """(the views with the draft in them, the position of its view).

    Without a position a new view of the subject is added under the name, which no other has. Words are kept in the
    language of the subject; those in other languages stay as they are. A headline is kept only if it is not the view's
    name.
    """
    language = subject.language
    if position is None:
        position = len(views.views)
        views = views.with_view(saved_view(subject.view, {language: name}, None))
    saved = views.views[position]
    edits = draft.edits
    other = edits.headline or (saved.picture or NO_EDITS).headline or {}
    is_name = draft.headline == in_language(saved.name, language)
    headline = {tag: text for tag, text in other.items() if tag != language}
    if not is_name and draft.headline:
        headline[language] = draft.headline
    edits = edits.model_copy(update={"headline": headline or None})
    captions = {tag: text for tag, text in (saved.caption or {}).items() if tag != language}
    if draft.caption:
        captions[language] = draft.caption
    changed = {"picture": None if edits == NO_EDITS else edits, "caption": captions or None}
    return views.with_change(position, saved.model_copy(update=changed)), position
