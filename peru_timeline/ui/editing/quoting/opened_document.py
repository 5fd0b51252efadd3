"""A document that is open for quoting, and reading its file with progress."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from peru_timeline.chronology.documents.document_text import DocumentText
from peru_timeline.chronology.documents.reading import LARGEST_DOCUMENT, read_document
from peru_timeline.chronology.documents.refusals import DocumentWords, UnreadableError
from peru_timeline.chronology.review.documents import checksum_of, split_passages
from peru_timeline.ui.look.plain_text import one_line

SHOWN_AFTER_MS = 500
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A document that was read.

    Attributes:
        name: that of its file.
        content: its bytes, by whose checksum it is known.
        read: its text, and what it says of itself.
        checksum: SHA-256.
        accessed: the day it was copied from the web, in EDTF; "" for a file.

    """

    name: str
    content: bytes
    read: DocumentText
    checksum: str
    accessed: str = ""

    @property
    def words(self) -> int:
        """The number of its words, without headings."""
        passages = split_passages(self.read.text, self.read.headings)
        return sum(len(passage.text.split()) for passage in passages if passage.paragraph)

    @property
    def item(self) -> dict[str, Any]:
        """The document as a source of a chronology names it."""
        return {"file": self.name, "sha256": self.checksum, "words": max(self.words, 1)}


class _StoppedError(Exception):
    """The reader does not want to wait."""


def open_document(path: Path, parent: QWidget) -> OpenedDocument | None:
    """Read a file; None where the reader stopped it. Raises UnreadableError and OSError."""
    name = one_line(path.name, LONGEST_NAME)
    if path.stat().st_size > LARGEST_DOCUMENT:
        raise UnreadableError(DocumentWords.TOO_LARGE.of(name, LARGEST_DOCUMENT // 1_000_000))
    return read_content(path.read_bytes(), path.name, parent)


def read_content(
    content: bytes, name: str, parent: QWidget, accessed: str = ""
) -> OpenedDocument | None:
    """Read a document from its bytes, as `open_document` does."""
    shown = one_line(name, LONGEST_NAME)
    text = QCoreApplication.translate("Quoting", "Reading {0}…").format(shown)
    waiting = QProgressDialog(text, QCoreApplication.translate("Quoting", "Cancel"), 0, 1, parent)
    waiting.setObjectName("reading_document")
    waiting.setWindowTitle(QCoreApplication.translate("Quoting", "Quote from a document"))
    waiting.setWindowModality(Qt.WindowModality.WindowModal)
    waiting.setMinimumDuration(SHOWN_AFTER_MS)

    def progress(page: int, pages: int) -> None:
        waiting.setMaximum(pages)
        waiting.setValue(page - 1)
        if waiting.wasCanceled():
            raise _StoppedError

    try:
        read = read_document(content, name, progress)
    except _StoppedError:
        return None
    finally:
        waiting.reset()
        waiting.deleteLater()
    return OpenedDocument(name, content, read, checksum_of(content), accessed)
