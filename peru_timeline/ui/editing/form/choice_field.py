"""A field with few values: sector, status, importance."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from peru_timeline.ui.editing.form.event_draft import EventDraft
from peru_timeline.ui.editing.form.field import Field, in_words
from peru_timeline.ui.look.narrow_box import NarrowBox
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.theme import Theme

Choice = tuple[object, str]
"""A value and its name."""


class ChoiceField(Field):
    """Offers values by their names; taking one is an act."""

    def __init__(
        self,
        theme: Theme,
        draft: EventDraft,
        key: str,
        captions: tuple[str, str],
        choices: Callable[[], Sequence[Choice]],
        default: object,
    ) -> None:
        """`captions` are that of the field and that of the act; `default` is what a file means that lacks the key."""
        super().__init__(theme, key, captions[0])
        self._draft, self._path, self._act = draft, (key,), captions[1]
        self._choices, self._default = choices, default
        self._made: list[Choice] = []
        self.input = NarrowBox()
        self.input.setObjectName(key)
        self.input.setAccessibleName(captions[0])
        self.stand_for(self.input)
        self.put(self.input)
        self.input.activated.connect(self._take)
        draft.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the value that the event has now."""
        choices = list(self._choices())
        if choices != self._made:
            self._made = choices
            self.input.clear()
            self.input.addItems([one_line(name, 60) for _, name in choices])
        value = self._draft.item.get(self._path[0], self._default)
        values = [each for each, _ in choices]
        self.input.setCurrentIndex(values.index(value) if value in values else -1)
        self.say()

    def _take(self, place: int) -> None:
        value = self._made[place][0]
        written = None if value == self._default else value
        self.say(in_words(self._draft.write(self._path, written, self._act)))
