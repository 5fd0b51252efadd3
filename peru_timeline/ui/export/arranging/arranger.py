"""The arranger: what the reader does in the preview becomes a draft, that can be undone and kept with a view."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QWidget

from peru_timeline.chronology.arranging.edits import NO_EDITS, PictureEdits
from peru_timeline.pictures.arranging.history import Histories, History
from peru_timeline.pictures.arranging.keeping import kept_in
from peru_timeline.pictures.arranging.moves import (
    dates_between,
    day_at,
    dropped,
    in_theme,
    switched,
)
from peru_timeline.pictures.composition.picture import Picture
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.export.arranging.arranging_bar import ArrangingBar
from peru_timeline.ui.export.arranging.arranging_keys import REMOVES, decided_by_key
from peru_timeline.ui.export.arranging.arranging_menu import add_event, add_others, empty_menu
from peru_timeline.ui.export.arranging.arranging_preview import ArrangingPreview
from peru_timeline.ui.export.arranging.band_commands import BandCommands, suggested_dates
from peru_timeline.ui.export.arranging.leaving import Leaving
from peru_timeline.ui.export.arranging.parts import Part
from peru_timeline.ui.export.arranging.text_in_place import TextInPlace
from peru_timeline.ui.export.export_form import ExportForm
from peru_timeline.ui.export.subject_fields import KeptViews
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import reason_of


class Arranger(QObject):
    """Connects the preview with the form, which has the draft that is exported."""

    changed = Signal()
    """The draft is another: the picture is to be composed anew."""

    def __init__(
        self, parent: QWidget, theme: Theme, form: ExportForm, kept: KeptViews | None
    ) -> None:
        super().__init__(parent)
        self._window, self._theme, self._form, self._kept = parent, theme, form, kept
        self.preview = ArrangingPreview(theme)
        self._bands = BandCommands(parent, theme, self.decide)
        self._text = TextInPlace(self.preview)
        self.history = History(form.draft)
        self._histories = Histories(form.chosen.key)
        self.leaving = Leaving(parent, self, form, self._histories)
        self.bar = ArrangingBar(
            theme,
            {
                "title": self._show_menu_of_title,
                "band": lambda: self._ask_band(self._suggested()),
                "line": lambda: self._ask_band(self._suggested().split("/")[0]),
                "undo": self.undo,
                "redo": self.redo,
                "reset": self.reset,
                "keep": self.keep,
            },
        )
        self._listen()

    def _listen(self) -> None:
        preview = self.preview
        preview.current_changed.connect(self._show_state)
        preview.dropped.connect(self._drop)
        preview.stretched.connect(self._stretch)
        preview.activated.connect(self._activate)
        preview.pressed_key.connect(self._press)
        preview.menu_asked.connect(self._show_menu)
        self._text.entered.connect(self._take_text)
        self._form.changed.connect(self._note_words)
        self._form.chosen.what.currentIndexChanged.connect(self._go_to_subject)
        keys = QKeySequence.StandardKey
        for key, slot in ((keys.Undo, self.undo), (keys.Redo, self.redo)):
            shortcut = QShortcut(QKeySequence(key), self._window)
            shortcut.activated.connect(slot)

    # --- what is shown -----------------------------------------------------------------------

    @property
    def _subject(self) -> Subject | None:
        return self.preview.subject

    def follow(self, subject: Subject | None, page: Picture | None, theme: Theme) -> None:
        """Show a picture of a subject."""
        self._text.hide()
        self.preview.show_arranged(subject, page, theme)
        self._show_state()

    def _show_state(self) -> None:
        """Enable what can be done now, and say what is not kept."""
        self.bar.setVisible(self.preview.composition is not None)
        buttons, history = self.bar.buttons, self.history
        buttons["undo"].setEnabled(bool(history.past))
        buttons["redo"].setEnabled(bool(history.future))
        buttons["reset"].setEnabled(history.now.edits != NO_EDITS)
        buttons["keep"].setEnabled(self._kept is not None and self.is_unkept)
        self.bar.say(self._state_in_words())

    @property
    def is_unkept(self) -> bool:
        """Whether something was arranged that no saved view has."""
        return self.history.now != self._form.chosen.draft()

    def _state_in_words(self) -> str:
        saved = self._form.chosen.view
        if saved is None and self.history.now.edits != NO_EDITS:
            return self.tr(
                "What you arrange belongs to no saved view yet: “Keep with the view” asks for a name."
            )
        if saved is not None and self.is_unkept:
            return self.tr("Not kept with the view yet.")
        if saved is not None:
            return self.tr("Kept with the view.")
        return self.tr(
            "Click a title to choose it, drag it elsewhere, double-click to switch it off; "
            "drag over empty space for a band. Tab, arrow keys and the menu key do the same."
        )

    # --- drafts ------------------------------------------------------------------------------

    def decide(self, edits: PictureEdits) -> None:
        """Take these edits over."""
        self._go_to(self.history.done(self._form.draft._replace(edits=edits)))

    def _go_to(self, history: History) -> None:
        if history is self.history:
            return
        self.history = history
        self._form.show_draft(history.now)
        self.changed.emit()

    def undo(self) -> None:
        """Go back to the draft before."""
        self._go_to(self.history.undone())

    def redo(self) -> None:
        """Go forth to the draft that was undone."""
        self._go_to(self.history.redone())

    def reset(self) -> None:
        """Let the rules decide everything."""
        self.decide(NO_EDITS)

    def _note_words(self) -> None:
        """Words that are typed into the form can be undone too."""
        if self._form.chosen.key != self._histories.key:
            return
        self.history = self.history.done(self._form.draft, is_typing=True)
        self._show_state()

    def _go_to_subject(self) -> None:
        """Another subject, as it was left if it was arranged already."""
        form = self._form
        self.history = self._histories.go_to(form.chosen.key, self.history, form.draft)
        if form.draft != self.history.now:
            form.show_draft(self.history.now)
        self._show_state()

    # --- gestures ----------------------------------------------------------------------------

    def _drop(self, event: int, dx: float, y: float) -> None:
        subject, shown = self._subject, self.preview.composition
        if subject is not None and shown is not None:
            self.decide(dropped(subject, shown, event, dx, y))

    def _stretch(self, x: float, other_x: float) -> None:
        shown = self.preview.composition
        if shown is not None:
            area = shown.area
            ends = (min(max(each, area.left), area.right) for each in (x, other_x))
            self._ask_band(dates_between(shown.scale, *ends))

    def _activate(self) -> None:
        part, shown, subject = self.preview.current, self.preview.composition, self._subject
        if part is None or shown is None or subject is None:
            return
        if part.kind == "event":
            self.decide(switched(subject, shown, part.number))
        elif part.kind == "band":
            self._bands.change(subject, part.number)
        else:
            draft = self._form.draft
            text = draft.headline if part.kind == "headline" else draft.caption
            self._text.open(shown, part, text)

    def _take_text(self, part: Part, text: str) -> None:
        draft, said = self._form.draft, text.strip()
        is_headline = part.kind == "headline"
        changed = draft._replace(headline=said) if is_headline else draft._replace(caption=said)
        self._go_to(self.history.done(changed))

    def _press(self, key: int) -> None:
        part, shown, subject = self.preview.current, self.preview.composition, self._subject
        if part is None or shown is None or subject is None:
            return
        if part.kind == "band" and key in REMOVES:
            self._bands.remove(subject, part.number)
        elif part.kind == "event":
            self.decide(decided_by_key(subject, shown, part.number, key))

    # --- menus -------------------------------------------------------------------------------

    def _show_menu_of_title(self) -> None:
        """The menu of the current part, at its button."""
        button = self.bar.buttons["title"]
        menu = self._menu(None)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _show_menu(self, on_screen: QPointF, on_page: QPointF) -> None:
        self._menu(on_page).popup(on_screen.toPoint())

    def _menu(self, on_page: QPointF | None) -> QMenu:
        menu = empty_menu(self.preview)
        part, shown, subject = self.preview.current, self.preview.composition, self._subject
        if shown is None or subject is None:
            return menu
        if part is not None and part.kind == "event":
            add_event(menu, subject, shown, part.number, self)
            menu.addSeparator()
        elif part is not None and part.kind == "band":
            self._bands.fill(menu, subject, part.number)
        elif part is not None:
            menu.addAction(self.tr("Edit…")).triggered.connect(self._activate)
        if on_page is not None and part is None:
            day = day_at(shown.scale, min(max(on_page.x(), shown.area.left), shown.area.right))
            menu.addAction(self.tr("Band here…")).triggered.connect(
                lambda: self._ask_band(f"{day}/{self._suggested().split('/')[1]}")
            )
            menu.addAction(self.tr("Line here…")).triggered.connect(lambda: self._ask_band(day))
        add_others(menu, subject, shown, self)
        return menu

    def name_lane(self, event: int) -> None:
        """Ask for the name of a new lane for an event."""
        subject = self._subject
        if subject is None:
            return
        name = self._ask_text(self.tr("New lane"), self.tr("Name of the lane"), "")
        if name:
            self.decide(in_theme(subject, event, {subject.language: name}))

    def _ask_text(self, title: str, prompt: str, text: str) -> str:
        entered, is_given = QInputDialog.getText(
            self._window, title, prompt, QLineEdit.EchoMode.Normal, text
        )
        return one_line(entered.strip(), 120) if is_given else ""

    # --- bands -------------------------------------------------------------------------------

    def _suggested(self) -> str:
        shown = self.preview.composition
        return "" if shown is None else suggested_dates(shown)

    def _ask_band(self, dates: str) -> None:
        """Ask for a new band, and add it."""
        subject = self._subject
        number = None if subject is None else self._bands.add(subject, dates)
        if number is not None:
            self.preview.choose(Part("band", number))

    # --- keeping -----------------------------------------------------------------------------

    def keep(self) -> None:
        """Save the draft with its view, or under a name that the reader gives."""
        kept, chosen = self._kept, self._form.chosen
        if kept is None:
            return
        try:
            subject = self._form.subject()
        except ValueError as error:  # dates that make no span
            self.bar.say(reason_of(error))
            return
        draft, name = self._form.draft, ""
        if chosen.position is None:
            name = self._ask_text(
                self.tr("Keep with a view"), self.tr("Name of the view"), draft.headline
            )
            if not name:
                return
            if any(name in view.name.values() for view in kept.views.views):
                self.bar.say(self.tr("A view with this name exists; choose another name."))
                return
        views, position = kept_in(kept.views, chosen.position, name, subject, draft)
        if fault := kept.keep(views):
            self.bar.say(fault)
            return
        kept.views = views
        chosen.show_views(position)
        self._form.follow_view()
        self._histories.key = chosen.key
        self.history = History(self._form.draft)
        self._show_state()
        self.changed.emit()
