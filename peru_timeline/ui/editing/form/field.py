"""A field of a form: its caption, its input, and below it what is wrong and, apart, what is worth a thought."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from peru_timeline.chronology.faults.fault import Fault
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import SMALL_PX, Theme
from peru_timeline.ui.look.wording import translated


class Field(QWidget):
    """A column of caption, input and messages; `aside` stands at the right of the caption."""

    def __init__(self, theme: Theme, name: str, caption: str) -> None:
        super().__init__()
        self.setObjectName(f"field_{name}")
        self.theme, self.caption_text = theme, caption
        self._caption = label(caption, theme, px=SMALL_PX, ink="soft", selectable=False)
        self.aside = QHBoxLayout()
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._caption, 1)
        head.addLayout(self.aside)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(3))
        self.column.addLayout(head)
        self._fault_label = self._message("faults", "fault")
        self._warning_label = self._message("warnings", "soft")

    def put(self, part: QWidget) -> None:
        """Add an input above the messages."""
        self.column.insertWidget(self.column.count() - 2, part)

    def stand_for(self, part: QWidget) -> None:
        """Let the caption name an input to screen readers."""
        self._caption.setBuddy(part)

    @property
    def faults(self) -> str:
        """What is wrong, as it is shown."""
        return self._fault_label.text()

    def say(self, faults: Sequence[str] = (), warnings: Sequence[str] = ()) -> None:
        """Show what is wrong, and what is worth a thought."""
        for made, texts in ((self._fault_label, faults), (self._warning_label, warnings)):
            said = "\n".join(dict.fromkeys(texts))
            if made.text() != said:
                made.setText(said)
            made.setVisible(bool(said))

    def _message(self, name: str, ink: str) -> QLabel:
        made = label("", self.theme, px=SMALL_PX, ink=ink)
        made.setObjectName(name)
        made.hide()
        self.column.addWidget(made)
        return made


def in_words(faults: Sequence[Fault]) -> list[str]:
    """Faults as sentences beside their field, which needs no name there."""
    words = (translated(fault.message) for fault in faults)
    return [said[:1].upper() + said[1:] for said in words]
