"""PictureEdits: what was decided by hand of a picture, as a value that a saved view keeps.

Whatever is not decided here the rules decide, each time the picture is made. Ids of events that are gone stay: the
data may get them back, and who exports is told of them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from peru_timeline.chronology.models import Band, Id
from peru_timeline.chronology.text import LineMap

Side = Literal["left", "right"]
"""Where a title goes from its mark: from its left end to the right, or from its right end to the left."""
Look = Literal["highlighted", "dimmed"]
LAST_ROW = 20


class EventEdit(BaseModel):
    """What was decided of one event.

    Attributes:
        shown: True tells it before all others, False never tells it.
        side: where its title goes from its mark.
        row: the row it stands in, counted from 1 at the top; where there are fewer, the last.
        look: whether it stands out from the others or behind them.

    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    event: Id
    shown: Annotated[bool, Field(strict=True)] | None = None
    side: Side | None = None
    row: Annotated[int, Field(ge=1, le=LAST_ROW, strict=True)] | None = None
    look: Look | None = None

    @property
    def decides(self) -> bool:
        """Whether anything is decided at all."""
        return self != EventEdit(event=self.event)


class Theme(BaseModel):
    """Events that share a lane of the picture, and what the lane is called."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: LineMap
    events: tuple[Id, ...]


class PictureEdits(BaseModel):
    """All that was decided of a picture.

    Attributes:
        headline: instead of the view's name.
        events: one for each event of which something was decided.
        bands: stretches of time, and lines at moments, behind the events.
        themes: lanes by themes of one's own; events of none stand below them.

    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    headline: LineMap | None = None
    events: tuple[EventEdit, ...] = ()
    bands: tuple[Band, ...] = ()
    themes: tuple[Theme, ...] = ()

    def of(self, event: str) -> EventEdit:
        """What was decided of an event; nothing, if it is not named. Of several the last counts."""
        found = (edit for edit in reversed(self.events) if edit.event == event)
        return next(found, EventEdit(event=event))

    def with_event(self, event: str, **decided: bool | str | int | None) -> PictureEdits:
        """Decide these fields of an event; None leaves a field to the rules."""
        edit = EventEdit.model_validate({**self.of(event).model_dump(), **decided})
        others = (other for other in self.events if other.event != event)
        return self.model_copy(update={"events": (*others, *([edit] if edit.decides else []))})

    def highlighting(self, event: str | None) -> PictureEdits:
        """Let this event alone stand out, or none."""
        edits = self
        for other in self.events:
            if other.look == "highlighted":
                edits = edits.with_event(other.event, look=None)
        return edits if event is None else edits.with_event(event, look="highlighted")

    def with_band(self, band: Band) -> PictureEdits:
        """Add a band or line."""
        return self.model_copy(update={"bands": (*self.bands, band)})

    def without_band(self, number: int) -> PictureEdits:
        """Take away the band at this position."""
        return self.model_copy(update={"bands": (*self.bands[:number], *self.bands[number + 1 :])})


NO_EDITS = PictureEdits()
