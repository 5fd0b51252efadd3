"""A page on a slide: every mark, title and line of it as native shapes, grouped by lane, each group described."""

from __future__ import annotations

from typing import Any

from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.models import Status
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.wording import status_in_words
from peru_timeline.pictures.legend import Key
from peru_timeline.pictures.page import Page
from peru_timeline.pictures.palette import Palette, mixed
from peru_timeline.pictures.slides.shapes import (
    add_chevron,
    add_glyph,
    add_rectangle,
    add_text,
    describe,
    edge,
    fill,
    fill_fading,
    fill_hatched,
    make_title,
)
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.words import words_in
from peru_timeline.pictures.writing import Box
from peru_timeline.timeline.metrics import (
    CARD_FONT_PX,
    CARD_TITLE_FONT_PX,
    COUNT_PADDING_PX,
    FADED_OPACITY,
    FUZZY_FADE_SHARE,
    HEADER_PADDING_PX,
    LANE_NAME_FONT_PX,
    MAJOR_FONT_PX,
    MAJOR_LABEL_Y_PX,
    MAJOR_TICK_Y_PX,
    MAX_FADE_PX,
    MINOR_FONT_PX,
    MINOR_LABEL_Y_PX,
    MINOR_TICK_Y_PX,
    OPEN_FADE_SHARE,
    OUTLINE_PX,
)
from peru_timeline.timeline.scene import Card, Cluster, Label, LabelStyle, LaneBand, Mark, Shape
from peru_timeline.timeline.text_measure import REGULAR, SEMIBOLD

_STATUSES = tuple(Status)


def draw_page(slide: Any, page: Page, subject: Subject, palette: Palette) -> None:
    """Draw the whole page on an empty slide."""
    _Drawing(slide, page, subject, palette).draw()


