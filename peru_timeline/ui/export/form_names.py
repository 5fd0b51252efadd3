"""The names of everything that can be exported, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from peru_timeline.pictures.export_choice import PICTURES, SHEETS, WRITTEN


def form_names() -> list[tuple[str, str]]:
    """(form, its name) in the order of the list."""
    names = {
        "png": QCoreApplication.translate("ExportForm", "Picture (PNG)"),
        "svg": QCoreApplication.translate("ExportForm", "Drawing (SVG)"),
        "pdf": QCoreApplication.translate("ExportForm", "Page (PDF)"),
        "pptx": QCoreApplication.translate("ExportForm", "Slides (PowerPoint)"),
        "poster": QCoreApplication.translate("ExportForm", "Poster on sheets (PDF)"),
        "strip": QCoreApplication.translate("ExportForm", "Poster on one strip (PDF)"),
        "handout": QCoreApplication.translate("ExportForm", "Handout on A4 (PDF)"),
        "page": QCoreApplication.translate("ExportForm", "Web page (HTML)"),
        "csv": QCoreApplication.translate("ExportForm", "Table (CSV, for spreadsheets)"),
        "xlsx": QCoreApplication.translate("ExportForm", "Table (Excel)"),
        "md": QCoreApplication.translate("ExportForm", "Table (Markdown)"),
        "html": QCoreApplication.translate("ExportForm", "Table (HTML)"),
        "docx": QCoreApplication.translate("ExportForm", "Table (Word)"),
        "json": QCoreApplication.translate("ExportForm", "Bibliography (CSL-JSON)"),
        "bib": QCoreApplication.translate("ExportForm", "Bibliography (BibTeX)"),
        "ris": QCoreApplication.translate("ExportForm", "Bibliography (RIS)"),
        "txt": QCoreApplication.translate("ExportForm", "Bibliography (text)"),
        "apa": QCoreApplication.translate("ExportForm", "Bibliography (APA)"),
        "mla": QCoreApplication.translate("ExportForm", "Bibliography (MLA)"),
        "chicago": QCoreApplication.translate("ExportForm", "Bibliography (Chicago)"),
        "iso690": QCoreApplication.translate("ExportForm", "Bibliography (ISO 690)"),
        "timelinejs": QCoreApplication.translate("ExportForm", "For TimelineJS (JSON)"),
        "timelinejs-sheet": QCoreApplication.translate("ExportForm", "For TimelineJS (sheet, CSV)"),
        "timeline-project": QCoreApplication.translate(
            "ExportForm", "For The Timeline Project (XML)"
        ),
        "markwhen": QCoreApplication.translate("ExportForm", "For Markwhen (text)"),
        "icalendar": QCoreApplication.translate("ExportForm", "For calendars (iCalendar)"),
        "simile": QCoreApplication.translate("ExportForm", "For SIMILE Timeline (JSON)"),
    }
    return [(form, names[form]) for form in (*PICTURES, "pptx", *SHEETS, "page", *WRITTEN)]
