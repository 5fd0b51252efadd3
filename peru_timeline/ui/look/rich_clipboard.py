"""References on the clipboard: as text, and with their italics for programs that take them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from peru_timeline.chronology.formats.styles.facts import Reference


def copy_references(references: Iterable[Reference]) -> None:
    """Copy references, a paragraph each."""
    told = tuple(references)
    mime = QMimeData()
    mime.setText("\n".join(reference.plain for reference in told))
    mime.setHtml("".join(f"<p>{reference.html}</p>" for reference in told))
    QGuiApplication.clipboard().setMimeData(mime)