class _Drawing:
    """One page on one slide."""

    def __init__(self, slide: Any, page: Page, subject: Subject, palette: Palette) -> None:
        self.slide, self.page, self.subject, self.palette = slide, page, subject, palette
        self.zoom = page.scene_zoom

    def draw(self) -> None:
        page, palette = self.page, self.palette
        ground = Box(0, 0, page.size.width, page.size.height)
        add_rectangle(self.slide.shapes, ground, palette.ground, name="Ground")
        self._draw_grid()
        for band in page.scene.lanes:
            self._draw_lane(band)
        for x, y, width in page.rules:
            add_rectangle(self.slide.shapes, Box(x, y, width, 1), palette.line)
        for number, line in enumerate(page.lines):
            colour = getattr(palette, line.ink)
            shape = add_text(
                self.slide.shapes, line.box, [[(line.text, line.px, line.weight, colour)]],
                name=line.text[:40], loose=True,
            )  # fmt: skip
            if number == 0 and page.title:
                make_title(shape)
        if page.keys:
            legend = self.slide.shapes.add_group_shape()
            for key in page.keys:
                self._draw_key(legend.shapes, key)
            describe(legend, "; ".join(key.words.text for key in page.keys))
            legend.name = "Legend"

    def _draw_grid(self) -> None:
        """Axis and lines of time, as one group."""
        page, palette, scene = self.page, self.palette, self.page.scene
        group = self.slide.shapes.add_group_shape()
        shapes = group.shapes
        for band in scene.lanes:
            if band.shaded:
                area = page.on_page(0, band.top, scene.right, band.height)
                add_rectangle(shapes, area, palette.shade)
            below = page.on_page(0, band.top + band.height, scene.right, 0)
            add_rectangle(shapes, Box(below.left, below.top - 1, below.width, 1), palette.line)
        for ticks, colour, y, top in (
            (scene.ticks.minor, palette.line_soft, MINOR_LABEL_Y_PX, MINOR_TICK_Y_PX),
            (scene.ticks.major, palette.line, MAJOR_LABEL_Y_PX, MAJOR_TICK_Y_PX),
        ):
            for tick in ticks:
                if tick.line and scene.left <= tick.px <= scene.right:
                    at = page.on_page(tick.px, top, 0, scene.height - top)
                    add_rectangle(shapes, Box(at.left - 0.5, at.top, 1, at.height), colour)
                if tick.label:
                    self._draw_tick(shapes, tick.label, tick.px, y)
        axis = page.on_page(0, 0, scene.right, 0)
        add_rectangle(shapes, Box(axis.left, axis.top - 1, axis.width, 1), palette.line)
        describe(group, page.description)
        group.name = "Time"

    def _draw_tick(self, shapes: Any, label: str, px: float, y: float) -> None:
        major = y == MAJOR_LABEL_Y_PX
        font_px = (MAJOR_FONT_PX if major else MINOR_FONT_PX) * self.zoom
        at = self.page.on_page(px + (1 if major else 4), y, 0, 0)
        box = Box(at.left, at.top - 0.65 * font_px, 60 * self.zoom, 1.3 * font_px)
        if at.left + len(label) * 0.6 * font_px > self.page.scene_box.right:
            return
        weight, colour = (
            (SEMIBOLD, self.palette.ink) if major else (REGULAR, self.palette.ink_faint)
        )
        add_text(shapes, box, [[(label, font_px, weight, colour)]], loose=True)

    def _draw_lane(self, band: LaneBand) -> None:
        page, scene = self.page, self.page.scene
        group = self.slide.shapes.add_group_shape()
        shapes = group.shapes
        middle = band.top + min(14.0, band.height / 2)
        name = page.on_page(
            HEADER_PADDING_PX, middle - 8, scene.left - HEADER_PADDING_PX - COUNT_PADDING_PX, 16
        )
        count = str(band.count) if band.count == band.total else f"{band.count}/{band.total}"
        add_text(
            shapes,
            name,
            [[(band.name, LANE_NAME_FONT_PX * self.zoom, SEMIBOLD, self.palette.ink)]],
            loose=True,
        )
        add_text(
            shapes, name, [[(count, 11.0 * self.zoom, REGULAR, self.palette.ink_faint)]], right=True
        )
        told: list[str] = []
        for mark in scene.marks:
            if mark.lane == band.lane:
                self._draw_mark(shapes, self._moved(mark))
                told.append(self._words(mark.event))
        for cluster in scene.clusters:
            if cluster.lane == band.lane:
                self._draw_cluster(shapes, self._moved_cluster(cluster))
        for strip in scene.strips:
            if strip.lane == band.lane:
                for i, number in enumerate(strip.counts):
                    high = (strip.height - 2) * number / max(strip.peak, 1)
                    bar = page.on_page(
                        strip.left_px + i * strip.bin_px, strip.top + strip.height - high,
                        max(strip.bin_px - 1, 1), high,
                    )  # fmt: skip
                    if number:
                        add_rectangle(shapes, bar, self.palette.density)
        for label in scene.labels:
            if label.lane == band.lane:
                self._draw_label(shapes, label)
        for card in scene.cards:
            if card.lane == band.lane:
                self._draw_card(shapes, card)
        describe(group, f"{band.name}: {count}. {' '.join(told)}")
        group.name = band.name or "Lane"

    def _words(self, event: int) -> str:
        subject = self.subject
        told = subject.chronology.events[event]
        return words_in(subject.language).mark.format(
            title=in_language(told.title, subject.language),
            date=date_in_words(told.date, subject.language),
            status=status_in_words(told.status, subject.language),
        )

    # --- marks -------------------------------------------------------------------------------

    def _moved(self, mark: Mark) -> Mark:
        """The mark in px of the page, cut off at the ends of the lanes."""
        scene, zoom = self.page.scene, self.zoom
        low, high = scene.left - 4, scene.right
        return mark._replace(
            left=self.page.scene_x + min(max(mark.left, low), high) * zoom,
            right=self.page.scene_x + min(max(mark.right, low), high) * zoom,
            y=self.page.scene_y + mark.y * zoom,
            height=mark.height * zoom,
        )

    def _moved_cluster(self, cluster: Cluster) -> Cluster:
        zoom = self.zoom
        return cluster._replace(
            left=self.page.scene_x + cluster.left * zoom,
            right=self.page.scene_x + cluster.right * zoom,
            y=self.page.scene_y + cluster.y * zoom,
            height=cluster.height * zoom,
        )

    def _draw_mark(self, shapes: Any, mark: Mark) -> None:
        palette, status = self.palette, _STATUSES[mark.status]
        colour = palette.blocs[mark.bloc]
        point = mark.shape == Shape.POINT
        if point:
            shape = add_glyph(shapes, mark.bloc, mark.left, mark.y, mark.height, colour)
        else:
            box = Box(mark.left, mark.y - mark.height / 2, mark.right - mark.left, mark.height)
            colour = palette.bloc_tints[mark.bloc] if mark.tinted else colour
            shape = add_rectangle(shapes, box, colour, min(7.0 * self.zoom, mark.height / 2))
        filled = status in (Status.HAPPENED, Status.REPORTED)
        if status == Status.ALLEGED:
            fill_hatched(shape, colour, palette.ground)
        elif not filled:
            fill(shape, palette.ground)
        if not filled or mark.dotted:
            dash = "sysDot" if mark.dotted else "dash" if status == Status.CANCELLED else None
            edge(shape, palette.blocs[mark.bloc], OUTLINE_PX, dash)
        if filled and not point:
            stops = self._stops(mark, colour)
            if stops:
                fill_fading(shape, stops)
        if mark.tinted:
            head, size = mark.left + 9.0 * self.zoom, min(8.0 * self.zoom, mark.height - 4)
            add_glyph(shapes, mark.bloc, head, mark.y, size, palette.blocs[mark.bloc])
        if mark.arrow_right and not point:
            x, size = mark.right - 5.0 * self.zoom, min(8.0 * self.zoom, mark.height)
            add_chevron(shapes, x, mark.y, size, palette.blocs[mark.bloc])

    def _stops(self, mark: Mark, colour: str) -> list[tuple[float, str]]:
        """The colours of a bar whose ends fade; empty where none does."""
        width = max(mark.right - mark.left, 1e-6)
        if mark.shape == Shape.TAIL:
            left, right = width, 0.0
        else:
            share = FUZZY_FADE_SHARE if mark.shape == Shape.FUZZY else OPEN_FADE_SHARE
            longest = width if mark.shape == Shape.FUZZY else MAX_FADE_PX * self.zoom
            fade = min(width * share, longest)
            left, right = fade * mark.fade_left, fade * mark.fade_right
        if not (left or right):
            return []
        faint = mixed(colour, self.palette.ground, FADED_OPACITY)
        return [
            (0.0, faint if left else colour),
            (min(left / width, 1.0), colour),
            (max(1 - right / width, left / width), colour),
            (1.0, faint if right else colour),
        ]

    def _draw_cluster(self, shapes: Any, cluster: Cluster) -> None:
        palette = self.palette
        box = Box(
            cluster.left,
            cluster.y - cluster.height / 2,
            cluster.right - cluster.left,
            cluster.height,
        )
        shape = add_rectangle(shapes, box, palette.bloc_tints[cluster.blocs[0]], cluster.height / 2)
        edge(shape, palette.blocs[cluster.blocs[0]], 1.0)
        px = min(11.0 * max(self.zoom, 1.1), 0.8 * cluster.height)
        text = add_text(shapes, box, [[(str(cluster.count), px, SEMIBOLD, palette.ink)]])
        from pptx.enum.text import PP_ALIGN

        text.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER

    # --- words -------------------------------------------------------------------------------

    def _draw_label(self, shapes: Any, label: Label) -> None:
        palette, px = self.palette, label.font_px * self.zoom
        box = self.page.on_page(label.x, label.y, label.width, label.height)
        selected = label.style == LabelStyle.SELECTED
        strong = label.bold or label.style == LabelStyle.INSIDE
        colour = palette.on_selection if selected else palette.ink if strong else palette.ink_soft
        mark = self.page.scene.mark_of(label.event, label.lane)
        before = mark is not None and label.x + label.width <= mark.box_left + 1
        if selected:
            # A little longer than in Inter: on the dark pill no letter may stand beyond its end.
            more, pad = 0.14 * box.width, 5 * self.zoom
            left = box.left - (more if before else 0.0)
            pill = Box(left, box.top, box.width + more, box.height)
            add_rectangle(shapes, pill, palette.selection, 4.0 * self.zoom)
            box = Box(box.left + pad, box.top, box.width - 2 * pad, box.height)
        runs = [(label.text, px, REGULAR, colour)]
        if label.detail:
            faint = palette.on_selection if selected else palette.ink_faint
            runs.append((f"  {label.detail}", px, REGULAR, faint))
        add_text(shapes, box, [runs], name=label.text[:40], loose=True, right=before)

    def _draw_card(self, shapes: Any, card: Card) -> None:
        palette, zoom = self.palette, self.zoom
        box = self.page.on_page(card.left, card.top, card.width, card.height)
        stem = self.page.on_page(card.anchor_x, card.anchor_y, 0, card.top - card.anchor_y)
        add_rectangle(shapes, Box(stem.left - 0.75, stem.top, 1.5, stem.height), palette.guide)
        edge(add_rectangle(shapes, box, palette.raised, 6 * zoom), palette.line, 1.0)
        add_glyph(
            shapes,
            card.bloc,
            box.left + 15 * zoom,
            box.top + 17 * zoom,
            9 * zoom,
            palette.blocs[card.bloc],
        )
        inner = Box(
            box.left + 27 * zoom, box.top + 8 * zoom, box.width - 34 * zoom, box.height - 12 * zoom
        )
        told = [
            *([(line, CARD_TITLE_FONT_PX * zoom, SEMIBOLD, palette.ink)] for line in card.title),
            [(card.date, CARD_FONT_PX * zoom, REGULAR, palette.ink_soft)],
            *([(line, CARD_FONT_PX * zoom, REGULAR, palette.ink_soft)] for line in card.summary),
            [(card.source, 10.0 * zoom, REGULAR, palette.ink_faint)],
        ]
        add_text(shapes, inner, told, top=True, name=" ".join(card.title)[:40])

    def _draw_key(self, shapes: Any, key: Key) -> None:
        zoom, self.zoom = self.zoom, 1.0
        if key.mark is not None:
            self._draw_mark(shapes, key.mark)
        if key.cluster is not None:
            self._draw_cluster(shapes, key.cluster)
        self.zoom = zoom
        for line in (key.sample, key.words):
            if line is not None:
                colour = getattr(self.palette, line.ink)
                add_text(
                    shapes, line.box, [[(line.text, line.px, line.weight, colour)]], loose=True
                )
