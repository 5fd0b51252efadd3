"""Subjects of pictures, from an opened chronology."""

from __future__ import annotations

from peru_timeline.chronology.query import Query
from peru_timeline.pictures.subject import Subject, make_subject
from peru_timeline.timeline.view import View
from peru_timeline.ui.state.open_chronology import OpenChronology


def subject_of(opened: OpenChronology, query: Query | None = None, language: str = "en") -> Subject:
    view = View(exact=False, query=query or Query())
    return make_subject(opened.chronology, opened.columns, opened.facets, view, language)
