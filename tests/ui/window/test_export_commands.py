"""The window's commands for exporting, saving views and presenting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from peru_timeline.paths import default_chronology, user_config_dir
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.export.export_dialog import ExportDialog
from peru_timeline.ui.stage.presentation import Presentation
from peru_timeline.ui.stage.saved_views_dialog import SavedViewsDialog
from peru_timeline.ui.stage.saved_views_file import load_own_views
from peru_timeline.ui.stage.view_naming import ViewNaming
from peru_timeline.ui.state.open_chronology import open_chronology
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.commands.export_commands import ExportCommands
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui import windows


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = windows.window(qtbot, ViewState(open_chronology(default_chronology())))
    yield made
    made.widget.close()


def exports_of(window: MainWindow) -> ExportCommands:
    return window.exports


def answered(
    window: MainWindow, command: str, kind: type[QDialog], accept: bool = False
) -> QDialog:
    """Run a command and end the dialog that it opens."""
    seen: list[QDialog] = []

    def end() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        seen.append(dialog)
        (dialog.accept if accept else dialog.reject)()

    QTimer.singleShot(0, window.widget, end)
    window.actions_by_id[command].trigger()
    return seen[0]


def test_export_opens_and_remembers(window: MainWindow) -> None:
    answered(window, "export", ExportDialog)
    assert (user_config_dir() / "export.json").exists()


def test_a_span_chosen_in_the_timeline_is_what_is_exported(window: MainWindow) -> None:
    asked: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        asked.append(f"{dialog.choice.what} {dialog.form.subject().span.width:.0f}")
        dialog.reject()

    QTimer.singleShot(0, window.widget, look)
    window.timeline.export_requested.emit(TimeSpan(735000.0, 735100.0))
    assert asked == ["span 100"]


def test_lanes_as_the_reader_has_them_are_what_is_exported(window: MainWindow) -> None:
    """In their order; one that is alone stands alone."""
    lanes, exports = window.timeline.lanes, exports_of(window)
    before = window.timeline.scene.lanes
    lanes.show_order((before[2].id,))
    subject = exports.subject()
    assert subject.lanes.order == (before[2].id,)
    assert subject.mask.all()
    lanes.toggle_alone(window.timeline.scene.lanes[0])
    of_lane = exports.subject().mask
    assert of_lane.sum() == before[2].count


def test_a_view_is_saved_and_shown_again(window: MainWindow) -> None:
    state = exports_of(window).subject().chronology
    before = len(load_own_views(state, default_chronology())[0].views)
    answered(window, "save_view", ViewNaming, accept=True)
    views, trouble = load_own_views(state, default_chronology())
    assert trouble == ""
    assert len(views.views) == before + 1
    answered(window, "saved_views", SavedViewsDialog)
    window.saved_views.show_view(views.views[4])
    assert exports_of(window).subject().query == views.views[4].query


def test_presenting_leaves_the_window_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    before = exports_of(window).subject()
    window.actions_by_id["present"].trigger()
    shown = window.saved_views.presentation
    assert isinstance(shown, Presentation)
    shown.show_view(4, fly=False)
    with qtbot.waitSignal(shown.closed):
        shown.close()
    after = exports_of(window).subject()
    assert (after.query, after.span, after.selection) == (
        before.query,
        before.span,
        before.selection,
    )
    assert window.saved_views.presentation is None


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("copy_bibtex", "@"),
        ("copy_ris", "TY  - "),
        ("copy_csl", '"id"'),
        ("copy_apa", "Hearn, K. (2012a, May 27). "),
        ("copy_mla", "Hearn, Kelly. “"),
        ("copy_chicago", "May 27, 2012. https://"),
        ("copy_iso690", "HEARN, Kelly, 2012a. "),
    ],
)
def test_sources_are_copied_as_bibliographies(window: MainWindow, command: str, words: str) -> None:
    window.actions_by_id[command].trigger()
    assert words in QGuiApplication.clipboard().text()
