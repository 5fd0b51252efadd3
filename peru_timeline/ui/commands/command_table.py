"""Every command of the window, as a table: menus, keys, palette and key sheet all read it.

A command names a method of MainWindow; the method does one thing. A test proves that ids and
shortcuts are unique and that every command can be reached from a menu.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do.

    Attributes:
        id: its name, and unless `method` says otherwise that of the method of MainWindow.
        text: its name for readers, in English; `label` gives it in their language.
        keys: its keys unless the reader changes them (shortcuts.py); the first is shown.
        method: the method, where one serves several commands.
        argument: what the method is called with.
        switch: it is on or off; `MainWindow.is_on(id)` tells which.

    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    method: str = ""
    argument: str | int | float | None = None
    switch: bool = False

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        return QCoreApplication.translate("Commands", self.text)


COMMANDS: tuple[Command, ...] = (
    Command("open_file", QT_TRANSLATE_NOOP("Commands", "Open…"), ("Ctrl+O",)),
    Command("open_default", QT_TRANSLATE_NOOP("Commands", "Open the Peru chronology")),
    Command("reload", QT_TRANSLATE_NOOP("Commands", "Reload"), ("Ctrl+R",)),
    Command("export", QT_TRANSLATE_NOOP("Commands", "Export…"), ("Ctrl+E",)),
    Command("print_view", QT_TRANSLATE_NOOP("Commands", "Print…"), ("Ctrl+P",)),
    Command("quit", QT_TRANSLATE_NOOP("Commands", "Quit"), ("Ctrl+Q",)),
    Command("search", QT_TRANSLATE_NOOP("Commands", "Search"), ("Ctrl+F",)),
    Command("clear", QT_TRANSLATE_NOOP("Commands", "Clear search, filters or selection"), ("Esc",)),
    Command(
        "copy_citation",
        QT_TRANSLATE_NOOP("Commands", "Copy event with citations"),
        ("Ctrl+Shift+C",),
    ),
    Command(
        "copy_bibtex",
        QT_TRANSLATE_NOOP("Commands", "Copy sources as BibTeX"),
        (),
        "copy_bibliography",
        "bib",
    ),
    Command(
        "copy_ris",
        QT_TRANSLATE_NOOP("Commands", "Copy sources as RIS"),
        (),
        "copy_bibliography",
        "ris",
    ),
    Command(
        "copy_csl",
        QT_TRANSLATE_NOOP("Commands", "Copy sources as CSL-JSON"),
        (),
        "copy_bibliography",
        "json",
    ),
    Command("save_view", QT_TRANSLATE_NOOP("Commands", "Save view…"), ("Ctrl+D",)),
    Command("saved_views", QT_TRANSLATE_NOOP("Commands", "Saved views…"), ("Ctrl+Shift+D",)),
    Command("present", QT_TRANSLATE_NOOP("Commands", "Present the saved views"), ("F5",)),
    Command(
        "zoom_in",
        QT_TRANSLATE_NOOP("Commands", "Zoom in"),
        ("Ctrl++", "Ctrl+=", "+", "="),
        "zoom",
        1,
    ),
    Command(
        "zoom_out", QT_TRANSLATE_NOOP("Commands", "Zoom out"), ("Ctrl+-", "-", "_"), "zoom", -1
    ),
    Command("fit", QT_TRANSLATE_NOOP("Commands", "Show everything"), ("Ctrl+0", "0")),
    Command(
        "fit_selection",
        QT_TRANSLATE_NOOP("Commands", "Zoom to the selected event, and back"),
        ("Ctrl+Shift+F", "F"),
    ),
    Command(
        "refit_lanes",
        QT_TRANSLATE_NOOP("Commands", "Fit the lanes to what is in view"),
        ("Ctrl+L", "L"),
    ),
    Command(
        "group_sector",
        QT_TRANSLATE_NOOP("Commands", "Group by sector"),
        ("Ctrl+1",),
        "set_grouping",
        "sector",
        True,
    ),
    Command(
        "group_actor",
        QT_TRANSLATE_NOOP("Commands", "Group by actor"),
        ("Ctrl+2",),
        "set_grouping",
        "actor",
        True,
    ),
    Command(
        "group_source",
        QT_TRANSLATE_NOOP("Commands", "Group by source"),
        ("Ctrl+3",),
        "set_grouping",
        "source",
        True,
    ),
    Command(
        "group_none",
        QT_TRANSLATE_NOOP("Commands", "One lane for all events"),
        ("Ctrl+4",),
        "set_grouping",
        "none",
        True,
    ),
    Command(
        "dim_filtered",
        QT_TRANSLATE_NOOP("Commands", "Dim what the filter leaves out"),
        (),
        "toggle_dim",
        None,
        True,
    ),
    Command("toggle_filters", QT_TRANSLATE_NOOP("Commands", "Filters"), ("F7",), "", None, True),
    Command(
        "toggle_event", QT_TRANSLATE_NOOP("Commands", "Selected event"), ("F8",), "", None, True
    ),
    Command(
        "toggle_table",
        QT_TRANSLATE_NOOP("Commands", "Table of events"),
        ("Ctrl+T",),
        "",
        None,
        True,
    ),
    Command("toggle_menu_bar", QT_TRANSLATE_NOOP("Commands", "Menu bar"), (), "", None, True),
    Command("full_screen", QT_TRANSLATE_NOOP("Commands", "Full screen"), ("F11",), "", None, True),
    Command(
        "theme_system",
        QT_TRANSLATE_NOOP("Commands", "Colours of the system"),
        (),
        "set_theme_name",
        "system",
        True,
    ),
    Command(
        "theme_light",
        QT_TRANSLATE_NOOP("Commands", "Light colours"),
        (),
        "set_theme_name",
        "light",
        True,
    ),
    Command(
        "theme_dark",
        QT_TRANSLATE_NOOP("Commands", "Dark colours"),
        (),
        "set_theme_name",
        "dark",
        True,
    ),
    Command(
        "theme_contrast",
        QT_TRANSLATE_NOOP("Commands", "High contrast"),
        (),
        "set_theme_name",
        "contrast",
        True,
    ),
    Command(
        "language_system",
        QT_TRANSLATE_NOOP("Commands", "Language of the system"),
        (),
        "set_language_name",
        "system",
        True,
    ),
    Command(
        "language_en", QT_TRANSLATE_NOOP("Commands", "English"), (), "set_language_name", "en", True
    ),
    Command(
        "language_es", QT_TRANSLATE_NOOP("Commands", "Español"), (), "set_language_name", "es", True
    ),
    Command(
        "larger_text",
        QT_TRANSLATE_NOOP("Commands", "Larger text"),
        ("Ctrl+Shift++",),
        "scale_text",
        1,
    ),
    Command(
        "smaller_text",
        QT_TRANSLATE_NOOP("Commands", "Smaller text"),
        ("Ctrl+Shift+-",),
        "scale_text",
        -1,
    ),
    Command(
        "reduce_motion",
        QT_TRANSLATE_NOOP("Commands", "Reduce motion"),
        (),
        "toggle_motion",
        None,
        True,
    ),
    Command(
        "wheel_scrolls",
        QT_TRANSLATE_NOOP("Commands", "Wheel scrolls the lanes instead of zooming"),
        (),
        "toggle_wheel",
        None,
        True,
    ),
    Command(
        "single_keys",
        QT_TRANSLATE_NOOP("Commands", "Single keys act on the timeline"),
        (),
        "toggle_single_keys",
        None,
        True,
    ),
    Command("next_event", QT_TRANSLATE_NOOP("Commands", "Next event"), ("Ctrl+Right",), "step", 1),
    Command(
        "previous_event",
        QT_TRANSLATE_NOOP("Commands", "Previous event"),
        ("Ctrl+Left",),
        "step",
        -1,
    ),
    Command("go_back", QT_TRANSLATE_NOOP("Commands", "Back to the view before"), ("Alt+Left",)),
    Command(
        "go_forward", QT_TRANSLATE_NOOP("Commands", "Forward to the view after"), ("Alt+Right",)
    ),
    Command("go_timeline", QT_TRANSLATE_NOOP("Commands", "Go to the timeline"), ("F6",)),
    Command("read_in_context", QT_TRANSLATE_NOOP("Commands", "Read in context"), ("Ctrl+Shift+R",)),
    Command("add_texts", QT_TRANSLATE_NOOP("Commands", "Add full texts…")),
    Command("verify_quotations", QT_TRANSLATE_NOOP("Commands", "Check the quotations…")),
    Command("show_palette", QT_TRANSLATE_NOOP("Commands", "Every command by name…"), ("Ctrl+K",)),
    Command("show_menu", QT_TRANSLATE_NOOP("Commands", "Open the menus"), ("F10",)),
    Command("keys", QT_TRANSLATE_NOOP("Commands", "Keys and mouse"), ("F1", "?")),
    Command("change_keys", QT_TRANSLATE_NOOP("Commands", "Keyboard shortcuts…")),
    Command("check_for_updates", QT_TRANSLATE_NOOP("Commands", "Check for updates")),
    Command("about", QT_TRANSLATE_NOOP("Commands", "About Peru Timeline")),
)

COMMAND_BY_ID = {command.id: command for command in COMMANDS}
