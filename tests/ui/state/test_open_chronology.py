"""An open chronology and the search index that is built ahead for it, or called off."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from peru_timeline.chronology.search import SearchIndex
from peru_timeline.chronology.views import SavedView
from peru_timeline.timeline.view import view_of
from peru_timeline.ui.state import open_chronology
from peru_timeline.ui.state.view_state import ViewState
from tests.ui.windows import open_made_up


def test_a_closed_chronology_is_still_searched_by_who_shows_it(tmp_path: Path) -> None:
    """A presentation comes to its view with a search after the file was reloaded."""
    opened = open_made_up(tmp_path)
    state = ViewState(opened)
    opened.close()
    state.apply(view_of(SavedView.model_validate({"name": {"en": "V"}, "query": {"text": "port"}})))
    assert state.mask.sum() == 2


def test_an_index_that_is_called_off_ends_without_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread that builds it ends silently, and who waited for it builds another."""
    opened = open_made_up(tmp_path)
    begun = threading.Event()
    found: list[None] = []

    def slow(chronology: object, pause: object) -> SearchIndex:
        begun.set()
        while threading.current_thread() is not threading.main_thread():
            pause()  # type: ignore[operator]
        return SearchIndex(chronology, pause)  # type: ignore[arg-type]

    monkeypatch.setattr(open_chronology, "SearchIndex", slow)

    def ahead() -> None:
        found.append(opened.build_search_ahead())  # type: ignore[func-returns-value]

    thread = threading.Thread(target=ahead)
    thread.start()
    assert begun.wait(10)
    opened.close()
    assert opened.search.find("port").sum() == 2
    thread.join(10)
    assert found == [None]


def test_nothing_is_built_ahead_for_a_chronology_that_was_closed(tmp_path: Path) -> None:
    opened = open_made_up(tmp_path)
    opened.close()
    opened.build_search_ahead()
    assert opened._search_index == []
