"""The report of an import as a file that the reader names."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.importing.report import report_of
from peru_timeline.files import write_atomically
from peru_timeline.ui.importing.steps import Result
from peru_timeline.ui.look.saving import ask_where_to_save
from peru_timeline.ui.look.wording import translated


def ask_and_write_report(parent: QWidget, result: Result) -> str:
    """Write what was understood and lost, in the language of the reader; return how that went, or "" if given up."""
    source = result.imported.source.path
    title = QCoreApplication.translate("Import", "Save the report as")
    suggested = source.with_name(f"{source.stem}-import.md")
    path = ask_where_to_save(parent, title, suggested, ".md")
    if path is None:
        return ""
    comparison = result.comparison if result.is_update else None
    text = report_of(result.imported, comparison, translated)
    try:
        write_atomically(path, text.encode())
    except OSError as error:
        reason = translated(system_reason(error))
        failed = QCoreApplication.translate("Import", "{0} could not be written: {1}")
        return failed.format(path, reason)
    return QCoreApplication.translate("Import", "Written: {0}").format(path)
