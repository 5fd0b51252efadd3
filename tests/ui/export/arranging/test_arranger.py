"""Arranging in the export preview: with the mouse, with keys, back and forth, and kept with a view."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.arranging.edits import NO_EDITS, EventEdit
from peru_timeline.chronology.query import Query
from peru_timeline.chronology.views import SavedView, ViewsFile
from peru_timeline.pictures.composition.composition import Composition, Told
from peru_timeline.pictures.export_choice import ExportChoice
from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.export.arranging.arranging_preview import ArrangingPreview
from peru_timeline.ui.export.arranging.band_dialog import BandDialog
from peru_timeline.ui.export.arranging.parts import Part, box_of
from peru_timeline.ui.export.export_dialog import ExportDialog
from peru_timeline.ui.export.subject_fields import KeptViews
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.subjects import subject_of

QUERY = Query(text="chancay")
EVENT = "chancay-sez"
SPAN = TimeSpan(736_695.0, 738_886.0)  # 2018 to 2023


@dataclass
class Kept:
    """Stands for the file of the reader's views."""

    saved: list[ViewsFile] = field(default_factory=list)
    fault: str = ""

    def keep(self, views: ViewsFile) -> str:
        if not self.fault:
            self.saved.append(views)
        return self.fault


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def dialog(qtbot: QtBot, opened: OpenChronology, kept: Kept) -> ExportDialog:
    saved = SavedView.model_validate(
        {"name": {"en": "Chancay"}, "caption": {"en": "A port"}, "query": {"text": "chancay"}, "span": "2018/2023"}
    )  # fmt: skip
    views = ViewsFile(chronology=opened.chronology.id, title={"en": "Mine"}, views=(saved,))
    known = KeptViews(views, opened.facets, kept.keep)
    choice = ExportChoice(form="png", style="audience")
    subject = subject_of(opened, QUERY).within(SPAN)
    made = ExportDialog(None, LIGHT, subject, (1000, 600), choice, kept=known)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def preview_of(dialog: ExportDialog) -> ArrangingPreview:
    found = dialog.findChild(ArrangingPreview)
    assert found is not None
    return found


def shown(dialog: ExportDialog) -> Composition:
    composition = preview_of(dialog).composition
    assert composition is not None
    return composition


def index(dialog: ExportDialog, event: str = EVENT) -> int:
    return dialog.form.subject().chronology.event_index[event]


def told(dialog: ExportDialog, event: str = EVENT) -> Told | None:
    return shown(dialog).item(index(dialog, event))


def at(dialog: ExportDialog, x: float, y: float) -> QPoint:
    """A point of the page, in px of the preview."""
    return preview_of(dialog).on_widget(Box(x, y, 0.0, 0.0)).topLeft().toPoint()


def middle(dialog: ExportDialog, part: Part) -> QPoint:
    box = box_of(shown(dialog), part)
    assert box is not None
    return at(dialog, box.left + box.width / 2, box.top + box.height / 2)


def decided(dialog: ExportDialog, event: str = EVENT) -> EventEdit:
    return dialog.form.edits.of(event)


def click(qtbot: QtBot, dialog: ExportDialog, part: Part) -> None:
    QTest.mouseClick(preview_of(dialog), Qt.MouseButton.LeftButton, pos=middle(dialog, part))


def drag(qtbot: QtBot, dialog: ExportDialog, start: QPoint, end: QPoint) -> None:
    preview = preview_of(dialog)
    QTest.mousePress(preview, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(preview, (start + end) / 2)
    QTest.mouseMove(preview, end)
    QTest.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=end)


def button(dialog: ExportDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, f"arrange_{name}")
    assert found is not None
    return found


def press(qtbot: QtBot, dialog: ExportDialog, name: str) -> None:
    QTest.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)


def message(dialog: ExportDialog) -> str:
    found = dialog.findChild(QLabel, "arrange_message")
    assert found is not None
    return found.text()


def enter_band(qtbot: QtBot, label: str, dates: str | None = None) -> None:
    """Fill in the dialog that opens next."""

    def fill() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, BandDialog)
        asked.label.setText(label)
        if dates is not None:
            asked.dates.setText(dates)
        asked.accept()

    QTimer.singleShot(0, fill)


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


def test_a_band_is_dragged_changed_and_removed(qtbot: QtBot, dialog: ExportDialog) -> None:
    area = shown(dialog).area
    enter_band(qtbot, "Castillo")
    y = area.bottom - 4
    drag(qtbot, dialog, at(dialog, area.left + 300, y), at(dialog, area.left + 500, y))
    (band,) = dialog.form.edits.bands
    assert band.label == {"en": "Castillo"}
    (drawn,) = shown(dialog).bands
    assert drawn.band.left == pytest.approx(shown(dialog).area.left + 300, abs=4)
    assert drawn.band.right == pytest.approx(shown(dialog).area.left + 500, abs=4)
    enter_band(qtbot, "Government of Castillo", "2021-07-28/2022-12-07")
    preview_of(dialog).setFocus()
    QTest.keyClick(preview_of(dialog), Qt.Key.Key_Return)
    assert dialog.form.edits.bands[0].date.edtf == "2021-07-28/2022-12-07"
    preview_of(dialog).setFocus()
    QTest.keyClick(preview_of(dialog), Qt.Key.Key_Delete)
    assert dialog.form.edits.bands == ()


def test_a_line_is_added_by_its_button(qtbot: QtBot, dialog: ExportDialog) -> None:
    enter_band(qtbot, "Election", "2021-06-06")
    press(qtbot, dialog, "line")
    (drawn,) = shown(dialog).bands
    assert drawn.band.is_line
    enter_band(qtbot, "Before all", "1821")
    press(qtbot, dialog, "band")
    assert "“Before all” lies outside the time that is shown." in dialog._message.text()


@pytest.mark.parametrize(
    ("label", "dates", "sound"),
    [
        ("Rule", "2001/2004", True),
        ("", "2001/2004", False),
        ("Rule", "2004/2001", False),
        ("Rule", "soon", False),
        ("Rule", "XXXX", False),
    ],
)
def test_a_band_is_checked_as_it_is_typed(
    qtbot: QtBot, label: str, dates: str, sound: bool
) -> None:
    asked = BandDialog(None, LIGHT, "en", "", None)
    qtbot.addWidget(asked)
    asked.label.setText(label)
    asked.dates.setText(dates)
    ok = asked.findChild(QPushButton, "band_ok")
    assert ok is not None
    assert ok.isEnabled() is sound
    said = asked.findChild(QLabel, "band_dates_in_words")
    assert said is not None
    assert said.text()


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
