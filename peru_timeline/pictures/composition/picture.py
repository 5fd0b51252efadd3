"""A picture in the style that is asked for: every event as the window draws it, or few for an audience."""

from __future__ import annotations

from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import Composition, CompositionSpec, Measures
from peru_timeline.pictures.page import Page, PageSpec
from peru_timeline.pictures.subject import Subject

Picture = Page | Composition


def picture_of(subject: Subject, spec: PageSpec, measures: Measures) -> Picture:
    """Compose the picture; for an audience with the selected event quoted. Raises PageError without room for it."""
    if spec.style == "full":
        return compose(subject, spec, measures.sans)
    asked = CompositionSpec(
        spec.size,
        spec.title,
        spec.subtitle,
        focus=subject.selection,
        legend=spec.legend,
        sources=spec.foot,
    )
    return compose_for_audience(subject, asked, measures)
