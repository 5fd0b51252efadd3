from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.state.view_state import ViewState
from tests.ui.windows import PACT, PORT, STRIKE, TALKS, VISIT, open_made_up, state_of


@pytest.fixture
def state(qapp: object, tmp_path: Path) -> ViewState:
    return state_of(tmp_path)


def shown(state: ViewState) -> list[int]:
    return [int(event) for event in np.flatnonzero(state.mask)]


def test_at_first_everything_is_shown(state: ViewState) -> None:
    assert shown(state) == [PORT, PACT, VISIT, TALKS, STRIKE]
    assert state.hits is None
    assert state.selection is None


def test_a_bloc_covers_those_below_it(state: ViewState) -> None:
    state.choose("actors", "china", chosen=True)
    assert shown(state) == [PORT, PACT, TALKS]


def test_taking_one_out_of_a_chosen_bloc_leaves_its_others(state: ViewState) -> None:
    state.choose("actors", "china", chosen=True)
    state.choose("actors", "cosco", chosen=False)
    assert state.query.actors == frozenset()  # China has no other actor below it
    state.choose("actors", "united-states", chosen=True)
    assert shown(state) == [VISIT]


def test_all_of_the_chosen_actors(state: ViewState) -> None:
    state.choose("actors", "china", chosen=True)
    state.choose("actors", "peru", chosen=True)
    state.set_match("all")
    assert shown(state) == [PORT, PACT, TALKS]


def test_search_folds_accents_and_case(state: ViewState) -> None:
    state.set_text("CERRON")
    assert shown(state) == [TALKS]
    assert state.hits is not None
    assert list(np.flatnonzero(state.hits)) == [TALKS]


def test_filter_and_undo_give_the_same_mask(state: ViewState) -> None:
    before = state.mask.copy()
    state.choose("sectors", "trade", chosen=True)
    assert shown(state) == [PACT, TALKS]
    state.choose("sectors", "trade", chosen=False)
    assert (state.mask == before).all()


def test_steps_go_through_the_shown_events_and_stop_at_the_ends(state: ViewState) -> None:
    state.only("sectors", "trade")
    for expected in (PACT, TALKS, TALKS):
        state.step(1)
        assert state.selection == expected
    state.step(-1)
    assert state.selection == PACT


def test_a_step_from_an_event_that_is_filtered_out_goes_to_the_next_shown(
    state: ViewState,
) -> None:
    state.select(VISIT)
    state.only("sectors", "trade")
    state.step(1)
    assert state.selection == TALKS
    state.select(VISIT)
    state.step(-1)
    assert state.selection == PACT


def test_nothing_is_said_when_nothing_changes(qtbot: QtBot, state: ViewState) -> None:
    with (
        qtbot.assertNotEmitted(state.query_changed),
        qtbot.assertNotEmitted(state.selection_changed),
        qtbot.assertNotEmitted(state.grouping_changed),
    ):
        state.set_query(state.query)
        state.select(None)
        state.set_grouping(Grouping.SECTOR)


def test_another_reading_of_the_file_keeps_filter_and_selection_by_id(
    state: ViewState, tmp_path: Path
) -> None:
    state.only("sectors", "trade")
    state.select(TALKS)
    fewer = [e for e in state.opened.chronology.events if e.id != "port"]
    changed = open_made_up(tmp_path, {"events": [e.model_dump(mode="json") for e in fewer]})
    state.set_opened(changed)
    assert state.selection is not None
    assert changed.chronology.events[state.selection].id == "talks"
    assert state.query.sectors == {"trade"}
