from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.views import SavedView, ViewsFile
from peru_timeline.pictures.export_choice import ExportChoice
from peru_timeline.ui.export.export_dialog import ExportDialog
from peru_timeline.ui.export.subject_fields import KeptViews
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.export.arranging.previews import (
    QUERY,
    SPAN,
    Kept,
)
from tests.ui.subjects import subject_of


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def dialog(qtbot: QtBot, opened: OpenChronology, kept: Kept) -> ExportDialog:
    saved = SavedView.model_validate(
        {"name": {"en": "Chancay"}, "caption": {"en": "A port"}, "query": {"text": "chancay"}, "span": "2017/2023"}
    )  # fmt: skip
    views = ViewsFile(chronology=opened.chronology.id, title={"en": "Mine"}, views=(saved,))
    known = KeptViews(views, opened.facets, kept.keep)
    choice = ExportChoice(form="png", style="audience")
    subject = subject_of(opened, QUERY).within(SPAN)
    made = ExportDialog(None, LIGHT, subject, (1000, 600), choice, kept=known)
    qtbot.addWidget(made, before_close_func=lambda _: made.done(0))  # without its question
    made.resize(1280, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made
