"""The dialog that changes several events at once: their sector, status or importance, and one more actor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QWidget

from peru_timeline.chronology.models import Status
from peru_timeline.chronology.text import in_language
from peru_timeline.ui.editing.form.choice_field import Choice
from peru_timeline.ui.editing.form.event_rows import Names
from peru_timeline.ui.editing.form.row_inputs import ChoiceInput, LookUp
from peru_timeline.ui.look.dialogs import Dialog
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import status_name
from peru_timeline.ui.state.view_state import ViewState

WIDTH_PX = 380
AS_IT_IS = object()
"""The choice that changes nothing."""


class SeveralDialog(Dialog):
    """Asks what all of them are to have; `values` and `actor` are the answers."""

    def __init__(self, parent: QWidget, theme: Theme, state: ViewState, count: int) -> None:
        super().__init__(parent, theme, self.tr("Change several events"))
        self.setObjectName("several_dialog")
        self.setMinimumWidth(theme.px(WIDTH_PX))
        self._boxes: dict[str, ChoiceInput] = {}
        self.column.addWidget(QLabel(self.tr("%n event(s) chosen in the table", "", count)))
        chronology, language = state.opened.chronology, state.language
        sectors = [(s.id, in_language(s.name, language)) for s in chronology.sectors]
        self._ask("sector", self.tr("Sector"), sectors)
        statuses = [(status.value, status_name(status, language)) for status in Status]
        self._ask("status", self.tr("Status"), statuses)
        importances = [(n, str(n)) for n in (3, 2, 1)]
        self._ask("importance", self.tr("Importance"), importances)
        self._actor = LookUp(self.tr("One more actor"), Names(state).actors)
        self._actor.setObjectName("actor")
        self._put(self.tr("One more actor"), self._actor)
        change = QPushButton(self.tr("Change"))
        change.setObjectName("change")
        self.buttons.addButton(change, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.finish()
        change.setDefault(True)

    @property
    def values(self) -> dict[str, Any]:
        """The fields to be changed, with their values."""
        return {key: box.value for key, box in self._boxes.items() if box.value is not AS_IT_IS}

    @property
    def actor(self) -> str | None:
        """The id of the actor that all of them get."""
        found: str | None = self._actor.value
        return found

    def _ask(self, key: str, caption: str, choices: Sequence[Choice]) -> None:
        box = ChoiceInput(caption, [(AS_IT_IS, self.tr("As it is")), *choices])
        box.setObjectName(key)
        self._boxes[key] = box
        self._put(caption, box)

    def _put(self, caption: str, box: QWidget) -> None:
        said = QLabel(caption)
        said.setProperty("ink", "soft")
        said.setBuddy(box)
        self.column.addWidget(said)
        self.column.addWidget(box)
