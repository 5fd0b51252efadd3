"""The menu of the preview, and keeping an arrangement with a view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from peru_timeline.ui.export.arranging.parts import Part
from peru_timeline.ui.export.export_dialog import ExportDialog
from tests.ui.export.arranging.previews import (
    EVENT,
    QUERY,
    Kept,
    button,
    index,
    message,
    press,
    preview_of,
    shown,
)


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_the_menu_offers_the_same_and_titles_that_are_not_shown(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    preview_of(dialog).choose(Part("event", index(dialog)))
    menu = dialog._arranger._menu(None)
    assert entries(menu)[:3] == ["Title shown", "Highlighted", "Dimmed"]
    others = next(action for action in menu.actions() if "another title" in action.text())
    left_out = shown(dialog).left_out
    assert f"({len(left_out)})" in others.text()
    offered = others.menu()
    assert isinstance(offered, QMenu)
    offered.actions()[0].trigger()
    assert left_out[0] in shown(dialog).events
    menu.close()


def test_an_arrangement_is_kept_with_its_view(
    qtbot: QtBot, dialog: ExportDialog, kept: Kept
) -> None:
    what = dialog.form.chosen.what
    what.setCurrentIndex(what.findText("View: Chancay"))
    assert dialog.form.draft.headline == "Chancay"
    assert dialog.form.draft.caption == "A port"
    assert not button(dialog, "keep").isEnabled()
    dialog.refresh()
    preview_of(dialog).choose(Part("event", index(dialog)))
    QTest.keyClick(preview_of(dialog), Qt.Key.Key_H)
    assert "Not kept" in message(dialog)
    dialog.form._title.setText("A port grows")
    press(qtbot, dialog, "keep")
    (views,) = kept.saved
    (view,) = views.views
    assert view.picture is not None
    assert view.picture.headline == {"en": "A port grows"}
    assert view.picture.of(EVENT).look == "highlighted"
    assert view.name == {"en": "Chancay"}
    assert "Kept" in message(dialog)
    assert not button(dialog, "keep").isEnabled()


def test_what_belongs_to_no_view_asks_for_a_name(
    qtbot: QtBot, dialog: ExportDialog, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview_of(dialog).choose(Part("event", index(dialog)))
    QTest.keyClick(preview_of(dialog), Qt.Key.Key_Space)
    assert "no saved view yet" in message(dialog)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args: ("Chancay", True))
    press(qtbot, dialog, "keep")
    assert "exists" in message(dialog)
    assert kept.saved == []
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args: ("Port", True))
    kept.fault = "views.json: no space left"
    press(qtbot, dialog, "keep")
    assert message(dialog) == kept.fault
    kept.fault = ""
    press(qtbot, dialog, "keep")
    view = kept.saved[-1].views[-1]
    assert view.name == {"en": "Port"}
    assert view.query == QUERY
    assert view.picture is not None
    assert view.picture.of(EVENT).shown is False
    assert dialog.form.chosen.what.currentText() == "View: Port"


def test_only_pictures_for_an_audience_are_arranged(qtbot: QtBot, dialog: ExportDialog) -> None:
    bar = dialog._arranger.bar
    assert bar.isVisible()
    for form, visible in (("csv", False), ("pptx", True), ("page", False), ("handout", True)):
        box = dialog.form._form
        box.setCurrentIndex(box.findData(form))
        dialog.refresh()
        assert bar.isVisible() is visible
