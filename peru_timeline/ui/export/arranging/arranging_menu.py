"""The menu of the part that is chosen in the preview."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from peru_timeline.chronology.arranging.edits import PictureEdits
from peru_timeline.chronology.event_dates import short_event_date
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.pictures.arranging.moves import by_rows, in_theme, switched, to_side
from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.look.plain_text import button_text

MOST_OFFERED = 40  # titles that are off, in one menu
LONGEST_ENTRY = 70


class Does(Protocol):
    """What entries of the menu do."""

    def decide(self, edits: PictureEdits) -> None:
        """Take these edits over."""

    def name_lane(self, event: int) -> None:
        """Ask for the name of a new lane for an event."""


def _entry(menu: QMenu, text: str, does: Callable[[], None], checked: bool | None = None) -> None:
    action = menu.addAction(text)
    if checked is not None:
        action.setCheckable(True)
        action.setChecked(checked)
    action.triggered.connect(does)


def _deciding(does: Does, edits: PictureEdits) -> Callable[[], None]:
    """Takes these edits over when it is called; an action would pass on whether it is checked."""
    return lambda: does.decide(edits)


def empty_menu(parent: QWidget) -> QMenu:
    """A menu without entries, deleted when it is closed."""
    menu = QMenu(parent)
    menu.setObjectName("arranging_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def add_event(
    menu: QMenu, subject: Subject, composition: Composition, event: int, does: Does
) -> None:
    """Add what can be done to the title of an event."""
    translate = QCoreApplication.translate
    edits, told = subject.edits, composition.item(event)
    name = subject.chronology.events[event].id
    own = edits.of(name)

    off = _deciding(does, switched(subject, composition, event))
    _entry(menu, translate("Arranging", "Title shown"), off, told is not None)
    if told is None:
        return
    high, dim = own.look == "highlighted", own.look == "dimmed"
    highlighted = edits.highlighting(None if high else name)
    _entry(menu, translate("Arranging", "Highlighted"), _deciding(does, highlighted), high)
    dimmed = edits.with_event(name, look=None if dim else "dimmed")
    _entry(menu, translate("Arranging", "Dimmed"), _deciding(does, dimmed), dim)
    menu.addSeparator()
    left, right = to_side(subject, event, "left"), to_side(subject, event, "right")
    _entry(
        menu,
        translate("Arranging", "To the left of its mark"),
        _deciding(does, left),
        told.side == "left",
    )
    _entry(
        menu,
        translate("Arranging", "To the right of its mark"),
        _deciding(does, right),
        told.side == "right",
    )
    up, down = (by_rows(subject, composition, event, step) for step in (-1, 1))
    _entry(menu, translate("Arranging", "One row up"), _deciding(does, up))
    _entry(menu, translate("Arranging", "One row down"), _deciding(does, down))
    lanes = menu.addMenu(translate("Arranging", "Lane"))
    language = subject.language
    for theme in edits.themes:
        text = button_text(in_language(theme.name, language), LONGEST_ENTRY)
        made = in_theme(subject, event, dict(theme.name))
        _entry(lanes, text, _deciding(does, made), name in theme.events)
    if any(name in theme.events for theme in edits.themes):
        none = _deciding(does, in_theme(subject, event, None))
        _entry(lanes, translate("Arranging", "None of its own"), none)
    _entry(lanes, translate("Arranging", "New lane…"), lambda: does.name_lane(event))
    menu.addSeparator()
    reset = edits.with_event(name, shown=None, side=None, row=None, look=None)
    _entry(menu, translate("Arranging", "Let the rules decide"), _deciding(does, reset))


def add_others(menu: QMenu, subject: Subject, composition: Composition, does: Does) -> None:
    """Add the titles that are not shown, those that were switched off first."""
    left_out = composition.left_out
    if not left_out:
        return
    edits, language = subject.edits, subject.language
    events = subject.chronology.events
    off = {edit.event for edit in edits.events if edit.shown is False}
    ordered = sorted(left_out[: 4 * MOST_OFFERED], key=lambda e: events[e].id not in off)
    title = QCoreApplication.translate("Arranging", "Show another title")
    others = menu.addMenu(title)
    others.menuAction().setText(f"{title} ({len(left_out)})")
    for event in ordered[:MOST_OFFERED]:
        found = events[event]
        date = short_event_date(found, subject.chronology, language)
        title = isolated(in_language(found.title, language))
        text = button_text(f"{title} · {date}", LONGEST_ENTRY)
        made = switched(subject, composition, event)
        _entry(others, text, _deciding(does, made))
