"""Every dialog, and the presentation, for keyboard, large text, long words and small screens."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.faults.fault import ChronologyError, Fault
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.review.documents import Passage, QuotationSpan
from peru_timeline.chronology.views import load_views
from peru_timeline.paths import default_chronology, seeds_dir
from peru_timeline.pictures.export_choice import ExportChoice, Form
from peru_timeline.pictures.subject import Subject, make_subject
from peru_timeline.timeline.view import View
from peru_timeline.ui.commands.actions import Binding, make_actions
from peru_timeline.ui.commands.command_palette import CommandPalette
from peru_timeline.ui.commands.command_table import COMMANDS
from peru_timeline.ui.commands.key_sheet import KeySheet
from peru_timeline.ui.commands.shortcut_editor import ShortcutEditor
from peru_timeline.ui.commands.shortcuts import key_map
from peru_timeline.ui.export.arranging.band_dialog import BandDialog
from peru_timeline.ui.export.export_dialog import ExportDialog
from peru_timeline.ui.export.subject_fields import KeptViews
from peru_timeline.ui.importing.import_dialog import ImportDialog
from peru_timeline.ui.importing.remembered import Remembered
from peru_timeline.ui.look.dialogs import plain_message
from peru_timeline.ui.look.style import apply_theme
from peru_timeline.ui.look.theme import LIGHT, THEMES, Theme
from peru_timeline.ui.session import opening
from peru_timeline.ui.session.failures import Failures
from peru_timeline.ui.session.faults_dialog import FaultsDialog
from peru_timeline.ui.stage.presentation import Presentation
from peru_timeline.ui.stage.saved_views_dialog import SavedViewsDialog
from peru_timeline.ui.stage.view_naming import ViewNaming
from peru_timeline.ui.state.open_chronology import OpenChronology, open_chronology
from peru_timeline.ui.window.about_dialog import AboutDialog
from peru_timeline.ui.window.commands.band_reading import BandsDialog
from peru_timeline.ui.window.context_dialog import ContextDialog
from tests.accessibility.walks import cut, longer_words, nameless, small_targets, stops, unseen
from tests.ui.importing.wizards import EVENTS
from tests.ui.windows import settle

SMALL = {1.0: QSize(1024, 560), 2.0: QSize(1280, 680)}
"""Room on a small screen, below the title bar, by text scale."""


@pytest.fixture(scope="module")
def opened(qapp: object) -> OpenChronology:
    return open_chronology(default_chronology())


@pytest.fixture(autouse=True)
def _no_style_left(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setStyleSheet("")


def subject_of(opened: OpenChronology) -> Subject:
    view = View(selection=opened.chronology.events[3].id)
    return make_subject(opened.chronology, opened.columns, opened.facets, view, "en")


def export(opened: OpenChronology, theme: Theme, form: Form = "png") -> QWidget:
    choice = ExportChoice(form=form, what="span")
    return ExportDialog(None, theme, subject_of(opened), (900, 500), choice)


def arranging(opened: OpenChronology, theme: Theme) -> QWidget:
    choice = ExportChoice(form="png", style="audience")
    views = load_views(seeds_dir() / "peru-1992-2023.views.json", opened.chronology)
    kept = KeptViews(views, opened.facets, lambda _views: "")
    return ExportDialog(None, theme, subject_of(opened), (900, 500), choice, kept=kept)


def saved_views(opened: OpenChronology, theme: Theme) -> QWidget:
    views = load_views(seeds_dir() / "peru-1992-2023.views.json", opened.chronology)
    return SavedViewsDialog(None, theme, opened.chronology, views, "en", lambda _views: "")


def presentation(opened: OpenChronology, theme: Theme) -> QWidget:
    views = load_views(seeds_dir() / "peru-1992-2023.views.json", opened.chronology)
    made = Presentation(opened, views.views, theme, "en", motion=False)
    made.resize(SMALL[theme.scale])  # it fills the screen
    return made


def faults(_opened: OpenChronology, theme: Theme) -> QWidget:
    found = tuple(Fault(f"events[{i}].date", Sentences.NO_DATE.of("x")) for i in range(30))
    return FaultsDialog(None, theme, ChronologyError("bad.chronology", found))


def context(_opened: OpenChronology, theme: Theme) -> QWidget:
    passages = [Passage("Ports", 0, "Ports"), Passage("Ports", 1, "They built a port. It is big.")]
    return ContextDialog(
        None, theme, "Paper", passages, [QuotationSpan(1, 0, 18), QuotationSpan(1, 19, 29)], 0
    )


def palette(_opened: OpenChronology, theme: Theme) -> QWidget:
    owner = QWidget()
    actions = list(
        make_actions(owner, {command.id: Binding(bool) for command in COMMANDS}).values()
    )
    made = CommandPalette(None, theme, actions, key_map({}))
    owner.setParent(made)
    return made


def failure(_opened: OpenChronology, _theme: Theme) -> QWidget:
    failures = Failures()
    failures._tell("Trace\nof what went wrong")
    box = failures._box
    assert box is not None
    box.finished.disconnect()
    return box


def waiting(_opened: OpenChronology, _theme: Theme) -> QWidget:
    parent = QWidget()
    made = opening._dialog(Path("large.chronology"), parent)
    made.setParent(None, made.windowFlags())  # it would go with it
    return made


def importing(_opened: OpenChronology, theme: Theme, page: int) -> QWidget:
    """The import wizard at one of its pages, on a table with open dates and faults."""
    folder = Path(tempfile.mkdtemp())
    source = folder / "events.csv"
    source.write_text(EVENTS, encoding="utf-8")
    made = ImportDialog(None, theme, "en", source, Remembered(folder / "remembered"))
    loop = QEventLoop()
    while made.is_busy or made.page != page:
        if not made.is_busy:
            made.footer.next.click()
        loop.processEvents()
    return made


DIALOGS: dict[str, Callable[[OpenChronology, Theme], QWidget]] = {
    "export a picture": export,
    "arrange a picture": arranging,
    "read bands": lambda opened, theme: BandsDialog(None, theme, opened.chronology, (), "en"),
    "add a band": lambda _opened, theme: BandDialog(None, theme, "en", "2001/2004", None),
    "export slides": lambda opened, theme: export(opened, theme, "pptx"),
    "export a poster": lambda opened, theme: export(opened, theme, "poster"),
    "import: found": lambda opened, theme: importing(opened, theme, 0),
    "import: columns": lambda opened, theme: importing(opened, theme, 1),
    "import: dates": lambda opened, theme: importing(opened, theme, 2),
    "import: result": lambda opened, theme: importing(opened, theme, 3),
    "keys": lambda _, theme: ShortcutEditor(None, theme, key_map({})),
    "key sheet": lambda _, theme: KeySheet(None, theme, key_map({})),
    "about": lambda opened, theme: AboutDialog(None, theme, opened.chronology, "en"),
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
def open_dialog(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, opened: OpenChronology
) -> Opened:
    """Opens the dialog in a theme, no larger than a small screen has room for."""

    def made(theme: Theme = LIGHT) -> QWidget:
        apply_theme(qapp, theme)
        dialog: QWidget = request.param(opened, theme)
        qtbot.addWidget(dialog)
        chosen = dialog.testAttribute(Qt.WidgetAttribute.WA_Resized)
        wish = dialog.size() if chosen else dialog.sizeHint()
        dialog.show()  # on the tests' screen, which is smaller than any reader's
        qtbot.waitExposed(dialog)
        dialog.resize(wish.boundedTo(SMALL[theme.scale]))
        settle()
        return dialog

    return made


def test_what_can_be_reached_has_an_object_name_and_a_name(open_dialog: Opened) -> None:
    dialog = open_dialog()
    assert dialog.objectName()
    assert nameless(dialog) == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_tab_comes_round_and_the_focus_is_seen(open_dialog: Opened, theme: Theme) -> None:
    dialog = open_dialog(theme)
    dialog.activateWindow()
    settle()
    first = QApplication.focusWidget()
    assert first is not None
    assert first.window() is dialog
    found = stops(first)
    if len(found) == 1:  # with nowhere else to go the focus need not be told
        return
    assert unseen(found) == []


def test_targets_are_large_enough(open_dialog: Opened) -> None:
    assert small_targets(open_dialog()) == []


@pytest.mark.parametrize("scale", SMALL)
def test_a_small_screen_has_room_for_it_and_cuts_nothing(open_dialog: Opened, scale: float) -> None:
    dialog = open_dialog(LIGHT.scaled(scale))
    room = SMALL[scale]
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert cut(dialog) == []


def test_a_language_of_longer_words_is_not_cut(open_dialog: Opened) -> None:
    with longer_words():
        assert cut(open_dialog()) == []
