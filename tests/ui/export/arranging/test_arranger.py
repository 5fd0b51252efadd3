"""Arranging in the export preview with the mouse and with keys, back and forth."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.arranging.edits import NO_EDITS, EventEdit
from peru_timeline.ui.export.arranging.parts import Part
from peru_timeline.ui.export.export_dialog import ExportDialog
from tests.ui.export.arranging.previews import (
    EVENT,
    button,
    click,
    decided,
    drag,
    index,
    middle,
    press,
    preview_of,
    shown,
    told,
)


def test_a_click_chooses_and_a_double_click_switches_off(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    part = Part("event", index(dialog))
    click(qtbot, dialog, part)
    assert preview_of(dialog).current == part
    assert dialog.form.edits == NO_EDITS
    QTest.mouseDClick(preview_of(dialog), Qt.MouseButton.LeftButton, pos=middle(dialog, part))
    assert told(dialog) is None
    assert decided(dialog).shown is False
    assert "Title off" in preview_of(dialog).accessibleName()
    QTest.keyClick(preview_of(dialog), Qt.Key.Key_Space)
    assert told(dialog) is not None


def test_a_title_is_dragged_to_the_other_side_and_to_another_row(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    before = told(dialog)
    assert before is not None
    start = middle(dialog, Part("event", index(dialog)))
    lowest = max(shown(dialog).told, key=lambda item: item.mark.y)
    by = QPointF(-90.0, lowest.mark.y - before.mark.y) * preview_of(dialog).zoom
    drag(qtbot, dialog, start, start + by.toPoint())
    after = told(dialog)
    assert after is not None
    assert (after.side, after.row) == ("left", lowest.row)


def test_keys_do_all_of_it(qtbot: QtBot, dialog: ExportDialog) -> None:
    preview = preview_of(dialog)
    preview.setFocus(Qt.FocusReason.TabFocusReason)
    assert preview.current == Part("headline")
    seen = []
    while preview.current != Part("event", index(dialog)):
        QTest.keyClick(preview, Qt.Key.Key_Tab)
        seen.append(preview.current)
        assert len(seen) < 30
    assert seen[0] == Part("caption")
    for key, expected in (
        (Qt.Key.Key_Left, {"side": "left"}),
        (Qt.Key.Key_H, {"side": "left", "look": "highlighted"}),
        (Qt.Key.Key_D, {"side": "left", "look": "dimmed"}),
        (Qt.Key.Key_D, {"side": "left"}),
        (Qt.Key.Key_Right, {"side": "right"}),
    ):
        QTest.keyClick(preview, key)
        assert decided(dialog) == EventEdit.model_validate({"event": EVENT, **expected})
    row = told(dialog)
    assert row is not None
    QTest.keyClick(preview, Qt.Key.Key_Down)
    assert decided(dialog).row == row.row + 1
    assert f"row {row.row + 1}" in preview.accessibleName()
    while preview.hasFocus():
        QTest.keyClick(preview, Qt.Key.Key_Tab)
    assert preview.current is not None


def test_back_and_forth_by_button_and_key(qtbot: QtBot, dialog: ExportDialog) -> None:
    click(qtbot, dialog, Part("event", index(dialog)))
    assert not button(dialog, "undo").isEnabled()
    QTest.keyClick(preview_of(dialog), Qt.Key.Key_Space)
    QTest.keyClick(preview_of(dialog), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.form.edits == NO_EDITS
    assert told(dialog) is not None
    press(qtbot, dialog, "redo")
    assert told(dialog) is None
    press(qtbot, dialog, "reset")
    assert dialog.form.edits == NO_EDITS
    press(qtbot, dialog, "undo")
    assert told(dialog) is None


@pytest.mark.parametrize("kind", ["headline", "caption"])
def test_words_are_edited_in_place(qtbot: QtBot, dialog: ExportDialog, kind: str) -> None:
    part = Part("headline" if kind == "headline" else "caption")
    preview = preview_of(dialog)
    before = dialog.form.draft
    QTest.mouseDClick(preview, Qt.MouseButton.LeftButton, pos=middle(dialog, part))
    line = dialog.findChild(QLineEdit, "text_in_place")
    assert line is not None
    assert line.isVisible()
    QTest.keyClicks(line, "Who owns the port?")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "Who owns the port?" in (dialog.form.draft.headline, dialog.form.draft.caption)
    assert any(said.text == "Who owns the port?" for said in shown(dialog).head)
    press(qtbot, dialog, "undo")
    assert dialog.form.draft == before
    preview.choose(part)
    preview.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_F2)
    QTest.keyClicks(line, "Never mind")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.form.draft == before
