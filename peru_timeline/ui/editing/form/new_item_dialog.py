"""The dialogs that make an actor or a source on the spot, from the name that was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, get_args

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QWidget

from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.editing.changes import Add
from peru_timeline.chronology.editing.event_edits import unused_id
from peru_timeline.chronology.editing.refusals import RefusedError
from peru_timeline.chronology.models import Actor
from peru_timeline.chronology.text import slug
from peru_timeline.ui.editing.editor import Editor
from peru_timeline.ui.editing.form.field import in_words
from peru_timeline.ui.editing.form.row_inputs import ChoiceInput, LineInput, LookUp
from peru_timeline.ui.look.dialogs import Dialog
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import SMALL_PX, Theme
from peru_timeline.ui.look.wording import translated

translate = QCoreApplication.translate
WIDTH_PX = 380
SOURCE_TYPES = ("article-newspaper", "article-journal", "report", "book", "webpage", "article")
"""The types that are offered; a file may have others."""


class NewItemDialog(Dialog):
    """Asks for the fields of a new item of a list; `made` is its id once it is there."""

    def __init__(
        self, parent: QWidget, theme: Theme, editor: Editor, kind: str, titles: tuple[str, str]
    ) -> None:
        """`titles` are those of the dialog and of the act, with {0} for the name."""
        super().__init__(parent, theme, titles[0])
        self.setObjectName(f"new_{kind}_dialog")
        self.setMinimumWidth(theme.px(WIDTH_PX))
        self._editor, self._kind, self._act = editor, kind, titles[1]
        self._inputs: dict[str, Any] = {}
        self.made: str | None = None
        self._said = label("", theme, px=SMALL_PX, ink="fault")
        self._said.setObjectName("faults")
        self._said.hide()

    def ask(self, key: str, caption: str, made: Any) -> None:
        """Add an input."""
        shown = QLabel(caption)
        shown.setBuddy(made)
        shown.setProperty("ink", "soft")
        made.setObjectName(key)
        self.column.addWidget(shown)
        self.column.addWidget(made)
        self._inputs[key] = made

    def end(self) -> None:
        """Add the buttons."""
        self.column.addWidget(self._said)
        add = QPushButton(self.tr("Add"))
        add.setObjectName("add")
        self.buttons.addButton(add, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._add)
        self.finish()
        add.setDefault(True)
        next(iter(self._inputs.values())).setFocus()

    def _add(self) -> None:
        if self.made is not None:
            return
        item = {key: made.value for key, made in self._inputs.items() if made.value is not None}
        name = str(item.get("name") or item.get("title") or item.get("publisher") or "")
        file = self._editor.file
        item = {"id": unused_id(file, slug(name) or self._kind[:-1], self._kind), **item}
        if "issued" in item:
            item["issued"] = understand(item["issued"]).edtf or item["issued"]
        try:
            self._editor.do(Add(self._kind, item), self._act.format(name))
        except RefusedError as error:
            said = in_words(error.faults) or [translated(error.args[0])]
            self._said.setText("\n".join(said))
            self._said.show()
            return
        self.made = item["id"]
        self.accept()


def actor_dialog(
    parent: QWidget, theme: Theme, editor: Editor, name: str, actors: Callable[[], Sequence[Any]]
) -> NewItemDialog:
    """A dialog for a new actor: its name, its kind, and what it is part of."""
    titles = translate("EventForm", "New actor"), translate("EventForm", "new actor “{0}”")
    dialog = NewItemDialog(parent, theme, editor, "actors", titles)
    line = LineInput(translate("EventForm", "Name"))
    line.setText(name)
    dialog.ask("name", translate("EventForm", "Name"), line)
    kind = ChoiceInput(translate("EventForm", "Kind"), list(_actor_kinds().items()))
    kind.show_value("organisation")
    dialog.ask("kind", translate("EventForm", "Kind"), kind)
    above = LookUp(translate("EventForm", "Part of (nothing for a state or bloc)"), actors)
    dialog.ask("part_of", translate("EventForm", "Part of"), above)
    dialog.end()
    return dialog


def source_dialog(parent: QWidget, theme: Theme, editor: Editor, name: str) -> NewItemDialog:
    """A dialog for a new source: what a citation needs."""
    titles = translate("EventForm", "New source"), translate("EventForm", "new source “{0}”")
    dialog = NewItemDialog(parent, theme, editor, "sources", titles)
    title = LineInput(translate("EventForm", "Title"))
    title.setText(name)
    dialog.ask("title", translate("EventForm", "Title"), title)
    kind = ChoiceInput(translate("EventForm", "Kind"), list(source_kinds().items()))
    kind.show_value("article")
    dialog.ask("type", translate("EventForm", "Kind"), kind)
    for key, caption in (
        ("publisher", translate("EventForm", "Publisher")),
        ("issued", translate("EventForm", "Date of issue")),
        ("url", translate("EventForm", "Address on the web")),
    ):
        dialog.ask(key, caption, LineInput(caption))
    dialog.end()
    return dialog


def _actor_kinds() -> dict[str, str]:
    names = {
        "state": translate("EventForm", "State"),
        "agency": translate("EventForm", "Agency"),
        "armed_service": translate("EventForm", "Armed service"),
        "company": translate("EventForm", "Company"),
        "organisation": translate("EventForm", "Organisation"),
        "group": translate("EventForm", "Group"),
        "person": translate("EventForm", "Person"),
    }
    return {kind: names[kind] for kind in get_args(Actor.model_fields["kind"].annotation)}


def source_kinds() -> dict[str, str]:
    """The types of sources that are offered, and their names."""
    names = (
        translate("EventForm", "Newspaper article"),
        translate("EventForm", "Journal article"),
        translate("EventForm", "Report"),
        translate("EventForm", "Book"),
        translate("EventForm", "Web page"),
        translate("EventForm", "Article"),
    )
    return dict(zip(SOURCE_TYPES, names, strict=True))
