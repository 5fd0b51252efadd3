"""Every command of the window, as a table: menus, keys, palette and key sheet all read it.

What a command does is bound to its id by `ui/window/commands`. A test proves that ids and shortcuts are
unique, that every command is bound, and that every command can be reached from a menu.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do.

    Attributes:
        id: names it in menus, bindings and the reader's settings; never changes.
        text: its name for readers, in English; `label` is its name in their language.
        keys: its keys unless the reader changes them (shortcuts.py); the first is shown.
        is_switch: whether it turns something on and off, and so has a check mark.

    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    is_switch: bool = False

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        return QCoreApplication.translate("Commands", self.text)


COMMANDS: tuple[Command, ...] = (
    Command("open_file", QT_TRANSLATE_NOOP("Commands", "Open…"), ("Ctrl+O",)),
    Command("open_default", QT_TRANSLATE_NOOP("Commands", "Open the Peru chronology")),
    Command("open_sample", QT_TRANSLATE_NOOP("Commands", "Open a sample…")),
    Command(
        "new_from_template",
        QT_TRANSLATE_NOOP("Commands", "New from template…"),
        ("Ctrl+Shift+N",),
    ),
    Command("save_spreadsheet", QT_TRANSLATE_NOOP("Commands", "Save a spreadsheet to fill in…")),
    Command("import_file", QT_TRANSLATE_NOOP("Commands", "Import…"), ("Ctrl+I",)),
    Command(
        "quote_document", QT_TRANSLATE_NOOP("Commands", "Quote from a document…"), ("Ctrl+Shift+O",)
    ),
    Command(
        "quote_clipboard",
        QT_TRANSLATE_NOOP("Commands", "Quote what was copied…"),
        ("Ctrl+Shift+V",),
    ),
    Command("save", QT_TRANSLATE_NOOP("Commands", "Save"), ("Ctrl+S",)),
    Command("save_as", QT_TRANSLATE_NOOP("Commands", "Save as…"), ("Ctrl+Shift+S",)),
    Command("save_copy", QT_TRANSLATE_NOOP("Commands", "Save a copy…")),
    Command("compare_with", QT_TRANSLATE_NOOP("Commands", "Compare with another version…")),
    Command("compare_saved", QT_TRANSLATE_NOOP("Commands", "What was changed since saving…")),
    Command("reload", QT_TRANSLATE_NOOP("Commands", "Reload"), ("Ctrl+R",)),
    Command("export", QT_TRANSLATE_NOOP("Commands", "Export…"), ("Ctrl+E",)),
    Command("print_view", QT_TRANSLATE_NOOP("Commands", "Print…"), ("Ctrl+P",)),
    Command("quit", QT_TRANSLATE_NOOP("Commands", "Quit"), ("Ctrl+Q",)),
    Command("undo", QT_TRANSLATE_NOOP("Commands", "Undo"), ("Ctrl+Z",)),
    Command("redo", QT_TRANSLATE_NOOP("Commands", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("new_event", QT_TRANSLATE_NOOP("Commands", "New event"), ("Ctrl+N",)),
    Command("edit_event", QT_TRANSLATE_NOOP("Commands", "Edit the event"), ("F2", "E")),
    Command("edit_several", QT_TRANSLATE_NOOP("Commands", "Change several events…")),
    Command("delete_event", QT_TRANSLATE_NOOP("Commands", "Delete the event"), ("Del",)),
    Command("search", QT_TRANSLATE_NOOP("Commands", "Search"), ("Ctrl+F",)),
    Command("clear", QT_TRANSLATE_NOOP("Commands", "Clear search, filters or selection"), ("Esc",)),
    Command(
        "copy_citation",
        QT_TRANSLATE_NOOP("Commands", "Copy event with citations"),
        ("Ctrl+Shift+C",),
    ),
    Command("copy_bibtex", QT_TRANSLATE_NOOP("Commands", "Copy sources as BibTeX")),
    Command("copy_ris", QT_TRANSLATE_NOOP("Commands", "Copy sources as RIS")),
    Command("copy_csl", QT_TRANSLATE_NOOP("Commands", "Copy sources as CSL-JSON")),
    Command("copy_apa", QT_TRANSLATE_NOOP("Commands", "Copy sources in APA style")),
    Command("copy_mla", QT_TRANSLATE_NOOP("Commands", "Copy sources in MLA style")),
    Command("copy_chicago", QT_TRANSLATE_NOOP("Commands", "Copy sources in Chicago style")),
    Command("copy_iso690", QT_TRANSLATE_NOOP("Commands", "Copy sources in ISO 690 style")),
    Command("save_view", QT_TRANSLATE_NOOP("Commands", "Save view…"), ("Ctrl+D",)),
    Command("saved_views", QT_TRANSLATE_NOOP("Commands", "Saved views…"), ("Ctrl+Shift+D",)),
    Command("present", QT_TRANSLATE_NOOP("Commands", "Present the saved views"), ("F5",)),
    Command("zoom_in", QT_TRANSLATE_NOOP("Commands", "Zoom in"), ("Ctrl++", "Ctrl+=", "+", "=")),
    Command("zoom_out", QT_TRANSLATE_NOOP("Commands", "Zoom out"), ("Ctrl+-", "-", "_")),
    Command("fit", QT_TRANSLATE_NOOP("Commands", "Show everything"), ("Ctrl+0", "0")),
    Command("opening_view", QT_TRANSLATE_NOOP("Commands", "Show the opening view"), ("Ctrl+Home",)),
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
        "undo_lanes", QT_TRANSLATE_NOOP("Commands", "Undo the move of a lane"), ("Ctrl+Alt+Z",)
    ),
    Command("reset_lanes", QT_TRANSLATE_NOOP("Commands", "Reset the order of the lanes")),
    Command(
        "toggle_regime",
        QT_TRANSLATE_NOOP("Commands", "Read every title, or see the overview"),
        ("Ctrl+Alt+R", "R"),
    ),
    Command(
        "toggle_shelf",
        QT_TRANSLATE_NOOP("Commands", "List events without a given date"),
        ("Ctrl+U", "U"),
    ),
    Command(
        "group_sector",
        QT_TRANSLATE_NOOP("Commands", "Group by sector"),
        ("Ctrl+1",),
        is_switch=True,
    ),
    Command(
        "group_actor", QT_TRANSLATE_NOOP("Commands", "Group by actor"), ("Ctrl+2",), is_switch=True
    ),
    Command(
        "group_source",
        QT_TRANSLATE_NOOP("Commands", "Group by source"),
        ("Ctrl+3",),
        is_switch=True,
    ),
    Command(
        "group_none",
        QT_TRANSLATE_NOOP("Commands", "One lane for all events"),
        ("Ctrl+4",),
        is_switch=True,
    ),
    Command("read_bands", QT_TRANSLATE_NOOP("Commands", "Bands and their sources…")),
    Command(
        "even_time",
        QT_TRANSLATE_NOOP("Commands", "Even out crowded years"),
        is_switch=True,
    ),
    Command(
        "dim_filtered",
        QT_TRANSLATE_NOOP("Commands", "Dim filtered-out events"),
        is_switch=True,
    ),
    Command("toggle_filters", QT_TRANSLATE_NOOP("Commands", "Filters"), ("F7",), is_switch=True),
    Command(
        "toggle_event", QT_TRANSLATE_NOOP("Commands", "Selected event"), ("F8",), is_switch=True
    ),
    Command(
        "toggle_table",
        QT_TRANSLATE_NOOP("Commands", "Table of events"),
        ("Ctrl+T",),
        is_switch=True,
    ),
    Command(
        "larger_panel",
        QT_TRANSLATE_NOOP("Commands", "Make the panel with the focus larger"),
        ("Ctrl+Alt+Right",),
    ),
    Command(
        "smaller_panel",
        QT_TRANSLATE_NOOP("Commands", "Make the panel with the focus smaller"),
        ("Ctrl+Alt+Left",),
    ),
    Command("toggle_menu_bar", QT_TRANSLATE_NOOP("Commands", "Menu bar"), is_switch=True),
    Command("full_screen", QT_TRANSLATE_NOOP("Commands", "Full screen"), ("F11",), is_switch=True),
    Command("theme_system", QT_TRANSLATE_NOOP("Commands", "System colours"), is_switch=True),
    Command("theme_light", QT_TRANSLATE_NOOP("Commands", "Light colours"), is_switch=True),
    Command("theme_dark", QT_TRANSLATE_NOOP("Commands", "Dark colours"), is_switch=True),
    Command("theme_contrast", QT_TRANSLATE_NOOP("Commands", "High contrast"), is_switch=True),
    Command("language_system", QT_TRANSLATE_NOOP("Commands", "System language"), is_switch=True),
    Command("language_en", QT_TRANSLATE_NOOP("Commands", "English"), is_switch=True),
    Command("language_es", QT_TRANSLATE_NOOP("Commands", "Español"), is_switch=True),
    Command("larger_text", QT_TRANSLATE_NOOP("Commands", "Larger text"), ("Ctrl+Shift++",)),
    Command("smaller_text", QT_TRANSLATE_NOOP("Commands", "Smaller text"), ("Ctrl+Shift+-",)),
    Command("reduce_motion", QT_TRANSLATE_NOOP("Commands", "Reduce motion"), is_switch=True),
    Command(
        "wheel_scrolls",
        QT_TRANSLATE_NOOP("Commands", "Wheel scrolls the lanes instead of zooming"),
        is_switch=True,
    ),
    Command(
        "single_keys",
        QT_TRANSLATE_NOOP("Commands", "Single keys act on the timeline"),
        is_switch=True,
    ),
    Command("next_event", QT_TRANSLATE_NOOP("Commands", "Next event"), ("Ctrl+Right",)),
    Command("previous_event", QT_TRANSLATE_NOOP("Commands", "Previous event"), ("Ctrl+Left",)),
    Command("go_back", QT_TRANSLATE_NOOP("Commands", "Back to the previous view"), ("Alt+Left",)),
    Command(
        "go_forward", QT_TRANSLATE_NOOP("Commands", "Forward to the next view"), ("Alt+Right",)
    ),
    Command("go_timeline", QT_TRANSLATE_NOOP("Commands", "Go to the timeline"), ("F6",)),
    Command("read_in_context", QT_TRANSLATE_NOOP("Commands", "Read in context"), ("Ctrl+Shift+R",)),
    Command("add_texts", QT_TRANSLATE_NOOP("Commands", "Add full texts…")),
    Command("verify_quotations", QT_TRANSLATE_NOOP("Commands", "Check the quotations…")),
    Command("quality", QT_TRANSLATE_NOOP("Commands", "Quality of the chronology…")),
    Command("save_bundle", QT_TRANSLATE_NOOP("Commands", "Save an evidence bundle…")),
    Command("check_bundle", QT_TRANSLATE_NOOP("Commands", "Check an evidence bundle…")),
    Command("show_palette", QT_TRANSLATE_NOOP("Commands", "Every command by name…"), ("Ctrl+K",)),
    Command("show_menu", QT_TRANSLATE_NOOP("Commands", "Open the menus"), ("F10",)),
    Command("keys", QT_TRANSLATE_NOOP("Commands", "Keys and mouse"), ("F1", "?")),
    Command("change_keys", QT_TRANSLATE_NOOP("Commands", "Keyboard shortcuts…")),
    Command("check_for_updates", QT_TRANSLATE_NOOP("Commands", "Check for updates")),
    Command("about", QT_TRANSLATE_NOOP("Commands", "About Peru Timeline")),
)

COMMAND_BY_ID = {command.id: command for command in COMMANDS}
