"""Statuses in words."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.models import Status
from peru_timeline.chronology.wording import status_in_words


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_status_has_words_of_its_own(language: str) -> None:
    words = [status_in_words(status, language) for status in Status]
    assert all(words)
    assert len(set(words)) == len(Status)


def test_languages() -> None:
    assert status_in_words(Status.REPORTED, "es-PE") == "según informes"
    assert status_in_words(Status.REPORTED, "en") == "reported"
    assert status_in_words(Status.REPORTED, "fr") == "reported"
