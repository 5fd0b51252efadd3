"""Why a document cannot be read, in a sentence."""

from __future__ import annotations

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP, Message


class UnreadableError(Exception):
    """A document that cannot be read; its only argument is the Message that says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class DocumentWords:
    """The sentences."""

    TOO_LARGE = QT_TRANSLATE_NOOP("Faults", "{0} is larger than {1} MB.")
    TOO_LONG = QT_TRANSLATE_NOOP("Faults", "{0} has more than {1} characters of text.")
    TOO_MANY_PAGES = QT_TRANSLATE_NOOP("Faults", "{0} has more than {1} pages.")
    NOT_A_TEXT = QT_TRANSLATE_NOOP("Faults", "{0} is no text, Markdown, HTML or PDF file.")
    NO_TEXT = QT_TRANSLATE_NOOP("Faults", "{0} contains no text.")
    ENCRYPTED = QT_TRANSLATE_NOOP(
        "Faults", "{0} is protected by a password; save a copy without one, and open that."
    )
    DAMAGED = QT_TRANSLATE_NOOP("Faults", "{0} is damaged, or no PDF file.")
    ONLY_PICTURES = QT_TRANSLATE_NOOP(
        "Faults",
        "{0} holds pictures of its pages and no text; text recognition (OCR) adds the text.",
    )
