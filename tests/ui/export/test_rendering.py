"""Rendering to the bytes of a file."""

from __future__ import annotations

from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.poster import PosterSpec
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.export import rendering
from peru_timeline.ui.look.theme import LIGHT


def test_a_poster_can_be_stopped_while_it_is_drawn(subject: Subject) -> None:
    spec = PosterSpec(PageSpec(NAMED["a4"]), 2)
    asked: list[int] = []

    def progress(done: int, _everything: int) -> bool:
        asked.append(done)
        return len(asked) < 4

    assert rendering.poster(subject, spec, LIGHT, progress) is None
