"""The timeline: canvas, overview and scroll bar, put together around one live scene."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.regime import Regime
from peru_timeline.timeline.scene import Scene
from peru_timeline.timeline.view import View
from peru_timeline.ui.canvas.input.event_navigation import event_span
from peru_timeline.ui.canvas.interaction import Interaction
from peru_timeline.ui.canvas.lane_scroll_bar import LaneScrollBar
from peru_timeline.ui.canvas.live_scene import LiveScene
from peru_timeline.ui.canvas.overview_strip import OverviewStrip
from peru_timeline.ui.canvas.time_navigation import TimeNavigation
from peru_timeline.ui.canvas.timeline_canvas import TimelineCanvas
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.state.view_state import ViewState

DATE_AIR = 0.1  # left and right of a date that was asked for, as a share of its length


class TimelineView(QWidget):
    """The timeline of a ViewState's chronology."""

    span_changed = Signal(object)
    """A TimeSpan: the days in sight now."""
    scene_changed = Signal()
    """Other events, titles or lanes are drawn than before."""
    span_selected = Signal(object)
    """A TimeSpan, selected with Shift and the mouse."""
    export_requested = Signal(object)
    """A TimeSpan, to be exported."""
    event_activated = Signal(int)
    """The reader pressed Enter on this event."""

    def __init__(self, state: ViewState, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_view")
        self.state, self.theme = state, theme
        self.is_ready = False  # there is a scene to ask for
        self._canvas = TimelineCanvas(lambda: (self._live.scene, self.theme))
        self._canvas.setObjectName("timeline_canvas")
        self._navigation = TimeNavigation(self._canvas.view_box, self)
        self._live = LiveScene(state, self._navigation, self)
        self._interaction = Interaction(state, self._canvas, self._navigation, self._live)
        self.lanes = self._interaction.lanes
        self._overview = OverviewStrip(theme)
        self._scroll_bar = LaneScrollBar(self._canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._canvas, 1)
        column.addWidget(self._overview)
        self.setFocusProxy(self._canvas)
        self._connect()
        self.set_theme(theme)
        self._open()
        self.is_ready = True

    def _connect(self) -> None:
        self._canvas.resized.connect(self._canvas_resized)
        self._canvas.view_box.sigXRangeChanged.connect(self._span_moved)
        self._scroll_bar.valueChanged.connect(self._live.scroll_to)
        self._navigation.settled.connect(self._live.settle)
        self._overview.span_requested.connect(self._show_from_overview)
        self._overview.zoom_requested.connect(self.zoom)
        self._live.outdated.connect(self._canvas.show_change)
        self._live.changed.connect(self._scene_changed)
        self._live.resized.connect(self._canvas_resized)
        self._interaction.span_selected.connect(self.span_selected)
        self._interaction.export_requested.connect(self.export_requested)
        self._interaction.event_activated.connect(self.event_activated)
        state = self.state
        state.chronology_opened.connect(self._open)
        state.chronology_edited.connect(self._lay_out_anew)
        state.grouping_changed.connect(self._regroup)
        state.even_time_changed.connect(self._lay_out_anew)
        state.appearance_changed.connect(self._regroup)
        state.query_changed.connect(self._filter)
        state.selection_changed.connect(self._show_selection)

    # --- what others ask for ---

    @property
    def scene(self) -> Scene:
        """What is drawn now."""
        return self._live.scene

    @property
    def is_waiting(self) -> bool:
        """Whether what is drawn stands in for a scene that is still being packed."""
        return self._live.is_waiting

    @property
    def navigation(self) -> TimeNavigation:
        """Moves through time."""
        return self._navigation

    @property
    def canvas(self) -> TimelineCanvas:
        """Where the scene is drawn."""
        return self._canvas

    @property
    def overview(self) -> OverviewStrip:
        """The strip below the canvas."""
        return self._overview

    @property
    def layout_input(self) -> LayoutInput:
        """What the scene is laid out from; `layout_input.home` is the opening view."""
        return self._live.layout_input

    @property
    def scroll_y(self) -> float:
        """How many px of the lanes are scrolled out of sight above."""
        return self._live.scroll_y

    def pack_ahead(self) -> None:
        """Pack on a thread from now on, so that no frame waits; see `LiveScene.pack_ahead`."""
        self._live.pack_ahead()

    def set_motion(self, motion: bool) -> None:
        """Animate movements, or do not."""
        self._navigation.motion = motion
        self._live.set_motion(motion)

    def set_wheel_zooms(self, zooms: bool) -> None:
        """Let the wheel zoom, or scroll the lanes."""
        self._canvas.set_wheel_zooms(zooms)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours or at another text scale."""
        rescaled = theme.scale != self.theme.scale
        self.theme = theme
        self._live.announce_again()
        self._canvas.set_theme(theme)
        self._overview.set_theme(theme)
        if rescaled:
            self._canvas_resized()
        self._live.invalidate()

    # --- views ---

    def view(self) -> View:
        """How the chronology is looked at now."""
        return replace(self.state.view(self.visible_span()), lane_order=self.lanes.order)

    def span_of(self, view: View) -> TimeSpan:
        """The days that a view shows here; without a span it is the opening view."""
        home = self.state.warp.span_of_days(self.layout_input.home)
        return home if view.span is None else view.drawn_span(view.span)

    def apply(self, view: View, animate: bool = True, remember: bool = True) -> None:
        """Look at the chronology as a view says; `remember` makes it a view to come back to."""
        self.state.apply(view)
        if view.lane_order:
            self.lanes.show_order(view.lane_order)
        self.show_span(self.span_of(view), animate=animate, remember=remember)

    # --- moving about ---

    def visible_span(self) -> TimeSpan:
        """The days in sight."""
        return self._navigation.days

    def show_span(self, span: TimeSpan, animate: bool = True, remember: bool = True) -> None:
        """Show a span of days; `remember` makes it a view to come back to."""
        self._navigation.show(self.state.warp.drawn_span(span), animate=animate, remember=remember)

    def fit(self) -> None:
        """Show the whole chronology, events outside its stated span too, as each regime asks."""
        self._show_whole(self._navigation.everything)

    def show_opening_view(self) -> None:
        """Show the stated span of the chronology, as it opened."""
        self._show_whole(self.layout_input.home)

    def _show_whole(self, span: TimeSpan) -> None:
        self._live.show_lanes(replace(self._live.lanes, regime=None))
        self._navigation.show(span)

    def fit_selection(self) -> None:
        """Show the selected event; the second time, go back to what was in sight before."""
        event = self.state.selection
        self._navigation.show_or_return(None if event is None else self._around(event))

    def show_date(self, date: EventDate) -> None:
        """Show a date with what is around it."""
        if date.reach is not None:
            self.show_span(TimeSpan(*date.reach).pad(DATE_AIR))

    def show_event(self, event: int) -> None:
        """Select an event and show it with what is around it."""
        self.state.select(event)
        if self.layout_input.columns.is_dated[event]:
            self._navigation.show(self._around(event))

    def _around(self, event: int) -> TimeSpan:
        return event_span(self.layout_input.columns, event, self.layout_input.home)

    def zoom(self, steps: float) -> None:
        """Zoom in about the middle by `steps` times 1.25; out if negative."""
        self._navigation.zoom(steps)

    def toggle_shelf(self) -> None:
        """Open or close the list of events without a given date."""
        self._live.show_lanes(self._live.lanes.shelf_toggled())

    def show_regime(self, regime: Regime) -> None:
        """Show this regime, whatever the view asks for."""
        self._live.show_lanes(replace(self._live.lanes, regime=regime))

    def toggle_regime(self) -> None:
        """Read every title, or see the overview; the second time, as the view itself asks."""
        self._live.toggle_regime()

    def refit_lanes(self) -> None:
        """Give the lanes the heights that what is in view needs."""
        self._live.refit_lanes()

    # --- what follows the state and the canvas ---

    def _open(self) -> None:
        """Another chronology is open."""
        self._live.open_chronology()
        self._lay_out_canvas()
        self._navigation.set_home(*self.layout_input.extent)

    def _lay_out_anew(self) -> None:
        """The chronology is a little different, or its days are drawn otherwise: the days in sight stay."""
        self._live.rebuild(keep_scroll=True)
        self._lay_out_canvas()
        self._navigation.set_warp(*self.layout_input.extent)

    def _regroup(self) -> None:
        """The lanes are others, or the same in another language."""
        self._live.rebuild()
        self._lay_out_canvas()

    def _lay_out_canvas(self) -> None:
        self._canvas.setAccessibleName(self.tr("Timeline"))
        self._interaction.forget_lane()
        self._canvas_resized()

    def _canvas_resized(self) -> None:
        scale = self.theme.scale
        self._canvas.arrange_items(self._live.header_px, self._live.shelf_px, scale)
        self._live.set_size(self._canvas.width() / scale, self._canvas.height() / scale)
        self._count()

    def _filter(self) -> None:
        self._live.rearrange()
        self._count()

    def _count(self) -> None:
        """Count what the overview shows."""
        left, right = self._live.header_px * self.theme.scale, self._canvas.width()
        self._overview.count(self.layout_input, self.state.mask, left, right)

    def _span_moved(self) -> None:
        self._live.invalidate()
        self._overview.set_visible_span(self._navigation.visible)
        self.span_changed.emit(self.visible_span())

    def _show_from_overview(self, span: TimeSpan, glide: bool) -> None:
        self._navigation.show(span, animate=glide, run="overview")

    def _show_selection(self) -> None:
        """Bring the selected event into sight, wherever it is."""
        event = self.state.selection
        if event is not None:
            columns, span = self.layout_input.columns, self._navigation.target
            in_sight = columns.end[event] > span.start and columns.start[event] < span.end
            if columns.is_dated[event] and not in_sight:  # others are on the shelf of any span
                self._navigation.show(span.shift(float(columns.anchor[event]) - span.middle))
            if self.state.mask[event]:
                self._live.scroll_to_event(event)
            texts = self.layout_input.texts
            self._canvas.setAccessibleDescription(f"{texts.title(event)}, {texts.date(event)}")
        self._live.invalidate()

    def _scene_changed(self) -> None:
        self._scroll_bar.show_scroll(self.scene, self.scroll_y, self.theme.scale)
        self.scene_changed.emit()
