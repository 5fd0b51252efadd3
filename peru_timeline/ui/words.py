"""Names that many parts of the window use: statuses, kinds of note, relations."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.models import Status


def status_name(status: Status) -> str:
    """Name a status for readers."""
    names = {
        Status.HAPPENED: QCoreApplication.translate("Words", "Happened"),
        Status.REPORTED: QCoreApplication.translate("Words", "Reported"),
        Status.ALLEGED: QCoreApplication.translate("Words", "Alleged"),
        Status.PLANNED: QCoreApplication.translate("Words", "Planned"),
        Status.CANCELLED: QCoreApplication.translate("Words", "Cancelled"),
    }
    return names[status]


def note_name(kind: str) -> str:
    """Name a kind of note for readers."""
    names = {
        "conflict": QCoreApplication.translate("Words", "Sources differ"),
        "correction": QCoreApplication.translate("Words", "Correction"),
        "gap": QCoreApplication.translate("Words", "Text lost"),
        "computation": QCoreApplication.translate("Words", "Computed"),
        "context": QCoreApplication.translate("Words", "Context"),
    }
    return names[kind]


def relation_name(relation: str) -> str:
    """Name a relation to another event for readers."""
    names = {
        "follows": QCoreApplication.translate("Words", "follows"),
        "part_of": QCoreApplication.translate("Words", "part of"),
        "reverses": QCoreApplication.translate("Words", "reverses"),
        "same_matter": QCoreApplication.translate("Words", "same matter"),
    }
    return names[relation]
