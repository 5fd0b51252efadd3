"""The settings: one JSON file, checked when read, written whole or not at all.

If the file cannot be read, or its folder cannot be written, the program starts without its settings.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import msgspec

from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.query import NO_QUERY, Query
from peru_timeline.chronology.text import is_encodable
from peru_timeline.files import put_aside, read_small, write_atomically
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.view import View

MOST_RECENT = 10
MOST_VIEWS = 50
LARGEST_FILE = 1_000_000


@dataclass(frozen=True, slots=True)
class WindowGeometry:
    """Where the window was, px on the desktop; clamped to the screens before use."""

    x: int
    y: int
    width: Annotated[int, msgspec.Meta(ge=200, le=32_000)]
    height: Annotated[int, msgspec.Meta(ge=200, le=32_000)]
    maximized: bool = False


Day = Annotated[float, msgspec.Meta(ge=-1e15, le=1e15)]
"""Beyond the days of all years that a date may have, and what is shown around them."""
PanelPx = Annotated[int, msgspec.Meta(ge=50, le=5_000)]
"""The width of a panel, px at text scale 1."""
DrawerName = Literal["filters", "event"]
"""A side panel; in a small window it is a drawer."""


@dataclass(frozen=True, slots=True)
class LastView:
    """How a chronology was last looked at, in the form of the file."""

    start_day: Day
    end_day: Day
    query: Query = NO_QUERY
    grouping: Grouping = Grouping.SECTOR
    selection: str | None = None
    lane_order: tuple[str, ...] = ()
    even_time: bool = False

    @classmethod
    def of(cls, view: View) -> LastView:
        """Keep a view; a span of no length stands for the whole chronology."""
        span = view.span or TimeSpan(0.0, 0.0)
        return cls(
            span.start,
            span.end,
            view.query,
            view.grouping,
            view.selection,
            view.lane_order,
            view.even_time,
        )

    @property
    def view(self) -> View:
        """The view that was kept; whatever makes no span stands for the whole chronology."""
        has_span = self.end_day > self.start_day
        span = TimeSpan(self.start_day, self.end_day) if has_span else None
        return View(
            span,
            True,
            self.query,
            self.grouping,
            self.selection,
            self.lane_order,
            even_time=self.even_time,
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is remembered between two starts."""

    theme: Literal["system", "light", "dark", "contrast"] = "system"
    language: Literal["system", "en", "es"] = "system"
    text_scale: Annotated[float, msgspec.Meta(ge=1.0, le=2.0)] | None = None
    reduce_motion: bool = False
    wheel_scrolls: bool = False
    single_keys: bool = True  # keys that type a character act on the timeline
    keys: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # by command id, where the reader changed them
    dim_filtered: bool = False
    filters_shown: bool = True
    event_shown: bool = True
    table_shown: bool = False
    filters_px: PanelPx | None = None
    event_px: PanelPx | None = None
    drawer: DrawerName | None = None  # the one that is open where the panels are drawers
    menu_bar_shown: bool = False
    hint_seen: bool = False
    window: WindowGeometry | None = None
    recent: tuple[str, ...] = ()
    views: dict[str, LastView] = field(default_factory=dict)

    def with_recent(self, path: str) -> Settings:
        """Put a file at the head of the recent ones, unless its name cannot be encoded."""
        if not is_encodable(path):
            return self
        others = tuple(other for other in self.recent if other != path)
        return replace(self, recent=(path, *others)[:MOST_RECENT])

    def view_of(self, chronology: str) -> View | None:
        """How the chronology with this id was last looked at."""
        kept = self.views.get(chronology)
        return None if kept is None else kept.view

    def with_view(self, chronology: str, view: View) -> Settings:
        """Remember how the chronology with this id was last looked at; the oldest view is forgotten."""
        others = {key: kept for key, kept in self.views.items() if key != chronology}
        views = others | {chronology: LastView.of(view)}
        return replace(self, views=dict(list(views.items())[-MOST_VIEWS:]))


class SettingsFault(NamedTuple):
    """Why the settings were reset or cannot be saved; application.py words it.

    Attributes:
        kind: what happened; "damaged" may concern a part of the settings, the rest of which was kept.
        detail: the path to which a damaged file was moved; else the reason, as from `system_reason`.

    """

    kind: Literal["damaged", "unreadable", "unwritable"]
    detail: str


def load_settings(path: Path) -> tuple[Settings, SettingsFault | None]:
    """Read the settings; a damaged file is moved aside, to a name ending in .bad, and its sound parts are kept."""
    try:
        content = read_small(path, LARGEST_FILE)
        return msgspec.json.decode(content, type=Settings), None
    except FileNotFoundError:
        return Settings(), None
    except msgspec.ValidationError:
        settings = _sound_parts(content)
        fault = SettingsFault("damaged", str(put_aside(path)))
        if settings == Settings():  # nothing to keep
            return settings, fault
        return settings, save_settings(path, settings) or fault
    except (ValueError, RecursionError, msgspec.MsgspecError):
        return Settings(), SettingsFault("damaged", str(put_aside(path)))
    except OSError as error:
        return Settings(), SettingsFault("unreadable", system_reason(error))


def _sound_parts(content: bytes) -> Settings:
    """The settings of a file without those that are not understood, such as those of another version."""
    try:
        found = msgspec.json.decode(content)
    except (
        ValueError,
        RecursionError,
        msgspec.MsgspecError,
    ):  # behind the first value of a wrong type
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    kept: dict[str, Any] = {}
    for own in fields(Settings):
        if own.name in found:
            value = found[own.name]
            for part in (value, _sound_elements(own.name, value)):
                if own.name not in kept and (read := _read(own.name, part)) is not None:
                    kept[own.name] = read[0]
    return Settings(**kept)


def _sound_elements(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {key: own for key, own in value.items() if _read(name, {key: own}) is not None}
    if isinstance(value, list):
        return [own for own in value if _read(name, [own]) is not None]
    return value


def _read(name: str, value: Any) -> tuple[Any] | None:
    """The value of one setting in its own type, or None where it has another."""
    try:
        return (getattr(msgspec.convert({name: value}, Settings), name),)
    except (ValueError, RecursionError, msgspec.MsgspecError):
        return None


def save_settings(path: Path, settings: Settings) -> SettingsFault | None:
    """Write the settings; return a fault if that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, _text(settings), private=True)
    except (OSError, UnicodeEncodeError) as error:  # half of a surrogate pair, pasted into a field
        return SettingsFault("unwritable", system_reason(error))
    return None


def _text(settings: Settings) -> bytes:
    """Write the settings as JSON that can be read again: the oldest views give way where they are too long."""
    while True:
        encoded = msgspec.json.encode(settings, order="deterministic")
        text = msgspec.json.format(encoded, indent=1) + b"\n"
        if len(text) <= LARGEST_FILE or not settings.views:
            return text
        settings = replace(settings, views=dict([*settings.views.items()][1:]))
