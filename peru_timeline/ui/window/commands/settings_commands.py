"""Choosing colours, language, text size, and how mouse and keys act."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.commands.shortcuts import KeyMap, changes_of
from peru_timeline.ui.look.dialogs import run_dialog
from peru_timeline.ui.look.theme import LARGEST_TEXT_SCALE
from peru_timeline.ui.state.settings_store import SettingsStore
from peru_timeline.ui.state.view_state import ViewState

TEXT_STEP = 0.1

ThemeName = Literal["system", "light", "dark", "contrast"]
Language = Literal["system", "en", "es"]


class SettingsCommands:
    """Changes settings; whoever they concern follows them."""

    def __init__(self, timeline: TimelineView, state: ViewState, settings: SettingsStore) -> None:
        self._timeline, self._state, self._settings = timeline, state, settings

    def bindings(self) -> Bindings:
        store = self._settings
        return {
            "theme_system": self._choose_theme("system"),
            "theme_light": self._choose_theme("light"),
            "theme_dark": self._choose_theme("dark"),
            "theme_contrast": self._choose_theme("contrast"),
            "language_system": self._choose_language("system"),
            "language_en": self._choose_language("en"),
            "language_es": self._choose_language("es"),
            "larger_text": Binding(lambda: self.scale_text(TEXT_STEP)),
            "smaller_text": Binding(lambda: self.scale_text(-TEXT_STEP)),
            "reduce_motion": Binding(self.toggle_motion, is_on=lambda: store.value.reduce_motion),
            "wheel_scrolls": Binding(self.toggle_wheel, is_on=lambda: store.value.wheel_scrolls),
            "single_keys": Binding(self.toggle_single_keys, is_on=lambda: store.value.single_keys),
            "change_keys": Binding(self.change_keys),
        }

    def _choose_theme(self, name: ThemeName) -> Binding:
        store = self._settings

        def choose() -> None:
            store.value = replace(store.value, theme=name)

        return Binding(choose, is_on=lambda: store.value.theme == name)

    def _choose_language(self, name: Language) -> Binding:
        store = self._settings

        def choose() -> None:
            store.value = replace(store.value, language=name)

        return Binding(choose, is_on=lambda: store.value.language == name)

    def scale_text(self, by: float) -> None:
        """Make all text larger, or smaller if `by` is negative."""
        scale = min(max(round(self._timeline.theme.scale + by, 2), 1.0), LARGEST_TEXT_SCALE)
        self._settings.value = replace(self._settings.value, text_scale=scale)

    def toggle_motion(self) -> None:
        """Animate movements, or do not."""
        store = self._settings
        store.value = replace(store.value, reduce_motion=not store.value.reduce_motion)

    def toggle_wheel(self) -> None:
        """Let the wheel zoom, or scroll the lanes."""
        store = self._settings
        store.value = replace(store.value, wheel_scrolls=not store.value.wheel_scrolls)

    def toggle_single_keys(self) -> None:
        """Let keys that type a character act on the timeline, or do not."""
        store = self._settings
        store.value = replace(store.value, single_keys=not store.value.single_keys)

    def change_keys(self) -> None:
        """Let the reader change the keys of the commands."""
        from peru_timeline.ui.commands.shortcut_editor import ShortcutEditor

        dialog = ShortcutEditor(self._timeline.window(), self._timeline.theme, self._state.keys)
        dialog.changed.connect(self.take_keys)
        run_dialog(dialog)

    def take_keys(self, keys: KeyMap) -> None:
        """Use and remember other keys."""
        self._settings.value = replace(self._settings.value, keys=changes_of(keys))
        self._state.set_keys(keys)
