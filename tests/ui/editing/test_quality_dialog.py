"""The quality sheet in the whole program."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from peru_timeline.ui.editing.quality_dialog import QualityDialog
from tests.ui.editing.forms import press
from tests.ui.windows import PACT, open_application, open_made_up


def test_each_line_leads_to_its_event_and_the_sheet_follows_the_work(
    qtbot: QtBot, tmp_path: Path
) -> None:
    whole = open_application(qtbot, open_made_up(tmp_path))
    press(whole, "quality")
    (dialog,) = whole.shell.findChildren(QualityDialog)
    assert not dialog.isModal()
    tops = [dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount())]
    names = [top.text(0) for top in tops if top is not None]
    assert names == [
        "One source only (4)",
        "Date known to no year (1)",
        "Years in which nothing begins (3)",
    ]
    first = tops[0]
    assert first is not None
    dialog.tree.itemActivated.emit(first.child(PACT), 0)
    assert whole.state.selection == PACT
    press(whole, "delete_event")
    again = dialog.tree.topLevelItem(0)
    assert again is not None
    assert again.text(0) == "One source only (3)"
    dialog.reject()
