from __future__ import annotations

import pytest

from peru_timeline.paths import default_chronology
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.state.open_chronology import OpenChronology, open_chronology
from tests.ui.subjects import subject_of


@pytest.fixture(scope="session")
def opened(qapp: object) -> OpenChronology:
    """The chronology that comes with the program."""
    return open_chronology(default_chronology())


@pytest.fixture
def subject(opened: OpenChronology) -> Subject:
    """The whole chronology."""
    return subject_of(opened)
