"""Naming a view: the dialog that asks for name, caption and notes, and views that have them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from peru_timeline.chronology.views import SavedView
from peru_timeline.timeline.view import View, saved_view
from peru_timeline.ui.look.fitting_dialog import FittingDialog
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme

LONGEST_NAME = 120


def named(view: View, language: str, name: str, caption: str, notes: str = "") -> SavedView:
    """A saved view with name, caption and notes in one language; empty texts count as none."""
    made = saved_view(view, {language: name}, {language: caption} if caption else None)
    return made.model_copy(update={"notes": {language: notes}}) if notes else made


def renamed(view: SavedView, language: str, name: str, caption: str, notes: str = "") -> SavedView:
    """A saved view with other texts in one language; an empty caption or note removes it in all languages."""
    words = {**(view.caption or {}), language: caption} if caption else None
    said = {**(view.notes or {}), language: notes} if notes else None
    # Under its id, or the key it had until now, its slide is found again in a deck made before.
    texts = {"id": view.key, "name": {**view.name, language: name}, "caption": words, "notes": said}
    return view.model_copy(update=texts)


class ViewNaming(FittingDialog):
    """Asks for the texts of a view; `taken` are the names of views that saving would replace."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        name: str,
        caption: str,
        title: str,
        taken: Collection[str] = (),
        notes: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("view_naming_dialog")
        self.setWindowTitle(title)
        self.resize(theme.px(460), theme.px(340))
        self._taken = taken
        self.name = QLineEdit(name)
        self.name.setObjectName("view_name")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.selectAll()
        self.caption = QPlainTextEdit(caption)
        self.caption.setObjectName("view_caption")
        self.caption.setTabChangesFocus(True)
        self.notes = QPlainTextEdit(notes)
        self.notes.setObjectName("view_notes")
        self.notes.setTabChangesFocus(True)
        self.notes.setPlaceholderText(self.tr("Only the speaker sees them."))
        self._warning = label("", theme, ink="soft")
        rows = QFormLayout(self)
        rows.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(12))
        rows.addRow(self.tr("Name"), self.name)
        rows.addRow(self.tr("Caption"), self.caption)
        rows.addRow(self.tr("Notes"), self.notes)
        rows.addRow(self._warning)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._save = buttons.button(kinds.Save)
        self._save.setObjectName("save_view")
        buttons.button(kinds.Cancel).setObjectName("cancel")
        self.name.textChanged.connect(self._check)
        rows.addRow(buttons)
        self._check(name)

    def _check(self, name: str) -> None:
        self._save.setEnabled(bool(name.strip()))
        known = name.strip() in self._taken
        self._warning.setText(
            self.tr("A view with this name exists; saving replaces it.") if known else ""
        )

    def entered(self) -> tuple[str, str, str]:
        """(name, caption, notes) as entered."""
        texts = self.caption.toPlainText().strip(), self.notes.toPlainText().strip()
        return self.name.text().strip(), *texts
