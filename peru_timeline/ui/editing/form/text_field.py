"""A text of an event in each language of the chronology: title, summary, what is known of the date."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QToolButton

from peru_timeline.chronology.editing.event_edits import text_by_language
from peru_timeline.chronology.models import TITLE_LENGTH
from peru_timeline.ui.editing.form.event_draft import EventDraft
from peru_timeline.ui.editing.form.field import Field, in_words
from peru_timeline.ui.editing.form.inputs import Text
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import TINY_PX, Theme

LANGUAGE_NAMES = {"en": "English", "es": "Español", "und": ""}


class TextField(Field):
    """One language of a text."""

    def __init__(
        self, theme: Theme, draft: EventDraft, key: str, tag: str, caption: str, act: str
    ) -> None:
        language = LANGUAGE_NAMES.get(tag, tag)
        named = f"{caption} · {language}" if language else caption
        super().__init__(theme, f"{key}_{tag}", named)
        self._draft, self._path, self._act = draft, (key, tag), act
        self.input = Text(named, theme, one_line=key == "title")
        self.input.setObjectName(f"{key}_{tag}")
        self.stand_for(self.input)
        self.put(self.input)
        self._length = label("", theme, px=TINY_PX, ink="faint", selectable=False)
        self._length.setObjectName("length")
        self._length.setWordWrap(False)
        self._length.setSizePolicy(QLabel().sizePolicy())
        self._same: dict[str, QToolButton] = {}
        for other in draft.languages:
            if other != tag:
                self._same[other] = self._same_button(other)
        self.aside.addWidget(self._length)
        self.input.typed.connect(self.check)
        self.input.done.connect(self.commit)
        draft.changed.connect(self.refresh)
        self.refresh()
        kept = draft.typed(self._path)
        if kept is not None:
            self.input.setPlainText(kept)

    def refresh(self) -> None:
        """Show what the event says now."""
        self.input.show_value(self._said(self._path[1]))
        self.check()

    def check(self) -> None:
        """Tell what is wrong with what is written, and how long it is."""
        value, key = self.input.value, self._path[0]
        self._length.setText(self._length_in_words(value))
        for other, button in self._same.items():
            said = self._said(other)
            button.setVisible(bool(said) and said != value)
        warnings = []
        if key == "title" and len(value) > TITLE_LENGTH:
            warnings.append(
                self.tr("More than {0} characters: a slide cuts it.").format(TITLE_LENGTH)
            )
        faults = [] if not self.input.is_changed else self._faults()
        self.say(faults, warnings)

    def commit(self) -> None:
        """Take over what is written, or keep it here and say what is wrong."""
        if not self.input.is_changed:
            self._draft.keep_typed(self._path, None)
            return
        value = self.input.value
        faults = in_words(self._draft.write(self._path, value or None, self._act))
        self._draft.keep_typed(self._path, self.input.toPlainText() if faults else None)
        if faults:
            self.say(faults)
        else:
            self.input.take_value(self._said(self._path[1]))
            self.check()

    def _faults(self) -> list[str]:
        return in_words(self._draft.faults_if(self._path, self.input.value or None))

    def _said(self, tag: str) -> str:
        said = text_by_language(self._draft.item, self._path[0], self._draft.languages)
        return said.get(tag) or ""

    def _length_in_words(self, value: str) -> str:
        if self._path[0] == "title":
            return f"{len(value)} / {TITLE_LENGTH}"
        return self.tr("%n word(s)", "", len(value.split())) if value else ""

    def _same_button(self, other: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"same_as_{other}")
        button.setText(self.tr("as in {0}").format(LANGUAGE_NAMES.get(other, other)))
        button.setAutoRaise(True)
        button.setFont(self.theme.font(TINY_PX))
        button.setAccessibleName(f"{self.caption_text}: {button.text()}")
        button.clicked.connect(partial(self._take_other, other))
        self.aside.addWidget(button)
        return button

    def _take_other(self, other: str) -> None:
        self.input.setPlainText(self._said(other))
        self.commit()
