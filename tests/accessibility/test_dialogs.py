"""Every dialog, and the presentation, for keyboard, large text, long words and small screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.faults.fault import ChronologyError, Fault
from peru_timeline.chronology.faults.sentences import FaultWords
from peru_timeline.chronology.query import Query
from peru_timeline.chronology.review.documents import Passage, Place
from peru_timeline.chronology.views import load_views
from peru_timeline.paths import default_chronology, seeds_dir
from peru_timeline.pictures.choice import ExportChoice, Form
from peru_timeline.pictures.subject import Subject, whole_span
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.commands.actions import make_actions
from peru_timeline.ui.commands.command_palette import CommandPalette
from peru_timeline.ui.commands.key_sheet import KeySheet
from peru_timeline.ui.commands.shortcut_editor import KeysDialog
from peru_timeline.ui.commands.shortcuts import key_map
from peru_timeline.ui.export.export_dialog import ExportDialog
from peru_timeline.ui.look.dialogs import AboutDialog, ContextDialog, FaultsDialog, plain_message
from peru_timeline.ui.look.style import apply_theme
from peru_timeline.ui.look.theme import LIGHT, THEMES, Theme
from peru_timeline.ui.session import opening
from peru_timeline.ui.session.failures import Failures
from peru_timeline.ui.stage.presentation import Presentation
from peru_timeline.ui.stage.saved_views_dialog import SavedViewsDialog
from peru_timeline.ui.stage.view_naming import ViewNaming
from peru_timeline.ui.state.open_chronology import Document, open_document
from tests.accessibility.walks import cut, longer_words, nameless, small_targets, stops, unseen
from tests.ui.windows import settle

SMALL = {1.0: QSize(1024, 560), 2.0: QSize(1280, 680)}
"""Room on a small screen, below the title bar, by text scale."""


@pytest.fixture(scope="module")
def document(qapp: object) -> Document:
    return open_document(default_chronology())


@pytest.fixture(autouse=True)
def _no_style_left(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setStyleSheet("")


def subject_of(document: Document) -> Subject:
    mask = document.facets.select(Query())
    span = whole_span(document.chronology, document.columns)
    return Subject(
        document.chronology, document.columns, Query(), mask, span, True, Grouping.SECTOR, 3, "en"
    )


def export(document: Document, theme: Theme, form: Form = "png") -> QWidget:
    choice = ExportChoice(form=form, what="span")
    return ExportDialog(None, theme, subject_of(document), (900, 500), choice)


def saved_views(document: Document, theme: Theme) -> QWidget:
    views = load_views(seeds_dir() / "peru-1992-2023.views.json", document.chronology)
    return SavedViewsDialog(None, theme, document.chronology, views, "en", lambda _views: "")


def presentation(document: Document, theme: Theme) -> QWidget:
    views = load_views(seeds_dir() / "peru-1992-2023.views.json", document.chronology)
    made = Presentation(document, views.views, theme, "en", motion=False)
    made.resize(SMALL[theme.scale])  # it fills the screen
    return made


def faults(_document: Document, theme: Theme) -> QWidget:
    found = tuple(Fault(f"events[{i}].date", FaultWords.NO_DATE.of("x")) for i in range(30))
    return FaultsDialog(None, theme, ChronologyError("bad.chronology", found))


def context(_document: Document, theme: Theme) -> QWidget:
    passages = [Passage("Ports", 0, "Ports"), Passage("Ports", 1, "They built a port. It is big.")]
    return ContextDialog(None, theme, "Paper", passages, [Place(1, 0, 18), Place(1, 19, 29)], 0)


def palette(_document: Document, theme: Theme) -> QWidget:
    owner = QWidget()
    actions = list(make_actions(owner, lambda _command: lambda: None).values())
    made = CommandPalette(None, theme, actions, key_map({}))
    owner.setParent(made)
    return made


def failure(_document: Document, _theme: Theme) -> QWidget:
    failures = Failures()
    failures._tell("Trace\nof what went wrong")
    box = failures._box
    assert box is not None
    box.finished.disconnect()
    return box


def waiting(_document: Document, _theme: Theme) -> QWidget:
    parent = QWidget()
    made = opening._dialog(Path("large.chronology"), parent)
    made.setParent(None, made.windowFlags())  # it would go with it
    return made


DIALOGS: dict[str, Callable[[Document, Theme], QWidget]] = {
    "export a picture": export,
    "export slides": lambda document, theme: export(document, theme, "pptx"),
    "export a poster": lambda document, theme: export(document, theme, "poster"),
    "keys": lambda _, theme: KeysDialog(None, theme, key_map({})),
    "key sheet": lambda _, theme: KeySheet(None, theme, key_map({})),
    "about": lambda document, theme: AboutDialog(None, theme, document.chronology, "en"),
    "faults": faults,
    "context": context,
    "message": lambda _, theme: plain_message(None, theme, "Check", "All quotations are found."),
    "palette": palette,
    "saved views": saved_views,
    "naming": lambda _, theme: ViewNaming(None, theme, "Ports", "A caption", "Save view"),
    "opening": waiting,
    "failure": failure,
    "presentation": presentation,
}

Opened = Callable[..., QWidget]


@pytest.fixture(params=list(DIALOGS.values()), ids=list(DIALOGS))
def opened(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, document: Document
) -> Opened:
    """Opens the dialog in a theme, no larger than a small screen has room for."""

    def made(theme: Theme = LIGHT) -> QWidget:
        apply_theme(qapp, theme)
        dialog: QWidget = request.param(document, theme)
        qtbot.addWidget(dialog)
        chosen = dialog.testAttribute(Qt.WidgetAttribute.WA_Resized)
        wish = dialog.size() if chosen else dialog.sizeHint()
        dialog.show()  # on the tests' screen, which is smaller than any reader's
        qtbot.waitExposed(dialog)
        dialog.resize(wish.boundedTo(SMALL[theme.scale]))
        settle()
        return dialog

    return made


def test_what_can_be_reached_has_an_object_name_and_a_name(opened: Opened) -> None:
    dialog = opened()
    assert dialog.objectName()
    assert nameless(dialog) == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_tab_comes_round_and_the_focus_is_seen(opened: Opened, theme: Theme) -> None:
    dialog = opened(theme)
    dialog.activateWindow()
    settle()
    first = QApplication.focusWidget()
    assert first is not None
    assert first.window() is dialog
    found = stops(first)
    if len(found) == 1:  # with nowhere else to go the focus need not be told
        return
    assert unseen(found) == []


def test_targets_are_large_enough(opened: Opened) -> None:
    assert small_targets(opened()) == []


@pytest.mark.parametrize("scale", SMALL)
def test_a_small_screen_has_room_for_it_and_cuts_nothing(opened: Opened, scale: float) -> None:
    dialog = opened(LIGHT.scaled(scale))
    room = SMALL[scale]
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert cut(dialog) == []


def test_a_language_of_longer_words_is_not_cut(opened: Opened) -> None:
    with longer_words():
        assert cut(opened()) == []
