"""What the reader does with the lanes by their names: fold, unfold, see one alone, and put them in another order."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from peru_timeline.timeline.lanes import ALL_LANES, LaneChoice
from peru_timeline.timeline.scene import LaneBand
from peru_timeline.ui.canvas.input.intents import Direction
from peru_timeline.ui.canvas.lane_view import LaneView
from peru_timeline.ui.canvas.live_scene import LiveScene
from peru_timeline.ui.canvas.timeline_canvas import TimelineCanvas


class LaneHandling:
    """Carries out what is asked of a lane by its name; knows which name has the keyboard or is dragged."""

    def __init__(self, canvas: TimelineCanvas, live: LiveScene) -> None:
        self._canvas, self._live = canvas, live
        self._focused: str | None = None
        self._dragged: str | None = None
        self._grabbed_y = self._y = 0.0
        self._moves: list[tuple[tuple[str, ...], tuple[str, ...]]] = []  # orders before and after
        canvas.claims_escape = self.can_leave

    @property
    def choice(self) -> LaneChoice:
        """Which lanes there are: their order, those of members, or one lane alone."""
        return self._live.lanes.choice

    @property
    def order(self) -> tuple[str, ...]:
        """The order in which the reader put the lanes; empty for that of the chronology."""
        return self._live.lanes.choice.order

    def show_order(self, order: tuple[str, ...]) -> None:
        """Show the lanes in this order; lanes that are not in it come after those that are."""
        lanes = self._live.lanes
        if order != lanes.choice.order:
            self._live.show_lanes(replace(lanes, choice=replace(lanes.choice, order=order)))

    def reset_order(self) -> None:
        """Show the lanes in the order of the chronology."""
        self._reorder(replace(self._live.lanes, choice=replace(self.choice, order=())))

    @property
    def can_undo(self) -> bool:
        """Whether the lanes stand in the order in which the reader last put them."""
        return bool(self._moves) and self._moves[-1][1] == self.order

    def undo(self) -> None:
        """Take back what last changed the order of the lanes, step by step."""
        if self.can_undo:
            self.show_order(self._moves.pop()[0])

    def _reorder(self, lanes: LaneView) -> None:
        self._moves.append((self.order, lanes.choice.order))
        self._live.show_lanes(lanes)

    # --- mouse ---

    def fold(self, header: LaneBand | None, on_fold_button: bool) -> None:
        """Reduce a lane to one line or show it again, or show and hide the lanes of a bloc's members."""
        if header is None:
            return
        if header.id == ALL_LANES:
            self.leave()
        elif header.folded:
            self._live.refit_lanes()
        elif header.unfolds and on_fold_button:
            self._live.show_lanes(self._live.lanes.unfolding_toggled(header.id))
        elif header.collapsed or on_fold_button:
            self._live.show_lanes(self._live.lanes.toggled(header.id))

    def toggle_alone(self, header: LaneBand) -> None:
        """Show one lane alone, or all again."""
        if not header.folded:
            self._live.show_lanes(self._live.lanes.alone_toggled(header.id))

    def grab(self, header: LaneBand | None, y: float) -> None:
        """A button went down on a name, or elsewhere."""
        can_move = header is not None and not header.folded and header.depth == 0
        self._dragged = header.id if header is not None and can_move else None
        self._grabbed_y = y

    def drag(self, dy: float) -> bool:
        """The name is dragged so far down; return whether one is."""
        if self._dragged is None or len(self._tops()) < 2:
            return False
        self._y = self._grabbed_y + dy
        self._canvas.headers.show_drop(self._line_y(self._y))
        return True

    def drop(self) -> None:
        """The button came up: the lane goes where the line is."""
        dragged, self._dragged = self._dragged, None
        self._canvas.headers.show_drop(None)
        if dragged is not None:
            self._move(dragged, self._place(self._y))

    # --- keyboard ---

    def step(self, direction: Direction) -> None:
        """Give the keyboard to the name of the next lane, or to the first in sight."""
        bands = [band for band in self._live.scene.lanes if not band.folded]
        if not bands:
            return
        ids = [band.id for band in bands]
        at = ids.index(self._focused) + direction if self._focused in ids else 0
        band = bands[min(max(at, 0), len(bands) - 1)]
        self._focus(band.id)
        self._canvas.said.emit(f"{band.name}, {band.count_label}")

    def open_alone(self) -> bool:
        """Show the lane alone whose name has the keyboard, or all again; return whether one has it."""
        band = next((b for b in self._live.scene.lanes if b.id == self._focused), None)
        if band is not None and not band.folded:
            self.toggle_alone(band)
        return band is not None

    def can_leave(self) -> bool:
        """Whether there is something to go back from: a lane alone, or a name with the keyboard."""
        return self._focused is not None or self._live.lanes.choice.alone is not None

    def leave(self) -> None:
        """Show all lanes again, else take the keyboard from the names."""
        if self._live.lanes.choice.alone is not None:
            self._live.show_lanes(self._live.lanes.alone_toggled(""))
        else:
            self.unfocus()

    def unfocus(self) -> None:
        """The keyboard goes to the events."""
        self._focus(None)

    def move(self, direction: Direction) -> None:
        """Move the lane whose name has the keyboard up or down by one."""
        tops = [band.id for band in self._tops()]
        if self._focused not in tops:
            return
        at = tops.index(self._focused)
        # Before the lane above; or before the one after the lane below.
        before = at - 1 if direction < 0 else at + 2
        if before < 0 or at + direction >= len(tops):
            return
        self._move(self._focused, tops[before] if before < len(tops) else None)
        said = QCoreApplication.translate("Interaction", "Lane {0} of {1}")
        self._canvas.said.emit(said.format(at + direction + 1, len(tops)))

    # --- inside ---

    def _focus(self, lane: str | None) -> None:
        self._focused = lane
        self._canvas.headers.show_focused(lane)

    def _tops(self) -> list[LaneBand]:
        """The lanes in sight that can be moved; those of members go with that of their bloc."""
        return [band for band in self._live.scene.lanes if not band.folded and band.depth == 0]

    def _place(self, y: float) -> str | None:
        """The id of the lane before which a name dropped at `y` goes; None: after the last."""
        tops = self._tops()
        ends = [band.top for band in tops[1:]] + [self._live.scene.height]
        for band, end in zip(tops, ends, strict=True):
            if y < (band.top + end) / 2:
                return band.id
        return None

    def _line_y(self, y: float) -> float:
        """Where the line stands that shows the place of a name dropped at `y`."""
        place, bands = self._place(y), [b for b in self._live.scene.lanes if not b.folded]
        last = bands[-1]
        return next((band.top for band in bands if band.id == place), last.top + last.height)

    def _move(self, lane: str, before: str | None) -> None:
        if lane == before:
            return
        lanes = self._live.layout_input.lanes
        depths = lanes.depths or (0,) * len(lanes)
        tops = [id_ for id_, depth in zip(lanes.ids, depths, strict=True) if depth == 0]
        if before is None:  # after the last in sight; those without events in view stay behind it
            last = self._tops()[-1].id
            if last == lane:
                return
            after = tops.index(last) + 1
            before = tops[after] if after < len(tops) else None
        self._reorder(self._live.lanes.moved(tops, lane, before))
