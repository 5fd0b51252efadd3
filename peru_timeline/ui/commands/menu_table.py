"""Which command is in which menu, as a table; every command is in exactly one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP

SEPARATOR = ""
RECENT = "recent"
"""Marks where the list of recent files goes."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Commands", "&File"),
        (
            "new_from_template",
            "save_spreadsheet",
            SEPARATOR,
            "open_file",
            RECENT,
            "open_default",
            "open_sample",
            "reload",
            SEPARATOR,
            "import_file",
            "quote_document",
            "quote_clipboard",
            SEPARATOR,
            "save",
            "save_as",
            "save_copy",
            SEPARATOR,
            "compare_with",
            "compare_saved",
            SEPARATOR,
            "export",
            "print_view",
            SEPARATOR,
            "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "&Edit"),
        (
            "undo",
            "redo",
            SEPARATOR,
            "new_event",
            "edit_event",
            "edit_several",
            "delete_event",
            SEPARATOR,
            "copy_citation",
            "copy_bibtex",
            "copy_ris",
            "copy_csl",
            "copy_apa",
            "copy_mla",
            "copy_chicago",
            "copy_iso690",
            SEPARATOR,
            "search",
            "clear",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "&View"),
        (
            "zoom_in",
            "zoom_out",
            "fit",
            "opening_view",
            "fit_selection",
            "refit_lanes",
            "undo_lanes",
            "reset_lanes",
            SEPARATOR,
            "toggle_regime",
            "toggle_shelf",
            SEPARATOR,
            "group_sector",
            "group_actor",
            "group_source",
            "group_none",
            SEPARATOR,
            "read_bands",
            "even_time",
            "dim_filtered",
            "toggle_filters",
            "toggle_event",
            "toggle_table",
            "larger_panel",
            "smaller_panel",
            "toggle_menu_bar",
            "full_screen",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "&Settings"),
        (
            "theme_system",
            "theme_light",
            "theme_dark",
            "theme_contrast",
            SEPARATOR,
            "language_system",
            "language_en",
            "language_es",
            SEPARATOR,
            "larger_text",
            "smaller_text",
            SEPARATOR,
            "reduce_motion",
            "wheel_scrolls",
            "single_keys",
            "change_keys",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "&Go"),
        (
            "next_event",
            "previous_event",
            SEPARATOR,
            "go_back",
            "go_forward",
            "go_timeline",
            SEPARATOR,
            "save_view",
            "saved_views",
            "present",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "S&ources"),
        (
            "read_in_context",
            "add_texts",
            "verify_quotations",
            "quality",
            SEPARATOR,
            "save_bundle",
            "check_bundle",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "&Help"),
        ("show_palette", "show_menu", "keys", SEPARATOR, "check_for_updates", "about"),
    ),
)


def menu_name(text: str) -> str:
    """The name of a menu in the reader's language."""
    return QCoreApplication.translate("Commands", text)
